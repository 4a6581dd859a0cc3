"""Cures that don't advise what was tried."""

from __future__ import annotations

import pytest

from deckbuild.check.measures.tried import cure
from deckbuild.document import Choice, Flaw, Page, Trial

BAD = (Flaw("the text is 9 pt too high", 218.0),)
TRIED = (Trial("text 4/8", BAD), Trial("text 5/7", BAD), Trial("text above graphic", BAD), Trial("other"))


def page(choice: Choice | None) -> Page:
    return Page(7, "A Page", "Content", (), choice=choice)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (None, "cut words"),
        (Choice(TRIED[:1], 0), "cut words"),
        (
            Choice(TRIED[:2], 0),
            "cut words; another arrangement was tried and would be worse (deckbuild render --explain 7)",
        ),
        (
            Choice(TRIED, 0),
            "cut words; 2 other arrangements were tried and would be worse (deckbuild render --explain 7)",
        ),
        (
            Choice(TRIED[:1], 0, "4/8"),
            "cut words; or leave out 'layout: 4/8', so that other arrangements are tried",
        ),
    ],
)
def test_a_cure_tells_what_was_tried(choice: Choice | None, expected: str) -> None:
    assert cure(page(choice), "cut words") == expected
