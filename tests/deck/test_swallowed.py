"""Words that YAML swallows are warned of; honest comments are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.deck.load import deck_from_text, load_deck
from deckbuild.deck.variables import read_variables
from deckbuild.diagnostics import DeckError, Diagnostic, Severity
from deckbuild.sources.yaml import parse_yaml

DECK = "title: A deck\nslides:\n  - title: One\n"


def warnings(deck: str) -> list[str]:
    return [
        f"{found.span.line}:{found.span.column} {found.message}" for found in deck_from_text(deck).warnings
    ]


COMMENT = "is a comment to YAML and no part of the text"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("    subtitle: Closing issue #42 for good", f"4:29 '#42 for good' {COMMENT}"),
        ("    subtitle: Closing issue   #42", f"4:31 '#42' {COMMENT}"),
        ("    subtitle: Costs 5 EUR # per month", f"4:27 '# per month' {COMMENT}"),
        (
            "    content: [{bullets: [Ask in the channel #general\n      , now]}]",
            f"4:45 '#general' {COMMENT}",
        ),
        ("    notes: See issue #42", f"4:22 '#42' {COMMENT}"),
        ("    notes:\n      - See issue #42", f"5:19 '#42' {COMMENT}"),
        ("    content:\n      - code: {language: text, source: echo #1\n          }", f"5:45 '#1' {COMMENT}"),
        ("    subtitle: ! Important", '4:15 "!" is a tag to YAML and no part of the text'),
        (
            "    subtitle: &Co is the firm",
            '4:15 "&Co" is an anchor to YAML, to which nothing refers, and no part of the text',
        ),
        (
            "    content:\n      - bullets: [{text: a, bullets: [b]}, {&R and D: [c]}]",
            '5:45 "&R" is an anchor to YAML, to which nothing refers, and no part of the text',
        ),
    ],
)
def test_swallowed_words(line: str, said: str) -> None:
    assert warnings(DECK + line) == [said]


@pytest.mark.parametrize(
    "line",
    [
        "    minutes: 5  # about",
        "    minutes: 5 # about",
        "    minutes: 5 #about",
        "    type: demo # live",
        "    id: one # for links",
        "    layout: stacked # try 5/7",
        "    subtitle: Two words  # a comment that is set apart",
        "    subtitle: Two words\t# likewise",
        '    subtitle: "Closing issue #42"',
        '    subtitle: "Closing" # in quotes: its end is plain to see',
        "    subtitle: C#, F# and a#b",
        "    # a line of its own\n    subtitle: Text",
        "    content: # what follows\n      - Text",
        "    subtitle: # none yet\n      Text",
        "    notes: | # the script\n      Ask #42.\n      # Not a comment",
        "    content: [Text] # a list",
        "    subtitle: !!str 5",
    ],
)
def test_honest_comments(line: str) -> None:
    assert warnings(DECK + line) == []


def test_an_anchor_that_is_used_is_meant() -> None:
    deck = "title: &t A deck\nslides:\n  - title: *t\n"
    assert warnings(deck) == []


def test_a_value_that_is_nothing_but_a_comment_by_mistake() -> None:
    """The error alone ("is empty") would leave an author puzzled."""
    with pytest.raises(DeckError) as caught:
        deck_from_text(DECK + "    content:\n      - bullets:\n          - #general is where to ask\n")
    assert [(str(found.span), found.severity) for found in caught.value.diagnostics] == [
        ("deck.yaml:6:12", Severity.ERROR),
        ("deck.yaml:6:13", Severity.WARNING),
    ]


def test_a_comment_that_swallows_the_end_of_a_list() -> None:
    with pytest.raises(DeckError) as caught:
        parse_yaml("a: [Fixed in #12, see log]\nb: 1\n", "f.yaml")
    (found,) = caught.value.diagnostics
    assert str(found.span) == "f.yaml:1:14"
    assert found.hint == "text after ' #' is a comment; quote the whole text"


def test_in_a_slide_s_file(tmp_path: Path) -> None:
    (tmp_path / "slides").mkdir()
    (tmp_path / "deck.yaml").write_text("title: A deck\nslides: [one]\n")
    (tmp_path / "slides/one.yaml").write_text("title: Issue #42\n")
    assert [str(found.span) for found in load_deck(tmp_path).warnings] == ["slides/one.yaml:1:14"]


def test_in_a_file_of_variables(tmp_path: Path) -> None:
    path = tmp_path / "cohort.yaml"
    path.write_text("room: Building #4\nname: ! Jane\n")
    found: list[Diagnostic] = []
    assert read_variables(path, found) == {"room": "Building", "name": "Jane"}
    assert sorted(each.span.line for each in found) == [1, 2]


def test_a_text_that_is_filled_in_keeps_its_warning() -> None:
    deck = (
        "title: A deck\nvars: {who: Ann}\nslides:\n  - title: '{{ who }}'\n    subtitle: For x{{ who }} #1\n"
    )
    assert warnings(deck) == [f"5:30 '#1' {COMMENT}"]
