"""Icon grids: cards side by side, each with an icon, a title and a few lines."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar

from pydantic import Field

from deckbuild.context import LayoutContext
from deckbuild.deck.fields import ColorName, Inline, InlineList
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.document import Ellipse, Frame, Group, Item, Shape, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.icons import IconName, icon
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.shapes import panel
from deckbuild.text.fitting import largest_fitting, sizes_between

PADDING = 1.5  # of the theme's: a card holds a list, so it gets more air than a node
DISC_ABOVE, DISC_BESIDE = 2.5, 1.6  # of the theme's icon: the coloured circle above or beside the title
MARK = 0.22  # of the circle, on each side of the icon
TITLE_DELTA = 4.0  # points that a title is larger than the lines
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
class Setting:
    """How all cards are set: points of the lines, space between them per point, icon above or beside."""

    size: float
    gap: float
    above: bool
    context: LayoutContext

    @property
    def disc(self) -> float:
        return self.context.theme.shape.icon * (DISC_ABOVE if self.above else DISC_BESIDE)

    @property
    def pad(self) -> float:
        return self.context.theme.shape.padding * PADDING


@dataclass(frozen=True, slots=True)
class Fitted:
    """Cards of `room` set in one way, and what each needs."""

    columns: int
    room: Size
    setting: Setting
    needs: tuple[Size, ...]

    @property
    def lack(self) -> float:
        """By how many points the neediest card exceeds its room; 0 if all fit."""
        room = self.room
        over = (max(need.width - room.width, need.height - room.height) for need in self.needs)
        return max(0.0, *(each - 0.01 for each in over))

    @property
    def fits(self) -> bool:
        return self.lack == 0.0


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
        gap = context.theme.grid.gutter
        counts = [min(self.columns, len(self.cells))] if self.columns else _even(len(self.cells))
        fitted = [self._fit(_room(region, count, len(self.cells), gap), count, context) for count in counts]
        best = max(fitted, key=lambda each: (-each.lack, each.setting.size, each.columns))
        room, setting, needs = best.room, best.setting, best.needs
        height = max(room.height, *(need.height for need in needs))
        short = max(0.0, *(need.width - room.width for need in needs))
        items: list[Item] = []
        for index, cell in enumerate(self.cells):
            row, column = divmod(index, best.columns)
            rect = Rect(column * (room.width + gap), row * (height + gap), room.width, height)
            drawn, _ = draw_card(cell, room.width, height, setting, f"{self.id}/{index + 1}")
            items.append(Group(rect, drawn, name=plain_text(cell.title), native=True))
        rows = math.ceil(len(self.cells) / best.columns)
        return Frame(Size(region.width + short, height * rows + gap * (rows - 1)), tuple(items))

    def _fit(self, room: Size, columns: int, context: LayoutContext) -> Fitted:
        """The largest text, then the largest icons, then the most air at which every card fits `room`."""
        role = context.theme.type.label

        def fitted(setting: Setting) -> Fitted:
            needs = tuple(draw_card(cell, room.width, 0.0, setting, "")[1] for cell in self.cells)
            return Fitted(columns, room, setting, needs)

        def tightest(size: float) -> Fitted:
            tries = [fitted(Setting(size, LINE_GAPS[-1], above, context)) for above in (False, True)]
            return min(tries, key=lambda each: each.lack)

        size, found = largest_fitting(
            sizes_between(role.min, role.max, 0.5), tightest, lambda each: each.fits
        )
        airier = (fitted(Setting(size, gap, above, context)) for above in (True, False) for gap in LINE_GAPS)
        return next((each for each in airier if each.fits), found)


def _even(cells: int) -> list[int]:
    """Numbers of columns, each the least for its number of rows: no row much shorter than the others."""
    return sorted({math.ceil(cells / rows) for rows in range(1, cells + 1)})


def _room(region: Size, columns: int, cells: int, gap: float) -> Size:
    """What each of the cards gets."""
    rows = math.ceil(cells / columns)
    return Size((region.width - gap * (columns - 1)) / columns, (region.height - gap * (rows - 1)) / rows)


def draw_card(cell: Cell, width: float, height: float, setting: Setting, key: str) -> tuple[Frame, Size]:
    """A card of this size, and the size that its content needs."""
    context, pad, disc = setting.context, setting.pad, setting.disc
    theme, tone = context.theme, context.tone
    space = pad * 0.75
    inner = width - 2 * pad
    beside = 0.0 if setting.above else disc + space
    name = LabelLine(cell.title, True, tone.heading, TITLE_DELTA)
    title = set_label([name], setting.size, inner - beside, context, align="left", anchor="top")
    head = disc + space + title.height if setting.above else max(disc, title.height)
    top = pad + (head - title.height if setting.above else (head - title.height) / 2)
    entries = [LabelLine(line, gap=setting.gap, bullet=len(cell.lines) > 1) for line in cell.lines]
    body = set_label(entries, setting.size, inner, context, align="left", anchor="top")
    need = pad + head + (space + body.height if entries else 0.0) + pad
    fill = theme.palette[cell.color] if cell.color else theme.role.primary
    circle = Rect(pad, pad if setting.above else pad + (head - disc) / 2, disc, disc)
    rect = Rect(0, 0, width, max(height, need))
    card = panel(rect, context, name=plain_text(cell.title))
    items: list[Item] = [
        replace(card, key=key),
        Shape(circle, Ellipse(), fill, name="Circle", decorative=True),
        icon(cell.icon, circle.inset(Insets.all(disc * MARK)), theme.text_on(fill), context),
        Text(Rect(pad + beside, top, inner - beside, title.height), title, "Title"),
    ]
    if entries:
        items.append(Text(Rect(pad, pad + head + space, inner, body.height), body, "Lines"))
    short = max(_torn(title, inner - beside, context), _torn(body, inner, context))
    return Frame(rect.size, tuple(items)), Size(width + short, need)


def _torn(body: TextBody, room: float, context: LayoutContext) -> float:
    """By how many points the widest unbreakable stretch exceeds `room`."""
    widest = (context.typesetter.widest_unit(each.runs) + each.margin for each in body.paragraphs)
    return max(0.0, max(widest, default=0.0) - room - 0.01)
