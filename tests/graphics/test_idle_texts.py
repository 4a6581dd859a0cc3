"""Texts that go with something: without it they would be shown nowhere, and are refused at their key."""

from __future__ import annotations

import pytest

from deckbuild.deck.load import deck_from_text
from deckbuild.diagnostics import DeckError
from deckbuild.pipeline import discover_kinds

discover_kinds()

PHASES = "phases: [{title: One}, {title: Two}]"
RUNGS = "rungs: [{level: P0, definition: Down}, {level: P1, definition: Slow}]"
TILE = "tiles: [{title: Load, value: 3, %s}]"
TWO_CHANNELS = (
    "direction: right, "
    "tiers: [{id: a, nodes: [{id: x, label: X}]}, {id: b, nodes: [{id: y, label: Y}]}], "
    "channels: [{between: [a, b], label: One}, {between: [b, a], label: Two}]"
)
FLOW = "target: {label: Plan, %s}, left: {title: Exercises, sources: [Draft -> Scaling]}"


@pytest.mark.parametrize(
    ("kind", "fields", "said"),
    [
        ("phases", f"{PHASES}, prefix: Week", "'prefix' would be shown nowhere: there are no times"),
        ("phases", f"{PHASES}, end: 12", "'end' would be shown nowhere: there are no times"),
        ("phases", f"{PHASES}, criteria_heading: Done when", "'criteria_heading' would be shown nowhere"),
        ("ladder", f"{RUNGS}, example_label: Such as", "'example_label' would be shown nowhere"),
        ("outline", "document: Plan, sections: [One], appendices_heading: More", "there are no appendices"),
        ("dashboard", TILE % "parts: [{label: Reads, value: 2}]", "parts need a 'level'"),
        ("dashboard", TILE % "marks: [{at: 2, label: Limit}]", "thresholds need a scale"),
        ("layers", "layers: [{title: Band, pillars: [{title: One}]}]", "a layer of pillars has no 'title'"),
        ("layers", "layers: [{title: Band, row_labels: [Who]}]", "'row_labels' would be shown nowhere"),
        ("architecture", TWO_CHANNELS, "a second channel between a and b"),
        ("integration-flow", FLOW % "heading: Above", "only a badge has a heading"),
    ],
)
def test_a_text_that_would_be_shown_nowhere_is_refused(kind: str, fields: str, said: str) -> None:
    with pytest.raises(DeckError, match=said):
        deck_from_text(
            f"title: T\nslides: [{{title: S, graphics: [{{kind: {kind}, id: g, alt: A, {fields}}}]}}]"
        )
