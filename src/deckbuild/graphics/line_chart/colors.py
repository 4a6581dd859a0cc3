"""The colours of a line chart, chosen so that they can be seen on what lies behind them."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.color import blend, first_seen
from deckbuild.context import LayoutContext
from deckbuild.document import Color
from deckbuild.theme import Series, Theme

DARK_AREA = 0.28
"""How much of its hue an area has on a dark ground, where a pale tint would glare."""


def hue_of(color: str | None, otherwise: Series, theme: Theme) -> Series:
    """The colours that go with one of the palette, if the author names one."""
    return theme.hue(theme.palette[color]) if color else otherwise


def area_fill(hue: Series, context: LayoutContext) -> Color:
    """What an area of this hue is filled with: its pale tint, on a dark ground a thin layer of its colour."""
    return hue.tint if context.tone == context.theme.light else hue.fill.faded(DARK_AREA)


def tag_fill(hue: Series, context: LayoutContext) -> Color:
    """What a label inside such an area stands on."""
    return hue.tint if context.tone == context.theme.light else context.tone.neutral


def line_color(hue: Series, context: LayoutContext) -> Color:
    """The hue's strongest colour that a line shows in (3:1, WCAG 2.2 §1.4.11)."""
    return first_seen((hue.fill, hue.text, hue.tint), [context.tone.neutral], 3.0) or context.tone.text


def ink(hue: Series, grounds: Sequence[Color], context: LayoutContext) -> Color:
    """The hue's colour that text can be read in (4.5:1, WCAG 2.2 §1.4.3) on all of `grounds`, which lie on
    the panel."""
    seen = [Color(blend(each, context.tone.neutral)) for each in grounds]
    return first_seen((hue.text, hue.fill, hue.tint), seen, 4.5) or context.tone.text
