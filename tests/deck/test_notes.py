"""Speaker notes: cues, paragraphs and how much is said."""

from __future__ import annotations

import pytest

from deckbuild.deck.notes import Cue, Speech, cue_kind, parse_notes, spoken_words
from deckbuild.deck.yaml import parse_yaml

NOTES = """\
notes: |
  [DEMO - Show configuration]

  Always run at least
  2 instances.
  [Point to max_instances]
  Cap at 50. [Pause] That's a different problem.

  Ask in [the async channel] or see [docs](https://example.org).
"""


def test_cues_and_paragraphs_in_spoken_order() -> None:
    parts = parse_notes(parse_yaml(NOTES, "s.yaml")["notes"])
    assert [(type(part), part.text, part.span.line, part.span.column) for part in parts] == [
        (Cue, "DEMO - Show configuration", 2, 3),
        (Speech, "Always run at least 2 instances.", 4, 3),
        (Cue, "Point to max_instances", 6, 3),
        (Speech, "Cap at 50.", 7, 3),
        (Cue, "Pause", 7, 3),
        (Speech, "That's a different problem.", 7, 3),
        (Speech, "Ask in [the async channel] or see [docs](https://example.org).", 9, 3),
    ]


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
