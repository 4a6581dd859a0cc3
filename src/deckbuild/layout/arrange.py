"""Choosing a slide's arrangement: each candidate is laid out and scored, and the best is taken."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.context import LayoutContext
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.document import Choice, Flaw, Group, Trial
from deckbuild.geometry import Rect
from deckbuild.layout.arrangement import Area, Arrangement
from deckbuild.layout.candidates import RATIO, WISHES, Candidate, candidates
from deckbuild.layout.score import Scale, flaws
from deckbuild.layout.text_area import comfortable


def is_arrangement(name: str, columns: int) -> bool:
    """Whether `name` is an arrangement: one of the names, or a ratio that adds up to the grid's columns."""
    ratio = RATIO.fullmatch(name)
    if ratio:
        return int(ratio[1]) + int(ratio[2]) == columns and 0 not in (int(ratio[1]), int(ratio[2]))
    return name in WISHES


def arrange(
    blocks: Sequence[Block],
    graphics: Sequence[Graphic],
    zone: Rect,
    context: LayoutContext,
    wish: str | None = None,
) -> Arrangement:
    """Blocks and graphics laid out in `zone` by the candidate whose flaws cost least; the earlier of equals.

    `wish` is the author's: where there are candidates that meet it, no others are tried. A candidate that
    couldn't be better than the best so far isn't laid out.
    """
    drawn = [block for block in blocks if block.shown_in is None]
    if not drawn and not graphics:
        return Arrangement("", ())
    found = candidates(drawn, graphics, zone, context, wish)
    trials: list[Trial] = []
    best: tuple[Arrangement, int] | None = None
    for number, candidate in enumerate(found):
        beforehand = sum(flaw.cost for flaw in candidate.flaws)
        if best is not None and beforehand >= trials[best[1]].cost:
            trials.append(Trial(candidate.name))
            continue
        arrangement = candidate.lay_out()
        trials.append(Trial(candidate.name, (*_flaws(arrangement, zone, context), *candidate.flaws)))
        if best is None or trials[-1].cost < trials[best[1]].cost:
            best = arrangement, number
    assert best is not None
    taken, number = best
    return Arrangement(taken.name, taken.areas, taken.text, Choice(tuple(trials), number, _met(wish, found)))


def _met(wish: str | None, found: Sequence[Candidate]) -> str:
    """The wish, if these candidates meet it."""
    return wish if wish and all(wish in each.meets for each in found) else ""


def _flaws(arrangement: Arrangement, zone: Rect, context: LayoutContext) -> tuple[Flaw, ...]:
    scale = context.theme.type
    measure = Scale(comfortable(scale.body), scale.label.min)
    return flaws([_group(area) for area in arrangement.areas], zone, measure)


def _group(area: Area) -> Group:
    """The area as it will stand on the page, for measuring."""
    return Group(area.rect, area.frame, role="content" if area.graphic is None else "figure")
