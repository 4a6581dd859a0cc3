"""Ticks along an axis, each with its value below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes import Box, Drawn, Setting, column, fixed, one_line
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.shapes import bar
from deckbuild.layout.spread import Labelled, in_rows

TICK = 5.0  # length of the mark from the axis to the value
GAP = 2.0  # points between the two
DELTAS = (1.0, 2.0, 3.0, 4.0)  # points by which values are smaller than other labels, the first that fits
APART = 6.0  # between neighbouring values


def ticks(
    words: Sequence[str], unit: str, at: Callable[[Rect], list[float]], width: float, setting: Setting
) -> Box:
    """Ticks at the x that `at` gives in a rectangle, `width` points wide, each value below its own, in a row
    further down where values would touch; the unit after the last one, if need be at a smaller size, else
    below them all."""
    color, least = setting.tone.muted, setting.theme.type.label.min

    def made(small: Setting, said: Sequence[str]) -> tuple[list[Box], list[Labelled]]:
        lines = [LabelParagraph(each, color=color) for each in said]
        values = [one_line(each, small, align="center", name=f"Time {each.text}") for each in lines]
        wide = [value.natural.width for value in values]
        places = at(Rect(0.0, 0.0, width, 0.0))
        return values, in_rows(places, wide, range(len(values)), 0.0, width, APART)

    def rows(places: Sequence[Labelled]) -> int:
        return 1 + max(place.row for place in places)

    smaller = [setting.smaller(points) for points in DELTAS if setting.size - points >= least]
    small = (smaller or [setting])[0]
    values, places = made(small, words)
    below: Box | None = None
    if unit:
        last = f"{words[-1]} {unit}".strip()
        alone = one_line(LabelParagraph(unit, color=color), small, align="right", name="Unit")
        with_unit = (made(each, [*words[:-1], last]) for each in smaller or [setting])
        found = next(
            (each for each in with_unit if rows(each[1]) <= rows(places) and not each[1][-1].row), None
        )
        values, places = found or (values, places)
        below = None if found else alone
    pitch = values[0].natural.height

    def draw(rect: Rect) -> Iterator[Drawn]:
        for place, value, x in zip(places, values, at(rect), strict=True):
            down = TICK + place.row * pitch
            yield bar(Rect(x - 0.5, rect.top, 1.0, down), setting.tone.hairline, "Tick")
            left, top = rect.left + place.left, rect.top + down + GAP
            yield from value.draw(Rect(left, top, place.right - place.left, pitch))

    widest = max(each.natural.width for each in values)
    return column([fixed(Size(widest, TICK + GAP + pitch * rows(places)), draw), below])
