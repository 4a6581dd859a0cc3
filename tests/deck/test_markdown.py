"""Blocks of Markdown, each with its place and the lists and quotes around it."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from deckbuild.deck.markdown import (
    DEEPEST,
    Bracketed,
    Divider,
    Grid,
    Mark,
    MarkdownBlock,
    Prose,
    Title,
    Verbatim,
    blocks_of,
    parse_markdown,
)
from deckbuild.sources.yaml import parse_yaml

DOT = Mark()


def blocks(text: str, **options: Any) -> tuple[MarkdownBlock, ...]:
    """The blocks of a text that stands in a literal block from line 2 and column 3 of a file."""
    indented = "".join(f"  {line}\n" for line in dedent(text).strip("\n").split("\n"))
    return parse_markdown(parse_yaml(f"text: |\n{indented}", "a.yaml")["text"], **options)


def said(block: MarkdownBlock) -> str:
    return getattr(block, "text", "")


def places(found: tuple[MarkdownBlock, ...]) -> list[tuple[str, int, int]]:
    return [(said(block), block.span.line, block.span.column) for block in found]


def test_paragraphs_join_their_lines() -> None:
    assert [said(block) for block in blocks("One\n  and on.\n\nTwo.")] == ["One and on.", "Two."]


def test_hard_breaks_stay() -> None:
    (block,) = blocks("One\\\ntwo  \nthree")
    assert said(block) == "One\\\ntwo  \nthree"


def test_lists_know_their_level_and_mark() -> None:
    found = blocks("""
        - one
          - two

          more
        3. three
        4) four
    """)
    assert [(said(block), block.nest.levels, block.nest.mark) for block in found] == [
        ("one", ("bullet",), DOT),
        ("two", ("bullet", "bullet"), DOT),
        ("more", ("bullet",), None),
        ("three", ("number",), Mark("number", 3)),
        ("four", ("number",), Mark("number", 4, ")")),
    ]


def test_boxes_to_tick_are_marks() -> None:
    found = blocks("- [ ] open\n- [x] done\n- [X]\n- [y] text")
    assert [(said(block), block.nest.mark and block.nest.mark.kind) for block in found] == [
        ("open", "open"),
        ("done", "done"),
        ("", "done"),
        ("[y] text", "bullet"),
    ]


def test_empty_items_keep_their_mark() -> None:
    found = blocks("- - inner\n-\n- last")
    assert [(said(block), len(block.nest.levels), block.nest.mark) for block in found] == [
        ("", 1, DOT),
        ("inner", 2, DOT),
        ("", 1, DOT),
        ("last", 1, DOT),
    ]


def test_quotes_are_levels() -> None:
    found = blocks("> one\n> > two\n\n- > three")
    assert [(said(block), block.nest.levels) for block in found] == [
        ("one", ("quote",)),
        ("two", ("quote", "quote")),
        ("three", ("bullet", "quote")),
    ]


def test_code_stands_as_it_is() -> None:
    fenced, indented = blocks("```python app.py\nif x:\n    *y*\n\n  <z>\n```\n\n    four  \n      six")
    assert isinstance(fenced, Verbatim)
    assert isinstance(indented, Verbatim)
    assert (fenced.language, fenced.title) == ("python", "app.py")
    assert (fenced.text, indented.language) == ("if x:\n    *y*\n\n  <z>", "")
    assert (indented.title, indented.text) == ("", "four  \n  six")


def test_code_in_a_list_loses_the_lists_indent_only() -> None:
    _, code = blocks("- item\n\n  ```\n  a\n    b\n  ```")
    assert (said(code), code.nest.levels) == ("a\n  b", ("bullet",))


def test_headings_and_rules() -> None:
    found = blocks("# One\n\nTwo\n---\n\n***\n\n#three")
    assert [(type(block), said(block)) for block in found] == [
        (Title, "One"),
        (Title, "Two"),
        (Divider, ""),
        (Prose, "#three"),
    ]


def test_tables_keep_every_cell() -> None:
    (table,) = blocks("""
        | who | when |
        | --- | ---: |
        | Ann | `a\\|b` |
        | Bob |
        | Cy | Monday | in the hall |
    """)
    assert isinstance(table, Grid)
    assert (table.header, table.rows) == (
        ("who", "when"),
        (("Ann", "`a|b`"), ("Bob", ""), ("Cy", "Monday", "in the hall")),
    )
    assert [cell.span.line for cell in table.cells if cell] == [2, 2, 4, 4, 5, 6, 6, 6]  # type: ignore[attr-defined]


def test_html_definitions_and_entities_stand_as_typed() -> None:
    text = "<b>x</b> <!-- y --> &amp; [z]: https://example.org"
    (block,) = blocks(f"{text}\n\n<div>\n")[:1]
    assert said(block) == text
    assert said(blocks("[z]: https://example.org")[0]) == "[z]: https://example.org"


def test_lines_in_brackets_end_what_stands_before_them() -> None:
    found = blocks("one\n[Pause]\ntwo\n- three\n[Ask [x](#y)]", brackets=True)
    assert [(type(block), said(block), block.nest.levels) for block in found] == [
        (Prose, "one", ()),
        (Bracketed, "Pause", ()),
        (Prose, "two", ()),
        (Prose, "three", ("bullet",)),
        (Bracketed, "Ask [x](#y)", ()),
    ]


@pytest.mark.parametrize("text", ["[x](#y)", "[x][y]", "[x] y", "\\[x\\]", "[ ]", "`[x]`", "[x]: y"])
def test_what_is_no_line_in_brackets(text: str) -> None:
    assert [type(block) for block in blocks(text, brackets=True)] == [Prose]


def test_every_block_knows_its_place() -> None:
    found = blocks("one\n\n- two\n  > three\n\n# four\n- [Pause]", brackets=True)
    assert places(found) == [("one", 2, 3), ("two", 4, 5), ("three", 5, 7), ("four", 7, 5), ("Pause", 8, 5)]


def test_every_character_of_a_paragraph_knows_its_place() -> None:
    (block,) = blocks("> one\n>   two\nthree")
    assert isinstance(block, Prose)
    at = [block.text.at(block.text.index(word)) for word in ("one", "two", "three")]  # type: ignore[attr-defined]
    assert [(span.line, span.column) for span in at] == [(2, 5), (3, 7), (4, 3)]


def test_too_deep_nesting_is_a_fault_at_its_line() -> None:
    with pytest.raises(PydanticCustomError, match=f"more than {DEEPEST} deep") as caught:
        blocks("fine\n\n" + "> " * (DEEPEST + 1) + "deep")
    assert (caught.value.context or {})["fault"].span.line == 4


def test_much_too_deep_nesting_is_a_fault_too() -> None:
    with pytest.raises(PydanticCustomError, match="deep in each other"):
        blocks("\n".join("  " * level + "- x" for level in range(200)))


def test_a_single_line_is_a_paragraph_whatever_it_begins_with() -> None:
    assert [said(block) for block in blocks_of("- 5 °C")] == ["- 5 °C"]
    assert [said(block) for block in blocks_of("two:\n- 5 °C")] == ["two:", "5 °C"]


LINES = st.lists(st.text("ab -+*#>|`[]()1.\\~=_:!<&", max_size=12), max_size=8).map("\n".join)


@given(LINES)
def test_no_letter_is_lost(text: str) -> None:
    found = parse_markdown(text, brackets=True)
    kept = "".join("".join(block.cells) if isinstance(block, Grid) else said(block) for block in found)
    info = "".join(block.language + block.title for block in found if isinstance(block, Verbatim))
    assert sorted(c for c in text if c in "ab") == sorted(c for c in kept + info if c in "ab")
