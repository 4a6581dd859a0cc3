"""Code in its panel, callouts beside it, and a leader from each callout to its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.diagrams.connect import End, channels, connect
from deckbuild.document import Ellipse, Frame, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.annotated_code.model import AnnotatedCodeSpec, line_range
from deckbuild.layout.boxes import Box, Setting, column, filling, fixed, pad, row
from deckbuild.layout.highlight import code_paragraphs, code_pitch, code_runs, source_lines
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.label import STEP, fits_region
from deckbuild.layout.shapes import on_panel, panel
from deckbuild.layout.spread import settle
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


@dataclass(frozen=True, order=True, slots=True)
class Remark:
    """Where the lines of a callout begin and end, in points from the top of the code; its number from 1."""

    top: float
    bottom: float
    number: int


def lay_out_code(graphic: AnnotatedCodeSpec, region: Size, context: LayoutContext) -> Frame:
    """The largest code that fits beside and above everything else, then the largest callouts."""
    code, label = context.theme.type.code, context.theme.type.label

    def made(code_size: float, label_size: float) -> Box:
        return _panel(graphic, code_size, Setting(label_size, context), region.width)

    def fits(each: Box) -> bool:
        return fits_region(each.takes(Size(region.width, 0.0)), region)

    sizes = sizes_between(code.min, code.max, STEP)
    size, _ = largest_fitting(sizes, lambda tried: made(tried, label.min), fits)
    sizes = sizes_between(label.min, label.max, STEP)
    _, found = largest_fitting(sizes, lambda tried: made(size, tried), fits)
    return found.frame(Size(max(region.width, found.takes(region).width), region.height))


def _panel(graphic: AnnotatedCodeSpec, code_size: float, setting: Setting, width: float) -> Box:
    """Code left, callouts right in the order of their lines, so that no leader crosses another, each below
    its heading. The callouts' width follows from the region's."""
    theme, context = setting.theme, setting.context
    padding = theme.shape.padding
    around = Insets(padding, padding * 1.5, padding * 1.25, padding * 1.5 + BAND_MARGIN)
    runs = code_runs(graphic.source, graphic.language, code_size, context)
    source, pitch = source_lines(graphic.source), code_pitch(code_size)
    ranges = enumerate((line_range(each, source) for each in graphic.callouts), 1)
    remarks = sorted(Remark((first - 1) * pitch, last * pitch, number) for number, (first, last) in ranges)
    code = _code(graphic, TextBody(code_paragraphs(runs, context), wrap=False), remarks, context)
    wide = code.natural.width
    free = width - around.horizontal - wide - GUTTER * 1.5
    card = min(max(width * CARD_SHARE, free), width * (CARD_SHARE + 0.06))
    left = column([_heading(graphic, graphic.heading, wide, context), code], spare="end")
    above = _heading(graphic, graphic.callouts_heading, card, context)
    inside = row([left, column([above, _callouts(graphic, remarks, card, setting)])], (wide, "share"))
    return on_panel(pad(inside, around), context, fill=theme.code.background, name="Code panel")


def _heading(
    graphic: AnnotatedCodeSpec, said: str | None, width: float, context: LayoutContext
) -> Box | None:
    """A heading at the right end of its rectangle, `width` points wide; room for one if there is another."""
    if graphic.heading is None and graphic.callouts_heading is None:
        return None
    style = context.theme.type.heading.at(0, context.theme.dark.text)
    height = context.typesetter.metrics.height(style) + context.theme.shape.gap / 2

    def draw(rect: Rect) -> Iterator[Text]:
        if said is not None:
            body = TextBody((context.typesetter.paragraph(inline_runs(said, style, context), width),))
            at = rect.placed(Size(width, body.height), 1.0, 0.0)
            yield Text(at, body, "Heading", span=graphic.span)

    return fixed(Size(width, height), draw)


def _code(
    graphic: AnnotatedCodeSpec, code: TextBody, remarks: Sequence[Remark], context: LayoutContext
) -> Box:
    """The code, with light behind the lines that callouts are about; two points are left between bands."""
    fill = context.theme.role.on_dark.faded(GLOW)
    outline = Rounded(context.theme.shape.radius / 2)

    def draw(rect: Rect) -> Iterator[Item]:
        for each in remarks:
            lines = replace(rect, top=rect.top + each.top + SINK, height=each.bottom - each.top)
            band = lines.inset(Insets(1.0, 0.0, 1.0, -BAND_MARGIN))
            yield Shape(band, outline, fill, name="Highlight", decorative=True)
        yield Text(replace(rect, width=code.width), code, "Code", span=graphic.span)

    return fixed(Size(code.width + 2 * BAND_MARGIN, code.height), draw)


def _callouts(graphic: AnnotatedCodeSpec, remarks: Sequence[Remark], width: float, setting: Setting) -> Box:
    """The callouts at the right, all of one height, each as near to its lines as the others let it be, and
    their leaders from the left, where the code ends."""
    theme, context = setting.theme, setting.context
    gap, padding = theme.shape.gap, theme.shape.padding
    insets = Insets.symmetric(padding, padding * 0.75)
    wide = width - theme.shape.bar
    said = [setting.body(each.label(context), wide, align="left", insets=insets) for each in graphic.callouts]
    least, count = max(body.height for body in said), len(said)
    stroke = Stroke(theme.role.primary, theme.shape.connector)

    def draw(rect: Rect) -> Iterator[Item]:
        height = max(least, min(least * CARD_AIR, (rect.height - gap * (count - 1)) / count))
        levels = [rect.top + (each.top + each.bottom) / 2 + SINK for each in remarks]
        middles = settle(levels, height + gap, rect.top + height / 2, rect.bottom - height / 2)
        dots = [Rect.around(Point(rect.left, level), DOT) for level in levels]
        cards = [Rect(rect.right - width, middle - height / 2, width, height) for middle in middles]
        bends = channels([(dot.center, card.center) for dot, card in zip(dots, cards, strict=True)])
        for each, dot, card, bend in zip(remarks, dots, cards, bends, strict=True):
            number, key, name = each.number, f"{graphic.id}/dot-{each.number}", f"Leader {each.number}"
            start, end = End(dot, key), End(card, f"{graphic.id}/card-{number}")
            line = connect(start, end, stroke, sides=("right", "left"), bend=bend, arrow=False, name=name)
            yield replace(line, decorative=True)
            yield Shape(dot, Ellipse(), stroke.color, name=f"Dot {number}", key=key, decorative=True)
        for each, card in zip(remarks, cards, strict=True):
            key, name = f"{graphic.id}/card-{each.number}", f"Callout {each.number}"
            yield panel(card, context, fill=theme.role.primary, name=f"{name} edge", key=key)
            front = card.inset(Insets(left=theme.shape.bar))
            yield panel(front, context, fill=theme.role.surface, body=said[each.number - 1], name=name)

    return filling(draw, Size(GUTTER + width, least * count + gap * (count - 1)))
