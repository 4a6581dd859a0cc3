"""Everything that the session's text defines is in the rendered file.

`expected/slide-NN.yaml` carries the texts, slide by slide, as they were specified.
`expected/differences.yaml` lists by name and reason what the deck shows in another form on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from pptx import Presentation
from pptx.slide import Slide

from deckbuild import pipeline

DECK = Path(__file__).parents[1]
EXPECTED = Path(__file__).parent / "expected"
SLIDES: dict[int, dict[str, Any]] = {
    int(path.stem[-2:]): yaml.safe_load(path.read_text("utf-8"))
    for path in sorted(EXPECTED.glob("slide-*.yaml"))
}
DIFFERENCES = yaml.safe_load((EXPECTED / "differences.yaml").read_text("utf-8"))

pytestmark = pytest.mark.xdist_group("session-2")  # the file is written once

TEXT_KEYS = ("title", "subtitle", "headings", "texts", "cells", "code", "labels")
NOTES_KEYS = ("notes", "rationale", "research", "qa")


@dataclass(frozen=True)
class Shown:
    """What one slide of the file says: on the slide, in alternative texts, in the notes."""

    slide: str
    alt: str
    notes: str


def same_spaces(text: str) -> str:
    """Words one space apart, whatever broke or bound them."""
    return " ".join(text.replace("\u200b", "").replace("\u2060", "").split())


def as_label(text: str) -> str:
    """A label's words, free of case, of the kind of dash, and of spaces that allow a break at a slash."""
    return same_spaces(text).casefold().replace("–", "-").replace(" / ", "/").replace("/ ", "/")


def texts_of(shapes: Any) -> Iterator[str]:
    """The text of every shape, group and table cell, in reading order."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from texts_of(shape.shapes)
        elif getattr(shape, "has_table", False):
            yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)
        elif getattr(shape, "has_text_frame", False):
            yield shape.text_frame.text


def alt_texts_of(slide: Slide) -> Iterator[str]:
    """Names are left out: only what a screen reader speaks."""
    for properties in slide.element.iter("{*}cNvPr"):
        yield properties.get("title", "")
        yield properties.get("descr", "")


def shown_on(slide: Slide) -> Shown:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return Shown(
        slide=same_spaces("\n".join(texts_of(slide.shapes))),
        alt=same_spaces("\n".join(alt_texts_of(slide))),
        notes=same_spaces(frame.text if frame is not None else ""),
    )


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> list[Shown]:
    output = tmp_path_factory.mktemp("deck") / "deck.pptx"
    pipeline.build(DECK, output=output)
    return [shown_on(slide) for slide in Presentation(str(output)).slides]


def wanted(slide: dict[str, Any], key: str) -> Iterator[str]:
    """The single texts under a key of the expected data."""
    match slide.get(key, ()):
        case str(text):
            yield from text.splitlines() if key == "code" else [text]
        case list(entries):
            for entry in entries:
                match entry:
                    case str():
                        yield entry.removesuffix(":") if key == "headings" else entry
                    case dict():
                        yield from entry.values()
                    case _:
                        yield from entry


def pieces(number: int, text: str) -> list[str]:
    """The text itself, or the parts in which this slide shows it on purpose."""
    for difference in DIFFERENCES["in_pieces"]:
        if difference["slide"] == number and text in difference["texts"]:
            return list(difference["texts"][text])
    return [text]


CASES = [
    pytest.param(number, key, id=f"slide-{number}-{key}")
    for number, slide in SLIDES.items()
    for key in slide
    if key in TEXT_KEYS + NOTES_KEYS
]


@pytest.mark.parametrize(("number", "key"), CASES)
def test_every_text_is_in_the_file(deck: list[Shown], number: int, key: str) -> None:
    shown = deck[number - 1]
    place = shown.notes if key in NOTES_KEYS else f"{shown.slide}\n{shown.alt}"
    form = as_label if key == "labels" else same_spaces

    texts = [piece for text in wanted(SLIDES[number], key) for piece in pieces(number, text)]

    assert [text for text in texts if form(text) not in form(place)] == []


@pytest.mark.parametrize("number", [n for n, slide in SLIDES.items() if "notes" in slide])
def test_the_script_keeps_its_order(deck: list[Shown], number: int) -> None:
    notes, at = deck[number - 1].notes, 0

    for text in wanted(SLIDES[number], "notes"):
        found = notes.find(same_spaces(text), at)
        assert found >= 0, f"not after the text before it: {text!r}"
        at = found + len(same_spaces(text))


@pytest.mark.parametrize("number", [n for n, slide in SLIDES.items() if "notes" in slide])
def test_only_cues_that_point_at_the_graphic_were_added_to_the_script(number: int) -> None:
    source = next((DECK / "slides").glob(f"{number:02}-*.yaml"))
    given = [same_spaces(text) for text in wanted(SLIDES[number], "notes")]
    written = [same_spaces(text) for text in yaml.safe_load(source.read_text("utf-8"))["notes"].split("\n\n")]

    added = [text for text in written if text not in given]

    assert [text for text in written if text in given] == given
    assert added == [cue for cue in added if cue.startswith("[Point to the ") and cue.endswith("]")]


@pytest.mark.parametrize("number", [n for n, slide in SLIDES.items() if "graphics" in slide])
def test_graphics_keep_title_and_purpose(number: int) -> None:
    source = next((DECK / "slides").glob(f"{number:02}-*.yaml"))
    graphics = yaml.safe_load(source.read_text("utf-8")).get("graphics", [])

    kept = [{key: graphic.get(key) for key in ("title", "purpose")} for graphic in graphics]

    assert [graphic for graphic in SLIDES[number]["graphics"] if graphic not in kept] == []


def test_every_difference_has_a_name_and_a_reason() -> None:
    for difference in [*DIFFERENCES["in_form"], *DIFFERENCES["in_pieces"]]:
        assert difference["name"]
        assert len(difference["reason"].split()) >= 5


def test_no_difference_is_listed_in_vain() -> None:
    for difference in DIFFERENCES["in_pieces"]:
        slide = SLIDES[difference["slide"]]
        texts = {text for key in TEXT_KEYS for text in wanted(slide, key)}
        assert set(difference["texts"]) <= texts
