"""How what an author writes picks a block or a graphic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Self

import pytest
from pydantic import AfterValidator, TypeAdapter, ValidationError, model_validator

from deckbuild.deck.explain import explain
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.kinds import GRAPHICS, AnyBlock, AnyGraphic
from deckbuild.deck.nodes import Block, Graphic, Node
from deckbuild.sources.values import SourceStr, span_of
from deckbuild.sources.yaml import parse_yaml

blocks: TypeAdapter[Block] = TypeAdapter(AnyBlock)
graphics: TypeAdapter[Graphic] = TypeAdapter(AnyGraphic)


def said(adapter: TypeAdapter[Block] | TypeAdapter[Graphic], source: str) -> list[str]:
    """What is wrong with a block or graphic: position and message."""
    tree = parse_yaml(source, "s.yaml")
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(tree)
    return [f"{found.span.line}:{found.span.column} {found.message}" for found in explain(caught.value, tree)]


@pytest.mark.parametrize(
    ("source", "fields"),
    [
        ("just text", {"text": "just text"}),
        ("50", {"text": "50"}),
        ("text: some", {"text": "some"}),
        ("{heading: H, text: some}", {"heading": "H", "text": "some"}),
        ("callout: some", {"callout": "some"}),
        ("{callout: some, tone: warning}", {"callout": "some", "tone": "warning"}),
        ("callout: {callout: some, tone: warning}", {"callout": "some", "tone": "warning"}),
        ("code: {language: json, source: '{}'}", {"language": "json", "source": "{}"}),
        ("{heading: H, code: {source: x}, title: t}", {"heading": "H", "source": "x", "title": "t"}),
        ("table: {columns: [a], rows: [[1.50]]}", {"columns": ("a",), "rows": (("1.50",),)}),
    ],
)
def test_ways_to_write_a_block(source: str, fields: dict[str, object]) -> None:
    block = blocks.validate_python(parse_yaml(source, "s.yaml"))
    assert {name: getattr(block, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        (
            "table: {columns: [a], rows: [[true]]}",
            "1:31 entry 1 of 'rows' must be text, is the truth value true",
        ),
        ("table: {columns: [a]}", "1:8 a table needs 'rows'"),
        ("table: {columns: [a], rows: [[x]], rwos: 1}", "1:36 unknown key 'rwos' in a table"),
        ("table: [a, b]", "1:8 'table' must be a mapping, is a list"),
        (
            "{heading: H, code: {heading: I}}",
            "1:21 'heading' stands twice: in 'code' and beside it",
        ),
        ("{heading: [a], code: {source: x}}", "1:11 'heading' must be text, is a list"),
        ("code: {source: ''}", "1:16 'source' must not be empty"),
        ("bullets: {a: b}", "1:10 'bullets' must be a list, is a mapping"),
        ("heading: H", "1:1 a block needs a key that names its kind"),
        ("[a, b]", "1:1 this must be a block, is a list"),
        ("~", "0:0 this must be a block, is empty"),
    ],
)
def test_a_mistake_in_a_block(source: str, complaint: str) -> None:
    assert said(blocks, source) == [complaint]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("id: a", "1:1 a graphic needs 'kind'"),
        ("{kind: [a], id: a}", "1:8 unknown graphic a list"),
        ("text", "1:1 this must be a graphic, is 'text'"),
        ("{kind: specimen, id: two words}", "1:22 'two words' can't be an id"),
        ("{kind: specimen, id: a, colour: red}", "1:25 unknown key 'colour' in a specimen"),
    ],
)
def test_a_mistake_in_a_graphic(source: str, complaint: str) -> None:
    assert said(graphics, source) == [complaint]


def test_a_graphic_knows_its_kind_and_place() -> None:
    graphic = graphics.validate_python(parse_yaml("kind: specimen\nid: a\ntitle: T\n", "s.yaml"))
    assert (graphic.kind, graphic.id, graphic.title) == ("specimen", "a", "T")
    assert isinstance(graphic.title, SourceStr)
    assert str(span_of(graphic.title)) == "s.yaml:3:8"


def test_faults_below_a_value_keep_their_place() -> None:
    class Edges(Graphic):
        edges: tuple[dict[str, str], ...] = ()

        @model_validator(mode="after")
        def _joined(self) -> Self:
            raise_faults([Fault("edge to unknown node 'x'", loc=("edges", 1, "to"))])
            return self

    GRAPHICS.register("edges")(Edges)
    try:
        source = "kind: edges\nid: a\nedges:\n  - {to: a}\n  - {to: x}\n"
        assert said(graphics, source) == ["5:10 edge to unknown node 'x'"]
    finally:
        GRAPHICS._kinds.pop("edges")


def test_a_node_tells_what_is_wrong_with_its_parts() -> None:
    class Leg(Node):
        start: int
        end: int

        def faults(self) -> Iterator[Fault]:
            if self.end < self.start:
                yield Fault("ends before it starts", loc=("end",))

    class Trip(Graphic):
        legs: tuple[Leg, ...]

        def faults(self) -> Iterator[Fault]:
            yield Fault("leads nowhere", loc=("legs",))

    GRAPHICS.register("trip")(Trip)
    try:
        source = "kind: trip\nid: a\nlegs:\n  - {start: 1, end: 2}\n  - {start: 4, end: 3}\n"
        assert said(graphics, source) == ["5:21 ends before it starts"]
        assert said(graphics, source.replace("end: 3", "end: 5")) == ["4:3 leads nowhere"]
    finally:
        GRAPHICS._kinds.pop("trip")


def test_a_plain_value_error_is_taken_as_fact_and_cure() -> None:
    def check(icon: str) -> str:
        raise ValueError(f"unknown icon {icon!r}; did you mean 'rocket'?")

    adapter: TypeAdapter[str] = TypeAdapter(Annotated[str, AfterValidator(check)])
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python("rokcet")
    (found,) = explain(caught.value, "rokcet")
    assert (found.message, found.hint) == ("unknown icon 'rokcet'", "did you mean 'rocket'?")


def test_of_a_union_only_the_branch_that_got_furthest_is_told() -> None:
    adapter: TypeAdapter[object] = TypeAdapter(dict[str, int | list[int] | dict[str, int]])
    tree = parse_yaml("a: {b: 1, c: x}", "s.yaml")
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(tree)
    assert len(caught.value.errors()) == 3
    (found,) = explain(caught.value, tree)
    assert (str(found.span), found.message) == ("s.yaml:1:14", "'c' must be a whole number, is 'x'")
