"""Flows: written short, drawn in ranks as native boxes with glued arrows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuild.document import Shape, Text
from deckbuild.geometry import Size
from deckbuild.graphics.flow import Flow
from tests.graphics.drawn import (
    HALF,
    WIDE,
    boxes,
    check_readable,
    check_sound,
    complaint,
    draw,
    graphic,
    lines,
    shape,
    sizes,
    words,
)

CHAIN = """
nodes: {order: Order, check: Check, ship: Ship}
edges: [order -> check -> ship]
direction: right
"""

PROGRESSION = """
direction: right
nodes:
  a: First piece of work
  b: Second piece of work
  c: {label: What it becomes, icon: rocket}
  d: Another outcome
  all: {label: The whole, details: Everything comes together, icon: file-text, highlight: true, stretch: true}
edges: [a -> c -> all, b -> d -> all]
groups:
  one: {title: Session 1, note: Done, color: blue, nodes: [a, b]}
  two: {title: Session 2, color: green, nodes: [c, d]}
  three: {title: Capstone, nodes: [all]}
"""

LANES = """
direction: right
nodes:
  {shadow: Shadow, split: Split, switch: Switch, retire: Retire, tell: Tell, train: Train, show: Show}
edges:
  - shadow -> split -> switch -> retire
  - tell -> train -> show
  - switch -> split: "Way back"
  - shadow -- tell
  - split -- train
  - switch -- show
groups:
  traffic: {title: Traffic, nodes: [shadow, split, switch, retire]}
  people: {title: People, nodes: [tell, train, show]}
"""

BRANCHES = """
direction: right
nodes: {client: Client, gateway: Gateway, agent: Agent, model: Model, store: Store, logs: Logs}
edges:
  - client -> gateway: HTTPS
  - gateway -> agent
  - agent -> model: prompt
  - agent -> store
  - gateway -> logs
  - {from: store, to: logs, style: dashed, label: events}
"""


def flow(text: str) -> Flow:
    made = graphic("flow", text)
    assert isinstance(made, Flow)
    return made


def test_a_chain_is_several_edges() -> None:
    assert [(edge.start, edge.end) for edge in flow(CHAIN).edges] == [("order", "check"), ("check", "ship")]


@pytest.mark.parametrize(
    ("written", "start", "end", "label", "arrow"),
    [
        ("a -> b", "a", "b", None, "end"),
        ("'a -> b: yes, and more: much'", "a", "b", "yes, and more: much", "end"),
        ("a -> b: unquoted", "a", "b", "unquoted", "end"),
        ("a <-> b", "a", "b", None, "both"),
        ("a -- b", "a", "b", None, "none"),
        ("{from: a, to: b, label: long form}", "a", "b", "long form", "end"),
    ],
)
def test_ways_to_write_an_edge(written: str, start: str, end: str, label: str | None, arrow: str) -> None:
    (edge,) = flow(f"nodes: {{a: A, b: B}}\nedges:\n  - {written}").edges
    assert (edge.start, edge.end, edge.label, edge.arrow) == (start, end, label, arrow)


@pytest.mark.parametrize(
    ("text", "region"),
    [(CHAIN, HALF), (PROGRESSION, HALF), (LANES, HALF), (PROGRESSION, WIDE), (LANES, WIDE), (BRANCHES, WIDE)],
)
def test_drawings_are_sound(text: str, region: Size) -> None:
    check_sound(draw("flow", text, region), region)


@pytest.mark.parametrize("text", [CHAIN, PROGRESSION, LANES, BRANCHES])
def test_drawings_fill_their_region(text: str) -> None:
    frame = draw("flow", text)
    placed = [*boxes(frame).values(), *(line.rect for line in lines(frame).values())]
    assert min(rect.left for rect in placed) <= 1
    assert max(rect.right for rect in placed) >= WIDE.width - 1
    if text != CHAIN:
        assert min(rect.top for rect in placed) <= 3
        assert max(rect.bottom for rect in placed) >= WIDE.height - 30


@pytest.mark.parametrize("text", [CHAIN, PROGRESSION, LANES, BRANCHES])
def test_every_edge_is_a_connector(text: str) -> None:
    edges = [f"g/{edge.start} to g/{edge.end}" for edge in flow(text).edges]
    assert list(lines(draw("flow", text))) == edges


def test_every_label_is_drawn_in_reading_order() -> None:
    assert words(draw("flow", PROGRESSION)) == [
        "Done Session 1",
        "First piece of work",
        "Second piece of work",
        "Session 2",
        "What it becomes",
        "Another outcome",
        "Capstone",
        "The whole Everything comes together",
    ]


def test_a_word_beside_an_arrow_is_never_torn() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    frame = draw("flow", f"{{nodes: {{a: A, b: B}}, edges: ['a -> b: {word}']}}", WIDE)
    (label,) = (item for item in frame.items if isinstance(item, Text))
    assert len(label.body.paragraphs[0].lines) == 1


def test_labels_have_one_size_within_their_role() -> None:
    frame = draw("flow", BRANCHES, HALF)
    (size,) = sizes(frame)
    assert 12 <= size <= 18


def test_boxes_of_a_chain_are_alike_and_in_line() -> None:
    order, check, ship = boxes(draw("flow", CHAIN)).values()
    assert order.size == check.size == ship.size
    assert order.center.y == check.center.y == ship.center.y
    assert check.center.x - order.center.x == pytest.approx(ship.center.x - check.center.x, abs=1)


def test_a_stretched_node_is_as_long_as_its_rank() -> None:
    placed = boxes(draw("flow", PROGRESSION))
    assert placed["all"].bottom == pytest.approx(placed["three"].bottom - 12)
    assert placed["all"].height > placed["d"].bottom - placed["c"].top


def test_panels_hold_their_nodes_and_line_up() -> None:
    placed = boxes(draw("flow", PROGRESSION))
    assert placed["one"].contains(placed["a"])
    assert placed["one"].contains(placed["b"])
    assert placed["one"].top == placed["two"].top == placed["three"].top
    assert placed["one"].bottom == placed["two"].bottom == placed["three"].bottom


def test_a_group_may_have_the_id_of_a_node() -> None:
    placed = boxes(
        draw("flow", "nodes: {a: One, b: Two}\ngroups: {a: {title: G, nodes: [a]}}\nedges: [a -> b]")
    )
    assert placed["group/a"].contains(placed["a"])


def test_lanes_have_the_same_sides_and_pairs_stand_below_each_other() -> None:
    placed = boxes(draw("flow", LANES))
    assert (placed["traffic"].left, placed["traffic"].right) == (
        placed["people"].left,
        placed["people"].right,
    )
    assert placed["shadow"].center.x == pytest.approx(placed["tell"].center.x)
    assert placed["shadow"].bottom < placed["tell"].top


def test_a_lane_that_a_line_enters_from_above_has_its_title_at_the_foot() -> None:
    text = LANES.replace("title: People", "title: People who come along")
    frame = draw("flow", text)
    bodies = {key: shape(frame, key).body for key in ("traffic", "people")}
    anchors = {key: body.anchor for key, body in bodies.items() if body is not None}
    assert anchors == {"traffic": "top", "people": "bottom"}
    placed = boxes(frame)
    assert placed["tell"].top - placed["people"].top < placed["people"].bottom - placed["tell"].bottom
    check_sound(frame, WIDE)


ZONES = """
nodes: {user: User, gate: Gateway, app: Application, keys: Key store, log: Audit log}
edges: [user -> gate -> app -> keys, app -> log]
groups:
  centre: {title: Data centre, nodes: [gate, app, vault]}
  vault: {title: Vault, nodes: [keys]}
"""


@pytest.mark.parametrize("direction", ["right", "down"])
@pytest.mark.parametrize("named", ["vault", "keys"])
def test_a_group_stands_on_the_panel_of_the_group_that_holds_its_nodes(direction: str, named: str) -> None:
    """The outer group names the inner one, or its nodes."""
    text = ZONES.replace("app, vault]", f"app, {named}]") + f"direction: {direction}"
    placed = boxes(draw("flow", text))
    assert placed["centre"].contains(placed["vault"])
    assert placed["vault"].contains(placed["keys"])
    assert not any(placed["centre"].overlaps(placed[name]) for name in ("user", "log"))
    assert not any(placed["vault"].overlaps(placed[name]) for name in ("gate", "app", "log"))


def test_outer_panels_are_drawn_before_those_on_them() -> None:
    names = [item.key for item in draw("flow", ZONES).items if isinstance(item, Shape)]
    assert names.index("g/centre") < names.index("g/vault") < names.index("g/keys")


def test_edges_to_one_node_have_an_arrowhead_each() -> None:
    drawn = lines(draw("flow", "nodes: {a: A, b: B, c: C}\nedges: [a -> c, b -> c]\ndirection: right"))
    one, other = (line.points[-1] for line in drawn.values())
    assert one.x == other.x
    assert abs(one.y - other.y) >= 7


def test_only_edges_that_look_alike_leave_in_one_fork() -> None:
    alike = "nodes: {a: A, b: B, c: C}\nedges: [a -> b, a -> c]\ndirection: right"
    assert len({line.points[0] for line in lines(draw("flow", alike)).values()}) == 1
    dashed = alike.replace("a -> c", "{from: a, to: c, style: dashed}")
    assert len({line.points[0] for line in lines(draw("flow", dashed)).values()}) == 2


def test_a_few_boxes_grow_but_keep_their_proportions() -> None:
    for rect in boxes(draw("flow", CHAIN)).values():
        assert 1.5 < rect.width / rect.height < 4.5
        assert rect.height > 80


def test_the_line_back_in_a_cycle_has_a_label_of_its_own() -> None:
    text = "nodes: {a: Ask, b: Build, c: Check}\nedges: [a -> b -> c, 'c -> a: next change']"
    frame = draw("flow", text)
    placed = list(boxes(frame).values())
    assert len({rect.top for rect in placed}) == 1
    (label,) = (item.rect for item in frame.items if isinstance(item, Text))
    back = lines(frame)["g/c to g/a"]
    assert label.bottom <= back.rect.top
    assert label.center.x == pytest.approx(back.rect.center.x, abs=1)


def test_an_arrow_back_runs_over_the_boxes() -> None:
    frame = draw("flow", LANES)
    back = lines(frame)["g/switch to g/split"]
    assert len(back.points) == 4
    assert min(point.y for point in back.points) < boxes(frame)["switch"].top


def test_an_arrow_over_several_ranks_passes_the_boxes_between() -> None:
    text = "direction: right\nnodes: {a: A, b: B, c: C}\nedges: [a -> b -> c, a -> c]"
    check_sound(draw("flow", text), WIDE)


def test_the_highlighted_node_is_the_only_solid_one() -> None:
    frame = draw("flow", PROGRESSION)
    solid = shape(frame, "all")
    others = [item for item in frame.items if isinstance(item, Shape) and item.key != solid.key]
    assert solid.fill not in [other.fill for other in others]


def test_without_a_direction_the_region_decides() -> None:
    chain = CHAIN.replace("direction: right", "")
    wide = list(boxes(draw("flow", chain, Size(870, 150))).values())
    high = list(boxes(draw("flow", chain, Size(250, 378))).values())
    assert wide[0].center.y == wide[1].center.y
    assert high[0].center.x == high[1].center.x


def test_what_does_not_fit_says_so() -> None:
    frame = draw("flow", CHAIN, Size(120, 20))
    assert frame.size.width > 120
    assert frame.size.height > 20


def test_the_same_flow_is_drawn_the_same() -> None:
    assert draw("flow", BRANCHES) == draw("flow", BRANCHES)


@settings(max_examples=25)
@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda e: e[0] != e[1]), max_size=9))
def test_any_flow_is_drawn_with_boxes_apart_and_ends_glued(edges: set[tuple[int, int]]) -> None:
    nodes = {f"n{index}": f"Node {index}" for index in range(7)}
    written = [{"from": f"n{a}", "to": f"n{b}"} for a, b in sorted(edges)]
    frame = draw("flow", nodes=nodes, edges=written)
    placed = list(boxes(frame).values())
    assert len(placed) == 7
    assert not any(a.overlaps(b, 0.1) for i, a in enumerate(placed) for b in placed[i + 1 :])
    assert len(lines(frame)) == len(edges)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nodes: {one: One, two: Two}\nedges: [one -> tow]", "unknown node 'tow'"),
        ("nodes: {one: One}\nedges: [one -> one]", "edge leads back to its own node"),
        ("nodes: {one: One}\nedges: [one]", "'one' is no edge"),
        ("nodes: {one: {label: One, icon: databse}}", "unknown icon 'databse'"),
        ("nodes: {one: {label: One, color: bleu}}", "unknown colour 'bleu'"),
        ("nodes: {one: {label: One, shap: box}}", "unknown key 'shap' in a node"),
        ("nodes: {one: One}\ngroups: {g: {title: G, nodes: [oen]}}", "unknown node 'oen'"),
        (
            "nodes: {one: One}\ngroups: {g: {title: G, nodes: [one]}, h: {title: H, nodes: [one]}}",
            "node 'one' is in group 'g' already",
        ),
        (
            "nodes: {a: A, b: B, c: C}\ngroups: {g: {title: G, nodes: [a, b]}, h: {title: H, nodes: [b, c]}}",
            "node 'b' is in group 'g' already",
        ),
        (
            "nodes: {a: A}\ngroups: {g: {title: G, nodes: [a, h]}, h: {title: H, nodes: [g]}}",
            "group 'g' holds itself",
        ),
        (
            "nodes: {a: A}\ngroups: {g: {title: G, nodes: [h]}, h: {title: H, nodes: [g]}}",
            "group 'g' holds itself",
        ),
    ],
)
def test_mistakes_are_told_with_their_place(text: str, said: str) -> None:
    diagnostic = complaint("flow", text)
    assert diagnostic.message == said
    assert diagnostic.span.line == 7 + text.count("\n")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("text", [PROGRESSION, LANES, BRANCHES])
def test_texts_and_lines_can_be_read(text: str, dark: bool) -> None:
    check_readable(graphic("flow", text), WIDE, dark=dark)


def test_a_dashed_edge_is_drawn_dashed() -> None:
    frame = draw("flow", "nodes: {a: A, b: B, c: C}\nedges: [a -> b, {from: b, to: c, style: dashed}]")
    drawn = lines(frame)
    assert (drawn["g/a to g/b"].stroke.dash, drawn["g/b to g/c"].stroke.dash) == ("solid", "dash")
