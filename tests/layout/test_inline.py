"""Markup as styled runs."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.layout.inline import inline_runs
from tests.samples import context

AT = replace(context(), slide_numbers={"end": 7})
STYLE = AT.theme.type.body.style


def test_bold_and_italic() -> None:
    plain, bold, both = inline_runs("a **b *c***", STYLE, AT)
    assert (plain.style.bold, bold.style.bold, both.style.bold) == (False, True, True)
    assert (bold.style.italic, both.style.italic) == (False, True)


def test_emphasis_adds_to_the_style_it_stands_in() -> None:
    runs = inline_runs("a *b*", replace(STYLE, bold=True), AT)
    assert [run.style.bold for run in runs] == [True, True]


def test_code_is_a_little_smaller_and_taken_literally() -> None:
    text, code = inline_runs("in 5 min `5 min`", STYLE, AT)
    assert text.text == "in 5\u00a0min "
    assert (code.text, code.style.size, code.style.face.name) == ("5 min", 18, "Courier New")


def test_links_are_underlined_in_the_grounds_link_colour() -> None:
    (web,) = inline_runs("[docs](https://example.org)", STYLE, AT)
    assert (web.link, web.style.underline, web.style.color) == ("https://example.org", True, AT.tone.link)


def test_a_link_to_a_slide_becomes_its_number() -> None:
    assert inline_runs("[end](#end)", STYLE, AT)[0].link == "#7"
    assert inline_runs("[gone](#gone)", STYLE, AT)[0].link is None


def test_an_address_becomes_a_uri() -> None:
    (run,) = inline_runs("[a](https://bücher.example/50 %)", STYLE, AT)
    assert run.link == "https://xn--bcher-kva.example/50%20%25"


def test_struck_text() -> None:
    assert [run.style.strike for run in inline_runs("a ~~b~~", STYLE, AT)] == [False, True]


def test_no_text_is_an_empty_run() -> None:
    (run,) = inline_runs("", STYLE, AT)
    assert (run.text, run.style) == ("", STYLE)
