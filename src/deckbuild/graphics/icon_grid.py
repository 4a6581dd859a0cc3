"""Icon grids: cards side by side, each with an icon, a title and a few lines."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from deckbuild.context import LayoutContext
from deckbuild.deck.fields import ColorName, Inline, InlineList
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.document import Ellipse, Frame, Group, Item, Shape
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.boxes import (
    Box,
    Setting,
    aligned,
    fixed,
    grid,
    pad,
    row,
    shared_rows,
    stretched,
    text,
)
from deckbuild.layout.icons import IconName, icon
from deckbuild.layout.label import ROUNDING, STEP, LabelParagraph
from deckbuild.layout.shapes import on_panel
from deckbuild.text.fitting import largest_fitting, sizes_between

PADDING = 1.5  # of the theme's: a card holds a list, so it gets more air than a node
BETWEEN = 0.75  # of that padding: between the parts of a card
WAYS = ((True, 2.5), (False, 2.2), (False, 1.6))
"""Whether the coloured circle stands above the title or beside it, and its diameter by the theme's icon."""
MARK = 0.22  # of the circle, on each side of the icon
TITLE_DELTA = 4.0  # points that a title is larger than the lines
GROWTH = 1.25  # times its contents' height that a card may be high: emptier, its words would stand at one end
LINE_GAPS = (0.9, 0.7, 0.5, 0.3)  # between lines, per point of size: as airy as fits


class Cell(Node):
    """One card."""

    icon: IconName = Field(description="Drawn in a coloured circle.")
    title: Inline = Field(description="Its title.")
    lines: InlineList = Field(
        default=(), description="What it says below the title: one text is a sentence, several are a list."
    )
    color: ColorName | None = Field(default=None, description="Colour of the circle, else the primary one.")


@dataclass(frozen=True, slots=True)
class Fitted:
    """A way to draw the cards, and by how many points it exceeds the region; 0 if it fits."""

    grid: Box
    columns: int
    size: float
    lack: float


@GRAPHICS.register("icon-grid")
class IconGrid(Graphic):
    """A few things of equal rank, each with an icon, a title and a few lines."""

    technical: ClassVar[bool] = False

    columns: int | None = Field(
        default=None, ge=1, le=6, description="Cards in a row; by default what allows the largest text."
    )
    cells: tuple[Cell, ...] = Field(min_length=1, max_length=12, description="The cards, row by row.")

    def prefers_wide(self) -> bool:
        return len(self.cells) > 2

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """Cards of one size that fill the region, all text at the largest size that fits."""
        count = len(self.cells)
        counts = [min(self.columns, count)] if self.columns else _even(count)
        fitted = [self._fit(columns, region, context) for columns in counts]
        best = max(fitted, key=lambda each: (-each.lack, each.size, each.columns))
        return best.grid.frame(region)

    def _fit(self, columns: int, region: Size, context: LayoutContext) -> Fitted:
        """The largest text, then the largest icons, then the most air at which every card fits."""
        role = context.theme.type.label

        def fitted(size: float, way: tuple[bool, float], gap: float) -> Fitted:
            cards = self._grid(columns, Setting(size, context), way, gap)
            needs = cards.takes(Size(region.width, 0.0))
            lack = max(needs.width - region.width, needs.height - region.height)
            return Fitted(cards, columns, size, max(0.0, lack - ROUNDING))

        def tightest(size: float) -> Fitted:
            tries = [fitted(size, way, LINE_GAPS[-1]) for way in (WAYS[-1], WAYS[0])]
            return min(tries, key=lambda each: each.lack)

        sizes = sizes_between(role.min, role.max, STEP)
        size, found = largest_fitting(sizes, tightest, lambda each: not each.lack)
        airier = (fitted(size, way, gap) for way in WAYS for gap in LINE_GAPS)
        return next((each for each in airier if not each.lack), found)

    def _grid(self, columns: int, setting: Setting, way: tuple[bool, float], gap: float) -> Box:
        """The cards in rows of one height. `way`: one of the `WAYS`; `gap`: air between lines."""
        cards: list[Box] = []
        for start in range(0, len(self.cells), columns):
            cells = self.cells[start : start + columns]
            contents = _contents(cells, setting, way, gap)
            keyed = zip(cells, contents, range(start + 1, len(self.cells) + 1), strict=False)
            cards += [_card(cell, f"{self.id}/{number}", inner, setting) for cell, inner, number in keyed]
        return grid(cards, columns, gap=setting.theme.grid.gutter, even=True)


def _even(cells: int) -> list[int]:
    """Numbers of columns, each the least for its number of rows: no row much shorter than the others."""
    return sorted({math.ceil(cells / rows) for rows in range(1, cells + 1)})


def _card(cell: Cell, key: str, content: Box, setting: Setting) -> Box:
    """A card as one group."""
    name = plain_text(cell.title)
    padded = pad(content, Insets.all(setting.theme.shape.padding * PADDING))
    card = stretched(on_panel(padded, setting.context, name=name, key=key), times=GROWTH)
    return Box(card.takes, lambda rect: (Group(rect, card.frame(rect.size), name=name, native=True),))


def _contents(cells: Sequence[Cell], setting: Setting, way: tuple[bool, float], gap: float) -> list[Box]:
    """What stands in the cards of a row, in step: titles share their height, and lines begin at one."""
    parts = [_parts(cell, setting, way, gap) for cell in cells]
    return shared_rows(parts, gap=setting.theme.shape.padding * PADDING * BETWEEN, spare="end")


def _parts(cell: Cell, setting: Setting, way: tuple[bool, float], gap: float) -> list[Box | None]:
    """The icon in its circle beside or above the title, the lines below."""
    context, theme = setting.context, setting.theme
    above, disc = way[0], theme.shape.icon * way[1]

    def circle(rect: Rect) -> Iterator[Item]:
        fill = theme.palette[cell.color] if cell.color else theme.role.primary
        place = rect.placed(Size(disc, disc), 0.0)
        yield Shape(place, Ellipse(), fill, name="Circle", role="decoration")
        yield icon(cell.icon, place.inset(Insets.all(disc * MARK)), theme.text_on(fill), context)

    mark = fixed(Size(disc, disc), circle)
    line = LabelParagraph(cell.title, bold=True, color=context.tone.heading, delta=TITLE_DELTA)
    title = text((line,), setting, name="Title")
    between = theme.shape.padding * PADDING * BETWEEN
    head = [mark, title] if above else [row([mark, aligned(title)], (disc, "share"), gap=between)]
    entries = [LabelParagraph(line, gap=gap, bullet=len(cell.lines) > 1) for line in cell.lines]
    lines = text(entries, setting, name="Lines") if entries else None
    return [*head, lines]
