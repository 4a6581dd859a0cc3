"""Write those parts of the docs that say what the code says.

    python -m tools.reference

Between two marks on a page: the tables of keys in the authoring guide, from the pydantic models, and the
rooms in docs/architecture.md, from the import contract and the docstrings. The whole of docs/api.md, from the
docstrings of `deckbuild`. A test tells when one of them is out of date.
"""

from __future__ import annotations

import ast
import dataclasses
import datetime
import inspect
import re
import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import pairwise
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

import deckbuild
from deckbuild.deck.fields import AssetPath, ColorName, Identifier, Inline, ObjectiveId, Unshown, Verbatim
from deckbuild.deck.kinds import BLOCKS, GRAPHICS, AnyBlock, AnyGraphic
from deckbuild.deck.models import Deck, Notes, Slide
from deckbuild.deck.nodes import Block, Graphic, Node
from deckbuild.deck.pictures import PictureField
from deckbuild.graphics.drawing.icons import IconName
from deckbuild.pipeline import discover_kinds
from deckbuild.theme.source import Hex, ThemeFile
from deckbuild.theme.tokens import CodeColors, Roles, Series, ShapeTokens, TypeScale

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GUIDE = DOCS / "authoring"
SOURCE = ROOT / "src" / "deckbuild"

BEGIN = "<!-- Begin: written by tools/reference.py -->\n"
END = "<!-- End: written by tools/reference.py -->\n"

WORDS: tuple[tuple[Any, str], ...] = (
    (ColorName, "colour"),
    (IconName, "icon"),
    (Identifier, "id"),
    (ObjectiveId, "id"),
    (AssetPath, "path of a picture"),
    (PictureField, "path of a picture"),
    (Inline, "text"),
    (Unshown, "text"),
    (Verbatim, "text as typed"),
    (Notes, "Markdown"),
    (AnyBlock, "block"),
    (AnyGraphic, "graphic"),
    (Hex, "colour"),
)
"""Field types and what an author calls them; a type is known by what stands in its annotation."""

TOKENS = {"roles": Roles, "series": Series, "code": CodeColors, "type": TypeScale, "shape": ShapeTokens}
"""Mappings of a theme whose keys are the fields of a class."""

MOST_INSIDE = 60
"""Characters of a signature's parameters that stand in one line."""

LONGEST_DEFAULT = 24
"""A default of more characters is said in the description."""


def pages() -> dict[Path, str]:
    """Every page that is written here, wholly or in part, as it should be."""
    discover_kinds()
    written = {DOCS / "architecture.md": "\n".join(rooms_table())}
    models: dict[Path, list[type[BaseModel]]] = {
        GUIDE / "keys.md": [Deck, Slide],
        GUIDE / "theme.md": [ThemeFile],
    }
    models |= {GUIDE / "blocks" / f"{name}.md": [kind] for name, kind in BLOCKS.items()}
    models |= {GUIDE / "graphics" / f"{name}.md": [kind] for name, kind in GRAPHICS.items()}
    for path, kinds in models.items():
        written[path] = "\n".join([*tables(kinds), *(token_tables() if ThemeFile in kinds else ())])
    found = {path: between_marks(path.read_text("utf-8"), text) for path, text in written.items()}
    return {DOCS / "api.md": api_page(), **found}


def between_marks(page: str, text: str) -> str:
    """The page with `text` between its marks. Raises `ValueError` if it hasn't both of them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page {page.splitlines()[0]!r} has no place to write to")
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


# --- tables of keys --------------------------------------------------------------------------------


def tables(kinds: list[type[BaseModel]]) -> Iterator[str]:
    """A table for each model and for those in its fields, every model once."""
    waiting, done = list(kinds), set(kinds)
    while waiting:
        model = waiting.pop(0)
        inner = [each for field in shown(model).values() for each in models_in(field.annotation)]
        new = [each for each in dict.fromkeys(inner) if each not in done]
        done.update(new)
        waiting = [*new, *waiting]
        if not issubclass(model, (Block, Graphic)):
            yield f"**{noun(model).capitalize()}.** {summary(model)}\n"
        yield table(model)


def table(model: type[BaseModel]) -> str:
    """What stands under each key of a model, in Markdown."""
    rows = [
        f"| {mark(key, field)} | {cell(value(field))} | {cell(field.description or '')} |"
        for key, field in shown(model).items()
    ]
    return "\n".join(["| key | value | what it holds |", "|---|---|---|", *rows, ""])


def token_tables() -> Iterator[str]:
    """A table for each mapping of a theme whose keys are the fields of a class, from its source."""
    for key, tokens in TOKENS.items():
        yield f"**`{key}`.** {summary(tokens)}\n"
        rows = [f"| **`{name}`** | {said} |" for name, said in field_docs(tokens)]
        yield "\n".join(["| key | what it is for |", "|---|---|", *rows, ""])


def field_docs(kind: type) -> Iterator[tuple[str, str]]:
    """The fields of a class, with the string below each."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(definition, ast.ClassDef)
    for field, below in pairwise(definition.body):
        match field, below:
            case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(said))):
                yield name, said


def shown(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields that an author may write, by their keys, without those that every block or graphic has."""
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    if issubclass(model, Node):
        fields = {key: field for key, field in fields.items() if key in model.author_keys()}
    for base in (Block, Graphic):
        if issubclass(model, base):
            fields = {key: field for key, field in fields.items() if key not in base.author_keys()}
    return fields


def mark(key: str, field: FieldInfo) -> str:
    return f"**`{key}`**" if field.is_required() else f"`{key}`"


def value(field: FieldInfo) -> str:
    """What a field takes, and in parentheses what it is unless given."""
    words = takes(field.annotation, tuple(field.metadata))
    default = field.default
    if default in (PydanticUndefined, None, "", (), False) or isinstance(default, BaseModel):
        return words
    text = "true" if default is True else f"{default:g}" if isinstance(default, float) else str(default)
    return f"{words} (`{text}`)" if len(text) <= LONGEST_DEFAULT else words


def takes(annotation: Any, metadata: tuple[Any, ...] = ()) -> str:
    """What a field of this type takes, in words.

    >>> takes(tuple[int, ...], (Field(min_length=2, max_length=6),))
    '2 to 6 whole numbers'
    >>> takes(Literal["right", "down"] | None)
    '`right` or `down`'
    """
    for each, word in WORDS:
        if all(mark in metadata for mark in get_args(each)[1:]):
            return word
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return takes(inner[0], (*inner[1:], *metadata))
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(takes(each, metadata) for each in inner if each is not NoneType))
    if origin is Literal:
        return listed([f"`{each}`" for each in inner])
    if origin is tuple and inner[-1] is not Ellipsis:
        return f"[{', '.join(takes(each) for each in inner)}]"
    if origin in (tuple, list):
        entry = takes(inner[0])
        one = f"{entry} or " if is_read(metadata, list) else ""
        inside = {list: "lists of ", tuple: "lists of ", dict: "mappings of "}.get(kind_of(inner[0]), "")
        many = re.sub(r"^lists of (\w+) or \1$", r"\1 or lists of \1", inside + plural(entry))
        return one + counted(many, metadata)
    if origin is dict:
        return f"{counted(plural(takes(inner[1])), metadata)} by {takes(inner[0]).replace('text', 'name')}"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        short = ["text"] if is_read(metadata, dict) else []
        return listed(list(dict.fromkeys([*short, noun(annotation)])))
    words = {
        bool: "`true` or `false`",
        int: "whole number",
        float: "number",
        datetime.date: "date",
        str: "text",
    }
    return words[annotation] + bounds(metadata)


def is_read(metadata: tuple[Any, ...], kind: type) -> bool:
    """Whether a text is read as a value of this kind: one for short."""
    return any(isinstance(each, BeforeValidator) and isinstance(each.func("text"), kind) for each in metadata)  # type: ignore[call-arg]


def kind_of(annotation: Any) -> Any:
    """`list`, `tuple` or `dict` if that is what an entry is; a pair counts as one value."""
    if get_origin(annotation) is Annotated:
        return kind_of(get_args(annotation)[0])
    pair = get_origin(annotation) is tuple and get_args(annotation)[-1] is not Ellipsis
    return None if pair else get_origin(annotation)


def bounds(metadata: tuple[Any, ...]) -> str:
    """The range of a number.

    >>> bounds((Field(ge=0, le=100),)), bounds((Field(gt=0, le=1),))
    (' from 0 to 100', ' above 0, at most 1')
    """
    limits = constraints(metadata)
    least = (
        f" from {limits['ge']:g}" if "ge" in limits else f" above {limits['gt']:g}" if "gt" in limits else ""
    )
    if "le" not in limits:
        return least
    return f"{least}{' to' if 'ge' in limits else ', at most'} {limits['le']:g}"


def counted(many: str, metadata: tuple[Any, ...]) -> str:
    """Things in the plural, and how many there may be."""
    limits = constraints(metadata)
    least, most = limits.get("min_length", 0), limits.get("max_length", 0)
    if most:
        return f"{least} to {most} {many}" if least else f"up to {most} {many}"
    return f"{least} or more {many}" if least > 1 else many


def constraints(metadata: tuple[Any, ...]) -> dict[str, Any]:
    """The limits in a field's metadata by their names in `Field(...)`."""
    inner = [each for outer in metadata for each in getattr(outer, "metadata", [outer])]
    names = ("ge", "gt", "le", "min_length", "max_length")
    return {name: getattr(each, name) for each in inner for name in names if hasattr(each, name)}


def plural(words: str) -> str:
    """
    >>> plural("list entry"), plural("text or branch"), plural("series"), plural("number from 0 to 1")
    ('list entries', 'texts or branches', 'series', 'numbers from 0 to 1')
    """
    if words[0] in "`[":
        return f"each {words}" if words[0] == "`" else f"pairs {words}"
    return re.sub(r"^[a-z ]+?(?=$| or | from | above | as | by )|(?<= or )[a-z ]+$", _plural, words)


def _plural(found: re.Match[str]) -> str:
    word = found[0]
    if word.endswith("s"):
        return word
    for ending, many in (("ix", "ices"), ("y", "ies"), ("ch", "ches")):
        if word.endswith(ending):
            return word.removesuffix(ending) + many
    return f"{word}s"


def listed(words: list[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def noun(model: type[BaseModel]) -> str:
    """What a model is called, as in messages: `rung`."""
    if issubclass(model, Node):
        return model.called().partition(" ")[2]
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", model.__name__).lower()
    return words.removesuffix(" token").removesuffix(" file")


def summary(kind: type) -> str:
    """The first sentence of a class's docstring."""
    return first_sentence(kind.__doc__ or "")


def first_sentence(text: str) -> str:
    return re.split(r"(?<=\.) ", " ".join(text.split("\n\n")[0].split()))[0]


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that stand in a field's type."""
    model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    if model and annotation not in (Block, Graphic):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def cell(text: str) -> str:
    return text.replace("|", r"\|")


# --- rooms -----------------------------------------------------------------------------------------


def rooms_table() -> Iterator[str]:
    """A row for each package and module below `deckbuild`, from the top of the import contract to its end."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    (layers,) = (each["layers"] for each in contracts if each["id"] == "layers")
    yield from ("| | room | what lives there |", "|---|---|---|")
    for number, layer in enumerate(layers, 1):
        names = re.split(r" [:|] ", layer)
        for room in (path for name in names for path in [name, *inside(name)]):
            yield f"| {number if room == names[0] else ''} | `{room}` | {cell(living(room))} |"
    yield ""


def inside(room: str) -> list[str]:
    """The packages in a package, without those that are one kind of graphic each."""
    folders = (path.parent for path in (SOURCE / room).glob("*/__init__.py"))
    return sorted(f"{room}/{folder.name}" for folder in folders if not (folder / "model.py").exists())


def living(room: str) -> str:
    """What a package or a module says of itself in the first sentence of its docstring."""
    folder = SOURCE / room
    path = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    said = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    return first_sentence(said)


# --- the names that others may use -----------------------------------------------------------------


def api_page() -> str:
    """docs/api.md: the front door's docstring, and every name with its own."""
    _, *opening = doc(deckbuild).split("\n\n")
    names = [name for name in deckbuild.__all__ if not name.startswith("_")]
    things = {name: getattr(deckbuild, name) for name in names}
    functions = {name: each for name, each in things.items() if inspect.isfunction(each)}
    parts = [
        "# Using deckbuild from Python",
        "<!-- Written by tools/reference.py from the docstrings in src/deckbuild/__init__.py. -->",
        *(f"```python\n{each}\n```" if each.startswith(">>>") else each for each in opening),
        "## Functions",
    ]
    for name, function in sorted(functions.items(), key=lambda each: each[1].__code__.co_firstlineno):
        parts += [f"### `{name}`", f"```python\n{signature(name, function)}\n```", doc(function)]
    parts += ["## Types", "All of them are values that don't change, or exceptions."]
    for name, kind in things.items():
        if name not in functions:
            parts += [f"### `{name}`", doc(kind), *attributes(kind)]
    return "\n\n".join(parts).replace("`docs/releases.md`", "[the release policy](releases.md)") + "\n"


def signature(name: str, function: Any) -> str:
    """A function's signature; a parameter to a line where it is long."""
    said = inspect.signature(function)
    parts: list[str] = []
    for each in said.parameters.values():
        if each.kind is each.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        parts.append(str(each))
    inside = ", ".join(parts)
    if len(inside) > MOST_INSIDE:
        inside = "\n" + "".join(f"    {part},\n" for part in parts)
    return f"{name}({inside}) -> {said.return_annotation}".replace("'", "")


def doc(thing: Any) -> str:
    return inspect.getdoc(thing) or ""


def attributes(kind: Any) -> Iterator[str]:
    """A line for each value of an enumeration, or each field of a dataclass."""
    if issubclass(kind, Enum):
        yield "Its values: " + ", ".join(f"`{each.name}`" for each in kind) + "."
    elif dataclasses.is_dataclass(kind):
        yield "Its fields: " + ", ".join(f"`{field.name}`" for field in dataclasses.fields(kind)) + "."


def main() -> None:
    for path, text in pages().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
