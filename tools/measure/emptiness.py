"""How much of a page nothing stands on, from its picture."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tools.measure.box import Box

DPI = 50
CELL = 5
"""Pixels: 7 pt, less than a line of small type, so that a paragraph has no holes."""

EDGE = 12
"""Of 255: neighbours that differ by more have something drawn between them. A flat ground has nothing on it,
whatever its colour; nor has a soft gradient."""


def largest_empty(pixels: NDArray[np.uint8], pictures: Sequence[Box]) -> Box:
    """The largest rectangle without an edge in it, in points. Pictures are full, even where they're flat."""
    full = _cells(pixels, pictures)
    rows, columns = full.shape
    best, where = 0, (0, 0, 0, 0)
    heights = np.zeros(columns, dtype=int)
    for row in range(rows):
        heights = np.where(full[row], 0, heights + 1)
        for left, right, height in _under_skyline(heights.tolist()):
            if (right - left) * height > best:
                best, where = (right - left) * height, (left, row + 1 - height, right, row + 1)
    return Box(*(edge * CELL * 72 / DPI for edge in where))


def _under_skyline(heights: Sequence[int]) -> list[tuple[int, int, int]]:
    """The rectangles under columns of these heights that can't be wider: left, right, height."""
    found: list[tuple[int, int, int]] = []
    open_: list[tuple[int, int]] = []
    for column, height in enumerate([*heights, 0]):
        start = column
        while open_ and open_[-1][1] >= height:
            start, tall = open_.pop()
            found.append((start, column, tall))
        open_.append((start, height))
    return found


def _cells(pixels: NDArray[np.uint8], pictures: Sequence[Box]) -> NDArray[np.bool_]:
    """Whether each cell of the page has something in it."""
    values = pixels.astype(np.int16)
    edges = np.zeros(values.shape[:2], dtype=bool)
    edges[:, 1:] |= np.abs(np.diff(values, axis=1)).max(axis=2) > EDGE
    edges[1:, :] |= np.abs(np.diff(values, axis=0)).max(axis=2) > EDGE
    height, width = len(edges), len(edges[0])
    for box in pictures:
        left, top, right, bottom = (
            max(0, round(edge * DPI / 72)) for edge in (box.left, box.top, box.right, box.bottom)
        )
        edges[top:bottom, left:right] = True
    whole = np.zeros((-(-height // CELL) * CELL, -(-width // CELL) * CELL), dtype=bool)
    whole[:height, :width] = edges
    grid = whole.reshape(len(whole) // CELL, CELL, -1, CELL)
    return np.asarray(grid.any(axis=(1, 3)))
