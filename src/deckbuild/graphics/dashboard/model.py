"""What authors write for a dashboard: tiles with their values, marks and tags."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from deckbuild.deck.faults import Fault, Loc
from deckbuild.deck.fields import ColorName, Inline
from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.numbers import Number, Weight
from deckbuild.deck.shorthand import bare
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import BAD_VALUE, OUT_OF_RANGE
from deckbuild.layout.icons import IconName

PER_ROW = 3
MOST_VALUES = 200  # of a trend: a tile is hardly wider than that in points


class Mark(Node):
    """A threshold."""

    at: Number = Field(description="Its value.")
    label: Inline = Field(description="What it means.")
    color: ColorName | None = Field(default=None, description="Its colour, else the theme's accent.")


class Measure(Node):
    """One of several values that a tile compares."""

    label: Inline = Field(description="What is measured.")
    value: Number = Field(ge=0, description="Its value, as the bar's length.")
    text: Inline | None = Field(default=None, description="The value as written, else the number.")


class Share(Node):
    """A share of a level."""

    noun = "part"

    label: Inline = Field(description="What the share is.")
    value: Weight = Field(description="How much of the level it is.")


class Tag(Node):
    """What a tile is for: an alert, a trend."""

    label: Inline = Field(description="Its word.")
    icon: IconName | None = Field(default=None, description="Before the word.")
    color: ColorName | None = Field(default=None, description="Its fill; none for a quiet tag.")


class Tile(Node):
    """One metric. Its picture is a `trend`, a few `bars`, or a `level`."""

    title: Inline = Field(description="What is measured.")
    value: Inline | None = Field(default=None, description="The number to read, set large.")
    detail: Inline | None = Field(default=None, description="A line below the number.")
    tag: Annotated[Tag, bare("label")] | None = Field(
        default=None, description="At the top right: a word, or label, icon and color."
    )
    trend: tuple[Number, ...] = Field(
        default=(), max_length=MOST_VALUES, description="Values in order of time, as a line."
    )
    bars: tuple[Measure, ...] = Field(default=(), max_length=12, description="Values to compare, as bars.")
    level: Number | None = Field(default=None, ge=0, description="A value on a scale, as a filled bar.")
    parts: tuple[Share, ...] = Field(
        default=(), max_length=8, description="What the level is made of, in proportion."
    )
    full: Weight | None = Field(
        default=None, description="Where the scale ends; by default a little above the greatest value."
    )
    marks: tuple[Mark, ...] = Field(default=(), max_length=3, description="Thresholds on the scale.")
    color: ColorName | None = Field(default=None, description="Colour of line, bars or level.")

    def faults(self) -> Iterator[Fault]:
        given = [key for key in ("trend", "bars", "level") if getattr(self, key) not in ((), None)]
        if len(given) > 1:
            message = f"{plain_text(self.title)!r} has {given[0]!r} and {given[1]!r}"
            yield Fault(message, "a tile has one picture", BAD_VALUE, (given[1],), at_key=True)
        if len(self.trend) == 1:
            yield Fault("a trend needs two values or more", "", OUT_OF_RANGE, ("trend",))
        if self.marks and not given:
            hint = "give the tile 'trend', 'bars' or 'level'"
            yield Fault("thresholds need a scale", hint, BAD_VALUE, ("marks",), at_key=True)
        if self.parts and self.level is None:
            yield Fault("parts need a 'level'", "", BAD_VALUE, ("parts",), at_key=True)
        for loc, value in self._values():
            if value < self.foot:
                message = f"is {spelled(value)}, below the scale's start at {spelled(self.foot)}"
                yield Fault(message, "", OUT_OF_RANGE, loc)
            if self.full is not None and value > self.full:
                message = f"is {spelled(value)}, beyond the scale's end at {spelled(self.full)}"
                yield Fault(message, "raise 'full'", OUT_OF_RANGE, loc)

    def _values(self) -> Iterator[tuple[Loc, float]]:
        """Everything on the scale, with its place in the source."""
        yield from ((("trend", index), value) for index, value in enumerate(self.trend))
        yield from ((("bars", index, "value"), each.value) for index, each in enumerate(self.bars))
        if self.level is not None:
            yield ("level",), self.level
        yield from ((("marks", index, "at"), mark.at) for index, mark in enumerate(self.marks))

    @property
    def foot(self) -> float:
        """Where the scale begins: at zero, or the least value of a trend."""
        return min(0.0, *self.trend) if self.trend else 0.0

    @property
    def scale(self) -> float:
        """Where the scale ends: as written, or a little above the greatest value or threshold."""
        if self.full is not None:
            return self.full
        greatest = max((value for _, value in self._values()), default=1.0)
        return greatest * 1.08 if greatest > 0 else 0.0 if self.foot < 0 else 1.0


class DashboardSpec(Graphic):
    """What authors write for a graphic of the kind `dashboard`."""

    heading: Inline | None = Field(default=None, description="The board's name, above the tiles.")
    note: Inline | None = Field(
        default=None, description="At the right above the tiles, such as Sample data."
    )
    tiles: tuple[Tile, ...] = Field(min_length=1, max_length=12, description="The tiles in reading order.")
    rows: tuple[Annotated[int, Field(ge=1, le=12)], ...] = Field(
        default=(), max_length=12, description="How many tiles each row has; by default up to three."
    )

    def faults(self) -> Iterator[Fault]:
        if self.rows and sum(self.rows) != len(self.tiles):
            message = f"rows add up to {sum(self.rows)}, there are {len(self.tiles)} tiles"
            yield Fault(message, "count each tile once", BAD_VALUE, ("rows",))

    @property
    def shape(self) -> tuple[int, ...]:
        """Tiles per row: as written, or rows of nearly the same length."""
        if self.rows:
            return self.rows
        count = -(-len(self.tiles) // PER_ROW)
        each, more = divmod(len(self.tiles), count)
        return tuple(each + (index >= count - more) for index in range(count))
