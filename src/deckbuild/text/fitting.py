"""Choosing the largest size that fits: try, measure, and read the result."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")

EASING = 2
"""Sizes below the largest that fits that are tried for one that fits with ease: nobody sees two points."""


def sizes_between(smallest: float, largest: float, step: float = 1.0) -> tuple[float, ...]:
    """Sizes in points from `largest` down to `smallest`, both included; just `smallest` if it is the larger.

    >>> sizes_between(18, 20)
    (20.0, 19.0, 18.0)
    """
    if largest < smallest:
        return (smallest,)
    count = int((largest - smallest) / step + 1e-9)
    sizes = [largest - index * step for index in range(count + 1)]
    if sizes[-1] > smallest + 1e-9:
        sizes.append(smallest)
    return tuple(sizes)


def largest_fitting(
    sizes: Iterable[float],
    lay_out: Callable[[float], T],
    fits: Callable[[T], bool],
    at_ease: Callable[[T], bool] = lambda _: True,
) -> tuple[float, T]:
    """The first size whose layout fits, with that layout; else the last size with its layout.

    `sizes` run from large to small. The caller reads from the layout by how much the last one misses. Of the
    first that fits and the `EASING` sizes after it, the first that is also `at_ease` is taken, if one is.
    """
    tried: tuple[float, T] | None = None
    fitting: list[tuple[float, T]] = []
    for size in sizes:
        tried = size, lay_out(size)
        if fitting or fits(tried[1]):
            if at_ease(tried[1]):
                return tried
            fitting.append(tried)
            if len(fitting) > EASING:
                break
    if tried is None:
        raise ValueError("no sizes to try")
    return fitting[0] if fitting else tried
