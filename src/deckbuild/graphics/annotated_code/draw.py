"""Code in its panel, callouts beside it, and a leader from each callout to its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.diagrams.connect import elbow
from deckbuild.document import Connector, Ellipse, Frame, Glue, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.annotated_code.leaders import channels, settle
from deckbuild.graphics.annotated_code.model import AnnotatedCodeSpec, line_range
from deckbuild.layout.boxes import Setting
from deckbuild.layout.highlight import code_paragraphs, code_runs, source_lines
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.label import fits_region
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
    """Code and callouts at their text sizes in a frame as large as they need, at least the region.

    `card` is the least of each callout. `code_room` and `card_room` are what is below the headings.
    """

    code: TextBody
    cards: tuple[TextBody, ...]
    card: Size
    need: Size
    code_room: Rect
    card_room: Rect


def lay_out_code(graphic: AnnotatedCodeSpec, region: Size, context: LayoutContext) -> Frame:
    """Code left, callouts right in the order of their lines, so that no leader crosses another."""
    theme, plan = context.theme, _plan(graphic, region, context)
    size = Size(max(region.width, plan.need.width), max(region.height, plan.need.height))
    source = source_lines(graphic.source)
    lines = [line_range(callout, source) for callout in graphic.callouts]
    order = sorted(range(len(lines)), key=lambda index: lines[index])
    bands = [_band(plan, *lines[index]) for index in order]
    cards = _cards(plan, bands, theme.shape.gap)
    ground, code = Rect.of_size(size), replace(plan.code_room, width=plan.code.width, height=plan.code.height)
    items: list[Item] = [
        panel(ground, context, fill=theme.code.background, name="Code panel", decorative=True),
        *_heading(graphic, graphic.heading, plan.code_room, context),
        *(_light(band, context) for band in bands),
        Text(code, plan.code, "Code", span=graphic.span),
        *_heading(graphic, graphic.callouts_heading, plan.card_room, context),
        *_leaders(graphic, order, bands, cards, context),
    ]
    for index, rect in zip(order, cards, strict=True):
        name, front = f"Callout {index + 1}", rect.inset(Insets(left=theme.shape.bar))
        key = _key(graphic, "card", index)
        items.append(panel(rect, context, fill=theme.role.primary, name=f"{name} edge", key=key))
        items.append(panel(front, context, fill=theme.role.surface, body=plan.cards[index], name=name))
    return Frame(size, tuple(items))


def _plan(graphic: AnnotatedCodeSpec, region: Size, context: LayoutContext) -> _Plan:
    """The largest code that fits beside and above everything else, then the largest callouts."""
    code, label = context.theme.type.code, context.theme.type.label

    def fits(plan: _Plan) -> bool:
        return fits_region(plan.need, region)

    size, _ = largest_fitting(
        sizes_between(code.min, code.max, 0.5),
        lambda tried: _sized(graphic, tried, Setting(label.min, context), region),
        fits,
    )
    _, plan = largest_fitting(
        sizes_between(label.min, label.max, 0.5),
        lambda tried: _sized(graphic, size, Setting(tried, context), region),
        fits,
    )
    return plan


def _sized(graphic: AnnotatedCodeSpec, code_size: float, setting: Setting, region: Size) -> _Plan:
    context, shape = setting.context, setting.context.theme.shape
    padding, header = _padding(context), _header_height(graphic, context)
    lines = code_paragraphs(code_runs(graphic.source, graphic.language, code_size, context), context)
    code = TextBody(lines, wrap=False)
    reach = code.width + BAND_MARGIN * 2
    free = region.width - padding.horizontal - reach - GUTTER * 1.5
    width = min(max(region.width * CARD_SHARE, free), region.width * (CARD_SHARE + 0.06))
    insets = Insets.symmetric(shape.padding, shape.padding * 0.75)
    cards = tuple(
        setting.body(callout.label(context), width - shape.bar, align="left", insets=insets)
        for callout in graphic.callouts
    )
    card = Size(width, max(body.height for body in cards))
    column = card.height * len(cards) + shape.gap * (len(cards) - 1)
    high = padding.vertical + header + max(code.height, column)
    need = Size(padding.horizontal + reach + GUTTER + width, high)
    whole = Rect.of_size(Size(max(region.width, need.width), max(region.height, need.height)))
    room = whole.inset(padding).inset(Insets(top=header))
    code_room, card_room = replace(room, width=reach), room.placed(Size(width, room.height), 1.0)
    return _Plan(code, cards, card, need, code_room, card_room)


def _padding(context: LayoutContext) -> Insets:
    padding = context.theme.shape.padding
    return Insets(padding, padding * 1.5, padding * 1.25, padding * 1.5 + BAND_MARGIN)


def _header_height(graphic: AnnotatedCodeSpec, context: LayoutContext) -> float:
    if graphic.heading is None and graphic.callouts_heading is None:
        return 0.0
    style = context.theme.type.heading.at(0)
    return context.typesetter.metrics.height(style) + context.theme.shape.gap / 2


def _heading(
    graphic: AnnotatedCodeSpec, text: str | None, room: Rect, context: LayoutContext
) -> Iterator[Text]:
    """A heading above `room`."""
    if text is None:
        return
    style = context.theme.type.heading.at(0, context.theme.dark.text)
    body = TextBody((context.typesetter.paragraph(inline_runs(text, style, context), room.width),))
    at = replace(room, top=_padding(context).top, height=body.height)
    yield Text(at, body, "Heading", span=graphic.span)


def _band(plan: _Plan, first: int, last: int) -> Rect:
    """Where these lines stand, counted from 1, as far as the dots of the leaders."""
    room, pitch = plan.code_room, plan.code.paragraphs[0].lines[0].height
    top = room.top + (first - 1) * pitch
    return Rect.from_edges(room.left - BAND_MARGIN, top, room.right, room.top + last * pitch)


def _light(band: Rect, context: LayoutContext) -> Shape:
    """Light behind the lines; two points are left between neighbours."""
    rect = band.inset(Insets.symmetric(0.0, 1.0)).moved(0.0, SINK)
    fill = context.theme.role.on_dark.faded(GLOW)
    return Shape(rect, Rounded(context.theme.shape.radius / 2), fill, name="Highlight", decorative=True)


def _cards(plan: _Plan, bands: Sequence[Rect], gap: float) -> list[Rect]:
    """The callouts, all of one height, each as near to its lines as the others let it be."""
    room, count = plan.card_room, len(bands)
    share = (room.height - gap * (count - 1)) / count
    height = max(plan.card.height, min(plan.card.height * CARD_AIR, share))
    wanted = [band.center.y + SINK for band in bands]
    centers = settle(wanted, height + gap, room.top + height / 2, room.bottom - height / 2)
    return [replace(room, top=center - height / 2, height=height) for center in centers]


def _leaders(
    graphic: AnnotatedCodeSpec,
    order: Sequence[int],
    bands: Sequence[Rect],
    cards: Sequence[Rect],
    context: LayoutContext,
) -> Iterator[Item]:
    color, width = context.theme.role.primary, context.theme.shape.connector
    ways = [
        (Point(band.right + DOT / 2, band.center.y + SINK), Point(card.left, card.center.y))
        for band, card in zip(bands, cards, strict=True)
    ]
    for index, (start, end), bend in zip(order, ways, channels(ways), strict=True):
        key, card = _key(graphic, "dot", index), _key(graphic, "card", index)
        yield Connector(
            elbow(start, "right", end, "left", bend),
            Stroke(color, width),
            Glue(key, "right"),
            Glue(card, "left"),
            end_arrow=False,
            name=f"Leader {index + 1}",
            decorative=True,
        )
        dot = Rect.around(start.moved(-DOT / 2, 0.0), DOT)
        yield Shape(dot, Ellipse(), color, name=f"Dot {index + 1}", key=key, decorative=True)


def _key(graphic: AnnotatedCodeSpec, part: str, index: int) -> str:
    return f"{graphic.id}/{part}-{index + 1}"
