"""An integration flow drawn: columns of sources, the document with its sections, arrows, outputs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.diagrams.routes import Step, bends
from deckbuild.document import Frame, Stroke, composed
from deckbuild.geometry import Size
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec
from deckbuild.graphics.integration_flow.parts import GAP, TABS, sections_of, side_colors
from deckbuild.graphics.integration_flow.plan import Plan, best_plan
from deckbuild.graphics.shared.card import line_color
from deckbuild.layout.boxes import Drawn


def lay_out_integration(flow: IntegrationFlowSpec, region: Size, context: LayoutContext) -> Frame:
    """The flow at the largest label size that fits."""
    sections = sections_of(flow)
    plan = best_plan(flow, sections, region, context)
    size = Size(region.width + plan.lacks, region.height + plan.over)
    return composed(size, _drawn(flow, list(sections), plan, context))


def _drawn(
    flow: IntegrationFlowSpec, titles: Sequence[str], plan: Plan, context: LayoutContext
) -> Iterator[Drawn]:
    """The document, then each side with its sections and arrows, then the outputs."""
    seen: set[str] = set()

    def box(key: str) -> Iterable[Drawn]:
        return () if key in seen else plan.boxes[key].draw(plan.rects[key])

    def end(key: str) -> End:
        return End(plan.rects[key], f"{flow.id}/{key}")

    yield from box("target")
    for name, side in flow.sides.items():
        yield from box(f"above-{name}")
        ends = [(f"{name} {n}", f"section {titles.index(each.to)}") for n, each in enumerate(side.sources)]
        for source, section in ends:
            yield from box(source)
            yield from box(section)
            seen.add(section)
        steps = {
            number: Step(source, section, plan.rects[source].center.y, plan.rects[section].center.y)
            for number, (source, section) in enumerate(ends)
        }
        turns = bends(steps, GAP - TABS)
        color = line_color(side_colors(flow, context)[name], context)
        for number, (source, section) in enumerate(ends):
            each = side.sources[number]
            yield connect(
                end(source),
                end(section),
                Stroke(color, context.theme.shape.connector),
                sides=("right" if name == "left" else "left", name),
                bend=turns[number] / (GAP - TABS),
                name=f"{plain_text(each.label)} to {plain_text(each.to)}",
            )
    stroke = Stroke(context.tone.muted, context.theme.shape.connector)
    for number in range(len(flow.outputs)):
        yield from box(f"output {number}")
        yield connect(end("target"), end(f"output {number}"), stroke, sides=("bottom", "top"))
