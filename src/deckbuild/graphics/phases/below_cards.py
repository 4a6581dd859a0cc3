"""What stands below the cards of a phases graphic: their times in proportion, and a note."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress, pairwise

from deckbuild.charts.plot import Axis
from deckbuild.deck.inline import plain_text
from deckbuild.deck.spelling import spelled
from deckbuild.document import Color, Diamond, Item, Pointed, Rectangle, Shape, Stroke, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.phases.model import PhasesSpec
from deckbuild.layout.boxes import Box, Setting, column, fixed, one_line, pad, text
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.shapes import bar, panel
from deckbuild.layout.spread import spread_boxes

BAR_GAP = 16.0  # from the cards to the bar
BAR_HEIGHT = 1.75  # the bar, by the size of the text in it
NARROWEST = 1.0  # points of the bar for a phase: a shorter one is a line, and still there
OPEN_SHARE = 0.25  # of the bar, for a last phase without an end
TIME_GAP = 4.0
APART = 8.0  # between neighbouring times
NOTE_GAP = 14.0
NOTE_AIR = 8.0  # above and below its text
NOTE_ICON = 1.3  # side of the note's icon, by the size of its text


def times(graphic: PhasesSpec, edges: Sequence[Color], setting: Setting) -> Box | None:
    """A bar with a stretch for each phase, gates where they stand, and the times beneath."""
    starts = [phase.start for phase in graphic.phases if phase.start is not None]
    if not starts:
        return None
    theme, small = setting.theme, setting.smaller()
    height, told = setting.size * BAR_HEIGHT, [*starts, graphic.end] if graphic.end is not None else starts
    open_end = starts[0] + (starts[-1] - starts[0]) / (1 - OPEN_SHARE)
    axis = Axis(starts[0], open_end if graphic.end is None else graphic.end)

    def stretches(rect: Rect) -> Iterator[Item]:
        xs = [axis.x(time, rect) for time in (*starts, axis.end)]
        for phase, fill, (left, right) in zip(graphic.phases, edges, pairwise(xs), strict=True):
            place = replace(rect, left=left, width=max(NARROWEST, right - left))
            line = LabelParagraph(phase.title, bold=True, color=theme.text_on(fill))
            body = small.one_line(line, align="center")
            shown = body if body.width + height <= place.width else None
            pointed = graphic.end is None and phase is graphic.phases[-1]
            shape = Pointed(min(place.width, height) / 2) if pointed else Rectangle()
            name = f"Bar {plain_text(phase.title)}"
            yield Shape(place, shape, fill, None, shown, name, role="label" if shown else "decoration")
        outline = Stroke(setting.tone.ground, theme.shape.stroke)
        for x in compress(xs[1:], (phase.gate for phase in graphic.phases)):
            place = Rect.around(Point(x, rect.center.y), height)
            yield Shape(place, Diamond(), theme.role.warning, outline, name="Gate", role="decoration")

    said = [f"{graphic.prefix} {spelled(time)}".strip() for time in told]
    labels = [one_line(LabelParagraph(each, color=setting.tone.muted), small) for each in said]
    under = spread_boxes(labels, lambda rect: [axis.x(time, rect) for time in told], APART)
    return pad(column([fixed(Size(0.0, height), stretches), under], gap=TIME_GAP), Insets(top=BAR_GAP))


def note(graphic: PhasesSpec, setting: Setting) -> Box | None:
    """A strip with an edge and an icon, its text as large as body text."""
    if not graphic.note:
        return None
    theme, context = setting.theme, setting.context
    larger = Setting(max(setting.size, theme.type.body.min), context)
    edge, air, side = theme.shape.bar, theme.shape.padding, larger.size * NOTE_ICON

    def strip(rect: Rect, body: TextBody) -> Iterator[Item]:
        yield panel(rect, context, fill=setting.tone.panel, body=body, name="Note")
        yield bar(replace(rect, width=edge), theme.role.warning, "Note edge")
        if graphic.note_icon:
            place = rect.placed(Size(side, side), 0.0).moved(edge + air, 0.0)
            yield icon(graphic.note_icon, place, theme.role.warning_text, context)

    line = LabelParagraph(graphic.note, color=setting.tone.text)
    insets = Insets(NOTE_AIR, air, NOTE_AIR, edge + air + (side + air if graphic.note_icon else 0.0))
    return pad(text((line,), larger, anchor="middle", insets=insets, draw=strip), Insets(top=NOTE_GAP))
