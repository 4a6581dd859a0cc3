"""Gates between the phases of a plan: diamonds on the way, and where a no leads."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.document import Color, Diamond, Item, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.phases.model import Gate
from deckbuild.layout.boxes import EMPTY, Box, Drawn, Setting, fixed, text
from deckbuild.layout.diamonds import smallest_diamond
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import on_dark
from deckbuild.layout.shapes import panel

PLAIN_GAP = 40.0  # between cards without a gate: an arrow with air
ARROW = 18.0  # a connector with room for its head, on each side of a gate
HALT = Insets.symmetric(12.0, 4.0)
HALT_MARGIN = 4.0  # between the label below a gate and the cards


def gate_box(gate: Gate | None, before: str, after: str, setting: Setting) -> Box:
    """The way between the cards of two keys, through the gate if there is one, and where a no leads.

    As wide as the gap between the cards; it must get their height.
    """
    theme, context = setting.theme, setting.context
    stroke = Stroke(setting.tone.muted, theme.shape.connector)

    def ends(rect: Rect) -> tuple[End, End]:
        side = Size(0.0, rect.height)
        return End(rect.placed(side, 0.0), before), End(rect.placed(side, 1.0), after)

    if gate is None:
        return fixed(Size(PLAIN_GAP, 0.0), lambda rect: (connect(*ends(rect), stroke),))
    fill, key = theme.role.warning, f"{before}/gate"
    side, body = smallest_diamond(gate.label, theme.text_on(fill), setting.smaller())
    color = theme.role.accent if on_dark(context) else theme.role.accent_text
    halt = _halt(gate.halt, f"{key}/halt", color, setting.smaller()) if gate.halt else EMPTY
    width = side + 2 * ARROW
    size = halt.takes(Size(width - 2 * HALT_MARGIN, 0.0))

    def draw(rect: Rect) -> Iterator[Drawn]:
        start, end = ends(rect)
        diamond, place = End(rect.placed(Size(side, side)), key), rect.placed(size, 0.5, 1.0)
        yield connect(start, diamond, stroke, arrow=False)
        yield Shape(diamond.rect, Diamond(), fill, None, body, plain_text(gate.label), key)
        yield connect(diamond, end, stroke)
        yield from halt.draw(place)
        if gate.halt:
            dashed = Stroke(color, theme.shape.connector, "dash")
            yield connect(diamond, End(place, f"{key}/halt"), dashed, sides=("bottom", "top"))

    height = side + (2 * (ARROW + size.height) if gate.halt else 0.0)
    return fixed(Size(max(width, size.width + 2 * HALT_MARGIN), height), draw)


def _halt(words: str, key: str, color: Color, setting: Setting) -> Box:
    """A label in a panel with a coloured edge."""
    role, stroke = setting.theme.role, Stroke(color, setting.theme.shape.stroke)

    def label(rect: Rect, body: TextBody) -> tuple[Item]:
        fill = role.background
        return (panel(rect, setting.context, fill=fill, stroke=stroke, body=body, name="Halt", key=key),)

    line = LabelParagraph(words, bold=True, color=role.accent_text)
    return text((line,), setting, align="center", anchor="middle", insets=HALT, draw=label)
