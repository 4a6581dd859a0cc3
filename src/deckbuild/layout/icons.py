"""Icons as native vector shapes in theme colours: Lucide's outlines, and brand marks of Simple Icons.

A name is Lucide's (`server`), a brand's slug (`brand:prometheus`), or several joined by `+`
(`cloud+server`), which are drawn side by side. Both sets are drawn on a square of 24 units; Lucide's icons
are strokes two units wide, the brand marks are filled.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import Icon, as_text
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_REFERENCE
from deckbuild.document import Color, Freeform, Shape, Stroke
from deckbuild.geometry import Rect, Size
from deckbuild.layout.boxes import Box, Track, fixed, row
from deckbuild.sources.values import SourceStr

UNITS = 24.0
"""Side of the square that both icon sets are drawn on."""

PEN = 2.0
"""Width of Lucide's strokes in those units."""

JOIN_GAP = 4.0
"""Units between icons drawn side by side: as much air as two neighbours' own margins leave."""

BRAND = "brand:"

SMALLEST = 1.0
"""Height of an icon in points that a place without room leaves: a dot that can be found."""

Command = tuple[str | float, ...]


def icon(
    name: str,
    rect: Rect,
    color: Color,
    context: LayoutContext,
    *,
    alt: str = "",
    key: str = "",
    pen: float | None = None,
    label: str = "",
) -> Shape:
    """The icon as one shape, as large as fits `rect` and centred in it; decoration unless it has `alt`.

    An icon is never smaller than a point, whatever `rect` leaves it.
    `pen` is the width of the strokes in points, by default in proportion to the icon. `label` is the
    shape's name in the selection pane. Raises `LookupError` for a name that `known_icon` doesn't know.
    """
    parts = name.split("+")
    units = Size(_width(len(parts)), UNITS)
    scale = max(min(rect.width / units.width, rect.height / units.height), SMALLEST / UNITS)
    width, height = units.width * scale, units.height * scale
    box = Rect(rect.center.x - width / 2, rect.center.y - height / 2, width, height)
    filled = all(part.startswith(BRAND) for part in parts)
    return Shape(
        box,
        Freeform(units, context.memo.of(_outlines, name)),
        fill=color if filled else None,
        stroke=None if filled else Stroke(color, pen or round(PEN * scale, 2)),
        name=label or f"Icon {name}",
        key=key,
        alt=alt,
        role="label" if alt else "decoration",
    )


def icon_box(
    name: str,
    height: float,
    color: Color,
    context: LayoutContext,
    *,
    alt: str = "",
    pen: float | None = None,
    label: str = "",
) -> Box:
    """The icon `height` points high, in the middle of a larger rectangle; smaller only where it must be."""
    size = Size(icon_width(name, height), height)

    def draw(rect: Rect) -> tuple[Shape]:
        place = rect.placed(Size(min(size.width, rect.width), min(height, rect.height)))
        return (icon(name, place, color, context, alt=alt, pen=pen, label=label),)

    return fixed(size, draw)


def symbol_box(name: str | None, height: float, color: Color, context: LayoutContext) -> Box | None:
    """The icon's box; without its name none, which rows and columns leave out."""
    return icon_box(name, height, color, context) if name else None


def after_icon(
    name: str | None,
    height: float,
    color: Color,
    words: Box,
    context: LayoutContext,
    *,
    gap: float,
    track: Track = "share",
) -> Box:
    """The words, `track` wide, with an icon before them; without its name just the words."""
    if name is None:
        return words
    return row([icon_box(name, height, color, context), words], ("fit", track), gap=gap)


def icon_width(name: str, height: float) -> float:
    """Width in points of an icon of this height: its height for one, more for several side by side."""
    return _width(len(name.split("+"))) / UNITS * height


def _width(count: int) -> float:
    return count * UNITS + (count - 1) * JOIN_GAP


def known_icon(name: str) -> bool:
    """Whether every part of `name` is an icon of one of the sets."""
    return all(_svg(part) is not None for part in name.split("+"))


def icon_names() -> tuple[str, ...]:
    """All of Lucide's names, in alphabetical order."""
    with _lucide() as icons:
        return tuple(row[0] for row in icons.execute("SELECT name FROM icons ORDER BY name"))


def brand_names() -> tuple[str, ...]:
    """All brand marks, each with its prefix, in alphabetical order."""
    from simpleicons.all import icons

    return tuple(sorted(BRAND + slug for slug in icons))


def _outlines(name: str) -> tuple[Command, ...]:
    """The drawing commands of all parts of `name`, side by side."""
    return tuple(
        command
        for index, part in enumerate(name.split("+"))
        for command in outline(part, index * (UNITS + JOIN_GAP))
    )


def outline(name: str, dx: float = 0.0) -> tuple[Command, ...]:
    """The drawing commands of one icon in its square of 24 units, moved right by `dx` units."""
    from fontTools.pens.transformPen import TransformPen
    from fontTools.svgLib import SVGPath

    svg = _svg(name)
    if svg is None:
        raise LookupError(f"unknown icon {name!r}; {nearest_icon(name)}")
    pen = _command_pen()
    SVGPath.fromstring(svg.encode()).draw(TransformPen(pen, (1, 0, 0, 1, dx, 0)))
    return tuple(pen.commands)


def nearest_icon(name: str) -> str:
    """What to suggest for the first unknown part of `name`."""
    part = next((part for part in name.split("+") if _svg(part) is None), name)
    return did_you_mean(part, brand_names() if part.startswith(BRAND) else icon_names())


def _command_pen() -> Any:
    """A fontTools pen that collects path commands; it turns arcs and quadratic curves into cubic ones."""
    from fontTools.pens.basePen import BasePen

    class CommandPen(BasePen):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.commands: list[Command] = []

        def _add(self, letter: str, *points: tuple[float, float]) -> None:
            self.commands.append((letter, *(round(number, 3) for point in points for number in point)))

        def _moveTo(self, pt: tuple[float, float]) -> None:
            self._add("M", pt)

        def _lineTo(self, pt: tuple[float, float]) -> None:
            self._add("L", pt)

        def _curveToOne(
            self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
        ) -> None:
            self._add("C", pt1, pt2, pt3)

        def _closePath(self) -> None:
            self._add("Z")

    return CommandPen()


def _svg(name: str) -> str | None:
    """An icon's SVG source, under its own name or an alias; None if there is none."""
    if name.startswith(BRAND):
        from simpleicons.all import icons

        brand = icons.get(name.removeprefix(BRAND))
        return str(brand.svg) if brand is not None else None
    with _lucide() as lucide:
        row = lucide.execute(
            "SELECT svg FROM icons WHERE name = :name OR name IN"
            " (SELECT name FROM icon_aliases WHERE alias = :name) ORDER BY name != :name",
            {"name": name},
        ).fetchone()
    return str(row[0]) if row else None


@contextmanager
def _lucide() -> Iterator[sqlite3.Connection]:
    """Lucide's database, read only. Asked directly: the package's own look-up warns about aliases and
    answers an unknown name with a placeholder."""
    from lucide import get_default_db_path

    source = f"{get_default_db_path().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(source, uri=True)) as connection:
        yield connection


def _icon_name(value: Any) -> SourceStr:
    name = as_text(value)
    if not known_icon(name):
        raise Fault(f"unknown icon {str(name)!r}", nearest_icon(name), BAD_REFERENCE).error()
    return name


IconName = Annotated[str, PlainValidator(_icon_name), WithJsonSchema({"type": "string"}), Icon()]
"""A Lucide icon's name, `brand:` and a brand's slug, or several joined by `+`."""
