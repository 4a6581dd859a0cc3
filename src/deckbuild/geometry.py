"""Sizes, points, rectangles and insets. Every length is in points (1/72 in), y grows downwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

EMU_PER_POINT = 12700
"""English Metric Units in a point: 914 400 an inch (ECMA-376 Part 1, §20.1.2.1) / 72."""


OPTICAL = 0.42
"""Of the height that is free: what stands above something that looks as if it stood in the middle."""


@dataclass(frozen=True, slots=True)
class Point:
    """A position, in points from the origin of its frame."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        return Point(self.x + dx, self.y + dy)


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Insets:
    """Space to leave on each side, in points."""

    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    left: float = 0.0

    @classmethod
    def all(cls, value: float) -> Insets:
        return cls(value, value, value, value)

    @classmethod
    def symmetric(cls, horizontal: float, vertical: float) -> Insets:
        return cls(vertical, horizontal, vertical, horizontal)

    @property
    def horizontal(self) -> float:
        return self.left + self.right

    @property
    def vertical(self) -> float:
        return self.top + self.bottom


@dataclass(frozen=True, slots=True)
class Rect:
    """An axis-parallel rectangle: its top left corner and its extent, in points."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def from_edges(cls, left: float, top: float, right: float, bottom: float) -> Rect:
        return cls(left, top, right - left, bottom - top)

    @classmethod
    def of_size(cls, size: Size) -> Rect:
        """A rectangle of this size at the origin."""
        return cls(0.0, 0.0, size.width, size.height)

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    @property
    def center(self) -> Point:
        return Point(self.left + self.width / 2, self.top + self.height / 2)

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.left + dx, self.top + dy, self.width, self.height)

    def inset(self, by: Insets) -> Rect:
        """The rectangle left after taking `by` off each side; never negative in extent."""
        return Rect(
            self.left + by.left,
            self.top + by.top,
            max(0.0, self.width - by.horizontal),
            max(0.0, self.height - by.vertical),
        )

    @classmethod
    def around(cls, center: Point, width: float, height: float | None = None) -> Rect:
        """A rectangle about its centre; a square without `height`."""
        height = width if height is None else height
        return cls(center.x - width / 2, center.y - height / 2, width, height)

    def placed(self, size: Size, horizontal: float = 0.5, vertical: float = 0.5) -> Rect:
        """A rectangle of this size inside: at 0 (left, top), 0.5 (the middle) or 1 of the free room.

        >>> Rect(0, 0, 10, 10).placed(Size(4, 2), 0.5, 1.0)
        Rect(left=3.0, top=8.0, width=4, height=2)
        """
        left = self.left + (self.width - size.width) * horizontal
        return Rect(left, self.top + (self.height - size.height) * vertical, size.width, size.height)

    def columns(self, widths: Sequence[float], gap: float = 0.0) -> tuple[Rect, ...]:
        """Rectangles of these widths from left to right, as high as this one, `gap` points apart.

        >>> Rect(0, 0, 9, 5).columns([2, 3], gap=1)
        (Rect(left=0, top=0, width=2, height=5), Rect(left=3, top=0, width=3, height=5))
        """
        lefts = accumulate((width + gap for width in widths[:-1]), initial=self.left)
        return tuple(
            Rect(left, self.top, width, self.height) for left, width in zip(lefts, widths, strict=False)
        )

    def rows(self, heights: Sequence[float], gap: float = 0.0) -> tuple[Rect, ...]:
        """Rectangles of these heights from top to bottom, as wide as this one, `gap` points apart."""
        tops = accumulate((height + gap for height in heights[:-1]), initial=self.top)
        return tuple(
            Rect(self.left, top, self.width, height) for top, height in zip(tops, heights, strict=False)
        )

    def contains(self, other: Rect, tolerance: float = 0.0) -> bool:
        """Whether `other` lies inside, give or take `tolerance` points on each side."""
        return (
            other.left >= self.left - tolerance
            and other.top >= self.top - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )

    def overlaps(self, other: Rect, tolerance: float = 0.0) -> bool:
        """Whether the interiors share more than `tolerance` points in both directions."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > tolerance
            and min(self.bottom, other.bottom) - max(self.top, other.top) > tolerance
        )

    def crossed_by(self, a: Point, b: Point) -> bool:
        """Whether the straight line from `a` to `b` passes through the inside (Liang and Barsky's clipping).

        >>> Rect(0, 0, 4, 4).crossed_by(Point(-1, 2), Point(9, 2))
        True
        """
        enter, leave = 0.0, 1.0
        for step, low, high in (
            (b.x - a.x, self.left - a.x, self.right - a.x),
            (b.y - a.y, self.top - a.y, self.bottom - a.y),
        ):
            if not step:
                if low >= 0 or high <= 0:
                    return False
                continue
            first, second = sorted((low / step, high / step))
            enter, leave = max(enter, first), min(leave, second)
        return enter < leave
