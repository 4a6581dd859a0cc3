"""Phases: cards in a row, gates between them, times in proportion beneath."""

from __future__ import annotations

import pytest

from deckbuild.document import RECTANGLE, Pointed, Shape
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
    shape,
    sizes,
    words,
)
from tests.samples import context

ROLLOUT = """
criteria_heading: Met when
prefix: Week
note: A no stops it at the gate.
note_icon: octagon-pause
phases:
  - title: Pilot
    period: Weeks 1-6
    headline: 10 users
    crowd: 1
    points: Validate
    criteria: Happy users
    status: done
    start: 1
    gate: {label: Go/No-Go, halt: Halt}
  - title: Limited
    headline: 100 users
    crowd: 3
    criteria: [Fast, Cheap]
    status: current
    start: 7
    gate: Go?
  - {title: General, headline: All users, crowd: 8, points: [Rollout, Care], highlight: true, start: 19}
"""


def test_everything_is_inside_and_glued() -> None:
    frame = draw("phases", ROLLOUT)
    check_inside(frame, WIDE)
    check_apart(frame)
    check_glued(frame)


def test_it_fills_its_region() -> None:
    frame = draw("phases", ROLLOUT)
    assert max(item.rect.bottom for item in frame.items) == pytest.approx(WIDE.height)
    assert max(item.rect.right for item in frame.items) == pytest.approx(WIDE.width)


def test_the_way_leads_through_the_gates() -> None:
    assert set(lines(draw("phases", ROLLOUT))) == {
        "g/phase 1 to g/phase 1/gate",
        "g/phase 1/gate to g/phase 2",
        "g/phase 1/gate to g/phase 1/gate/halt",
        "g/phase 2 to g/phase 2/gate",
        "g/phase 2/gate to g/phase 3",
    }


def test_cards_are_alike_and_a_gate_stands_between_them() -> None:
    placed = boxes(draw("phases", ROLLOUT))
    cards = [placed[f"phase {number}"] for number in (1, 2, 3)]
    assert len({(card.width, card.top, card.height) for card in cards}) == 1
    gate = placed["phase 1/gate"]
    assert cards[0].right < gate.left
    assert gate.right < cards[1].left
    assert gate.center.y == cards[0].center.y


def test_a_wide_word_below_a_gate_stays_whole_and_keeps_off_the_cards() -> None:
    frame = draw("phases", ROLLOUT.replace("halt: Halt", "halt: Reconsideration"))
    placed, body = boxes(frame), shape(frame, "phase 1/gate/halt").body
    assert body is not None
    assert [len(paragraph.lines) for paragraph in body.paragraphs] == [1]
    assert placed["phase 1"].right < placed["phase 1/gate/halt"].left
    assert placed["phase 1/gate/halt"].right < placed["phase 2"].left


def test_users_grow_with_the_phases() -> None:
    icons = [i for i in draw("phases", ROLLOUT).items if isinstance(i, Shape) and i.name == "Icon user"]
    cards = boxes(draw("phases", ROLLOUT))
    count = [sum(cards[f"phase {number}"].contains(icon.rect) for icon in icons) for number in (1, 2, 3)]
    assert count == [1, 3, 8]


def test_only_a_done_phase_has_a_check_mark() -> None:
    assert sum(item.name == "Done" for item in draw("phases", ROLLOUT).items) == 1


def test_a_check_mark_stays_in_a_card_that_is_too_narrow_for_it() -> None:
    frame = draw("phases", "phases: [{title: One, status: done}, {title: Two}]", Size(110, 90))
    card, done = boxes(frame)["phase 1"], next(item.rect for item in frame.items if item.name == "Done")
    assert frame.size.width > 110
    assert card.contains(done)


def test_times_are_in_proportion_and_the_last_phase_is_open() -> None:
    bars = {i.name: i for i in draw("phases", ROLLOUT).items if isinstance(i, Shape) and i.name[:4] == "Bar "}
    pilot, limited, general = bars["Bar Pilot"], bars["Bar Limited"], bars["Bar General"]
    assert limited.rect.width == pytest.approx(2 * pilot.rect.width)
    assert general.rect.width == pytest.approx(WIDE.width / 4)
    assert isinstance(general.geometry, Pointed)


def test_with_an_end_the_last_phase_is_closed() -> None:
    frame = draw("phases", ROLLOUT, end=25)
    bars = [i.geometry for i in frame.items if isinstance(i, Shape) and i.name == "Bar General"]
    assert bars == [RECTANGLE]
    assert "Week 25" in words(frame)


def test_all_texts_are_drawn() -> None:
    said = " ".join(words(draw("phases", ROLLOUT)))
    for text in (
        "Pilot Weeks 1-6",
        "10 users",
        "Validate Met when Happy users",
        "Fast Cheap",
        "Week 19",
        "Halt",
    ):
        assert text in said


def test_a_note_is_as_large_as_body_text() -> None:
    assert (
        max(
            sizes(
                draw(
                    "phases",
                    ROLLOUT,
                    phases=[{"title": "A"}, {"title": "B"}],
                    prefix="",
                    criteria_heading=None,
                )
            )
        )
        >= 18
    )
    assert context().theme.type.body.min == 18


def test_a_label_breaks_to_the_smallest_diamond() -> None:
    gate = shape(draw("phases", ROLLOUT), "phase 1/gate")
    assert gate.body is not None
    assert gate.body.text == "Go/\vNo-Go"


def test_phases_without_gates_are_joined_directly() -> None:
    frame = draw("phases", "phases: [{title: One}, {title: Two}]")
    assert set(lines(frame)) == {"g/phase 1 to g/phase 2"}
    check_glued(frame)


def test_what_does_not_fit_says_so() -> None:
    assert draw("phases", ROLLOUT, Size(873, 150)).size.height > 150
    assert draw("phases", ROLLOUT, Size(200, 378)).size.width > 200


@pytest.mark.parametrize("dark", [False, True])
def test_everything_can_be_read(dark: bool) -> None:
    check_readable(graphic("phases", ROLLOUT), WIDE, dark=dark)


@pytest.mark.parametrize(
    ("phases", "line", "message"),
    [
        ("[{title: A},\n {title: B, gate: Go}]", 8, "the last phase has a gate"),
        ("[{title: A, start: 3},\n {title: B}]", 8, "phase 'B' has no start"),
        ("[{title: A, start: 3},\n {title: B, start: 2}]", 8, "starts at 2, not after 3"),
        (
            "[{title: A, start: 3},\n {title: B, start: 5}]\nend: 4",
            9,
            "ends at 4, before its last phase starts at 5",
        ),
    ],
)
def test_mistakes_are_told_with_their_place(phases: str, line: int, message: str) -> None:
    fault = complaint("phases", f"phases: {phases}")
    assert (fault.span.line, fault.message) == (line, message)


def test_cards_of_few_words_keep_sane_proportions() -> None:
    placed = boxes(draw("phases", "phases: [{title: Dig}, {title: Sow}, {title: Reap}]", WIDE))
    assert placed["phase 1"].height < placed["phase 1"].width
