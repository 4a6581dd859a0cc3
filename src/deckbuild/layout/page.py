"""Slides into pages: title, content in its arrangement, footer, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
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
from deckbuild.layout.chrome import BAND_MOTIF, footer_rects, footer_style, section_number
from deckbuild.layout.cover import lay_out_cover
from deckbuild.layout.finish import finished
from deckbuild.layout.groups import graphic_group
from deckbuild.layout.looks import (
    Look,
    SlideLayoutKey,
    fuller_look,
    has_band,
    look_of,
    title_role,
    title_style,
    tone_of,
)
from deckbuild.layout.mirror import end, in_reading, mirrored_arrangement, start
from deckbuild.layout.motif import ORNAMENT_LEFT
from deckbuild.layout.notes_page import NotesPage, notes_page
from deckbuild.layout.sparse import arrange_few
from deckbuild.layout.stack import stacked_height
from deckbuild.layout.summary import arrange_summary, takeaway
from deckbuild.layout.text_area import column_area
from deckbuild.layout.title import set_title
from deckbuild.layout.zones import zones_of
from deckbuild.sources.values import span_of

TEXTLESS = {"text": "title only", "text above graphic": "columns above graphic"}
"""What an arrangement is called where nothing in it fills a text placeholder."""


MOST_TITLE_LINES = 4
"""A title with more would leave no slide below it; `check` asks for two at most."""


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page, and what its slide layout must be."""

    page: Page
    slide_layout: SlideLayoutKey


def lay_out_page(slide: Slide, deck: Deck, context: LayoutContext) -> PageDraft:
    """One slide as a page, at the largest sizes that fit."""
    look = _look(slide, context)
    context = replace(context, tone=tone_of(look, context.theme))
    if slide.text_size is not None:
        context = _at_size(slide.text_size, context)
    index = _segment(slide, deck)
    section = deck.segments[index].label if index is not None else ""
    notes = notes_page(slide, context)
    if look is Look.COVER:
        cover = lay_out_cover(slide, deck, context)
        key = SlideLayoutKey(look, "with picture" if cover.picture else "")
        items = finished(cover.items, slide.span, context)
        return PageDraft(_page(slide, key.name(deck), items, notes, section, cover.faults), key)
    title, key, zone = _head(slide, look, deck, context)
    blocks = shown_blocks(slide)
    if look is Look.SECTION and not slide.content:
        blocks += _coming(slide, zone, context)
    faults = _bad_arrangement(slide, context)
    wish = None if faults else slide.arrangement
    arrangement = _arranged(slide, look, blocks, zone, context, wish)
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
    key = replace(key, arrangement=name, body=body)
    footer = _footer(look, slide, deck, context)
    items = finished((title, *content, *footer), slide.span, context)
    page = _page(slide, key.name(deck), items, notes, section, faults)
    return PageDraft(replace(page, choice=arrangement.choice), key)


def _arranged(
    slide: Slide, look: Look, blocks: Sequence[Block], zone: Rect, context: LayoutContext, wish: str | None
) -> Arrangement:
    """The slide's content in the zone, as its look has it."""
    if look is Look.SUMMARY:
        return arrange_summary(blocks, slide.graphics, zone, context)
    if look.hero or slide.text_size is not None:
        return (
            Arrangement("text", (column_area(blocks, zone, context),), zone)
            if blocks
            else Arrangement("", ())
        )
    few = None if slide.graphics or wish else arrange_few(blocks, zone, context)
    return few or arrange(blocks, slide.graphics, zone, context, wish)


def _look(slide: Slide, context: LayoutContext) -> Look:
    """How the slide presents itself; a page that is all about its title only where it has room for what is
    said below."""
    look = look_of(slide)
    if not look.hero:
        return look
    if slide.text_size is not None:  # few words that are a part of more
        return fuller_look(slide)
    title, key = _title(slide, SlideLayoutKey(look, ""), context)
    room = title.body.height <= title.rect.height and _has_room(shown_blocks(slide), key, context)
    return look if room else fuller_look(slide)


def _has_room(blocks: Sequence[Block], key: SlideLayoutKey, context: LayoutContext) -> bool:
    """Whether the blocks fit below the title at the least size of text."""
    zone = zones_of(key, context).body
    return stacked_height(blocks, zone.width, context.at(context.theme.type.body.min)) <= zone.height


def body_zone(slide: Slide, deck: Deck, context: LayoutContext) -> Rect:
    """Where the slide's content goes, in points on the page."""
    _, _, zone = _head(slide, look_of(slide), deck, context)
    return zone


def _head(slide: Slide, look: Look, deck: Deck, context: LayoutContext) -> tuple[Text, SlideLayoutKey, Rect]:
    """The slide's title, the slide layout that has room for it, and what that leaves for the content."""
    index = _segment(slide, deck)
    number = section_number(slide, deck, index) if look is Look.SECTION else None
    key = SlideLayoutKey(look, "", index, has_band(slide, look), number=number)
    title, key = _title(slide, key, context)
    zone = zones_of(key, context).body
    if look.hero:
        zone = in_reading(zone, Rect.of_size(context.theme.grid.page), context)
    return title, key, zone


def _segment(slide: Slide, deck: Deck) -> int | None:
    """The index of the slide's segment."""
    return next((i for i, s in enumerate(deck.segments) if s.id == slide.segment), None)


def _at_size(size: float, context: LayoutContext) -> LayoutContext:
    """The surroundings with body text of just one size, in points."""
    scale = context.theme.type
    theme = replace(context.theme, type=replace(scale, body=replace(scale.body, min=size, max=size)))
    return replace(context, theme=theme)


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


def _coming(slide: Slide, zone: Rect, context: LayoutContext) -> tuple[Block, ...]:
    """What a section page says is coming: as many of the titles as there is room for below the subtitle."""
    least = context.at(context.theme.type.body.min)
    above = shown_blocks(slide)
    for count in range(len(slide.coming), 0, -1):
        told = [*slide.coming[:count], *(["…"] if count < len(slide.coming) else [])]
        titles = tuple(map(running_text, told))
        if stacked_height((*above, *titles), zone.width, least) <= zone.height:
            return titles
    return ()


def shown_blocks(slide: Slide) -> tuple[Block, ...]:
    """The slide's blocks, its subtitle before them as text; in a summary after the takeaway, which leads."""
    blocks = slide.content
    if not slide.subtitle:
        return blocks
    first = int(slide.type == "summary" and takeaway(blocks) is not None)
    return (*blocks[:first], running_text(slide.subtitle), *blocks[first:])


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


def _title(slide: Slide, key: SlideLayoutKey, context: LayoutContext) -> tuple[Text, SlideLayoutKey]:
    """The title, and the layout that has room for its lines: for one if it fits at the role's minimum, else
    for as many as it takes then."""
    role = title_role(key.look, context.theme)
    style = title_style(key, context.theme)
    for lines in (MOST_TITLE_LINES,) if key.look.hero else range(1, MOST_TITLE_LINES + 1):
        key = key if key.look.hero else replace(key, lines=lines)
        rect = in_reading(zones_of(key, context).title, Rect.of_size(context.theme.grid.page), context)
        body = set_title(slide, rect, role, style, context, lines)
        if len(body.paragraphs[0].lines) <= lines and body.height <= rect.height:
            break
    if key.look.hero or key.lines > 1:
        # One that doesn't fit at all runs on downwards: over the body, but not off the page.
        body = replace(body, anchor="bottom" if body.height <= rect.height else "top")
    grid = context.theme.grid
    reach = grid.margin + max(line.width for line in body.paragraphs[0].lines)
    free = BAND_MOTIF if key.band else ORNAMENT_LEFT
    plain = (key.band or key.look is Look.FAREWELL) and reach > grid.page.width * free
    return Text(rect, body, "Title", "title", slide.span), replace(key, plain=plain)


def _fills_body(group: Group) -> bool:
    """Whether the group has the text of the body placeholder; a table or columns have not."""
    return any(isinstance(item, Text) and item.placeholder == "body" for item in group.frame.items)


def _content(arrangement: Arrangement, slide: Slide) -> tuple[Group, ...]:
    """Each area as a group: graphics become groups of the output, text keeps standing free."""
    return tuple(_area(area, arrangement.text, slide) for area in arrangement.areas)


def _area(area: Area, text: Rect | None, slide: Slide) -> Group:
    graphic = area.graphic
    if graphic is not None:
        return graphic_group(graphic, area.rect, area.frame)
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
        style = footer_style(look, context.theme, number=bold)
        paragraph = context.typesetter.paragraph((Run(text, style),), rect.width, align=align)
        return TextBody((paragraph,), anchor="middle")

    return (
        Text(name, line(deck.footer, name, start(context), False), "Footer", "footer"),
        Text(number, line(str(slide.number), number, end(context), True), "Slide number", "number"),
    )
