"""The whole deck laid out: the stage from `Deck` to `Document`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.models import Deck
from deckbuild.deck.slides import Slide
from deckbuild.document import Document, Face, Metadata
from deckbuild.layout.chrome import slide_layout
from deckbuild.layout.continued import lay_out_slide
from deckbuild.layout.notes_page import notes_places
from deckbuild.layout.page import PageDraft

Remember = Callable[[Slide, Callable[[], PageDraft]], PageDraft]
"""Gives a slide's page: one that it knows, or what the function that lays it out gives."""


def lay_out(
    deck: Deck,
    context: LayoutContext,
    progress: Callable[[int], None] = lambda _: None,
    remember: Remember = lambda _, lay_out: lay_out(),
) -> Document:
    """Every slide as a page, or as the pages that it was split into, and the slide layouts that these use, in
    order of first use.

    `progress` is called with the number of pages done so far; `remember` may know pages from before.
    """
    numbers = {str(slide.id): slide.number for slide in deck.slides}
    context = replace(context, slide_numbers=numbers)
    drafts: list[PageDraft] = []
    for part in (part for slide in deck.slides for part in slide.by_page):
        drafts.append(remember(part, partial(lay_out_slide, part, deck, context)))
        progress(len(drafts))
    # One layout a name: where two slides' text differs in height only, the second says its own on the slide.
    keys = {draft.slide_layout.name(deck): draft.slide_layout for draft in reversed(drafts)}
    used = dict.fromkeys(draft.page.slide_layout for draft in drafts)
    theme = context.theme
    return Document(
        metadata=Metadata(
            title=plain_text(deck.title),
            subject=plain_text(deck.module or deck.subtitle or ""),
            author=plain_text(deck.author or deck.program or ""),
            keywords=tuple(segment.label for segment in deck.segments),
            language=deck.language,
        ),
        size=theme.grid.page,
        theme=theme.colors,
        slide_layouts=tuple(slide_layout(keys[name], deck, context) for name in used),
        pages=tuple(draft.page for draft in drafts),
        notes_face=Face(theme.type.body.style.face.name, "minor"),
        notes_places=notes_places(theme.grid.page),
    )
