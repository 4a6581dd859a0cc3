"""What laying out carries along."""

from __future__ import annotations

from deckbuild.context import Memo
from deckbuild.document import Freeform
from deckbuild.geometry import Rect
from deckbuild.layout.icons import icon
from tests.samples import context


def test_a_memo_works_out_an_answer_once() -> None:
    asked: list[str] = []

    def shout(word: str) -> str:
        asked.append(word)
        return word.upper()

    memo = Memo()

    assert [memo.of(shout, word) for word in ("yes", "no", "yes")] == ["YES", "NO", "YES"]
    assert asked == ["yes", "no"]


def test_a_memo_keeps_functions_apart() -> None:
    memo = Memo()

    assert memo.of(len, "four") == 4
    assert memo.of(str.upper, "four") == "FOUR"


def test_an_icon_drawn_at_another_body_size_has_the_outline_that_is_known() -> None:
    large = context(24)
    small = large.at(18)
    color = large.tone.text

    first = icon("server", Rect(0, 0, 48, 48), color, large)
    second = icon("server", Rect(9, 9, 24, 24), color, small)

    assert isinstance(first.geometry, Freeform)
    assert isinstance(second.geometry, Freeform)
    assert first.geometry.commands is second.geometry.commands


def test_contexts_of_different_decks_share_nothing() -> None:
    assert context().memo is not context().memo
