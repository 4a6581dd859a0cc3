"""Words with a mark before or above them, and the measures that all parts of an architecture share."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.color import contrast
from deckbuild.document import Align, Color
from deckbuild.layout.boxes import Box, Setting, aligned, text
from deckbuild.layout.icons import symbol_box
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marked import after_mark, below_mark
from deckbuild.theme import Series

SMALL_ICON = 1.35  # height of an icon in a line of text, per point of size: a little more than its ascent


@dataclass(frozen=True, slots=True)
class Scale(Setting):
    """One attempt: all text at `size` points. `id` is the graphic's, for the keys of its shapes."""

    id: str

    @property
    def small(self) -> float:
        """Height of an icon that stands in a line of text."""
        return round(self.size * SMALL_ICON, 1)

    @property
    def icon(self) -> float:
        """Height of an icon that stands for itself."""
        return self.theme.shape.icon

    @property
    def pad(self) -> float:
        """Between a box and what it holds at the sides; the icons bring some air of their own."""
        return self.theme.shape.padding - 2

    @property
    def tight(self) -> float:
        """The same above and below, where lines of text bring air of their own."""
        return self.theme.shape.padding - 4

    def key(self, name: str) -> str:
        return f"{self.id}/{name}"

    def hue(self, *names: str | None) -> Series:
        """The colours that go with the first palette name given, the neutral ones without any."""
        named = next((self.theme.palette[name] for name in names if name), self.theme.role.neutral)
        return self.theme.hue(named)

    def line(self, hue: Series, ground: Color | None = None) -> Color:
        """The hue's colour that is seen well as a thin line on the page's ground, or on another one (3:1,
        WCAG 2.2 §1.4.11)."""
        ground = ground or self.tone.ground
        return next((color for color in (hue.text, hue.fill) if contrast(color, ground) >= 3), hue.tint)


def phrase(
    label: str | None,
    symbol: str | None,
    scale: Scale,
    ink: Color | None = None,
    *,
    bold: bool = True,
    align: Align = "left",
    stacked: bool = False,
    mark: Color | None = None,
) -> Box:
    """Words with an icon (in the colour `mark`) before them, `stacked`: above them; in the tone's colour for
    text unless told otherwise."""
    ink = ink or scale.tone.text
    drawn = symbol_box(symbol, scale.icon if stacked else scale.small, mark or ink, scale.context)
    line = [LabelParagraph(label or "", bold, ink)]
    if stacked:
        return below_mark(line, drawn, scale)
    words = text(line, scale, align=align)
    return after_mark(words, drawn, scale, at=align) if drawn else aligned(words, None)
