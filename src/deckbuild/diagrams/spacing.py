"""Places on a line: things that keep their distances, as near as may be to where they are pulled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

TOLERANCE = 1e-4  # points by which a distance may be missed
WEAKEST = 1e-6  # weight of the wish of anything to be at 0: without it what nothing pulls has no place


class Apart(NamedTuple):
    """`after` stands at least `gap` points after `before`. Both are numbers of things."""

    before: int
    after: int
    gap: float


class Pull(NamedTuple):
    """That the sum of places, each times its factor, should be `target`. `weight` says how much it counts."""

    factors: Mapping[int, float]
    target: float = 0.0
    weight: float = 1.0


def earliest(lows: Sequence[float], aparts: Sequence[Apart]) -> list[float]:
    """The least places, none before its bound in `lows`, at which things keep their distances. `ValueError`
    for distances that run in a circle."""
    count = len(lows)
    following: list[list[Apart]] = [[] for _ in range(count)]
    waits = [0] * count
    for apart in aparts:
        following[apart.before].append(apart)
        waits[apart.after] += 1
    places = list(lows)
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

    The quadratic program is solved in its dual: forces that hold things apart, none below 0.
    """
    import numpy as np

    stiffness, load = np.eye(count) * WEAKEST, np.zeros(count)
    for pull in pulls:
        index = list(pull.factors)
        factors = np.array(list(pull.factors.values()))
        stiffness[np.ix_(index, index)] += pull.weight * np.outer(factors, factors)
        load[index] += pull.weight * pull.target * factors
    rows = np.zeros((len(aparts) + 2 * count, count))
    least = np.empty(len(rows))
    for number, apart in enumerate(aparts):
        rows[number, apart.after], rows[number, apart.before], least[number] = 1.0, -1.0, apart.gap
    for number, (low, high) in enumerate(bounds):
        at = len(aparts) + 2 * number
        rows[at, number], least[at] = 1.0, low
        rows[at + 1, number], least[at + 1] = -1.0, -high
    give = np.linalg.inv(stiffness)
    free = give @ load
    forces = _forces(rows @ give @ rows.T, least - rows @ free)
    return [round(float(place), 3) for place in free + give @ rows.T @ forces]


def _forces(give: NDArray[Any], lack: NDArray[Any]) -> NDArray[Any]:
    """The forces, none below 0, of which each that isn't 0 makes up exactly for what its distance lacks.

    `give[i, j]` is what distance i gains by a force of 1 at distance j (Lawson and Hanson, Solving Least
    Squares Problems, 1974, ch. 23).
    """
    import numpy as np

    forces = np.zeros(len(lack))
    acts = np.zeros(len(lack), dtype=bool)
    for _ in range(3 * len(lack)):
        lacks = np.where(acts, 0.0, lack - give @ forces)
        worst = int(np.argmax(lacks))
        if lacks[worst] < TOLERANCE:
            break
        acts[worst] = True
        while True:
            held = np.flatnonzero(acts)
            ridge = np.eye(len(held)) * 1e-9
            wanted = np.linalg.solve(give[np.ix_(held, held)] + ridge, lack[held])
            if wanted.min() >= 0.0:
                break
            falling = wanted < 0.0
            now = forces[held]
            share = (now[falling] / (now[falling] - wanted[falling])).min()
            forces[held] = now + share * (wanted - now)
            acts[held[falling & (forces[held] <= 1e-12)]] = False
            forces[~acts] = 0.0
        forces[held] = wanted
    return forces
