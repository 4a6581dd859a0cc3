"""Parts of an integration flow: which sides and sections it has, and their texts."""

from __future__ import annotations

from typing import Literal

from deckbuild.context import LayoutContext
from deckbuild.diagrams.graphviz_engine import Diagram, Wire, solve
from deckbuild.document import TextBody
from deckbuild.geometry import Insets, Size
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec, Part, Source, SourceSide
from deckbuild.graphics.shared.card import Card, card_box, card_look, leading
from deckbuild.layout.boxes import Box, Setting
from deckbuild.layout.label import LabelLine, set_label

GAP = 27.0  # between a source and the document: room for an arrow with a bend
TABS = 5.0  # points by which sections stand out on both sides of the document, like index tabs
CARD_GAP = 9.0
ROW_GAP = 5.0
STEM = 24.0  # the arrows from the document to what comes of it
OUTPUT_GAP = 14.0
CHECK = 17.0  # a check mark as high as the text, on the corner of a card
PADDING = Insets.symmetric(9.0, 7.0)
TIGHT = Insets.symmetric(8.0, 5.0)
SMALLEST_STEP = 6.0
"""Points below which an elbow's jog looks like a slip; cards move so that there is none."""

SideName = Literal["left", "right"]


def sides_of(flow: IntegrationFlowSpec) -> dict[SideName, SourceSide]:
    """The sides that have sources."""
    sides: dict[SideName, SourceSide] = {"left": flow.left}
    if flow.right is not None:
        sides["right"] = flow.right
    return sides


def sections_of(flow: IntegrationFlowSpec) -> dict[str, SideName]:
    """The document's sections and the side that their first source is on, ordered by Graphviz so that no two
    arrows cross."""
    homes: dict[str, SideName] = {}
    boxes: list[str] = []
    wires: list[Wire] = []
    for name, side in sides_of(flow).items():
        for number, source in enumerate(side.sources):
            homes.setdefault(source.to, name)
            card = f"{name} {number}"
            boxes.append(card)
            ends = (card, f"to {source.to}") if name == "left" else (f"to {source.to}", card)
            wires.append(Wire(*ends))
    boxes += [f"to {name}" for name in homes]
    levels = tuple(f"to {name}" for name in homes)
    placed = solve(Diagram(dict.fromkeys(boxes, Size(60.0, 30.0)), tuple(wires), (), (levels,))).boxes
    order = sorted(homes, key=lambda name: (homes[name] == "right", placed[f"to {name}"].top))
    return {name: homes[name] for name in order}


def work_body(source: Source, size: float, width: float, context: LayoutContext) -> TextBody:
    """A source: where it comes from, and in bold what it is."""
    text = context.theme.role.text
    lines = [LabelLine(source.origin, color=text)] if source.origin else []
    lines.append(LabelLine(source.label, bold=True, color=text))
    return set_label(lines, size, width, context, align="left", insets=PADDING)


def section_body(name: str, size: float, width: float, context: LayoutContext) -> TextBody:
    """A section's name."""
    line = LabelLine(name, bold=True, color=context.theme.role.text)
    return set_label([line], size, width, context, insets=TIGHT)


def head_body(part: Part, size: float, width: float, context: LayoutContext) -> TextBody:
    """The document's name on its cover, below its icon."""
    color = context.theme.text_on(leading(context))
    lines = [LabelLine(part.label, bold=True, color=color, delta=2.0)]
    lines += [LabelLine(text, color=color) for text in part.details]
    top = context.theme.shape.icon + 6.0 if part.icon else 0.0
    insets = Insets(PADDING.top + 3.0 + top, PADDING.right, PADDING.bottom, PADDING.left)
    return set_label(lines, size, width, context, anchor="top", insets=insets)


def output_box(part: Part, setting: Setting, key: str = "") -> Box:
    """An output as a card."""
    look = card_look(setting.context.theme.role.neutral, setting.context)
    return card_box(Card(part.label, part.details, part.icon), look, setting, key=key)


def badge_side(flow: IntegrationFlowSpec) -> SideName:
    """The side with fewer sources has room for the badge."""
    right = flow.right
    return "right" if right is not None and len(right.sources) <= len(flow.left.sources) else "left"


def badge_body(part: Part, size: float, width: float, context: LayoutContext) -> TextBody:
    """A badge's text; its first line leaves room for the icon at its end."""
    text = context.theme.text_on(context.theme.role.warning)
    lines = [LabelLine(part.heading, color=text)] if part.heading or part.icon else []
    lines.append(LabelLine(part.label, bold=True, color=text, delta=2.0))
    lines += [LabelLine(line, color=text) for line in part.details]
    return set_label(lines, size, width, context, align="left", anchor="top", insets=PADDING)
