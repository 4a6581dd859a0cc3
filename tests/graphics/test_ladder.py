"""Ladders: levels as rungs, the most urgent on top."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from deckbuild.document import Shape
from deckbuild.geometry import Size
from deckbuild.theme import load_theme
from tests.graphics.checks import check_apart, check_inside
from tests.graphics.drawn import boxes, check_readable, complaint, draw, graphic, words
from tests.samples import context

REGION = Size(570.0, 378.0)

SEVERITY = """
level_label: Severity
definition_label: Definition
time_label: Response
example_label: "Example:"
rungs:
  - {level: P0, name: Critical, definition: Outage, example: Agent down, time: <15 min, highlight: true}
  - {level: P1, name: High, definition: Impaired, example: Errors, time: <1 hour}
  - {level: P2, name: Medium, definition: Degraded, time: <4 hours}
  - {level: P3, name: Low, definition: Minor, time: <24 hours, color: green}
"""


def test_everything_is_inside_and_no_texts_touch() -> None:
    frame = draw("ladder", SEVERITY, REGION)
    check_inside(frame, REGION)
    check_apart(frame)


def test_each_rung_stands_back_from_the_one_above() -> None:
    placed = boxes(draw("ladder", SEVERITY, REGION))
    rungs = [placed[level] for level in ("P0", "P1", "P2", "P3")]
    assert [rung.left for rung in rungs] == [0, 15, 30, 45]
    assert {rung.right for rung in rungs} == {REGION.width}
    assert len({round(rung.height, 6) for rung in rungs}) == 1
    assert rungs[-1].bottom == pytest.approx(REGION.height)


def test_colours_run_from_hot_to_cool_unless_the_author_says_so() -> None:
    theme = context().theme
    fills = [
        i.fill
        for i in draw("ladder", SEVERITY, REGION).items
        if isinstance(i, Shape) and i.name[:6] == "Level "
    ]
    assert fills == [
        theme.role.accent_text,
        theme.role.accent,
        theme.role.warning,
        theme.palette["green"],
    ]


def test_a_rung_says_all_there_is_to_it() -> None:
    said = words(draw("ladder", SEVERITY, REGION))
    assert said[:3] == ["Severity", "Definition", "Response"]
    assert said[3:6] == ["P0 Critical", "Outage Example: Agent down", "<15 min"]
    assert "Degraded" in said


def test_what_does_not_fit_says_so() -> None:
    assert draw("ladder", SEVERITY, Size(570, 100)).size.height > 100
    assert draw("ladder", SEVERITY, Size(150, 378)).size.width > 150


@pytest.mark.parametrize("dark", [False, True])
def test_everything_can_be_read(dark: bool) -> None:
    check_readable(graphic("ladder", SEVERITY), REGION, dark=dark)


def test_a_level_that_is_there_twice_is_reported() -> None:
    rungs = "rungs:\n  - {level: A, definition: x}\n  - {level: A, definition: y}"
    fault = complaint("ladder", rungs)
    assert (fault.span.line, fault.message) == (9, "rung level 'A' is used twice")


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
@pytest.mark.parametrize("name", ["advanced-green", "slate-minimal"])
def test_neighbours_differ_in_colour_in_every_theme(name: str, count: int) -> None:
    theme = load_theme(name)
    surroundings = replace(context(), theme=theme, tone=theme.light)
    rungs = [{"level": f"L{number}", "definition": "What it is"} for number in range(count)]
    frame = graphic("ladder", rungs=rungs).lay_out(Size(873.0, 378.0), surroundings)
    fills = [each.fill for each in frame.items if isinstance(each, Shape) and each.name[:6] == "Level "]
    assert len(fills) == count
    assert all(one != other for one, other in pairwise(fills))
