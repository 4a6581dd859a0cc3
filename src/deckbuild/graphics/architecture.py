"""Architectures: tiers of nodes with the lines between them, in boxes, through channels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic
from deckbuild.deck.numbers import Weight, share_faults
from deckbuild.diagnostics import NOWHERE, did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_REFERENCE, BAD_VALUE, DUPLICATE
from deckbuild.document import Frame, Group, Item, move
from deckbuild.geometry import Rect, Size
from deckbuild.graphics.drawing.connect import End
from deckbuild.graphics.layouts import architecture_spec as spec
from deckbuild.graphics.layouts.architecture_boxes import caption, caption_height, tier_box, tunnel
from deckbuild.graphics.layouts.architecture_columns import plan_columns
from deckbuild.graphics.layouts.architecture_lanes import Drawing
from deckbuild.graphics.layouts.architecture_nodes import component
from deckbuild.graphics.layouts.architecture_parts import Scale
from deckbuild.graphics.layouts.architecture_plan import Plan
from deckbuild.graphics.layouts.architecture_routes import Router, gap_between
from deckbuild.graphics.layouts.architecture_rows import plan_rows
from deckbuild.layout.label import fit_frame, fits_region
from deckbuild.sources.values import span_of

LARGEST_LABEL = 16.0
"""Points: beyond, labels would compete with the slide's own text."""


@GRAPHICS.register("architecture")
class Architecture(Graphic):
    """Tiers of nodes joined by lines: who calls what, through which boundary, with what kept where.

    Tiers stand below each other (`direction: down`) or side by side (`right`); lines join neighbours.
    """

    direction: Literal["down", "right"] = Field(default="down", description="Where the next tier stands.")
    columns: tuple[Weight, ...] = Field(
        default=(), description="Widths in proportion, for the tiers that have as many nodes: `[2, 1, 1]`."
    )
    tiers: tuple[spec.Tier, ...] = Field(
        min_length=1,
        max_length=24,
        description="From the top, or from the left. One with a title, an icon or a note stands in a box.",
    )
    edges: spec.AnyLinks = Field(
        default=(), description="`a -> b`, `a -> b -> c`, `a -> b: label`, `a <-> b`, or mappings."
    )
    channels: tuple[spec.Channel, ...] = Field(
        default=(), description="With `direction: right`: bands between tiers, through which edges run."
    )
    caption: spec.AnyCaption | None = Field(default=None, description="A statement below the drawing.")

    wide: bool = Field(default=False, description="Take the full width of the slide, below its text.")

    def prefers_wide(self) -> bool:
        return self.wide

    @model_validator(mode="after")
    def _references(self) -> Self:
        raise_faults(
            [
                *self._twice(),
                *self._edge_faults(),
                *self._channel_faults(),
                *self._column_faults(),
                *self._share_faults(),
            ]
        )
        return self

    def _twice(self) -> Iterator[Fault]:
        nodes = [node.id for tier in self.tiers for node in tier.nodes]
        tiers = [tier.id for tier in self.tiers if tier.id]
        for what, names in (("node", nodes), ("tier", tiers)):
            for index, name in enumerate(names):
                if name in names[:index]:
                    yield _fault(f"{what} id {str(name)!r} is used twice", "ids are unique", DUPLICATE, name)

    def _edge_faults(self) -> Iterator[Fault]:
        places = {
            node.id: (row, column)
            for row, tier in enumerate(self.tiers)
            for column, node in enumerate(tier.nodes)
        }
        for link in self.edges:
            unknown = [name for name in (link.start, link.end) if name not in places]
            for name in unknown:
                hint = did_you_mean(name, places)
                yield _fault(f"edge to unknown node {str(name)!r}", hint, BAD_REFERENCE, name)
            if not unknown:
                (row, column), (other_row, other_column) = places[link.start], places[link.end]
                apart = abs(row - other_row) or abs(column - other_column)
                if apart != 1:
                    hint = "edges join nodes of neighbouring tiers, or neighbours in one"
                    message = f"edge from {str(link.start)!r} to {str(link.end)!r} leads past other nodes"
                    yield _fault(message, hint, BAD_VALUE, link.start)

    def _channel_faults(self) -> Iterator[Fault]:
        tiers = [tier.id for tier in self.tiers]
        named = [name for name in tiers if name]
        for channel in self.channels:
            unknown = [name for name in channel.between if name not in named]
            for name in unknown:
                hint = did_you_mean(name, named) if named else "give the tiers ids"
                yield _fault(f"channel to unknown tier {str(name)!r}", hint, BAD_REFERENCE, name)
            first, last = (tiers.index(name) if name in tiers else 0 for name in channel.between)
            if not unknown and abs(first - last) != 1:
                yield _fault("a channel joins neighbouring tiers", "", BAD_VALUE, channel.between[0])
        joined = [frozenset(map(str, channel.between)) for channel in self.channels]
        for index, pair in enumerate(joined):
            if pair in joined[:index]:
                message = f"a second channel between {' and '.join(sorted(pair))}"
                hint = "say both things in one label"
                yield Fault(message, hint, DUPLICATE, ("channels", index, "between"))
        if self.channels and self.direction == "down":
            message = "channels need tiers side by side"
            yield Fault(message, "set direction: right", BAD_VALUE, ("channels",), at_key=True)

    def _column_faults(self) -> Iterator[Fault]:
        if self.columns and len(self.columns) not in {len(tier.nodes) for tier in self.tiers}:
            message = f"there are {len(self.columns)} columns, but no tier has as many nodes"
            yield Fault(message, "give one width for each node of a tier", BAD_VALUE, ("columns",))

    def _share_faults(self) -> Iterator[Fault]:
        yield from share_faults(self.columns, "columns")
        if self.direction == "right":
            for fault in share_faults([tier.weight for tier in self.tiers], "tiers"):
                yield replace(fault, loc=(*fault.loc, "weight"))

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """The drawing at the largest label size that fits, filling the region."""
        role = context.theme.type.label
        return fit_frame(
            lambda size: self._attempt(region, Scale(size, context, self.id), last=size == role.min),
            region,
            context,
            min(role.max, LARGEST_LABEL),
        )

    def _attempt(self, region: Size, scale: Scale, *, last: bool) -> Frame:
        """The drawing at one size; only measured if it can't fit and smaller sizes follow."""
        drawing = Drawing(self.tiers, self.edges, self.channels, self.columns, self.direction)
        gap = scale.context.theme.shape.gap
        foot = caption_height(self.caption, region.width, scale) if self.caption else 0.0
        below = foot + gap if foot else 0.0
        plan = plan_rows if self.direction == "down" else plan_columns
        planned = plan(drawing, Size(region.width, region.height - below), scale)
        need = Size(max(region.width, planned.need.width), max(region.height, planned.need.height + below))
        if not last and not fits_region(need, region):
            return Frame(need)
        items, short = draw(drawing, planned, scale)
        if self.caption:
            top = need.height - foot
            items += caption(self.caption, Rect(0, top, region.width, foot), scale)
        return Frame(Size(need.width, need.height + short), tuple(items))


def _fault(message: str, hint: str, code: str, name: str) -> Fault:
    """A fault at the place where `name` was written."""
    span = span_of(name)
    return Fault(message, hint, code, span=None if span == NOWHERE else span)


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
