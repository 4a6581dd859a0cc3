"""Filling in variables."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.deck.kinds import verbatim_keys
from deckbuild.deck.load import deck_from_text, load_deck
from deckbuild.deck.variables import fill_in, read_variables
from deckbuild.diagnostics import DeckError
from deckbuild.sources.values import SourceMap, SourceStr, locate
from deckbuild.sources.yaml import parse_yaml

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
    assert fill_in(tree, {}, verbatim_keys) == (tree, (), frozenset())


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


# --- wherever text stands, and nowhere else ---------------------------------------------------------------


def filled(source: str, **variables: str) -> object:
    result = fill_in(parse_yaml(source, "f.yaml"), variables, verbatim_keys)
    assert result.diagnostics == ()
    return result.tree


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ('"Deploy to {{ env }}": [one]', {"Deploy to staging": ["one"]}),
        ('a: [[{b: "{{ env }}"}]]', {"a": [[{"b": "staging"}]]}),
        ("table: {rows: [['{{ env }}']]}", {"table": {"rows": [["staging"]]}}),
        ("nodes: {source: 'In {{ env }}'}", {"nodes": {"source": "In staging"}}),
        ("{kind: outline, source: 'from {{ env }}'}", {"kind": "outline", "source": "from staging"}),
        ("notes: |\n  To {{ env }}.\n", {"notes": "To staging.\n"}),
    ],
)  # fmt: skip
def test_text_is_filled_in_wherever_it_stands(source: str, result: object) -> None:
    assert filled(source, env="staging") == result


def test_a_key_that_is_filled_in_keeps_its_place() -> None:
    tree = filled('a: 1\n"{{ env }}": 2\n', env="staging")
    assert str(locate(tree, ("staging",), key=True)) == "f.yaml:2:1"
    assert str(locate(tree, ("staging",))) == "f.yaml:2:14"


@pytest.mark.parametrize("source", ['"{{ a }}": 1\nx: 2', 'x: 2\n"{{ a }}": 1', '"{{ a }}": 1\n"{{ b }}": 2'])
def test_two_keys_that_become_one_are_refused(source: str) -> None:
    _, (found,), _ = fill_in(parse_yaml(source, "f.yaml"), {"a": "x", "b": "x"})
    assert found.message == "key 'x' stands twice in this mapping once it is filled in"


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("`{{ x }}` and {{ x }}", "`{{ x }}` and 1"),
        ("``a ` {{ x }}`` {{ x }}", "``a ` {{ x }}`` 1"),
        ("`${{ secrets.TOKEN }}`", "`${{ secrets.TOKEN }}`"),
        ("`{% for x in y %}` {{ x }}", "`{% for x in y %}` 1"),
        ("a ` alone {{ x }}", "a ` alone 1"),
        (r"\`{{ x }}\`", r"\`1\`"),
        ("first `open\n\n{{ x }} `", "first `open\n\n1 `"),
        ("```\n{{ x }}\n\n{{ y }}\n```\n{{ x }}", "```\n{{ x }}\n\n{{ y }}\n```\n1"),
        ("{{ '{{' }} a {{ '}}' }}", "{{ a }}"),
        ("{% raw %}{{ x }}{% endraw %} {{ x }}", "{{ x }} 1"),
        ("{# no comment #} {{ x }}", "{# no comment #} 1"),
        ("{ x } and {x}", "{ x } and {x}"),
    ],
)
def test_braces_that_stay(text: str, result: str) -> None:
    tree = SourceMap({"text": SourceStr(text)})
    assert fill_in(tree, {"x": "1"}) == ({"text": result}, (), {"x"} if "1" in result else frozenset())


# --- what can't be computed -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("'many' if x > 10 else 'few'", "'>' not supported between instances of 'str' and 'int'"),
        ("12 > 'x'", "'>' not supported between instances of 'int' and 'str'"),
        ("x | title(1)", "title takes 1 positional argument but 2 were given"),
        ("1 in 2", "argument of type 'int' is not iterable"),
        ("x is defined(1)", "defined takes 1 positional argument but 2 were given"),
        ("x | default(**x)", "argument after ** must be a mapping, not str"),
        ("x | default(nonsense=1)", "unexpected keyword argument 'nonsense'"),
        ("(" * 90 + "x" + ")" * 90, "more than 24 brackets within each other"),
        ("x" + " | upper" * 300, "nested deeper than 24 levels"),
        ("not " * 5000 + "x", "nested"),
        ("1 if x else " * 500 + "x", "nested"),
        ("9" * 5000, "Exceeds the limit"),
        ("x == 1e400", "a number that is too large"),
        ("x | nosuch", "No filter named 'nosuch'"),
    ],
)
def test_what_can_not_be_computed_is_an_error_at_its_place(expression: str, said: str) -> None:
    tree = parse_yaml(f"a: 'fine: {{{{ x }}}}'\nb: \"{{{{ {expression} }}}}\"\n", "f.yaml")
    _, (found,), _ = fill_in(tree, {"x": "a"})
    assert found.code == "VAR202"
    assert str(found.span) == "f.yaml:2:5"
    assert said in found.message


def test_of_several_expressions_the_one_that_fails_is_named() -> None:
    _, (found,), _ = fill_in(parse_yaml("a: 'x {{ x }} and {{ x > 1 }}'", "f.yaml"), {"x": "1"})
    assert str(found.span) == "f.yaml:1:19"


def test_a_text_that_would_be_huge_is_not_even_computed() -> None:
    source = f"a: '{{{{ {'~'.join(['x'] * 30_000)} }}}}'"
    _, (found,), _ = fill_in(parse_yaml(source, "f.yaml"), {"x": "y" * 100_000})
    assert found.message == "up to 3,000,000,000 characters once it is filled in; a text has up to 200,000"


def test_all_texts_together_have_a_limit() -> None:
    texts = ", ".join(["'{{ x }}'"] * 100)
    source = f"[{texts}]"
    _, (found,), _ = fill_in(parse_yaml(source, "f.yaml"), {"x": "y" * 100_000})
    assert found.message == "the deck's texts have more than 4,000,000 characters once they are filled in"


def test_many_expressions_have_a_limit() -> None:
    _, (found,), _ = fill_in(parse_yaml(f"a: '{'{{ x }}' * 2_001}'", "f.yaml"), {"x": "y"})
    assert found.message == "2,001 times {{ }} in one text; up to 2,000 are filled in"


@pytest.mark.parametrize("name", ["self", "none", "True", "not"])
def test_a_word_of_expressions_is_no_name(name: str) -> None:
    """`{{ self }}` would show what the template engine calls itself, whatever the variable says."""
    with pytest.raises(DeckError, match=f"{name!r} can't be a variable's name"):
        deck_from_text(f"title: A deck\nvars: {{'{name}': Me}}\nslides: [{{title: One}}]\n")
