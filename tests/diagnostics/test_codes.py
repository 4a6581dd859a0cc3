"""Every code is declared once, and has a page whose examples are what they say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from deckbuild.check.rule import discover_all_codes
from deckbuild.diagnostics import DeckError, Severity
from deckbuild.diagnostics.codes import CODES, FAMILIES, Code, code, read_manual
from deckbuild.pipeline import read

SOURCE = Path(__file__).parents[2] / "src" / "deckbuild"
ALL = list(discover_all_codes().values())
READING = [each for each in ALL if each.found == "reading" and each.manual.bad]


def test_a_page_is_a_summary_a_reason_and_examples() -> None:
    manual = read_manual("""
        A queue has no end.

        It would grow for ever.

        Bad:
            queue: []
        Good:
            queue: [end]
        """)

    assert manual.summary == "A queue has no end."
    assert manual.rationale == "It would grow for ever."
    assert (manual.bad, manual.good) == ("queue: []\n", "queue: [end]\n")


def test_a_code_is_declared_once() -> None:
    with pytest.raises(ValueError, match="'DCK101' is registered twice"):
        code("DCK101", "again", Severity.ERROR, "Again.")
    with pytest.raises(ValueError, match="'DECK1' isn't a code"):
        code("DECK1", "other", Severity.ERROR, "Other.")


def test_a_code_stands_in_the_source_once_where_it_is_declared() -> None:
    """Whatever emits it uses its name, so that two places can't mean two things by one code."""
    literal = re.compile(rf"\"((?:{'|'.join(FAMILIES)})\d{{3}})\"")
    declared = re.compile(rf"(?:code|@rule)\(\s*\"((?:{'|'.join(FAMILIES)})\d{{3}})\"")
    counts: Counter[str] = Counter()
    elsewhere: list[str] = []
    for path in SOURCE.rglob("*.py"):
        text = path.read_text("utf-8")
        counts.update(declared.findall(text))
        if path.name != "checklist.py":  # names the codes that decide an item
            code_only = re.sub(r"(?m)^\s*>>> .*$", "", text)  # examples in docstrings may name them too
            others = Counter(literal.findall(code_only)) - Counter(declared.findall(text))
            elsewhere += [f"{path.name}: {name}" for name in others]

    assert counts == Counter(list(CODES))
    assert elsewhere == []


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.code)
def test_each_code_has_a_page(each: Code) -> None:
    assert each.manual.summary.endswith(".")
    assert re.fullmatch(r"[a-z0-9-]+", each.name)
    assert bool(each.manual.bad) == bool(each.manual.good)


def deck_of(example: str, folder: Path) -> Path:
    """A deck from an example: a whole one, or `vars` alone, or one slide."""
    if example.startswith("vars:") and "slides:" not in example:
        example += "title: A deck\nslides: [{title: One}]\n"
    if "slides:" in example:
        (folder / "deck.yaml").write_text(example, "utf-8")
    else:
        (folder / "slides").mkdir()
        (folder / "slides" / "slide.yaml").write_text(example, "utf-8")
        (folder / "deck.yaml").write_text("title: A deck\nslides: [slide]\n", "utf-8")
    return folder


@pytest.mark.parametrize("each", READING, ids=lambda each: each.code)
def test_examples_of_bad_sources_are_what_they_say(each: Code, tmp_path: Path) -> None:
    try:
        found = read(deck_of(each.manual.bad, tmp_path)).warnings
    except DeckError as error:
        found = tuple(error.diagnostics)

    assert each.code in {diagnostic.code for diagnostic in found}


@pytest.mark.parametrize("each", READING, ids=lambda each: each.code)
def test_examples_of_good_sources_can_be_read(each: Code, tmp_path: Path) -> None:
    assert read(deck_of(each.manual.good, tmp_path))
