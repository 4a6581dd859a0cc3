"""What authors write for layers: bands with chips, or pillars, and the axis beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from deckbuild.deck.faults import Fault, idle
from deckbuild.deck.fields import ColorName, Inline, InlineList
from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.shorthand import bare
from deckbuild.diagnostics.codes.deck import BAD_VALUE
from deckbuild.layout.icons import IconName


class Word(Node):
    """A text with an icon before it: a chip in a band, or a line in a pillar."""

    noun = "text"

    text: Inline = Field(description="The words.")
    icon: IconName | None = Field(default=None, description="Drawn before the words.")


AnyWord = Annotated[Word, bare("text")]


class ChipGroup(Node):
    """Chips in a row, perhaps with a label before them."""

    noun = "group"

    label: Inline | None = Field(default=None, description="What the chips are, before the first one.")
    items: tuple[AnyWord, ...] = Field(min_length=1, description="Texts, or text and icon.")


class Pillar(Node):
    """A column that stands for itself, with lines below its title."""

    title: Inline = Field(description="Its name.")
    icon: IconName | None = Field(default=None, description="Beside the title.")
    lines: tuple[AnyWord, ...] = Field(default=(), description="Texts, or text and icon; one per row label.")
    color: ColorName | None = Field(default=None, description="Its colour, else the next of the theme.")
    highlight: bool = Field(default=False, description="Fill it with its colour's tint.")


class Layer(Node):
    """A band with a title and chips, or a row of pillars."""

    title: Inline | None = Field(default=None, description="The band's name.")
    note: Inline | None = Field(default=None, description="A line below the title.")
    icon: IconName | None = Field(default=None, description="Before the title.")
    items: tuple[AnyWord, ...] = Field(default=(), description="Chips at the right of the title.")
    groups: tuple[ChipGroup, ...] = Field(default=(), description="Several rows of chips, each with a label.")
    pillars: tuple[Pillar, ...] = Field(default=(), description="Pillars instead of a band.")
    row_labels: InlineList = Field(
        default=(),
        description="Names of the pillars' lines, at the left; every pillar then has one line for each.",
    )
    color: ColorName | None = Field(default=None, description="The band's edge, or its fill if highlighted.")
    highlight: bool = Field(default=False, description="Fill the band: the one that matters most.")

    @property
    def rows(self) -> tuple[ChipGroup, ...]:
        """All rows of chips: `items` first."""
        first = (ChipGroup(items=self.items),) if self.items else ()
        return first + self.groups

    def faults(self) -> Iterator[Fault]:
        if not self.pillars and self.title is None:
            yield Fault("a layer needs 'title' or 'pillars'", code=BAD_VALUE)
        for key in ("title", "note", "icon", "items", "groups"):
            if self.pillars and getattr(self, key):
                message = f"a layer of pillars has no {key!r}"
                yield Fault(message, "put it into a layer of its own", BAD_VALUE, (key,), at_key=True)
        yield from idle("row_labels", self.row_labels, self.pillars, "pillars")
        for index, pillar in enumerate(self.pillars):
            if self.row_labels and len(pillar.lines) != len(self.row_labels):
                name = plain_text(pillar.title)
                lines = "1 line" if len(pillar.lines) == 1 else f"{len(pillar.lines)} lines"
                message = f"{name!r} has {lines} for {len(self.row_labels)} row labels"
                yield Fault(message, "give each row its line", BAD_VALUE, ("pillars", index))


class Axis(Node):
    """An arrow with two heads below the layers, and what lies in each direction."""

    left: Inline = Field(description="What there is more of to the left.")
    right: Inline = Field(description="What there is more of to the right.")


class LayersSpec(Graphic):
    """What authors write for a graphic of the kind `layers`."""

    layers: tuple[Layer, ...] = Field(
        min_length=1,
        max_length=6,
        description="From the top. Each is a band, with a `title`, or a row of `pillars`.",
    )
    flow: Literal["up", "down", "both", "none"] = Field(
        default="none", description="Where the arrows between the layers point."
    )
    axis: Axis | None = Field(default=None, description="A scale below the layers.")

    def prefers_wide(self) -> bool:
        return True
