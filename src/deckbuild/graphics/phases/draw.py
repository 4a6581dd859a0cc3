"""Where the parts of a phases graphic stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End
from deckbuild.document import Color, Frame, Item, TextBody, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.phases.below_cards import lay_out_foot
from deckbuild.graphics.phases.gate_diamonds import ARROW, diamond_size, draw_gate, gate_height
from deckbuild.graphics.phases.model import Phase, PhasesSpec
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.marks import cap, caption, disc
from deckbuild.layout.shapes import panel

PADDING = Insets(16.0, 13.0, 14.0, 16.0)
CAP = 6.0  # the coloured top edge of a card
PLAIN_GAP = 40.0  # between cards without a gate: an arrow with air
ROW_GAP = 7.0  # between the rows of a card
CROWD = 21.0  # side of an icon that stands for users
DONE = 24.0  # the check mark's disc


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
        return Look(
            fill, fill, text, role.on_dark_accent if light else text, role.on_dark_muted if light else text
        )
    edge = {"done": role.neutral, "current": role.primary, "next": role.dark}[phase.status]
    fill = role.surface if phase.status == "current" else role.surface_neutral
    return Look(fill, palette[phase.color] if phase.color else edge, role.text, role.primary_text, role.muted)


def lay_out_phases(graphic: PhasesSpec, region: Size, size: float, context: LayoutContext) -> Frame:
    """The whole graphic with text at `size` points: cards as tall as the region lets them be."""
    phases = graphic.phases
    looks = [look_of(phase, context) for phase in phases]
    diamonds = [diamond_size(phase.gate, size, context) for phase in phases[:-1]]
    gaps = [diamond + 2 * ARROW if diamond else PLAIN_GAP for diamond in diamonds]
    width = (region.width - sum(gaps)) / len(phases)
    lefts = [index * width + sum(gaps[:index]) for index in range(len(phases))]
    inner = width - PADDING.horizontal
    rows = _rows(graphic, looks, size, context)
    crowd = _crowd_height(phases, inner)
    heights = [max(_set(lines, inner, size, context).height for lines in row.lines) for row in rows]
    content = sum(heights) + sum(row.gap for row in rows[1:]) + (crowd + ROW_GAP if crowd else 0.0)
    foot = lay_out_foot(graphic, [look.edge for look in looks], region.width, size, context)
    gates = [phase.gate for phase in phases[:-1]]
    between = [gate_height(gate, gap, size, context) for gate, gap in zip(gates, gaps, strict=True)]
    needed = max(PADDING.vertical + content, *between)
    widest = max(
        context.typesetter.widest_unit(p.runs)
        for row in rows
        for lines in row.lines
        for p in _set(lines, inner, size, context).paragraphs
    )
    slack = max(0.0, region.height - foot.size.height - needed)
    # Spare height goes between the rows first, so that the text fills its card.
    air = min(slack / (len(rows) + 1), ROW_GAP * 1.5)
    height = needed + slack
    items: list[Item] = []
    ends = [
        End(Rect(left, 0.0, width, height), f"{graphic.id}/phase {number}")
        for number, left in enumerate(lefts, 1)
    ]
    start = PADDING.top + (height - PADDING.vertical - content - air * (len(rows) - 1)) / 2
    for index, (phase, look, end) in enumerate(zip(phases, looks, ends, strict=True)):
        items += _card(phase, end, look, context)
        left, top = end.rect.left + PADDING.left, start
        for number, (row, row_height) in enumerate(zip(rows, heights, strict=True)):
            top += row.gap + air if number else 0.0
            lines = row.lines[index]
            if any(line.text for line in lines):
                items.append(caption(lines, Rect(left, top, inner, row_height), size, context))
            top += row_height
            if number == 0 and crowd:
                top += ROW_GAP
                items += _crowd(
                    phase, Rect(left, top + (air if len(rows) > 1 else 0.0), inner, crowd), look, context
                )
                top += crowd
    for gate, side, (before, after) in zip(gates, diamonds, pairwise(ends), strict=True):
        items += draw_gate(gate, before, after, side, size, context)
    over = max(0.0, widest - inner) * len(phases)
    size_needed = Size(region.width + over, height + foot.size.height)
    return composed(size_needed, (*items, foot.at(0.0, height)))


def _rows(graphic: PhasesSpec, looks: Sequence[Look], size: float, context: LayoutContext) -> list[Row]:
    """Name and period; the headline; what the phase is for and what must be met."""

    def row(make: Callable[[Phase, Look], Iterator[LabelLine]], gap: float = ROW_GAP) -> Row:
        return Row(
            tuple(
                tuple(make(phase, look)) or (LabelLine(""),)
                for phase, look in zip(graphic.phases, looks, strict=True)
            ),
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


def _card(phase: Phase, end: End, look: Look, context: LayoutContext) -> Iterator[Item]:
    theme = context.theme
    card = end.rect
    yield panel(card, context, fill=look.fill, name=plain_text(phase.title), key=end.key)
    if not phase.highlight:
        yield cap(card, CAP, theme.shape.radius, look.edge)
    if phase.status == "done":
        place = Rect(card.right - PADDING.right - DONE, card.top + PADDING.top, DONE, DONE)
        yield from disc(
            place, "check", theme.role.primary, theme.text_on(theme.role.primary), context, name="Done"
        )


def _crowd_height(phases: Sequence[Phase], inner: float) -> float:
    per_row = max(1, int(inner / CROWD))
    return max(math.ceil(phase.crowd / per_row) for phase in phases) * CROWD


def _crowd(phase: Phase, room: Rect, look: Look, context: LayoutContext) -> Iterator[Item]:
    """Icons in rows, as many as the crowd, standing at the bottom of `room`."""
    per_row = max(1, int(room.width / CROWD))
    rows = math.ceil(phase.crowd / per_row)
    for index in range(phase.crowd):
        line, place = divmod(index, per_row)
        top = room.bottom - (rows - line) * CROWD
        yield icon(
            phase.icon, Rect(room.left + place * CROWD, top, CROWD, CROWD), look.strong, context, pen=1.75
        )
