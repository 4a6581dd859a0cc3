"""Decision trees: a column of questions, outcomes lined up beside it."""

from __future__ import annotations

import pytest

from deckbuild.document import Shape, Text
from deckbuild.geometry import Size
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
    words,
)

TREE = """
start: Where to run it?
outcomes:
  cloud: {label: Cloud, icon: cloud, color: blue}
  site: {label: On site, icon: server, color: green}
  both: {label: Both, icon: cloud+server, color: amber}
decisions:
  - question: Secret?
    "yes": {to: [site, both], label: On site or both, note: Data stays}
  - question: Small?
    "no": site
default: {to: cloud, label: "Default: cloud", note: Nothing speaks against it}
"""


def test_a_tree_is_sound() -> None:
    check_sound(draw("decision-tree", TREE, HALF), HALF)


def test_questions_and_outcomes_stand_in_two_columns() -> None:
    placed = boxes(draw("decision-tree", TREE, HALF))
    column = [placed[name] for name in ("start", "question 0", "question 1", "default")]
    assert {rect.left for rect in column} == {0.0}
    assert len({rect.width for rect in column}) == 1
    assert placed["outcome 0"].left == placed["outcome 1"].left
    assert placed["outcome 0"].right == pytest.approx(HALF.width, abs=1)
    assert placed["outcome 0"].center.y == pytest.approx(placed["question 0"].center.y)


def test_the_tree_fills_its_region() -> None:
    placed = boxes(draw("decision-tree", TREE, HALF))
    assert placed["start"].top == pytest.approx(0)
    assert placed["default"].bottom == pytest.approx(HALF.height, abs=1)


def test_every_answer_is_an_arrow() -> None:
    assert set(lines(draw("decision-tree", TREE, HALF))) == {
        "g/start to g/question 0",
        "g/question 0 to g/outcome 0",
        "g/question 0 to g/question 1",
        "g/question 1 to g/outcome 1",
        "g/question 1 to g/default",
    }


def test_answers_stand_by_their_lines() -> None:
    frame = draw("decision-tree", TREE, HALF)
    answers = [item.name for item in frame.items if isinstance(item, Text) and item.name in ("Yes", "No")]
    assert answers == ["Yes", "No", "No", "Yes"]  # the second question leads to its outcome on no


def test_answers_have_the_authors_words() -> None:
    frame = draw("decision-tree", TREE + "yes_word: Ja\nno_word: Nein", HALF)
    assert "Ja" in words(frame)
    assert "Yes" not in words(frame)


def test_all_texts_are_drawn() -> None:
    drawn = words(draw("decision-tree", TREE, HALF))
    for text in (
        "Where to run it?", "Secret?", "Small?", "On site or both Data stays", "On site", "Default: cloud",
        "Nothing speaks against it", "Cloud", "Both",
    ):  # fmt: skip
        assert text in drawn


def test_an_outcome_without_advice_has_its_name() -> None:
    frame = draw("decision-tree", TREE, HALF)
    body = shape(frame, "outcome 1").body
    assert body is not None
    assert body.text.replace("\N{NO-BREAK SPACE}", " ") == "On site"


def test_under_other_words_an_icon_names_its_outcome_to_those_who_cant_see_it() -> None:
    """`Both` has two icons, of which one speaks; beside `On site` alone the word is drawn."""
    icons = [item for item in draw("decision-tree", TREE, HALF).items if item.name.startswith("Icon")]
    assert [item.alt for item in icons if isinstance(item, Shape) and item.alt] == [
        "On site",
        "Both",
        "Cloud",
    ]


def test_what_does_not_fit_says_so() -> None:
    frame = draw("decision-tree", TREE, Size(300, 60))
    assert frame.size.height > 60
    assert draw("decision-tree", TREE, Size(100, 378)).size.width > 100


def test_a_start_with_a_word_too_wide_says_so() -> None:
    tree = TREE.replace("Where to run it?", "Unbreakablecompoundwordofmanycharacters")
    assert draw("decision-tree", TREE, Size(400, 600)).size.width == 400
    assert draw("decision-tree", tree, Size(400, 600)).size.width > 400


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("{question: Q?, yes: sit}", "unknown outcome 'sit'"),
        ("{question: Q?}", "a decision needs one branch"),
        ("{question: Q?, yes: site, no: site}", "a decision needs one branch"),
        ("{question: Q?, yes: {to: []}}", None),
    ],
)
def test_mistakes_are_told_with_their_place(decision: str, said: str | None) -> None:
    text = f"""\
start: Where?
outcomes: {{site: {{label: Site, icon: server}}}}
default: site
decisions:
  - {decision}"""
    diagnostic = complaint("decision-tree", text)
    assert diagnostic.span.line == 11
    assert said is None or diagnostic.message == said


@pytest.mark.parametrize("dark", [False, True])
def test_texts_and_lines_can_be_read(dark: bool) -> None:
    check_readable(graphic("decision-tree", TREE), WIDE, dark=dark)


FORMS = """
start: What does the reader do?
outcomes:
  list: {label: Checklist, icon: list-checks}
  steps: {label: Numbered steps in order, icon: list-ordered}
  table: {label: Decision table with cases, icon: table}
  text: {label: A paragraph or two, icon: text-initial}
decisions:
  - question: Must nothing be forgotten?
    "yes": {to: list, label: Checklist}
  - question: Is the order fixed?
    "yes": {to: steps, label: Steps}
  - question: Are there cases?
    "yes": {to: table, label: Table}
default: {to: text, label: A few sentences}
"""


def test_an_outcome_that_no_branch_names_is_named_in_the_first_that_leads_there() -> None:
    said = " / ".join(words(draw("decision-tree", FORMS, HALF)))
    for label in ("Numbered steps in order", "Decision table with cases", "A paragraph or two"):
        assert said.count(label) == 1
    assert said.count("Checklist") == 1


def test_where_the_legend_has_room_branches_say_no_more_than_their_labels() -> None:
    said = words(draw("decision-tree", TREE, WIDE))
    assert said.count("Cloud") == 1
