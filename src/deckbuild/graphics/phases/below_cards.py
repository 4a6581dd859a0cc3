"""What stands below the cards of a phases graphic: their times in proportion, and a note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.spelling import spelled
from deckbuild.document import (
    Color,
    Diamond,
    Frame,
    Item,
    PlacedFrame,
    Pointed,
    Rectangle,
    Shape,
    Stroke,
    Text,
    composed,
)
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.phases.model import PhasesSpec
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.marks import one_line
from deckbuild.layout.shapes import bar, panel
from deckbuild.layout.spread import spread

BAR_GAP = 16.0  # from the cards to the bar
BAR_HEIGHT = 1.75  # the bar, by the size of the text in it
NARROWEST = 1.0  # points of the bar for a phase: a shorter one is a line, and still there
OPEN_SHARE = 0.25  # of the bar, for a last phase without an end
TIME_GAP = 4.0
APART = 8.0  # between neighbouring times
NOTE_GAP = 14.0
NOTE_ICON = 1.3  # side of the note's icon, by the size of its text


def lay_out_foot(
    graphic: PhasesSpec, edges: Sequence[Color], width: float, size: float, context: LayoutContext
) -> Frame:
    """The bar of times and the note, below the cards."""
    parts: list[PlacedFrame] = []
    top = 0.0
    starts = [phase.start for phase in graphic.phases if phase.start is not None]
    if starts:
        frame = _bar(graphic, edges, starts, width, size, context)
        parts.append(frame.at(0.0, BAR_GAP))
        top = BAR_GAP + frame.size.height
    if graphic.note:
        top += NOTE_GAP
        frame = _note(graphic, width, size, context)
        parts.append(frame.at(0.0, top))
        top += frame.size.height
    return composed(Size(width, top), parts)


def _bar(
    graphic: PhasesSpec,
    edges: Sequence[Color],
    starts: Sequence[float],
    width: float,
    size: float,
    context: LayoutContext,
) -> Frame:
    theme = context.theme
    first = starts[0]
    end = graphic.end if graphic.end is not None else first + (starts[-1] - first) / (1 - OPEN_SHARE)
    scale = width / (end - first)
    places = [(start - first) * scale for start in (*starts, end)]
    height = size * BAR_HEIGHT
    items: list[Item] = []
    for index, (phase, fill) in enumerate(zip(graphic.phases, edges, strict=True)):
        rect = Rect(places[index], 0.0, max(NARROWEST, places[index + 1] - places[index]), height)
        color = theme.text_on(fill)
        body = one_line(LabelLine(phase.title, bold=True, color=color), size - 1, context, align="center")
        shown = body if body.width + height <= rect.width else None
        pointed = graphic.end is None and index == len(starts) - 1
        geometry = Pointed(min(rect.width, rect.height) / 2) if pointed else Rectangle()
        name = f"Bar {plain_text(phase.title)}"
        items.append(Shape(rect, geometry, fill, None, shown, name, decorative=shown is None))
    for phase, edge in zip(graphic.phases[:-1], places[1:-1], strict=True):
        if phase.gate:
            rect = Rect(edge - height / 2, 0.0, height, height)
            outline = Stroke(context.tone.ground, theme.shape.stroke)
            items.append(Shape(rect, Diamond(), theme.role.warning, outline, name="Gate", decorative=True))
    times = [*starts, *([graphic.end] if graphic.end is not None else [])]
    bodies = [
        one_line(
            LabelLine(f"{graphic.prefix} {spelled(time)}".strip(), color=context.tone.muted),
            size - 1,
            context,
        )
        for time in times
    ]
    widths = [body.width + 0.5 for body in bodies]
    centers = places[: len(times)]
    for body, left, wide in zip(bodies, spread(centers, widths, 0.0, width, APART), widths, strict=True):
        place = Rect(left, height + TIME_GAP, wide, body.height)
        items.append(Text(place, body, body.text))
    return Frame(Size(width, height + TIME_GAP + max(body.height for body in bodies)), tuple(items))


def _note(graphic: PhasesSpec, width: float, size: float, context: LayoutContext) -> Frame:
    theme = context.theme
    assert graphic.note is not None
    larger = max(size, theme.type.body.min)
    pad = theme.shape.padding
    side = larger * NOTE_ICON
    left = pad + theme.shape.bar + (side + pad if graphic.note_icon else 0.0)
    line = LabelLine(graphic.note, color=context.tone.text)
    body = set_label((line,), larger, width, context, align="left", insets=Insets(8.0, pad, 8.0, left))
    box = Rect(0.0, 0.0, width, body.height)
    items: list[Item] = [panel(box, context, fill=context.tone.panel, body=body, name="Note")]
    items.append(bar(replace(box, width=theme.shape.bar), theme.role.warning, "Note edge"))
    if graphic.note_icon:
        place = Rect(pad + theme.shape.bar, box.center.y - side / 2, side, side)
        items.append(icon(graphic.note_icon, place, theme.role.warning_text, context))
    return Frame(box.size, tuple(items))
