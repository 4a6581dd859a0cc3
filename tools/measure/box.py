"""Rectangles on a page, in points from its top left corner."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `right` and `bottom` are coordinates, not sizes."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return max(self.width, 0.0) * max(self.height, 0.0)

    @property
    def center(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def grown(self, margin: float) -> Box:
        return Box(self.left - margin, self.top - margin, self.right + margin, self.bottom + margin)

    def common(self, other: Box) -> Box:
        """What both cover; its width or height is negative where they're apart."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def holds(self, other: Box) -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def excess(self, inner: Box) -> float:
        """How far `inner` sticks out, on the side where it's most; negative inside."""
        return max(
            self.left - inner.left,
            self.top - inner.top,
            inner.right - self.right,
            inner.bottom - self.bottom,
        )

    def distance(self, other: Box) -> float:
        """From this box to the middle of the other; 0 within."""
        x, y = other.center
        return math.hypot(
            max(self.left - x, 0.0, x - self.right),
            max(self.top - y, 0.0, y - self.bottom),
        )

    def turned(self, degrees: float, around: tuple[float, float]) -> Box:
        """The upright box around this one after a clockwise turn."""
        if not degrees:
            return self
        sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        x0, y0 = around
        corners = [
            (x0 + (x - x0) * cosine - (y - y0) * sine, y0 + (x - x0) * sine + (y - y0) * cosine)
            for x in (self.left, self.right)
            for y in (self.top, self.bottom)
        ]
        xs, ys = zip(*corners, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them; there must be one."""
    each = list(boxes)
    return Box(
        min(box.left for box in each),
        min(box.top for box in each),
        max(box.right for box in each),
        max(box.bottom for box in each),
    )
