"""Ramps: columns as high as their levels, a check at each riser, a dashed way back."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from pydantic import ValidationError

from deckbuild.color import contrast
from deckbuild.document import Shape, Text, walk
from deckbuild.geometry import Rect, Size
from tests.graphics.drawn import HALF, WIDE, boxes, draw, graphic, lines, words
from tests.samples import context

ROLLOUT = """
heading: Share of users
gate: All met
steps:
  - {at: Day 1, level: 10}
  - {at: Day 2, level: 40}
  - {at: Day 3, level: 70}
  - {at: Day 4, level: 100}
rollback: {at: Day 3, label: One step back}
"""


def test_columns_are_as_high_as_their_levels() -> None:
    columns = boxes(draw("ramp", ROLLOUT))
    heights = [columns[f"step-{number}"].height for number in (1, 2, 3, 4)]
    assert heights == pytest.approx([heights[3] * share for share in (0.1, 0.4, 0.7, 1.0)])


def test_every_step_has_its_time_its_level_and_the_check_before_it() -> None:
    said = words(draw("ramp", ROLLOUT))
    assert {"Day 1", "Day 4", "10%", "40%", "70%", "100%", "Share of users"} <= set(said)
    assert said.count("All met") == 3


def test_the_way_back_leads_from_the_failing_step_down_to_the_level_before() -> None:
    frame = draw("ramp", ROLLOUT)
    placed = boxes(frame)
    line = lines(frame)["Back to Day 2"]
    assert line.stroke.dash == "dash"
    assert line.start is not None
    assert line.end is not None
    assert (line.start.key, line.end.key) == ("g/back", "g/back-to")
    assert placed["back-to"].top == pytest.approx(placed["step-2"].top)
    start, end = line.points
    assert start.y == pytest.approx(placed["back"].bottom)
    assert start.x == pytest.approx(placed["back"].center.x)
    assert (end.x, end.y) == pytest.approx((placed["back-to"].center.x, placed["back-to"].top))


@pytest.mark.parametrize("ground", ["light", "dark"])
@pytest.mark.parametrize("failing", ["Day 2", "Day 3", "Day 4"])
def test_the_way_back_is_seen_on_its_step(ground: str, failing: str) -> None:
    """The last step has the strong colour on which the others' line would be lost."""
    made: Any = graphic("ramp", ROLLOUT.replace("at: Day 3, label", f"at: {failing}, label"))
    frame = made.lay_out(WIDE, replace(context(), tone=getattr(context().theme, ground)))
    (line,) = (line for name, line in lines(frame).items() if name.startswith("Back to"))
    (step,) = (item for item in frame.items if item.name == f"Step {failing}")
    assert contrast(line.stroke.color, step.fill) >= 3


def test_a_rollback_may_go_back_further() -> None:
    placed = boxes(draw("ramp", ROLLOUT.replace("at: Day 3, label", "at: Day 4, to: Day 2, label")))
    assert placed["back-to"].top == pytest.approx(placed["step-2"].top)


@pytest.mark.parametrize("region", [WIDE, HALF, Size(575, 378), Size(873, 220)])
def test_the_ramp_fills_its_region_and_no_text_touches_another(region: Size) -> None:
    frame = draw("ramp", ROLLOUT, region)
    assert frame.size == region
    whole = Rect.of_size(region)
    assert all(whole.contains(item.rect, 0.1) for item in walk(frame.items))
    texts = [item for item in walk(frame.items) if isinstance(item, Text)]
    marks = [
        item for item in walk(frame.items) if isinstance(item, Shape) and item.name in ("Check", "Way back")
    ]
    for one, other in combinations([*texts, *marks], 2):
        assert not one.rect.overlaps(other.rect, 0.1), (one.name, other.name)


def test_in_low_columns_the_numbers_stand_above_the_steps() -> None:
    frame = draw("ramp", ROLLOUT, Size(873, 220))
    number = next(item for item in walk(frame.items) if item.name == "Level 10%")
    assert number.rect.bottom == pytest.approx(boxes(frame)["step-1"].top)


def test_without_room_beside_every_check_mark_its_words_stand_once() -> None:
    steps = "[{at: A, level: 96}, {at: B, level: 98}, {at: C, level: 100}]"
    frame = draw("ramp", f"gate: Everything is in order\nsteps: {steps}", HALF)
    marks = [item for item in walk(frame.items) if item.name == "Check"]
    alts = [mark.alt for mark in marks if isinstance(mark, Shape)]
    assert alts == ["", "Everything is in order", "Everything is in order"]
    assert words(frame).count("Everything is in order") == 1


def test_the_heading_stays_above_the_first_steps() -> None:
    frame = draw(
        "ramp", "heading: Users of the new service\nsteps: [{at: A, level: 90}, {at: B, level: 100}]"
    )
    heading = next(item for item in walk(frame.items) if item.name == "Users of the new service")
    assert heading.rect.bottom < boxes(frame)["step-1"].top


def test_too_little_room_is_reported_by_the_size_needed() -> None:
    assert draw("ramp", ROLLOUT, Size(400, 100)).size.height > 100
    assert draw("ramp", ROLLOUT, Size(100, 378)).size.width > 100


def test_the_same_spec_gives_the_same_frame() -> None:
    assert draw("ramp", ROLLOUT) == draw("ramp", ROLLOUT)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("level: 40", "level: 5", "level 5 is not above 10"),
        ("{at: Day 2", "{at: Day 1", "step at 'Day 1' is used twice"),
        ("{at: Day 3, label", "{at: Day 33, label", "unknown step 'Day 33'"),
        ("{at: Day 3, label", "{at: Day 1, label", "there is no way back from 'Day 1'"),
        ("{at: Day 3, label", "{at: Day 2, to: Day 4, label", "there is no way back from 'Day 2' to 'Day 4'"),
    ],
)
def test_impossible_ramps_are_reported(old: str, new: str, complaint: str) -> None:
    assert old in ROLLOUT
    with pytest.raises(ValidationError, match=complaint):
        graphic("ramp", ROLLOUT.replace(old, new))
