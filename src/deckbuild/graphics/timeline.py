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
from deckbuild.layout.boxes import (
    Box,
    Drawn,
    Setting,
    aligned,
    column,
    filling,
    fixed,
    one_line,
    row,
    stretched,
    text,
)
from deckbuild.layout.icons import IconName, icon
from deckbuild.layout.label import STEP, LabelParagraph, label_fits
from deckbuild.layout.marks import on_dark
from deckbuild.layout.shapes import bar, panel
from deckbuild.layout.spread import spread_places
from deckbuild.text.fitting import largest_fitting, sizes_between

LARGEST = 16.0  # above that a strip shouts down the table or text it stands with
SEAM = 3.0  # between neighbouring spans: enough to part two of one colour
PADDING = Insets.symmetric(8.0, 6.0)
NARROWEST = 1.0  # points of a span: shorter ones are lines, and still there
NAME_GAP = 5.0  # between a name and its span
TICK = 5.0  # length of the mark from the bar to the time
TIME_GAP = 2.0
APART = 8.0  # between neighbouring names or times
BAR = (36.0, 60.0)
"""Least and usual greatest height of the bar, in points: enough for two lines, and still a strip."""
BAR_SHARE = 0.3  # of a tall region, which the bar may take beyond that


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
    unit: Inline = Field(default="", description="Unit of the times, written after the last one.")
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
        widths = [place.width for place in self._along(Rect.of_size(region))]
        spans = list(zip(self.spans, widths, strict=True))

        def held(size: float) -> list[bool]:
            tried = Setting(size, context)
            return [_holds(span, width, tried) for span, width in spans if span.title]

        sizes = sizes_between(context.theme.type.label.min, LARGEST, STEP)
        most = held(sizes[-1])
        size, _ = largest_fitting(sizes, held, lambda each: each == most)
        setting = Setting(size, context)
        return column([self._bars(spans, region, setting), self._times(setting)]).frame(region)

    def _x(self, time: float, rect: Rect) -> float:
        """Where a span begins that starts at this time; a seam parts it from what is before."""
        axis = Axis(self.spans[0].start, self.spans[-1].end)
        return axis.x(time, replace(rect, width=rect.width + SEAM))

    def _along(self, rect: Rect) -> list[Rect]:
        """Where the spans lie across a rectangle."""
        ends = [(self._x(span.start, rect), self._x(span.end, rect) - SEAM) for span in self.spans]
        return [replace(rect, left=left, width=max(NARROWEST, right - left)) for left, right in ends]

    def _bars(self, spans: Sequence[tuple[TimeSpan, float]], region: Size, setting: Setting) -> Box:
        """The spans, each with its width, and their names above, whose bottoms are in line."""
        names = [_name(span, setting, inside=_holds(span, width, setting)) for span, width in spans]
        bars = [self._bar(span, setting, inside=_holds(span, width, setting)) for span, width in spans]
        needs = [each.takes(Size(width, 0.0)).height for each, (_, width) in zip(bars, spans, strict=True)]
        head = row(names, ["fit"] * len(names), gap=APART).natural
        above = head.height + NAME_GAP

        def draw(rect: Rect) -> Iterator[Drawn]:
            places = self._along(rect.inset(Insets(top=above)))
            top = replace(rect, height=head.height)
            tops = spread_places(names, [place.center.x for place in places], top, APART)
            for name, at, block, place in zip(names, tops, bars, places, strict=True):
                yield from name.draw(at)
                yield from block.draw(place)

        least = Size(head.width, above + max(BAR[0], *needs))
        return stretched(fixed(least, draw), above + max(BAR[1], region.height * BAR_SHARE))

    def _bar(self, span: TimeSpan, setting: Setting, *, inside: bool) -> Box:
        """A span with what stands inside it, or else its icon."""
        theme, context = setting.theme, setting.context
        fill, key = _fill(span, context), f"{self.id}/{spelled(span.start)}"
        color, name = theme.text_on(fill), plain_text(span.title or span.label)

        def block(rect: Rect, body: TextBody | None = None) -> Iterator[Item]:
            yield panel(rect, context, fill=fill, body=body, name=name, key=key, decorative=False)
            if span.icon and body is None:
                side = min(theme.shape.icon, max(rect.width - PADDING.horizontal, rect.width / 2))
                yield icon(span.icon, rect.placed(Size(side, side)), color, context)

        if not (inside and span.inside()):
            return filling(block)
        return text(span.inside(color), setting, align="center", anchor="middle", insets=PADDING, draw=block)

    def _times(self, setting: Setting) -> Box:
        """Ticks where spans begin and end, each time below, moved aside where times would touch."""
        moments = sorted({time for span in self.spans for time in (span.start, span.end)})
        words = [f"{self.prefix} {spelled(moment)}".strip() for moment in moments]
        words[-1] = f"{words[-1]} {self.unit}".strip()
        tone, small = setting.tone, setting.smaller()
        times = [
            one_line(LabelParagraph(each, color=tone.muted), small, align="center", name=f"Time {each}")
            for each in words
        ]

        def draw(rect: Rect) -> Iterator[Drawn]:
            middles = [self._x(moment, rect) - SEAM / 2 for moment in moments]
            inside = [min(max(x, rect.left + 0.5), rect.right - 0.5) for x in middles]
            places = spread_places(times, inside, rect.inset(Insets(top=TICK + TIME_GAP)), APART)
            for x, time, place in zip(inside, times, places, strict=True):
                yield bar(replace(rect, left=x - 0.5, width=1.0, height=TICK), tone.hairline, "Tick")
                yield from time.draw(place)

        size = row(times, ["fit"] * len(times), gap=APART).natural
        return fixed(Size(size.width, TICK + TIME_GAP + size.height), draw)


def _holds(span: TimeSpan, width: float, setting: Setting) -> bool:
    """Whether what a span says has room in it, in a bar of the usual height."""
    body = setting.body(span.inside(), width, insets=PADDING)
    return label_fits(body, Size(width, BAR[1]), setting.context)


def _name(span: TimeSpan, setting: Setting, *, inside: bool) -> Box:
    """A span's name, with the rest below it unless that stands inside the span."""
    tone, dark = setting.tone, on_dark(setting.context)
    color = tone.text if dark else setting.theme.hue(_fill(span, setting.context)).text
    lines = (LabelParagraph(span.label, bold=True, color=color), *(() if inside else span.inside()))
    return aligned(text(lines, setting, align="center"), vertical=1.0)


def _fill(span: TimeSpan, context: LayoutContext) -> Color:
    theme = context.theme
    if span.color:
        return theme.palette[span.color]
    return theme.role.primary if span.highlight or on_dark(context) else theme.role.dark
