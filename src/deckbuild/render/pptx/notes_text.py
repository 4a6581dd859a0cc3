"""The text of a notes page: each kind of block with its own look, and a guess of how high it all is."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from deckbuild.document import Bullet, Color, Document, NotesBlock, Paragraph, Run, Slot, TextStyle

BODY_SIZE = 12.0
FOOT_SIZE = 9.0
CHARACTER_WIDTH = 0.43  # em; English in Calibri averages 0.41, and lines that end early take the rest
LINE_PITCH = 1.22  # of the size, Calibri's
HANG = 14.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind of notes block is set, lengths in points at 12 pt text."""

    bold: bool = False
    italic: bool = False
    slot: Slot = "dk1"
    transforms: tuple[tuple[str, int], ...] = ()
    larger: float = 0.0
    before: float = 0.0
    after: float = 4.0
    margin: float = 0.0
    bulleted: bool = False


DARKER = (("lumMod", 50_000),)  # an accent made dark enough to read on paper
LOOKS: dict[str, Look] = {
    "heading": Look(bold=True, slot="dk2", larger=1.0, before=10.0, after=3.0),
    "cue": Look(bold=True, italic=True, slot="accent1", transforms=DARKER, before=2.0),
    "script": Look(),
    "bullet": Look(after=2.0, margin=HANG, bulleted=True),
    "question": Look(bold=True, before=3.0, after=1.0),
    "answer": Look(margin=HANG),
}
"""By the kind of `NotesBlock`."""


def notes_paragraph(block: NotesBlock, size: float, document: Document) -> Paragraph:
    look = LOOKS[block.kind]
    scale = size / BODY_SIZE
    base = replace(
        notes_style(document, size + look.larger),
        bold=look.bold,
        italic=look.italic,
        color=slot_color(document, look.slot, look.transforms),
    )
    runs = tuple(emphasised(run, base) for run in block.runs)
    if block.kind == "cue" and not block.text.startswith("["):
        runs = (Run("[", base), *runs, Run("]", base))
    return Paragraph(
        runs,
        bullet=Bullet("•") if look.bulleted else None,
        margin=look.margin,
        indent=-HANG if look.bulleted else 0.0,
        space_before=look.before * scale,
        space_after=look.after * scale,
    )


def emphasised(run: Run, base: TextStyle) -> Run:
    """The run in the style of its block, keeping its emphasis, its link and a face of its own (code)."""
    face = run.style.face if run.style.face.theme_font is None else base.face
    return replace(
        run,
        style=replace(
            base,
            face=face,
            bold=base.bold or run.style.bold,
            italic=base.italic or run.style.italic,
            underline=run.style.underline,
        ),
    )


def estimated_height(blocks: tuple[NotesBlock, ...], size: float, width: float) -> float:
    """About how high the notes are, in points, erring upwards: it only has to pick a size that is safe."""
    height = 0.0
    for block in blocks:
        look = LOOKS[block.kind]
        own = size + look.larger
        columns = (width - look.margin) / (CHARACTER_WIDTH * own)
        lines = sum(max(1, math.ceil(len(part) / columns)) for part in block.text.split("\v"))
        height += lines * own * LINE_PITCH + (look.before + look.after) * size / BODY_SIZE
    return height


def notes_style(document: Document, size: float = BODY_SIZE) -> TextStyle:
    return TextStyle(document.notes_face, size, slot_color(document, "dk1"))


def foot_line(text: str, document: Document, *, at_right: bool = False) -> Paragraph:
    """A line at the foot of the notes page."""
    run = Run(text, notes_style(document, FOOT_SIZE))
    return Paragraph((run,), align="right" if at_right else "left")


def slot_color(document: Document, slot: Slot, transforms: tuple[tuple[str, int], ...] = ()) -> Color:
    return Color(dict(document.theme.slots)[slot], slot, transforms)
