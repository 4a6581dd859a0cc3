"""What an integration flow is made of, as boxes: sources, sections, the document, its outputs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.graphviz_engine import Diagram, Wire, solve
from deckbuild.document import (
    NO_INSETS,
    Align,
    Anchor,
    Color,
    Ellipse,
    Item,
    Rounded,
    Shape,
    Stroke,
    TextBody,
)
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec, Part, SideName, Source
from deckbuild.graphics.shared.card import Card, card_box, card_look, solid
from deckbuild.layout.boxes import Box, Drawn, Painter, Setting, airy, column, over, pad, text
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelParagraph

GAP = 27.0  # between a source and the document: room for an arrow with a bend
TABS = 5.0  # points by which sections stand out on both sides of the document, like index tabs
CARD_GAP = 9.0
CHECK = 17.0  # a check mark as high as the text, on the corner of a card
PADDING = Insets.symmetric(9.0, 7.0)
TIGHT = Insets.symmetric(8.0, 5.0)
COVER = Insets(10.0, 9.0, 7.0, 9.0)


def side_colors(flow: IntegrationFlowSpec, context: LayoutContext) -> dict[SideName, Color]:
    theme = context.theme
    return {
        name: theme.palette[side.color] if side.color else theme.series[index].fill
        for index, (name, side) in enumerate(flow.sides.items())
    }


def sections_of(flow: IntegrationFlowSpec) -> dict[str, SideName]:
    """The document's sections and the side that their first source is on, ordered by Graphviz so that no two
    arrows cross."""
    homes: dict[str, SideName] = {}
    wires: list[Wire] = []
    for name, side in flow.sides.items():
        for number, source in enumerate(side.sources):
            homes.setdefault(source.to, name)
            card, section = f"{name} {number}", f"to {source.to}"
            wires.append(Wire(card, section) if name == "left" else Wire(section, card))
    cards = [f"{name} {number}" for name, side in flow.sides.items() for number in range(len(side.sources))]
    level = tuple(f"to {name}" for name in homes)
    sizes = dict.fromkeys([*cards, *level], Size(60.0, 30.0))
    placed = solve(Diagram(sizes, tuple(wires), (), (level,))).boxes
    order = sorted(homes, key=lambda name: (homes[name] == "right", placed[f"to {name}"].top))
    return {name: homes[name] for name in order}


def boxes_of(flow: IntegrationFlowSpec, sections: Mapping[str, SideName], setting: Setting) -> dict[str, Box]:
    """All boxes of a flow by name: `target`, `section 0`, `left 0`, `output 0`, and `above-left` for what
    stands over that side's sources."""
    colors = side_colors(flow, setting.context)
    look = card_look(setting.theme.role.neutral, setting.context)
    boxes = {"target": _cover(flow.target, f"{flow.id}/target", setting)}
    for number, (title, name) in enumerate(sections.items()):
        key = f"section {number}"
        boxes[key] = _section(title, f"{flow.id}/{key}", colors[name], setting)
    for name, side in flow.sides.items():
        for number, source in enumerate(side.sources):
            key = f"{name} {number}"
            boxes[key] = _source(source, f"{flow.id}/{key}", colors[name], setting)
    for number, part in enumerate(flow.outputs):
        card, key = Card(part.label, part.details, part.icon), f"output {number}"
        boxes[key] = _whole(card_box(card, look, setting, key=f"{flow.id}/{key}"))
    return boxes | _above(flow, colors, setting)


def _whole(inner: Box) -> Box:
    """The box, which takes whole points of height."""

    def takes(offered: Size) -> Size:
        size = inner.takes(offered)
        return Size(size.width, math.ceil(size.height))

    return Box(takes, inner.draw)


def _on_shape(
    lines: Sequence[LabelParagraph],
    setting: Setting,
    fill: Color,
    name: str,
    *,
    key: str = "",
    radius: float | None = None,
    stroke: Stroke | None = None,
    align: Align = "center",
    anchor: Anchor = "middle",
    insets: Insets = NO_INSETS,
    mark: Painter | None = None,
) -> Box:
    """Words on a rounded shape, with `mark` painted over it; by default with the theme's corners."""
    corner = setting.theme.shape.radius if radius is None else radius

    def draw(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        shape = Rounded(min(corner, rect.height / 2))
        yield Shape(rect, shape, fill, stroke, body, plain_text(name), key)
        if mark is not None:
            yield from mark(rect)

    return _whole(text(lines, setting, align=align, anchor=anchor, insets=insets, draw=draw))


def _above(flow: IntegrationFlowSpec, colors: Mapping[SideName, Color], setting: Setting) -> dict[str, Box]:
    """The heading, the badge and the title of each side, titles of one height."""
    titles = {name: _pill(side.title, colors[name], setting) for name, side in flow.sides.items()}
    heading = badge = None
    if flow.heading:
        line = LabelParagraph(flow.heading, bold=True, color=setting.tone.heading, delta=2.0)
        reach = Insets(right=TABS + 2.0 - GAP)  # almost to the document
        heading = pad(_whole(airy(text((line,), setting), height=4.0)), reach)
    if flow.badge:
        badge = pad(_badge(flow.badge, setting), Insets(bottom=CARD_GAP + 3.0))
    boxes: dict[str, Box] = {}
    for name, title in titles.items():
        level = pad(Box(over(*titles.values()).takes, title.draw), Insets(bottom=CARD_GAP))
        head = heading if name == "left" else None
        boxes[f"above-{name}"] = column([head, badge if name == flow.badge_side else None, level])
    return boxes


def _source(source: Source, key: str, color: Color, setting: Setting) -> Box:
    """A source: where it comes from, and in bold what it is; a check mark on its corner."""
    theme, look = setting.theme, card_look(color, setting.context)

    def check(rect: Rect) -> Iterator[Item]:
        place = Rect.around(Point(rect.right - 3.0 - CHECK / 2, rect.top + 3.0), CHECK)
        yield Shape(place, Ellipse(), look.icon, None, name="Completed", alt="completed")
        mark = place.inset(Insets.all(CHECK * 0.2))
        yield icon("check", mark, theme.text_on(look.icon), setting.context, pen=1.75)

    origin, label = (
        LabelParagraph(source.origin, color=look.text),
        LabelParagraph(source.label, True, look.text),
    )
    return _on_shape(
        (origin, label) if source.origin else (label,),
        setting,
        look.fill,
        source.label,
        key=key,
        stroke=Stroke(look.stroke, theme.shape.stroke),
        align="left",
        insets=PADDING,
        mark=check if source.done else None,
    )


def _section(title: str, key: str, color: Color, setting: Setting) -> Box:
    theme = setting.theme
    line = LabelParagraph(title, bold=True, color=theme.role.text)
    return _on_shape((line,), setting, theme.hue(color).tint, title, key=key, radius=4.0, insets=TIGHT)


def _pill(title: str, color: Color, setting: Setting) -> Box:
    """The title of a side."""
    fill = solid(color, setting.context)
    line = LabelParagraph(title, bold=True, color=setting.theme.text_on(fill))
    return airy(_on_shape((line,), setting, fill, title, radius=math.inf), height=8.0)


def _named(part: Part, color: Color) -> list[LabelParagraph]:
    lines = [LabelParagraph(part.label, bold=True, color=color, delta=2.0)]
    return lines + [LabelParagraph(words, color=color) for words in part.details]


def _cover(target: Part, key: str, setting: Setting) -> Box:
    """The document's cover, the one solid box of the graphic, with its name below its icon."""
    context, look = setting.context, card_look(None, setting.context, highlight=True)
    side = context.theme.shape.icon

    def mark(rect: Rect) -> Iterator[Item]:
        if target.icon:
            place = rect.inset(COVER).placed(Size(side, side), 0.5, 0.0)
            yield icon(target.icon, place, look.icon, context)

    insets = replace(COVER, top=COVER.top + side + 6.0) if target.icon else COVER
    lines = _named(target, look.text)
    return _on_shape(lines, setting, look.fill, target.label, key=key, anchor="top", insets=insets, mark=mark)


def _badge(part: Part, setting: Setting) -> Box:
    """A note that stands out; its first line leaves room for the icon at its end."""
    fill, side = setting.theme.role.warning, setting.pitch
    color = setting.theme.text_on(fill)

    def mark(rect: Rect) -> Iterator[Item]:
        if part.icon:
            place = rect.inset(PADDING).placed(Size(side, side), 1.0, 0.0)
            yield icon(part.icon, place, color, setting.context)

    heading = [LabelParagraph(part.heading, color=color)] if part.heading or part.icon else []
    lines = heading + _named(part, color)
    return _on_shape(lines, setting, fill, part.label, align="left", anchor="top", insets=PADDING, mark=mark)
