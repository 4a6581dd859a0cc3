"""What authors write for an architecture: tiers of nodes, edges between them, channels and captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise, product
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import ColorName, Identifier, Inline, InlineList, Verbatim
from deckbuild.deck.ids import Ref
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.numbers import Number, Weight, share_faults
from deckbuild.deck.relations import Relation
from deckbuild.deck.shorthand import known, labelled, read_edges
from deckbuild.diagnostics.codes.deck import DUPLICATE
from deckbuild.layout.icons import IconName
from deckbuild.sources.values import span_of


class Item(Node):
    """A small pill in a node: a message, a token, a request."""

    noun = "item"

    label: Inline = Field(description="The words on the pill.")
    icon: IconName | None = Field(default=None, description="Drawn before the words.")
    color: ColorName | None = Field(default=None, description="Its own colour, else the node's.")


class Store(Node):
    """What a node keeps: a panel inside it, with lines below its label."""

    noun = "store"

    label: Inline = Field(description="Its name, in bold.")
    icon: IconName | None = Field(default=None, description="Drawn beside the name.")
    lines: InlineList = Field(default=(), description="What it holds, one line each.")
    note: Inline | None = Field(default=None, description="A closing line with a check mark.")


AnyItem = Annotated[Item, BeforeValidator(labelled)]
AnyStore = Annotated[Store, BeforeValidator(labelled)]


class Component(Node):
    """A box of the architecture. One with a `letter` is a person."""

    noun = "node"

    id: Identifier = Field(description="Its name for edges.")
    label: Inline = Field(description="Its title, in bold.")
    icon: IconName | None = Field(default=None, description="Drawn beside the label, or above it.")
    letter: Verbatim | None = Field(
        default=None, min_length=1, max_length=2, description="A letter in a disc, in place of an icon."
    )
    color: ColorName | None = Field(default=None, description="Colour of its border, items and edges.")
    details: InlineList = Field(default=(), description="Lines below the label.")
    items: tuple[AnyItem, ...] = Field(default=(), description="Pills in a row, in line with the columns.")
    stores: tuple[AnyStore, ...] = Field(default=(), description="Panels inside the node.")
    highlight: bool = Field(
        default=False, description="Fill it with its colour's tint: one node of the graphic."
    )


class Meter(Node):
    """A share of the traffic as a bar, so that less and less can be seen from tier to tier."""

    noun = "meter"

    share: Number = Field(ge=0, le=100, description="How much of the bar is filled, in percent.")
    label: Inline = Field(description="What the share means, before the bar.")


class Tier(Node):
    """Nodes side by side across the flow. With a title, icon or note they stand in a box."""

    noun = "tier"

    id: Identifier | None = Field(default=None, description="Its name for channels.")
    title: Inline | None = Field(default=None, description="Title of the box.")
    icon: IconName | None = Field(default=None, description="Drawn with the title.")
    color: ColorName | None = Field(default=None, description="Colour of the box and of its nodes' borders.")
    note: Inline | None = Field(
        default=None, description="A remark at the end of the box: a latency, a cost."
    )
    note_icon: IconName | None = Field(default=None, description="Drawn with the note.")
    meter: Meter | None = Field(default=None, description="A share as a bar below the nodes.")
    weight: Weight = Field(default=1.0, description="Share of the width, with `direction: right`.")
    nodes: tuple[Component, ...] = Field(
        min_length=1, max_length=24, description="From left to right, or from the top."
    )

    @property
    def boxed(self) -> bool:
        return bool(self.title or self.icon or self.note)


class Link(Relation):
    """An edge; `lines` draws it as several parallel ones."""

    icon: IconName | None = Field(default=None, description="Drawn before the words.")
    lines: int = Field(default=1, ge=1, le=6, description="Number of parallel lines.")

    @property
    def speaks(self) -> bool:
        return bool(self.label or self.icon)


AnyLinks = Annotated[tuple[Link, ...], Field(max_length=100), BeforeValidator(read_edges)]
"""Edges as in a flow: `a -> b: label`, `a <-> b`, chains, or mappings."""


class ChannelGate(Node):
    """What stands at both ends of a channel, such as a firewall."""

    noun = "gate"

    label: Inline = Field(description="Its name.")
    icon: IconName = Field(description="Drawn on the gate.")


class Channel(Node):
    """A band between two tiers that stand side by side: a tunnel, a private line. Edges run through it."""

    noun = "channel"

    between: Annotated[tuple[Identifier, Identifier], Ref("tiers")] = Field(
        description="Ids of two neighbouring tiers."
    )
    label: Inline = Field(description="Its name.")
    icon: IconName | None = Field(default=None, description="Drawn above the name.")
    color: ColorName | None = Field(default=None, description="Its colour.")
    ends: ChannelGate | None = Field(default=None, description="A gate at both ends: label and icon.")


class Caption(Node):
    """A statement below the whole drawing."""

    noun = "caption"

    label: Inline = Field(description="The words.")
    icon: IconName | None = Field(default=None, description="Drawn before the words.")


AnyCaption = Annotated[Caption, BeforeValidator(labelled)]


class ArchitectureSpec(Graphic):
    """What authors write for a graphic of the kind `architecture`."""

    direction: Literal["down", "right"] = Field(default="down", description="Where the next tier stands.")
    columns: tuple[Weight, ...] = Field(
        default=(), description="Widths in proportion, for the tiers that have as many nodes: `[2, 1, 1]`."
    )
    tiers: tuple[Tier, ...] = Field(
        min_length=1,
        max_length=24,
        description="From the top, or from the left. One with a title, an icon or a note stands in a box.",
    )
    edges: AnyLinks = Field(
        default=(),
        description=(
            "`a -> b`, `a -> b -> c`, `a -> b: label`, `a <-> b`, or mappings, between nodes of neighbouring"
            " tiers, or neighbours in one. A line has the colour of its nodes unless it has one of its own."
        ),
    )
    channels: tuple[Channel, ...] = Field(
        default=(), description="With `direction: right`: bands between tiers, through which edges run."
    )
    caption: AnyCaption | None = Field(default=None, description="A statement below the drawing.")

    wide: bool = Field(default=False, description="Take the full width of the slide, below its text.")

    def joined(self) -> Mapping[str, Node]:
        """Standing in a box with a title is a relation too."""
        alone = [tier for tier in self.tiers if self.edges and not tier.title]
        return {node.id: node for tier in alone for node in tier.nodes}

    def prefers_wide(self) -> bool:
        return self.wide

    def weights(self, tier: Tier) -> tuple[float, ...]:
        """How the nodes of a tier share a row."""
        return self.columns if len(self.columns) == len(tier.nodes) else (1.0,) * len(tier.nodes)

    def links(self, some: Iterable[Component], others: Iterable[Component]) -> list[Link]:
        """The edges between nodes of one group and of another, whichever way they lead."""
        pairs = {frozenset((one.id, other.id)) for one, other in product(some, others)}
        return [link for link in self.edges if frozenset((link.start, link.end)) in pairs]

    def channel(self, one: Tier, other: Tier) -> Channel | None:
        """The channel between two tiers."""
        return next((each for each in self.channels if set(each.between) == {one.id, other.id}), None)

    def faults(self) -> Iterator[Fault]:
        yield from self._edge_faults()
        yield from self._channel_faults()
        yield from share_faults(self.columns, "columns")
        if self.columns and len(self.columns) not in {len(tier.nodes) for tier in self.tiers}:
            message = f"there are {len(self.columns)} columns, but no tier has as many nodes"
            yield Fault(message, "give one width for each node of a tier", loc=("columns",))
        if self.direction == "right":
            for fault in share_faults([tier.weight for tier in self.tiers], "tiers"):
                yield replace(fault, loc=(*fault.loc, "weight"))

    def _edge_faults(self) -> Iterator[Fault]:
        across = (product(one.nodes, other.nodes) for one, other in pairwise(self.tiers))
        near = chain(*across, *(pairwise(tier.nodes) for tier in self.tiers))
        joinable = {frozenset((one.id, other.id)) for one, other in near}
        ids = {node.id for tier in self.tiers for node in tier.nodes}
        for link in self.edges:
            ends = frozenset((link.start, link.end))
            if ends <= ids and ends not in joinable:
                message = f"edge from {str(link.start)!r} to {str(link.end)!r} leads past other nodes"
                hint = "edges join nodes of neighbouring tiers, or neighbours in one"
                yield Fault(message, hint, span=known(span_of(link.start)))

    def _channel_faults(self) -> Iterator[Fault]:
        near = [{one.id, other.id} for one, other in pairwise(self.tiers)]
        ids = {tier.id for tier in self.tiers}
        earlier: list[set[str]] = []
        for index, channel in enumerate(self.channels):
            ends = set(map(str, channel.between))
            if ends <= ids and ends not in near:
                yield Fault("a channel joins neighbouring tiers", span=known(span_of(channel.between[0])))
            if ends in earlier:
                message = f"a second channel between {' and '.join(sorted(ends))}"
                loc = ("channels", index, "between")
                yield Fault(message, "say both things in one label", DUPLICATE, loc)
            earlier.append(ends)
        if self.channels and self.direction == "down":
            message = "channels need tiers side by side"
            yield Fault(message, "set direction: right", loc=("channels",), at_key=True)
