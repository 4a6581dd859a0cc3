"""An architecture at its place: tiers in their boxes, nodes, the lines between them, channels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Frame, Group, Item, Shape, composed
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.architecture.channel import tunnel
from deckbuild.graphics.architecture.columns import tier_columns
from deckbuild.graphics.architecture.lines import Router, gap_between
from deckbuild.graphics.architecture.model import ArchitectureSpec, Caption
from deckbuild.graphics.architecture.nodes import component
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase
from deckbuild.graphics.architecture.rows import tier_rows
from deckbuild.graphics.architecture.tiers import gap_key, neighbour_gap, slot
from deckbuild.layout.boxes import EMPTY, Box, Drawn
from deckbuild.layout.icons import icon_box, icon_width
from deckbuild.layout.label import LabelParagraph, fit_frame, fits_region
from deckbuild.layout.marks import rounded_path
from deckbuild.layout.shapes import panel

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
    foot = _caption(graphic.caption, scale) if graphic.caption else EMPTY
    caption = foot.takes(Size(region.width, 0.0)).height
    below = caption + scale.context.theme.shape.gap if graphic.caption else 0.0
    nodes = _nodes(graphic, scale)
    plan = tier_rows if graphic.direction == "down" else tier_columns
    slots = {name: slot(name, node) for name, node in nodes.items()}
    tiers = plan(graphic, slots, region.width, scale)
    least = tiers.takes(Size(region.width, 0.0))
    need = Size(max(region.width, least.width), max(region.height, least.height + below))
    if not last and not fits_region(need, region):
        return Frame(need)
    standing = composed(need, tiers.draw(Rect(0.0, 0.0, region.width, need.height - below))).items
    items, short = _drawn(graphic, nodes, standing, scale)
    at = Rect(0.0, need.height - caption, region.width, caption)
    return composed(Size(need.width, need.height + short), [*items, *foot.draw(at)])


def _nodes(graphic: ArchitectureSpec, scale: Scale) -> dict[str, Box]:
    """The nodes by their ids; the items of one that is alone in its tier stand in line with the columns."""
    nodes = {}
    for tier in graphic.tiers:
        gap = neighbour_gap(graphic, tier, scale) if graphic.direction == "down" else GAP
        for node in tier.nodes:
            aligned = len(tier.nodes) == 1 and len(node.items) == len(graphic.columns)
            columns = graphic.columns if aligned else ()
            nodes[node.id] = component(node, scale.hue(node.color, tier.color), scale, columns, gap)
    return nodes


def _drawn(
    graphic: ArchitectureSpec, nodes: Mapping[str, Box], standing: Sequence[Item], scale: Scale
) -> tuple[list[Drawn], float]:
    """Everything at its place, from back to front, and how many points of height a channel's name lacks."""
    upright = graphic.direction == "down"
    rects = {item.key: item.rect for item in standing if isinstance(item, Shape) and item.key}
    back: list[Drawn] = [item for item in standing if not (isinstance(item, Shape) and item.key)]
    colors = {node.id: node.color or tier.color for tier in graphic.tiers for node in tier.nodes}
    router = Router(rects, colors, scale)
    lines: list[Drawn] = []
    front: list[Drawn] = []
    short = 0.0
    for index, (one, other) in enumerate(pairwise(graphic.tiers)):
        gap = rects[gap_key(index)]
        crossing = router.draw(graphic.links(one.nodes, other.nodes), gap, upright=upright)
        lines += crossing.lines
        if channel := graphic.channel(one, other):
            passage = tunnel(channel, gap, crossing.taken, scale)
            back += passage.back
            front += passage.front
            short = max(short, passage.short)
        front += crossing.labels
    for left, right in chain.from_iterable(pairwise(tier.nodes) for tier in graphic.tiers):
        between = gap_between(rects[left.id], rects[right.id])
        crossing = router.draw(graphic.links([left], [right]), between, upright=not upright)
        lines += crossing.lines
        front += crossing.labels
    boxes = [_node(node, rects[name], router.sites[name], scale) for name, node in nodes.items()]
    return [*back, *lines, *boxes, *front], short


def _node(node: Box, rect: Rect, sites: list[Point], scale: Scale) -> Item:
    """A node's shapes as one group, so that it moves as one; a lone shape as it is.

    Its outline has the connection sites that it needs beyond the middles of its sides.
    """
    shape, *rest = composed(rect.size, node.draw(Rect.of_size(rect.size))).items
    assert isinstance(shape, Shape)
    if sites:
        shape = replace(shape, geometry=rounded_path(rect.size, scale.context.theme.shape.radius, sites))
    if not rest:
        return replace(shape, rect=rect)
    return Group(rect, Frame(rect.size, (shape, *rest)), name=plain_text(shape.name), native=True)


def _caption(caption: Caption, scale: Scale) -> Box:
    """A statement on the primary colour's tint, across the drawing's foot."""
    theme, context = scale.context.theme, scale.context
    hue = theme.hue(theme.role.primary)
    ink = theme.text_on(hue.tint)
    words = phrase(caption.label, caption.icon, ink, scale, bold=True)
    lead = icon_width(caption.icon, scale.small) + GAP if caption.icon else 0.0

    def takes(offered: Size) -> Size:
        size = words.takes(Size(offered.width - 2 * scale.pad, 0.0))
        return Size(size.width + 2 * scale.pad, size.height + scale.tight)

    def draw(rect: Rect) -> Iterable[Drawn]:
        left = (rect.width - takes(rect.size).width) / 2 + scale.pad
        insets = Insets(right=max(0.0, left - 1), left=left + lead)
        line = LabelParagraph(caption.label, bold=True, color=ink)
        body = scale.body([line], rect.width, align="left", insets=insets)
        yield panel(rect, context, fill=hue.tint, body=body, name=caption.label)
        if caption.icon:
            mark = icon_box(caption.icon, scale.small, hue.text, context)
            yield from mark.draw(replace(rect, left=rect.left + left, width=lead - GAP))

    return Box(takes, draw)
