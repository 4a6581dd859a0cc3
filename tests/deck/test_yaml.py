"""Reading YAML: what counts as text, where things are, and what is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from deckbuild.diagnostics import DeckError, Diagnostic, Span
from deckbuild.sources import MAX_BYTES
from deckbuild.sources.values import SourceFloat, SourceInt, SourceStr, locate
from deckbuild.sources.yaml import parse_yaml, read_yaml


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("yes", "yes"),
        ("on", "on"),
        ("2026-01-03", "2026-01-03"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("1e5", "1e5"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("!!str 5", "5"),
        ("'5'", "5"),
        ("5", 5),
        ("-1_000", -1000),
        ("1.50", 1.5),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_only_json_s_types_are_guessed(written: str, read: object) -> None:
    value = parse_yaml(f"key: {written}\n", "f.yaml")["key"]
    assert value == read
    assert isinstance(value, bool) == isinstance(read, bool)


def test_numbers_keep_their_spelling() -> None:
    tree = parse_yaml("[1.50, 1_000]", "f.yaml")
    assert isinstance(tree[0], SourceFloat)
    assert isinstance(tree[1], SourceInt)
    assert [value.spelling for value in tree] == ["1.50", "1_000"]


def test_every_key_value_and_entry_has_a_position() -> None:
    tree = parse_yaml("title: A\nlist:\n  - one\n  - {two: 2}\n", "f.yaml")
    assert str(locate(tree, ("title",))) == "f.yaml:1:8"
    assert str(locate(tree, ("title",), key=True)) == "f.yaml:1:1"
    assert str(locate(tree, ("list", 0))) == "f.yaml:3:5"
    assert str(locate(tree, ("list", 1, "two"))) == "f.yaml:4:11"
    assert str(locate(tree, ("list", 1, "absent"))) == "f.yaml:4:5"


@pytest.mark.parametrize(
    ("source", "word", "place"),
    [
        ("key: some word here", "word", (1, 11)),
        ("key: 'some word here'", "word", (1, 12)),
        ("key: |\n  first\n\n  some word here\n", "word", (4, 8)),
        ('key: "tab\\tword"', "word", (1, 6)),  # escapes hide the column: the text's start
        ("key: >-\n  first\n  word\n", "word", (1, 6)),  # folding hides the line
    ],
)
def test_a_place_inside_a_text(source: str, word: str, place: tuple[int, int]) -> None:
    text = parse_yaml(source, "f.yaml")["key"]
    assert isinstance(text, SourceStr)
    assert text.at(text.index(word)) == Span("f.yaml", *place)


def test_an_alias_is_the_value_again() -> None:
    tree = parse_yaml("a: &list [1, 2]\nb: *list\n", "f.yaml")
    assert tree["b"] == [1, 2]
    assert str(locate(tree, ("b",))) == "f.yaml:2:4"


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert refused("\n".join(rows)) == "f.yaml:6:10: more than 100,000 values, aliases expanded"


def test_an_alias_inside_its_own_anchor_is_refused() -> None:
    assert refused("a: &a [*a]") == 'f.yaml:1:8: alias "*a" inside its own anchor'


LOADERS = pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])


@LOADERS
@pytest.mark.parametrize("levels", [65, 100_000])
@pytest.mark.parametrize(
    ("opening", "column"), [("[", 65), ("{", 65), ("{a: ", 257), ("- ", 129), ("[x, ", 257)]
)
def test_deep_nesting_is_refused_at_its_place(opening: str, column: int, levels: int, loader: Any) -> None:
    said = refused(opening * levels, loader)
    assert said == f"f.yaml:1:{column}: nested deeper than 64 levels"


@LOADERS
def test_nesting_is_refused_where_it_gets_too_deep(loader: Any) -> None:
    """Sixty-one levels on the lines before, and sixty thousand more on the one that is too much."""
    lines = [" " * level + "a:" for level in range(61)]
    source = "\n".join([*lines, " " * 61 + "b: [[x, [{y: [" + "[" * 60_000])
    assert refused(source, loader) == "f.yaml:62:70: nested deeper than 64 levels"


@LOADERS
def test_sixty_four_levels_are_not_too_deep(loader: Any) -> None:
    tree = parse_yaml("[" * 64 + "x" + "]" * 64, "f.yaml", loader=loader)
    assert str(tree).strip("[]") == "'x'"


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(DeckError, match=r"huge.yaml: error: the file has more than 4,000,000 bytes"):
        read_yaml(path, "huge.yaml")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a: 1\n---\nb: 2", "f.yaml:2:1: a second document in one file"),
        ("<<: {a: 1}", "f.yaml:1:1: merge keys (<<) aren't part of the format"),
        ("? [a]\n: b", "f.yaml:1:3: a key must be text"),
        ("a: *nothing", 'f.yaml:1:4: "*nothing" is an alias to nothing'),
        ("a: `code` here", "f.yaml:1:4: not YAML: found character that cannot start any token"),
        ('a: "x" y', "f.yaml:1:8: not YAML: did not find expected key"),
        ("a: b\n  c: d", 'f.yaml:2:4: a ":" inside text that goes on from the line above'),
        ('a: "\\q"', "f.yaml:1:5: not YAML: found unknown escape character"),
    ],
)
def test_what_is_not_in_the_format(source: str, said: str) -> None:
    assert refused(source) == said


def test_an_empty_file_is_an_empty_mapping() -> None:
    assert parse_yaml("# nothing yet\n", "f.yaml") == {}


def refused(source: str, loader: Any = yaml.CSafeLoader) -> str:
    with pytest.raises(DeckError) as caught:
        parse_yaml(source, "f.yaml", loader=loader)
    (found,) = caught.value.diagnostics
    return f"{found.span}: {found.message}"


# --- line ends, marks and odd characters ------------------------------------------------------------------

LINES = ["title: A", "slides:", "  - title: One", "    content:", "      - {{ who }}"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_those_of_an_editor_whatever_ends_the_lines(end: str) -> None:
    assert refused(end.join(LINES)) == "f.yaml:5:9: text with {{ … }} must be quoted"


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_a_separator_does_not_end_a_line_of_the_file(separator: str) -> None:
    lines = [f"title: A # pasted{separator}# from a page", *LINES[1:]]
    assert refused("\n".join(lines)) == "f.yaml:5:9: text with {{ … }} must be quoted"


@pytest.mark.parametrize(
    ("separator", "called"),
    [
        ("\u2028", "U+2028 (line separator)"),
        ("\u2029", "U+2029 (paragraph separator)"),
        ("\x85", "U+0085 (next line)"),
    ],
)
def test_a_separator_in_a_text_is_kept_and_named(separator: str, called: str) -> None:
    warnings: list[Diagnostic] = []
    tree = parse_yaml(f"a: one\nb: some{separator}text\n", "f.yaml", warnings)
    assert tree["b"] == f"some{separator}text"
    (found,) = warnings
    assert str(found.span) == "f.yaml:2:8"
    assert found.message == f"{called} within a text: it is drawn as a line break"


def test_a_separator_that_was_escaped_is_meant() -> None:
    warnings: list[Diagnostic] = []
    assert parse_yaml(r'a: "some\u2028text"', "f.yaml", warnings)["a"] == "some\u2028text"
    assert warnings == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("a: 1\n\ufeffb: 2\n", "f.yaml:2:1: U+FEFF (byte order mark)"),
        ("a: bell \a\n", "f.yaml:1:9: control character U+0007"),
        ("a: 1\rb: \x00", "f.yaml:2:4: control character U+0000"),
        ("a:\n\xa0 - b: c\n", "f.yaml:2:1: U+00A0 (no-break space) where YAML needs a space"),
        ("a:\n  - b\n\u3000 - c\n", "f.yaml:3:1: U+3000 (ideographic space) where YAML needs a space"),
        ("a:\n  -\xa0b\n", "f.yaml:2:4: U+00A0 (no-break space) where YAML needs a space"),
        ("a: 1\nb:\xa02\n", "f.yaml:2:3: U+00A0 (no-break space) where YAML needs a space"),
    ],
)
def test_a_character_is_named_at_its_place(source: str, said: str) -> None:
    assert refused(source) == said


def test_no_break_spaces_within_a_text_are_text() -> None:
    warnings: list[Diagnostic] = []
    assert parse_yaml("a: 5\xa0km\nb: |\n  \xa0x\n", "f.yaml", warnings) == {"a": "5\xa0km", "b": "\xa0x\n"}
    assert warnings == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("title: A".encode("utf-16"), "f.yaml:1:1: the file is UTF-16"),
        ("title: A".encode("utf-16-le"), "f.yaml:1:1: the file is UTF-16"),
        ("title: A".encode("utf-32"), "f.yaml:1:1: the file is UTF-32"),
        ("a: 1\rb: ü\xe9".encode().replace(b"\xc3\xa9", b"\xe9"), "f.yaml:2:5: not UTF-8: byte 0xE9"),
    ],
)
def test_what_is_not_utf_8(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(data)
    with pytest.raises(DeckError) as caught:
        read_yaml(path, "f.yaml")
    (found,) = caught.value.diagnostics
    assert f"{found.span}: {found.message}" == said


def test_a_byte_order_mark_at_the_start_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: A\r\n")
    assert read_yaml(path, "f.yaml") == {"title": "A"}


@LOADERS
@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r'"\ud83c\udf89"', "\U0001f389"),
        (r'"\uD83D\uDE00 and \ud83d\ude00"', "\U0001f600 and \U0001f600"),
        (r"'\ud83c\udf89'", r"\ud83c\udf89"),  # no escapes in single quotes, nor without any
        (r"\ud83c\udf89", r"\ud83c\udf89"),
        (r'"\\ud83c\\udf89"', r"\ud83c\udf89"),  # backslashes, escaped
    ],
)
def test_a_pair_of_escapes_is_one_character(written: str, read: str, loader: Any) -> None:
    assert parse_yaml(f"a: {written}", "f.yaml", loader=loader)["a"] == read


@pytest.mark.parametrize("written", [r'"x \ud83c"', r'"x \udf89\ud83c"', r'"x \ud83c\udg89"'])
def test_half_of_a_pair_is_refused_at_its_place(written: str) -> None:
    assert refused(f"a: {written}").startswith("f.yaml:1:7: half of a pair of \\u escapes")


# --- empty entries, limits --------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["[a, , b]", "[a,, b]", "[a, ~, b]", "[a, null, b]", "[a,\n  ,\n  b]"])
def test_nothing_between_two_commas_is_an_empty_entry(written: str) -> None:
    assert parse_yaml(f"row: {written}", "f.yaml") == {"row": ["a", None, "b"]}


def test_commas_in_a_text_are_text() -> None:
    assert parse_yaml('[", ,", , x]', "f.yaml") == [", ,", None, "x"]


def test_places_behind_an_empty_entry_are_right() -> None:
    tree = parse_yaml("[a,,,here]", "f.yaml")
    assert str(tree[3].span) == "f.yaml:1:6"


def test_aliases_count_with_all_their_text() -> None:
    text = "x" * 10_000
    assert refused(f"a: &a {text}\nb: [{', '.join(['*a'] * 2_000)}]") == (
        "f.yaml:2:1597: more than 4,000,000 characters, aliases expanded"
    )


def test_a_number_of_hundreds_of_digits_is_text() -> None:
    assert parse_yaml(f"a: -{'9' * 320}.5", "f.yaml")["a"] == f"-{'9' * 320}.5"
