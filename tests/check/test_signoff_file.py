"""The file of sign-offs: what is written reads back, and what others wrote stays."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.check.signoff_file import parse_signoffs, read_signoffs, rewritten, to_yaml
from deckbuild.check.signoffs import SignOff, Unit, Unsignable, sign
from deckbuild.diagnostics import DeckError

DAY = datetime.date(2026, 5, 4)
ONE, TWO = Unit("one", "slide 1", "sha256:11"), Unit("two", "slide 2", "sha256:22")

KEPT_BY_HAND = """\
# Reviews of the spring run.
signoffs:
  # Jane read both with the author.
  - item: terminology
    by: "Jane Doe"     # head of training
    date: 2026-03-01
    covers:
      one: sha256:11
      two: sha256:22   # the long one

  # Commands were run on staging.
  - {item: commands, by: Bob, date: 2026-03-02, covers: {one: sha256:11}}
  # Still to do: architecture.
"""


def signed(text: str, item: str, *units: Unit, by: str = "New Reviewer") -> str:
    before = parse_signoffs(text)
    return rewritten(text, before, sign(before, item, units, by, DAY, ""))


def test_a_signature_is_added_and_nothing_else_changes() -> None:
    assert signed(KEPT_BY_HAND, "realistic-examples", ONE) == KEPT_BY_HAND + (
        "  - item: realistic-examples\n"
        "    by: New Reviewer\n"
        "    date: '2026-05-04'\n"
        "    covers:\n"
        "      one: sha256:11\n"
    )


def test_a_signature_for_one_slide_takes_just_its_line() -> None:
    text = signed(KEPT_BY_HAND, "terminology", TWO)

    assert text.startswith(KEPT_BY_HAND.replace("      two: sha256:22   # the long one\n", ""))
    assert [(each.by, list(each.covers)) for each in parse_signoffs(text)] == [
        ("Jane Doe", ["one"]),
        ("Bob", ["one"]),
        ("New Reviewer", ["two"]),
    ]


def test_the_remarks_on_a_signature_outlive_it() -> None:
    text = signed(KEPT_BY_HAND, "terminology", ONE, TWO)

    assert "Jane Doe" not in text
    assert "  # Jane read both with the author.\n" in text
    assert [each.by for each in parse_signoffs(text)] == ["Bob", "New Reviewer"]


def test_a_file_of_another_shape_is_written_anew() -> None:
    text = "signoffs: [{item: commands, by: Bob, date: 2026-03-02, covers: {one: sha256:11}}]  # by Bob\n"

    found = signed(text, "terminology", TWO)

    assert found.startswith("# Who vouches")
    assert [each.by for each in parse_signoffs(found)] == ["Bob", "New Reviewer"]


@pytest.mark.parametrize("text", ["", "signoffs: []\n", "# nothing yet"])
def test_the_first_signature(text: str) -> None:
    found = signed(text, "commands", ONE)

    assert [each.by for each in parse_signoffs(found)] == ["New Reviewer"]
    assert found.startswith("# nothing yet\nsignoffs:" if text.startswith("#") else "# Who vouches")


def test_line_ends_stay_as_they_are() -> None:
    text = signed(KEPT_BY_HAND.replace("\n", "\r\n"), "realistic-examples", ONE)

    assert text.count("\n") == text.count("\r\n")
    assert len(parse_signoffs(text)) == 3


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["commands", "terminology"]),
            st.lists(st.sampled_from([ONE, TWO]), min_size=1, max_size=2, unique=True),
            st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=9).filter(
                lambda text: text.strip() and "[" not in text and "`" not in text
            ),
        ),
        max_size=5,
    )
)
def test_signing_over_and_over(signatures: list[tuple[str, list[Unit], str]]) -> None:
    """What the file says is what signing in memory comes to."""
    text, known = KEPT_BY_HAND, parse_signoffs(KEPT_BY_HAND)
    for item, units, by in signatures:
        try:
            known = sign(known, item, units, by, DAY, "")
        except Unsignable:
            continue
        text = signed(text, item, *units, by=by)

    assert [each.model_dump() for each in parse_signoffs(text)] == [each.model_dump() for each in known]


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    known = sign((), "commands", [ONE, TWO], "Zoë: Reviewer", DAY, "ran #1 & #2")
    (tmp_path / "signoffs.yaml").write_text(to_yaml(known), "utf-8")

    again = read_signoffs(tmp_path)

    assert [each.model_dump() for each in again] == [each.model_dump() for each in known]
    assert to_yaml(again) == to_yaml(known)


def test_a_malformed_file_is_an_error_with_its_place() -> None:
    with pytest.raises(DeckError) as raised:
        parse_signoffs("signoffs:\n  - item: commands\n    by: A\n    date: soon\n")

    assert [str(fault.span) for fault in raised.value.diagnostics] == [
        "signoffs.yaml:2:5",
        "signoffs.yaml:4:11",
    ]


@pytest.mark.parametrize(
    ("by", "evidence", "says"),
    [
        ("", "", "'by' must be a name, is ''"),
        ("  ", "", "'by' must be a name, is '  '"),
        ("A\n::error::B", "", "'by' must be a name"),
        ("A\x1b[31m", "", "contains the control character U+001B; delete it"),
        ("caf\udce9", "", "U+DCE9"),
        ("A", "see [this](file:///etc/passwd)", "file:///etc/passwd"),
    ],
)
def test_what_cant_be_signed_with(by: str, evidence: str, says: str) -> None:
    with pytest.raises(Unsignable) as raised:
        sign((), "commands", [ONE], by, DAY, evidence)

    assert says in str(raised.value)


def test_the_span_of_a_new_signature_is_nowhere() -> None:
    new: SignOff = sign((), "commands", [ONE], "A", DAY, "")[0]

    assert not new.span.line
