"""Sixty graphs laid out: boxes, panels, lines and labels tell the truth."""

from __future__ import annotations

import pytest

from deckbuild.geometry import Size
from tests.diagrams.graphs import Graph, sixty
from tests.diagrams.truth import Drawing, centred, crossings, drawing, even, faults
from tests.graphics.drawn import WIDE, graphic, sizes
from tests.samples import context

POSTER = Size(1600.0, 900.0)
"""For graphs of more than twelve nodes, set in wide half-em letters of 12 points and more."""

GRAPHS = list(sixty())

DRAWN: dict[str, Drawing] = {}
"""Graphs that a test has drawn, by name: two tests look at each."""


def drawn(graph: Graph) -> Drawing:
    if graph.name not in DRAWN:
        DRAWN[graph.name] = _drawn(graph)
    return DRAWN[graph.name]


def _drawn(graph: Graph) -> Drawing:
    region = WIDE if len(graph.spec["nodes"]) <= 12 else POSTER
    frame = graphic("flow", **graph.spec).lay_out(region, context())
    assert frame.size.width <= region.width + 0.01
    assert frame.size.height <= region.height + 0.01
    body = {0.0} if graph.held else sizes(frame)
    assert len(body) == 1  # titles of panels are larger
    return drawing(frame, graph.held, graph.labelled)


@pytest.mark.parametrize("graph", GRAPHS, ids=lambda graph: graph.name)
def test_a_drawing_tells_the_truth(graph: Graph) -> None:
    found = drawn(graph)
    assert not faults(found)
    assert len(found.boxes) == len(graph.spec["nodes"])
    assert len(found.lines) == len(graph.spec["edges"])


@pytest.mark.parametrize(
    "graph", [each for each in GRAPHS if "tree" in each.name], ids=lambda graph: graph.name
)
def test_in_a_tree_no_lines_cross_and_parents_stand_in_the_middle(graph: Graph) -> None:
    found = drawn(graph)
    assert crossings(found) == 0
    across = graph.spec["direction"] == "right"
    for name in found.boxes:
        children = [found.boxes[edge["to"]] for edge in graph.spec["edges"] if edge["from"] == name]
        if children:
            assert centred(found.boxes[name], children, across=across), name
            assert even(children, across=across), name


@pytest.mark.parametrize("graph", GRAPHS, ids=lambda graph: graph.name)
def test_boxes_of_a_rank_have_one_size(graph: Graph) -> None:
    across = graph.spec["direction"] == "right"
    found = drawn(graph)
    assert len({round(rect.height, 1) for rect in found.boxes.values()}) == 1
    ranks: dict[float, set[float]] = {}
    for rect in found.boxes.values():
        ranks.setdefault(round(rect.left if across else rect.top), set()).add(round(rect.width, 1))
    assert all(len(widths) == 1 for widths in ranks.values())
