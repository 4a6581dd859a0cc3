"""Inline markup and numbers that keep their units."""

from __future__ import annotations

import pytest

from deckbuild.deck.inline import (
    NO_BREAK_SPACE,
    Fragment,
    bad_links,
    bind_units,
    internal_links,
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


def test_links_lead_to_the_web_to_mail_or_to_a_slide() -> None:
    text = (
        "[a](https://x.org) [b](mailto:a@x.org) [c](#08-summary) "
        "[d](file:///etc/passwd) [e](notes.txt) [f](#)"
    )
    assert bad_links(text) == ("file:///etc/passwd", "notes.txt", "#")
    assert internal_links(text) == ("08-summary",)


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
