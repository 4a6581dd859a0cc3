"""What a graphic is made of: the nodes below it, whatever its kind calls them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckbuild.check.measures.passages import is_text
from deckbuild.deck.fields import Icon, fields_marked
from deckbuild.deck.nodes import Graphic, Node


def parts(graphic: Graphic) -> Iterator[Node]:
    """The graphic and every node below it, in the order of their fields."""
    yield from _nodes(graphic)


def texts_of(part: Node) -> Iterator[str]:
    """The texts of one node, without those below it."""
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, str) and value and is_text(field.annotation, field.metadata):
            yield value


def blanks_of(part: Node) -> Iterator[str]:
    """The fields of one node that its kind asks a text for, and that have none."""
    for name, field in type(part).model_fields.items():
        if field.is_required():
            value = getattr(part, name)
            if isinstance(value, str) and not value.strip() and is_text(field.annotation, field.metadata):
                yield name


def icons_of(part: Node) -> Iterator[tuple[str, str]]:
    """The icons of one node: field and name."""
    for name, _ in fields_marked(type(part), Icon):
        if value := getattr(part, name):
            yield name, value


def _nodes(value: object) -> Iterator[Node]:
    match value:
        case Node():
            yield value
            for name in type(value).model_fields:
                if name not in type(value).loader_fields:
                    yield from _nodes(getattr(value, name))
        case Mapping():
            for item in value.values():
                yield from _nodes(item)
        case tuple() | list():
            for item in value:
                yield from _nodes(item)
