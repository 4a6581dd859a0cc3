"""The lines between the nodes of an architecture as connectors, with their labels.

Lines run straight through the stretch that two nodes share across the flow, evenly spread over it. Where a
line leaves a node anywhere but in the middle of a side, the node gets a connection site there: so it stays
glued when somebody moves the node in PowerPoint.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from deckbuild.diagrams.connect import End, Sites
from deckbuild.diagrams.routes import LABEL_CLEARANCE, beside_slant
from deckbuild.document import Align, Color, Connector, Dash, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.model import Link
from deckbuild.graphics.architecture.phrases import Scale, phrase
from deckbuild.layout.boxes import Box, Drawn
from deckbuild.layout.marked import GAP

SHARED = 12.0  # points that two nodes must share for a straight line between them


@dataclass(frozen=True, slots=True)
class Run:
    """A link through a gap: where its parallel lines run across the flow, in points; nowhere is one slanting
    line between nodes that share too little."""

    link: Link
    lines: tuple[float, ...]


def runs(links: Iterable[Link], nodes: Mapping[str, Rect], upright: bool) -> Iterator[Run]:
    """The links through one gap, up and down or else from side to side.

    Links between the same two nodes share the stretch that both have.
    """
    pairs: defaultdict[frozenset[str], list[Link]] = defaultdict(list)
    for link in links:
        pairs[frozenset((link.start, link.end))].append(link)
    for pair, joining in pairs.items():
        ends = [nodes[name] for name in pair]
        start = max(end.left if upright else end.top for end in ends)
        length = min(end.right if upright else end.bottom for end in ends) - start
        count = sum(link.lines for link in joining)
        spread = iter([start + length / count * (n + 0.5) for n in range(count)] if length >= SHARED else [])
        yield from (Run(link, tuple(islice(spread, link.lines))) for link in joining)


def label(link: Link, scale: Scale, ink: Color | None = None, align: Align = "left") -> Box:
    """A link's words with its icon."""
    return phrase(link.label, link.icon, scale, ink, align=align)


def beside(found: Iterable[Run], gap: Rect, scale: Scale) -> Iterator[tuple[Link, Rect]]:
    """Places for the labels of upright lines, in the middle of the gap's height: right of the link's last
    line where there is room up to the next one, else left of it; broken where neither is enough."""
    straight = sorted((run for run in found if run.lines), key=lambda run: run.lines)
    ends = [run.lines[0] for run in straight[1:]] + [gap.right + GAP]
    taken = gap.left - GAP
    for run, end in zip(straight, ends, strict=False):
        *others, at = run.lines
        before, taken = max((taken, *others)), at
        if run.link.speaks:
            words, right, left = label(run.link, scale), end - at - 2 * GAP, at - before - 2 * GAP
            onward = words.natural.width <= right or right >= left
            place = gap.placed(words.takes(Size(right if onward else left, 0.0)))
            place = replace(place, left=at + GAP if onward else at - GAP - place.width)
            taken = max(at, place.right)
            yield run.link, place


def above(found: Iterable[Run], gap: Rect, scale: Scale) -> Iterator[tuple[Link, Rect]]:
    """Places for the labels of level lines in the middle of the gap: above the link's first line, or where
    the gap begins too near, below its last."""
    middle = gap.inset(Insets.symmetric(GAP, 0.0))
    for run in found:
        if run.lines and run.link.speaks:
            height = label(run.link, scale).takes(middle.size).height
            top, foot = run.lines[0] - LABEL_CLEARANCE - height, run.lines[-1] + LABEL_CLEARANCE
            yield run.link, replace(middle, top=top if top >= gap.top else foot, height=height)


@dataclass(frozen=True, slots=True)
class Crossing:
    """What is drawn in one gap: the lines, what stands in front of them, and what behind.

    `taken` is what lines and labels fill of its height, a start and an end for each, from the top; `short`
    is how many points of height the words of a channel lack.
    """

    lines: tuple[Drawn, ...]
    front: tuple[Drawn, ...]
    taken: tuple[tuple[float, float], ...]
    back: tuple[Drawn, ...] = ()
    short: float = 0.0


@dataclass(frozen=True, slots=True)
class Router:
    """Draws links between `nodes`, some of which have one of the `colors`; the nodes need the `sites`."""

    nodes: Mapping[str, Rect]
    colors: Mapping[str, str | None]
    scale: Scale
    sites: Sites = field(default_factory=Sites)

    def draw(
        self,
        links: Sequence[Link],
        gap: Rect,
        *,
        upright: bool,
        margin: float = 0.0,
        ground: Color | None = None,
    ) -> Crossing:
        """The links that cross `gap`, up and down or else from side to side, in colours that are seen on the
        `ground`, by default the page's. Labels keep this `margin` from the gap's sides, in points."""
        found = list(runs(links, self.nodes, upright))
        inside = gap.inset(Insets.symmetric(margin, 0.0))
        places = list((beside if upright else above)(found, inside, self.scale))
        lines: list[Connector] = []
        for run in found:
            lines += [
                self._line(run.link, at, upright, self._ink(run.link, ground)) for at in run.lines or (None,)
            ]
            if run.link.speaks and not run.lines:
                size = label(run.link, self.scale).natural
                places.append((run.link, beside_slant(lines[-1].rect, size, upright=upright)))
        labels: list[Drawn] = []
        for link, place in sorted(places, key=lambda each: links.index(each[0])):
            words = label(link, self.scale, self._ink(link, ground), "left" if upright else "center")
            labels += words.draw(place)
        taken = [(line.rect.top, line.rect.bottom + GAP) for line in lines]
        taken += [(place.top, place.bottom) for _, place in places]
        return Crossing(tuple(lines), tuple(labels), tuple(sorted(taken)))

    def _ink(self, link: Link, ground: Color | None) -> Color:
        """The link's own colour, else that of the node that has one: the start's first."""
        hue = self.scale.hue(link.color, self.colors[link.start], self.colors[link.end])
        return self.scale.line(hue, ground)

    def _line(self, link: Link, at: float | None, upright: bool, ink: Color) -> Connector:
        start, end = (End(self.nodes[name], self.scale.key(name)) for name in (link.start, link.end))
        dash: Dash = "dash" if link.style == "dashed" else "solid"
        stroke = Stroke(ink, self.scale.theme.shape.connector, dash)
        both, arrow, name = link.arrow == "both", link.arrow != "none", f"{link.start} to {link.end}"
        return self.sites.straight(
            start, end, stroke, upright=upright, at=at, both=both, arrow=arrow, name=name
        )
