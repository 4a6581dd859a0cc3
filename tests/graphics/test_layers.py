"""Layers: bands across the width, pillars side by side, arrows between them."""

from __future__ import annotations

import pytest

from deckbuild.document import Connector, Shape
from deckbuild.geometry import Size
from tests.graphics.checks import check_apart, check_glued, check_inside
from tests.graphics.drawn import (
    WIDE,
    boxes,
    check_readable,
    complaint,
    draw,
    graphic,
    lines,
    words,
)

STACK = """
flow: up
layers:
  - title: Dashboards
    note: One view
    icon: layout-dashboard
    highlight: true
    groups:
      - {label: Tools, items: [{text: Grafana, icon: "brand:grafana"}, Datadog]}
      - {label: Key metrics, items: [Latency, Errors]}
  - row_labels: [Question, Tool]
    pillars:
      - title: Metrics
        icon: chart-line
        lines: ["Is it wrong?", {text: Prometheus, icon: "brand:prometheus"}]
      - {title: Traces, icon: waypoints, lines: ["Where?", Jaeger], highlight: true}
      - {title: Logs, color: amber, lines: ["Why?", ELK]}
  - {title: System, icon: bot, items: [Gateway, Agent]}
"""

PLAIN = """
layers:
  - {title: Application, highlight: true}
  - pillars:
      - {title: One, lines: [a, b]}
      - {title: Two, lines: [c, a rather long line that needs two of them]}
  - {title: Site}
axis: {left: More control, right: More sites}
"""


def test_everything_is_inside_and_glued() -> None:
    frame = draw("layers", STACK)
    check_inside(frame, WIDE)
    check_apart(frame)
    check_glued(frame)


def test_layers_fill_the_region() -> None:
    placed = boxes(draw("layers", STACK))
    assert placed["layer 1"].top == 0
    assert placed["layer 3"].bottom == pytest.approx(WIDE.height)
    assert placed["layer 1"].width == WIDE.width


def test_every_pillar_has_an_arrow_from_below_and_one_to_the_top() -> None:
    drawn = lines(draw("layers", STACK))
    assert set(drawn) == {f"g/layer 3 to g/layer 2/pillar {n}" for n in (1, 2, 3)} | {
        f"g/layer 2/pillar {n} to g/layer 1" for n in (1, 2, 3)
    }
    for line in drawn.values():
        start, end = line.points
        assert start.x == end.x
        assert start.y > end.y


def test_arrows_may_point_down_or_both_ways() -> None:
    down = lines(draw("layers", STACK, flow="down"))
    assert "g/layer 1 to g/layer 2/pillar 1" in down
    both = lines(draw("layers", STACK, flow="both")).values()
    assert all(line.start_arrow and line.end_arrow for line in both)


def test_without_flow_there_are_no_arrows_between_layers() -> None:
    frame = draw("layers", PLAIN)
    assert [item.name for item in frame.items if isinstance(item, Connector)] == ["Axis"]
    check_inside(frame, WIDE)


def test_an_axis_whose_words_are_too_wide_says_so() -> None:
    axis = {"left": "More control " * 6, "right": "More sites " * 6}
    assert draw("layers", "layers: [{title: One}]", axis=axis).size.width > WIDE.width


def test_pillars_share_their_rows() -> None:
    frame = draw("layers", PLAIN)
    tops = {item.name: item.rect.center.y for item in frame.items}
    assert tops["b"] == pytest.approx(tops["a rather long line that needs two of them"])


def test_a_pillar_reads_as_a_whole() -> None:
    said = words(draw("layers", STACK))
    at = said.index("Metrics")
    assert said[at : at + 3] == ["Metrics", "Is it wrong?", "Prometheus"]


def test_chips_of_all_bands_line_up() -> None:
    chips = {i.name: i.rect for i in draw("layers", STACK).items if isinstance(i, Shape) and i.body}
    assert chips["Grafana"].left == chips["Latency"].left == chips["Gateway"].left
    assert chips["Datadog"].right == chips["Errors"].right == chips["Agent"].right


def test_all_texts_are_drawn() -> None:
    said = " ".join(words(draw("layers", STACK)))
    for text in ("Dashboards One view", "Tools", "Key metrics", "Question", "System", "ELK"):
        assert text in said


def test_what_does_not_fit_says_so() -> None:
    assert draw("layers", STACK, Size(873, 200)).size.height > 200
    assert draw("layers", STACK, Size(250, 378)).size.width > 250


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("source", [STACK, PLAIN])
def test_everything_can_be_read(source: str, dark: bool) -> None:
    check_readable(graphic("layers", source), WIDE, dark=dark)


@pytest.mark.parametrize(
    ("layer", "message"),
    [
        ("{note: A band without a name}", "a layer needs 'title' or 'pillars'"),
        ("{pillars: [{title: A}], items: [b]}", "a layer of pillars has no 'items'"),
        ("{pillars: [{title: A, lines: [b]}], row_labels: [x, y]}", "'A' has 1 line for 2 row labels"),
        ("{title: A, icon: no-such-icon-here}", "unknown icon 'no-such-icon-here'"),
        ("{title: A, color: grene}", "unknown colour 'grene'"),
    ],
)
def test_mistakes_are_told_with_their_place(layer: str, message: str) -> None:
    fault = complaint("layers", f"layers:\n  - {layer}")
    assert (fault.span.line, fault.message) == (8, message)


def test_two_bands_of_a_word_are_no_towers() -> None:
    placed = boxes(draw("layers", "layers: [{title: Above}, {title: Below}]", WIDE))
    assert placed["layer 1"].height < 120


def test_chips_without_any_icon_fit_the_width() -> None:
    assert draw("layers", "layers: [{title: Above, items: [One, Two]}]", WIDE).size.width <= WIDE.width
