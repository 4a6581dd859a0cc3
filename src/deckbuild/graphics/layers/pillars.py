"""Pillars of a layers graphic: cards side by side whose lines share their rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from deckbuild.deck.inline import plain_text
from deckbuild.document import Item, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.layers.model import Layer, Pillar
from deckbuild.layout.boxes import Box, Setting, behind, for_width, pad, row, shared_rows, text
from deckbuild.layout.icons import after_icon
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import cap
from deckbuild.layout.shapes import bar, on_panel
from deckbuild.theme import Series

PADDING = Insets(14.0, 14.0, 10.0, 14.0)
CAP = 5.0  # the coloured top edge
TITLE = 3.0  # points that a title is larger than the text
GAP = 16.0  # between pillars
ROW_GAP = 5.0  # above and below the hairline between rows
ICON_GAP = 9.0
LABEL_WIDTH = 104.0
"""Most points that row labels take at the left before they wrap."""
LABEL_GAP = 12.0


def pillars_box(layer: Layer, key: str, setting: Setting) -> Box:
    """The row labels, then the pillars one after the other, so that each reads as a whole."""
    theme, count, muted = setting.theme, len(layer.pillars), setting.tone.muted
    labels = [
        text([LabelParagraph(words, bold=True, color=muted)], setting, anchor="middle")
        for words in layer.row_labels
    ]
    label = max((e.takes(Size(LABEL_WIDTH, 0.0)).width for e in labels), default=0.0)
    lead = label + LABEL_GAP if labels else 0.0
    looks = [
        theme.hue(theme.palette[pillar.color]) if pillar.color else spare
        for pillar, spare in zip(layer.pillars, cycle(theme.series), strict=False)
    ]
    lines = [_lines(*each, setting) for each in zip(layer.pillars, looks, strict=True)]

    def rule(rect: Rect) -> Iterator[Item]:
        yield bar(rect.placed(Size(rect.width, 1.0)), theme.role.hairline, "Rule")

    def made(width: float) -> Box:
        inner = (width - lead - GAP * (count - 1)) / count - PADDING.horizontal
        widths, rules = [label, *[inner] * count], [None, *[rule] * count]
        names, *columns = shared_rows([[None, *labels], *lines], widths=widths, gap=2 * ROW_GAP, rules=rules)
        cards = [
            _card(pillar, f"{key}/pillar {number}", look, each, setting)
            for number, (pillar, look, each) in enumerate(zip(layer.pillars, looks, columns, strict=True), 1)
        ]
        beside = pad(names, replace(PADDING, left=0.0, right=LABEL_GAP)) if labels else None
        return row([beside, row(cards, gap=GAP)], (lead, "share"))

    return for_width(made)


def _lines(pillar: Pillar, look: Series, setting: Setting) -> list[Box]:
    """The title and the lines, each with its icon."""
    context, role = setting.context, setting.theme.role
    title = LabelParagraph(pillar.title, bold=True, color=role.heading, delta=TITLE)
    lines = [(pillar.icon, context.theme.shape.icon, title)]
    lines += [(w.icon, setting.size * 1.2, LabelParagraph(w.text, color=role.text)) for w in pillar.lines]
    return [
        after_icon(icon, side, look.text, text((line,), setting, anchor="middle"), context, gap=ICON_GAP)
        for icon, side, line in lines
    ]


def _card(pillar: Pillar, key: str, look: Series, content: Box, setting: Setting) -> Box:
    """A panel with a coloured top edge."""
    theme = setting.theme
    fill = look.tint if pillar.highlight else theme.role.background
    stroke = Stroke(look.fill if pillar.highlight else theme.role.hairline, theme.shape.stroke)
    capped = behind(pad(content, PADDING), lambda rect: (cap(rect, CAP, theme.shape.radius, look.fill),))
    name = plain_text(pillar.title)
    return on_panel(capped, setting.context, fill=fill, stroke=stroke, name=name, key=key)
