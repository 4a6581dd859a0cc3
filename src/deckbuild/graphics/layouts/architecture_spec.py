"""What authors write for an architecture: tiers of nodes, edges between them, channels and captions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from deckbuild.deck.fields import ColorName, Identifier, Inline, InlineList, Verbatim
from deckbuild.deck.nodes import Node
from deckbuild.deck.numbers import Number, Weight
from deckbuild.graphics.drawing.icons import IconName
from deckbuild.graphics.flow import Arrow, labelled, read_edges


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


class Link(Node):
    """An edge; `lines` draws it as several parallel ones."""

    noun = "edge"

    start: Identifier = Field(alias="from", description="Id of a node.")
    end: Identifier = Field(alias="to", description="Id of a node in a neighbouring tier, or beside it.")
    label: Inline | None = Field(default=None, description="Words beside the line.")
    icon: IconName | None = Field(default=None, description="Drawn before the words.")
    color: ColorName | None = Field(default=None, description="Colour of the line, else that of the nodes.")
    style: Literal["solid", "dashed"] = Field(default="solid", description="How the line is drawn.")
    arrow: Arrow = Field(default="end", description="Where its heads are: `end`, `both` or `none`.")
    lines: int = Field(default=1, ge=1, le=6, description="Number of parallel lines.")


AnyLinks = Annotated[tuple[Link, ...], Field(max_length=100), BeforeValidator(read_edges)]
"""Edges as in a flow: `a -> b: label`, `a <-> b`, chains, or mappings."""


class Gate(Node):
    """What stands at both ends of a channel, such as a firewall."""

    noun = "gate"

    label: Inline = Field(description="Its name.")
    icon: IconName = Field(description="Drawn on the gate.")


class Channel(Node):
    """A band between two tiers that stand side by side: a tunnel, a private line. Edges run through it."""

    noun = "channel"

    between: tuple[Identifier, Identifier] = Field(description="Ids of two neighbouring tiers.")
    label: Inline = Field(description="Its name.")
    icon: IconName | None = Field(default=None, description="Drawn above the name.")
    color: ColorName | None = Field(default=None, description="Its colour.")
    ends: Gate | None = Field(default=None, description="A gate at both ends: label and icon.")


class Caption(Node):
    """A statement below the whole drawing."""

    noun = "caption"

    label: Inline = Field(description="The words.")
    icon: IconName | None = Field(default=None, description="Drawn before the words.")


AnyCaption = Annotated[Caption, BeforeValidator(labelled)]
