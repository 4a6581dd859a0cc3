"""The cover: title, subtitle and a byline on the theme's dark ground."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import Diagnostic
from deckbuild.diagnostics.codes.layout import LOST_ON_COVER
from deckbuild.document import Group, Item, Placeholder, Run, Text, TextBody
from deckbuild.geometry import Rect
from deckbuild.layout.chrome import cover_picture, cover_placeholders
from deckbuild.layout.groups import graphic_group
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.title import set_title

SEPARATOR = "  ·  "
"""Between the parts of the byline; wide enough to read as a pause."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover's items, the title first; whether it has a picture; and what it has no place for."""

    items: tuple[Item, ...]
    picture: bool
    faults: list[Diagnostic]


def lay_out_cover(slide: Slide, deck: Deck, context: LayoutContext) -> Cover:
    """The slide's words, and where it has none what the deck says of itself: subtitle, program, author, date.

    A content line that repeats the deck's program becomes the eyebrow, the others the byline. One thing to
    look at, a picture or a graphic, stands beside them.
    """
    shown = _shown(slide)
    slots = {slot.kind: slot for slot in cover_placeholders(context, beside=shown is not None)}
    lines = [line for block in slide.content if (line := block.line()) is not None]
    program = plain_text(deck.program or "")
    byline = [line for line in lines if plain_text(line) != program]
    eyebrow = deck.program or (deck.module if not lines else None)
    byline = byline or [line for line in (deck.author, deck.date) if line]
    subtitle = slide.subtitle or deck.subtitle
    theme = context.theme
    style = slots["title"].body.paragraphs[0].runs[0].style
    title = set_title(slide, slots["title"].rect, theme.type.cover, style, context, 3)
    body = TextBody(title.paragraphs, anchor="bottom")
    items: list[Item] = [Text(slots["title"].rect, body, "Title", "title", slide.span)]
    if eyebrow:
        slot = slots["eyebrow"]
        top = slots["title"].rect.bottom - body.height - 6 - slot.rect.height
        rect = Rect(slot.rect.left, top, slot.rect.width, slot.rect.height)
        items.append(_fill(replace(slot, rect=rect), eyebrow, context, slide))
    if subtitle:
        items.append(_fill(slots["subtitle"], subtitle, context, slide))
    if byline:
        items.append(_fill(slots["byline"], SEPARATOR.join(byline), context, slide))
    if shown is not None:
        items.append(_picture(shown, context))
    return Cover(tuple(items), shown is not None, _faults(slide, shown))


def _shown(slide: Slide) -> Block | Graphic | None:
    """What the cover shows beside its words: the first block or graphic that is something to look at."""
    blocks = (block for block in slide.content if block.shows and block.heading is None)
    return next(blocks, None) or next(iter(slide.graphics), None)


def _picture(shown: Block | Graphic, context: LayoutContext) -> Group:
    rect = cover_picture(context)
    frame = shown.lay_out(rect.size, context)
    free = max(0.0, rect.height - frame.size.height)
    place = rect.moved(0.0, free / 2)
    if isinstance(shown, Block):
        return Group(place, frame, name="Content", span=shown.span)
    return graphic_group(shown, place, frame)


def _faults(slide: Slide, shown: Block | Graphic | None) -> list[Diagnostic]:
    """A fault for everything that the cover has no place for: it shows lines of text and one thing to look
    at."""
    hint = "write it as a line of text, or move it to another slide"
    lost = [
        (f"{each.kind} block", each.span)
        for each in slide.content
        if each.line() is None and each is not shown
    ]
    lost += [(f"graphic {str(each.id)!r}", each.span) for each in slide.graphics if each is not shown]
    return [
        Diagnostic(LOST_ON_COVER, f"the cover doesn't show the {what}", span, hint) for what, span in lost
    ]


def _fill(slot: Placeholder, text: str, context: LayoutContext, slide: Slide) -> Text:
    """Text in a placeholder, in the style of its prompt."""
    prompt = slot.body.paragraphs[0]
    style = prompt.runs[0].style
    runs: tuple[Run, ...] = inline_runs(text, style, context)
    paragraph = context.typesetter.paragraph(runs, slot.rect.width, line_spacing=prompt.line_spacing)
    return Text(slot.rect, replace(slot.body, paragraphs=(paragraph,)), slot.name, slot.kind, slide.span)
