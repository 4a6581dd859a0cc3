"""A theme resolved: tokens as attributes, colours as colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from deckbuild.color import contrast
from deckbuild.diagnostics import Diagnostic
from deckbuild.document import Color, TextStyle, ThemeColors
from deckbuild.geometry import Rect, Size


@dataclass(frozen=True, slots=True)
class Roles:
    """Colours by what they are for."""

    text: Color
    """Body text."""
    heading: Color
    """Titles and headings."""
    muted: Color
    """What matters less: details, captions, footers."""
    background: Color
    """The ground of most slides."""
    surface: Color
    """Panels and cards."""
    surface_neutral: Color
    """Panels that mustn't look like a colour of meaning."""
    hairline: Color
    """Fine lines: borders, rules of tables."""
    primary: Color
    """The theme's own colour, for fills and lines."""
    primary_text: Color
    """The same, dark enough for text on the background."""
    dark: Color
    """The ground of the cover and of the closing slide; heads of tables."""
    on_dark: Color
    """Text on the dark ground."""
    on_dark_accent: Color
    """Headings, links and marks on the dark ground."""
    on_dark_muted: Color
    """What matters less on the dark ground."""
    accent: Color
    """What is dangerous or stands out: the edge of a danger callout."""
    accent_text: Color
    """The same, dark enough for text on the background."""
    warning: Color
    """What needs care: the edge of a warning callout, gates."""
    warning_text: Color
    """The same, dark enough for text on the background."""
    neutral: Color
    """Lines and boxes without a meaning of their own."""
    link: Color
    """Links."""
    marker: Color
    """Bullets, numbers and check boxes."""


@dataclass(frozen=True, slots=True)
class Tone:
    """Colours for content on one kind of ground: a light page, or a dark one."""

    text: Color
    heading: Color
    muted: Color
    link: Color
    marker: Color
    ground: Color
    panel: Color
    neutral: Color
    """Panels that mustn't look like a colour of meaning, so that coloured areas stand out on them."""
    hairline: Color


@dataclass(frozen=True, slots=True)
class Series:
    """One category's colours: a strong fill, its pale tint, and text of that hue on the background."""

    fill: Color
    """Bars, lines and edges."""
    tint: Color
    """The pale ground of its panels."""
    text: Color
    """Its text on the background."""


@dataclass(frozen=True, slots=True)
class CodeColors:
    """Colours of a code panel and its tokens."""

    background: Color
    """The panel."""
    text: Color
    """Whatever has no colour of its own."""
    key: Color
    """Keys and names of attributes."""
    string: Color
    """Strings."""
    number: Color
    """Numbers."""
    keyword: Color
    """Keywords."""
    comment: Color
    """Comments."""
    punctuation: Color
    """Brackets, commas, operators."""


@dataclass(frozen=True, slots=True)
class TypeRole:
    """A kind of text: its style at `size`, and the bounds in points that fitting keeps to."""

    style: TextStyle
    min: float
    max: float
    line_spacing: float = 1.0

    def at(self, size: float, color: Color | None = None, *, bold: bool | None = None) -> TextStyle:
        """The role's style at another size, kept within its bounds."""
        style = self.style
        return TextStyle(
            style.face,
            min(max(size, self.min), self.max),
            color or style.color,
            style.bold if bold is None else bold,
            style.italic,
            style.underline,
            style.tracking,
            style.caps,
        )


@dataclass(frozen=True, slots=True)
class TypeScale:
    """All type roles of a theme."""

    title: TypeRole
    """Titles of slides."""
    cover: TypeRole
    """The title of the cover."""
    subtitle: TypeRole
    """The line below the cover's title."""
    heading: TypeRole
    """Headings of blocks."""
    body: TypeRole
    """Blocks of text."""
    code: TypeRole
    """Code."""
    label: TypeRole
    """Words in graphics, captions."""
    footer: TypeRole
    """The footer and the slide's number."""
    eyebrow: TypeRole
    """The line above titles, which names the segment."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The page and its zones, in points from the page's top left corner."""

    page: Size
    margin: float
    columns: int
    gutter: float
    eyebrow: Rect
    title: Rect
    tall_title: Rect
    tall_eyebrow: Rect
    rule: Rect
    body: Rect
    footer: Rect

    @property
    def column(self) -> float:
        """Width of one column, in points."""
        return (self.body.width - self.gutter * (self.columns - 1)) / self.columns

    def width_of(self, columns: int) -> float:
        """Width of `columns` neighbouring columns with the gutters between them, in points."""
        return self.column * columns + self.gutter * (columns - 1)


@dataclass(frozen=True, slots=True)
class ShapeTokens:
    """Measures shared by all drawn shapes, in points."""

    radius: float
    """Of rounded corners."""
    stroke: float
    """Width of borders."""
    connector: float
    """Width of arrows."""
    bar: float
    """Width of the coloured edge of cards and callouts."""
    padding: float
    """Between a panel's edge and its content."""
    gap: float
    """Between neighbouring boxes."""
    icon: float
    """Side of an icon."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Resolved design tokens. Nothing is looked up by string after this, except an author's colour name."""

    name: str
    colors: ThemeColors
    palette: Mapping[str, Color]
    role: Roles
    series: tuple[Series, ...]
    code: CodeColors
    type: TypeScale
    grid: Grid
    shape: ShapeTokens
    warnings: tuple[Diagnostic, ...] = field(default=(), repr=False, compare=False)
    """What the theme's author may not have meant."""

    @property
    def light(self) -> Tone:
        """Dark text on the page's background."""
        role = self.role
        return Tone(
            role.text,
            role.heading,
            role.muted,
            role.link,
            role.marker,
            role.background,
            role.surface,
            role.surface_neutral,
            role.hairline,
        )

    @property
    def dark(self) -> Tone:
        """Light text on the theme's dark colour."""
        role = self.role
        return Tone(
            role.on_dark,
            role.on_dark_accent,
            role.on_dark_muted,
            role.on_dark_accent,
            role.on_dark_accent,
            role.dark,
            self.code.background,
            self.code.background,
            role.on_dark_muted.faded(0.4),
        )

    def text_on(self, fill: Color) -> Color:
        """The text colour to set on `fill`: heading, body or light text, whichever contrasts enough.

        Light text wins only where dark text fails AA (4.5, WCAG 2.2 §1.4.3), so coloured fills keep
        dark text.
        """
        for candidate in (self.role.text, self.role.heading):
            if contrast(candidate, fill) >= 4.5:
                return candidate
        return max((self.role.on_dark, self.role.text, self.role.heading), key=lambda c: contrast(c, fill))

    def hue(self, color: Color) -> Series:
        """The series whose fill is `color`, or one made of it with a neutral tint."""
        for series in self.series:
            if series.fill.hex == color.hex:
                return series
        readable = color if contrast(color, self.role.background) >= 4.5 else self.role.heading
        return Series(color, self.role.surface_neutral, readable)
