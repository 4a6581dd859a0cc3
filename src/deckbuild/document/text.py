"""Text as it is set: styles, runs, paragraphs with the lines that layout found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from deckbuild.document.paint import Color
from deckbuild.geometry import Insets

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
class Line:
    """One laid-out line: its text without the trailing space, its width and its height in points."""

    text: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs set between breaks. `margin` is the left margin of the text, `indent` (negative: hanging) that
    of the first line against it; `line_spacing` multiplies the face's line pitch, `pitch` replaces it by
    exact points (for text that must stay in step with what is drawn beside it); `space_before` and
    `space_after` are points. `lines` is what line breaking found, empty before it ran. In an `rtl` paragraph
    (right to left) margin, indent and mark are on the right; `align` is the side as seen.
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
    lines: tuple[Line, ...] = ()
    pitch: float | None = None
    rtl: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def height(self) -> float:
        """Height of the lines, without the space before and after, in points."""
        return sum(line.height for line in self.lines)


@dataclass(frozen=True, slots=True)
class TextBody:
    """Paragraphs in a box. `wrap=False` keeps each paragraph on one line."""

    paragraphs: tuple[Paragraph, ...]
    insets: Insets = NO_INSETS
    anchor: Anchor = "top"
    wrap: bool = True

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
    def width(self) -> float:
        """The widest line with its margin and the insets, in points."""
        widest = max(
            (line.width + paragraph.margin for paragraph in self.paragraphs for line in paragraph.lines),
            default=0.0,
        )
        return widest + self.insets.horizontal
