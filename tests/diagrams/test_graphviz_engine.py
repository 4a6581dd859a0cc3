"""Graphviz as a solver: sizes in, places out, nothing on standard error, nothing of the author's text."""

from __future__ import annotations

import os
import sys

import pytest

from deckbuild.diagrams.graphviz_engine import (
    Cluster,
    Diagram,
    Wire,
    _hushed,
    _read,
    solve,
    to_dot,
)
from deckbuild.diagrams.placement import spread_over
from deckbuild.geometry import Rect, Size

BOX = Size(100, 40)


def diagram(names: str, *wires: str, **options: object) -> Diagram:
    """Boxes of 100 by 40 named by letters; a wire is two letters."""
    return Diagram(
        dict.fromkeys(names, BOX),
        tuple(Wire(*wire) for wire in wires),
        **options,  # type: ignore[arg-type]
    )


def test_a_chain_stands_in_a_row() -> None:
    placed = solve(diagram("abc", "ab", "bc", rank_gap=36))
    assert [rect.top for rect in placed.boxes.values()] == [0, 0, 0]
    assert [rect.left for rect in placed.boxes.values()] == [0, 136, 272]
    assert placed.size == Size(372, 40)


def test_a_chain_leads_down() -> None:
    placed = solve(diagram("abc", "ab", "bc", direction="down", rank_gap=20))
    assert [rect.left for rect in placed.boxes.values()] == [0, 0, 0]
    assert [rect.top for rect in placed.boxes.values()] == [0, 60, 120]


def test_boxes_of_a_rank_keep_the_authors_order() -> None:
    placed = solve(diagram("abcd", "ab", "ac", "ad", box_gap=10)).boxes
    assert placed["b"].top < placed["c"].top < placed["d"].top


@pytest.mark.parametrize("direction", ["right", "down"])
def test_clusters_in_lanes_keep_the_authors_order(direction: str) -> None:
    lanes = (Cluster("first", ("a", "b"), 12, Size(10, 20)), Cluster("second", ("c", "d"), 12, Size(10, 20)))
    placed = solve(
        diagram("abcd", "ab", "cd", clusters=lanes, levels=(("a", "c"), ("b", "d")), direction=direction)
    )
    first, second = placed.clusters["first"], placed.clusters["second"]
    assert not first.overlaps(second)
    assert (first.bottom <= second.top) if direction == "right" else (first.right <= second.left)
    for cluster, members in (("first", "ab"), ("second", "cd")):
        for member in members:
            assert placed.clusters[cluster].contains(placed.boxes[member])


def test_a_cluster_has_room_for_its_title_above_its_boxes() -> None:
    placed = solve(diagram("ab", "ab", clusters=(Cluster("all", ("a", "b"), 12, Size(10, 20)),)))
    assert placed.boxes["a"].top - placed.clusters["all"].top == pytest.approx(32)


def test_wires_without_rank_pull_nothing_apart() -> None:
    with_rank = solve(diagram("abc", "ab", "ac", "bc"))
    without = solve(
        Diagram(
            dict.fromkeys("abc", BOX),
            (Wire("a", "b"), Wire("a", "c"), Wire("b", "c", ranks=False)),
        )
    )
    assert with_rank.boxes["c"].left > with_rank.boxes["b"].left
    assert without.boxes["c"].left == without.boxes["b"].left


def test_a_label_gets_the_room_it_needs() -> None:
    placed = solve(Diagram(dict.fromkeys("ab", BOX), (Wire("a", "b", Size(80, 16)),)))
    (label,) = placed.labels
    assert label is not None
    assert label.size == Size(80, 16)
    assert not any(label.overlaps(rect) for rect in placed.boxes.values())


def test_stretching_moves_the_outermost_boxes_to_the_edges() -> None:
    placed = spread_over(solve(diagram("abc", "ab", "ac")), Size(500, 300))
    assert placed.size == Size(500, 300)
    assert placed.boxes["a"].center.y == pytest.approx(150)
    assert placed.boxes["b"].top == pytest.approx(0)
    assert placed.boxes["c"].bottom == pytest.approx(300)
    assert placed.boxes["c"].right == pytest.approx(500)


def test_stretching_never_shrinks() -> None:
    natural = solve(diagram("abc", "ab", "bc"))
    placed = spread_over(natural, Size(100, 100))
    assert placed.size.width == natural.size.width
    assert placed.boxes["b"].left == natural.boxes["b"].left


def test_names_never_reach_graphviz() -> None:
    text = to_dot(Diagram({'"]; evil [': BOX, "<b>": BOX}, (Wire('"]; evil [', "<b>"),)))
    assert "evil" not in text
    assert solve(Diagram({'"]; evil [': BOX}, ())).boxes['"]; evil ['] == Rect(0, 0, 100, 40)


def test_nothing_is_said_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    lanes = (Cluster("x", ("a", "b"), 12, Size(40, 20)),)
    solve(Diagram(dict.fromkeys("abc", BOX), (Wire("a", "b", Size(50, 12)), Wire("b", "c")), lanes))
    assert capfd.readouterr() == ("", "")


def test_the_same_diagram_gives_the_same_places() -> None:
    one = diagram("abcdef", "ab", "ac", "bd", "cd", "de", "df", "af")
    assert solve(one) == solve(one)


def test_no_boxes_no_size() -> None:
    assert solve(Diagram((), ())).size == Size(0, 0)


def test_a_system_dot_stands_in_for_the_binding(monkeypatch: pytest.MonkeyPatch) -> None:
    import graphviz

    called = []

    def pipe(self: graphviz.Source, **_: str) -> bytes:
        called.append(self.source)
        return b'{"bb": "0,0,100,40", "objects": [{"name": "n0", "pos": "50,20"}]}'

    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setattr(graphviz.Source, "pipe", pipe)
    assert solve(diagram("a")).boxes == {"a": Rect(0, 0, 100, 40)}
    assert called


def test_a_line_without_a_way_has_its_label_half_way() -> None:
    """As Graphviz answers where its router gives up: neither points nor a place for the label."""
    data = {
        "bb": "0,0,300,40",
        "objects": [{"name": "n0", "pos": "20,20"}, {"name": "n1", "pos": "280,20"}],
        "edges": [{"id": "e0"}],
    }
    wire = Wire("a", "b", label=Size(30, 10))
    two = Diagram(dict.fromkeys("ab", Size(40, 40)), (wire,))

    placement = _read(data, two)
    assert placement.routes == ((),)
    assert placement.labels == (Rect(135, 15, 30, 10),)


def test_what_graphviz_says_on_standard_error_reaches_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    with _hushed():
        os.write(2, b"triangulation failed")
    os.write(2, b"but this is ours")

    assert capfd.readouterr().err == "but this is ours"
