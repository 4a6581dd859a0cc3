"""Where the boxes of an integration flow stand: the document in the middle, sources on both sides."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec, SideName, SourceSide
from deckbuild.graphics.integration_flow.parts import (
    CARD_GAP,
    GAP,
    PADDING,
    TABS,
    boxes_of,
)
from deckbuild.layout.boxes import Box, Setting
from deckbuild.layout.label import ROUNDING, STEP
from deckbuild.text.fitting import largest_fitting, sizes_between

SHARES = (0.36, 0.38, 0.34, 0.40, 0.42)  # of the width: what the document may take
ROW_GAP = 5.0
STEM = 24.0  # the arrows from the document to what comes of it
OUTPUT_GAP = 14.0
SMALLEST_STEP = 6.0
"""Points below which an elbow's jog looks like a slip; cards move so that there is none."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The boxes and where they stand, by name. `lacks` are the points of width missing for the longest word,
    `over` those of height missing in the region."""

    boxes: Mapping[str, Box]
    rects: Mapping[str, Rect]
    lacks: float
    over: float

    @property
    def misses(self) -> tuple[bool, float, float]:
        """By how much the plan doesn't fit, to compare plans: width counts most."""
        return max(self.lacks, self.over) > ROUNDING, self.lacks, self.over


def best_plan(
    flow: IntegrationFlowSpec, sections: Mapping[str, SideName], region: Size, context: LayoutContext
) -> Plan:
    """The plan at the largest label size that fits."""
    role = context.theme.type.label

    def tightest(size: float) -> Plan:
        boxes = boxes_of(flow, sections, Setting(size, context))
        plans = (_plan(flow, list(sections), boxes, share, region) for share in SHARES)
        return min(plans, key=lambda plan: plan.misses)

    sizes = sizes_between(role.min, role.max, STEP)
    return largest_fitting(sizes, tightest, lambda plan: not plan.misses[0])[1]


def _plan(
    flow: IntegrationFlowSpec, titles: Sequence[str], boxes: Mapping[str, Box], share: float, region: Size
) -> Plan:
    lacks = 0.0

    def height(kind: str, width: float) -> float:
        """That of the neediest of the boxes of a kind, so many points wide."""
        nonlocal lacks
        sizes = [each.takes(Size(width, 0.0)) for key, each in boxes.items() if key.split()[0] == kind]
        lacks = max(lacks, *(size.width - width for size in sizes))
        return max(size.height for size in sizes)

    count, cells = len(flow.sides), len(flow.outputs)
    center = math.floor(region.width * share)
    side = math.floor((region.width - center - (TABS if count == 1 else 0.0)) / count - GAP)
    cell = (region.width - OUTPUT_GAP * (cells - 1)) / max(cells, 1)
    output = height("output", cell) if cells else 0.0
    cover, row = height("target", center), height("section", center + 2 * TABS)
    above = {name: height(f"above-{name}", side) for name in flow.sides}
    cards = {name: height(name, side) for name in flow.sides}
    least = cover + len(titles) * (row + ROW_GAP) + PADDING.bottom
    for name, each in flow.sides.items():
        least = max(least, above[name] - CARD_GAP + len(each.sources) * (cards[name] + CARD_GAP))
    rest = region.height - (STEM + output if cells else 0.0)
    whole = Rect.of_size(Size(region.width, max(least, rest)))
    left, page, right = whole.columns([side, center, side], GAP)
    sides: dict[SideName, Rect] = {"left": left, "right": right}

    def sources(sections: Mapping[str, Rect]) -> dict[str, list[Rect]]:
        return {
            name: _places(each, cards[name], sides[name].inset(Insets(top=above[name])), sections)
            for name, each in flow.sides.items()
        }

    rows = _rows(page, cover, row, titles)
    rows = _settled(flow, sources(rows), rows)
    foot = replace(whole, top=whole.bottom + STEM, height=output)
    rects = {"target": page} | {f"above-{name}": replace(sides[name], height=above[name]) for name in above}
    groups: dict[str, Iterable[Rect]] = {"section": rows.values(), **sources(rows)}
    groups["output"] = foot.columns([cell] * cells, OUTPUT_GAP)
    for kind, places in groups.items():
        rects |= {f"{kind} {number}": place for number, place in enumerate(places)}
    return Plan(boxes, rects, lacks, max(0.0, least - rest))


def _rows(page: Rect, head: float, least: float, titles: Sequence[str]) -> dict[str, Rect]:
    """Places of the sections, at least so high, below the document's name, sharing its height."""
    count = len(titles)
    pitch = (page.height - head - 2.0 - PADDING.bottom) / count
    height = min(pitch - ROW_GAP, least * 1.7)
    gap = min(pitch - height, ROW_GAP * 3)
    room = page.inset(Insets(0.0, -TABS, PADDING.bottom + ROW_GAP, -TABS))
    stack = room.placed(Size(room.width, height * count + gap * (count - 1)), vertical=1.0)
    return dict(zip(titles, stack.rows([height] * count, gap), strict=True))


def _places(side: SourceSide, least: float, room: Rect, sections: Mapping[str, Rect]) -> list[Rect]:
    """Places of the sources: one height, even gaps; each centred on its section if that is nearly so."""
    count = len(side.sources)
    height = min((room.height - CARD_GAP * (count - 1)) / count, least * 1.6)
    last = sections[side.sources[-1].to].center.y
    centred = 2 * (room.bottom - last)  # as high as may stand centred on the last section
    if abs(centred - height) <= 4 * SMALLEST_STEP and centred >= least:
        height = min(height, centred)
    gap = min((room.height - height * count) / (count - 1), height) if count > 1 else 0.0
    used = height * count + gap * (count - 1)
    bottom = min(room.bottom, max(last + height / 2, room.top + used))
    places = replace(room, top=bottom - used).rows([height] * count, gap)
    slips = [sections[s.to].center.y - r.center.y for s, r in zip(side.sources, places, strict=True)]
    return [
        rect.moved(0.0, slip)
        if abs(slip) <= SMALLEST_STEP and room.contains(rect.moved(0.0, slip), 0.1)
        else rect
        for rect, slip in zip(places, slips, strict=True)
    ]


def _settled(
    flow: IntegrationFlowSpec, sources: Mapping[str, Sequence[Rect]], sections: dict[str, Rect]
) -> dict[str, Rect]:
    """The sections moved a little, so that a last source that is nearly level with its section is so."""
    for name, side in flow.sides.items():
        slip = sources[name][-1].center.y - sections[side.sources[-1].to].center.y
        if 0.1 < abs(slip) <= SMALLEST_STEP:
            return {title: rect.moved(0.0, slip) for title, rect in sections.items()}
    return sections
