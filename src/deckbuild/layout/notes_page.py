"""How a notes page is set: the largest text and picture with which all of the notes can be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.context import LayoutContext
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.diagnostics.codes.layout import NOTES_CUT
from deckbuild.document import NOTES_PAGE, MeasuredLine, NotesBlock, NotesPlaces, TextBody
from deckbuild.geometry import Rect, Size
from deckbuild.layout.notes import WIDTH, notes_drafts
from deckbuild.layout.notes_draft import NOTES_SIZE, set_drafts

MARGIN = 36.0  # half an inch: what printers can reach, so that the text may be as large as possible
FOOT = 16.0  # height of the line with the deck's title and the page's number
NUMBER_WIDTH = 50.0
GAP = 12.0
SETTINGS = (
    (NOTES_SIZE, 340.0),
    (NOTES_SIZE, 240.0),
    (11.0, 210.0),
    (10.5, 190.0),
    (10.0, 160.0),
    (9.5, 130.0),
    (9.0, 100.0),
    (8.5, 100.0),
    (8.0, 100.0),
)
"""Text size and width of the slide's picture, the roomiest first: a page takes the first that will do."""

STRANGE_PITCH = 1.25
"""How much higher a line gets that another face must help out in, for signs that the notes' face lacks:
those of Chinese and Japanese faces are a quarter higher than Calibri's."""

QUOTED_WORDS = 4  # of what doesn't fit, to find the place by


@dataclass(frozen=True, slots=True)
class NotesPage:
    """The notes of a slide, set, with the places of things on their page and what doesn't fit there."""

    blocks: tuple[NotesBlock, ...] = ()
    places: NotesPlaces | None = None
    faults: tuple[Diagnostic, ...] = ()


def notes_page(slide: Slide, context: LayoutContext) -> NotesPage:
    """The slide's notes at the roomiest setting that holds them.

    If none does, the last one is taken; the text stays whole and what runs off the page is a fault.
    """
    drafts = notes_drafts(slide, context)
    if not drafts:
        return NotesPage()
    known: dict[float, tuple[NotesBlock, ...]] = {}

    def tried(index: int) -> tuple[NotesPlaces, tuple[NotesBlock, ...], float]:
        size, image = SETTINGS[index]
        if size not in known:
            known[size] = set_drafts(drafts, size, WIDTH, context)
        places = notes_places(context.theme.grid.page, image)
        return places, known[size], places.body.height - _height(known[size], context)

    first, last = 0, len(SETTINGS) - 1
    if tried(0)[2] < 0:  # which is rare; then halving takes three more
        first = 1
        while first < last:
            middle = (first + last) // 2
            first, last = (first, middle) if tried(middle)[2] >= 0 else (middle + 1, last)
    places, blocks, room = tried(first)
    return NotesPage(blocks, places, () if room >= 0 else (_cut(blocks, places.body.height, context),))


def notes_places(slide: Size, image_width: float = SETTINGS[0][1]) -> NotesPlaces:
    """The places on the page of a slide of this size, with its picture `image_width` points wide."""
    image = Rect(
        (NOTES_PAGE.width - image_width) / 2, MARGIN, image_width, image_width * slide.height / slide.width
    )
    foot = NOTES_PAGE.height - MARGIN - FOOT
    right = NOTES_PAGE.width - MARGIN
    return NotesPlaces(
        image,
        Rect.from_edges(MARGIN, image.bottom + GAP, right, foot),
        Rect(MARGIN, foot, WIDTH - NUMBER_WIDTH, FOOT),
        Rect(right - NUMBER_WIDTH, foot, NUMBER_WIDTH, FOOT),
    )


def _height(blocks: Sequence[NotesBlock], context: LayoutContext) -> float:
    """How high the notes are, in points, if other faces help out where the notes' own lacks a sign."""
    body = TextBody(tuple(block.paragraph for block in blocks))
    return body.height + sum(
        _extra(block, line, context) for block in blocks for line in block.paragraph.lines
    )


def _extra(block: NotesBlock, line: MeasuredLine, context: LayoutContext) -> float:
    if line.text.isascii():
        return 0.0
    face = context.typesetter.metrics.face(block.runs[0].style)
    return line.height * (STRANGE_PITCH - 1) if face.lacks(line.text) else 0.0


def _cut(blocks: Sequence[NotesBlock], room: float, context: LayoutContext) -> Diagnostic:
    """What doesn't fit in `room` points: how much it is, and with which words it begins."""
    below = 0.0
    lost: list[tuple[NotesBlock, MeasuredLine]] = []
    total = 0
    for number, block in enumerate(blocks):
        paragraph = block.paragraph
        below += paragraph.space_before if number else 0.0
        for line in paragraph.lines:
            below += line.height + _extra(block, line, context)
            total += 1
            if lost or below > room:
                lost.append((block, line))
        below += paragraph.space_after
    words = [word for _, line in lost for word in line.text.split()]
    start = " ".join(words[:QUOTED_WORDS])
    fact = (
        f"{len(lost)} of {total} lines of the notes ({len(words)} words) don't fit on their page at "
        f"{SETTINGS[-1][0]:g} pt: from {start!r} on they run off it when printed"
    )
    hint = "cut words, split the slide, or move background to an appendix"
    return Diagnostic(NOTES_CUT, fact, lost[0][0].span, hint, Severity.WARNING)
