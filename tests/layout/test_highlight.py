"""Source code as coloured runs: whatever a lexer makes of it, the text is the author's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pygments.lexers import get_all_lexers
from pygments.token import Token, _TokenType

from deckbuild.document import Run
from deckbuild.layout.highlight import LONGEST_LINE, MOST_LINES, aligned, code_pitch, code_runs, source_lines
from tests.samples import context

LANGUAGES = sorted(aliases[0] for _, aliases, _, _ in get_all_lexers(plugins=False) if aliases)
CONTEXT = context()


def shown(source: str, language: str) -> str:
    """The text of all runs, a line feed between the lines."""
    lines = code_runs(source, language, 16, CONTEXT)
    return "\n".join("".join(run.text for run in line) for line in lines)


def colors(line: Iterable[Run]) -> list[tuple[str, str]]:
    """Each run's text and the name of its colour in the theme."""
    code = CONTEXT.theme.code
    fields = ("text", "key", "string", "number", "comment", "keyword")
    names = {getattr(code, name).hex: name for name in fields}
    return [(run.text, names.get(run.style.color.hex, "punctuation")) for run in line]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("one\ntwo\n", ["one", "two"]),
        ("\n\none\n\n\ntwo\n\n", ["one", "", "", "two"]),
        ("  \n  one\n \t\n", ["  one"]),
        ("one  \n  two ", ["one  ", "  two "]),
        ("a\tb\n\tc\nab\tc", ["a   b", "    c", "ab  c"]),
        ("one\r\ntwo\rthree", ["one", "two", "three"]),
        ("one\u2028two\u2029three", ["one", "two", "three"]),
        ("one\ftwo\vthree\x85four", ["one", "two", "three", "four"]),
        ("x\u2028\ty", ["x", "    y"]),
        ("\n \n", [""]),
    ],
)
def test_lines_of_a_source(source: str, lines: list[str]) -> None:
    assert list(source_lines(source)) == lines


@pytest.mark.slow
@pytest.mark.parametrize(
    "source",
    [
        "$ kubectl get pods\nNAME   READY\nweb    1/1",
        "$ ls",
        "PS> Get-Process\npwsh 12",
        ">>> 1 + 1\n2\n>>> ",
        "C:\\> dir\n\n out  ",
        "=> select 1;\n ?column? \n----------\n 1\n(1 row)\n\n=> \\q",
        "irb(main):001> 1\n=> 1",
        "def f():\n    return 'a'  # one",
        'key: "é 日本 🎉" & <b>&amp;</b>',
        "\ufeffbyte order mark",
        "\\ $ % ' \" ` ~ ^ @ # !\n--- +++ @@\n| a | b |\n}}} %> ?> -->",
        "∀x. x → x ⊢ λ",
    ],
)
def test_every_lexer_leaves_every_character(source: str) -> None:
    assert [language for language in LANGUAGES if shown(source, language) != source] == []


@given(
    st.text(st.sampled_from("aB0 \n\t$>#'\"\\/<({[}])=-+*:;.,%@é日🎉\u2028\u00a0"), max_size=60),
    st.sampled_from(LANGUAGES),
)
@settings(max_examples=300)
def test_any_text_stands_as_it_is(source: str, language: str) -> None:
    assert shown(source, language) == "\n".join(source_lines(source))


def test_a_session_keeps_its_last_line_and_its_colours() -> None:
    command, answer = code_runs("$ echo 'hi'\nhi\n", "console", 16, CONTEXT)
    assert colors(command)[-1] == ("'hi'", "string")
    assert [run.text for run in answer] == ["hi"]


def pieces(text: str, *tokens: tuple[_TokenType, str]) -> list[tuple[_TokenType, str]]:
    return list(aligned(tokens, text))


def test_what_a_lexer_drops_is_plain() -> None:
    assert pieces("ab cd", (Token.Name, "ab"), (Token.Name, "cd")) == [
        (Token.Name, "ab"),
        (Token.Text, " "),
        (Token.Name, "cd"),
    ]


def test_what_a_lexer_leaves_at_the_end_is_plain() -> None:
    assert pieces("ab cd", (Token.Name, "ab")) == [(Token.Name, "ab"), (Token.Text, " cd")]


def test_what_a_lexer_adds_is_left_out() -> None:
    assert pieces("ab", (Token.Name, "ab"), (Token.Text, "\n")) == [(Token.Name, "ab")]


def test_what_a_lexer_changes_is_as_it_was() -> None:
    assert pieces("a\r\nb", (Token.Name, "a\n"), (Token.Name, "b")) == [
        (Token.Text, "a\r\n"),
        (Token.Name, "b"),
    ]


def test_a_token_from_far_on_doesnt_take_the_colours_along() -> None:
    text = "a" + " " * 200 + "b"
    assert pieces(text, (Token.Name, "b")) == [(Token.Text, text)]


def test_a_lexer_that_never_ends_is_stopped() -> None:
    def endless() -> Iterator[tuple[_TokenType, str]]:
        for _ in count():
            yield Token.Name, ""

    assert list(aligned(endless(), "ab")) == [(Token.Text, "ab")]


@pytest.mark.parametrize(
    "source", ["x = 1;\n" * (MOST_LINES + 1), "x = 1; " * LONGEST_LINE, ("x = 1; " * 100 + "\n") * 10]
)
def test_a_source_too_long_for_a_slide_is_plain(source: str) -> None:
    """Some lexers take time that grows with the cube of the length."""
    lines = code_runs(source, "java", 16, CONTEXT)
    assert {color for line in lines for _, color in colors(line)} == {"text"}
    assert "\n".join(run.text for line in lines for run in line) == source.removesuffix("\n")


@pytest.mark.parametrize(("size", "pitch"), [(16, 20.0), (15, 19.0), (14.5, 18.0)])
def test_code_lines_are_a_quarter_higher_than_their_size_to_half_a_point(size: float, pitch: float) -> None:
    assert code_pitch(size) == pitch
