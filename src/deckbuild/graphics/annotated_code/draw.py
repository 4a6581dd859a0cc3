"""Code in its panel, callouts beside it, and a leader from each callout to its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.diagrams.connect import End, connect
from deckbuild.document import Ellipse, Frame, Item, Rounded, Shape, Side, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.annotated_code.leaders import channels, settle
from deckbuild.graphics.annotated_code.model import AnnotatedCodeSpec, line_range
from deckbuild.layout.boxes import Box, Setting, column, filling, fixed, pad, row
from deckbuild.layout.highlight import code_paragraphs, code_runs, source_lines
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.label import STEP, fits_region
from deckbuild.layout.shapes import on_panel, panel
from deckbuild.text.fitting import largest_fitting, sizes_between

LineRange = tuple[int, int]
"""The first and the last of some lines of code, counted from 1."""

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
    paragraphs = code_paragraphs(code_runs(graphic.source, graphic.language, code_size, context), context)
    source = source_lines(graphic.source)
    ranges = sorted((line_range(each, source), number) for number, each in enumerate(graphic.callouts, 1))
    code = _code(graphic, TextBody(paragraphs, wrap=False), [lines for lines, _ in ranges], context)
    free = width - around.horizontal - code.natural.width - GUTTER * 1.5
    card = min(max(width * CARD_SHARE, free), width * (CARD_SHARE + 0.06))
    remarks = _callouts(graphic, ranges, card, paragraphs[0].lines[0].height, setting)
    left = column([_heading(graphic, graphic.heading, code.natural.width, context), code], spare="end")
    right = column([_heading(graphic, graphic.callouts_heading, card, context), remarks])
    inside = row([left, right], (code.natural.width, "share"))
    return on_panel(pad(inside, around), context, fill=theme.code.background, name="Code panel")


def _heading(
    graphic: AnnotatedCodeSpec, text: str | None, width: float, context: LayoutContext
) -> Box | None:
    """A heading at the right end of its rectangle, `width` points wide; room for one if there is another."""
    if graphic.heading is None and graphic.callouts_heading is None:
        return None
    style = context.theme.type.heading.at(0, context.theme.dark.text)
    height = context.typesetter.metrics.height(style) + context.theme.shape.gap / 2

    def draw(rect: Rect) -> Iterator[Text]:
        if text is not None:
            body = TextBody((context.typesetter.paragraph(inline_runs(text, style, context), width),))
            at = rect.placed(Size(width, body.height), 1.0, 0.0)
            yield Text(at, body, "Heading", span=graphic.span)

    return fixed(Size(width, height), draw)


def _code(
    graphic: AnnotatedCodeSpec, code: TextBody, ranges: Sequence[LineRange], context: LayoutContext
) -> Box:
    """The code, with light behind the lines that callouts are about; two points are left between bands."""
    pitch = code.paragraphs[0].lines[0].height
    fill = context.theme.role.on_dark.faded(GLOW)
    outline = Rounded(context.theme.shape.radius / 2)

    def draw(rect: Rect) -> Iterator[Item]:
        for first, last in ranges:
            top, bottom = rect.top + (first - 1) * pitch, rect.top + last * pitch
            band = Rect.from_edges(rect.left - BAND_MARGIN, top + 1.0, rect.right, bottom - 1.0)
            yield Shape(band.moved(0.0, SINK), outline, fill, name="Highlight", decorative=True)
        yield Text(replace(rect, width=code.width), code, "Code", span=graphic.span)

    return fixed(Size(code.width + 2 * BAND_MARGIN, code.height), draw)


def _callouts(
    graphic: AnnotatedCodeSpec,
    ranges: Sequence[tuple[LineRange, int]],
    width: float,
    pitch: float,
    setting: Setting,
) -> Box:
    """The callouts at the right, all of one height, each as near to its lines as the others let it be, and
    their leaders from the left, where the code ends. Its lines are `pitch` points apart, from the top on."""
    theme, context = setting.theme, setting.context
    gap, padding = theme.shape.gap, theme.shape.padding
    insets = Insets.symmetric(padding, padding * 0.75)
    wide = width - theme.shape.bar
    said = [setting.body(each.label(context), wide, align="left", insets=insets) for each in graphic.callouts]
    least, count = max(body.height for body in said), len(said)

    def draw(rect: Rect) -> Iterator[Item]:
        height = max(least, min(least * CARD_AIR, (rect.height - gap * (count - 1)) / count))
        levels = [rect.top + (first - 1 + last) / 2 * pitch + SINK for (first, last), _ in ranges]
        middles = settle(levels, height + gap, rect.top + height / 2, rect.bottom - height / 2)
        dots = [Rect.around(Point(rect.left, level), DOT) for level in levels]
        cards = [Rect(rect.right - width, middle - height / 2, width, height) for middle in middles]
        bends = channels([(dot.center, card.center) for dot, card in zip(dots, cards, strict=True)])
        for (_, number), dot, card, bend in zip(ranges, dots, cards, bends, strict=True):
            start, end = End(dot, f"{graphic.id}/dot-{number}"), End(card, f"{graphic.id}/card-{number}")
            yield from _leader(start, end, bend, number, context)
        for (_, number), card in zip(ranges, cards, strict=True):
            key, name = f"{graphic.id}/card-{number}", f"Callout {number}"
            yield panel(card, context, fill=theme.role.primary, name=f"{name} edge", key=key)
            front = card.inset(Insets(left=theme.shape.bar))
            yield panel(front, context, fill=theme.role.surface, body=said[number - 1], name=name)

    return filling(draw, Size(GUTTER + width, least * count + gap * (count - 1)))


def _leader(dot: End, card: End, bend: float, number: int, context: LayoutContext) -> Iterator[Item]:
    """A line from a dot beside the code to the callout, with a turn at `bend`."""
    color = context.theme.role.primary
    stroke = Stroke(color, context.theme.shape.connector)
    sides: tuple[Side, Side] = ("right", "left")
    line = connect(dot, card, stroke, sides=sides, bend=bend, arrow=False, name=f"Leader {number}")
    yield replace(line, decorative=True)
    yield Shape(dot.rect, Ellipse(), color, name=f"Dot {number}", key=dot.key, decorative=True)
