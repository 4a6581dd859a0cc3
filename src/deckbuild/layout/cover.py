"""The cover: title, subtitle and a byline on the theme's dark ground."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.models import Deck
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import Diagnostic
from deckbuild.diagnostics.codes.layout import LOST_ON_COVER
from deckbuild.document import Item, Placeholder, Run, Text, TextBody
from deckbuild.geometry import Rect
from deckbuild.layout.chrome import cover_placeholders
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.title import set_title

SEPARATOR = "  ·  "
"""Between the parts of the byline; wide enough to read as a pause."""


def cover_items(slide: Slide, deck: Deck, context: LayoutContext) -> tuple[Item, ...]:
    """The cover's text. A content line that repeats the deck's program becomes the eyebrow, the others the
    byline."""
    slots = {slot.kind: slot for slot in cover_placeholders(context)}
    lines = [line for block in slide.content if (line := block.line()) is not None]
    program = plain_text(deck.program or "")
    eyebrow = [line for line in lines if plain_text(line) == program]
    byline = [line for line in lines if plain_text(line) != program]
    theme = context.theme
    title = set_title(
        slide,
        slots["title"].rect,
        theme.type.cover,
        slots["title"].body.paragraphs[0].runs[0].style,
        context,
        3,
    )
    body = TextBody(title.paragraphs, anchor="bottom")
    items: list[Item] = []
    if eyebrow:
        slot = slots["eyebrow"]
        top = slots["title"].rect.bottom - body.height - 6 - slot.rect.height
        rect = Rect(slot.rect.left, top, slot.rect.width, slot.rect.height)
        items.append(_fill(replace(slot, rect=rect), eyebrow[0], context, slide))
    items.insert(
        0, Text(slots["title"].rect, body, "Title", "title", slide.span)
    )  # read first, wherever it is
    if slide.subtitle:
        items.append(_fill(slots["subtitle"], slide.subtitle, context, slide))
    if byline:
        items.append(_fill(slots["byline"], SEPARATOR.join(byline), context, slide))
    return tuple(items)


def cover_faults(slide: Slide) -> list[Diagnostic]:
    """A fault for everything that the cover has no place for: it shows lines of text, nothing else."""
    hint = "write it as a line of text, or move it to another slide"
    lost = [(f"{each.kind} block", each.span) for each in slide.content if each.line() is None]
    lost += [(f"graphic {str(each.id)!r}", each.span) for each in slide.graphics]
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
