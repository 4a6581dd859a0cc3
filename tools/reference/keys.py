"""Tables of the keys that a model takes."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from deckbuild.deck.nodes import Block, Graphic, Node
from deckbuild.theme.tokens import CodeColors, Roles, Series, ShapeTokens, TypeScale
from tools.reference.text import cell, summary
from tools.reference.words import noun, value

TOKENS = {"roles": Roles, "series": Series, "code": CodeColors, "type": TypeScale, "shape": ShapeTokens}
"""Mappings of a theme whose keys are the fields of a class."""


def tables(kinds: list[type[BaseModel]]) -> Iterator[str]:
    """A table for each model and for those in its fields, every model once."""
    waiting, done = list(kinds), set(kinds)
    while waiting:
        model = waiting.pop(0)
        inner = [each for field in shown(model).values() for each in models_in(field.annotation)]
        new = [each for each in dict.fromkeys(inner) if each not in done]
        done.update(new)
        waiting = [*new, *waiting]
        if base_of(model) is None:
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
    base = base_of(model)
    return {key: field for key, field in fields.items() if base is None or key not in base.author_keys()}


def base_of(model: type[BaseModel]) -> type[Node] | None:
    """`Block` or `Graphic` for a kind of one."""
    return next((base for base in (Block, Graphic) if issubclass(model, base) and model is not base), None)


def mark(key: str, field: FieldInfo) -> str:
    return f"**`{key}`**" if field.is_required() else f"`{key}`"


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that stand in a field's type."""
    model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
    if model and annotation not in (Block, Graphic):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)
