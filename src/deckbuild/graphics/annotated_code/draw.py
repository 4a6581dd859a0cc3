"""Code in its panel, callouts beside it, and a leader from each callout to its lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from deckbuild.context import LayoutContext
from deckbuild.diagrams.connect import End, channels, connect
from deckbuild.document import Ellipse, Frame, Item, Shape, Stroke
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.annotated_code.below import callouts_below
from deckbuild.graphics.annotated_code.model import AnnotatedCodeSpec
from deckbuild.graphics.annotated_code.parts import (
    BAND_MARGIN,
    Remark,
    callout_items,
    code_box,
    code_panel,
    heading_box,
    remarks_on,
)
from deckbuild.layout.boxes import Box, Setting, column, filling, row
from deckbuild.layout.label import STEP, fits_region
from deckbuild.layout.spread import settle
from deckbuild.text.fitting import largest_fitting, sizes_between

CARD_SHARE = 0.36
"""Of the width: the least that callouts get, so that their text doesn't run down in a narrow column."""

GUTTER = 44.0
"""Least way for the leaders between code and callouts, in points."""

CARD_AIR = 1.3
"""How many times its needed height a callout may grow to fill the column."""

DOT = 8.0


def lay_out_code(graphic: AnnotatedCodeSpec, region: Size, context: LayoutContext) -> Frame:
    """The callouts beside the code; below it where its lines leave them no room at its side."""
    found = _largest(partial(_callouts_beside, graphic, region.width), region, context)
    if not _fits(found, region):
        below = _largest(partial(callouts_below, graphic), region, context)
        found = min(found, below, key=lambda each: _lack(each, region))
    return found.frame(Size(max(region.width, found.takes(region).width), region.height))


def _lack(each: Box, region: Size) -> float:
    """By how many points it is too wide and too high."""
    needs = each.takes(Size(region.width, 0.0))
    return max(0.0, needs.width - region.width) + max(0.0, needs.height - region.height)


def _fits(each: Box, region: Size) -> bool:
    return fits_region(each.takes(Size(region.width, 0.0)), region)


def _largest(made: Callable[[float, Setting], Box], region: Size, context: LayoutContext) -> Box:
    """The largest code that fits beside and above everything else, then the largest callouts."""
    code, label = context.theme.type.code, context.theme.type.label
    fits = partial(_fits, region=region)
    sizes = sizes_between(code.min, code.max, STEP)
    size, _ = largest_fitting(sizes, lambda tried: made(tried, Setting(label.min, context)), fits)
    sizes = sizes_between(label.min, label.max, STEP)
    found: Box
    _, found = largest_fitting(sizes, lambda tried: made(size, Setting(tried, context)), fits)
    return found


def _callouts_beside(graphic: AnnotatedCodeSpec, width: float, code_size: float, setting: Setting) -> Box:
    """Code left, callouts right in the order of their lines, so that no leader crosses another, each below
    its heading. The callouts' width follows from the region's."""
    context, padding = setting.context, setting.theme.shape.padding
    remarks = remarks_on(graphic, code_size)
    code = code_box(graphic, code_size, remarks, context)
    wide = code.natural.width
    free = width - 3 * padding - BAND_MARGIN - wide - GUTTER * 1.5
    card = min(max(width * CARD_SHARE, free), width * (CARD_SHARE + 0.06))
    left = column([heading_box(graphic, graphic.heading, wide, context), code], spare="end")
    above = heading_box(graphic, graphic.callouts_heading, card, context)
    inside = row([left, column([above, _callouts(graphic, remarks, card, setting)])], (wide, "share"))
    return code_panel(inside, setting)


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
        levels = [rect.top + each.middle for each in remarks]
        middles = settle(levels, height + gap, rect.top + height / 2, rect.bottom - height / 2)
        dots = [Rect.around(Point(rect.left, level), DOT) for level in levels]
        cards = [Rect(rect.right - width, middle - height / 2, width, height) for middle in middles]
        bends = channels([(dot.center, card.center) for dot, card in zip(dots, cards, strict=True)])
        for each, dot, card, bend in zip(remarks, dots, cards, bends, strict=True):
            number, key, name = each.number, f"{graphic.id}/dot-{each.number}", f"Leader {each.number}"
            start, end = End(dot, key), End(card, f"{graphic.id}/card-{number}")
            line = connect(start, end, stroke, sides=("right", "left"), bend=bend, arrow=False, name=name)
            yield replace(line, role="decoration")
            yield Shape(dot, Ellipse(), stroke.color, name=f"Dot {number}", key=key, role="decoration")
        for each, card in zip(remarks, cards, strict=True):
            key, body = f"{graphic.id}/card-{each.number}", said[each.number - 1]
            yield from callout_items(card, key, each.number, body, context)

    return filling(draw, Size(GUTTER + width, least * count + gap * (count - 1)))
