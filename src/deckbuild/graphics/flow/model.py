"""What authors write for a flow: nodes, edges between them, groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import ColorName, Identifier, Inline, InlineList, PlainStr
from deckbuild.deck.ids import Ref
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.relations import Relation
from deckbuild.deck.shorthand import known, labelled, read_edges
from deckbuild.diagnostics.codes.deck import DUPLICATE
from deckbuild.diagrams.graphviz_engine import Direction
from deckbuild.layout.icons import IconName
from deckbuild.sources.values import span_of

MOST_NODES, MOST_EDGES = 60, 100
"""Several times what a slide can hold: putting nodes and edges in order takes time that grows with the square
of their number."""


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


class FlowEdge(Relation):
    """An arrow of a flow; written short as `a -> b`, `a -> b -> c`, `a <-> b`, `a -- b`, with `: label`."""

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
    nodes: Annotated[tuple[PlainStr, ...], Ref("nodes", "groups", joins=False)] = Field(
        min_length=1,
        description=(
            "Ids of the nodes on the panel, or of groups for all of their nodes. A group whose nodes are all"
            " in another one stands on the panel of that."
        ),
    )


class FlowSpec(Graphic):
    """What authors write for a graphic of the kind `flow`."""

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

    def faults(self) -> Iterator[Fault]:
        for index, edge in enumerate(self.edges):
            if edge.start == edge.end and edge.start in self.nodes:
                span = known(span_of(edge.end))
                hint = "a flow has no loops from a node to itself"
                yield Fault("edge leads back to its own node", hint, loc=("edges", index), span=span)
        yield from self._group_faults()

    def _group_faults(self) -> Iterator[Fault]:
        """Groups that hold themselves, and nodes in two groups neither of which holds the other."""
        members = self.members()
        for key in self.groups:
            if key in self._named(key):
                hint = "take it out of its own nodes, or out of those of a group on its panel"
                yield Fault(f"group {str(key)!r} holds itself", hint, loc=("groups", key, "nodes"))
                return
        for (one, first), (other, second) in combinations(members.items(), 2):
            shared = [name for name in second if name in first]
            if not shared or (set(first) != set(second) and not {*second} - {*first}) or {*first} < {*second}:
                continue
            index = next(
                i for i, name in enumerate(self.groups[other].nodes) if name in shared or name in self.groups
            )
            message = f"node {str(shared[0])!r} is in group {str(one)!r} already"
            hint = (
                f"a node has one group; for a group in a group, one of {str(one)!r} and {str(other)!r} holds"
                " all nodes of the other, and more"
            )
            yield Fault(message, hint, DUPLICATE, ("groups", other, "nodes", index))

    def members(self) -> dict[str, tuple[str, ...]]:
        """The nodes of each group, those of groups on its panel among them."""
        found = {}
        for key in self.groups:
            inner = [key, *sorted(self._named(key) - {key})]
            names = (name for each in inner for name in self.groups[each].nodes if name in self.nodes)
            found[key] = tuple(dict.fromkeys(names))
        return found

    def _named(self, key: str) -> set[str]:
        """The groups that a group names among its nodes, and those that these name."""
        found: set[str] = set()
        waiting = [key]
        while waiting:
            for name in self.groups[waiting.pop()].nodes:
                if name in self.groups and name not in self.nodes and name not in found:
                    found.add(name)
                    waiting.append(name)
        return found

    def joined(self) -> Mapping[str, Node]:
        return self.nodes if len(self.nodes) > 1 else {}

    def prefers_wide(self) -> bool:
        return self.wide
