"""A picture from a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import ClassVar

from pydantic import Field

from deckbuild.context import LayoutContext
from deckbuild.deck.fields import Inline, Unshown
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block
from deckbuild.deck.pictures import PictureField
from deckbuild.diagnostics import Diagnostic, Severity
from deckbuild.diagnostics.codes.files import PICTURE_MOVES
from deckbuild.document import Frame, Item, Picture, Text, TextBody
from deckbuild.geometry import Rect, Size
from deckbuild.layout.inline import inline_runs

POINTS_PER_PIXEL = 0.75
"""96 pixels to the inch: what a picture without a better claim is drawn at."""

MOST_ENLARGED = 1.5
"""Beyond this a bitmap looks coarse on a projector."""

LEAST_HEIGHT = 108.0
"""Height in points that a picture needs however little room there is: an inch and a half."""

CAPTION_GAP = 6.0


@BLOCKS.register("image")
class ImageBlock(Block):
    """A picture from a file in the deck's folder."""

    src: PictureField = Field(
        description="The file, a PNG, JPEG, WebP or GIF, by its path from the deck's folder."
    )
    alt: Unshown = Field(default="", description="What it shows, for those who can't see it.")
    caption: Inline | None = Field(default=None, description="A line below it.")
    decorative: bool = Field(default=False, description="Whether it says nothing that needs to be said.")

    grows: ClassVar[bool] = True
    shows: ClassVar[bool] = True
    needs_alt: ClassVar[bool] = True

    def proportions(self) -> float | None:
        return self.src.size.width / self.src.size.height

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """As large as fits the region with its proportions kept, centred, the caption below."""
        caption = self._caption(region.width, context)
        below = caption.height + CAPTION_GAP if caption else 0.0
        room = Size(region.width, max(region.height - below, min(LEAST_HEIGHT, region.width)))
        shown = fitted(self.src.size, room)
        at = Rect((region.width - shown.width) / 2, 0.0, shown.width, shown.height)
        items: list[Item] = [
            Picture(
                at,
                self.src.data,
                name=PurePath(self.src.name).stem,
                alt="" if self.decorative else plain_text(self.alt),
                role="decoration" if self.decorative else "figure",
                media=self.src.media,
                span=self.span,
            )
        ]
        if caption:
            line = Rect(0.0, at.bottom + CAPTION_GAP, region.width, caption.height)
            items.append(Text(line, caption, "Caption", span=self.span, role="caption"))
        return Frame(Size(region.width, shown.height + below), tuple(items), self._faults())

    def _faults(self) -> tuple[Diagnostic, ...]:
        if not self.src.animated:
            return ()
        message = f"{self.src.name!r} is animated; the slide shows its first frame"
        hint = "show its steps as pictures of their own, or save the frame that says most as PNG"
        return (Diagnostic(PICTURE_MOVES, message, self.place_of("src"), hint, Severity.WARNING),)

    def _caption(self, width: float, context: LayoutContext) -> TextBody | None:
        if self.caption is None:
            return None
        style = replace(context.theme.type.label.style, color=context.tone.muted)
        runs = inline_runs(self.caption, style, context)
        return TextBody((context.typesetter.paragraph(runs, width, align="center"),))


def fitted(pixels: Size, room: Size) -> Size:
    """The size in points of a picture of `pixels` in `room`, proportions kept, not enlarged too far.

    >>> fitted(Size(400, 200), Size(300, 300))
    Size(width=300.0, height=150.0)
    """
    most = POINTS_PER_PIXEL * MOST_ENLARGED
    scale = min(room.width / pixels.width, room.height / pixels.height, most)
    return Size(pixels.width * scale, pixels.height * scale)
