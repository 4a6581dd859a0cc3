"""Filling in variables."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.deck.load import deck_from_text, load_deck
from deckbuild.deck.variables import fill_in, read_variables
from deckbuild.deck.yaml import parse_yaml
from deckbuild.diagnostics import DeckError

DECK = """\
title: A deck
vars: {instructor: "[Instructor Name]", version: 1.50}
slides:
  - title: "{{ instructor }} shows version {{ version }}"
    content: ["{{ cohort | default('everyone') | upper }}"]
"""


def test_variables_come_from_the_deck_and_the_command_line() -> None:
    assert deck_from_text(DECK).slides[0].title == "[Instructor Name] shows version 1.50"
    deck = deck_from_text(DECK, variables={"instructor": "Jane Doe", "cohort": "May"})
    assert deck.slides[0].title == "Jane Doe shows version 1.50"
    assert deck.slides[0].content[0].text == "MAY"  # type: ignore[attr-defined]
    assert deck.warnings == ()


def test_a_variable_that_nothing_uses_is_a_warning() -> None:
    deck = deck_from_text(DECK, variables={"instuctor": "Jane Doe"})
    assert [str(warning) for warning in deck.warnings] == [
        "--set: warning: no text uses the variable 'instuctor' [VAR204]\n    hint: did you mean 'instructor'?"
    ]


def test_code_keeps_its_braces() -> None:
    tree = parse_yaml("code: {language: jinja, source: 'Hi {{ name }} {% if x %}'}", "f.yaml")
    assert fill_in(tree, {}) == (tree, (), frozenset())


def test_an_unknown_variable_names_the_nearest() -> None:
    with pytest.raises(DeckError) as caught:
        deck_from_text(DECK.replace("{{ version", "{{ verison"))
    assert str(caught.value) == (
        "deck.yaml:4:47: error: unknown variable 'verison' [VAR201]\n    hint: did you mean 'version'?"
    )


@pytest.mark.parametrize(
    "expression",
    [
        "x * 10 ** 9",
        "x.ljust(10)",
        "range(10)",
        "x[0]",
        "x | pprint",
        "x | replace('a', 'b')",
        "[x] | join",
        "x + x",
    ],
)
def test_only_names_constants_and_a_few_filters_are_computed(expression: str) -> None:
    tree = parse_yaml(f'"{{{{ {expression} }}}}"', "f.yaml")
    _, diagnostics, _ = fill_in(tree, {"x": "a"})
    assert [found.code for found in diagnostics] == ["VAR202"]


def test_vars_must_be_names_with_texts(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("title: x\nvars:\n  my name: x\n  list: [a]\nslides: [{title: x}]\n")
    with pytest.raises(DeckError) as caught:
        load_deck(tmp_path)
    said = [line for line in str(caught.value).split("\n") if "VAR" in line]
    assert said == [
        "deck.yaml:3:3: error: 'my name' can't be a variable's name [VAR203]",
        "deck.yaml:4:9: error: variable 'list' must be text [VAR203]",
    ]


def test_a_file_of_variables(tmp_path: Path) -> None:
    path = tmp_path / "cohort.yaml"
    path.write_text("instructor: Jane Doe\ncohort: 7\n")
    assert read_variables(path) == {"instructor": "Jane Doe", "cohort": "7"}
    path.write_text("- Jane Doe\n")
    with pytest.raises(DeckError, match="must be a mapping of names and values"):
        read_variables(path)
