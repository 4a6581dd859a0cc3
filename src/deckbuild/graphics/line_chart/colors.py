"""The colours of a line chart, chosen so that they can be seen on what lies behind them."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.color import blend, contrast
from deckbuild.context import LayoutContext
from deckbuild.document import Color
from deckbuild.theme import Series, Theme

DARK_AREA = 0.28
"""How much of its hue an area has on a dark ground, where a pale tint would glare."""


def hue_of(color: str | None, otherwise: Series, theme: Theme) -> Series:
    """The colours that go with one of the palette, if the author names one."""
    return theme.hue(theme.palette[color]) if color else otherwise


def area_fill(hue: Series, context: LayoutContext) -> Color:
    """What an area of this hue is filled with: its pale tint, on a dark ground a dim one."""
    dim = hue.fill.faded(DARK_AREA)
    return hue.tint if context.tone == context.theme.light else Color(blend(dim, context.tone.neutral))


def tag_fill(hue: Series, context: LayoutContext) -> Color:
    """What a label inside such an area stands on."""
    return hue.tint if context.tone == context.theme.light else context.tone.neutral


def line_color(hue: Series, context: LayoutContext) -> Color:
    """The hue's strongest colour that a line shows in (3:1, WCAG 2.2 §1.4.11)."""
    return _seen((hue.fill, hue.text, hue.tint), [context.tone.neutral], 3.0, context)


def ink(hue: Series, grounds: Sequence[Color], context: LayoutContext) -> Color:
    """The hue's colour that text can be read in (4.5:1, WCAG 2.2 §1.4.3) on all of `grounds`."""
    return _seen((hue.text, hue.fill, hue.tint), grounds, 4.5, context)


def _seen(colors: Sequence[Color], grounds: Sequence[Color], least: float, context: LayoutContext) -> Color:
    """The first that has at least this contrast with all grounds; the text's colour where none has."""
    seen = (color for color in colors if all(contrast(color, behind) >= least for behind in grounds))
    return next(seen, context.tone.text)
