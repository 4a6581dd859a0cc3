"""Decks as LibreOffice draws them: converted once a session, read by every test here."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from deckbuild.context import LayoutContext
from deckbuild.deck.models import Deck
from deckbuild.document import Document, Page, SlideLayout, Text
from deckbuild.geometry import Rect
from deckbuild.layout.carried import block_texts
from deckbuild.layout.inline import inline_runs
from deckbuild.pipeline import lay_out_deck, layout_context, read
from deckbuild.render.pptx import render_pptx
from tests.visual.pdf import Word, words_of

PROJECT_DECK = Path(__file__).parents[2] / "content" / "advanced-module-6-session-2"
TOOLS = ("soffice", "pdftotext", "fc-match")
FACES = ("Carlito", "Liberation Mono")
SEED = 20240501
PARAGRAPHS = 96


@dataclass(frozen=True)
class Drawn:
    """A document and the words on each page of its PDF."""

    document: Document
    pages: tuple[tuple[Word, ...], ...]


@pytest.fixture(scope="session")
def office() -> str:
    """The LibreOffice program; the test is skipped where it, poppler or the open faces aren't installed."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    for face in FACES:
        found = subprocess.run(["fc-match", face], check=True, capture_output=True, text=True).stdout
        if face not in found:
            pytest.skip(f"the face {face} isn't installed")
    return "soffice"


@pytest.fixture(scope="session")
def deck() -> Deck:
    return read(PROJECT_DECK)


@pytest.fixture(scope="session")
def drawn(office: str, deck: Deck, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Drawn]:
    """The project's deck and a page of paragraphs after another, through LibreOffice in one go."""
    folder = tmp_path_factory.mktemp("drawn")
    documents = {"deck": lay_out_deck(deck), "paragraphs": paragraphs(deck)}
    files = []
    for name, document in documents.items():
        path = folder / f"{name}.pptx"
        path.write_bytes(render_pptx(document))
        files.append(str(path))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=1800)
    return {name: Drawn(document, words_of(folder / f"{name}.pdf")) for name, document in documents.items()}


def paragraphs(deck: Deck) -> Document:
    """Pages of the deck's own texts, each in a box of random width at a random body size."""
    chance = random.Random(SEED)
    context = layout_context(deck)
    long = [text for text in dict.fromkeys(texts_of(deck)) if len(text) > 60]
    chosen = chance.sample(long, min(PARAGRAPHS, len(long)))
    pages: list[Page] = []
    while chosen:
        items: list[Text] = []
        left, top = 24.0, 24.0
        while chosen:
            text = set_text(chosen[-1], chance, context)
            if top + text.rect.height > 516:
                left, top = left + 456, 24.0
            if left > 500 or text.rect.height > 490:
                break
            items.append(replace(text, rect=text.rect.moved(left, top)))
            top += text.rect.height + 12
            chosen.pop()
        pages.append(Page(len(pages) + 1, f"Paragraphs {len(pages) + 1}", "Plain", tuple(items)))
    base = lay_out_deck(deck.only({1}))
    return replace(
        base,
        slide_layouts=(SlideLayout("Plain", context.theme.role.background, ()),),
        pages=tuple(pages),
    )


def set_text(text: str, chance: random.Random, context: LayoutContext) -> Text:
    """`text` at 18 to 24 pt, broken to 140 to 440 pt, in a box as high as it needs."""
    width = chance.uniform(140, 440)
    style = replace(context.theme.type.body.style, size=float(chance.randint(18, 24)))
    paragraph = context.typesetter.paragraph(inline_runs(text, style, context), width)
    body = context.typesetter.body([paragraph])
    return Text(Rect(0, 0, width, body.height), body, name=f"{style.size:.0f} pt in {width:.1f} pt")


def texts_of(deck: Deck) -> Iterator[str]:
    """Everything long that the deck says: on slides and in notes."""
    for slide in deck.slides:
        for block in slide.blocks:
            if block.kind != "code":
                yield from (str(text) for text in block_texts(block))
        yield from (str(part.text) for part in slide.notes)
        yield from (str(text) for text in (*slide.background.rationale, *slide.background.research))
        for pair in slide.qa:
            yield from (str(pair.question), str(pair.answer))
