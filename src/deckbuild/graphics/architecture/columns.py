"""Tiers as columns, each with its title on top and its note at the foot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.channel import GATE
from deckbuild.graphics.architecture.lines import label
from deckbuild.graphics.architecture.model import ArchitectureSpec, Tier
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase
from deckbuild.graphics.architecture.tiers import (
    BARE_GAP,
    LABEL_AIR,
    LINE_GAP,
    gap_slot,
    ink,
    interleaved,
    meter,
    neighbour_gap,
    tier_box,
)
from deckbuild.layout.boxes import EMPTY, Box, Drawn, aligned, at_least, column, over, pad, row, stretched
from deckbuild.layout.columns import column_widths

LABEL_SHARE = 0.14  # of the width, where a label between columns breaks
CHANNEL_SHARE = 0.16  # the same for a channel's name, which may be long
BALANCE = 4.0  # points by which words are tried narrower


def tier_columns(graphic: ArchitectureSpec, slots: Mapping[str, Box], width: float, scale: Scale) -> Box:
    """The tiers side by side, `width` points wide: titles, nodes of as many, meters and notes line up."""
    tiers = graphic.tiers
    edge = scale.pad if any(tier.boxed for tier in tiers) else 0.0
    gaps = [_gap(graphic, one, other, width, scale) for one, other in pairwise(tiers)]
    least = 2 * (edge + scale.pad) + scale.icon
    widths = column_widths(width - sum(gaps), 0.0, [tier.weight for tier in tiers], least)
    inner = [each - 2 * edge for each in widths]
    step = max(neighbour_gap(graphic, tier, scale) for tier in tiers)
    titles = [_words(tier.title, tier.icon, tier, scale, bold=True) for tier in tiers]
    notes = [_words(tier.note, tier.note_icon, tier, scale, bold=False) for tier in tiers]
    meters = [meter(tier, scale, _below_words) for tier in tiers]
    head, note, gauge = (_highest(boxes, inner) for boxes in (titles, notes, meters))
    room = Insets(top=head + scale.pad if head else 0.0, bottom=note + scale.pad if note else 0.0)
    stacks = _stacks([[slots[node.id] for node in tier.nodes] for tier in tiers], inner, step)
    boxes = []
    for tier, title, remark, bar, stack in zip(tiers, titles, notes, meters, stacks, strict=True):
        said = column([at_least(title, height=head), stretched(EMPTY), at_least(remark, height=note)])
        content = over(pad(stack, Insets(bottom=gauge)), aligned(at_least(bar, height=gauge), None, 1.0))
        boxes.append(tier_box(tier, said, content, room, Insets.all(edge), scale))
    between = Insets(top=edge + room.top, bottom=edge + room.bottom)
    empty = [pad(gap_slot(index), between) for index in range(len(gaps))]
    return row(interleaved(boxes, empty), interleaved(widths, gaps))


def _stacks(tiers: Sequence[Sequence[Box]], widths: Sequence[float], step: float) -> list[Box]:
    """The nodes of each tier below each other, as high as those beside them in tiers of as many."""
    needs = [
        [node.takes(Size(width, 0.0)).height for node in nodes]
        for nodes, width in zip(tiers, widths, strict=True)
    ]

    def shared(count: int) -> list[float]:
        return [max(heights) for heights in zip(*(own for own in needs if len(own) == count), strict=True)]

    return [_stack(nodes, shared(len(nodes)), step) for nodes in tiers]


def _stack(boxes: Sequence[Box], needs: Sequence[float], step: float) -> Box:
    """Boxes below each other in all the height that there is: alike where that is enough for each of them."""
    gaps = step * (len(boxes) - 1)

    def takes(offered: Size) -> Size:
        return Size(max(each.takes(offered).width for each in boxes), sum(needs) + gaps)

    def draw(rect: Rect) -> Iterable[Drawn]:
        alike = (rect.height - gaps) / len(needs)
        more = alike - sum(needs) / len(needs)
        heights = [alike if alike >= max(needs) else need + more for need in needs]
        for each, place in zip(boxes, rect.rows(heights, step), strict=True):
            yield from each.draw(place)

    return Box(takes, draw)


def _highest(boxes: Sequence[Box], widths: Sequence[float]) -> float:
    return max(each.takes(Size(width, 0.0)).height for each, width in zip(boxes, widths, strict=True))


def _words(label: str | None, symbol: str | None, tier: Tier, scale: Scale, *, bold: bool) -> Box:
    """A tier's title or note, at the top of its place and so that words of one line and of three begin at the
    same height: as narrow as they may be without more lines, lest the last one hold one short word."""
    if not (label or (bold and symbol)):
        return EMPTY
    mark = scale.hue(tier.color).text
    words = phrase(label or "", symbol, ink(tier, scale), scale, bold=bold, mark=mark)

    def draw(rect: Rect) -> Iterable[Drawn]:
        width, height = rect.width, words.takes(rect.size).height
        while (size := words.takes(Size(width - BALANCE, 0.0))).height <= height:
            if size.width > width - BALANCE:
                break
            width -= BALANCE
        return words.draw(replace(rect, width=width, height=height))

    return Box(words.takes, draw)


def _below_words(words: Box, bar: Box) -> Box:
    return column([aligned(words, 0.0, 0.0), bar], gap=GAP, spare="end")


def _gap(graphic: ArchitectureSpec, one: Tier, other: Tier, width: float, scale: Scale) -> float:
    """Between columns: the labels of the lines, or the channel with its gates."""
    links = graphic.links(one.nodes, other.nodes)
    widest = Size(width * LABEL_SHARE, 0.0)
    words = [label(link, scale).takes(widest).width for link in links if link.speaks]
    gap = max([LINE_GAP if links else BARE_GAP, *(word + 2 * LABEL_AIR for word in words)])
    channel = graphic.channel(one, other)
    if channel is None:
        return gap
    name = phrase(channel.label, None, scale.context.tone.text, scale, bold=True)
    name_width = name.takes(Size(width * CHANNEL_SHARE, 0.0)).width
    return max(gap, name_width + 2 * LABEL_AIR) + (2 * GATE if channel.ends else 0.0)
