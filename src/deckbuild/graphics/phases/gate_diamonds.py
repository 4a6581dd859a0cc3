"""Gates between the phases of a plan: diamonds on the way, and where a no leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.document import Color, Diamond, Item, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.phases.model import Gate
from deckbuild.layout.boxes import Box, Drawn, Setting, fixed, text
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import on_dark
from deckbuild.layout.shapes import panel

PLAIN_GAP = 40.0  # between cards without a gate: an arrow with air
ARROW = 18.0  # a connector with room for its head, on each side of a gate
HALT = Insets.symmetric(12.0, 4.0)
HALT_MARGIN = 4.0  # between the label below a gate and the cards
NEAR = 2.0  # air between a diamond's text and its edges
INK = 0.78  # of a line's height: letters leave the rest empty, so it may cross the diamond's edge

EVERY_WAY = 8
"""Parts of a label up to which every way to break it is tried: 128 ways. Each part more would double them."""

MOST_WAYS = 40


def split_label(label: str) -> list[list[str]]:
    """The ways to set a label in lines: it breaks at spaces and after a solidus.

    Of a label of many parts only the even ways: its lines filled to each of up to `MOST_WAYS` lengths.

    >>> split_label("Go/No-Go")
    [['Go/No-Go'], ['Go/', 'No-Go']]
    """
    parts = re.findall(r"[^\s/]+/?|/", label) or [""]
    if len(parts) > EVERY_WAY:
        lengths = sorted({len(_joined(parts[: index + 1])) for index in range(len(parts))})
        step = -(-len(lengths) // MOST_WAYS)
        return [_filled(parts, length) for length in sorted({*lengths[::step], lengths[-1]})]
    every = (ends for count in range(len(parts)) for ends in combinations(range(1, len(parts)), count))
    return [[_joined(parts[a:b]) for a, b in pairwise((0, *ends, len(parts)))] for ends in every]


def _filled(parts: list[str], length: int) -> list[str]:
    """The parts in lines of at most `length` characters, or of one part where that is longer."""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = _joined([lines[-1], part])
        if len(longer) > length:
            lines.append(part)
        else:
            lines[-1] = longer
    return lines


def _joined(parts: list[str]) -> str:
    """Parts in one line: a space between them, except after a solidus."""
    return "".join(part if part.endswith("/") else part + " " for part in parts).rstrip(" ")


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
    side, body = _diamond(gate, setting.smaller())
    name, key = plain_text(gate.label), f"{before}/gate"
    color = theme.role.accent if on_dark(context) else theme.role.accent_text
    halt = _halt(gate.halt, f"{key}/halt", color, setting.smaller()) if gate.halt else None
    width = side + 2 * ARROW
    size = halt.takes(Size(width - 2 * HALT_MARGIN, 0.0)) if halt else Size(0.0, 0.0)
    height = side + 2 * (ARROW + size.height) if halt else side

    def draw(rect: Rect) -> Iterator[Drawn]:
        start, end = ends(rect)
        diamond = End(rect.placed(Size(side, side)), key)
        yield connect(start, diamond, stroke, arrow=False)
        yield Shape(diamond.rect, Diamond(), theme.role.warning, None, body, name, key)
        yield connect(diamond, end, stroke)
        if halt:
            place = rect.placed(size, 0.5, 1.0)
            yield from halt.draw(place)
            dashed = Stroke(color, theme.shape.connector, "dash")
            yield connect(diamond, End(place, f"{key}/halt"), dashed, sides=("bottom", "top"))

    return fixed(Size(max(width, size.width + 2 * HALT_MARGIN), height), draw)


def _diamond(gate: Gate, setting: Setting) -> tuple[float, TextBody]:
    """The diagonals in points of the smallest diamond that holds the gate's label, and the label in lines.

    A box w by h fits a diamond whose diagonals are d if w + h is at most d.
    """
    color = setting.theme.text_on(setting.theme.role.warning)
    bodies = [
        setting.one_line(LabelParagraph("\v".join(lines), bold=True, color=color), align="center")
        for lines in split_label(plain_text(gate.label))
    ]
    sides = [(body.width + body.height * INK + 2 * NEAR, body) for body in bodies]
    return min(sides, key=lambda each: each[0])


def _halt(words: str, key: str, color: Color, setting: Setting) -> Box:
    """A label in a panel with a coloured edge."""
    role, stroke = setting.theme.role, Stroke(color, setting.theme.shape.stroke)

    def label(rect: Rect, body: TextBody) -> tuple[Item]:
        fill = role.background
        return (panel(rect, setting.context, fill=fill, stroke=stroke, body=body, name="Halt", key=key),)

    line = LabelParagraph(words, bold=True, color=role.accent_text)
    return text((line,), setting, align="center", anchor="middle", insets=HALT, draw=label)
