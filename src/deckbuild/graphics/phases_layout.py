"""Where the parts of a phases graphic stand."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Frame, Item, Preset, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.connect import End, connect
from deckbuild.graphics.icons import icon
from deckbuild.graphics.marks import cap, caption, disc, one_line
from deckbuild.graphics.spread import spread
from deckbuild.layout.label import LabelLine, label_size, set_label
from deckbuild.layout.shapes import bar, panel

if TYPE_CHECKING:
    from deckbuild.graphics.phases import Gate, Phase, Phases

PADDING = Insets(16.0, 13.0, 14.0, 16.0)
CAP = 6.0  # the coloured top edge of a card
ARROW = 18.0  # a connector with room for its head, on each side of a gate
PLAIN_GAP = 40.0  # between cards without a gate: an arrow with air
ROW_GAP = 7.0  # between the rows of a card
CROWD = 21.0  # side of an icon that stands for users
DONE = 24.0  # the check mark's disc
BAR_GAP = 16.0  # from the cards to the bar
BAR_HEIGHT = 1.75  # the bar, by the size of the text in it
OPEN_SHARE = 0.25  # of the bar, for a last phase without an end
NOTE_GAP = 14.0
HALT = Insets.symmetric(12.0, 4.0)
NEAR = 2.0  # air between a diamond's text and its edges


@dataclass(frozen=True, slots=True)
class Look:
    """A card's colours: ground, edge, text, what stands out, what recedes."""

    fill: Color
    edge: Color
    text: Color
    strong: Color
    quiet: Color


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the cards: the lines each card has there, and the size they are set at."""

    lines: tuple[tuple[LabelLine, ...], ...]
    gap: float = ROW_GAP


def look_of(phase: Phase, context: LayoutContext) -> Look:
    """Colours by status; a highlighted card is solid."""
    role, palette = context.theme.role, context.theme.palette
    if phase.highlight:
        fill = palette[phase.color] if phase.color else role.dark
        text = context.theme.text_on(fill)
        light = text.hex == role.on_dark.hex
        return Look(fill, fill, text, role.on_dark_accent if light else text, role.on_dark_muted if light else text)
    edge = {"done": role.neutral, "current": role.primary, "next": role.dark}[phase.status]
    fill = role.surface if phase.status == "current" else role.surface_neutral
    return Look(fill, palette[phase.color] if phase.color else edge, role.text, role.primary_text, role.muted)


def lay_out_phases(graphic: Phases, region: Size, size: float, context: LayoutContext) -> Frame:
    """The whole graphic with text at `size` points: cards as tall as the region lets them be."""
    phases = graphic.phases
    looks = [look_of(phase, context) for phase in phases]
    diamonds = [diamond_size(phase.gate, size, context) for phase in phases[:-1]]
    gaps = [diamond + 2 * ARROW if diamond else PLAIN_GAP for diamond in diamonds]
    width = (region.width - sum(gaps)) / len(phases)
    lefts = [index * width + sum(gaps[:index]) for index in range(len(phases))]
    inner = width - PADDING.horizontal
    rows = _rows(graphic, looks, inner, size, context)
    crowd = _crowd_height(phases, inner)
    heights = [max(_set(lines, inner, size, context).height for lines in row.lines) for row in rows]
    content = sum(heights) + sum(row.gap for row in rows[1:]) + (crowd + ROW_GAP if crowd else 0.0)
    foot = _foot(graphic, looks, region.width, size, context)
    needed = PADDING.vertical + content
    widest = max(context.typesetter.widest_unit(p.runs) for row in rows for lines in row.lines for p in _set(lines, inner, size, context).paragraphs)
    slack = max(0.0, region.height - foot.size.height - needed)
    # Spare height goes between the rows first, so that the text fills its card.
    air = min(slack / (len(rows) + 1), ROW_GAP * 1.5)
    height = needed + slack
    items: list[Item] = []
    for phase, look, left in zip(phases, looks, lefts, strict=True):
        card = Rect(left, 0.0, width, height)
        items += _card(graphic, phase, card, look, context)
        top = PADDING.top + (slack - air * len(rows)) / 2
        for number, (row, row_height) in enumerate(zip(rows, heights, strict=True)):
            top += row.gap + air if number else 0.0
            if number == 1 and crowd:
                items += _crowd(phase, Rect(card.left + PADDING.left, top, inner, crowd), look)
                top += crowd + ROW_GAP / 2
            lines = row.lines[phases.index(phase)]
            if plain_text("".join(line.text for line in lines)):
                place = Rect(card.left + PADDING.left, top, inner, row_height)
                items.append(caption(lines, place, size, context))
            top += row_height
    for index, diamond in enumerate(diamonds):
        before = End(Rect(lefts[index], 0, width, height), _key(graphic, phases[index]))
        after = End(Rect(lefts[index + 1], 0, width, height), _key(graphic, phases[index + 1]))
        items += _between(graphic, phases[index].gate, before, after, diamond, size, context)
    items += foot.moved(0.0, height)
    over = max(0.0, widest - inner) * len(phases)
    return Frame(Size(region.width + over, height + foot.size.height), tuple(items))


def _rows(
    graphic: Phases, looks: Sequence[Look], inner: float, size: float, context: LayoutContext
) -> list[Row]:
    """Name and period; the headline; what the phase is for and what must be met."""

    def row(make: Callable[[Phase, Look], Iterator[LabelLine]], gap: float = ROW_GAP) -> Row:
        return Row(
            tuple(tuple(make(phase, look)) or (LabelLine(""),) for phase, look in zip(graphic.phases, looks, strict=True)),
            gap,
        )

    def names(phase: Phase, look: Look) -> Iterator[LabelLine]:
        heading = context.theme.role.heading if look.text.hex == context.theme.role.text.hex else look.text
        yield LabelLine(phase.title, bold=True, delta=5.0, color=heading)
        if phase.period:
            yield LabelLine(phase.period, color=look.quiet)

    def headlines(phase: Phase, look: Look) -> Iterator[LabelLine]:
        if phase.headline:
            yield LabelLine(phase.headline, bold=True, delta=size * 0.75, color=look.strong)

    def points(phase: Phase, look: Look) -> Iterator[LabelLine]:
        yield from (LabelLine(point, color=look.text, gap=0.25) for point in phase.points)
        if phase.criteria and graphic.criteria_heading:
            yield LabelLine(graphic.criteria_heading, bold=True, color=look.strong, gap=0.5)
        for text in phase.criteria:
            several = len(phase.criteria) > 1
            yield LabelLine(text, color=look.text, bullet=several, marker=look.strong, gap=0.1)

    rows = [row(names), row(headlines), row(points)]
    return [r for r in rows if any(line.text for lines in r.lines for line in lines)]


def _set(lines: Sequence[LabelLine], width: float, size: float, context: LayoutContext) -> TextBody:
    return set_label(lines, size, width, context, align="left", anchor="top")


def _key(graphic: Phases, phase: Phase) -> str:
    return f"{graphic.id}/{plain_text(phase.title)}"


def _card(graphic: Phases, phase: Phase, card: Rect, look: Look, context: LayoutContext) -> Iterator[Item]:
    theme = context.theme
    name = plain_text(phase.title)
    yield panel(card, context, fill=look.fill, name=name, key=_key(graphic, phase))
    if not phase.highlight:
        yield cap(card, CAP, theme.shape.radius, look.edge)
    if phase.status == "done":
        place = Rect(card.right - PADDING.right - DONE, card.top + PADDING.top, DONE, DONE)
        yield from disc(place, "check", theme.role.primary, theme.text_on(theme.role.primary), name="Done")


def _crowd_height(phases: Sequence[Phase], inner: float) -> float:
    per_row = max(1, int(inner / CROWD))
    return max(math.ceil(phase.crowd / per_row) for phase in phases) * CROWD


def _crowd(phase: Phase, room: Rect, look: Look) -> Iterator[Item]:
    """Icons in rows, as many as the crowd, standing at the bottom of `room`."""
    per_row = max(1, int(room.width / CROWD))
    rows = math.ceil(phase.crowd / per_row)
    for index in range(phase.crowd):
        line, place = divmod(index, per_row)
        top = room.bottom - (rows - line) * CROWD
        yield icon(phase.icon, Rect(room.left + place * CROWD, top, CROWD, CROWD), look.strong, pen=1.75)


def split_label(label: str) -> list[list[str]]:
    """The ways to set a label in lines: it breaks at spaces and after a solidus.

    >>> split_label("Go/No-Go")
    [['Go/No-Go'], ['Go/', 'No-Go']]
    """
    parts = re.findall(r"[^\s/]+/?|/", label)
    ways = []
    for breaks in range(1 << (len(parts) - 1)):
        lines = [parts[0]]
        for index, part in enumerate(parts[1:]):
            if breaks >> index & 1:
                lines.append(part)
            else:
                lines[-1] += ("" if lines[-1].endswith("/") else " ") + part
        ways.append(lines)
    return ways


def diamond_label(gate: Gate, size: float, context: LayoutContext) -> tuple[float, TextBody]:
    """The side of the smallest diamond that holds the gate's label, and the label in lines.

    A box w by h fits a diamond whose diagonals are d if w + h is at most d.
    """
    best: tuple[float, TextBody] | None = None
    color = context.theme.text_on(context.theme.role.warning)
    for lines in split_label(plain_text(gate.label)):
        line = LabelLine("\v".join(lines), bold=True, color=color)
        body = one_line(line, size, context, align="center")
        side = body.width + body.height * 0.78 + 2 * NEAR
        if best is None or side < best[0]:
            best = side, body
    assert best is not None
    return best


def diamond_size(gate: Gate | None, size: float, context: LayoutContext) -> float:
    """The diagonals of a gate's diamond in points; 0 without a gate."""
    return diamond_label(gate, size - 1, context)[0] if gate else 0.0


def _between(
    graphic: Phases, gate: Gate | None, before: End, after: End, side: float, size: float, context: LayoutContext
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
    yield Shape(rect, Preset("diamond"), theme.role.warning, None, body, plain_text(gate.label), key)
    yield connect(end, after, stroke)
    if gate.halt is None:
        return
    color = theme.role.accent_text
    widest = after.rect.left - before.rect.right - 8.0
    lines = (LabelLine(gate.halt, bold=True, color=color),)
    width = label_size(lines, size - 1, context, widest, HALT).width
    label = set_label(lines, size - 1, width, context, insets=HALT)
    box = Rect(middle - width / 2, before.rect.bottom - label.height, width, label.height)
    halt = End(box, f"{key}/halt")
    dashed = Stroke(color, theme.shape.connector, "dash")
    yield panel(box, context, stroke=Stroke(color, theme.shape.stroke), body=label, name="Halt", key=halt.key)
    yield connect(end, halt, dashed, sides=("bottom", "top"))


def _foot(graphic: Phases, looks: Sequence[Look], width: float, size: float, context: LayoutContext) -> Frame:
    """The bar of times and the note, below the cards."""
    items: list[Item] = []
    top = 0.0
    starts = [phase.start for phase in graphic.phases if phase.start is not None]
    if starts:
        frame = _bar(graphic, looks, starts, width, size, context)
        items += frame.moved(0.0, BAR_GAP)
        top = BAR_GAP + frame.size.height
    if graphic.note:
        top += NOTE_GAP
        frame = _note(graphic, width, size, context)
        items += frame.moved(0.0, top)
        top += frame.size.height
    return Frame(Size(width, top), tuple(items))


def _bar(
    graphic: Phases, looks: Sequence[Look], starts: Sequence[float], width: float, size: float, context: LayoutContext
) -> Frame:
    theme = context.theme
    first = starts[0]
    end = graphic.end if graphic.end is not None else first + (starts[-1] - first) / (1 - OPEN_SHARE)
    scale = width / (end - first)
    edges = [(start - first) * scale for start in (*starts, end)]
    height = size * BAR_HEIGHT
    items: list[Item] = []
    for index, (phase, look) in enumerate(zip(graphic.phases, looks, strict=True)):
        rect = Rect.from_edges(edges[index], 0.0, edges[index + 1], height)
        color = theme.text_on(look.edge)
        body = one_line(LabelLine(phase.title, bold=True, color=color), size - 1, context, align="center")
        shown = body if body.width + height <= rect.width else None
        pointed = graphic.end is None and index == len(looks) - 1
        geometry = Preset("homePlate", (("adj", 50000),)) if pointed else Preset("rect")
        items.append(Shape(rect, geometry, look.edge, None, shown, f"Bar {plain_text(phase.title)}", decorative=shown is None))
    for phase, edge in zip(graphic.phases[:-1], edges[1:-1], strict=True):
        if phase.gate:
            rect = Rect(edge - height / 2, 0.0, height, height)
            outline = Stroke(context.tone.ground, theme.shape.stroke)
            items.append(Shape(rect, Preset("diamond"), theme.role.warning, outline, name="Gate", decorative=True))
    times = [*starts, *([graphic.end] if graphic.end is not None else [])]
    bodies = [
        one_line(LabelLine(f"{graphic.prefix} {time:g}".strip(), color=context.tone.muted), size - 1, context)
        for time in times
    ]
    widths = [body.width + 0.5 for body in bodies]
    centers = [edge + (wide / 2 if not i else 0.0) for i, (edge, wide) in enumerate(zip(edges, widths, strict=False))]
    for body, left, wide in zip(bodies, spread(centers, widths, 0.0, width, 8.0), widths, strict=True):
        place = Rect(left, height + 4.0, wide, body.height)
        items.append(Text(place, body, body.text))
    return Frame(Size(width, height + 4.0 + max(body.height for body in bodies)), tuple(items))


def _note(graphic: Phases, width: float, size: float, context: LayoutContext) -> Frame:
    theme = context.theme
    assert graphic.note is not None
    larger = max(size, theme.type.body.min)
    pad = theme.shape.padding
    side = larger * 1.3
    left = pad + theme.shape.bar + (side + pad if graphic.note_icon else 0.0)
    line = LabelLine(graphic.note, color=context.tone.text)
    body = set_label((line,), larger, width, context, align="left", insets=Insets(8.0, pad, 8.0, left))
    box = Rect(0.0, 0.0, width, body.height)
    items: list[Item] = [panel(box, context, fill=context.tone.panel, body=body, name="Note")]
    items.append(bar(replace(box, width=theme.shape.bar), theme.role.warning, "Note edge"))
    if graphic.note_icon:
        place = Rect(pad + theme.shape.bar, box.center.y - side / 2, side, side)
        items.append(icon(graphic.note_icon, place, theme.role.warning_text))
    return Frame(box.size, tuple(items))
