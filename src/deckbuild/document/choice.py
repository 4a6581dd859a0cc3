"""How a page's arrangement was chosen: what was tried, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """What an arrangement does badly: what was measured, in words, and its `cost` in points of the score."""

    said: str
    cost: float


@dataclass(frozen=True, slots=True)
class Trial:
    """A candidate arrangement. `flaws` is None where nothing it holds could have made it the better one, so
    that it wasn't laid out."""

    name: str
    flaws: tuple[Flaw, ...] | None = None

    @property
    def cost(self) -> float:
        """What its flaws cost together; the least is best."""
        return sum(flaw.cost for flaw in self.flaws or ())


@dataclass(frozen=True, slots=True)
class Choice:
    """All `trials`, the best first among equals, the number of the one `taken` (from 0), and what the author
    asked for in `layout`, if it could be had."""

    trials: tuple[Trial, ...]
    taken: int
    wish: str = ""

    @property
    def tried(self) -> tuple[str, ...]:
        """The names of those that were laid out."""
        return tuple(trial.name for trial in self.trials if trial.flaws is not None)
