"""Graphviz as a layout solver: boxes and wires in, positions out. It draws nothing and measures no text.

Boxes and labels come with sizes measured by our own metrics, so the result doesn't depend on installed
fonts; labels are empty tables of fixed size, for which Graphviz never looks for a font.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Literal

from deckbuild.diagrams.placement import Placement, place, union
from deckbuild.geometry import Insets, Point, Rect, Size

Direction = Literal["right", "down"]
POINTS_PER_INCH = 72.0


@dataclass(frozen=True, slots=True)
class Wire:
    """An edge between two boxes. `label` is the room its label needs. A wire that doesn't `rank` may lead
    anywhere without pushing its end to a later rank; a heavier one is kept shorter and straighter."""

    start: str
    end: str
    label: Size | None = None
    weight: int = 1
    ranks: bool = True


@dataclass(frozen=True, slots=True)
class Cluster:
    """Boxes to keep together: `margin` points around them and room for a title above them."""

    id: str
    members: tuple[str, ...]
    margin: float = 0.0
    title: Size | None = None


@dataclass(frozen=True, slots=True)
class Diagram:
    """What to lay out: boxes by name, with their sizes in points. Those of a `level` share a rank, in the
    order given, whatever their wires say."""

    boxes: Mapping[str, Size]
    wires: tuple[Wire, ...]
    clusters: tuple[Cluster, ...] = ()
    levels: tuple[tuple[str, ...], ...] = ()
    direction: Direction = "right"
    box_gap: float = 18.0
    rank_gap: float = 36.0


def solve(diagram: Diagram) -> Placement:
    """Positions for a diagram, by Graphviz's `dot`. The same diagram gives the same positions."""
    if not diagram.boxes:
        return Placement(Size(0.0, 0.0), {})
    return _read(json.loads(_run(to_dot(diagram))), diagram)


def to_dot(diagram: Diagram) -> str:
    """The diagram in Graphviz's language, with numbered names, so no author's text gets into it."""
    import graphviz

    names = {name: f"n{index}" for index, name in enumerate(diagram.boxes)}
    dot = graphviz.Digraph(
        graph_attr={
            "rankdir": "LR" if diagram.direction == "right" else "TB",
            "nodesep": _inches(diagram.box_gap),
            "ranksep": _inches(diagram.rank_gap),
            "splines": "polyline",
            "margin": "0",
            "newrank": "true",  # ranks may then tie boxes of different clusters
        },
        node_attr={"shape": "box", "fixedsize": "true", "label": ""},
        edge_attr={"arrowhead": "none"},
    )

    def add(name: str, graph: Any) -> None:
        size = diagram.boxes[name]
        graph.node(names[name], width=_inches(size.width), height=_inches(size.height))

    for index, cluster in enumerate(diagram.clusters):
        attributes = {"margin": f"{cluster.margin:.2f}"}
        if cluster.title is not None:
            attributes["label"] = _room(cluster.title)
        with dot.subgraph(name=f"cluster_{index}", graph_attr=attributes) as part:
            for name in names:
                if name in cluster.members:
                    add(name, part)
    clustered = {name for cluster in diagram.clusters for name in cluster.members}
    for name in names:
        if name not in clustered:
            add(name, dot)
    for level in diagram.levels:
        with dot.subgraph(graph_attr={"rank": "same"}) as rank:
            for name in level:
                rank.node(names[name])
    for index, wire in enumerate(diagram.wires):
        attributes = {"id": f"e{index}", "weight": str(wire.weight)}
        if wire.label is not None:
            attributes["label"] = _room(wire.label)
        if not wire.ranks:
            attributes["constraint"] = "false"
        dot.edge(names[wire.start], names[wire.end], **attributes)
    return str(dot.source)


def _inches(points: float) -> str:
    return f"{points / POINTS_PER_INCH:.6f}"


def _room(size: Size) -> str:
    """An HTML-like label of this size with nothing in it."""
    fixed = f'FIXEDSIZE="TRUE" WIDTH="{size.width:.0f}" HEIGHT="{size.height:.0f}"'
    table = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" {fixed}>'
    return f"<{table}<TR><TD {fixed}></TD></TR></TABLE>>"


def _run(dot: str) -> bytes:
    """Graphviz's JSON output, made in this process; by the `dot` program where the binding has no wheel."""
    try:
        from pygraphviz import AGraph
    except ImportError:
        import graphviz

        return bytes(graphviz.Source(dot).pipe(format="json"))
    with _hushed():
        return bytes(AGraph(string=dot).draw(format="json", prog="dot"))


@contextmanager
def _hushed() -> Iterator[None]:
    """Standard error goes nowhere: where Graphviz can't route a line its C code writes there about triangles,
    of which no author knows. The binding has no other way to keep it quiet."""
    try:
        kept = os.dup(2)
    except OSError:  # it is closed, and Graphviz has nowhere to write to
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        sys.stderr.flush()
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _read(data: Mapping[str, Any], diagram: Diagram) -> Placement:
    left, bottom, right, top = _numbers(data["bb"])
    objects = {entry["name"]: entry for entry in data["objects"]}
    edges = {entry["id"]: entry for entry in data.get("edges", ())}

    def point(text: str) -> Point:
        x, y = _numbers(text)
        return Point(x - left, top - y)

    def way(spline: str) -> tuple[Point, ...]:
        """A polyline comes as a spline with three control points a piece, perhaps after its arrow's tip."""
        return tuple(point(pair) for pair in spline.split() if pair[0] not in "es")[::3]

    boxes = {
        name: place(point(objects[f"n{index}"]["pos"]), size)
        for index, (name, size) in enumerate(diagram.boxes.items())
    }

    def room(wire: Wire, edge: Mapping[str, Any]) -> Rect:
        """Where the label goes; half-way where Graphviz found no way for the line, and so no place."""
        one, other = boxes[wire.start].center, boxes[wire.end].center
        half = Point((one.x + other.x) / 2, (one.y + other.y) / 2)
        return place(point(edge["lp"]) if "lp" in edge else half, wire.label or Size(0.0, 0.0))

    wires = [(wire, edges[f"e{index}"]) for index, wire in enumerate(diagram.wires)]
    placement = Placement(
        Size(right - left, top - bottom),
        boxes,
        routes=tuple(way(edge.get("pos", "")) for _, edge in wires),
        labels=tuple(room(wire, edge) if wire.label else None for wire, edge in wires),
    )
    turned = _inverted(boxes, diagram.direction)
    if turned:
        placement = _mirrored(placement, diagram.direction)
    return _clustered(placement, diagram, turned)


def _inverted(boxes: Mapping[str, Rect], direction: Direction) -> bool:
    """Whether most boxes of a rank stand in the opposite order of the author's, as Graphviz is free to do."""
    across = direction == "right"
    places = [(at.x, at.y) if across else (at.y, at.x) for at in (rect.center for rect in boxes.values())]
    steps = [other[1] - one[1] for one, other in combinations(places, 2) if abs(other[0] - one[0]) < 1.0]
    return sum(step < 0 for step in steps) > sum(step > 0 for step in steps)


def _mirrored(placement: Placement, direction: Direction) -> Placement:
    """The same placement upside down if it leads to the right, with its sides swapped if it leads down."""
    width, height = placement.size.width, placement.size.height
    return placement.moved(
        lambda at: Point(at.x, height - at.y) if direction == "right" else Point(width - at.x, at.y)
    )


def _clustered(placement: Placement, diagram: Diagram, turned: bool) -> Placement:
    """The placement with its clusters round their members. Where it was turned upside down, the room that
    Graphviz left for titles is below the members, so they move down by it."""
    boxes, clusters, members = dict(placement.boxes), {}, {}
    for cluster in diagram.clusters:
        title = cluster.title.height if cluster.title else 0.0
        for name in cluster.members if turned and diagram.direction == "right" else ():
            boxes[name] = boxes[name].moved(0.0, title)
        if cluster.members:
            around = Insets.all(-cluster.margin)
            inner = union(boxes[name] for name in cluster.members)
            clusters[cluster.id] = inner.inset(replace(around, top=around.top - title))
            members[cluster.id] = cluster.members
    return replace(placement, boxes=boxes, clusters=clusters, members=members)


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(round(float(number), 1) for number in text.split(","))  # Graphviz keeps five digits
