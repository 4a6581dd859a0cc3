"""Phases as a composition: cards in a row whose contents are in step, gates between them, times below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Item
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.phases.below_cards import note, times
from deckbuild.graphics.phases.gate_diamonds import gate_box
from deckbuild.graphics.phases.model import Phase, PhasesSpec
from deckbuild.layout.boxes import (
    EMPTY,
    Box,
    Setting,
    Track,
    aligned,
    behind,
    column,
    fixed,
    for_width,
    over,
    pad,
    row,
    shared_rows,
    space,
    stretched,
    text,
    words,
)
from deckbuild.layout.icons import icon_box
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import cap, disc
from deckbuild.layout.shapes import on_panel
from deckbuild.theme import Theme

PADDING = Insets(16.0, 13.0, 14.0, 16.0)
CAP = 6.0  # the coloured top edge of a card
ROW_GAP, ROW_AIR = 7.0, 10.5  # between the rows of a card, and more of it where there is room
EDGE_AIR = 26.0  # above and below all rows where there is room: more would leave the words lost in the card
CROWD = 21.0  # side of an icon that stands for users
DONE = Size(24.0, 24.0)  # the check mark's disc


@dataclass(frozen=True, slots=True)
class Look:
    """A card's colours: ground, edge, text, what stands out, what recedes."""

    fill: Color
    edge: Color
    text: Color
    strong: Color
    quiet: Color


def look_of(phase: Phase, theme: Theme) -> Look:
    """Colours by status; a highlighted card is solid."""
    role, own = theme.role, theme.palette[phase.color] if phase.color else None
    if phase.highlight:
        fill = own or role.dark
        text = theme.text_on(fill)
        light = text.hex == role.on_dark.hex
        strong, quiet = (role.on_dark_accent, role.on_dark_muted) if light else (text, text)
        return Look(fill, fill, text, strong, quiet)
    edge = {"done": role.neutral, "current": role.primary, "next": role.dark}[phase.status]
    fill = role.surface if phase.status == "current" else role.surface_neutral
    return Look(fill, own or edge, role.text, role.primary_text, role.muted)


def phases(graphic: PhasesSpec, setting: Setting) -> Box:
    """Cards as tall as the region lets them be, drawn before the gates; below them times and note."""
    looks = [look_of(phase, setting.theme) for phase in graphic.phases]
    keys = [f"{graphic.id}/phase {number}" for number in range(1, len(looks) + 1)]
    contents = _contents(graphic, looks, setting)
    cards = [_card(*each, setting) for each in zip(graphic.phases, keys, looks, contents, strict=True)]
    ways = zip(graphic.phases, pairwise(keys), strict=False)
    gates = [gate_box(phase.gate, *ends, setting) for phase, ends in ways]
    tracks: list[Track] = [each for gate in gates for each in ("share", gate.natural.width)]
    apart = [each for card in cards for each in (card, EMPTY)][:-1]
    between = [*(each for gate in gates for each in (EMPTY, gate)), EMPTY]
    joined = over(*(row(cells, [*tracks, "share"]) for cells in (apart, between)))
    return column([joined, times(graphic, [look.edge for look in looks], setting), note(graphic, setting)])


def _card(phase: Phase, key: str, look: Look, content: Box, setting: Setting) -> Box:
    theme, context, name = setting.theme, setting.context, plain_text(phase.title)

    def edge(card: Rect) -> Iterator[Item]:
        if not phase.highlight:
            yield cap(card, CAP, theme.shape.radius, look.edge)

    def done(rect: Rect) -> tuple[Item, ...]:
        fill = theme.role.primary
        return disc(rect, "check", fill, theme.text_on(fill), context, name="Done")

    if phase.status == "done":
        content = over(aligned(fixed(DONE, done), 1.0, 0.0), content)
    return on_panel(behind(pad(content, PADDING), edge), context, fill=look.fill, name=name, key=key)


def _contents(graphic: PhasesSpec, looks: Sequence[Look], setting: Setting) -> list[Box]:
    """What stands in each card, its rows in step with the others'.

    Spare height goes between the rows first, so that the text fills its card.
    """
    pairs = zip(graphic.phases, looks, strict=True)
    cards = [_cells(phase, look, graphic.criteria_heading, setting) for phase, look in pairs]
    names, crowds, headlines, points = zip(*cards, strict=True)
    free, close = stretched(space(), EDGE_AIR), space(height=ROW_GAP)
    airy = stretched(close, more=ROW_AIR) if any((*headlines, *points)) else close
    rows: list[Sequence[Box | None]] = [names]
    for line in (crowds, headlines, points):
        if any(line):
            rows += [[close if rows[-1] is crowds else airy] * len(looks), line]
    return shared_rows([[free, *cells, free] for cells in zip(*rows, strict=True)], spare="boxes")


def _cells(phase: Phase, look: Look, heading: str | None, setting: Setting) -> tuple[Box | None, ...]:
    """Name and period; icons for the users; the headline; what the phase is for and what must be met."""
    role = setting.theme.role
    strong = role.heading if look.text.hex == role.text.hex else look.text
    names = [LabelParagraph(phase.title, bold=True, delta=5.0, color=strong)]
    names += [LabelParagraph(phase.period, color=look.quiet)] if phase.period else []
    points = [LabelParagraph(point, color=look.text, gap=0.25) for point in phase.points]
    if phase.criteria and heading:
        points.append(LabelParagraph(heading, bold=True, color=look.strong, gap=0.5))
    met = LabelParagraph("", color=look.text, bullet=len(phase.criteria) > 1, marker=look.strong, gap=0.1)
    points += [replace(met, text=said) for said in phase.criteria]
    return (
        text(names, setting),
        _crowd(phase, look, setting) if phase.crowd else None,
        words(phase.headline, setting, bold=True, delta=setting.size * 0.75, color=look.strong),
        text(points, setting) if points else None,
    )


def _crowd(phase: Phase, look: Look, setting: Setting) -> Box:
    """Icons in rows, as many as the crowd, standing on what is below them."""
    user = icon_box(phase.icon, CROWD, look.strong, setting.context, pen=1.75)

    def rows(width: float) -> Box:
        per_row = max(1, int(width / CROWD))
        counts = (min(per_row, phase.crowd - start) for start in range(0, phase.crowd, per_row))
        return column([row([user] * count, [CROWD] * count) for count in counts])

    return aligned(for_width(rows), vertical=1.0)
