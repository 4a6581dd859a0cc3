"""Lines from one node of a graphic to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from deckbuild.deck.fields import ColorName, Inline, PlainStr
from deckbuild.deck.ids import Ref
from deckbuild.deck.nodes import Node
from deckbuild.deck.shorthand import Arrow

NodeId = Annotated[PlainStr, Ref("nodes")]


class Relation(Node):
    """A line from one node to another; a field of some is read by `read_edges`, as `a -> b: label`.

    A kind whose nodes stand under another key than `nodes` declares `start` and `end` anew, with that key.
    """

    noun: ClassVar[str] = "edge"
    besides_color: ClassVar[Mapping[str, str]] = {"label": "a label", "style": "style: dashed"}

    start: NodeId = Field(alias="from", description="Id of the node it leaves.")
    end: NodeId = Field(alias="to", description="Id of the node it leads to.")
    label: Inline | None = Field(default=None, description="Words beside the line.")
    style: Literal["solid", "dashed"] = Field(default="solid", description="How the line is drawn.")
    color: ColorName | None = Field(default=None, description="Palette colour of the line.")
    arrow: Arrow = Field(default="end", description="Where its heads are: `end`, `both` or `none`.")
