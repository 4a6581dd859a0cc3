"""What rules look at, and what they may look up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from deckbuild.check.measures.appendices import Appendix
from deckbuild.check.measures.drawn import Drawn, Piece, drawn, pieces, spaced
from deckbuild.check.measures.passages import Passage, deck_passages, slide_passages
from deckbuild.check.online import Ask, ask
from deckbuild.check.package.archive import Archive, read_archive
from deckbuild.deck.models import Deck, Segment
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.deck.settings import CheckSettings
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import Span
from deckbuild.document import Document, Item, Page, SlideLayout
from deckbuild.theme import Theme


@dataclass(frozen=True)
class Package:
    """The bytes of the .pptx that rendering the deck writes."""

    data: bytes

    @cached_property
    def archive(self) -> Archive:
        """Its parts, read once for all rules."""
        return read_archive(self.data)


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What a rule may look up beside its subject. Everything is worked out once for all rules.

    `items` are a page's items at their place on the page, groups before their children, by page number;
    `drawn` are the same without the groups, which they remember, `pieces` the texts among them line by line.
    `passages` are a slide's texts as written, in reading order, by slide number, and with number 0 the
    deck's own; `on_page` are those of a page, by its number: of a slide that goes on, what stands there.
    `appendices` are the Markdown files that belong to the deck; `ask` asks web addresses.
    """

    deck: Deck
    document: Document
    theme: Theme
    items: Mapping[int, tuple[Item, ...]]
    drawn: Mapping[int, tuple[Drawn, ...]]
    pieces: Mapping[int, tuple[Piece, ...]]
    passages: Mapping[int, tuple[Passage, ...]]
    on_page: Mapping[int, tuple[Passage, ...]]
    appendices: tuple[Appendix, ...] = ()
    ask: Ask = ask

    @property
    def settings(self) -> CheckSettings:
        """The limits that the deck sets for its checks."""
        return self.deck.check

    def slide(self, number: int) -> Slide:
        """The slide that has a page of this number, for rules on pages."""
        return next(slide for slide in self.deck.slides if number in slide.numbers)

    def page(self, number: int) -> Page:
        """The page of this number, for rules on slides: the first one of a slide that goes on."""
        return next(page for page in self.document.pages if page.number == number)

    def slide_layout_of(self, page: Page) -> SlideLayout:
        """The layout that a page is on."""
        return next(layout for layout in self.document.slide_layouts if layout.name == page.slide_layout)

    def place_of_text(self, page: Page, text: str, fallback: Span) -> Span:
        """Where a text on the page was written, if it was written just so or as part of just one other text,
        else `fallback`."""
        wanted = spaced(text)
        around = []
        for passage in self.on_page[page.number]:
            if passage.shown and wanted in (plain := spaced(passage.plain)):
                if plain == wanted:
                    return passage.span
                around.append(passage.span)
        return around[0] if len(around) == 1 else fallback


def check_context(
    deck: Deck,
    document: Document,
    theme: Theme,
    *,
    appendices: tuple[Appendix, ...] = (),
    ask: Ask = ask,
) -> CheckContext:
    """The context for checking `deck`, which `document` is the layout of."""
    passages = {slide.number: slide_passages(slide) for slide in deck.slides}
    on_page = {
        part.number: slide_passages(part) if slide.split_into else passages[slide.number]
        for slide in deck.slides
        for part in slide.by_page
    }
    items = {page.number: tuple(page.walk()) for page in document.pages}
    placed = {page.number: drawn(page, items[page.number]) for page in document.pages}
    return CheckContext(
        deck,
        document,
        theme,
        items,
        placed,
        {number: tuple(pieces(found)) for number, found in placed.items()},
        {0: deck_passages(deck), **passages},
        on_page,
        appendices,
        ask,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a subject stands: the number of its slide (None: the deck's), and its position."""

    slide: int | None
    span: Span


def subjects(
    context: CheckContext, package: Callable[[], bytes] | None = None
) -> Mapping[type, tuple[tuple[object, Place], ...]]:
    """Everything that rules look at, by type, in the deck's order. Blocks inside others are subjects too.

    `package` yields what would be written; without it there is no such subject.
    """
    deck = context.deck
    whole = Place(None, deck.span)
    found: dict[type, list[tuple[object, Place]]] = {
        Deck: [(deck, whole)],
        Document: [(context.document, whole)],
        Segment: [(segment, Place(None, segment.span)) for segment in deck.segments],
        Slide: [(slide, Place(slide.number, slide.span)) for slide in deck.slides],
        Page: [(page, Place(page.number, page.span)) for page in context.document.pages],
        Block: [(block, Place(slide.number, block.span)) for slide in deck.slides for block in slide.blocks],
        Graphic: [(each, Place(slide.number, each.span)) for slide in deck.slides for each in slide.graphics],
        Package: [(Package(package()), whole)] if package else [],
    }
    return {kind: tuple(entries) for kind, entries in found.items()}
