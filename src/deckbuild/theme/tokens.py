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
    heading: Color
    muted: Color
    background: Color
    surface: Color
    surface_neutral: Color
    hairline: Color
    primary: Color
    primary_text: Color
    dark: Color
    on_dark: Color
    on_dark_accent: Color
    on_dark_muted: Color
    accent: Color
    accent_text: Color
    warning: Color
    warning_text: Color
    neutral: Color
    link: Color
    marker: Color


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
    hairline: Color


@dataclass(frozen=True, slots=True)
class Series:
    """One category's colours: a strong fill, its pale tint, and text of that hue on the background."""

    fill: Color
    tint: Color
    text: Color


@dataclass(frozen=True, slots=True)
class CodeColors:
    """Colours of a code panel and its tokens."""

    background: Color
    text: Color
    key: Color
    string: Color
    number: Color
    keyword: Color
    comment: Color
    punctuation: Color


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
    cover: TypeRole
    subtitle: TypeRole
    heading: TypeRole
    body: TypeRole
    code: TypeRole
    label: TypeRole
    footer: TypeRole
    eyebrow: TypeRole


@dataclass(frozen=True, slots=True)
class Grid:
    """The page and its zones, in points from the page's top left corner."""

    page: Size
    margin: float
    columns: int
    gutter: float
    baseline: float
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

    def span(self, columns: int) -> float:
        """Width of `columns` neighbouring columns with the gutters between them, in points."""
        return self.column * columns + self.gutter * (columns - 1)


@dataclass(frozen=True, slots=True)
class ShapeTokens:
    """Measures shared by all drawn shapes, in points."""

    radius: float
    stroke: float
    connector: float
    bar: float
    padding: float
    gap: float
    icon: float


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
