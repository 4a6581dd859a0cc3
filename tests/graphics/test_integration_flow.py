"""Integration flows: sources on both sides, the document in the middle, outputs below."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckbuild.document import Connector, Shape
from deckbuild.geometry import Size
from deckbuild.graphics.integration_flow import IntegrationFlow
from deckbuild.layout.carried import missing_words
from deckbuild.layout.carried import words as words_of
from tests.graphics.drawn import HALF, WIDE, boxes, check_readable, check_sound, draw, graphic, lines, words

FLOW = """
heading: Uses work from
target: {label: The Proposal, icon: file-text}
left:
  title: Session 1
  color: blue
  sources:
    - "Session 1, Ex 1: Platform → Platform section"
    - "Session 1, Ex 2: Security → Security section"
    - "Costs -> Cost section"
right:
  title: Session 2
  color: green
  sources:
    - "Session 2, Ex 1: Rollout → Roadmap section"
    - {label: Runbook, to: Operations appendix, done: false}
outputs: [Document, {label: Slides, icon: presentation}]
badge: {heading: Time, label: 25 minutes, details: Reuse, icon: clock}
"""


def flow(text: str) -> IntegrationFlow:
    made = graphic("integration-flow", text)
    assert isinstance(made, IntegrationFlow)
    return made


def test_a_source_is_written_in_one_line() -> None:
    first, _, third = flow(FLOW).left.sources
    assert (first.origin, first.label, first.to) == ("Session 1, Ex 1:", "Platform", "Platform section")
    assert (third.origin, third.label, third.to) == ("", "Costs", "Cost section")


@pytest.mark.parametrize("region", [HALF, WIDE])
def test_a_flow_is_sound(region: Size) -> None:
    frame = draw("integration-flow", FLOW, region)
    assert frame.size == region
    check_sound(frame, region)


def test_every_source_has_an_arrow_to_its_section() -> None:
    assert list(lines(draw("integration-flow", FLOW, HALF))) == [
        "Platform to Platform section",
        "Security to Security section",
        "Costs to Cost section",
        "Rollout to Roadmap section",
        "Runbook to Operations appendix",
        "g/target to g/output 0",
        "g/target to g/output 1",
    ]


def test_sections_stand_on_the_document_one_below_the_other() -> None:
    placed = boxes(draw("integration-flow", FLOW, HALF))
    sections = [placed[f"section {number}"] for number in range(5)]
    for above, below in pairwise(sections):
        assert above.bottom < below.top
    assert all(abs(rect.center.x - placed["target"].center.x) < 0.1 for rect in sections)


def test_sources_line_up_on_their_side() -> None:
    placed = boxes(draw("integration-flow", FLOW, HALF))
    assert len({placed[f"left {number}"].left for number in range(3)}) == 1
    assert placed["left 0"].right < placed["target"].left
    assert placed["right 0"].left > placed["target"].right


def test_only_finished_work_has_a_check_mark() -> None:
    frame = draw("integration-flow", FLOW, HALF)
    marks = [item for item in frame.items if isinstance(item, Shape) and item.alt == "completed"]
    assert len(marks) == 4


def test_a_source_and_its_section_can_be_read_together() -> None:
    drawn = [word for text in words(draw("integration-flow", FLOW, HALF)) for word in words_of(text)]
    assert missing_words(words_of("Session 1, Ex 2: Security → Security section"), drawn) == []


def test_two_sources_may_share_a_section() -> None:
    text = """
target: Report
left: {title: Inputs, sources: [One -> Facts, Two -> Facts, Three -> Advice]}
"""
    frame = draw("integration-flow", text, HALF)
    check_sound(frame, HALF)
    ends = [item.end.key for item in frame.items if isinstance(item, Connector) and item.end]
    assert ends == ["g/section 0", "g/section 0", "g/section 1"]


def test_sections_are_ordered_so_that_arrows_do_not_cross() -> None:
    text = """
target: Report
left: {title: Inputs, sources: [One -> B, Two -> A, Three -> B, Four -> C]}
"""
    placed = boxes(draw("integration-flow", text, HALF))
    assert placed["section 2"].top > placed["section 0"].top


def test_what_does_not_fit_says_so() -> None:
    assert draw("integration-flow", FLOW, Size(503, 150)).size.height > 150
    assert draw("integration-flow", FLOW, Size(200, 378)).size.width > 200


@pytest.mark.parametrize("dark", [False, True])
def test_texts_and_lines_can_be_read(dark: bool) -> None:
    check_readable(graphic("integration-flow", FLOW), WIDE, dark=dark)
