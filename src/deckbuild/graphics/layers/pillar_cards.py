"""Pillars of a layers graphic: cards side by side whose lines share their rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Item, Stroke, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.layers.model import Layer, Pillar, Word
from deckbuild.layout.icons import icon, icon_width
from deckbuild.layout.label import LabelLine, label_size, set_label
from deckbuild.layout.marks import cap, caption
from deckbuild.layout.shapes import bar, panel
from deckbuild.theme import Series

PADDING = Insets(14.0, 14.0, 10.0, 14.0)
CAP = 5.0  # the coloured top edge
TITLE = 3.0  # points that a title is larger than the text
GAP = 16.0  # between pillars
ROW_GAP = 5.0  # above and below the hairline between rows
ICON_GAP = 9.0
LABEL_WIDTH = 104.0
"""Most points that row labels take at the left before they wrap."""
LABEL_GAP = 12.0


def pillar_rects(layer: Layer, rect: Rect, size: float, context: LayoutContext) -> tuple[Rect, ...]:
    """Where the pillars stand in the layer's rectangle, the row labels at their left."""
    if not layer.pillars:
        return ()
    left = rect.left + _label_width(layer, size, context)
    count = len(layer.pillars)
    width = (rect.right - left - GAP * (count - 1)) / count
    return tuple(Rect(left + index * (width + GAP), rect.top, width, rect.height) for index in range(count))


def pillars_need(layer: Layer, size: float, width: float, context: LayoutContext) -> Size:
    """What the pillars take in `width` points: more width if a word is wider than its pillar."""
    rects = pillar_rects(layer, Rect(0.0, 0.0, width, 0.0), size, context)
    rows = _row_heights(layer, rects[0].width, size, context)
    inner = rects[0].width - PADDING.horizontal
    over = 0.0
    for pillar in layer.pillars:
        texts = [(_title(pillar, inner, size, context), inner - _title_lead(pillar, context))]
        texts += [(_set(word, inner, size, context), inner - _lead(word, size)) for word in pillar.lines]
        for body, room in texts:
            over = max(over, *(context.typesetter.widest_unit(p.runs) - room for p in body.paragraphs))
    height = PADDING.vertical + sum(rows) + 2 * ROW_GAP * (len(rows) - 1)
    return Size(width + max(0.0, over) * len(rects), height)


def draw_pillars(
    layer: Layer, rect: Rect, ends: Sequence[tuple[Rect, str]], size: float, context: LayoutContext
) -> Iterator[Item]:
    """The row labels, then the pillars one after the other, so that each reads as a whole."""
    rows = _row_heights(layer, ends[0][0].width, size, context)
    free = rect.height - PADDING.vertical - sum(rows)
    air = free / (2 * (len(rows) - 1)) if len(rows) > 1 else 0.0
    tops = [rect.top + PADDING.top + sum(rows[:index]) + 2 * air * index for index in range(len(rows))]
    width = _label_width(layer, size, context)
    for text, top, height in zip(layer.row_labels, tops[1:], rows[1:], strict=False):
        line = LabelLine(text, bold=True, color=context.tone.muted)
        yield caption(
            (line,), Rect(rect.left, top, width - LABEL_GAP, height), size, context, anchor="middle"
        )
    spare = list(context.theme.series)
    for index, (pillar, (box, key)) in enumerate(zip(layer.pillars, ends, strict=True)):
        series = spare[index % len(spare)]
        if pillar.color:
            series = context.theme.hue(context.theme.palette[pillar.color])
        yield from _pillar(pillar, box, key, series, tops, rows, air, size, context)


def _pillar(
    pillar: Pillar,
    box: Rect,
    key: str,
    series: Series,
    tops: Sequence[float],
    rows: Sequence[float],
    air: float,
    size: float,
    context: LayoutContext,
) -> Iterator[Item]:
    theme = context.theme
    fill = series.tint if pillar.highlight else theme.role.background
    stroke = Stroke(series.fill if pillar.highlight else theme.role.hairline, theme.shape.stroke)
    yield panel(box, context, fill=fill, stroke=stroke, name=plain_text(pillar.title), key=key)
    yield cap(box, CAP, theme.shape.radius, series.fill)
    left, inner = box.left + PADDING.left, box.width - PADDING.horizontal
    side = theme.shape.icon
    lead = 0.0
    if pillar.icon:
        wide = icon_width(pillar.icon, side)
        yield icon(pillar.icon, Rect(left, tops[0] + (rows[0] - side) / 2, wide, side), series.text, context)
        lead = wide + ICON_GAP
    title = LabelLine(pillar.title, bold=True, color=theme.role.heading, delta=TITLE)
    yield caption((title,), Rect(left + lead, tops[0], inner - lead, rows[0]), size, context, anchor="middle")
    for word, top, height in zip(pillar.lines, tops[1:], rows[1:], strict=False):
        yield bar(Rect(left, top - air - 0.5, inner, 1.0), theme.role.hairline, "Rule")
        lead = _lead(word, size)
        if word.icon:
            mark = size * 1.2
            place = Rect(left, top + (height - mark) / 2, icon_width(word.icon, mark), mark)
            yield icon(word.icon, place, series.text, context)
        line = LabelLine(word.text, color=theme.role.text)
        yield caption((line,), Rect(left + lead, top, inner - lead, height), size, context, anchor="middle")


def _title_lead(pillar: Pillar, context: LayoutContext) -> float:
    return icon_width(pillar.icon, context.theme.shape.icon) + ICON_GAP if pillar.icon else 0.0


def _title(pillar: Pillar, inner: float, size: float, context: LayoutContext) -> TextBody:
    line = LabelLine(pillar.title, bold=True, delta=TITLE)
    return set_label((line,), size, inner - _title_lead(pillar, context), context, align="left")


def _set(word: Word, inner: float, size: float, context: LayoutContext) -> TextBody:
    return set_label((LabelLine(word.text),), size, inner - _lead(word, size), context, align="left")


def _lead(word: Word, size: float) -> float:
    return icon_width(word.icon, size * 1.2) + ICON_GAP if word.icon else 0.0


def _row_heights(layer: Layer, width: float, size: float, context: LayoutContext) -> list[float]:
    """Heights of the title row and of each row of lines, row labels included, in points."""
    inner = width - PADDING.horizontal
    side = context.theme.shape.icon
    titles = [
        max(_title(pillar, inner, size, context).height, side if pillar.icon else 0.0)
        for pillar in layer.pillars
    ]
    heights = [max(titles)]
    for index in range(max(len(pillar.lines) for pillar in layer.pillars)):
        words = [pillar.lines[index] for pillar in layer.pillars if index < len(pillar.lines)]
        height = max(_set(word, inner, size, context).height for word in words)
        if index < len(layer.row_labels):
            line = LabelLine(layer.row_labels[index], bold=True)
            height = max(height, set_label((line,), size, LABEL_WIDTH, context).height)
        heights.append(height)
    return heights


def _label_width(layer: Layer, size: float, context: LayoutContext) -> float:
    if not layer.row_labels:
        return 0.0
    lines = [LabelLine(text, bold=True) for text in layer.row_labels]
    return max(label_size((line,), size, context, LABEL_WIDTH).width for line in lines) + LABEL_GAP
