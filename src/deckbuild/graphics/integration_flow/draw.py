"""An integration flow drawn: columns of sources, the document with its sections, arrows, outputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.routes import Step, bends
from deckbuild.document import Frame, Stroke, composed
from deckbuild.geometry import Size
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec
from deckbuild.graphics.integration_flow.parts import GAP, TABS, sections_of, side_colors
from deckbuild.graphics.integration_flow.plan import links_of, place_boxes
from deckbuild.graphics.shared.card import line_color
from deckbuild.layout.boxes import Drawn
from deckbuild.layout.placed import Placed


def lay_out_integration(flow: IntegrationFlowSpec, region: Size, context: LayoutContext) -> Frame:
    """The flow at the largest label size that fits."""
    sections = sections_of(flow)
    placed = place_boxes(flow, sections, region, context)
    return composed(placed.size, _drawn(flow, list(sections), placed))


def _drawn(flow: IntegrationFlowSpec, titles: Sequence[str], placed: Placed) -> Iterator[Drawn]:
    """The document, then each side with its sections and arrows, then the outputs."""
    context, rects, width = placed.setting.context, placed.rects, placed.setting.theme.shape.connector
    drawn: set[str] = set()
    yield from placed.draw("target")
    for name, color in side_colors(flow, context.theme).items():
        links = links_of(flow, name, titles)
        new = [each for each in dict.fromkeys(chain(*links.items())) if each not in drawn]
        yield from placed.draw(f"above-{name}", *new)
        drawn.update(new)
        steps = [Step(card, end, rects[card].center.y, rects[end].center.y) for card, end in links.items()]
        turns = bends(dict(enumerate(steps)), GAP - TABS)
        line = Stroke(line_color(color, context), width)
        for number, (card, source) in enumerate(flow.named(name).items()):
            yield placed.join(
                card,
                links[card],
                line,
                ("right" if name == "left" else "left", name),
                bend=turns[number] / (GAP - TABS),
                name=f"{plain_text(source.label)} to {plain_text(source.to)}",
            )
    line = Stroke(context.tone.muted, width)
    for output in (f"output {number}" for number in range(len(flow.outputs))):
        yield from placed.draw(output)
        yield placed.join("target", output, line, ("bottom", "top"))
