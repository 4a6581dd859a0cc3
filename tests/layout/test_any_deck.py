"""Whatever an author puts together, it lays out and renders; nothing that was written is lost."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from deckbuild.document import Document, Table, Text, walk
from deckbuild.layout.deck import lay_out
from deckbuild.render.pptx import render_pptx
from tests.samples import context, deck

WORDS = st.lists(
    st.sampled_from(["word", "longer-word", "5 min", "**bold**", "`code`", "A&B"]), min_size=1, max_size=25
).map(" ".join)
ENTRIES = st.lists(WORDS, min_size=1, max_size=4)
BLOCKS: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.fixed_dictionaries({"text": WORDS}, optional={"heading": WORDS}),
    st.fixed_dictionaries({"bullets": ENTRIES}, optional={"heading": WORDS}),
    st.fixed_dictionaries({"checklist": ENTRIES}, optional={"heading": WORDS}),
    st.fixed_dictionaries({"steps": ENTRIES}),
    st.fixed_dictionaries({"callout": WORDS}, optional={"heading": WORDS}),
    st.tuples(WORDS, WORDS).map(lambda row: {"table": {"columns": ["A", "B"], "rows": [[*row]]}}),
    WORDS.map(lambda words: {"code": {"language": "text", "source": words}}),
    st.tuples(ENTRIES, WORDS).map(lambda both: {"columns": [[{"bullets": both[0]}], [both[1]]]}),
)  # fmt: skip
GRAPHICS = st.lists(st.booleans(), max_size=2).map(
    lambda wide: [{"kind": "plate", "id": f"g{i}", "alt": "A plate", "wide": w} for i, w in enumerate(wide)]
)
SLIDES = st.fixed_dictionaries(
    {
        "title": WORDS,
        "type": st.sampled_from(["concept", "demo", "insight", "transition", "summary", "closing"]),
        "content": st.lists(BLOCKS, max_size=4),
        "graphics": GRAPHICS,
    },
    optional={"layout": st.sampled_from(["full", "stacked", "5/7", "6/6"]), "notes": WORDS},
)


def document_of(slides: list[dict[str, Any]], segments: bool) -> Document:
    content: dict[str, Any] = {"title": "Any deck", "slides": slides}
    if segments:
        del content["slides"]
        content["segments"] = [{"id": "a", "title": "A", "slides": slides}]
    return lay_out(deck(yaml.safe_dump(content)), context())


def plain(text: str) -> str:
    return "".join(char for char in text if char not in "*`\u00a0\u2060 ")


def shown(document: Document, number: int) -> str:
    said = []
    for item in walk(document.pages[number].items):
        if isinstance(item, Table):
            said += [cell.body.text for row in item.rows for cell in row.cells]
        elif (body := getattr(item, "body", None)) is not None:
            said.append(body.text)
    return plain("".join(said))


def written(value: object) -> list[str]:
    """Every text in a list of blocks that is drawn."""
    match value:
        case str():
            return [value]
        case dict():
            drawn = [each for key, each in value.items() if key != "language"]
            return [text for each in drawn for text in written(each)]
        case list():
            return [text for each in value for text in written(each)]
    return []


@given(st.lists(SLIDES, min_size=1, max_size=4), st.booleans())
@settings(max_examples=40)
def test_any_deck(slides: list[dict[str, Any]], segments: bool) -> None:
    document = document_of(slides, segments)
    for number, slide in enumerate(slides):
        there = shown(document, number)
        for text in (slide["title"], *written(slide["content"])):
            assert plain(text) in there

    layouts = {layout.name: layout for layout in document.slide_layouts}
    assert max(Counter(layout.name for layout in document.slide_layouts).values()) == 1
    for page in document.pages:
        used = [i.placeholder for i in page.walk() if isinstance(i, Text) and i.placeholder is not None]
        assert set(used) <= {slot.kind for slot in layouts[page.slide_layout].placeholders}
        assert len(used) == len(set(used))

    assert len(Presentation(io.BytesIO(render_pptx(document))).slides) == len(slides)


@pytest.mark.parametrize("count", [1, 60])
def test_a_deck_of_any_length(count: int) -> None:
    document = document_of([{"title": f"Slide {n}", "content": ["text"]} for n in range(count)], True)
    assert [page.number for page in document.pages] == list(range(1, count + 1))
