"""Code in its panel, callouts beside it, and a leader from each callout to its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckbuild.context import LayoutContext
from deckbuild.document import Connector, Ellipse, Frame, Glue, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.annotated_code.leaders import channels, settle
from deckbuild.graphics.annotated_code.model import AnnotatedCodeSpec, line_range
from deckbuild.graphics.shared.connect import elbow
from deckbuild.layout.highlight import code_paragraphs, code_runs, source_lines
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.label import set_label
from deckbuild.layout.shapes import panel
from deckbuild.text.fitting import largest_fitting, sizes_between

CARD_SHARE = 0.36
"""Of the width: the least that callouts get, so that their text doesn't run down in a narrow column."""

GUTTER = 44.0
"""Least way for the leaders between code and callouts, in points."""

CARD_AIR = 1.3
"""How many times its needed height a callout may grow to fill the column."""

DOT = 8.0
GLOW = 0.13  # opacity of the light band behind the lines that a callout is about
BAND_MARGIN = 8.0

SINK = 1.0
"""Points by which letters stand below the middle of a line of exact pitch (PowerPoint 0, LibreOffice 2)."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Sizes that belong together: code and callouts at their text sizes, and whether all that fits."""

    code: TextBody
    cards: tuple[TextBody, ...]
    card: Size
    dots_x: float
    cards_x: float
    needed: Size


def lay_out_code(graphic: AnnotatedCodeSpec, region: Size, context: LayoutContext) -> Frame:
    """Code left, callouts right in the order of their lines, so that no leader crosses another."""
    plan = _plan(graphic, region, context)
    width, height = max(region.width, plan.needed.width), max(region.height, plan.needed.height)
    whole = Rect(0, 0, width, height)
    ranges = [(callout, *line_range(callout, source_lines(graphic.source))) for callout in graphic.callouts]
    order = sorted(range(len(ranges)), key=lambda index: ranges[index][1:])
    padding = _padding(context)
    top = padding.top + _header_height(graphic, context)
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
    cards = [Rect(plan.cards_x, center - card_height / 2, plan.card.width, card_height) for center in centers]
    code = Rect(padding.left, top, plan.code.width, plan.code.height)
    items: list[Item] = [
        panel(whole, context, fill=context.theme.code.background, name="Code panel", decorative=True),
        *_header(graphic, graphic.heading, padding.left, plan.dots_x - padding.left, context),
        *(_band(band, context) for band in bands),
        Text(code, plan.code, "Code", span=graphic.span),
        *_header(graphic, graphic.callouts_heading, plan.cards_x, plan.card.width, context),
        *_leaders(graphic, order, bands, cards, context),
    ]
    for index, rect in zip(order, cards, strict=True):
        items += _card(graphic, index, rect, plan.cards[index], context)
    return Frame(Size(width, height), tuple(items))


def _plan(graphic: AnnotatedCodeSpec, region: Size, context: LayoutContext) -> _Plan:
    """The largest code that fits beside and above everything else, then the largest callouts."""
    code, label = context.theme.type.code, context.theme.type.label

    def fits(plan: _Plan) -> bool:
        return plan.needed.width <= region.width + 0.01 and plan.needed.height <= region.height + 0.01

    size, _ = largest_fitting(
        sizes_between(code.min, code.max, 0.5),
        lambda tried: _sized(graphic, tried, label.min, region, context),
        fits,
    )
    _, plan = largest_fitting(
        sizes_between(label.min, label.max, 0.5),
        lambda tried: _sized(graphic, size, tried, region, context),
        fits,
    )
    return plan


def _sized(
    graphic: AnnotatedCodeSpec, code_size: float, label_size: float, region: Size, context: LayoutContext
) -> _Plan:
    padding, shape = _padding(context), context.theme.shape
    lines = code_paragraphs(code_runs(graphic.source, graphic.language, code_size, context), context)
    code = TextBody(lines, wrap=False)
    dots_x = padding.left + code.width + BAND_MARGIN * 2
    width = max(region.width * CARD_SHARE, region.width - padding.right - dots_x - GUTTER * 1.5)
    width = min(width, region.width * (CARD_SHARE + 0.06))
    insets = Insets.symmetric(shape.padding, shape.padding * 0.75)
    cards = tuple(
        set_label(callout.label(context), label_size, width - shape.bar, context, align="left", insets=insets)
        for callout in graphic.callouts
    )
    card = Size(width, max(body.height for body in cards))
    column = card.height * len(cards) + shape.gap * (len(cards) - 1)
    needed = Size(
        dots_x + GUTTER + width + padding.right,
        padding.vertical + _header_height(graphic, context) + max(code.height, column),
    )
    cards_x = max(region.width, needed.width) - padding.right - width
    return _Plan(code, cards, card, dots_x, cards_x, needed)


def _padding(context: LayoutContext) -> Insets:
    padding = context.theme.shape.padding
    return Insets(padding, padding * 1.5, padding * 1.25, padding * 1.5 + BAND_MARGIN)


def _header_height(graphic: AnnotatedCodeSpec, context: LayoutContext) -> float:
    if graphic.heading is None and graphic.callouts_heading is None:
        return 0.0
    style = context.theme.type.heading.at(0)
    return context.typesetter.metrics.height(style) + context.theme.shape.gap / 2


def _header(
    graphic: AnnotatedCodeSpec, text: str | None, left: float, width: float, context: LayoutContext
) -> Iterator[Text]:
    if text is None:
        return
    dark = context.theme.dark
    style = context.theme.type.heading.at(0, dark.text)
    body = TextBody((context.typesetter.paragraph(inline_runs(text, style, context), width),))
    at = Rect(left, _padding(context).top, width, body.height)
    yield Text(at, body, "Heading", span=graphic.span)


def _band(rect: Rect, context: LayoutContext) -> Shape:
    """Light behind the lines; two points are left between neighbours."""
    rect = rect.inset(Insets.symmetric(0.0, 1.0)).moved(0.0, SINK)
    fill = context.theme.role.on_dark.faded(GLOW)
    shape = Rounded(context.theme.shape.radius / 2)
    return Shape(rect, shape, fill, name="Highlight", decorative=True)


def _card(
    graphic: AnnotatedCodeSpec, index: int, rect: Rect, body: TextBody, context: LayoutContext
) -> Iterator[Shape]:
    theme = context.theme
    name = f"Callout {index + 1}"
    edge = theme.shape.bar
    yield panel(rect, context, fill=theme.role.primary, name=f"{name} edge", key=_key(graphic, "card", index))
    front = Rect(rect.left + edge, rect.top, rect.width - edge, rect.height)
    yield panel(front, context, fill=theme.role.surface, body=body, name=name)


def _leaders(
    graphic: AnnotatedCodeSpec,
    order: Sequence[int],
    bands: Sequence[Rect],
    cards: Sequence[Rect],
    context: LayoutContext,
) -> Iterator[Item]:
    theme = context.theme
    stroke = Stroke(theme.role.primary, theme.shape.connector)
    ways = [
        (Point(band.right + DOT / 2, band.center.y + SINK), Point(card.left, card.center.y))
        for band, card in zip(bands, cards, strict=True)
    ]
    for index, (start, end), bend in zip(order, ways, channels(ways), strict=True):
        dot = Rect(start.x - DOT, start.y - DOT / 2, DOT, DOT)
        key = _key(graphic, "dot", index)
        yield Connector(
            elbow(start, "right", end, "left", bend),
            stroke,
            Glue(key, "right"),
            Glue(_key(graphic, "card", index), "left"),
            end_arrow=False,
            name=f"Leader {index + 1}",
            decorative=True,
        )
        yield Shape(dot, Ellipse(), theme.role.primary, name=f"Dot {index + 1}", key=key, decorative=True)


def _key(graphic: AnnotatedCodeSpec, part: str, index: int) -> str:
    return f"{graphic.id}/{part}-{index + 1}"
