"""Speaker notes: cues, paragraphs and how much is said."""

from __future__ import annotations

import pytest

from deckbuild.deck.markdown import Mark
from deckbuild.deck.notes import Cue, NotesPart, Speech, cue_kind, listed_notes, parse_notes, spoken_words
from deckbuild.sources.yaml import parse_yaml

NOTES = """\
notes: |
  [DEMO - Show configuration]

  Always run at least
  2 instances.
  [Point to max_instances]
  Cap at 50. [Pause] That's a different problem.

  Ask in [the async channel] or see [docs](https://example.org).
"""


def said(part: NotesPart) -> str:
    return getattr(part, "text", "")


def test_cues_and_paragraphs_in_spoken_order() -> None:
    parts = parse_notes(parse_yaml(NOTES, "s.yaml")["notes"])
    assert [(type(part), said(part), part.span.line, part.span.column) for part in parts] == [
        (Cue, "DEMO - Show configuration", 2, 3),
        (Speech, "Always run at least 2 instances.", 4, 3),
        (Cue, "Point to max_instances", 6, 3),
        (Speech, "Cap at 50.", 7, 3),
        (Cue, "Pause", 7, 14),
        (Speech, "That's a different problem.", 7, 22),
        (Speech, "Ask in [the async channel] or see [docs](https://example.org).", 9, 3),
    ]


def texts(text: str) -> list[tuple[type[NotesPart], str]]:
    return [(type(part), said(part)) for part in parse_notes(text)]


def test_cues_stand_inside_list_items() -> None:
    item, cue, rest, own = parse_notes("- Say it. [Pause] Say more.\n- [Ask the team]")
    assert [(type(part), said(part), part.nest.mark) for part in (item, cue, rest, own)] == [
        (Speech, "Say it.", Mark()),
        (Cue, "Pause", None),
        (Speech, "Say more.", None),
        (Cue, "Ask the team", Mark()),
    ]


def test_a_cue_ends_a_list() -> None:
    assert [(said(part), part.nest.levels) for part in parse_notes("1. One\n[Pause]\n2. Two\n\nOn.")] == [
        ("One", ("number",)),
        ("Pause", ()),
        ("Two", ("number",)),
        ("On.", ()),
    ]


@pytest.mark.parametrize(
    "text",
    ["Type `[demo]` here", "See [the demo](https://example.org)", "A \\[pause\\] here", "- [x] Ask [x]"],
)
def test_code_links_and_escaped_brackets_are_no_cues(text: str) -> None:
    assert [kind for kind, _ in texts(text)] == [Speech]


def test_cues_may_be_emphasised_and_hold_links() -> None:
    assert texts("**[Pause]** Then *[Ask]*\n\n[Demo: [page](https://example.org)]") == [
        (Cue, "Pause"),
        (Speech, "Then"),
        (Cue, "Ask"),
        (Cue, "Demo: [page](https://example.org)"),
    ]


def test_emphasis_goes_on_behind_a_cue() -> None:
    assert texts("a **b [Pause] c** d") == [(Speech, "a **b**"), (Cue, "Pause"), (Speech, "**c** d")]
    assert texts("~~b [Pause] c~~") == [(Speech, "~~b~~"), (Cue, "Pause"), (Speech, "~~c~~")]
    assert texts("_b [Pause] c_") == [(Speech, "_b_"), (Cue, "Pause"), (Speech, "_c_")]


def test_a_list_of_texts_is_a_list_of_points() -> None:
    found = listed_notes(["One", "[Pause]", "Two\n\nand more"])
    assert [(said(part), part.nest.levels, part.nest.mark) for part in found] == [
        ("One", ("bullet",), Mark()),
        ("Pause", (), None),
        ("Two", ("bullet",), Mark()),
        ("and more", ("bullet",), None),
    ]


def test_only_what_is_said_counts_as_spoken() -> None:
    text = """\
# A heading of five words

- one [two](https://example.org/three/four)
- `five`

> six

| not | said |
| --- | --- |
| at | all |

```
nor this
```
"""
    assert spoken_words(parse_notes(text)) == 4


def test_spoken_words_leave_cues_and_lone_signs_out() -> None:
    parts = parse_notes("[Pause for 10 seconds]\n\nSession affinity → **the $10,000 bill** - paid.")
    assert spoken_words(parts) == 6


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Pause", "pause"),
        ("Emphasize", "emphasize"),
        ("OPENING - Welcome", "opening"),
        ("Transition: Click to next slide", "transition"),
        ("Point to the chart", "point"),
        ("Walk through each row", "walk"),
        ("Final close", "closing"),
        ("Instructor Name", "other"),
        ("…", "other"),
    ],
)
def test_the_first_word_tells_the_kind_of_cue(text: str, kind: str) -> None:
    assert cue_kind(text) == kind
