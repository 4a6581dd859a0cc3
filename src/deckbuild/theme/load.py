"""Reading a theme's file and resolving its names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckbuild.color import rgb, shade
from deckbuild.diagnostics import DeckError, Diagnostic, Span, did_you_mean
from deckbuild.diagnostics.codes.files import FILE_MISSING
from deckbuild.diagnostics.codes.theme import BAD_THEME, BAD_TOKEN, NOT_A_THEME, UNKNOWN_THEME
from deckbuild.document import Color, Face, TextStyle, ThemeColors
from deckbuild.geometry import Rect, Size
from deckbuild.resources import asset_path
from deckbuild.sources.paths import NoFile, file_names, find_file
from deckbuild.sources.text import shortened
from deckbuild.sources.values import SourceMap, locate
from deckbuild.sources.yaml import read_yaml
from deckbuild.theme.source import SLOTS, Band, ThemeFile, TypeToken
from deckbuild.theme.tokens import CodeColors, Grid, Roles, Series, ShapeTokens, Theme, TypeRole, TypeScale


def theme_names() -> tuple[str, ...]:
    """The themes that come with deckbuild."""
    return tuple(sorted(path.stem for path in asset_path("themes").glob("*.yaml")))


def load_theme(name: str, folder: Path | None = None, span: Span | None = None) -> Theme:
    """Read a theme: `folder`/themes/NAME.yaml if a deck brings its own, else one that comes along.

    Raises `DeckError` for an unknown name (reported at `span`) or a file that isn't a theme.
    """
    at = span or Span(name)
    path, shown = _file(name, folder, at)
    warnings: list[Diagnostic] = []
    tree = read_yaml(path, shown, warnings, named_at=at)
    if not isinstance(tree, SourceMap):
        raise DeckError([Diagnostic(NOT_A_THEME, "a theme must be a mapping", Span(shown, 1, 1))])
    try:
        return replace(_resolve(ThemeFile.model_validate(tree)), warnings=tuple(warnings))
    except ValidationError as error:
        found = [
            Diagnostic(BAD_TOKEN, f"{'.'.join(map(str, e['loc']))}: {_words(e)}", locate(tree, e["loc"]))
            for e in error.errors(include_url=False)
        ]
        raise DeckError([*sorted(found, key=lambda each: each.span), *warnings]) from None
    except _UnknownName as error:
        where = locate(tree, error.loc)
        raise DeckError([Diagnostic(BAD_THEME, str(error), where, error.hint), *warnings]) from None


def _file(name: str, folder: Path | None, at: Span) -> tuple[Path, str]:
    """The file of a theme, and what spans call it: its path from the folder of a deck that brings it."""
    if not re.fullmatch(r"[\w-]+", name):
        hint = did_you_mean(name, theme_names())
        raise DeckError([Diagnostic(UNKNOWN_THEME, f"unknown theme {name!r}", at, hint)])
    if folder is not None:
        names = [f"themes/{name}{ending}" for ending in (".yaml", ".yml")]
        try:
            found = find_file(folder, names)
            return found, f"themes/{name}{found.suffix if found.suffix == '.yml' else '.yaml'}"
        except NoFile as error:
            if error.code != FILE_MISSING:
                raise DeckError([Diagnostic(error.code, error.message, at, error.hint)]) from None
    if name not in theme_names():
        own = [] if folder is None else [Path(each).stem for each in file_names(folder / "themes")]
        hint = did_you_mean(name, [*theme_names(), *own])
        raise DeckError([Diagnostic(UNKNOWN_THEME, f"unknown theme {shortened(name)}", at, hint)])
    path = asset_path("themes", f"{name}.yaml")
    return path, str(path)


def _words(error: ErrorDetails) -> str:
    """What is wrong with a value, in few words."""
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    shown = value if isinstance(value, (int, float)) else repr(value)
    if kind in ("missing", "extra_forbidden"):
        return "is missing" if kind == "missing" else "there is no such token"
    if kind in ("greater_than", "greater_than_equal", "less_than", "less_than_equal"):
        words = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
        bound = next(key for key in words if key in context)
        return f"must be {words[bound]} {context[bound]:g}, is {shown}"
    if kind.startswith(("float_", "int_")):
        return f"must be a {'whole ' if kind.startswith('int_') else ''}number, is {shown}"
    if kind == "string_pattern_mismatch":
        return f"must not be {shown}; it must match {context['pattern']}"
    return error["msg"].removeprefix("Value error, ")


class _UnknownName(Exception):
    """A token names what isn't there; `loc` is the token's path in the file."""

    def __init__(self, loc: Sequence[str | int], name: str, choices: Iterable[str]) -> None:
        self.loc = tuple(loc)
        super().__init__(f"{'.'.join(map(str, loc))}: unknown name {name!r}")
        self.hint = did_you_mean(name, choices)


def _resolve(source: ThemeFile) -> Theme:
    missing = [name for name in SLOTS if name not in source.slots]
    if missing:
        raise _UnknownName(["slots"], missing[0], SLOTS)
    palette: dict[str, Color] = {}
    for name, token in source.palette.items():
        if isinstance(token, str):
            palette[name] = Color(source.slots[token].upper(), SLOTS[token])
        else:
            palette[name] = shade(SLOTS[token.of], source.slots[token.of], token.color)

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

    named = {name: value for name, value in palette.items() if value.changes}
    for value in source.slots.values():
        rgb(value)
    return Theme(
        name=source.name,
        colors=ThemeColors(
            source.name,
            tuple((slot, source.slots[name].upper()) for name, slot in SLOTS.items()),
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
