"""Decks for proving rules: a few lines of YAML, or a deck without findings in which a fault is planted."""

from __future__ import annotations

import datetime
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from deckbuild.check.engine import Selection, check
from deckbuild.check.reports.report import Report, Result
from deckbuild.check.signoff_file import read_signoffs
from deckbuild.check.signoffs import canonical
from deckbuild.deck.models import Deck
from deckbuild.deck.slides import Slide
from deckbuild.document import Document
from deckbuild.layout.deck import lay_out
from deckbuild.pipeline import layout_context, read

GOOD_DECK = Path(__file__).parents[1] / "data" / "session"
CASES = Path(__file__).parent / "rules"
TODAY = datetime.date(2026, 6, 1)
SLIDE = "slides/slide.yaml"


@dataclass(frozen=True)
class Checked:
    """A deck with its layout and its report."""

    deck: Deck
    document: Document
    report: Report


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """The case files by name, which is the rule's function. Every value is text: `2:8` is a place."""
    for path in sorted(CASES.rglob("*.yaml")):
        yield path.stem, yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def small_deck(example: str, folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """A deck from an example: a whole one if it has slides, else one of the single slide it shows.

    A title that the example leaves out is added below, so that its lines keep their numbers.
    """
    keys = yaml.safe_load(example)
    title = "" if "title" in keys else "\ntitle: An example\n"
    texts = dict(files or {})
    if "slides" in keys or "segments" in keys:
        texts["deck.yaml"] = example + title
    else:
        texts[SLIDE] = example + title
        texts["deck.yaml"] = "title: A deck of examples\nslides: [slide]\nlanguage: en-US\n"
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def checked(
    folder: Path,
    base: Checked | None = None,
    today: datetime.date = TODAY,
    selection: Selection = Selection(),  # noqa: B008  frozen
) -> Checked:
    """The deck in `folder`, checked. Pages of slides that are as in `base` are taken from there."""
    deck = read(folder)
    context = layout_context(deck)
    if base is None:
        document = lay_out(deck, context)
    else:
        pages = {page.number: page for page in base.document.pages}
        known = {_key(slide): pages[slide.number] for slide in base.deck.slides}
        changed = [slide.number for slide in deck.slides if _key(slide) not in known]
        partial = lay_out(deck.only(changed), context) if changed else base.document
        fresh = {page.number: page for page in partial.pages}
        names = {layout.name for layout in base.document.slide_layouts}
        document = replace(
            base.document,
            pages=tuple(known.get(_key(slide)) or fresh[slide.number] for slide in deck.slides),
            slide_layouts=(
                *base.document.slide_layouts,
                *(layout for layout in partial.slide_layouts if layout.name not in names),
            ),
        )
    report = check(
        deck,
        document,
        context.theme,
        today=today,
        selection=selection,
        signoffs=read_signoffs(folder),
        folder=str(folder),
    )
    return Checked(deck, document, report)


def _key(slide: Slide) -> tuple[int, str]:
    return slide.number, canonical(slide)


def found(report: Report, code: str) -> list[Result]:
    """The findings of one rule that count."""
    return [result for result in report.active if result.code == code]


@dataclass(frozen=True)
class Planted:
    """A fault planted in a copy of the good deck: where a finding must point."""

    file: str
    line: int


def plant(mutation: Mapping[str, Any], good: Path, folder: Path) -> Planted:
    """Copy the deck `good` into `folder` and change it.

    `file` is the file to change, made of `with` if it isn't there. `with` takes the place of `replace`, text
    that stands in the file exactly once, or all of the top-level `key` (added at the end if the file
    hasn't got it). `at` is text that the line of the finding has, and no other, or its number, in the changed
    file, or in the file `in`.
    """
    shutil.copytree(good, folder, dirs_exist_ok=True)
    path = folder / mutation["file"]
    new = mutation.get("with", "")
    if path.exists():
        text = path.read_text("utf-8")
        if "key" in mutation:
            entry = re.search(rf"^{mutation['key']}:.*\n(?:(?:[ #-].*)?\n)*", text, re.MULTILINE)
            old = entry[0] if entry else ""
        else:
            old = mutation["replace"]
        assert not old or text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        new = text.replace(old, new) if old else text + new
    path.write_text(new, "utf-8")
    file, at = mutation.get("in", mutation["file"]), mutation["at"]
    if at.isdigit():
        return Planted(file, int(at))
    lines = (folder / file).read_text("utf-8").splitlines()
    numbers = [number for number, line in enumerate(lines, 1) if at in line]
    assert len(numbers) == 1, f"{at!r} stands in the lines {numbers} of {file}"
    return Planted(file, numbers[0])
