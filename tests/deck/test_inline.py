"""Inline markup and numbers that keep their units."""

from __future__ import annotations

import pytest

from deckbuild.deck.inline import (
    NO_BREAK_SPACE,
    Fragment,
    bind_units,
    internal_links,
    link_targets,
    parse_inline,
    plain_text,
)


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        ("plain", [Fragment("plain")]),
        ("**min_instances: 2** - on", [Fragment("min_instances: 2", bold=True), Fragment(" - on")]),
        ("an *honest* `x_y`", [
            Fragment("an "), Fragment("honest", italic=True), Fragment(" "), Fragment("x_y", code=True),
        ]),
        ("***both***", [Fragment("both", bold=True, italic=True)]),
        ("**bold `code`**", [Fragment("bold ", bold=True), Fragment("code", bold=True, code=True)]),
        ("[here](https://example.org/a_b)", [Fragment("here", link="https://example.org/a_b")]),
        ("min_instances and max_instances", [Fragment("min_instances and max_instances")]),
        ("5 * 3 * 2", [Fragment("5 * 3 * 2")]),
        (r"\*not\*", [Fragment("*not*")]),
        ("<b>$5</b> & → ≥ &amp;", [Fragment("<b>$5</b> & → ≥ &amp;")]),
        ("~~gone~~ **~~too~~**", [
            Fragment("gone", strike=True), Fragment(" "), Fragment("too", bold=True, strike=True),
        ]),
        ("[Instructor Name]", [Fragment("[Instructor Name]")]),
        ("one\ntwo\\\nthree", [Fragment("one two\vthree")]),
        ("**open", [Fragment("**open")]),
        ("", []),
    ],
)  # fmt: skip
def test_parse_inline(text: str, fragments: list[Fragment]) -> None:
    assert list(parse_inline(text)) == fragments


def test_plain_text_drops_markup() -> None:
    assert plain_text("**Key:** use `min_instances`, see [docs](https://example.org)") == (
        "Key: use min_instances, see docs"
    )


def test_links_and_the_slides_among_them() -> None:
    text = "[a](https://x.org) [b](#08-summary) [c](https://x.org) [d](notes.txt) [e](#)"
    assert link_targets(text) == ("https://x.org", "#08-summary", "notes.txt", "#")
    assert internal_links(text) == ("08-summary",)


@pytest.mark.parametrize(
    ("text", "label", "target"),
    [
        ("[a](https://x.org/my page.html)", "a", "https://x.org/my page.html"),
        ("[a](<https://x.org/my page.html>)", "a", "https://x.org/my page.html"),
        ("[a](https://x.org/b_(c))", "a", "https://x.org/b_(c)"),
        ("[a](https://x.org/b (c) d)", "a", "https://x.org/b (c) d"),
        ("[a [b]](mailto:c@x.org?subject=Hi there)", "a [b]", "mailto:c@x.org?subject=Hi there"),
        ("<https://x.org/a_b_c>", "https://x.org/a_b_c", "https://x.org/a_b_c"),
    ],
)
def test_the_address_of_a_link(text: str, label: str, target: str) -> None:
    assert parse_inline(text) == (Fragment(label, link=target),)


@pytest.mark.parametrize(
    ("text", "bold", "plain"),
    [
        ("**日本語。**続き", "日本語。", "日本語。続き"),
        ("これは**「強調」**です", "「強調」", "これは「強調」です"),
        ("**중요(주의)**합니다", "중요(주의)", "중요(주의)합니다"),
        ("**important:** 注", "important:", "important: 注"),
        ("**word**s", "word", "words"),
    ],
)
def test_emphasis_beside_punctuation(text: str, bold: str, plain: str) -> None:
    assert [fragment.text for fragment in parse_inline(text) if fragment.bold] == [bold]
    assert plain_text(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4 and 2**10**2", "n*2*k", "src/**/*.py, tests/**/*.py", "~5 to ~10", "List<String>", "a < b > c",
        "![a photo](photo of it.png)", "[a](see b c)", "Ann <ann@example.org>", "<br-tag>",
    ],
)  # fmt: skip
def test_what_is_no_markup_stands_as_it_is(text: str) -> None:
    assert parse_inline(text) == (Fragment(text),)


@pytest.mark.parametrize("text", ["a<br>b", "a <BR/> b", "a<br />\nb", "a\\\nb", "a  \nb", "a\u2028b"])
def test_line_breaks(text: str) -> None:
    assert parse_inline(text) == (Fragment("a\vb"),)
    assert plain_text(text) == "a b"


@pytest.mark.parametrize(("spaced", "read"), [(1000, True), (1100, False)])
def test_an_address_with_spaces_ends_somewhere(spaced: int, read: bool) -> None:
    """The search for its parenthesis costs the same wherever it begins, so that many cost no more each."""
    (fragment,) = parse_inline(f"[a](https://x.org/{'b ' * spaced})")
    assert (fragment.link is not None) is read


def test_nothing_is_read_inside_code() -> None:
    text = "`**a** <br> [b](c) ~~d~~ \\*`"
    assert parse_inline(text) == (Fragment(text[1:-1], code=True),)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("after 300 s, not 5 minutes", "after 300_s, not 5_minutes"),
        ("100 requests/second", "100_requests/second"),
        ("< 1M requests/day", "<_1M_requests/day"),
        ("Min instances ≥ 2 for", "Min instances ≥_2 for"),
        ("at 9 AM", "at 9_AM"),
        ("10-15 slides", "10-15_slides"),
        ("Exercise 2.1 and Weeks 1-6", "Exercise_2.1 and Weeks_1-6"),
        ("User A, Message 1 → Instance 1", "User_A, Message_1 → Instance_1"),
        ("User Alice", "User Alice"),
        ("5 main points", "5 main points"),
        ("a 30 second pause", "a 30_second pause"),
    ],
)
def test_bind_units(text: str, bound: str) -> None:
    assert bind_units(text).replace(NO_BREAK_SPACE, "_") == bound


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_characters_that_end_a_line_break_it(separator: str) -> None:
    assert plain_text(f"one{separator}two") == "one two"
    assert parse_inline(f"one{separator}two")[0].text == "one\vtwo"
