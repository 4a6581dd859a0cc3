"""Text as it is set: styles, runs, paragraphs with the lines that layout found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckbuild.document.paint import Color
from deckbuild.geometry import Insets, Rect

Align = Literal["left", "center", "right"]
Anchor = Literal["top", "middle", "bottom"]
NO_INSETS = Insets()


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface by its name; `theme_font` says which font of the theme it is, if it is one."""

    name: str
    theme_font: Literal["major", "minor"] | None = None


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a run looks. `size` and `tracking` (extra space after each glyph) are in points."""

    face: Face
    size: float
    color: Color
    bold: bool = False
    italic: bool = False
    underline: bool = False
    tracking: float = 0.0
    caps: bool = False
    """Shown in capitals; the text itself stays as written."""
    strike: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style. A `\\v` in the text is a line break inside the paragraph.

    `link` is an absolute URI (RFC 3986), or `#N` for the page of number N.
    """

    text: str
    style: TextStyle
    link: str | None = None


Numbering = Literal["1.", "1)", "a.", "i."]
"""How the numbers of a list look: how its first one does."""
BOX, TICKED_BOX = "☐", "☑"


@dataclass(frozen=True, slots=True)
class Bullet:
    """A paragraph's mark: a character (`BOX` and `TICKED_BOX` among them), or a number of a list that begins
    with `start`.

    Outputs hang it at `margin + indent`. `face` overrides the text's face.
    """

    char: str = ""
    numbering: Numbering | None = None
    start: int = 1
    color: Color | None = None
    face: str | None = None


@dataclass(frozen=True, slots=True)
class MeasuredLine:
    """What line breaking found: a line's text without the trailing space, the index in its paragraph's text
    at which it begins, and in points its width, its height and how far its baseline is below its top.

    `torn` is the width in points of the word that the line's end tears apart, since it is wider than the
    line; 0 where the line ends as lines may.
    """

    text: str
    width: float
    height: float
    ascent: float
    start: int = 0
    torn: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """A run, or what of it stands on one line in one direction: `width` points from `left` on. `rtl` says
    that it is read from right to left; the text itself stays in the order of reading."""

    run: Run
    left: float
    width: float
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text at its place: its box, from the first sign to the last and as high as the line's pitch,
    the y of its baseline, and its runs in the order of reading, each with its own place.

    In points from the top left corner of what holds the text: the item's rectangle, or the cell. `paragraph`
    is the index of the paragraph; `mark` is the bullet, number or check box before its first line, which is
    no part of `rect`.
    """

    rect: Rect
    baseline: float
    runs: tuple[PlacedRun, ...]
    paragraph: int = 0
    mark: PlacedRun | None = None

    @property
    def text(self) -> str:
        return "".join(placed.run.text for placed in self.runs)

    @property
    def ink(self) -> Rect:
        """Where its letters are seen: of the pitch, a tenth above and below is air in common faces."""
        air = self.rect.height * 0.1
        return self.rect.inset(Insets.symmetric(0.0, air))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs set between breaks. `margin` is the left margin of the text, `indent` (negative: hanging) that
    of the first line against it; `line_spacing` multiplies the face's line pitch, `pitch` replaces it by
    exact points (for text that must stay in step with what is drawn beside it); `space_before` and
    `space_after` are points. `lines` is what line breaking found, empty before it ran; `strain` is how many
    lines more it takes where a renderer's glyphs are a little wider. In an `rtl` paragraph (right to left)
    margin, indent and mark are on the right; `align` is the side as seen.
    """

    runs: tuple[Run, ...]
    align: Align = "left"
    level: int = 0
    bullet: Bullet | None = None
    margin: float = 0.0
    indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0
    line_spacing: float = 1.0
    lines: tuple[MeasuredLine, ...] = ()
    pitch: float | None = None
    rtl: bool = False
    strain: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def height(self) -> float:
        """Height of the lines, without the space before and after, in points."""
        return sum(line.height for line in self.lines)

    @property
    def single(self) -> bool:
        """Whether its lines end only where the text says so."""
        return len(self.lines) == 1 + self.text.count("\v")

    @property
    def strain_height(self) -> float:
        """Height of the lines that wider glyphs would add, in points."""
        return self.strain * self.lines[-1].height if self.strain else 0.0

    @property
    def width(self) -> float:
        """The widest line with the margin, in points; for a torn word as wide as it would have to be."""
        return max((max(line.width, line.torn) + self.margin for line in self.lines), default=0.0)


@dataclass(frozen=True, slots=True)
class TextBody:
    """Paragraphs in a box. `wrap=False` keeps each paragraph on one line. `lines` are all their lines at
    their places, from top to bottom; empty until the page's rectangles are final."""

    paragraphs: tuple[Paragraph, ...]
    insets: Insets = NO_INSETS
    anchor: Anchor = "top"
    wrap: bool = True
    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def height(self) -> float:
        """What the text needs, insets included. Space before the first paragraph doesn't count: PowerPoint
        ignores it at the top of a box."""
        height = self.insets.vertical
        for index, paragraph in enumerate(self.paragraphs):
            height += paragraph.height
            if index:
                height += paragraph.space_before
            if index < len(self.paragraphs) - 1:
                height += paragraph.space_after
        return height

    @property
    def roomy_height(self) -> float:
        """What a label needs, insets included, where a renderer's glyphs are a little wider. One whose lines
        end only where it says so keeps them: it doesn't wrap."""
        return self.height if self.single else self.height + sum(e.strain_height for e in self.paragraphs)

    @property
    def single(self) -> bool:
        """Whether lines end only where the text says so."""
        return all(paragraph.single for paragraph in self.paragraphs)

    @property
    def width(self) -> float:
        """The widest paragraph and the insets, in points."""
        return max((paragraph.width for paragraph in self.paragraphs), default=0.0) + self.insets.horizontal

    @property
    def torn(self) -> bool:
        """Whether a line ends inside a word that is wider than the text's box."""
        return any(line.torn for paragraph in self.paragraphs for line in paragraph.lines)
