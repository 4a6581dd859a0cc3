"""An architecture at its place: tiers in their boxes, nodes, the lines between them, channels."""

from __future__ import annotations

from itertools import pairwise

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Frame, Group, Item, move
from deckbuild.geometry import Rect, Size
from deckbuild.graphics.architecture.columns import plan_columns
from deckbuild.graphics.architecture.draw_boxes import caption, caption_height, tier_box, tunnel
from deckbuild.graphics.architecture.draw_lines import Router, gap_between
from deckbuild.graphics.architecture.lanes import Drawing
from deckbuild.graphics.architecture.model import ArchitectureSpec
from deckbuild.graphics.architecture.nodes import component
from deckbuild.graphics.architecture.phrases import Scale
from deckbuild.graphics.architecture.plan import Plan
from deckbuild.graphics.architecture.rows import plan_rows
from deckbuild.graphics.shared.connect import End
from deckbuild.layout.label import fit_frame, fits_region

LARGEST_LABEL = 16.0
"""Points: beyond, labels would compete with the slide's own text."""


def lay_out_architecture(graphic: ArchitectureSpec, region: Size, context: LayoutContext) -> Frame:
    """The drawing at the largest label size that fits, filling the region."""
    role = context.theme.type.label
    return fit_frame(
        lambda size: _attempt(graphic, region, Scale(size, context, graphic.id), last=size == role.min),
        region,
        context,
        min(role.max, LARGEST_LABEL),
    )


def _attempt(graphic: ArchitectureSpec, region: Size, scale: Scale, *, last: bool) -> Frame:
    """The drawing at one size; only measured if it can't fit and smaller sizes follow."""
    drawing = Drawing(graphic.tiers, graphic.edges, graphic.channels, graphic.columns, graphic.direction)
    gap = scale.context.theme.shape.gap
    foot = caption_height(graphic.caption, region.width, scale) if graphic.caption else 0.0
    below = foot + gap if foot else 0.0
    plan = plan_rows if graphic.direction == "down" else plan_columns
    planned = plan(drawing, Size(region.width, region.height - below), scale)
    need = Size(max(region.width, planned.need.width), max(region.height, planned.need.height + below))
    if not last and not fits_region(need, region):
        return Frame(need)
    items, short = _drawn(drawing, planned, scale)
    if graphic.caption:
        top = need.height - foot
        items += caption(graphic.caption, Rect(0, top, region.width, foot), scale)
    return Frame(Size(need.width, need.height + short), tuple(items))


def _drawn(drawing: Drawing, planned: Plan, scale: Scale) -> tuple[list[Item], float]:
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
        boxes.append(_grouped(drawn.items, rect, node.label))
    return [*back, *lines, *boxes, *front], short


def _grouped(items: tuple[Item, ...], rect: Rect, name: str) -> Item:
    """A node's shapes as one group, so that it moves as one; a lone shape as it is."""
    if len(items) == 1:
        return items[0]
    frame = Frame(rect.size, tuple(move(item, -rect.left, -rect.top) for item in items))
    return Group(rect, frame, name=plain_text(name), native=True)
