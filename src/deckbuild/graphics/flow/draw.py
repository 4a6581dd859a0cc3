"""A flow drawn: panels and cards, then the arrows over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.placement import overhang
from deckbuild.diagrams.ranked_graph import PANEL_MARGIN
from deckbuild.diagrams.routes import crosses
from deckbuild.document import NO_INSETS, Color, Connector, Frame, Item, composed
from deckbuild.geometry import Insets, Size
from deckbuild.graphics.flow.draw_edges import draw_edges
from deckbuild.graphics.flow.model import FlowGroup, FlowSpec
from deckbuild.graphics.flow.parts import palette_color, panel_title
from deckbuild.graphics.flow.plan import TITLE_GAP, Plan, best_plan
from deckbuild.graphics.shared.card import SEEN
from deckbuild.layout.boxes import Drawn
from deckbuild.layout.shapes import panel


def lay_out_flow(flow: FlowSpec, region: Size, context: LayoutContext) -> Frame:
    """The flow by the plan that fits best, with room around it for lines that pass outside the boxes."""
    plan, lines = _planned(flow, region, context)
    over = overhang((line.rect for line in lines), plan.cards.size)
    if over != NO_INSETS:
        inner = Size(region.width - over.horizontal, region.height - over.vertical)
        plan, lines = _planned(flow, inner, context)
    size = plan.cards.size
    drawn = composed(size, (*_boxes(flow, plan, lines), *lines))
    whole = Size(size.width + over.horizontal, size.height + over.vertical)
    return composed(whole, (drawn.at(over.left, over.top),))


def _planned(flow: FlowSpec, region: Size, context: LayoutContext) -> tuple[Plan, tuple[Item, ...]]:
    plan = best_plan(flow, region, context)
    return plan, composed(plan.cards.size, draw_edges(flow.edges, plan)).items


def _boxes(flow: FlowSpec, plan: Plan, lines: Sequence[Item]) -> Iterator[Drawn]:
    """Panels each followed by the cards on it, then the cards that stand free."""
    cards, setting, insets = plan.cards, plan.cards.setting, Insets.all(PANEL_MARGIN)
    if any(_meets_title(flow.groups[key], plan, key, lines) for key in flow.groups):
        firsts = (
            cards.rects[group.nodes[0]].center.x - plan.panels[key].left for key, group in flow.groups.items()
        )
        insets = replace(insets, left=max(firsts) + TITLE_GAP)
    for key, group in flow.groups.items():
        rect = plan.panels[key]
        body = panel_title(group, rect.width, setting, insets, "bottom" if key in plan.footed else "top")
        own = cards.key(f"group/{key}" if key in flow.nodes else key)  # a node may have the same id
        ground, name = _ground(group, setting.context), plain_text(group.title)
        yield panel(rect, setting.context, fill=ground, body=body, name=name, key=own)
        yield from cards.draw(*group.nodes)
    yield from cards.draw(*(name for name in flow.nodes if name not in plan.graph.home))


def _ground(group: FlowGroup, context: LayoutContext) -> Color:
    color = palette_color(group.color, context)
    light = contrast(context.tone.ground, context.theme.role.background) < SEEN
    return context.theme.hue(color).tint if color and light else context.tone.panel


def _meets_title(group: FlowGroup, plan: Plan, key: str, lines: Sequence[Item]) -> bool:
    """Whether a line runs through the title of a panel."""
    rect = plan.panels[key].inset(Insets.all(PANEL_MARGIN))
    title = panel_title(group, rect.width, plan.cards.setting)
    place = rect.placed(Size(title.width, title.height), 0.0, 1.0 if key in plan.footed else 0.0)
    return any(isinstance(line, Connector) and crosses(line.points, [place]) for line in lines)
