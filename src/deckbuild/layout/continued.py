"""Slides that go on: one that the author wrote becomes several, each with a page of its own."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import NO_BREAK_SPACE
from deckbuild.deck.models import Deck
from deckbuild.deck.notes import Speech
from deckbuild.deck.slides import ALL_AT_ONCE, Background, Slide
from deckbuild.document import Group, Page
from deckbuild.layout.arrangement import fits_in
from deckbuild.layout.cutting import CutUp, cut_up
from deckbuild.layout.looks import look_of
from deckbuild.layout.page import PageDraft, body_zone, lay_out_page, shown_blocks
from deckbuild.sources.values import InlineStr, SourceStr


def split_slides(deck: Deck, context: LayoutContext) -> Deck:
    """The deck with its slides numbered by their pages, those with `continue` that need several split into
    as many."""
    if not any(slide.continues for slide in deck.slides):
        return deck
    number = 1

    def numbered(slide: Slide) -> Slide:
        nonlocal number
        slide = _numbered(slide, number, deck, context)
        number += len(slide.numbers)
        return slide

    return deck.with_slides(numbered)


def lay_out_slide(slide: Slide, deck: Deck, context: LayoutContext) -> PageDraft:
    """The slide as a page; if that can't hold it and several could, the page says how many."""
    draft = lay_out_page(slide, deck, context)
    if slide.continues or not _overflows(draft.page):
        return draft
    cut = _cut(slide, deck, context)
    if cut is None or not cut.fits:
        return draft
    return replace(draft, page=replace(draft.page, could_be=len(cut.pages)))


def _numbered(slide: Slide, number: int, deck: Deck, context: LayoutContext) -> Slide:
    """The slide with this number for its first page, split if it has to go on over several."""
    slide = slide.model_copy(update={"number": number})
    if slide.continues and _overflows(lay_out_page(slide, deck, context).page):
        cut = _cut(slide, deck, context)
        if cut is not None:
            return slide.model_copy(update={"split_into": _split(slide, cut)})
    return slide


def _overflows(page: Page) -> bool:
    """Whether something on the page needs more room than it has."""
    groups = (item for item in page.items if isinstance(item, Group))
    return not all(fits_in(group.frame.size, group.rect.size) for group in groups)


def _cut(slide: Slide, deck: Deck, context: LayoutContext) -> CutUp | None:
    """What the slide holds page by page; None if it can't be cut."""
    if slide.graphics or slide.type in ALL_AT_ONCE or look_of(slide).hero:
        return None
    first, other = (body_zone(each, deck, context) for each in (_part(slide, 0, 88), _part(slide, 1, 88)))
    return cut_up(shown_blocks(slide), first.size, other.size, context)


def _split(slide: Slide, cut: CutUp) -> tuple[Slide, ...]:
    """A slide for each page. The script and what stands behind it go with the first."""
    lead = len(shown_blocks(slide)) - len(slide.content)  # the subtitle, which isn't among the blocks
    return tuple(
        _part(slide, index, len(cut.pages)).model_copy(
            update={"content": content[lead:] if index == 0 else content, "text_size": cut.size}
        )
        for index, content in enumerate(cut.pages)
    )


def _part(slide: Slide, index: int, count: int) -> Slide:
    """The slide on its page with this index of `count`, still with all of its content."""
    text = f"{slide.title}{NO_BREAK_SPACE}({index + 1}/{count})"
    title = InlineStr.like(slide.title, text) if isinstance(slide.title, SourceStr) else InlineStr(text)
    given = {"title": title, "number": slide.number + index}
    if index:
        script = ", where the script stands" if slide.notes else ""
        said = Speech(f"Goes on from slide {slide.number}{script}.", slide.span)
        given |= {"subtitle": None, "opens": False, "notes": (said,), "background": Background(), "qa": ()}
    return slide.model_copy(update=given)
