"""Places on a line: things that keep their distances, as near as may be to where they are pulled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

ROUNDS = 250  # of the solver; what is left to move is then below a hundredth of a point


class Apart(NamedTuple):
    """`after` stands at least `gap` points after `before`. Both are numbers of things."""

    before: int
    after: int
    gap: float


class Pull(NamedTuple):
    """A wish: that the sum of places, each times its factor, be `target`; `weight` says how much it counts."""

    factors: Mapping[int, float]
    target: float = 0.0
    weight: float = 1.0


def earliest(count: int, aparts: Sequence[Apart]) -> list[float]:
    """The least places, from 0 on, at which `count` things keep their distances. `ValueError` for distances
    that run in a circle."""
    following: list[list[Apart]] = [[] for _ in range(count)]
    waits = [0] * count
    for apart in aparts:
        following[apart.before].append(apart)
        waits[apart.after] += 1
    places = [0.0] * count
    ready = [number for number in range(count) if not waits[number]]
    for number in ready:
        for apart in following[number]:
            places[apart.after] = max(places[apart.after], places[number] + apart.gap)
            waits[apart.after] -= 1
            if not waits[apart.after]:
                ready.append(apart.after)
    if len(ready) < count:
        raise ValueError("distances run in a circle")
    return places


def settled(
    count: int, aparts: Sequence[Apart], pulls: Sequence[Pull], bounds: Sequence[tuple[float, float]]
) -> list[float]:
    """Places of `count` things that keep their distances and bounds, with the least sum of weighted squares
    of what the pulls miss. There must be such places.

    The alternating direction method of multipliers, with its result made exact on the distances that bind
    (Stellato and others, OSQP, 2020).
    """
    import numpy as np

    hessian, linear = np.eye(count) * 1e-6, np.zeros(count)
    for pull in pulls:
        index = list(pull.factors)
        factors = np.array(list(pull.factors.values()))
        hessian[np.ix_(index, index)] += pull.weight * np.outer(factors, factors)
        linear[index] -= pull.weight * pull.target * factors
    rows = np.zeros((len(aparts) + 2 * count, count))
    least = np.empty(len(rows))
    for number, apart in enumerate(aparts):
        rows[number, apart.after], rows[number, apart.before], least[number] = 1.0, -1.0, apart.gap
    for number, (low, high) in enumerate(bounds):
        at = len(aparts) + 2 * number
        rows[at, number], least[at] = 1.0, low
        rows[at + 1, number], least[at + 1] = -1.0, -high
    step = 0.3
    inverse = np.linalg.inv(hessian + step * rows.T @ rows)
    places = np.array(earliest(count, aparts))
    slack, force = np.maximum(rows @ places, least), np.zeros(len(rows))
    for _ in range(ROUNDS):
        places = inverse @ (rows.T @ (step * slack - force) - linear)
        reached = 1.6 * (rows @ places) - 0.6 * slack
        slack = np.maximum(least, reached + force / step)
        force += step * (reached - slack)
    binds = force < -1e-4
    held = rows[binds]
    system = np.block([[hessian, held.T], [held, -1e-9 * np.eye(len(held))]])
    exact = np.linalg.solve(system, np.concatenate([-linear, least[binds]]))[:count]
    if (rows @ exact - least).min(initial=0.0) > -0.05:
        places = exact
    return [round(float(place), 3) for place in places]
