"""COL004."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.graphic_nodes import colors_of, nodes_below, told_besides_color
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.nodes import Graphic
from deckbuild.deck.relations import Relation


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
    nodes = list(nodes_below(graphic))
    shared = {color for node in nodes if not isinstance(node, Relation) for _, color in colors_of(node)}
    for node in nodes:
        if not node.besides_color or told_besides_color(node):
            continue
        words = tuple(node.besides_color.values())
        lacks = f"has neither {' nor '.join(words)}" if len(words) > 1 else f"lacks {words[0]}"
        cure = f"give it {' or '.join(words)}"
        field, color = next(colors_of(node), ("", ""))
        if not isinstance(node, Relation):
            yield Finding(f"{node.called()} {lacks}", node.place_of(field), cure)
        elif color and color not in shared:
            fact = f"{node.called()} is {color}, like no node, and {lacks}"
            yield Finding(fact, node.place_of(field), f"{cure}, or the colour of its node")
