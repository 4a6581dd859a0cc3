"""What deckbuild tells an author."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import DeckError, Diagnostic, Severity, Span, did_you_mean


def test_a_diagnostic_says_where_what_and_how_to_cure_it() -> None:
    found = Diagnostic("DCK106", "unknown block 'bulets'", Span("s.yaml", 12, 9), "did you mean 'bullets'?")
    assert str(found) == (
        "s.yaml:12:9: error: unknown block 'bulets' [DCK106]\n    hint: did you mean 'bullets'?"
    )


def test_a_span_without_a_line_is_the_whole_file() -> None:
    found = Diagnostic("FIL305", "no segment uses this slide", Span("s.yaml"), severity=Severity.WARNING)
    assert str(found) == "s.yaml: warning: no segment uses this slide [FIL305]"


def test_a_deck_error_carries_all_of_them() -> None:
    error = DeckError([Diagnostic("A1", "one"), Diagnostic("A2", "two")])
    assert str(error) == "<deck>: error: one [A1]\n<deck>: error: two [A2]"


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("bulets", "did you mean 'bullets'?"),
        ("zzz", "choose from bullets, steps, text"),
    ],
)
def test_did_you_mean(word: str, said: str) -> None:
    assert did_you_mean(word, ["text", "bullets", "steps"]) == said


def test_did_you_mean_says_when_nothing_could_be_meant() -> None:
    assert did_you_mean("zzz", []) == "there is none to choose from"
