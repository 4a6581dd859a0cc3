"""The plan of an integration flow: the document in the middle, its sources lined up on both sides."""

from __future__ import annotations

import math
from dataclasses import dataclass

from deckbuild.context import LayoutContext
from deckbuild.geometry import Size
from deckbuild.graphics.integration_flow.measures import (
    CARD_GAP,
    GAP,
    OUTPUT_GAP,
    PADDING,
    ROW_GAP,
    STEM,
    TABS,
    SideName,
    badge_body,
    badge_side,
    head_body,
    output_box,
    section_body,
    sections_of,
    sides_of,
    work_body,
)
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec
from deckbuild.graphics.shared.card import lacking
from deckbuild.layout.boxes import Setting
from deckbuild.layout.label import LabelLine, label_size
from deckbuild.text.fitting import sizes_between

SHARES = (0.36, 0.38, 0.34, 0.40, 0.42)  # of the width: what the document may take


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes. `body` is the height of sources and document, above the outputs; `lacks` are the points of width
    missing for the longest word."""

    size: float
    side: float
    center: float
    card: dict[SideName, float]
    pill: float
    heading: float
    badge: float
    head: float
    row: float
    outputs: float
    body: float
    lacks: float
    fits: bool


def best_plan(flow: IntegrationFlowSpec, region: Size, context: LayoutContext) -> Plan:
    """The plan at the largest label size that fits."""
    role = context.theme.type.label
    best: Plan | None = None
    for size in sizes_between(role.min, role.max, 0.5):
        for share in SHARES:
            plan = _plan(flow, size, share, region, context)
            if best is None or _better(plan, best):
                best = plan
        if best is not None and best.fits:
            break
    assert best is not None
    return best


def _better(plan: Plan, other: Plan) -> bool:
    """Whether a plan fits better than another one, or misses by less."""
    return (plan.fits, -max(plan.lacks, 0.0), -plan.body) > (other.fits, -max(other.lacks, 0.0), -other.body)


def _plan(flow: IntegrationFlowSpec, size: float, share: float, region: Size, context: LayoutContext) -> Plan:
    sides = sides_of(flow)
    center = math.floor(region.width * share)
    across = region.width - center - (TABS if len(sides) == 1 else 0.0)
    side = math.floor(across / len(sides) - GAP)
    bodies = [
        (work_body(source, size, side, context), side) for each in sides.values() for source in each.sources
    ]
    card: dict[SideName, float] = {
        name: math.ceil(max(work_body(source, size, side, context).height for source in each.sources))
        for name, each in sides.items()
    }
    sections = [
        (section_body(name, size, center + 2 * TABS, context), center + 2 * TABS)
        for name in sections_of(flow)
    ]
    row = math.ceil(max(body.height for body, _ in sections))
    header = head_body(flow.target, size, center, context)
    head = math.ceil(header.height)
    title = [LabelLine(each.title, bold=True) for each in sides.values()]
    pill = math.ceil(max(label_size([line], size, context, side).height for line in title)) + 8.0
    heading = 0.0
    if flow.heading:
        line = [LabelLine(flow.heading, bold=True, delta=2.0)]
        heading = math.ceil(label_size(line, size, context, side + GAP).height) + 4.0
    badge = _badge_height(flow, size, side, context)
    outputs = 0.0
    if flow.outputs:
        width = (region.width - OUTPUT_GAP * (len(flow.outputs) - 1)) / len(flow.outputs)
        cards = [output_box(part, Setting(size, context)) for part in flow.outputs]
        outputs = math.ceil(max(each.takes(Size(width, 0.0)).height for each in cards))
    body = head + len(sections) * (row + ROW_GAP) + PADDING.bottom
    for name, each in sides.items():
        above = badge if name == badge_side(flow) else 0.0
        above += heading if name == "left" else 0.0
        body = max(body, above + pill + len(each.sources) * (card[name] + CARD_GAP))
    rest = region.height - (STEM + outputs if flow.outputs else 0.0)
    lacks = lacking([*bodies, *sections, (header, center)], context)
    fits = lacks <= 0.01 and body <= rest + 0.01
    return Plan(
        size, side, center, card, pill, heading, badge, head, row, outputs, max(body, rest), lacks, fits
    )


def _badge_height(flow: IntegrationFlowSpec, size: float, width: float, context: LayoutContext) -> float:
    if flow.badge is None:
        return 0.0
    return math.ceil(badge_body(flow.badge, size, width, context).height) + CARD_GAP + 3.0
