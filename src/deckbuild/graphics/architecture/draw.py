"""An architecture at its place: tiers in their boxes, nodes, the lines between them, channels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Frame, Group, Item, Shape, composed
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.architecture.channel import GATE, tunnel
from deckbuild.graphics.architecture.columns import tier_columns
from deckbuild.graphics.architecture.lines import Crossing, Router
from deckbuild.graphics.architecture.model import ArchitectureSpec, Caption
from deckbuild.graphics.architecture.nodes import component
from deckbuild.graphics.architecture.phrases import Scale
from deckbuild.graphics.architecture.rows import tier_rows
from deckbuild.graphics.architecture.tiers import gap_key, neighbour_gap
from deckbuild.layout.boxes import Box, Drawn, column, pad, slot, slots, stretched, text
from deckbuild.layout.icons import symbol_box
from deckbuild.layout.label import LabelParagraph, fit_frame, fits_region
from deckbuild.layout.marked import GAP, after_mark
from deckbuild.layout.marks import rounded_path
from deckbuild.layout.shapes import panel

LARGEST_LABEL = 16.0
"""Points: beyond, labels would compete with the slide's own text."""

FOOT = "/foot"  # the caption's key, which no node has


def lay_out_architecture(graphic: ArchitectureSpec, region: Size, context: LayoutContext) -> Frame:
    """The drawing at the largest label size that fits, filling the region."""
    largest = min(context.theme.type.label.max, LARGEST_LABEL)
    scales = partial(Scale, context=context, id=graphic.id)
    return fit_frame(lambda size: _attempt(graphic, region, scales(size)), region, context, largest)


def _attempt(graphic: ArchitectureSpec, region: Size, scale: Scale) -> Frame:
    """The drawing at one size; only measured if it can't fit and smaller sizes follow."""
    nodes = _nodes(graphic, scale)
    plan = tier_rows if graphic.direction == "down" else tier_columns
    tiers = plan(graphic, {name: slot(name, node) for name, node in nodes.items()}, region.width, scale)
    foot = _caption(graphic.caption, scale) if graphic.caption else None
    whole = column([stretched(tiers), foot and slot(FOOT, foot)], gap=scale.theme.shape.gap)
    least = whole.takes(Size(region.width, 0.0))
    need = Size(max(region.width, least.width), max(region.height, least.height))
    if scale.size > scale.theme.type.label.min and not fits_region(need, region):
        return Frame(need)
    standing = composed(need, whole.draw(Rect(0.0, 0.0, region.width, need.height))).items
    items, short = _drawn(graphic, nodes, standing, scale)
    return composed(
        Size(need.width, need.height + short), [*items, *foot.draw(slots(standing)[FOOT])] if foot else items
    )


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
    places = slots(standing)
    colors = {node.id: node.color or tier.color for tier in graphic.tiers for node in tier.nodes}
    router = Router(places, colors, scale)
    found: list[Crossing] = []
    for index, (one, other) in enumerate(pairwise(graphic.tiers)):
        gap, channel = places[gap_key(index)], graphic.channel(one, other)
        links = graphic.links(one.nodes, other.nodes)
        margin = GATE if channel and channel.ends else 0.0
        ground = scale.hue(channel.color).tint if channel else None
        crossing = router.draw(links, gap, upright=upright, margin=margin, ground=ground)
        found.append(tunnel(channel, gap, crossing, scale) if channel else crossing)
    for tier in graphic.tiers:
        ground = scale.hue(tier.color).tint if tier.boxed else None
        for left, right in pairwise(tier.nodes):
            gap, links = gap_between(places[left.id], places[right.id]), graphic.links([left], [right])
            found.append(router.draw(links, gap, upright=not upright, ground=ground))
    items: list[Drawn] = [item for item in standing if not slots([item])]
    items += [item for each in found for item in each.back]
    items += [item for each in found for item in each.lines]
    for name, node in nodes.items():
        items.append(_node(node, places[name], router.sites.added[scale.key(name)], scale))
    items += [item for each in found for item in each.front]
    return items, max((each.short for each in found), default=0.0)


def gap_between(one: Rect, other: Rect) -> Rect:
    """The space between two neighbours, the first of which stands further up or left."""
    if other.left >= one.right:
        return replace(one, left=one.right, width=other.left - one.right)
    return replace(one, top=one.bottom, height=other.top - one.bottom)


def _node(node: Box, rect: Rect, sites: Sequence[Point], scale: Scale) -> Item:
    """A node's shapes as one group, so that it moves as one; a lone shape as it is.

    Its outline has the connection sites that it needs beyond the middles of its sides.
    """
    shape, *rest = composed(rect.size, node.draw(Rect.of_size(rect.size))).items
    assert isinstance(shape, Shape)
    if sites:
        shape = replace(shape, geometry=rounded_path(rect.size, scale.theme.shape.radius, sites))
    if not rest:
        return replace(shape, rect=rect)
    return Group(rect, Frame(rect.size, (shape, *rest)), name=plain_text(shape.name), native=True)


def _caption(caption: Caption, scale: Scale) -> Box:
    """A statement on the primary colour's tint, across the drawing's foot."""
    theme = scale.theme
    hue = theme.hue(theme.role.primary)
    line = LabelParagraph(caption.label, True, theme.text_on(hue.tint))
    mark = symbol_box(caption.icon, scale.small, hue.text, scale.context)
    lead = mark.natural.width + GAP if mark else 0.0
    words = pad(after_mark(text([line], scale), mark, scale), Insets.symmetric(scale.pad, scale.tight / 2))

    def draw(rect: Rect) -> Iterable[Drawn]:
        left = (rect.width - words.takes(rect.size).width) / 2 + scale.pad
        insets = Insets(right=max(0.0, left - 1), left=left + lead)
        body = scale.body([line], rect.width, align="left", insets=insets)
        yield panel(rect, scale.context, fill=hue.tint, body=body, name=caption.label)
        if mark:
            yield from mark.draw(replace(rect, left=rect.left + left, width=lead - GAP))

    return Box(words.takes, draw)
