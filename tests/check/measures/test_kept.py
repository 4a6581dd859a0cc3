"""Nothing is lost: the comparison of what was written with what is drawn."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from deckbuild.check.measures.kept import Kept, missing_lines, signs


def test_words_numbers_and_signs_are_compared_and_spaces_are_not() -> None:
    assert list(signs("p95 < 300\u00a0ms")) == ["p", "95", "<", "300", "ms"]
    assert list(signs("in\u00adfra\u200bstruc\u2060ture")) == ["infrastructure"]


def test_a_text_may_be_parted_and_reordered() -> None:
    assert Kept(["of the queue", "The end"]).missing(["The end of the queue"]) == ((),)


def test_a_missing_word_is_named() -> None:
    assert Kept(["The end of the"]).missing(["The end of the queue!"]) == (("queue", "!"),)


def test_a_word_that_was_written_twice_must_stand_twice() -> None:
    assert Kept(["queue"]).missing(["queue", "queue"]) == ((), ("queue",))


def test_a_word_may_be_joined_with_another() -> None:
    assert Kept(["Weekly report"]).missing(["Week", "report"]) == ((), ())


def test_a_single_letter_is_not_found_inside_a_word() -> None:
    assert Kept(["average"]).missing(["a"]) == (("a",),)


@given(st.lists(st.text(max_size=12), max_size=8))
def test_what_is_drawn_as_written_lacks_nothing(texts: list[str]) -> None:
    assert all(not missing for missing in Kept(texts).missing(texts))


def test_each_line_of_code_is_a_paragraph_of_its_own() -> None:
    source = "for x in y:\n\tprint(x)\n\n"

    assert missing_lines(source, Counter(["for x in y:", "    print(x)"])) == ()
    assert missing_lines(source, Counter(["for x in y:", "print(x)"])) == ((1, "    print(x)"),)
