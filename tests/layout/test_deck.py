"""The whole sample deck laid out, in golden files that read like a slide."""

from __future__ import annotations

from collections import Counter

import pytest

from deckbuild.document import Document
from deckbuild.pipeline import lay_out_deck, read
from tests.conftest import Golden
from tests.dump import dump_document, dump_page
from tests.samples import SAMPLE


@pytest.fixture(scope="module")
def document() -> Document:
    return lay_out_deck(read(SAMPLE))


def test_document(document: Document, golden: Golden) -> None:
    golden("document/document.txt", dump_document(document))


@pytest.mark.parametrize("number", range(1, 7))
def test_page(number: int, document: Document, golden: Golden) -> None:
    golden(f"document/page-{number}.txt", dump_page(document.pages[number - 1]))


def test_every_page_has_its_layout_and_layouts_have_their_own_names(document: Document) -> None:
    names = Counter(layout.name for layout in document.slide_layouts)
    assert set(names.values()) == {1}
    assert {page.slide_layout for page in document.pages} == set(names)


def test_progress_counts_the_slides() -> None:
    seen: list[tuple[str, int, int]] = []
    lay_out_deck(read(SAMPLE), lambda *stage: seen.append(stage))
    assert seen == [("Laying out", done, 6) for done in range(1, 7)]
