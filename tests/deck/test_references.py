"""Links by reference become plain links; what isn't surely one stands as typed."""

from __future__ import annotations

import pytest

from deckbuild.deck.markdown import Grid, parse_markdown
from deckbuild.deck.notes import Cue, parse_notes
from deckbuild.sources.yaml import parse_yaml


def texts(text: str) -> list[str]:
    return [getattr(block, "text", "") for block in parse_markdown(text)]


def test_references_become_links_and_definitions_go() -> None:
    text = 'See [the docs][1], [Guide][] or [guide].\n\n[1]: https://example.org/a "Title"\n[guide]: <#two>'
    assert texts(text) == [
        'See [the docs](<https://example.org/a> "Title"), [Guide](<#two>) or [guide](<#two>).'
    ]


def test_tables_and_headings_may_refer_too() -> None:
    heading, table = parse_markdown("# [a][x]\n\n| [b][x] |\n| - |\n\n[x]: #two")
    assert getattr(heading, "text", "") == "[a](<#two>)"
    assert isinstance(table, Grid)
    assert table.header == ("[b](<#two>)",)


@pytest.mark.parametrize(
    "text",
    [
        "[x]: https://example.org",  # nobody uses it
        "See [a][b] and [c].",  # nothing is defined
        "`[a][x]` \\[a][y]\n\n[x]: #two",
        "Say [x]: https://example.org",
        "[x]\n\n[x]: what is meant",
    ],
)
def test_what_stands_as_typed(text: str) -> None:
    assert texts(text) == text.split("\n\n")


def test_the_first_definition_counts() -> None:
    assert texts("[a]\n\n[a]: #one\n\n[a]: #two") == ["[a](<#one>)"]


def test_a_reference_is_no_cue() -> None:
    assert not any(
        isinstance(part, Cue) for part in parse_notes("Try [demo][1] now.\n\n[1]: https://example.org")
    )


def test_places_stay_right_behind_a_link() -> None:
    source = parse_yaml("text: |\n  See [a][x]\n  and on.\n\n  [x]: #two\n", "a.yaml")["text"]
    (block,) = parse_markdown(source)
    text = getattr(block, "text", "")
    assert text == "See [a](<#two>) and on."
    places = [text.at(text.index(word)) for word in ("See", "#two", "and")]
    assert [(span.line, span.column) for span in places] == [(2, 3), (2, 9), (3, 3)]
