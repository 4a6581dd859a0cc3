"""Ids inside a graphic: each is used once, and whatever refers to one finds it.

A field that holds ids of nodes is marked with where those nodes are written:
`Annotated[PlainStr, Ref("nodes")]`. A kind needs no code for it, and who asks what joins two nodes reads the
marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from deckbuild.deck.faults import Fault, Loc
from deckbuild.diagnostics import NOWHERE, did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_REFERENCE, DUPLICATE
from deckbuild.sources.values import span_of


@dataclass(frozen=True, slots=True)
class Ref:
    """The mark of a field whose texts are ids of the nodes that stand under `key`, or else under `other`, at
    any depth of the graphic: in a mapping by id, or in a list of nodes that have one.

    `joins` says whether the field's node leads to those, as an edge does; a panel round them doesn't.
    """

    key: str
    other: str = ""
    joins: bool = True


@dataclass(frozen=True, slots=True)
class Use:
    """A place where an id is used, as it was written there, and the mark of its field."""

    name: str
    mark: Ref
    loc: Loc


@dataclass(slots=True)
class Ids:
    """The ids below a node: those of nodes by the key that these stand under, and where they are used."""

    known: dict[str, list[str]] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    repeated: list[Fault] = field(default_factory=list)

    @classmethod
    def below(cls, root: BaseModel) -> Ids:
        found = cls()
        found._read(root, ())
        return found

    def faults(self) -> Iterator[Fault]:
        """Ids that stand for two nodes, and uses of ids that no node has."""
        yield from self.repeated
        for use in self.uses:
            names = self.known.get(use.mark.key, []) + self.known.get(use.mark.other, [])
            if use.name not in names:
                noun = self.nouns.get(use.mark.key) or "id"
                hint = did_you_mean(use.name, names) if names else f"give the {use.mark.key} ids"
                yield _at(Fault(f"unknown {noun} {str(use.name)!r}", hint, BAD_REFERENCE, use.loc), use.name)

    def _read(self, node: BaseModel, loc: Loc) -> None:
        for name, declared in type(node).model_fields.items():
            value, here = getattr(node, name), (*loc, declared.alias or name)
            mark = next((mark for mark in declared.metadata if isinstance(mark, Ref)), None)
            if mark is not None:
                self.uses += (Use(text, mark, place) for text, place in _texts(value, here))
            else:
                self._below(name, value, here)

    def _below(self, key: str, value: object, loc: Loc) -> None:
        """The nodes of a field, which stand under its `key`."""
        if isinstance(value, BaseModel):
            self._read(value, loc)
        elif isinstance(value, Mapping):
            for name, node in value.items():
                self._named(key, name, node)
                self._below(key, node, (*loc, name))
        elif isinstance(value, tuple):
            for index, node in enumerate(value):
                own = getattr(type(node), "identity", "")
                name = getattr(node, own, None) if own else None
                if isinstance(name, str):
                    if name in self.known.get(key, ()):
                        message = f"{noun_of(node)} {own} {str(name)!r} is used twice"
                        hint, place = "ids are unique" if own == "id" else "", (*loc, index, own)
                        self.repeated.append(_at(Fault(message, hint, DUPLICATE, place), name))
                    self._named(key, name, node)
                self.nouns.setdefault(key, noun_of(node))
                self._below(key, node, (*loc, index))

    def _named(self, key: str, name: str, node: object) -> None:
        self.nouns.setdefault(key, noun_of(node))
        self.known.setdefault(key, []).append(name)


def noun_of(node: object) -> str:
    """What messages call a node; empty for what is none."""
    if not isinstance(node, BaseModel):
        return ""
    return str(getattr(node, "noun", "") or type(node).__name__.lower())


def _texts(value: object, loc: Loc) -> Iterator[tuple[str, Loc]]:
    """The ids that a field holds, each with its place; what isn't text, such as a number, is no id."""
    if isinstance(value, str):
        yield value, loc
    elif isinstance(value, tuple):
        for index, text in enumerate(value):
            yield from _texts(text, (*loc, index))


def _at(fault: Fault, name: str) -> Fault:
    """The fault at the place where the id was written, if that is known."""
    span = span_of(name)
    return fault if span == NOWHERE else replace(fault, span=span)
