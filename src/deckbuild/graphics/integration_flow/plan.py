"""Where the boxes of an integration flow stand: the document in the middle, sources on both sides."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from deckbuild.context import LayoutContext
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec, SideName
from deckbuild.graphics.integration_flow.parts import CARD_GAP, GAP, PADDING, TABS, boxes_of
from deckbuild.layout.boxes import Box, Setting, over
from deckbuild.layout.label import label_sizes
from deckbuild.layout.placed import Placed, first_that_fits

SHARES = (0.36, 0.38, 0.34, 0.40, 0.42)  # of the width: what the document may take
ROW_GAP = 5.0
STEM = 24.0  # the arrows from the document to what comes of it
OUTPUT_GAP = 14.0
SMALLEST_STEP = 6.0
"""Points below which an elbow's jog looks like a slip; cards move so that there is none."""


def place_boxes(
    flow: IntegrationFlowSpec, sections: Mapping[str, SideName], region: Size, context: LayoutContext
) -> Placed:
    """The boxes at the largest label size that fits."""
    settings = [Setting(size, context) for size in label_sizes(context)]
    made = ((setting, boxes_of(flow, sections, setting)) for setting in settings)
    ways = (_placed(flow, list(sections), *each, share, region) for each in made for share in SHARES)
    return first_that_fits(ways, region)


def links_of(flow: IntegrationFlowSpec, name: SideName, titles: Sequence[str]) -> dict[str, str]:
    """The section of each source of a side, both by the names of their boxes."""
    return {card: f"section {titles.index(source.to)}" for card, source in flow.named(name).items()}


def _placed(
    flow: IntegrationFlowSpec,
    titles: Sequence[str],
    setting: Setting,
    boxes: Mapping[str, Box],
    share: float,
    region: Size,
) -> Placed:
    sides, cells = list(flow.sides), len(flow.outputs)
    center = math.floor(region.width * share)
    side = math.floor((region.width - center - (TABS if len(sides) == 1 else 0.0)) / len(sides) - GAP)
    cell = (region.width - OUTPUT_GAP * (cells - 1)) / max(cells, 1)
    widths = {"target": center, "section": center + 2 * TABS, "output": cell}
    heights, lacks = _needs(boxes, defaultdict(lambda: side, widths))
    links = {name: links_of(flow, name, titles) for name in sides}
    above = {name: heights[f"above-{name}"] for name in sides}
    stacks = [above[name] - CARD_GAP + len(links[name]) * (heights[name] + CARD_GAP) for name in sides]
    least = max(heights["target"] + len(titles) * (heights["section"] + ROW_GAP) + PADDING.bottom, *stacks)
    rest = region.height - (STEM + heights["output"] if cells else 0.0)
    whole = Rect.of_size(Size(region.width, max(least, rest)))
    left, page, right = whole.columns([side, center, side], GAP)
    columns = {"left": left, "right": right}

    def sources(rows: Mapping[str, Rect]) -> dict[str, Rect]:
        found: dict[str, Rect] = {}
        for name, ends in links.items():
            levels = [rows[section].center.y for section in ends.values()]
            room = columns[name].inset(Insets(top=above[name]))
            found |= zip(ends, _sources(levels, heights[name], room), strict=True)
        return found

    rows = _sections(page, heights["target"], heights["section"], len(titles))
    cards = sources(rows)
    lasts = [list(ends.items())[-1] for ends in links.values()]
    slips = (cards[card].center.y - rows[section].center.y for card, section in lasts)
    slip = next((slip for slip in slips if 0.1 < abs(slip) <= SMALLEST_STEP), 0.0)
    rows = {name: rect.moved(0.0, slip) for name, rect in rows.items()}
    foot = replace(whole, top=whole.bottom + STEM, height=heights["output"])
    rects = {"target": page, **rows, **sources(rows)}
    rects |= {f"above-{name}": replace(columns[name], height=above[name]) for name in sides}
    outputs = foot.columns([cell] * cells, OUTPUT_GAP)
    rects |= {f"output {number}": place for number, place in enumerate(outputs)}
    size = Size(region.width + lacks, region.height + max(0.0, least - rest))
    return Placed(flow.id, setting, boxes, rects, size)


def _needs(boxes: Mapping[str, Box], widths: Mapping[str, float]) -> tuple[dict[str, float], float]:
    """The height that the neediest box of each kind needs at the kind's width, and the most width missing."""
    heights, lacks = {"output": 0.0}, 0.0
    for kind, names in groupby(boxes, lambda name: name.split()[0]):
        size = over(*(boxes[name] for name in names)).takes(Size(widths[kind], 0.0))
        heights[kind], lacks = size.height, max(lacks, size.width - widths[kind])
    return heights, lacks


def _sections(page: Rect, head: float, least: float, count: int) -> dict[str, Rect]:
    """Places of the sections, at least so high, below the document's name, sharing its height."""
    pitch = (page.height - head - 2.0 - PADDING.bottom) / count
    height = min(pitch - ROW_GAP, least * 1.7)
    gap = min(pitch - height, ROW_GAP * 3)
    room = page.inset(Insets(0.0, -TABS, PADDING.bottom + ROW_GAP, -TABS))
    stack = room.placed(Size(room.width, height * count + gap * (count - 1)), vertical=1.0)
    return {f"section {number}": row for number, row in enumerate(stack.rows([height] * count, gap))}


def _sources(levels: Sequence[float], least: float, room: Rect) -> list[Rect]:
    """Places of the sources of one side: one height, even gaps; each centred at the level of its section if
    that is nearly so."""
    count, last = len(levels), levels[-1]
    height = min((room.height - CARD_GAP * (count - 1)) / count, least * 1.6)
    centred = 2 * (room.bottom - last)  # as high as may stand centred on the last section
    if abs(centred - height) <= 4 * SMALLEST_STEP and centred >= least:
        height = min(height, centred)
    gap = min((room.height - height * count) / max(1, count - 1), height)
    used = height * count + gap * (count - 1)
    bottom = min(room.bottom, max(last + height / 2, room.top + used))
    places = replace(room, top=bottom - used).rows([height] * count, gap)
    level = [each.moved(0.0, y - each.center.y) for each, y in zip(places, levels, strict=True)]
    return [
        moved if abs(moved.top - each.top) <= SMALLEST_STEP and room.contains(moved, 0.1) else each
        for each, moved in zip(places, level, strict=True)
    ]
