"""Flow: labelled nodes joined by arrows, in ranks that Graphviz puts in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, Loc, raise_faults
from deckbuild.deck.fields import ColorName, Identifier, Inline, InlineList, PlainStr
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.diagnostics import NOWHERE, Span, did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_REFERENCE, BAD_VALUE, DUPLICATE
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.drawing.graphviz_engine import Direction
from deckbuild.graphics.drawing.icons import IconName
from deckbuild.graphics.layouts.flow_layout import lay_out_flow
from deckbuild.sources.values import SourceList, SourceMap, SourceStr, span_of

MOST_NODES, MOST_EDGES = 60, 100
"""Several times what a slide can hold: putting nodes and edges in order takes time that grows with the square
of their number."""

Arrow = Literal["end", "both", "none"]
ARROWS: Mapping[str, Arrow] = {"->": "end", "<->": "both", "--": "none"}
_ARROW = re.compile(r"\s+(->|<->|--)\s+")


def labelled(value: Any) -> Any:
    """A bare text as a mapping with just a label."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return SourceMap({"label": value}, span_of(value))
    return value


class FlowNode(Node):
    """A box of a flow."""

    noun = "node"

    label: Inline = Field(description="What the node is, in bold.")
    details: InlineList = Field(default=(), description="Further lines below the label.")
    icon: IconName | None = Field(
        default=None, description="Icon beside the text, or above it in a narrow box."
    )
    color: ColorName | None = Field(default=None, description="Palette colour; by default that of its group.")
    shape: Literal["box", "pill", "diamond"] = Field(default="box", description="Outline of the node.")
    highlight: bool = Field(
        default=False, description="Solid fill: the one node of the flow that the eye should meet first."
    )
    stretch: bool = Field(
        default=False, description="As long as the whole rank, for what all others lead to."
    )


class FlowEdge(Node):
    """An arrow of a flow; written short as `a -> b`, `a -> b -> c`, `a <-> b`, `a -- b`, with `: label`."""

    noun = "edge"

    start: PlainStr = Field(alias="from", description="Id of the node it leaves.")
    end: PlainStr = Field(alias="to", description="Id of the node it leads to.")
    label: Inline = Field(default="", description="Text beside the line.")
    style: Literal["solid", "dashed"] = Field(default="solid", description="Dash of the line.")
    color: ColorName | None = Field(default=None, description="Palette colour of the line.")
    arrow: Arrow = Field(
        default="end", description="Where its heads are; `none` joins peers, which then share a rank."
    )
    beside: bool = Field(
        default=False, description="Whether its nodes share a rank all the same, such as steps of two lanes."
    )

    @property
    def peers(self) -> bool:
        """Whether it joins nodes of one rank rather than one step to the next."""
        return self.beside or self.arrow == "none"


class FlowGroup(Node):
    """Nodes on a panel of their own."""

    noun = "group"

    title: Inline = Field(description="Heading of the panel.")
    note: Inline = Field(default="", description="A line above the heading.")
    color: ColorName | None = Field(default=None, description="Palette colour of the panel and its nodes.")
    nodes: tuple[PlainStr, ...] = Field(min_length=1, description="Ids of the nodes on the panel.")


def read_edges(value: Any) -> Any:
    """Edges written short as mappings: a chain becomes several, a label goes to the last."""
    if not isinstance(value, list):
        return value
    edges: list[Any] = []
    for entry in value:
        if isinstance(entry, str):
            edges += _chain(*_split_label(entry), span_of(entry))
        elif isinstance(entry, dict) and len(entry) == 1 and _ARROW.search(str(next(iter(entry)))):
            chain, label = next(iter(entry.items()))
            edges += _chain(str(chain), label, span_of(entry))
        else:
            edges.append(entry)
    return SourceList(edges, span_of(value), [span_of(edge) for edge in edges])


def _split_label(text: str) -> tuple[str, str]:
    chain, _, label = text.partition(": ")
    return chain, label.strip()


def _chain(text: str, label: Any, span: Span) -> list[SourceMap]:
    parts = _ARROW.split(text.strip())
    if len(parts) < 3:
        hint = "write 'from -> to', 'from -> to: label' or a mapping with 'from' and 'to'"
        raise Fault(f"{text!r} is no edge", hint, BAD_VALUE, span=_known(span)).error()
    edges = []
    for index in range(0, len(parts) - 2, 2):
        start, arrow, end = parts[index : index + 3]
        ends = {"from": SourceStr(start, span), "to": SourceStr(end, span), "arrow": ARROWS[arrow]}
        edges.append(SourceMap(ends, span))
    if label:
        edges[-1]["label"] = label
    return edges


def _known(span: Span) -> Span | None:
    return None if span == NOWHERE else span


@GRAPHICS.register("flow")
class Flow(Graphic):
    """Steps, parts or pieces of work, and what leads to what."""

    nodes: dict[Identifier, Annotated[FlowNode, BeforeValidator(labelled)]] = Field(
        min_length=1, max_length=MOST_NODES, description="Nodes by id: a label, or a mapping."
    )
    edges: Annotated[tuple[FlowEdge, ...], BeforeValidator(read_edges)] = Field(
        default=(),
        max_length=MOST_EDGES,
        description=(
            "`a -> b`, `a -> b -> c`, `a -> b: label`, `a <-> b`; `a -- b` joins peers, which then stand"
            " beside each other; or mappings."
        ),
    )
    groups: dict[Identifier, FlowGroup] = Field(
        default_factory=dict,
        description="Panels round nodes. Nodes of one rank make a column, nodes of several a lane.",
    )
    direction: Direction | None = Field(
        default=None, description="Where arrows lead, `right` or `down`; by default what fills the region."
    )
    wide: bool = Field(default=False, description="Take the full width of the slide, below its text.")

    @model_validator(mode="after")
    def _references(self) -> Self:
        faults = []

        def check(name: str, loc: Loc) -> None:
            if name not in self.nodes:
                hint = did_you_mean(name, self.nodes)
                message = f"unknown node {str(name)!r}"
                faults.append(Fault(message, hint, BAD_REFERENCE, loc, span=_known(span_of(name))))

        for index, edge in enumerate(self.edges):
            check(edge.start, ("edges", index, "from"))
            check(edge.end, ("edges", index, "to"))
            if edge.start == edge.end and edge.start in self.nodes:
                span = _known(span_of(edge.end))
                hint = "a flow has no loops from a node to itself"
                faults.append(Fault("edge leads back to its own node", hint, loc=("edges", index), span=span))
        grouped: dict[str, str] = {}
        for group_id, group in self.groups.items():
            for index, name in enumerate(group.nodes):
                loc = ("groups", group_id, "nodes", index)
                check(name, loc)
                if name in grouped:
                    message = f"node {str(name)!r} is in group {grouped[name]!r} already"
                    faults.append(Fault(message, "a node has one group", DUPLICATE, loc))
                grouped[name] = group_id
        raise_faults(faults, "flow")
        return self

    def prefers_wide(self) -> bool:
        return self.wide

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return lay_out_flow(self, region, context)
