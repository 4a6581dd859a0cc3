"""What an integration flow is made of, as boxes: sources, sections, the document, its outputs."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.graphviz_engine import Diagram, Wire, solve
from deckbuild.document import Color, Ellipse, Item, Rounded, Shape, Stroke
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec, LabelledBox, SideName, Source
from deckbuild.graphics.shared.card import Card, card_box, card_look, solid
from deckbuild.graphics.shared.colors import series_colors
from deckbuild.layout.boxes import Box, Painter, Setting, airy, column, over, pad, text
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.shapes import ROUND_ENDS, panel, words_on
from deckbuild.theme import Theme

GAP = 27.0  # between a source and the document: room for an arrow with a bend
TABS = 5.0  # points by which sections stand out on both sides of the document, like index tabs
CARD_GAP = 9.0
CHECK = 17.0  # a check mark as high as the text, on the corner of a card
PADDING = Insets.symmetric(9.0, 7.0)
TIGHT = Insets.symmetric(8.0, 5.0)
COVER = Insets(10.0, 9.0, 7.0, 9.0)


def side_colors(flow: IntegrationFlowSpec, theme: Theme) -> dict[SideName, Color]:
    return series_colors({name: side.color for name, side in flow.sides.items()}, theme)


def sections_of(flow: IntegrationFlowSpec) -> dict[str, SideName]:
    """The document's sections and the side that their first source is on, ordered by Graphviz so that no two
    arrows cross."""
    homes: dict[str, SideName] = {}
    wires: list[Wire] = []
    for name in flow.sides:
        for card, source in flow.named(name).items():
            homes.setdefault(source.to, name)
            ends = (card, f"to {source.to}") if name == "left" else (f"to {source.to}", card)
            wires.append(Wire(*ends))
    level = tuple(f"to {title}" for title in homes)
    cards = [card for name in flow.sides for card in flow.named(name)]
    sizes = dict.fromkeys([*cards, *level], Size(60.0, 30.0))
    placed = solve(Diagram(sizes, tuple(wires), levels=(level,))).boxes
    order = sorted(homes, key=lambda title: (homes[title] == "right", placed[f"to {title}"].top))
    return {title: homes[title] for title in order}


def boxes_of(flow: IntegrationFlowSpec, sections: Mapping[str, SideName], setting: Setting) -> dict[str, Box]:
    """All boxes of a flow by name: `target`, `section 0`, `left 0`, `output 0`, and `above-left` for what
    stands over that side's sources."""
    colors = side_colors(flow, setting.theme)
    look = card_look(setting.theme.role.neutral, setting.context)
    boxes = {"target": _cover(flow.target, f"{flow.id}/target", setting)}
    for number, (title, name) in enumerate(sections.items()):
        key = f"section {number}"
        boxes[key] = _section(title, f"{flow.id}/{key}", colors[name], setting)
    for name in flow.sides:
        for key, source in flow.named(name).items():
            boxes[key] = _source(source, f"{flow.id}/{key}", colors[name], setting)
    for number, output in enumerate(flow.outputs):
        card, key = Card(output.label, output.details, output.icon), f"output {number}"
        boxes[key] = card_box(card, look, setting, key=f"{flow.id}/{key}")
    return {name: _whole(each) for name, each in boxes.items()} | _above(flow, colors, setting)


def _whole(inner: Box) -> Box:
    """The box, which takes whole points of height."""

    def takes(offered: Size) -> Size:
        size = inner.takes(offered)
        return Size(size.width, math.ceil(size.height))

    return Box(takes, inner.draw)


def _above(flow: IntegrationFlowSpec, colors: Mapping[SideName, Color], setting: Setting) -> dict[str, Box]:
    """The heading, the badge and the title of each side, titles of one height."""
    titles = {name: _title(side.title, colors[name], setting) for name, side in flow.sides.items()}
    heading = badge = None
    if flow.heading:
        line = LabelParagraph(flow.heading, bold=True, color=setting.tone.heading, delta=2.0)
        reach = Insets(right=TABS + 2.0 - GAP)  # almost to the document
        heading = pad(_whole(airy(text((line,), setting), height=4.0)), reach)
    if flow.badge:
        badge = pad(_whole(_badge(flow.badge, setting)), Insets(bottom=CARD_GAP + 3.0))
    boxes: dict[str, Box] = {}
    for name, title in titles.items():
        level = pad(Box(over(*titles.values()).takes, title.draw), Insets(bottom=CARD_GAP))
        head = heading if name == "left" else None
        boxes[f"above-{name}"] = column([head, badge if name == flow.badge_side else None, level])
    return boxes


def _source(source: Source, key: str, color: Color, setting: Setting) -> Box:
    """A source: where it comes from, and in bold what it is; a check mark on its corner."""
    context, theme, look = setting.context, setting.theme, card_look(color, setting.context)

    def check(rect: Rect) -> Iterator[Item]:
        if source.done:
            place = Rect.around(Point(rect.right - 3.0 - CHECK / 2, rect.top + 3.0), CHECK)
            yield Shape(place, Ellipse(), look.icon, None, name="Completed", alt="completed")
            mark = place.inset(Insets.all(CHECK * 0.2))
            yield icon("check", mark, theme.text_on(look.icon), context, pen=1.75)

    edge, name = Stroke(look.stroke, theme.shape.stroke), plain_text(source.label)
    ground = partial(panel, context=context, fill=look.fill, stroke=edge, name=name, key=key)
    lines = [LabelParagraph(source.origin, color=look.text)] if source.origin else []
    lines.append(LabelParagraph(source.label, bold=True, color=look.text))
    return words_on(ground, lines, setting, align="left", insets=PADDING, mark=check)


def _section(title: str, key: str, color: Color, setting: Setting) -> Box:
    fill = setting.theme.hue(color).tint
    ground = partial(Shape, geometry=Rounded(4.0), fill=fill, name=plain_text(title), key=key)
    line = LabelParagraph(title, bold=True, color=setting.theme.role.text)
    return words_on(ground, [line], setting, insets=TIGHT)


def _title(title: str, color: Color, setting: Setting) -> Box:
    """The title of a side."""
    fill = solid(color, setting.context)
    ground = partial(Shape, geometry=ROUND_ENDS, fill=fill, name=plain_text(title))
    line = LabelParagraph(title, bold=True, color=setting.theme.text_on(fill))
    return airy(_whole(words_on(ground, [line], setting)), height=8.0)


def _cover(target: LabelledBox, key: str, setting: Setting) -> Box:
    """The document's cover, the one solid box of the graphic, with its name below its icon."""
    context, look = setting.context, card_look(None, setting.context, highlight=True)
    side = context.theme.shape.icon
    insets = replace(COVER, top=COVER.top + side + 6.0) if target.icon else COVER
    ground = partial(panel, context=context, fill=look.fill, name=plain_text(target.label), key=key)
    lines, mark = _named(target, look.text), _mark(target, side, COVER, 0.5, look.icon, setting)
    return words_on(ground, lines, setting, anchor="top", insets=insets, mark=mark)


def _badge(badge: LabelledBox, setting: Setting) -> Box:
    """A note that stands out; its first line leaves room for the icon at its end."""
    fill = setting.theme.role.warning
    color = setting.theme.text_on(fill)
    ground = partial(panel, context=setting.context, fill=fill, name=plain_text(badge.label))
    heading = [LabelParagraph(badge.heading, color=color)] if badge.heading or badge.icon else []
    lines, mark = heading + _named(badge, color), _mark(badge, setting.pitch, PADDING, 1.0, color, setting)
    return words_on(ground, lines, setting, align="left", anchor="top", insets=PADDING, mark=mark)


def _named(box: LabelledBox, color: Color) -> list[LabelParagraph]:
    lines = [LabelParagraph(box.label, bold=True, color=color, delta=2.0)]
    return lines + [LabelParagraph(words, color=color) for words in box.details]


def _mark(
    box: LabelledBox, side: float, insets: Insets, horizontal: float, color: Color, setting: Setting
) -> Painter:
    """The icon of a box at the top of its room."""

    def paint(rect: Rect) -> Iterator[Item]:
        if box.icon:
            place = rect.inset(insets).placed(Size(side, side), horizontal, 0.0)
            yield icon(box.icon, place, color, setting.context)

    return paint
