"""Design tokens, read from one YAML file and resolved once: colours, type, grid and shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Self, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from deckbuild.color import contrast, rgb, shade
from deckbuild.diagnostics import DeckError, Diagnostic, Span, did_you_mean
from deckbuild.document import Color, Face, Slot, TextStyle, ThemeColors
from deckbuild.geometry import Rect, Size
from deckbuild.resources import asset_path

Hex = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


class _Token(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Shade(_Token):
    of: Slot
    color: Hex


class _Roles(_Token):
    text: str
    heading: str
    muted: str
    background: str
    surface: str
    surface_neutral: str
    hairline: str
    primary: str
    primary_text: str
    dark: str
    on_dark: str
    on_dark_accent: str
    on_dark_muted: str
    accent: str
    accent_text: str
    warning: str
    warning_text: str
    neutral: str
    link: str
    marker: str


class _Series(_Token):
    fill: str
    tint: str
    text: str


class _Code(_Token):
    background: str
    text: str
    key: str
    string: str
    number: str
    keyword: str
    comment: str
    punctuation: str


class _Faces(_Token):
    heading: str
    body: str
    code: str


class _Type(_Token):
    face: str
    min: float
    size: float
    max: float
    color: str
    bold: bool = False
    tracking: float = 0.0
    line_spacing: float = 1.0
    caps: bool = False

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not 0 < self.min <= self.size <= self.max:
            raise ValueError("sizes must be min ≤ size ≤ max")
        return self


class _Roster(_Token):
    title: _Type
    cover: _Type
    subtitle: _Type
    heading: _Type
    body: _Type
    code: _Type
    label: _Type
    footer: _Type
    eyebrow: _Type


class _Band(_Token):
    top: float
    height: float


class _Rule(_Band):
    width: float


class _Grid(_Token):
    width: float
    height: float
    margin: float
    columns: int
    gutter: float
    baseline: float
    eyebrow: _Band
    title: _Band
    tall_title: _Band
    tall_eyebrow: _Band
    rule: _Rule
    body: _Band
    footer: _Band


class _ShapeTokens(_Token):
    radius: float
    stroke: float
    connector: float
    bar: float
    padding: float
    gap: float
    icon: float


class _ThemeFile(_Token):
    name: str
    slots: dict[Slot, Hex]
    palette: dict[str, Slot | _Shade]
    roles: _Roles
    series: list[_Series]
    code: _Code
    faces: _Faces
    type: _Roster
    grid: _Grid
    shape: _ShapeTokens


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


def theme_names() -> tuple[str, ...]:
    """The themes that come with deckbuild."""
    return tuple(sorted(path.stem for path in asset_path("themes").glob("*.yaml")))


def load_theme(name: str, folder: Path | None = None, span: Span | None = None) -> Theme:
    """Read a theme: `folder`/themes/NAME.yaml if a deck brings its own, else one that comes along.

    Raises `DeckError` for an unknown name (reported at `span`) or a file that isn't a theme.
    """
    candidates = [asset_path("themes", f"{name}.yaml")]
    if folder is not None:
        candidates.insert(0, folder / "themes" / f"{name}.yaml")
    plain = name.replace("-", "").replace("_", "").isalnum()
    path = next((path for path in candidates if plain and path.is_file()), None)
    if path is None:
        hint = did_you_mean(name, theme_names())
        raise DeckError([Diagnostic("THM001", f"unknown theme {name!r}", span or Span(name), hint)])
    text = path.read_text(encoding="utf-8")

    def at(loc: Sequence[str | int]) -> Span:
        return _position(str(path), text, loc)

    try:
        return _resolve(_ThemeFile.model_validate(yaml.load(text, Loader=yaml.CSafeLoader)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Span(str(path), mark.line + 1, mark.column + 1) if mark else Span(str(path))
        raise DeckError([Diagnostic("THM002", f"not YAML: {error.problem}", where)]) from None
    except ValidationError as error:
        raise DeckError(
            Diagnostic("THM003", f"{'.'.join(map(str, e['loc']))}: {e['msg']}", at(e["loc"]))
            for e in error.errors()
        ) from None
    except _UnknownName as error:
        raise DeckError([Diagnostic("THM004", str(error), at(error.loc), error.hint)]) from None


def _position(file: str, text: str, loc: Sequence[str | int]) -> Span:
    """Where the value at `loc` stands in a YAML text; the deepest place on the way that exists.

    The tree is composed again for this, so only a faulty theme pays for positions.
    """
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    for step in loc:
        below: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            below = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            below = node.value[step]
        if below is None:
            break
        node = below
    if node is None:
        return Span(file)
    return Span(file, node.start_mark.line + 1, node.start_mark.column + 1)


class _UnknownName(Exception):
    """A token names what isn't there; `loc` is the token's path in the file."""

    def __init__(self, loc: Sequence[str | int], name: str, choices: Iterable[str]) -> None:
        self.loc = tuple(loc)
        super().__init__(f"{'.'.join(map(str, loc))}: unknown name {name!r}")
        self.hint = did_you_mean(name, choices)


def _resolve(source: _ThemeFile) -> Theme:
    missing = [slot for slot in get_args(Slot) if slot not in source.slots]
    if missing:
        raise _UnknownName(["slots"], missing[0], get_args(Slot))
    palette: dict[str, Color] = {}
    for name, token in source.palette.items():
        if isinstance(token, str):
            palette[name] = Color(source.slots[token].upper(), token)
        else:
            palette[name] = shade(token.of, source.slots[token.of], token.color)

    def color(loc: Sequence[str | int], name: str) -> Color:
        if name not in palette:
            raise _UnknownName(loc, name, palette)
        return palette[name]

    def resolve(cls: type[Any], loc: Sequence[str | int], tokens: _Token) -> Any:
        return cls(**{key: color((*loc, key), name) for key, name in tokens.model_dump().items()})

    roles = resolve(Roles, ["roles"], source.roles)
    faces = {
        "heading": Face(source.faces.heading, "major"),
        "body": Face(source.faces.body, "minor"),
        "code": Face(source.faces.code),
    }

    def type_role(name: str, token: _Type) -> TypeRole:
        if token.face not in faces:
            raise _UnknownName(["type", name, "face"], token.face, faces)
        if not hasattr(roles, token.color):
            raise _UnknownName(["type", name, "color"], token.color, _Roles.model_fields)
        style = TextStyle(
            faces[token.face],
            token.size,
            getattr(roles, token.color),
            token.bold,
            tracking=token.tracking,
            caps=token.caps,
        )
        return TypeRole(style, token.min, token.max, token.line_spacing)

    scale = TypeScale(**{name: type_role(name, getattr(source.type, name)) for name in _Roster.model_fields})
    grid = source.grid
    width = grid.width - 2 * grid.margin

    def zone(band: _Band, zone_width: float = width) -> Rect:
        return Rect(grid.margin, band.top, zone_width, band.height)

    named = {name: value for name, value in palette.items() if value.transforms}
    for value in source.slots.values():
        rgb(value)
    return Theme(
        name=source.name,
        colors=ThemeColors(
            source.name,
            tuple((slot, source.slots[slot].upper()) for slot in get_args(Slot)),
            tuple((name, value.hex) for name, value in named.items()),
            source.faces.heading,
            source.faces.body,
        ),
        palette=palette,
        role=roles,
        series=tuple(resolve(Series, ["series", index], token) for index, token in enumerate(source.series)),
        code=resolve(CodeColors, ["code"], source.code),
        type=scale,
        grid=Grid(
            page=Size(grid.width, grid.height),
            margin=grid.margin,
            columns=grid.columns,
            gutter=grid.gutter,
            baseline=grid.baseline,
            eyebrow=zone(grid.eyebrow),
            title=zone(grid.title),
            tall_title=zone(grid.tall_title),
            tall_eyebrow=zone(grid.tall_eyebrow),
            rule=zone(grid.rule, grid.rule.width),
            body=zone(grid.body),
            footer=zone(grid.footer),
        ),
        shape=ShapeTokens(**source.shape.model_dump()),
    )
