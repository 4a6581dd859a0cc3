"""What a line chart is made of: axes, series, bands, limits, events and annotations."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, PlainValidator, TypeAdapter, WithJsonSchema, model_validator

from deckbuild.charts.curves import Function, level, polyline, smooth
from deckbuild.charts.plot import Style
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.fields import ColorName, Identifier, Inline, as_text
from deckbuild.deck.ids import Ref
from deckbuild.deck.nodes import Node
from deckbuild.deck.numbers import Number
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import MISSING, OUT_OF_RANGE

_NUMBER = TypeAdapter[float](Number)


def _level(value: Any) -> float | str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _NUMBER.validate_python(value)
    return as_text(value)


Level = Annotated[float | str, PlainValidator(_level), WithJsonSchema({"type": ["number", "string"]})]
"""The id of a series, or a number on the y axis."""


MOST_TICKS = 60
MOST_POINTS = 1000
"""More than a plot has points across."""


class ChartAxis(Node):
    """An axis. Its range follows the data unless it is given."""

    noun: ClassVar[str] = "axis"

    label: Inline = Field(description="What it measures, with the unit.")
    min: Number | None = Field(
        default=None, description="Where it starts; by default where the data do, or y at zero."
    )
    max: Number | None = Field(default=None, description="Where it ends; by default where the data do.")
    ticks: tuple[Number, ...] = Field(default=(), max_length=MOST_TICKS, description="Values to mark.")

    @model_validator(mode="after")
    def _runs_upwards(self) -> Self:
        if self.min is not None and self.max is not None and self.min >= self.max:
            message = f"the axis runs from {spelled(self.min)} to {spelled(self.max)}"
            raise Fault(message, "'min' must be less than 'max'", OUT_OF_RANGE).error()
        return self

    @property
    def marked(self) -> list[str]:
        """The ticks' values, as words."""
        return [spelled(value, grouped=True) for value in self.ticks]

    def ends(self, least: float, most: float) -> tuple[float, float]:
        """What the axis shows of data between `least` and `most`."""
        return least if self.min is None else self.min, most if self.max is None else self.max


class ChartSeries(Node):
    """A line: through points, or level at one value."""

    noun: ClassVar[str] = "series"

    id: Identifier = Field(description="Its name, for bands and annotations.")
    label: Inline = Field(description="Its name, written beside the line.")
    points: tuple[tuple[Number, Number], ...] = Field(
        default=(), max_length=MOST_POINTS, description="[x, y] pairs, from left to right."
    )
    value: Number | None = Field(default=None, description="Instead of points: the level of a flat line.")
    color: ColorName | None = Field(
        default=None, description="A theme colour; by default one after the other."
    )
    style: Style = Field(default="solid", description="How the line is drawn.")
    smooth: bool = Field(default=True, description="Whether the line curves through its points.")
    strong: bool = Field(default=False, description="Whether it is drawn heavier than the others.")
    label_at: Number | None = Field(default=None, description="The x that its name should stand near.")

    @model_validator(mode="after")
    def _has_values(self) -> Self:
        if bool(self.points) == (self.value is not None):
            raise Fault("a series needs either 'points' or 'value'", "", MISSING).error()
        if len(self.points) == 1:
            raise Fault("a line needs two points", "or 'value' for a flat one", MISSING).error()
        for index, ((before, _), (after, _)) in enumerate(pairwise(self.points), 1):
            if after <= before:
                message = f"x runs back from {spelled(before)} to {spelled(after)}"
                hint = "order the points from left to right"
                raise_faults([Fault(message, hint, OUT_OF_RANGE, ("points", index))])
        return self

    def curve(self) -> Function:
        """y by x."""
        if self.value is not None:
            return level(self.value)
        return smooth(self.points) if self.smooth else polyline(self.points)


class ChartBand(Node):
    """The area where a series runs above (or below) another one or a level."""

    noun: ClassVar[str] = "band"
    besides_color: ClassVar[Mapping[str, str]] = {"label": "a label", "hatch": "hatch: true"}

    series: Annotated[Identifier, Ref("series")] = Field(description="Id of the series that bounds the area.")
    against: Annotated[Level, Ref("series")] = Field(
        default=0.0, description="Id of another series, or a value; by default zero."
    )
    below: bool = Field(
        default=False, description="Whether the area is where the series is below it, not above."
    )
    label: Inline | None = Field(default=None, description="What the area means.")
    color: ColorName | None = Field(default=None, description="A theme colour, drawn as its pale tint.")
    hatch: bool = Field(default=False, description="Whether it is hatched, so that it reads without colour.")


class ChartLimit(Node):
    """A dotted level line: what can't be exceeded."""

    noun: ClassVar[str] = "limit"

    value: Number = Field(description="Its y.")
    label: Inline | None = Field(default=None, description="What it means.")
    start: Number | None = Field(default=None, description="The x where it begins; the left end by default.")
    end: Number | None = Field(default=None, description="The x where it ends; the right end by default.")
    color: ColorName | None = Field(default=None, description="A theme colour.")


class ChartEvent(Node):
    """Something that happens at one x: an upright line with a label."""

    noun: ClassVar[str] = "event"

    at: Number = Field(description="The x at which it happens.")
    label: Inline = Field(description="What happens.")
    detail: Inline | None = Field(default=None, description="A second, lighter line below the label.")


class ChartAnnotation(Node):
    """A remark: on a series at one x, or on the way between two series at one level."""

    noun: ClassVar[str] = "annotation"

    text: Inline = Field(description="What there is to say.")
    series: Annotated[Identifier | None, Ref("series")] = Field(
        default=None, description="The series that it is about, at `at`."
    )
    at: Number | None = Field(default=None, description="The x on that series.")
    between: Annotated[tuple[Identifier, Identifier] | None, Ref("series")] = Field(
        default=None, description="Instead: two series; a double arrow shows how far they are apart in x."
    )
    value: Number | None = Field(default=None, description="The y of that arrow.")

    @model_validator(mode="after")
    def _points_somewhere(self) -> Self:
        if (self.series is None) != (self.at is None) or (self.between is None) != (self.value is None):
            hint = "'series' goes with 'at', 'between' with 'value'"
            raise Fault("the annotation says only half of where it points", hint, MISSING).error()
        if (self.series is None) == (self.between is None):
            hint = "give 'series' and 'at', or 'between' and 'value'"
            raise Fault("an annotation points at one place", hint, MISSING).error()
        return self
