"""Timelines: spans in proportion, names above, times below."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckbuild.document import Shape, Text
from deckbuild.geometry import Size
from tests.graphics.checks import check_apart, check_inside
from tests.graphics.drawn import WIDE, boxes, check_readable, complaint, draw, graphic, shape, words
from tests.samples import context

STRIP = Size(873.6, 110)

SESSION = """
unit: min
spans:
  - {label: Opening, start: 0, end: 3, icon: play, color: green}
  - {label: Part 1, start: 3, end: 15, title: Scaling Patterns}
  - {label: Part 2, start: 15, end: 27, title: Hybrid}
  - {label: Part 3, start: 27, end: 48, title: Operations, highlight: true}
  - {label: Close, start: 48, end: 51, icon: flag}
"""


def test_everything_is_inside_and_no_label_touches_another() -> None:
    frame = draw("timeline", SESSION, STRIP)
    check_inside(frame, STRIP)
    check_apart(frame)


def test_spans_are_as_long_as_their_time() -> None:
    placed = boxes(draw("timeline", SESSION, STRIP))
    assert placed["3"].width == pytest.approx(4 * placed["0"].width + 9)  # three seams of 3 pt are inside
    assert placed["48"].right == pytest.approx(STRIP.width)


def test_every_start_and_end_has_its_time() -> None:
    said = words(draw("timeline", SESSION, STRIP))
    assert said[-7:] == [
        "0",
        "3",
        "15",
        "27",
        "48",
        "51",
        "min",
    ]  # half-em characters leave no room beside 48


def test_a_span_too_narrow_for_its_title_carries_it_above() -> None:
    frame = draw("timeline", SESSION.replace("icon: play", "title: Recap and preview"), STRIP)
    assert words(frame)[0] == "Opening Recap and preview"
    assert shape(frame, "0").body is None
    check_apart(frame)


def test_the_current_span_has_the_primary_colour() -> None:
    frame = draw("timeline", SESSION, STRIP)
    assert shape(frame, "27").fill == context().theme.role.primary
    assert shape(frame, "15").fill == context().theme.role.dark


def test_on_a_dark_page_names_and_times_are_light() -> None:
    surroundings = replace(context(), tone=context().theme.dark)
    frame = graphic("timeline", SESSION).lay_out(STRIP, surroundings)
    names = [item for item in frame.items if isinstance(item, Text)]
    light = {surroundings.tone.text.hex, surroundings.tone.muted.hex}
    assert {run.style.color.hex for text in names for p in text.body.paragraphs for run in p.runs} <= light


def test_a_title_that_wraps_makes_the_bar_taller() -> None:
    plain = draw("timeline", SESSION, Size(873.6, 60))
    long = draw("timeline", SESSION.replace("Scaling Patterns", "word " * 30), Size(873.6, 60))
    assert long.size.height > plain.size.height


def test_the_same_words_give_the_same_drawing() -> None:
    assert draw("timeline", SESSION, STRIP) == draw("timeline", SESSION, STRIP)


def test_only_boxes_and_texts_are_drawn() -> None:
    assert {type(item) for item in draw("timeline", SESSION, STRIP).items} == {Shape, Text}


@pytest.mark.parametrize("dark", [False, True])
def test_everything_can_be_read(dark: bool) -> None:
    check_readable(graphic("timeline", SESSION), STRIP, dark=dark)


def test_spans_that_overlap_are_reported() -> None:
    spans = "spans:\n  - {label: One, start: 0, end: 3}\n  - {label: Two, start: 2, end: 5}"
    fault = complaint("timeline", spans)
    assert fault.message == "starts at 2, before 'One' ends at 3"
    assert fault.span.line == 9


def test_a_span_that_ends_before_it_starts_is_reported() -> None:
    fault = complaint("timeline", "spans:\n  - {label: One, start: 3, end: 3}")
    assert fault.message == "ends at 3, but starts at 3"
    assert (fault.span.line, fault.span.column) == (8, 41)


def test_a_span_too_short_to_be_seen_ends_where_the_next_one_begins() -> None:
    frame = draw("timeline", "spans: [{label: A, start: 0, end: 1}, {label: B, start: 1, end: 100000}]")
    assert [item.rect.center.x for item in frame.items if item.name == "Tick"] == [0.5, 0.5, 872.5]


EARTH = """
unit: million years after the Earth formed
spans:
  - {label: Long, start: 0, end: 4000}
  - {label: Short, start: 4000, end: 4540}
"""


def test_a_long_unit_pushes_no_time_from_its_tick() -> None:
    frame = draw("timeline", EARTH, WIDE)
    times = {item.name: item.rect for item in frame.items if item.name.startswith("Time ")}
    short = boxes(frame)["4000"]
    assert times["Time 4000"].center.x == pytest.approx(short.left, abs=2)
    (unit,) = (item.rect for item in frame.items if item.name == "Unit")
    assert unit.top >= times["Time 4540"].bottom - 0.1


BREACH = """
unit: h
spans:
  - {label: Report at once, start: 0, end: 1, icon: phone}
  - {label: Contain it, start: 1, end: 8, icon: shield}
  - {label: Assess, start: 8, end: 36}
  - {label: Tell the authority, start: 36, end: 72}
"""


def test_a_name_without_room_over_its_span_stands_in_a_row_above_it() -> None:
    frame = draw("timeline", BREACH, WIDE)
    names = {item.name: item.rect for item in frame.items if isinstance(item, Text)}
    spans = boxes(frame)
    for label, start in (("Assess", "8"), ("Tell the authority", "36")):
        assert names[label].center.x == pytest.approx(spans[start].center.x, abs=1)
    assert names["Report at once"].bottom <= names["Assess"].top + 0.1
    assert names["Contain it"].left <= spans["1"].center.x <= names["Contain it"].right
    (leader, *_) = (item.rect for item in frame.items if item.name == "Leader")
    assert leader.center.x == pytest.approx(spans["0"].center.x)
    check_apart(frame)


def test_an_icon_that_would_be_a_speck_stands_before_the_name() -> None:
    frame = draw("timeline", BREACH, WIDE)
    (phone, shield) = (item.rect for item in frame.items if item.name.startswith("Icon"))
    spans = boxes(frame)
    assert phone.bottom <= spans["0"].top
    assert spans["1"].contains(shield)


def test_a_timeline_alone_on_its_page_has_a_higher_bar() -> None:
    assert (
        boxes(draw("timeline", SESSION, WIDE))["3"].height
        > 2 * boxes(draw("timeline", SESSION, STRIP))["3"].height
    )
