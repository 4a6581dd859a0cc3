"""A timeline: spans of time in proportion, each with its name, and ticks where they begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar, Self

from pydantic import Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.fields import ColorName, Inline
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.numbers import Number
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import OUT_OF_RANGE
from deckbuild.document import Color, Frame, Item, Text
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.icons import IconName, icon
from deckbuild.layout.label import LabelLine, fit_labels, label_fits, set_label
from deckbuild.layout.marks import caption, on_dark, one_line
from deckbuild.layout.shapes import bar, panel
from deckbuild.layout.spread import spread

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

    def inside(self, color: Color | None = None) -> tuple[LabelLine, ...]:
        title = (LabelLine(self.title, bold=True, color=color),) if self.title else ()
        return title + ((LabelLine(self.detail, color=color),) if self.detail else ())


@GRAPHICS.register("timeline")
class Timeline(Graphic):
    """Spans of time in proportion to their length, with the times where they begin and end."""

    technical: ClassVar[bool] = False

    spans: tuple[TimeSpan, ...] = Field(
        min_length=1, max_length=40, description="The spans in order of time."
    )
    unit: Inline = Field(default="", description="Unit of the times, written after the last one.")
    prefix: Inline = Field(default="", description="Written before every time, such as Week.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        faults = [
            Fault(
                f"ends at {spelled(span.end)}, but starts at {spelled(span.start)}",
                "",
                OUT_OF_RANGE,
                ("spans", i, "end"),
            )
            for i, span in enumerate(self.spans)
            if span.end <= span.start
        ]
        faults += [
            Fault(
                f"starts at {spelled(after.start)}, before {plain_text(before.label)!r} ends at "
                f"{spelled(before.end)}",
                "spans stand in order and don't overlap",
                OUT_OF_RANGE,
                ("spans", i + 1, "start"),
            )
            for i, (before, after) in enumerate(pairwise(self.spans))
            if after.start < before.end
        ]
        raise_faults(faults)
        return self

    def prefers_wide(self) -> bool:
        return True

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        rects = self._rects(region.width)
        size = self._size(rects, context)
        inside = [
            self._fits_inside(span, rect, size, context) for span, rect in zip(self.spans, rects, strict=True)
        ]
        names = self._names(rects, inside, size, region, context)
        top = max(name.rect.bottom for name in names) + NAME_GAP
        times = self._times(rects, size, region.width, context)
        below = TICK + TIME_GAP + max(time.body.height for _, time in times)
        needed = max(
            (
                self._needs(span, rect, size, context)
                for span, rect, fits in zip(self.spans, rects, inside, strict=True)
                if fits
            ),
            default=0.0,
        )
        height = max(BAR[0], needed, min(max(BAR[1], region.height * BAR_SHARE), region.height - top - below))
        items: list[Item] = []
        for span, rect, fits, name in zip(self.spans, rects, inside, names, strict=True):
            box = Rect(rect.left, top, rect.width, height)
            items += [name, *self._span(span, box, fits, size, context)]
        for x, time in times:
            items.append(bar(Rect(x - 0.5, top + height, 1.0, TICK), context.tone.hairline, "Tick"))
            rect = Rect(time.rect.left, top + height + TICK + TIME_GAP, time.rect.width, time.body.height)
            items.append(Text(rect, time.body, time.name))
        widest = max(item.rect.right for item in items)
        return Frame(Size(max(region.width, widest), top + height + below), tuple(items))

    def _rects(self, width: float) -> list[Rect]:
        """Where the spans lie across the region; a seam parts neighbours."""
        first, last = self.spans[0].start, self.spans[-1].end
        scale = (width + SEAM) / (last - first)
        return [
            Rect((span.start - first) * scale, 0, max(NARROWEST, (span.end - span.start) * scale - SEAM), 0)
            for span in self.spans
        ]

    def _size(self, rects: list[Rect], context: LayoutContext) -> float:
        """The largest size at which all that can stand inside the spans does."""
        smallest = context.theme.type.label.min
        labels = [
            (span.inside(), Size(rect.width, BAR[1]))
            for span, rect in zip(self.spans, rects, strict=True)
            if span.title and self._fits_inside(span, rect, smallest, context)
        ]
        return fit_labels(labels, context, largest=LARGEST, insets=PADDING)

    def _fits_inside(self, span: TimeSpan, rect: Rect, size: float, context: LayoutContext) -> bool:
        body = set_label(span.inside(), size, rect.width, context, insets=PADDING)
        return label_fits(body, Size(rect.width, BAR[1]), context)

    def _needs(self, span: TimeSpan, rect: Rect, size: float, context: LayoutContext) -> float:
        return set_label(span.inside(), size, rect.width, context, insets=PADDING).height

    def _names(
        self, rects: list[Rect], inside: list[bool], size: float, region: Size, context: LayoutContext
    ) -> list[Text]:
        """The names above the bar, bottoms in line; with title and detail where the span can't hold them."""
        sets = []
        for span, fits in zip(self.spans, inside, strict=True):
            color = self._fill(span, context)
            lines = [LabelLine(span.label, bold=True, color=_readable(color, context))]
            lines += () if fits else span.inside()
            width = max(one_line(line, size, context).width for line in lines) + 0.5
            sets.append((lines, width))
        centers = [rect.center.x for rect in rects]
        lefts = spread(centers, [width for _, width in sets], 0.0, region.width, APART)
        drawn = [
            caption(lines, Rect(left, 0, width, 0), size, context, align="center")
            for (lines, width), left in zip(sets, lefts, strict=True)
        ]
        tallest = max(text.rect.height for text in drawn)
        return [
            Text(Rect(t.rect.left, tallest - t.rect.height, t.rect.width, t.rect.height), t.body, t.name)
            for t in drawn
        ]

    def _span(
        self, span: TimeSpan, box: Rect, fits: bool, size: float, context: LayoutContext
    ) -> Iterator[Item]:
        fill = self._fill(span, context)
        color = context.theme.text_on(fill)
        lines = span.inside(color) if fits else ()
        body = set_label(lines, size, box.width, context, insets=PADDING) if lines else None
        name = plain_text(span.title or span.label)
        yield panel(
            box,
            context,
            fill=fill,
            body=body,
            name=name,
            key=f"{self.id}/{spelled(span.start)}",
            decorative=False,
        )
        if span.icon and not lines:
            side = min(context.theme.shape.icon, max(box.width - PADDING.horizontal, box.width / 2))
            yield icon(
                span.icon, Rect(box.center.x - side / 2, box.center.y - side / 2, side, side), color, context
            )

    def _times(
        self, rects: list[Rect], size: float, width: float, context: LayoutContext
    ) -> list[tuple[float, Text]]:
        """Where each tick is, and its time below, moved aside where times would touch."""
        at: dict[float, float] = {}
        for span, rect in zip(self.spans, rects, strict=True):
            at.setdefault(span.start, max(0.5, rect.left - SEAM / 2))
            at[span.end] = min(width - 0.5, rect.right + SEAM / 2)
        moments = sorted(at)
        texts = [f"{self.prefix} {spelled(moment)}".strip() for moment in moments]
        texts[-1] = f"{texts[-1]} {self.unit}".strip()
        bodies = [
            one_line(LabelLine(text, color=context.tone.muted), size - 1, context, align="center")
            for text in texts
        ]
        widths = [body.width + 0.5 for body in bodies]
        lefts = spread([at[moment] for moment in moments], widths, 0.0, width, APART)
        return [
            (at[moment], Text(Rect(left, 0, wide, body.height), body, f"Time {text}"))
            for moment, text, body, wide, left in zip(moments, texts, bodies, widths, lefts, strict=True)
        ]

    def _fill(self, span: TimeSpan, context: LayoutContext) -> Color:
        theme = context.theme
        if span.color:
            return theme.palette[span.color]
        return theme.role.primary if span.highlight or on_dark(context) else theme.role.dark


def _readable(fill: Color, context: LayoutContext) -> Color:
    """Text in the hue of `fill` on a light page; the tone's own on a dark one."""
    return context.tone.text if on_dark(context) else context.theme.hue(fill).text
