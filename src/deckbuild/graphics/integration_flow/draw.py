"""An integration flow drawn: columns of sources, the document with its sections, arrows, outputs."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Connector, Frame, Stroke, composed
from deckbuild.geometry import Size
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec, SideName
from deckbuild.graphics.integration_flow.parts import GAP, TABS, sections_of, side_colors
from deckbuild.graphics.integration_flow.plan import Plan, best_plan
from deckbuild.graphics.shared.card import line_color
from deckbuild.graphics.shared.connect import End, connect
from deckbuild.graphics.shared.routes import Step, bends
from deckbuild.layout.boxes import Drawn


def lay_out_integration(flow: IntegrationFlowSpec, region: Size, context: LayoutContext) -> Frame:
    """The flow at the largest label size that fits."""
    plan = best_plan(flow, sections_of(flow), region, context)
    size = Size(region.width + plan.lacks, region.height + plan.over)
    return composed(size, _drawn(flow, plan, context))


def _drawn(flow: IntegrationFlowSpec, plan: Plan, context: LayoutContext) -> Iterator[Drawn]:
    """The document, then each side with its sections and arrows, then the outputs."""
    parts = plan.parts
    yield from parts.cover.draw(plan.page)
    drawn: set[str] = set()
    for name, side in flow.sides.items():
        yield from parts.above[name].draw(plan.above[name])
        for source, box, rect in zip(side.sources, parts.sources[name], plan.sources[name], strict=True):
            yield from box.draw(rect)
            if source.to not in drawn:
                drawn.add(source.to)
                yield from parts.sections[source.to].draw(plan.sections[source.to])
        yield from _arrows(flow, name, plan, context)
    page = End(plan.page, f"{flow.id}/target")
    stroke = Stroke(context.tone.muted, context.theme.shape.connector)
    for number, (box, rect) in enumerate(zip(parts.outputs, plan.outputs, strict=True)):
        yield from box.draw(rect)
        yield connect(page, End(rect, f"{flow.id}/output {number}"), stroke, sides=("bottom", "top"))


def _arrows(
    flow: IntegrationFlowSpec, name: SideName, plan: Plan, context: LayoutContext
) -> Iterator[Connector]:
    """From each source to its section, bent so that they don't run over each other."""
    ends = {
        title: End(rect, f"{flow.id}/section {number}")
        for number, (title, rect) in enumerate(plan.sections.items())
    }
    pairs = list(zip(flow.sides[name].sources, plan.sources[name], strict=True))
    steps = {
        number: Step(str(number), source.to, rect.center.y, plan.sections[source.to].center.y)
        for number, (source, rect) in enumerate(pairs)
    }
    turns = bends(steps, GAP - TABS)
    color = line_color(side_colors(flow, context)[name], context)
    for number, (source, rect) in enumerate(pairs):
        yield connect(
            End(rect, f"{flow.id}/{name} {number}"),
            ends[source.to],
            Stroke(color, context.theme.shape.connector),
            sides=("right" if name == "left" else "left", name),
            bend=turns[number] / (GAP - TABS),
            name=f"{plain_text(source.label)} to {plain_text(source.to)}",
        )
