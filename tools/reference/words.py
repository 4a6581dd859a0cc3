"""What a field takes, in an author's words."""

from __future__ import annotations

import datetime
import re
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from deckbuild.deck.fields import AssetPath, ColorName, Identifier, Inline, ObjectiveId, Unshown, Verbatim
from deckbuild.deck.kinds import AnyBlock, AnyGraphic
from deckbuild.deck.nodes import Node
from deckbuild.deck.notes_fields import Notes
from deckbuild.deck.pictures import PictureField
from deckbuild.layout.icons import IconName
from deckbuild.theme.source import Hex

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

LONGEST_DEFAULT = 24
"""A default of more characters is said in the description."""


def value(field: FieldInfo) -> str:
    """What a field takes, and in parentheses what it is unless given."""
    words = takes(field.annotation, tuple(field.metadata))
    default = field.default
    if default in (PydanticUndefined, None, "", (), False) or isinstance(default, BaseModel):
        return words
    text = "true" if default is True else f"{default:g}" if isinstance(default, float) else str(default)
    return f"{words} (`{text}`)" if len(text) <= LONGEST_DEFAULT else words


def takes(annotation: Any, metadata: tuple[Any, ...] = ()) -> str:
    """What a field of this type takes, in words: `2 to 6 rungs`, `number from 0 to 100`."""
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
    """The range of a number."""
    match constraints(metadata):
        case {"ge": least, "le": most}:
            return f" from {least:g} to {most:g}"
        case {"gt": least, "le": most}:
            return f" above {least:g}, at most {most:g}"
        case {"ge": least}:
            return f" from {least:g}"
        case {"gt": least}:
            return f" above {least:g}"
    return ""


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
    >>> plural("box"), plural("matrix")
    ('boxes', 'matrices')
    """
    if words[0] in "`[":
        return f"each {words}" if words[0] == "`" else f"pairs {words}"
    return re.sub(r"^[a-z ]+?(?=$| or | from | above | as | by )|(?<= or )[a-z ]+$", _plural, words)


def _plural(found: re.Match[str]) -> str:
    word = found[0]
    if word.endswith("s"):
        return word
    for ending, many in (("ix", "ices"), ("x", "xes"), ("y", "ies"), ("ch", "ches")):
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
