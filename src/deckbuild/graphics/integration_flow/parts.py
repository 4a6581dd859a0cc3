"""What an integration flow is made of, as boxes: sources, sections, the document, its outputs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Ellipse, Item, Rounded, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec, Part, SideName, Source
from deckbuild.graphics.shared.card import Card, card_box, card_look, leading, solid
from deckbuild.graphics.shared.graphviz_engine import Box as Node
from deckbuild.graphics.shared.graphviz_engine import Diagram, Wire, solve
from deckbuild.graphics.shared.icons import icon
from deckbuild.layout.boxes import Box, Setting, airy, column, over, pad, text
from deckbuild.layout.label import LabelLine

GAP = 27.0  # between a source and the document: room for an arrow with a bend
TABS = 5.0  # points by which sections stand out on both sides of the document, like index tabs
CARD_GAP = 9.0
CHECK = 17.0  # a check mark as high as the text, on the corner of a card
PADDING = Insets.symmetric(9.0, 7.0)
TIGHT = Insets.symmetric(8.0, 5.0)
COVER = Insets(10.0, 9.0, 7.0, 9.0)


@dataclass(frozen=True, slots=True)
class Parts:
    """All boxes of a flow at one size of text. `above` stands over a side's sources."""

    cover: Box
    sections: Mapping[str, Box]
    above: Mapping[SideName, Box]
    sources: Mapping[SideName, Sequence[Box]]
    outputs: Sequence[Box]


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
            ends = f"{name} {number}", f"to {source.to}"
            wires.append(Wire(*ends) if name == "left" else Wire(*reversed(ends)))
    cards = [f"{name} {number}" for name, side in flow.sides.items() for number in range(len(side.sources))]
    level = tuple(f"to {name}" for name in homes)
    nodes = tuple(Node(key, Size(60.0, 30.0)) for key in (*cards, *level))
    placed = solve(Diagram(nodes, tuple(wires), (), (level,))).boxes
    order = sorted(homes, key=lambda name: (homes[name] == "right", placed[f"to {name}"].top))
    return {name: homes[name] for name in order}


def parts(flow: IntegrationFlowSpec, sections: Mapping[str, SideName], setting: Setting) -> Parts:
    """The boxes of a flow, with text of this setting."""
    context, colors = setting.context, side_colors(flow, setting.context)
    look = card_look(context.theme.role.neutral, context)
    return Parts(
        _cover(flow.target, f"{flow.id}/target", setting),
        {
            title: _section(title, f"{flow.id}/section {number}", colors[side], setting)
            for number, (title, side) in enumerate(sections.items())
        },
        _above(flow, colors, setting),
        {
            name: [
                _source(source, f"{flow.id}/{name} {number}", colors[name], setting)
                for number, source in enumerate(side.sources)
            ]
            for name, side in flow.sides.items()
        },
        [
            _whole(
                card_box(
                    Card(part.label, part.details, part.icon), look, setting, key=f"{flow.id}/output {number}"
                )
            )
            for number, part in enumerate(flow.outputs)
        ],
    )


def _whole(inner: Box) -> Box:
    """The box, which takes whole points of height."""

    def takes(offered: Size) -> Size:
        size = inner.takes(offered)
        return Size(size.width, math.ceil(size.height))

    return Box(takes, inner.draw)


def _above(
    flow: IntegrationFlowSpec, colors: Mapping[SideName, Color], setting: Setting
) -> dict[SideName, Box]:
    """The heading, the badge and the title of each side, titles of one height."""
    titles = {name: _pill(side.title, colors[name], setting) for name, side in flow.sides.items()}
    heading = badge = None
    if flow.heading:
        line = LabelLine(flow.heading, bold=True, color=setting.context.tone.heading, delta=2.0)
        reach = Insets(right=TABS + 2.0 - GAP)  # almost to the document
        heading = pad(_whole(airy(text((line,), setting), height=4.0)), reach)
    if flow.badge:
        badge = pad(_badge(flow.badge, setting), Insets(bottom=CARD_GAP + 3.0))
    return {
        name: column(
            [
                heading if name == "left" else None,
                badge if name == flow.badge_side else None,
                pad(Box(over(*titles.values()).takes, title.draw), Insets(bottom=CARD_GAP)),
            ]
        )
        for name, title in titles.items()
    }


def _source(source: Source, key: str, color: Color, setting: Setting) -> Box:
    """A source: where it comes from, and in bold what it is; a check mark on its corner."""
    theme, look = setting.context.theme, card_look(color, setting.context)

    def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
        shape, stroke = Rounded(theme.shape.radius), Stroke(look.stroke, theme.shape.stroke)
        yield Shape(rect, shape, look.fill, stroke, body, plain_text(source.label), key)
        if source.done:
            place = Rect.around(Point(rect.right - 3.0 - CHECK / 2, rect.top + 3.0), CHECK)
            yield Shape(place, Ellipse(), look.icon, None, name="Completed", alt="completed")
            mark = place.inset(Insets.all(CHECK * 0.2))
            yield icon("check", mark, theme.text_on(look.icon), setting.context, pen=1.75)

    lines = [LabelLine(source.origin, color=theme.role.text)] if source.origin else []
    lines.append(LabelLine(source.label, bold=True, color=theme.role.text))
    return _whole(text(lines, setting, anchor="middle", insets=PADDING, draw=draw))


def _section(title: str, key: str, color: Color, setting: Setting) -> Box:
    theme = setting.context.theme

    def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
        yield Shape(rect, Rounded(4.0), theme.hue(color).tint, None, body, plain_text(title), key)

    line = LabelLine(title, bold=True, color=theme.role.text)
    return _whole(text((line,), setting, align="center", anchor="middle", insets=TIGHT, draw=draw))


def _cover(target: Part, key: str, setting: Setting) -> Box:
    """The document's cover, the one solid box of the graphic, with its name below its icon."""
    context, theme = setting.context, setting.context.theme
    fill, side = leading(context), theme.shape.icon

    def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
        yield Shape(rect, Rounded(theme.shape.radius), fill, None, body, plain_text(target.label), key)
        if target.icon:
            place = rect.inset(COVER).placed(Size(side, side), 0.5, 0.0)
            yield icon(target.icon, place, card_look(None, context, highlight=True).icon, context)

    color = theme.text_on(fill)
    lines = [LabelLine(target.label, bold=True, color=color, delta=2.0)]
    lines += [LabelLine(words, color=color) for words in target.details]
    insets = replace(COVER, top=COVER.top + side + 6.0) if target.icon else COVER
    return _whole(text(lines, setting, align="center", insets=insets, draw=draw))


def _pill(words: str, color: Color, setting: Setting) -> Box:
    """The title of a side."""
    fill = solid(color, setting.context)

    def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
        yield Shape(rect, Rounded(rect.height / 2), fill, None, body, plain_text(words))

    line = LabelLine(words, bold=True, color=setting.context.theme.text_on(fill))
    return _whole(airy(text((line,), setting, align="center", anchor="middle", draw=draw), height=8.0))


def _badge(part: Part, setting: Setting) -> Box:
    """A note that stands out; its first line leaves room for the icon at its end."""
    theme, fill = setting.context.theme, setting.context.theme.role.warning
    color = theme.text_on(fill)

    def draw(rect: Rect, body: TextBody) -> Iterator[Item]:
        yield Shape(rect, Rounded(theme.shape.radius), fill, None, body, plain_text(part.label))
        if part.icon:
            side = body.paragraphs[0].lines[0].height
            place = rect.inset(PADDING).placed(Size(side, side), 1.0, 0.0)
            yield icon(part.icon, place, color, setting.context)

    lines = [LabelLine(part.heading, color=color)] if part.heading or part.icon else []
    lines.append(LabelLine(part.label, bold=True, color=color, delta=2.0))
    lines += [LabelLine(words, color=color) for words in part.details]
    return _whole(text(lines, setting, insets=PADDING, draw=draw))
