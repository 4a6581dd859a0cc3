"""Points to the integers DrawingML wants. The only place where EMU are made."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuild.geometry import EMU_PER_POINT, Rect


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in EMU."""

    x: int
    y: int
    cx: int
    cy: int

    @property
    def right(self) -> int:
        return self.x + self.cx

    @property
    def bottom(self) -> int:
        return self.y + self.cy


def emu(points: float) -> int:
    return round(points * EMU_PER_POINT)


def box(rect: Rect) -> Box:
    """The rectangle with its *edges* rounded, so that neighbours share an edge to the EMU."""
    left, top = emu(rect.left), emu(rect.top)
    return Box(left, top, max(0, emu(rect.right) - left), max(0, emu(rect.bottom) - top))


def union(boxes: list[Box]) -> Box:
    """The smallest box around all of them (there is at least one)."""
    left, top = min(each.x for each in boxes), min(each.y for each in boxes)
    return Box(left, top, max(each.right for each in boxes) - left, max(each.bottom for each in boxes) - top)


def hundredths(points: float) -> int:
    """Text sizes and spacings: hundredths of a point (`ST_TextFontSize`, `ST_TextSpacingPoint`)."""
    return round(points * 100)


def thousandths_of_percent(ratio: float) -> int:
    """1.0 is 100000 (`ST_Percentage`)."""
    return round(ratio * 100_000)


def angle(degrees: float) -> int:
    """60000ths of a degree, 0 up to a full turn (`ST_Angle`)."""
    return round(degrees * 60_000) % 21_600_000
