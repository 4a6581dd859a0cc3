"""A flow drawn: boxes and panels, then the arrows over them."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.context import LayoutContext
from deckbuild.document import Frame, Item, composed
from deckbuild.geometry import Insets, Size
from deckbuild.graphics.flow.draw_boxes import (
    draw_boxes,
)
from deckbuild.graphics.flow.draw_edges import draw_edges
from deckbuild.graphics.flow.model import FlowSpec
from deckbuild.graphics.flow.plan import best_plan


def lay_out_flow(flow: FlowSpec, region: Size, context: LayoutContext) -> Frame:
    """The flow by the plan that fits best, with room around it for lines that pass outside the boxes."""
    plan = best_plan(flow, region, context)
    edges = draw_edges(flow, plan, context)
    over = _overhang(edges, plan.placement.size)
    if over != Insets():  # lines that pass outside the boxes need room of their own
        inner = Size(region.width - over.horizontal, region.height - over.vertical)
        plan = best_plan(flow, inner, context)
        edges = draw_edges(flow, plan, context)
    taken = plan.placement.size
    drawn = Frame(taken, (*draw_boxes(flow, plan, edges, context), *edges))
    size = Size(taken.width + over.horizontal, taken.height + over.vertical)
    return composed(size, (drawn.at(over.left, over.top),))


def _overhang(items: Sequence[Item], size: Size) -> Insets:
    """By how much lines and labels reach over the edges."""
    rects = [item.rect for item in items]
    return Insets(
        -min((rect.top for rect in rects if rect.top < -0.01), default=0.0),
        max((rect.right - size.width for rect in rects if rect.right > size.width + 0.01), default=0.0),
        max((rect.bottom - size.height for rect in rects if rect.bottom > size.height + 0.01), default=0.0),
        -min((rect.left for rect in rects if rect.left < -0.01), default=0.0),
    )
