"""Architectures: tiers of nodes, lines that stay glued, boxes, channels and captions."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from deckbuild.deck.faults import fault_in
from deckbuild.document import Connector, Frame, Group, Shape, Text, walk
from deckbuild.geometry import Insets, Point, Rect, Size
from tests.graphics.checks import site
from tests.graphics.drawn import HALF, WIDE, boxes, draw, graphic, lines, shape, sizes, words

SERVICE = """
tiers:
  - nodes:
      - {id: web, label: Web, icon: globe}
      - {id: app, label: App, letter: A, color: green}
  - nodes: [{id: gateway, label: Gateway, icon: router, details: checks tokens}]
  - nodes:
      - {id: agent, label: Agent, color: blue, highlight: true, stores: [{label: Context, icon: database}]}
      - {id: search, label: Search}
edges:
  - "web -> gateway: HTTPS"
  - app <-> gateway
  - {from: gateway, to: agent, lines: 3}
  - {from: gateway, to: search, style: dashed}
  - agent -> search
caption: {label: All of it, icon: shield-check}
"""

HYBRID = """
direction: right
tiers:
  - id: site
    title: On site
    icon: building
    color: blue
    nodes: [{id: data, label: Data}, {id: clean, label: Cleaning}, {id: results, label: Results}]
  - id: cloud
    title: Cloud
    note: Far away
    nodes: [{id: model, label: Model, icon: brain}]
edges:
  - data -> clean
  - "clean -> model: sent"
  - "model -> results: back"
channels:
  - {between: [site, cloud], label: Tunnel, icon: lock, color: green, ends: {label: Wall, icon: brick-wall}}
"""

ROWS = """
tiers:
  - {title: Cloud, note: Slow, note_icon: timer, nodes: [{id: top, label: Model}]}
  - title: Edge
    color: green
    meter: {share: 80, label: Answered here}
    nodes: [{id: low, label: Filter}, {id: cache, label: Cache}]
edges: [low -> top, top -> low]
"""


def glued(frame: Frame, line: Connector) -> list[tuple[Point, Point]]:
    """Where a line's ends are, beside where the sites that they stick to are."""
    found = []
    for glue, point in ((line.start, line.points[0]), (line.end, line.points[-1])):
        assert glue is not None
        box = next(i for i in walk(frame.items) if isinstance(i, Shape) and i.key == glue.key)
        found.append((point, site(box, glue.site)))
    return found


def crosses(line: Connector, rect: Rect) -> bool:
    """Whether the line runs through the rectangle, tried at many places."""
    first, last = line.points
    at = (n / 200 for n in range(201))
    inside = rect.inset(Insets.all(0.1))
    spots = (Point(first.x + (last.x - first.x) * t, first.y + (last.y - first.y) * t) for t in at)
    return any(inside.contains(Rect(spot.x, spot.y, 0, 0)) for spot in spots)


def check_sound(frame: Frame, region: Size) -> None:
    """All is inside, nodes don't overlap, lines end at their sites, labels stand on no line and no node."""
    whole = Rect.of_size(region)
    for item in walk(frame.items):
        assert whole.contains(item.rect, 0.1), item
    nodes = boxes(frame)
    for one, other in combinations(nodes.values(), 2):
        assert not one.overlaps(other, 0.1)
    labels = [item for item in frame.items if isinstance(item, Text)]
    for line in (item for item in walk(frame.items) if isinstance(item, Connector)):
        for point, at in glued(frame, line):
            assert abs(point.x - at.x) < 0.51
            assert abs(point.y - at.y) < 0.51
        assert not any(crosses(line, label.rect) for label in labels), line.name
    for label in labels:
        assert not any(label.rect.overlaps(rect, 0.1) for rect in nodes.values()), label.name


@pytest.mark.parametrize("text", [SERVICE, HYBRID, ROWS])
@pytest.mark.parametrize("region", [HALF, WIDE])
def test_everything_has_its_place(text: str, region: Size) -> None:
    frame = draw("architecture", text, region)

    assert frame.size == region
    check_sound(frame, region)


def test_the_drawing_fills_its_region() -> None:
    frame = draw("architecture", SERVICE, HALF)

    rects = [item.rect for item in frame.items]
    assert min(rect.left for rect in rects) == 0
    assert max(rect.right for rect in rects) == pytest.approx(HALF.width)
    assert min(rect.top for rect in rects) == 0
    assert max(rect.bottom for rect in rects) == pytest.approx(HALF.height)


def test_all_words_are_shown_in_one_size() -> None:
    frame = draw("architecture", SERVICE, HALF)

    assert len(sizes(frame)) == 1
    shown = " ".join(words(frame))
    for label in ("Web", "App", "Gateway checks tokens", "Agent", "Context", "Search", "HTTPS", "All of it"):
        assert label in shown


def test_a_node_that_fills_its_row_is_joined_where_the_others_stand() -> None:
    frame = draw("architecture", SERVICE, HALF)

    web, gateway = boxes(frame)["web"], boxes(frame)["gateway"]
    line = lines(frame)["web to gateway"]
    assert line.points == (Point(web.center.x, web.bottom), Point(web.center.x, gateway.top))
    assert line.start is not None
    assert line.start.site == "bottom"  # the middle of its foot, as on any box
    assert line.end is not None
    assert isinstance(line.end.site, int)  # a site of its own


def test_parallel_lines_are_spread_evenly() -> None:
    frame = draw("architecture", SERVICE, HALF)

    found = [i for i in frame.items if isinstance(i, Connector) and i.name == "gateway to agent"]
    agent = boxes(frame)["agent"]
    assert [line.points[0].x for line in found] == [
        pytest.approx(agent.left + agent.width * share) for share in (1 / 6, 1 / 2, 5 / 6)
    ]


def test_both_ways_and_dashes() -> None:
    frame = draw("architecture", SERVICE, HALF)

    both, dashed = lines(frame)["app to gateway"], lines(frame)["gateway to search"]
    assert both.start_arrow
    assert both.end_arrow
    assert dashed.stroke.dash == "dash"


def test_there_and_back_are_two_lines() -> None:
    frame = draw("architecture", ROWS, HALF)

    up, down = lines(frame)["low to top"], lines(frame)["top to low"]
    assert up.points[0].y > up.points[1].y
    assert down.points[0].y < down.points[1].y
    assert down.points[0].x > up.points[0].x


def test_columns_weigh_rows_of_as_many_nodes() -> None:
    frame = draw("architecture", SERVICE, Size(512, 378), columns=[3, 1])

    placed = boxes(frame)
    assert placed["web"].width == pytest.approx(375)  # three quarters of 512 less the gap of 12
    assert placed["app"].width == pytest.approx(125)
    assert placed["gateway"].width == 512


def test_items_of_a_lone_node_stand_in_line_with_the_columns() -> None:
    text = """
columns: [2, 1]
tiers:
  - nodes: [{id: a, label: A}, {id: b, label: B}]
  - nodes: [{id: hub, label: Hub, items: [one, {label: two, icon: cookie, color: green}]}]
edges: [a -> hub, b -> hub]
"""
    frame = draw("architecture", text, HALF)

    pills = [i for i in walk(frame.items) if isinstance(i, Shape) and i.name in ("one", "two")]
    columns = [boxes(frame)[name] for name in ("a", "b")]
    assert [pill.rect.center.x for pill in pills] == [pytest.approx(box.center.x) for box in columns]


def test_nodes_that_share_nothing_are_joined_by_a_slanting_line() -> None:
    text = """
tiers:
  - nodes: [{id: a, label: A}, {id: b, label: B}]
  - nodes: [{id: c, label: C}, {id: d, label: D}]
edges: ["a -> d: across", a -> c]
"""
    frame = draw("architecture", text, HALF)

    first, last = lines(frame)["a to d"].points
    assert (first.x, last.x) == (boxes(frame)["a"].center.x, boxes(frame)["d"].center.x)
    label = next(item for item in frame.items if isinstance(item, Text))
    corner = Point(label.rect.left, label.rect.bottom)
    on_line = first.x + (last.x - first.x) * (corner.y - first.y) / (last.y - first.y)
    assert corner.x > on_line  # the line passes its near corner


def test_a_channel_leaves_room_for_its_name_between_the_lines() -> None:
    frame = draw("architecture", HYBRID, HALF)

    placed = boxes(frame)
    band = next(i for i in frame.items if isinstance(i, Shape) and i.name == "Tunnel").rect
    assert placed["clean"].right < band.left < band.right < placed["model"].left
    assert [item.name for item in frame.items if isinstance(item, Text)].count("Wall") == 2


COLUMNS = """
direction: right
tiers:
  - title: Edge
    meter: {share: 80, label: Answered here at the edge}
    note: Nearest
    nodes: [{id: cache, label: Cache}, {id: small, label: Small model of the site}]
  - title: Centre of it all
    note: The slowest of them, by far
    nodes: [{id: prompts, label: Prompts}, {id: large, label: Model}]
edges: [cache -> small, "small -> large: not sure enough", "large -> small: Answer"]
"""


def test_nodes_of_neighbouring_columns_line_up() -> None:
    placed = boxes(draw("architecture", COLUMNS, HALF))
    for one, other in (("cache", "prompts"), ("small", "large")):
        assert placed[one].top == pytest.approx(placed[other].top)
        assert placed[one].height == pytest.approx(placed[other].height)


def test_in_a_column_a_meter_is_as_wide_as_the_nodes_below_its_words() -> None:
    frame = draw("architecture", COLUMNS, HALF)
    items = {item.name: item.rect for item in walk(frame.items)}
    assert items["Whole"].width == pytest.approx(boxes(frame)["cache"].width)
    assert items["Whole"].top > items["Answered here at the edge"].bottom
    assert items["Share"].width == pytest.approx(items["Whole"].width * 0.8)


def test_titles_and_notes_of_columns_begin_at_the_same_height() -> None:
    items = {item.name: item.rect for item in walk(draw("architecture", COLUMNS, HALF).items)}
    assert items["Nearest"].top == pytest.approx(items["The slowest of them, by far"].top)


def test_tiers_without_title_have_no_box() -> None:
    names = [item.name for item in draw("architecture", SERVICE, HALF).items]

    assert "Tier" not in names


def test_a_node_is_one_group_with_its_icon() -> None:
    frame = draw("architecture", SERVICE, HALF)

    group = next(item for item in frame.items if isinstance(item, Group) and item.name == "Web")
    assert group.native
    assert [item.name for item in group.frame.items] == ["Web", "Icon globe"]


def test_what_does_not_fit_is_told() -> None:
    frame = draw("architecture", SERVICE, Size(503, 150))

    assert frame.size.height > 150
    assert sizes(frame) == {12.0}


def test_a_word_too_wide_for_its_node_is_told() -> None:
    text = "tiers: [{nodes: [{id: a, label: Unbreakablecompoundword}, {id: b, label: B}]}]"

    assert draw("architecture", text, Size(200, 300)).size.width > 200


def test_the_same_words_give_the_same_drawing() -> None:
    assert draw("architecture", HYBRID, HALF) == draw("architecture", HYBRID, HALF)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "tiers: [{nodes: [{id: agent, label: A}]}]\nedges: [agnet -> agent]",
            "unknown node 'agnet'",
            "did you mean 'agent'?",
        ),
        (
            "tiers: [{nodes: [{id: a, label: A}, {id: b, label: B}, {id: c, label: C}]}]\nedges: [a -> c]",
            "edge from 'a' to 'c' leads past other nodes",
            "edges join nodes of neighbouring tiers, or neighbours in one",
        ),
        (
            "tiers: [{nodes: [{id: a, label: A}]}]\nedges: [a - a]",
            "'a - a' is no edge",
            "write 'from -> to', 'from -> to: label' or a mapping with 'from' and 'to'",
        ),
        (
            "tiers: [{nodes: [{id: a, label: A}]}, {nodes: [{id: a, label: B}]}]",
            "node id 'a' is used twice",
            "ids are unique",
        ),
        (
            "direction: right\n"
            "tiers: [{id: one, nodes: [{id: a, label: A}]}, {id: two, nodes: [{id: b, label: B}]}]\n"
            "channels: [{between: [one, too], label: X}]",
            "unknown tier 'too'",
            "did you mean 'two'?",
        ),
        (
            "tiers: [{id: one, nodes: [{id: a, label: A}]}, {id: two, nodes: [{id: b, label: B}]}]\n"
            "channels: [{between: [one, two], label: X}]",
            "channels need tiers side by side",
            "set direction: right",
        ),
        (
            "tiers: [{nodes: [{id: a, label: A}]}]\ncolumns: [1, 2]",
            "there are 2 columns, but no tier has as many nodes",
            "give one width for each node of a tier",
        ),
        (
            "tiers: [{nodes: [{id: a, label: A, icon: sever}]}]",
            "unknown icon 'sever'",
            "did you mean 'server'?",
        ),
    ],
)
def test_mistakes_are_named(text: str, message: str, hint: str) -> None:
    with pytest.raises(ValidationError) as caught:
        graphic("architecture", text)

    found = [fault for error in caught.value.errors() if (fault := fault_in(error))]
    assert [(fault.message, fault.hint) for fault in found] == [(message, hint)]


@settings(max_examples=40)
@given(
    counts=st.lists(st.integers(1, 4), min_size=1, max_size=4),
    label=st.text("abc de", min_size=1, max_size=30).filter(str.strip),
    direction=st.sampled_from(["down", "right"]),
    width=st.floats(60, 900),
    height=st.floats(40, 400),
)
def test_no_size_breaks_it(
    counts: list[int], label: str, direction: str, width: float, height: float
) -> None:
    tiers = [
        {
            "title": label,
            "nodes": [{"id": f"n{row}-{n}", "label": label, "icon": "server"} for n in range(count)],
        }
        for row, count in enumerate(counts)
    ]
    edges = [f"n{row}-0 -> n{row + 1}-0: {label}" for row in range(len(counts) - 1)]

    frame = draw("architecture", "", Size(width, height), tiers=tiers, edges=edges, direction=direction)

    assert frame.size.width >= width
    assert frame.size.height >= height
    assert len(boxes(frame)) == sum(counts)


def test_a_letter_stands_in_a_disc() -> None:
    frame = draw("architecture", SERVICE, HALF)

    assert "A" in words(frame)
    assert shape(frame, "app").body is not None


def test_a_label_in_a_channel_stays_between_its_gates() -> None:
    frame = draw("architecture", HYBRID.replace("model: sent", "model: Sample number"), HALF)
    gates = sorted((i.rect for i in walk(frame.items) if i.name == "Wall"), key=lambda rect: rect.left)
    (label,) = (i.rect for i in walk(frame.items) if i.name == "Sample number")
    assert gates[0].right <= label.left
    assert label.right <= gates[-1].left
