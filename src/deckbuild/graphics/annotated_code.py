"""Source code with callouts that point at its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.fields import Inline, PlainStr, Verbatim, as_list
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_REFERENCE, MISSING, OUT_OF_RANGE
from deckbuild.document import Connector, Frame, Glue, Item, Preset, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.drawing.connect import SITES, elbow
from deckbuild.graphics.drawing.leaders import channels, settle
from deckbuild.layout.highlight import Language, code_paragraphs, code_runs, source_lines
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.shapes import panel, rounded
from deckbuild.text.fitting import largest_fitting, sizes_between

CARD_SHARE = 0.36
"""Of the width: the least that callouts get, so that their text doesn't run down in a narrow column."""

GUTTER = 44.0
"""Least way for the leaders between code and callouts, in points."""

CARD_AIR = 1.3
"""How many times its needed height a callout may grow to fill the column."""

DOT = 8.0
DOT_SITE = 6  # the right one of an ellipse's eight connection sites
GLOW = 0.13  # opacity of the light band behind the lines that a callout is about
BAND_MARGIN = 8.0

SINK = 1.0
"""Points by which letters stand below the middle of a line of exact pitch (PowerPoint 0, LibreOffice 2)."""


def _as_tuple(value: Any) -> Any:
    return [value] if isinstance(value, int) else value


class CodeCallout(Node):
    """A remark on some lines of the code."""

    noun: ClassVar[str] = "callout"

    match: Annotated[tuple[PlainStr, ...], BeforeValidator(as_list)] = Field(
        default=(),
        description=(
            "Text that stands in just one line; two texts for the first and the last of several lines."
        ),
    )
    lines: Annotated[tuple[Annotated[int, Field(ge=1, le=100_000)], ...], BeforeValidator(_as_tuple)] = Field(
        default=(),
        max_length=2,
        description="Instead of `match`: the line's number from 1, or `[first, last]`.",
    )
    title: Inline = Field(description="What it is about, in bold.")
    text: Inline = Field(default="", description="What there is to say.")

    def label(self, context: LayoutContext) -> tuple[LabelLine, ...]:
        theme = context.theme
        said = (LabelLine(self.text, color=theme.role.text, gap=0.1),) if self.text else ()
        return (LabelLine(self.title, bold=True, color=theme.role.heading), *said)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Sizes that belong together: code and callouts at their text sizes, and whether all that fits."""

    code: TextBody
    cards: tuple[TextBody, ...]
    card: Size
    dots_x: float
    cards_x: float
    needed: Size


@GRAPHICS.register("annotated-code")
class AnnotatedCode(Graphic):
    """Code in a dark panel, its important lines lit up, each explained by a callout beside it."""

    language: Language = Field(
        default="text",
        description="What it is written in: a name that Pygments knows, such as json, yaml or python.",
    )
    source: Verbatim = Field(min_length=1, description="The code, taken literally. Use a block scalar (`|`).")
    heading: Inline | None = Field(default=None, description="Above the code.")
    callouts_heading: Inline | None = Field(default=None, description="Above the callouts.")
    callouts: tuple[CodeCallout, ...] = Field(min_length=1, description="Remarks on lines of the code.")

    def prefers_wide(self) -> bool:
        return True

    @model_validator(mode="after")
    def _point_somewhere(self) -> Self:
        lines = source_lines(self.source)
        raise_faults(
            fault for index, callout in enumerate(self.callouts) for fault in _faults(callout, index, lines)
        )
        return self

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """Code left, callouts right in the order of their lines, so that no leader crosses another."""
        plan = self._plan(region, context)
        width, height = max(region.width, plan.needed.width), max(region.height, plan.needed.height)
        whole = Rect(0, 0, width, height)
        ranges = [(callout, *line_range(callout, source_lines(self.source))) for callout in self.callouts]
        order = sorted(range(len(ranges)), key=lambda index: ranges[index][1:])
        padding = self._padding(context)
        top = padding.top + self._header_height(context)
        pitch = plan.code.paragraphs[0].lines[0].height
        bands = [
            Rect.from_edges(
                padding.left - BAND_MARGIN,
                top + (ranges[index][1] - 1) * pitch,
                plan.dots_x,
                top + ranges[index][2] * pitch,
            )
            for index in order
        ]
        gap = context.theme.shape.gap
        room = height - padding.bottom - top
        card_height = min(plan.card.height * CARD_AIR, (room - gap * (len(bands) - 1)) / len(bands))
        card_height = max(card_height, plan.card.height)
        centers = settle(
            [band.center.y + SINK for band in bands],
            card_height + gap,
            top + card_height / 2,
            height - padding.bottom - card_height / 2,
        )
        cards = [
            Rect(plan.cards_x, center - card_height / 2, plan.card.width, card_height) for center in centers
        ]
        code = Rect(padding.left, top, plan.code.width, plan.code.height)
        items: list[Item] = [
            panel(whole, context, fill=context.theme.code.background, name="Code panel", decorative=True),
            *self._header(self.heading, padding.left, plan.dots_x - padding.left, context),
            *(self._band(band, context) for band in bands),
            Text(code, plan.code, "Code", span=self.span),
            *self._header(self.callouts_heading, plan.cards_x, plan.card.width, context),
            *self._leaders(order, bands, cards, context),
        ]
        for index, rect in zip(order, cards, strict=True):
            items += self._card(index, rect, plan.cards[index], context)
        return Frame(Size(width, height), tuple(items))

    def _plan(self, region: Size, context: LayoutContext) -> _Plan:
        """The largest code that fits beside and above everything else, then the largest callouts."""
        code, label = context.theme.type.code, context.theme.type.label

        def fits(plan: _Plan) -> bool:
            return plan.needed.width <= region.width + 0.01 and plan.needed.height <= region.height + 0.01

        size, _ = largest_fitting(
            sizes_between(code.min, code.max, 0.5),
            lambda tried: self._sized(tried, label.min, region, context),
            fits,
        )
        _, plan = largest_fitting(
            sizes_between(label.min, label.max, 0.5),
            lambda tried: self._sized(size, tried, region, context),
            fits,
        )
        return plan

    def _sized(self, code_size: float, label_size: float, region: Size, context: LayoutContext) -> _Plan:
        padding, shape = self._padding(context), context.theme.shape
        lines = code_paragraphs(code_runs(self.source, self.language, code_size, context), context)
        code = TextBody(lines, wrap=False)
        dots_x = padding.left + code.width + BAND_MARGIN * 2
        width = max(region.width * CARD_SHARE, region.width - padding.right - dots_x - GUTTER * 1.5)
        width = min(width, region.width * (CARD_SHARE + 0.06))
        insets = Insets.symmetric(shape.padding, shape.padding * 0.75)
        cards = tuple(
            set_label(
                callout.label(context), label_size, width - shape.bar, context, align="left", insets=insets
            )
            for callout in self.callouts
        )
        card = Size(width, max(body.height for body in cards))
        column = card.height * len(cards) + shape.gap * (len(cards) - 1)
        needed = Size(
            dots_x + GUTTER + width + padding.right,
            padding.vertical + self._header_height(context) + max(code.height, column),
        )
        cards_x = max(region.width, needed.width) - padding.right - width
        return _Plan(code, cards, card, dots_x, cards_x, needed)

    def _padding(self, context: LayoutContext) -> Insets:
        padding = context.theme.shape.padding
        return Insets(padding, padding * 1.5, padding * 1.25, padding * 1.5 + BAND_MARGIN)

    def _header_height(self, context: LayoutContext) -> float:
        if self.heading is None and self.callouts_heading is None:
            return 0.0
        style = context.theme.type.heading.at(0)
        return context.typesetter.metrics.height(style) + context.theme.shape.gap / 2

    def _header(self, text: str | None, left: float, width: float, context: LayoutContext) -> Iterator[Text]:
        if text is None:
            return
        dark = context.theme.dark
        style = context.theme.type.heading.at(0, dark.text)
        body = TextBody((context.typesetter.paragraph(inline_runs(text, style, context), width),))
        at = Rect(left, self._padding(context).top, width, body.height)
        yield Text(at, body, "Heading", span=self.span)

    def _band(self, rect: Rect, context: LayoutContext) -> Shape:
        """Light behind the lines; two points are left between neighbours."""
        rect = rect.inset(Insets.symmetric(0.0, 1.0)).moved(0.0, SINK)
        fill = context.theme.role.on_dark.faded(GLOW)
        shape = rounded(rect.size, context.theme.shape.radius / 2)
        return Shape(rect, shape, fill, name="Highlight", decorative=True)

    def _card(self, index: int, rect: Rect, body: TextBody, context: LayoutContext) -> Iterator[Shape]:
        theme = context.theme
        name = f"Callout {index + 1}"
        edge = theme.shape.bar
        yield panel(rect, context, fill=theme.role.primary, name=f"{name} edge", key=self._key("card", index))
        front = Rect(rect.left + edge, rect.top, rect.width - edge, rect.height)
        yield panel(front, context, fill=theme.role.surface, body=body, name=name)

    def _leaders(
        self, order: Sequence[int], bands: Sequence[Rect], cards: Sequence[Rect], context: LayoutContext
    ) -> Iterator[Item]:
        theme = context.theme
        stroke = Stroke(theme.role.primary, theme.shape.connector)
        ways = [
            (Point(band.right + DOT / 2, band.center.y + SINK), Point(card.left, card.center.y))
            for band, card in zip(bands, cards, strict=True)
        ]
        for index, (start, end), bend in zip(order, ways, channels(ways), strict=True):
            dot = Rect(start.x - DOT, start.y - DOT / 2, DOT, DOT)
            key = self._key("dot", index)
            yield Connector(
                elbow(start, "right", end, "left", bend),
                stroke,
                Glue(key, DOT_SITE),
                Glue(self._key("card", index), SITES["left"]),
                end_arrow=False,
                name=f"Leader {index + 1}",
                decorative=True,
            )
            yield Shape(
                dot, Preset("ellipse"), theme.role.primary, name=f"Dot {index + 1}", key=key, decorative=True
            )

    def _key(self, part: str, index: int) -> str:
        return f"{self.id}/{part}-{index + 1}"


def line_range(callout: CodeCallout, lines: Sequence[str]) -> tuple[int, int]:
    """First and last line, counted from 1, that a callout is about."""
    if callout.lines:
        return callout.lines[0], callout.lines[-1]
    found = [number for text in callout.match for number in _lines_with(text, lines)[:1]]
    return min(found), max(found)


def _lines_with(text: str, lines: Iterable[str]) -> list[int]:
    return [number for number, line in enumerate(lines, 1) if text in line]


def _faults(callout: CodeCallout, index: int, lines: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with where a callout points."""
    at = ("callouts", index)
    if bool(callout.match) == bool(callout.lines):
        yield Fault("a callout needs either 'match' or 'lines'", "", MISSING, at)
    for text in callout.match:
        found = _lines_with(text, lines)
        if not found:
            hint = did_you_mean(text, (line.strip() for line in lines if len(line.strip()) > 2))
            yield Fault(f"no line of the source contains {str(text)!r}", hint, BAD_REFERENCE, (*at, "match"))
        elif len(found) > 1:
            listed = ", ".join(map(str, found))
            message = f"{str(text)!r} stands in lines {listed}"
            yield Fault(message, "write more of the line, or give 'lines'", BAD_REFERENCE, (*at, "match"))
    if any(not 1 <= number <= len(lines) for number in callout.lines):
        yield Fault(f"the source has lines 1 to {len(lines)}", "", OUT_OF_RANGE, (*at, "lines"))
    if any(first > last for first, last in pairwise(callout.lines)):
        yield Fault("the first line comes after the last", "swap them", OUT_OF_RANGE, (*at, "lines"))
