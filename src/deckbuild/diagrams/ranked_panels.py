"""Panels of clusters in a ranked graph: the room that they need, and round whom they stand.

Turned so that ranks follow each other to the right: along is the direction of the arrows, across the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import combinations

from deckbuild.diagrams.placement import union
from deckbuild.diagrams.ranked_graph import RankedGraph
from deckbuild.diagrams.ranked_rows import BOX_GAP, Measures
from deckbuild.geometry import Insets, Rect

LIKE = (
    0.5  # share of a panel in line with the others that it covers by itself: one with less would look empty
)


def depths(graph: RankedGraph, measures: Measures) -> tuple[list[float], list[float]]:
    """What panels need along, ahead of the boxes of each rank and behind them."""
    ahead, behind = [0.0] * len(graph.ranks), [0.0] * len(graph.ranks)
    for key, span in graph.spans.items():
        ahead[span[0]] = max(ahead[span[0]], edge(graph, measures, key, first=True))
        behind[span[-1]] = max(behind[span[-1]], edge(graph, measures, key, first=False))
    return ahead, behind


def edge(graph: RankedGraph, measures: Measures, key: str, *, first: bool) -> float:
    """The points along from a panel's edge to its boxes, other panels on it counted."""
    span = graph.spans[key]
    rank = span[0] if first else span[-1]
    inner = [
        edge(graph, measures, other, first=first)
        for other, cluster in graph.clusters.items()
        if cluster.inside == key and graph.spans[other][0 if first else -1] == rank
    ]
    return measures.margin + (measures.ahead.get(key, 0.0) if first else 0.0) + max(inner, default=0.0)


def panels(
    graph: RankedGraph, measures: Measures, boxes: Mapping[str, Rect], lanes: Mapping[int, Rect]
) -> dict[str, Rect]:
    """The panel of each cluster: round its boxes, the panels on it, and the lanes that run inside."""
    found: dict[str, Rect] = {}
    for key in sorted(graph.clusters, key=graph.depth, reverse=True):
        inner = [boxes[name] for name in graph.clusters[key].members]
        inner += [found[other] for other, each in graph.clusters.items() if each.inside == key]
        inner += [rect for number, rect in lanes.items() if graph.shared(number) == key]
        margin = Insets(
            -measures.margin - measures.before.get(key, 0.0),
            -measures.margin,
            -measures.margin - measures.after.get(key, 0.0),
            -measures.margin - measures.ahead.get(key, 0.0),
        )
        found[key] = union(inner).inset(margin)
    return found


def lined_up(
    graph: RankedGraph, found: dict[str, Rect], taken: Iterable[Rect], boxes: Mapping[str, Rect]
) -> dict[str, Rect]:
    """Panels on one panel, in line where nothing is in the way: those beside each other have one top and one
    bottom, those above each other the same sides. `taken` are places of what belongs to no panel."""
    strange = list(taken)
    result = dict(found)
    for parent in ("", *graph.clusters):
        keys = [key for key, cluster in graph.clusters.items() if cluster.inside == parent]
        stacked = any(set(graph.spans[a]) & set(graph.spans[b]) for a, b in combinations(keys, 2))
        if len(keys) < 2:
            continue
        hull = union(result[key] for key in keys)
        for key in keys:
            rect = result[key]
            wide = replace(rect, left=hull.left, width=hull.width)
            if not stacked:
                wide = replace(rect, top=hull.top, height=hull.height)
            if stacked and rect.width < LIKE * wide.width:
                continue
            members = set(graph.clusters[key].members)
            others = [box for name, box in boxes.items() if name not in members]
            others += [result[other] for other in keys if other != key]
            if not any(wide.overlaps(each, -6.0) for each in (*others, *strange)):
                result[key] = wide
    return result


def reached(
    graph: RankedGraph,
    boxes: dict[str, Rect],
    found: Mapping[str, Rect],
    measures: Measures,
    tall: Collection[str],
    lanes: Mapping[int, Rect],
) -> dict[str, Rect]:
    """Boxes that stretch reach over their panel, or over all boxes, as far as nothing is in the way."""
    hull = union((*boxes.values(), *found.values()))
    result = dict(boxes)
    for name in tall:
        rect, home = boxes[name], graph.home[name]
        low, high = hull.top, hull.bottom
        if home:
            low = found[home].top + measures.margin + measures.before.get(home, 0.0)
            high = found[home].bottom - measures.margin - measures.after.get(home, 0.0)
        rank, around = graph.rank[name], {*graph.around(home)}
        others = [result[other] for other in graph.ranks[rank] if other != name]
        others += [found[key] for key, span in graph.spans.items() if rank in span and key not in around]
        others += [rect for number, rect in lanes.items() if rank in graph.lanes[number]]
        low = max([low, *(each.bottom + BOX_GAP for each in others if each.bottom <= rect.top + 0.1)])
        high = min([high, *(each.top - BOX_GAP for each in others if each.top >= rect.bottom - 0.1)])
        result[name] = Rect.from_edges(rect.left, low, rect.right, high)
    return result
