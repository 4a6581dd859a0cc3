"""Slides into pages: title, content in its arrangement, footer, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import running_text
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Block
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import Diagnostic, did_you_mean
from deckbuild.diagnostics.codes.layout import UNKNOWN_ARRANGEMENT
from deckbuild.document import Align, Group, Item, Page, Run, Text, TextBody
from deckbuild.geometry import Rect
from deckbuild.layout.arrange import arrange, is_arrangement
from deckbuild.layout.arrangement import Area, Arrangement
from deckbuild.layout.candidates import WISHES
from deckbuild.layout.carried import lost_texts
from deckbuild.layout.chrome import Look, SlideLayoutKey, footer_rects, footer_style, title_style, tone_of
from deckbuild.layout.cover import cover_faults, cover_items
from deckbuild.layout.finish import finished
from deckbuild.layout.mirror import end, mirrored_arrangement, start
from deckbuild.layout.notes_page import NotesPage, notes_page
from deckbuild.layout.summary import arrange_summary, takeaway
from deckbuild.layout.title import set_title
from deckbuild.sources.values import span_of

TEXTLESS = {"text": "title only", "text above graphic": "columns above graphic"}
"""What an arrangement is called where nothing in it fills a text placeholder."""


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page, and what its slide layout must be."""

    page: Page
    slide_layout: SlideLayoutKey


def look_of(slide: Slide) -> Look:
    """How a slide presents itself: by its type, and whether it opens a segment."""
    match slide.type:
        case "title":
            return Look.COVER
        case "closing":
            return Look.CLOSING
        case "summary":
            return Look.SUMMARY
        case _:
            return Look.OPENER if slide.opens else Look.CONTENT


def lay_out_page(slide: Slide, deck: Deck, context: LayoutContext) -> PageDraft:
    """One slide as a page, at the largest sizes that fit."""
    look = look_of(slide)
    context = replace(context, tone=tone_of(look, context.theme))
    index = next((i for i, s in enumerate(deck.segments) if s.id == slide.segment), None)
    section = deck.segments[index].label if index is not None else ""
    notes = notes_page(slide, context)
    if look is Look.COVER:
        key = SlideLayoutKey(look, "")
        items, lost = cover_items(slide, deck, context), cover_faults(slide)
        items = finished(items, slide.span, context)
        return PageDraft(_page(slide, key.name(deck), items, notes, section, lost), key)
    title, tall = _title(slide, look, context)
    zone = context.theme.grid.body
    blocks = _with_subtitle(slide)
    faults = _bad_arrangement(slide, context)
    if look is Look.SUMMARY and takeaway([b for b in blocks if b.shown_in is None]):
        arrangement = arrange_summary(blocks, slide.graphics, zone, context)
    else:
        arrangement = arrange(blocks, slide.graphics, zone, context, None if faults else slide.arrangement)
    if context.rtl:
        arrangement = mirrored_arrangement(arrangement, zone)
    faults += _lost(slide, arrangement)
    content = _content(arrangement, slide)
    body = arrangement.text if any(map(_fills_body, content)) else None
    name = arrangement.name
    if look is Look.SUMMARY and not name:
        name = TEXTLESS["text"]  # a slide layout of its own: the summary's has a place for text
    if arrangement.text is not None and body is None:
        name = TEXTLESS.get(name, f"{name} without text")
    key = SlideLayoutKey(look, name, index, tall, body)
    footer = _footer(look, slide, deck, context)
    items = finished((title, *content, *footer), slide.span, context)
    page = _page(slide, key.name(deck), items, notes, section, faults)
    return PageDraft(replace(page, choice=arrangement.choice), key)


def _page(
    slide: Slide,
    slide_layout: str,
    items: tuple[Item, ...],
    notes: NotesPage,
    section: str,
    faults: Sequence[Diagnostic],
) -> Page:
    return Page(
        slide.number,
        slide.plain_title,
        slide_layout,
        items,
        notes.blocks,
        section,
        slide.span,
        (*faults, *notes.faults),
        notes.places,
    )


def _with_subtitle(slide: Slide) -> tuple[Block, ...]:
    """The slide's blocks, its subtitle before them as text; in a summary after the takeaway, which leads."""
    if not slide.subtitle:
        return slide.content
    lead = running_text(slide.subtitle)
    first = int(slide.type == "summary" and takeaway(slide.content) is not None)
    return (*slide.content[:first], lead, *slide.content[first:])


def _bad_arrangement(slide: Slide, context: LayoutContext) -> list[Diagnostic]:
    """A fault if the author asks for an arrangement that there isn't."""
    columns = context.theme.grid.columns
    if slide.arrangement is None or is_arrangement(slide.arrangement, columns):
        return []
    ratios = [f"{left}/{columns - left}" for left in range(3, columns - 2)]
    hint = did_you_mean(slide.arrangement, [*WISHES, *ratios])
    return [
        Diagnostic(
            UNKNOWN_ARRANGEMENT,
            f"unknown layout {str(slide.arrangement)!r}",
            span_of(slide.arrangement),
            hint,
        )
    ]


def _lost(slide: Slide, arrangement: Arrangement) -> list[Diagnostic]:
    """Faults for text that a graphic should show in a block's place and doesn't."""
    frames = {area.graphic.id: area.frame for area in arrangement.areas if area.graphic is not None}
    return [
        fault
        for block in slide.blocks
        if block.shown_in is not None and block.shown_in in frames
        for fault in lost_texts(block, frames[block.shown_in], block.shown_in)
    ]


def _title(slide: Slide, look: Look, context: LayoutContext) -> tuple[Text, bool]:
    """The title on one line if it fits at the role's minimum, else in the two-line zone."""
    grid, role = context.theme.grid, context.theme.type.title
    style = title_style(look, context.theme)
    body = set_title(slide, grid.title, role, style, context)
    if len(body.paragraphs[0].lines) == 1:
        return Text(grid.title, body, "Title", "title", slide.span), False
    body = set_title(slide, grid.tall_title, role, style, context, lines=2)
    # One that doesn't fit either runs on downwards: over the body, but not off the page.
    body = replace(body, anchor="bottom" if body.height <= grid.tall_title.height else "top")
    return Text(grid.tall_title, body, "Title", "title", slide.span), True


def _fills_body(group: Group) -> bool:
    """Whether the group has the text of the body placeholder; a table or columns have not."""
    return any(isinstance(item, Text) and item.placeholder == "body" for item in group.frame.items)


def _content(arrangement: Arrangement, slide: Slide) -> tuple[Group, ...]:
    """Each area as a group: graphics become groups of the output, text keeps standing free."""
    return tuple(_area(area, arrangement.text, slide) for area in arrangement.areas)


def _area(area: Area, text: Rect | None, slide: Slide) -> Group:
    graphic = area.graphic
    if graphic is not None:
        return Group(
            area.rect,
            area.frame,
            name=plain_text(graphic.title) or graphic.id,
            alt=plain_text(graphic.alt),
            native=True,
            decorative=graphic.decorative,
            span=graphic.span,
            role="figure",
            key=str(graphic.id),
        )
    frame = area.frame
    if text is not None and area.rect.contains(replace(text, height=0.0), 0.01):
        last = frame.items[-1] if frame.items else None
        frame = replace(
            frame, items=tuple(_placed(item, area.rect, text, item is last) for item in frame.items)
        )
    span = slide.content[0].span if slide.content else slide.span
    return Group(area.rect, frame, name="Content", span=span)


def _placed(item: Item, area: Rect, text: Rect, last: bool) -> Item:
    """Flowing text at the top of the placeholder's place fills the placeholder; to its foot if it is the
    `last` item."""
    origin = text.moved(-area.left, -area.top)
    if not isinstance(item, Text) or item.role != "body" or item.placeholder is not None:
        return item
    at_origin = abs(item.rect.left - origin.left) < 0.01 and abs(item.rect.top - origin.top) < 0.01
    if not at_origin or abs(item.rect.width - origin.width) > 0.01:
        return item
    height = item.rect.height
    if last:
        height = max(height, min(origin.height, area.height - origin.top))
    return replace(item, rect=replace(item.rect, height=height), placeholder="body", name="Text")


def _footer(look: Look, slide: Slide, deck: Deck, context: LayoutContext) -> tuple[Item, ...]:
    """The deck's short name and the slide number, in their placeholders."""
    name, number = footer_rects(context)

    def line(text: str, rect: Rect, align: Align, bold: bool) -> TextBody:
        style = footer_style(look, context.theme, bold=bold)
        paragraph = context.typesetter.paragraph((Run(text, style),), rect.width, align=align)
        return TextBody((paragraph,), anchor="middle")

    return (
        Text(name, line(deck.footer, name, start(context), False), "Footer", "footer"),
        Text(number, line(str(slide.number), number, end(context), True), "Slide number", "number"),
    )
