"""Gates between the phases of a plan: diamonds on the way, and where a no leads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.document import Diamond, Item, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Rect
from deckbuild.graphics.phases.model import Gate
from deckbuild.layout.label import LabelLine, label_size, set_label
from deckbuild.layout.marks import on_dark, one_line
from deckbuild.layout.shapes import panel

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
    ways = []
    for breaks in range(1 << (len(parts) - 1)):
        ends = [index for index in range(1, len(parts)) if breaks >> (index - 1) & 1]
        starts = [0, *ends]
        ways.append([_joined(parts[a:b]) for a, b in zip(starts, [*ends, len(parts)], strict=True)])
    return ways


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


def diamond_label(gate: Gate, size: float, context: LayoutContext) -> tuple[float, TextBody]:
    """The side of the smallest diamond that holds the gate's label, and the label in lines.

    A box w by h fits a diamond whose diagonals are d if w + h is at most d.
    """
    best: tuple[float, TextBody] | None = None
    color = context.theme.text_on(context.theme.role.warning)
    for lines in split_label(plain_text(gate.label)):
        line = LabelLine("\v".join(lines), bold=True, color=color)
        body = one_line(line, size, context, align="center")
        side = body.width + body.height * INK + 2 * NEAR
        if best is None or side < best[0]:
            best = side, body
    assert best is not None
    return best


def diamond_size(gate: Gate | None, size: float, context: LayoutContext) -> float:
    """The diagonals of a gate's diamond in points; 0 without a gate."""
    return diamond_label(gate, size - 1, context)[0] if gate else 0.0


def halt_label(text: str, gap: float, size: float, context: LayoutContext) -> tuple[float, TextBody]:
    """The label below a gate that stands in a gap `gap` points wide, and its width."""
    lines = (LabelLine(text, bold=True, color=context.theme.role.accent_text),)
    width = label_size(lines, size - 1, context, gap - 2 * HALT_MARGIN, HALT).width
    return width, set_label(lines, size - 1, width, context, insets=HALT)


def gate_height(gate: Gate | None, gap: float, size: float, context: LayoutContext) -> float:
    """How tall the cards must be for the gate between them, with the label below it, in points."""
    if gate is None:
        return 0.0
    side = diamond_size(gate, size, context)
    if gate.halt is None:
        return side
    return side + 2 * (ARROW + halt_label(gate.halt, gap, size, context)[1].height)


def draw_gate(
    gate: Gate | None,
    before: End,
    after: End,
    side: float,
    size: float,
    context: LayoutContext,
) -> Iterator[Item]:
    """The way from one card to the next, through the gate if there is one, and where a no leads."""
    theme = context.theme
    stroke = Stroke(context.tone.muted, theme.shape.connector)
    if gate is None:
        yield connect(before, after, stroke)
        return
    middle = (before.rect.right + after.rect.left) / 2
    rect = Rect(middle - side / 2, before.rect.center.y - side / 2, side, side)
    key = f"{before.key}/gate"
    end = End(rect, key)
    yield connect(before, end, stroke, arrow=False)
    body = diamond_label(gate, size - 1, context)[1]
    yield Shape(rect, Diamond(), theme.role.warning, None, body, plain_text(gate.label), key)
    yield connect(end, after, stroke)
    if gate.halt is None:
        return
    color = theme.role.accent if on_dark(context) else theme.role.accent_text
    width, label = halt_label(gate.halt, after.rect.left - before.rect.right, size, context)
    box = Rect(middle - width / 2, before.rect.bottom - label.height, width, label.height)
    halt = End(box, f"{key}/halt")
    dashed = Stroke(color, theme.shape.connector, "dash")
    edge, fill = Stroke(color, theme.shape.stroke), theme.role.background
    yield panel(box, context, fill=fill, stroke=edge, body=label, name="Halt", key=halt.key)
    yield connect(end, halt, dashed, sides=("bottom", "top"))
