"""What a graphic is made of: the nodes below it, whatever its kind calls them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckbuild.check.measures.passages import is_text
from deckbuild.deck.fields import Hue, Icon, fields_marked
from deckbuild.deck.nodes import Node


def nodes_below(value: object) -> Iterator[Node]:
    """A graphic, or another value, and every node below it, in the order of their fields."""
    match value:
        case Node():
            yield value
            for name in type(value).model_fields:
                if name not in type(value).loader_fields:
                    yield from nodes_below(getattr(value, name))
        case Mapping():
            for item in value.values():
                yield from nodes_below(item)
        case tuple() | list():
            for item in value:
                yield from nodes_below(item)


def texts_of(node: Node) -> Iterator[str]:
    """The texts of one node, without those below it."""
    for name, field in type(node).model_fields.items():
        value = getattr(node, name)
        if isinstance(value, str) and value and is_text(field.annotation, field.metadata):
            yield value


def blanks_of(node: Node) -> Iterator[str]:
    """The fields of one node that its kind asks a text for, and that have none."""
    for name, field in type(node).model_fields.items():
        if field.is_required():
            value = getattr(node, name)
            if isinstance(value, str) and not value.strip() and is_text(field.annotation, field.metadata):
                yield name


def icons_of(node: Node) -> Iterator[tuple[str, str]]:
    """The icons of one node: field and name."""
    for name, _ in fields_marked(type(node), Icon):
        if value := getattr(node, name):
            yield name, value


def colors_of(node: Node) -> Iterator[tuple[str, str]]:
    """The colours that one node was given: field and name."""
    for name, _ in fields_marked(type(node), Hue):
        if value := getattr(node, name):
            yield name, value


def told_besides_color(node: Node) -> bool:
    """Whether the node has one of the fields that its kind names for those who see no colour, with another
    value than it has by default."""
    given = ((name, getattr(node, name)) for name in node.besides_color)
    return any(value and value != type(node).model_fields[name].default for name, value in given)
