"""Reading a theme's file and resolving its names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import ValidationError

from deckbuild.color import rgb, shade
from deckbuild.diagnostics import DeckError, Diagnostic, Span, did_you_mean
from deckbuild.diagnostics.codes.theme import BAD_THEME, BAD_TOKEN, NOT_A_THEME, UNKNOWN_THEME
from deckbuild.document import Color, Face, Slot, TextStyle, ThemeColors
from deckbuild.geometry import Rect, Size
from deckbuild.resources import asset_path
from deckbuild.theme.source import Band, ThemeFile, TypeToken
from deckbuild.theme.tokens import CodeColors, Grid, Roles, Series, ShapeTokens, Theme, TypeRole, TypeScale


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
        raise DeckError([Diagnostic(UNKNOWN_THEME, f"unknown theme {name!r}", span or Span(name), hint)])
    text = path.read_text(encoding="utf-8")

    def at(loc: Sequence[str | int]) -> Span:
        return _position(str(path), text, loc)

    try:
        return _resolve(ThemeFile.model_validate(yaml.load(text, Loader=yaml.CSafeLoader)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = Span(str(path), mark.line + 1, mark.column + 1) if mark else Span(str(path))
        raise DeckError([Diagnostic(NOT_A_THEME, f"not YAML: {error.problem}", where)]) from None
    except ValidationError as error:
        raise DeckError(
            Diagnostic(BAD_TOKEN, f"{'.'.join(map(str, e['loc']))}: {e['msg']}", at(e["loc"]))
            for e in error.errors()
        ) from None
    except _UnknownName as error:
        raise DeckError([Diagnostic(BAD_THEME, str(error), at(error.loc), error.hint)]) from None


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


def _resolve(source: ThemeFile) -> Theme:
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

    def resolve(cls: type[Any], loc: Sequence[str | int], tokens: Mapping[str, str]) -> Any:
        return cls(**{key: color((*loc, key), name) for key, name in tokens.items()})

    roles = resolve(Roles, ["roles"], source.roles)
    faces = {
        "heading": Face(source.faces.heading, "major"),
        "body": Face(source.faces.body, "minor"),
        "code": Face(source.faces.code),
    }

    def type_role(name: str, token: TypeToken) -> TypeRole:
        if token.face not in faces:
            raise _UnknownName(["type", name, "face"], token.face, faces)
        if not hasattr(roles, token.color):
            raise _UnknownName(["type", name, "color"], token.color, [field.name for field in fields(Roles)])
        style = TextStyle(
            faces[token.face],
            token.size,
            getattr(roles, token.color),
            token.bold,
            tracking=token.tracking,
            caps=token.caps,
        )
        return TypeRole(style, token.min, token.max, token.line_spacing)

    scale = TypeScale(**{name: type_role(name, token) for name, token in source.type.items()})
    grid = source.grid
    width = grid.width - 2 * grid.margin

    def zone(band: Band, zone_width: float = width) -> Rect:
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
        shape=ShapeTokens(**source.shape),
    )
