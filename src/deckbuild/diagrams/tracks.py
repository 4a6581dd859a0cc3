"""Lines between two ranks: each turns in a track of its own, so that none runs over another.

Ranks stand beside each other here, lines turn upright between them. Lengths are points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

NEAR = 5.0  # points between two level lines below which they are seen as one
CLASH = 100  # as many crossings are better than two lines in one place


class Turn(NamedTuple):
    """The upright part of a line, or of a fork: at which heights lines come to it from the left, and leave it
    to the right."""

    left: tuple[float, ...]
    right: tuple[float, ...]

    @property
    def low(self) -> float:
        return min(*self.left, *self.right)

    @property
    def high(self) -> float:
        return max(*self.left, *self.right)

    @property
    def straight(self) -> bool:
        return self.high - self.low < 0.5


def tracks(turns: Mapping[int, Turn]) -> tuple[dict[int, int], int]:
    """The track of each turn, from 0 on the left, and how many there are; straight lines need none."""
    order: list[int] = []
    bent = {number: turn for number, turn in turns.items() if not turn.straight}
    for number in sorted(bent, key=lambda number: (bent[number].low, number)):
        costs = [_cost([*order[:at], number, *order[at:]], bent, number) for at in range(len(order) + 1)]
        order.insert(costs.index(min(costs)), number)
    found: dict[int, int] = {}
    for index, number in enumerate(order):
        before = [found[other] for other in order[:index] if _meet(bent[other], bent[number])]
        found[number] = max(before, default=-1) + 1
    return found, max(found.values(), default=-1) + 1


def _cost(order: Sequence[int], turns: Mapping[int, Turn], number: int) -> int:
    """What this order costs one turn of it."""
    at, turn = order.index(number), turns[number]
    return sum(_crossed(turns[other], turn) for other in order[:at]) + sum(
        _crossed(turn, turns[other]) for other in order[at + 1 :]
    )


def _crossed(one: Turn, other: Turn) -> int:
    """How often lines meet where `one` turns left of `other`."""
    crossing = sum(other.low < y < other.high for y in one.right)
    crossing += sum(one.low < y < one.high for y in other.left)
    clashes = sum(abs(y - z) < NEAR for y in one.right for z in other.left)
    return crossing + CLASH * clashes


def _meet(one: Turn, other: Turn) -> bool:
    """Whether two turns can't share a track."""
    beside = one.low < other.high + NEAR and other.low < one.high + NEAR
    return beside
