"""Architectures: tiers of nodes with the lines between them, in boxes, through channels."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import BAD_REFERENCE, BAD_VALUE, DUPLICATE, Fault, raise_faults
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic
from deckbuild.deck.source import span_of
from deckbuild.diagnostics import did_you_mean
from deckbuild.document import Frame, Group, Item, move
from deckbuild.geometry import Rect, Size
from deckbuild.graphics import architecture_spec as spec
from deckbuild.graphics.architecture_boxes import caption, caption_height, tier_box, tunnel
from deckbuild.graphics.architecture_nodes import component
from deckbuild.graphics.architecture_parts import Scale
from deckbuild.graphics.architecture_plan import Plan, plan
from deckbuild.graphics.architecture_routes import Drawing, Router, gap_between
from deckbuild.graphics.connect import End
from deckbuild.text.fitting import largest_fitting, sizes_between

LARGEST_LABEL = 16.0
"""Points: beyond, labels would compete with the slide's own text."""


@GRAPHICS.register("architecture")
class Architecture(Graphic):
    """Tiers of nodes joined by lines: who calls what, through which boundary, with what kept where.

    Tiers stand below each other (`direction: down`) or side by side (`right`); lines join neighbours.
    """

    direction: Literal["down", "right"] = Field(default="down", description="Where the next tier stands")
    columns: tuple[float, ...] = Field(
        default=(), description="Widths of the nodes in rows of as many nodes, in proportion"
    )
    tiers: tuple[spec.Tier, ...] = Field(min_length=1, description="From the top, or from the left")
    edges: tuple[spec.AnyLink, ...] = Field(default=(), description="`a -> b: label`, or mappings")
    channels: tuple[spec.Channel, ...] = Field(default=(), description="Tunnels between tiers side by side")
    caption: spec.AnyCaption | None = Field(default=None, description="A statement below the drawing")

    @model_validator(mode="after")
    def _references(self) -> Self:
        nodes = [node.id for tier in self.tiers for node in tier.nodes]
        tiers = [tier.id for tier in self.tiers if tier.id]
        faults = [
            Fault(f"node id {str(name)!r} is used twice", "ids are unique", DUPLICATE, span=span_of(name))
            for index, name in enumerate(nodes)
            if name in nodes[:index]
        ]
        for index, link in enumerate(self.edges):
            unknown = [name for name in (link.start, link.end) if name not in nodes]
            faults += [
                Fault(
                    f"edge to unknown node {str(name)!r}",
                    did_you_mean(name, nodes),
                    BAD_REFERENCE,
                    ("edges", index),
                )
                for name in unknown
            ]
            if not unknown and not self._neighbours(link):
                hint = "edges join nodes of neighbouring tiers, or neighbours in one"
                message = f"edge from {str(link.start)!r} to {str(link.end)!r} leads past other nodes"
                faults.append(Fault(message, hint, BAD_VALUE, ("edges", index)))
        for index, channel in enumerate(self.channels):
            for name in channel.between:
                if name not in tiers:
                    hint = did_you_mean(name, tiers) if tiers else "give the tiers ids"
                    message = f"channel to unknown tier {str(name)!r}"
                    faults.append(Fault(message, hint, BAD_REFERENCE, ("channels", index)))
        counts = {len(tier.nodes) for tier in self.tiers}
        if self.columns and len(self.columns) not in counts:
            message = f"{len(self.columns)} columns, but no tier has as many nodes"
            faults.append(Fault(message, "", BAD_VALUE, ("columns",)))
        if self.channels and self.direction == "down":
            hint = "set direction: right"
            faults.append(
                Fault("channels need tiers side by side", hint, BAD_VALUE, ("channels",), at_key=True)
            )
        raise_faults(faults)
        return self

    def _neighbours(self, link: spec.Link) -> bool:
        for tier in self.tiers:
            ids = [node.id for node in tier.nodes]
            if link.start in ids and link.end in ids:
                return abs(ids.index(link.start) - ids.index(link.end)) == 1
        first, last = (
            next(index for index, tier in enumerate(self.tiers) if name in [node.id for node in tier.nodes])
            for name in (link.start, link.end)
        )
        return abs(first - last) == 1

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """The drawing at the largest label size that fits, filling the region."""
        role = context.theme.type.label
        sizes = sizes_between(role.min, min(role.max, LARGEST_LABEL), 0.5)

        def fits(frame: Frame) -> bool:
            return frame.size.width <= region.width + 0.01 and frame.size.height <= region.height + 0.01

        _, frame = largest_fitting(
            sizes,
            lambda size: self._attempt(region, Scale(size, context, self.id), last=size == sizes[-1]),
            fits,
        )
        return frame

    def _attempt(self, region: Size, scale: Scale, *, last: bool) -> Frame:
        """The drawing at one size; only measured if the places alone tell that it won't fit and others follow."""
        drawing = Drawing(self.tiers, self.edges, self.channels, self.columns, self.direction)
        gap = scale.context.theme.shape.gap
        foot = caption_height(self.caption, region.width, scale) if self.caption else 0.0
        below = foot + gap if foot else 0.0
        planned = plan(drawing, Size(region.width, region.height - below), scale)
        need = Size(max(region.width, planned.need.width), max(region.height, planned.need.height + below))
        if need != region and not last:
            return Frame(need)
        items, short = draw(drawing, planned, scale)
        if self.caption:
            top = need.height - foot
            items += caption(self.caption, Rect(0, top, region.width, foot), scale)
        return Frame(Size(need.width, need.height + short), tuple(items))


def draw(drawing: Drawing, planned: Plan, scale: Scale) -> tuple[list[Item], float]:
    """Everything at its place, from back to front, and how many points of height a channel's name lacks."""
    rows = drawing.direction == "down"
    nodes = {node.id: (node, tier) for tier in drawing.tiers for node in tier.nodes}
    hues = {name: scale.hue(node.color or tier.color) for name, (node, tier) in nodes.items()}
    router = Router(
        {name: End(planned.nodes[name], scale.key(name)) for name in nodes},
        {name: hues[name] for name, (node, tier) in nodes.items() if node.color or tier.color},
        scale,
    )
    back = [
        item
        for t, p in zip(drawing.tiers, planned.tiers, strict=True)
        for item in tier_box(t, p, rows, scale)
    ]
    lines: list[Item] = []
    front: list[Item] = []
    short = 0.0
    for index, gap in enumerate(planned.gaps):
        crossing = router.draw(drawing.between(index, index + 1), gap, upright=rows)
        lines += crossing.lines
        if part := drawing.channel(index):
            passage = tunnel(part, gap, crossing.taken, scale)
            back += passage.back
            front += passage.front
            short = max(short, passage.short)
        front += crossing.labels
    for tier in drawing.tiers:
        for one, other in pairwise(tier.nodes):
            if links := drawing.joined(one.id, other.id):
                between = gap_between(planned.nodes[one.id], planned.nodes[other.id])
                joined = router.draw(links, between, upright=not rows)
                lines += joined.lines
                front += joined.labels
    radius = scale.context.theme.shape.radius
    boxes: list[Item] = []
    for name, (node, _) in nodes.items():
        rect = planned.nodes[name]
        outline = router.sites.geometry(router.ends[name], radius)
        drawn = component(node, rect, hues[name], scale, cells=planned.cells[name], geometry=outline)
        boxes.append(grouped(drawn.items, rect, node.label))
    return [*back, *lines, *boxes, *front], short


def grouped(items: tuple[Item, ...], rect: Rect, name: str) -> Item:
    """A node's shapes as one group, so that it moves as one; a lone shape as it is."""
    if len(items) == 1:
        return items[0]
    frame = Frame(rect.size, tuple(move(item, -rect.left, -rect.top) for item in items))
    return Group(rect, frame, name=plain_text(name), native=True)
