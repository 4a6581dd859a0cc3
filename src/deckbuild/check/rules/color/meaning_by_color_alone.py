"""COL004."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckbuild.check.measures.relations import is_line
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.nodes import Graphic, Node


@rule("COL004", on=Graphic)
def meaning_by_color_alone(graphic: Graphic) -> Iterator[Finding]:
    """A graphic tells something by colour alone.

    Colour isn't the only means of telling something (WCAG 2.2, 1.4.1; design guidelines: failure zones are
    hatched or labelled, users lettered). Found are an area of a chart with neither label nor hatching, and a
    line between nodes that has a colour of its own, which no node shares, but neither a label nor a dash.

    Bad:
        title: Scaling lags behind traffic
        graphics:
          - kind: line-chart
            id: lag
            title: Traffic and capacity
            alt: Traffic rises faster than capacity.
            x: {label: Time}
            y: {label: Requests/second}
            series:
              - {id: traffic, label: Traffic, points: [[0, 10], [10, 90]]}
              - {id: capacity, label: Capacity, points: [[0, 20], [10, 60]]}
            bands:
              - {series: traffic, against: capacity, color: orange}

    Good:
        title: Scaling lags behind traffic
        graphics:
          - kind: line-chart
            id: lag
            title: Traffic and capacity
            alt: Traffic rises faster than capacity.
            x: {label: Time}
            y: {label: Requests/second}
            series:
              - {id: traffic, label: Traffic, points: [[0, 10], [10, 90]]}
              - {id: capacity, label: Capacity, points: [[0, 20], [10, 60]]}
            bands:
              - {series: traffic, against: capacity, color: orange, label: Failed requests}
    """
    if graphic.decorative:
        return
    nodes = tuple(_nodes(graphic))
    shared = {str(_get(node, "color")) for node in nodes if _get(node, "color") and not is_line(node)}
    for node in nodes:
        color, place = _get(node, "color"), node.place_of("color")
        if _get(node, "label"):
            continue
        if _has(node, "hatch") and not _get(node, "hatch"):
            fact = "an area has neither label nor hatching"
            yield Finding(fact, place, "give it a label, or hatch: true")
        if color and is_line(node) and str(color) not in shared and _get(node, "style") == "solid":
            fact = f"a line is {color}, like no node, and has neither label nor dash"
            yield Finding(fact, place, "give it a label or style: dashed, or the colour of its node")


def _nodes(value: object) -> Iterator[Node]:
    """The nodes below a graphic, in the order they were written."""
    match value:
        case Node():
            for name in type(value).model_fields:
                for below in _nodes_in(getattr(value, name)):
                    yield below
                    yield from _nodes(below)


def _nodes_in(value: object) -> Iterator[Node]:
    match value:
        case Node():
            yield value
        case tuple() | list():
            for item in value:
                yield from _nodes_in(item)
        case Mapping():
            for item in value.values():
                yield from _nodes_in(item)


def _has(node: Node, name: str) -> bool:
    return name in type(node).model_fields


def _get(node: Node, name: str) -> object:
    return getattr(node, name, None)
