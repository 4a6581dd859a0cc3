"""A timeline: spans of time in proportion, each with its name, and ticks where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

from pydantic import Field

from deckbuild.charts.plot import Axis
from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import ColorName, Inline
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.numbers import Number, time_faults
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import OUT_OF_RANGE
from deckbuild.document import Color, Frame, Item, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.shared.card import line_color
from deckbuild.layout.boxes import (
    Box,
    Drawn,
    Setting,
    aligned,
    column,
    filling,
    fixed,
    stretched,
    text,
)
from deckbuild.layout.icons import IconName, after_icon, icon
from deckbuild.layout.label import STEP, LabelParagraph, fits_region, label_fits
from deckbuild.layout.marks import on_dark
from deckbuild.layout.shapes import bar, panel
from deckbuild.layout.spread import in_rows
from deckbuild.layout.ticks import ticks
from deckbuild.text.fitting import largest_fitting, sizes_between

SEAM = 3.0  # between neighbouring spans: enough to part two of one colour
PADDING = Insets.symmetric(8.0, 6.0)
NARROWEST = 1.0  # points of a span: shorter ones are lines, and still there
NAME_GAP = 5.0  # between a name and its span
APART = 8.0  # between neighbouring names
ICON_GAP = 4.0  # between a name and its icon
BAR = (36.0, 60.0, 150.0)
"""Least, usual and greatest height of the bar, in points: enough for two lines, and still a strip."""
BAR_SHARE = 0.38  # of the region's height, between the last two
ICON_LEAST = 14.0  # points: in a narrower span nobody would know the icon
ICON_SHARE = 0.36  # of the bar's height, for an icon in a high one


class TimeSpan(Node):
    """A stretch of time. `label` stands above it, `title` and `detail` inside, or above where too narrow."""

    noun = "span"

    label: Inline = Field(description="Its name, above the bar.")
    start: Number = Field(description="When it begins.")
    end: Number = Field(description="When it ends.")
    title: Inline | None = Field(
        default=None,
        description="What it is about, in bold inside the bar; above it where the bar is too narrow.",
    )
    detail: Inline | None = Field(default=None, description="A second line inside the bar.")
    icon: IconName | None = Field(default=None, description="Shown inside a span that has no title.")
    color: ColorName | None = Field(default=None, description="Its colour, else the theme's dark one.")
    highlight: bool = Field(default=False, description="The current span: the theme's primary colour.")

    def inside(self, color: Color | None = None) -> tuple[LabelParagraph, ...]:
        title = (LabelParagraph(self.title, bold=True, color=color),) if self.title else ()
        return title + ((LabelParagraph(self.detail, color=color),) if self.detail else ())


@GRAPHICS.register("timeline")
class Timeline(Graphic):
    """Spans of time in proportion to their length, with the times where they begin and end."""

    technical: ClassVar[bool] = False

    spans: tuple[TimeSpan, ...] = Field(
        min_length=1, max_length=40, description="The spans in order of time."
    )
    unit: Inline = Field(
        default="",
        description="Unit of the times, written after the last one, or below them where there is no room.",
    )
    prefix: Inline = Field(default="", description="Written before every time, such as Week.")

    def faults(self) -> Iterator[Fault]:
        for i, span in enumerate(self.spans):
            yield from time_faults(span.start, span.end, ("spans", i))
        for i, (before, after) in enumerate(pairwise(self.spans), 1):
            if after.start < before.end:
                name, end = plain_text(before.label), spelled(before.end)
                message = f"starts at {spelled(after.start)}, before {name!r} ends at {end}"
                hint = "spans stand in order and don't overlap"
                yield Fault(message, hint, OUT_OF_RANGE, ("spans", i, "start"))

    def prefers_wide(self) -> bool:
        return True

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """All at the largest size at which all words that can stand inside their spans do."""
        high = min(BAR[2], max(BAR[1], region.height * BAR_SHARE))
        places = self._along(Rect.of_size(region))
        spans = [(span, place.width) for span, place in zip(self.spans, places, strict=True)]

        def made(size: float) -> tuple[list[bool], Box]:
            tried = Setting(size, context)
            held = [_holds(span, Size(width, high), tried) for span, width in spans]
            return held, column([self._bars(spans, held, high, tried), self._times(region.width, tried)])

        def fits(tried: tuple[list[bool], Box]) -> bool:
            return tried[0] == most and fits_region(tried[1].takes(Size(region.width, 0.0)), region)

        sizes = sizes_between(context.theme.type.label.min, context.theme.type.label.max, STEP)
        most, _ = made(sizes[-1])
        _, (_, found) = largest_fitting(sizes, made, fits)
        return found.frame(region)

    def _x(self, time: float, rect: Rect) -> float:
        """Where a span begins that starts at this time; a seam parts it from what is before."""
        axis = Axis(self.spans[0].start, self.spans[-1].end)
        return axis.x(time, replace(rect, width=rect.width + SEAM))

    def _along(self, rect: Rect) -> list[Rect]:
        """Where the spans lie across a rectangle."""
        ends = [(self._x(span.start, rect), self._x(span.end, rect) - SEAM) for span in self.spans]
        return [replace(rect, left=left, width=max(NARROWEST, right - left)) for left, right in ends]

    def _bars(
        self, spans: Sequence[tuple[TimeSpan, float]], held: Sequence[bool], high: float, setting: Setting
    ) -> Box:
        """The spans, up to `high` points high, and above them their names: each over its span, in a row
        further up, with a line down to its span, where those of wider spans leave it no room."""
        told = list(zip(spans, held, strict=True))
        names = [_name(span, width, setting, inside=inside) for (span, width), inside in told]
        bars = [self._bar(span, setting, inside=inside) for (span, _), inside in told]
        needs = [each.takes(Size(width, 0.0)).height for each, (_, width) in zip(bars, spans, strict=True)]
        sizes = [name.natural for name in names]
        width = sum(width for _, width in spans) + SEAM * (len(spans) - 1)
        middles = [place.center.x for place in self._along(Rect(0.0, 0.0, width, 0.0))]
        order = sorted(range(len(spans)), key=lambda index: (-spans[index][1], -index))
        tops = in_rows(middles, [size.width for size in sizes], order, 0.0, width, APART)
        heights = [0.0] * (max(at.row for at in tops) + 1)
        for at, size in zip(tops, sizes, strict=True):
            heights[at.row] = max(heights[at.row], size.height)
        above = sum(heights) + NAME_GAP

        def draw(rect: Rect) -> Iterator[Drawn]:
            places = self._along(rect.inset(Insets(top=above)))
            for name, size, at, block, place in zip(names, sizes, tops, bars, places, strict=True):
                bottom = rect.top + above - NAME_GAP - sum(heights[: at.row])
                if at.row:
                    line = Rect(place.center.x - 0.5, bottom, 1.0, place.top - 1.0 - bottom)
                    yield bar(line, setting.tone.muted, "Leader")
                yield from name.draw(Rect(rect.left + at.left, bottom - size.height, size.width, size.height))
                yield from block.draw(place)

        least = Size(max(size.width for size in sizes), above + max(BAR[0], *needs))
        return stretched(fixed(least, draw), above + high)

    def _bar(self, span: TimeSpan, setting: Setting, *, inside: bool) -> Box:
        """A span with what stands inside it, or else its icon."""
        context, fill = setting.context, _fill(span, setting.context)
        key, name = f"{self.id}/{spelled(span.start)}", plain_text(span.title or span.label)
        color, least = setting.theme.text_on(fill), setting.theme.shape.icon

        def block(rect: Rect, body: TextBody | None = None) -> Iterator[Item]:
            # Too narrow for words and icon, it must be seen as a line is.
            shade = fill if body or _shows_icon(rect.width) else line_color(fill, context)
            yield panel(rect, context, fill=shade, body=body, name=name, key=key, role="label")
            if span.icon and body is None and _shows_icon(rect.width):
                side = min(max(least, rect.height * ICON_SHARE), rect.width - PADDING.horizontal)
                yield icon(span.icon, rect.placed(Size(side, side)), color, context)

        if not (inside and span.inside()):
            return filling(block)
        return text(span.inside(color), setting, align="center", anchor="middle", insets=PADDING, draw=block)

    def _times(self, width: float, setting: Setting) -> Box:
        """Ticks where spans begin and end, and the times below them."""
        moments = sorted({time for span in self.spans for time in (span.start, span.end)})
        words = [f"{self.prefix} {spelled(moment)}".strip() for moment in moments]

        def at(rect: Rect) -> list[float]:
            middles = [self._x(moment, rect) - SEAM / 2 for moment in moments]
            return [min(max(x, rect.left + 0.5), rect.right - 0.5) for x in middles]

        return ticks(words, self.unit, at, width, setting)


def _shows_icon(width: float) -> bool:
    """Whether a span of this width has room for its icon."""
    return width >= ICON_LEAST + PADDING.horizontal


def _holds(span: TimeSpan, size: Size, setting: Setting) -> bool:
    """Whether what a span says has room in it."""
    body = setting.body(span.inside(), size.width, insets=PADDING)
    return label_fits(body, size, setting.context)


def _name(span: TimeSpan, width: float, setting: Setting, *, inside: bool) -> Box:
    """A span's name, with what has no room inside the span `width` points wide: the rest below it, its icon
    before it."""
    tone, dark = setting.tone, on_dark(setting.context)
    color = tone.text if dark else setting.theme.hue(_fill(span, setting.context)).text
    lines = (LabelParagraph(span.label, bold=True, color=color), *(() if inside else span.inside()))
    words = aligned(text(lines, setting, align="center"), vertical=1.0)
    outside = None if span.title or _shows_icon(width) else span.icon
    return after_icon(outside, setting.size, color, words, setting.context, gap=ICON_GAP, track="fit")


def _fill(span: TimeSpan, context: LayoutContext) -> Color:
    theme = context.theme
    if span.color:
        return theme.palette[span.color]
    return theme.role.primary if span.highlight or on_dark(context) else theme.role.dark
