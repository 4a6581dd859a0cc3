"""Boxes of words, and the search for the largest size at which a box fits its region."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import NO_INSETS, Align, Anchor, Color, Frame, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.boxes.box import VAST, Box, Drawn, box, fixed
from deckbuild.layout.label import SLACK as SLACK
from deckbuild.layout.label import STEP, LabelParagraph, fits_region, roomy_width, set_label
from deckbuild.text.fitting import largest_fitting, sizes_between
from deckbuild.theme import Theme, Tone

LARGE = 16.0
"""Points: text in a full graphic has this size at most, so that the slide's own words stand above it."""

AIRY = 0.8
"""Of the region's height: what a graphic may need whose text is larger than that."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words of a graphic are set with: their size in points, and the surroundings."""

    size: float
    context: LayoutContext

    @property
    def theme(self) -> Theme:
        return self.context.theme

    @property
    def tone(self) -> Tone:
        """Colours for the ground that the graphic stands on."""
        return self.context.tone

    def smaller(self, points: float = 1.0) -> Setting:
        return Setting(self.size - points, self.context)

    def body(
        self,
        lines: Iterable[LabelParagraph],
        width: float,
        *,
        align: Align = "center",
        anchor: Anchor = "middle",
        insets: Insets = NO_INSETS,
    ) -> TextBody:
        """The lines broken to `width` points, insets included."""
        return set_label(lines, self.size, width, self.context, align=align, anchor=anchor, insets=insets)

    def one_line(self, line: LabelParagraph, *, align: Align = "left", anchor: Anchor = "middle") -> TextBody:
        """A line that stays one whatever its box; the body's `width` says what it takes."""
        return replace(self.body((line,), VAST, align=align, anchor=anchor), wrap=False)

    @property
    def pitch(self) -> float:
        """Height in points of one line."""
        return self.one_line(LabelParagraph("x")).height


def text(
    lines: Sequence[LabelParagraph],
    setting: Setting,
    *,
    align: Align = "left",
    anchor: Anchor = "top",
    insets: Insets = NO_INSETS,
    name: str = "",
    draw: Callable[[Rect, TextBody], Iterable[Drawn]] | None = None,
) -> Box:
    """Words that wrap. Narrower than its widest word it takes that word's width.

    `draw` makes the items from the rectangle and the words as set for it: by default free-standing text,
    whose rectangle is never lower than the words.
    """
    lines = tuple(lines)

    @cache
    def body(width: float) -> TextBody:
        return setting.body(lines, min(width, VAST), align=align, anchor=anchor, insets=insets)

    first = next((line.text for line in lines), "")
    return set_text(body, setting, name or plain_text(first), draw)


def set_text(
    body: Callable[[float], TextBody],
    setting: Setting,
    name: str,
    draw: Callable[[Rect, TextBody], Iterable[Drawn]] | None = None,
) -> Box:
    """Words that `body` sets to the width that it gets, insets included; drawn as `text` says."""
    typesetter = setting.context.typesetter

    def takes(offered: Size) -> Size:
        made = body(offered.width)
        widest = max((typesetter.widest_unit(p.runs) + p.margin for p in made.paragraphs), default=0.0)
        used = min(offered.width, roomy_width(made))
        return Size(max(used, widest + made.insets.horizontal), made.roomy_height)

    def drawn(rect: Rect) -> Iterable[Drawn]:
        made = body(rect.width)
        if draw is not None:
            return draw(rect, made)
        return (Text(replace(rect, height=max(rect.height, made.height)), made, name),)

    return box(takes, drawn)


def words(
    said: str | None,
    setting: Setting,
    *,
    color: Color | None = None,
    bold: bool = False,
    delta: float = 0.0,
    align: Align = "left",
    anchor: Anchor | None = None,
    name: str = "",
    wrap: bool = True,
) -> Box | None:
    """A paragraph that wraps, or one line; where nothing is said None, which rows and columns leave out.

    It stands at the top of its rectangle if it may `wrap`, else in the middle, unless `anchor` says where.
    """
    if not said:
        return None
    line = LabelParagraph(said, bold, color, delta)
    if wrap:
        return text((line,), setting, align=align, anchor=anchor or "top", name=name)
    return one_line(line, setting, align=align, anchor=anchor or "middle", name=name)


def one_line(
    line: LabelParagraph,
    setting: Setting,
    *,
    align: Align = "left",
    anchor: Anchor = "middle",
    name: str = "",
) -> Box:
    """Words that stay on one line."""
    return set_line(setting.one_line(line, align=align, anchor=anchor), name)


def set_line(body: TextBody, name: str = "") -> Box:
    """A line that `Setting.one_line` has set."""
    size = Size(body.width + SLACK, body.height)
    return fixed(size, lambda rect: (Text(rect, body, name or body.text),))


def widest(lines: Iterable[LabelParagraph], setting: Setting) -> float:
    """Width in points of the widest of the lines where none of them wraps; 0 for none."""
    return max((setting.one_line(line).width for line in lines), default=0.0)


def fit(
    make: Callable[[Setting], Box], region: Size, context: LayoutContext, largest: float = math.inf
) -> Frame:
    """The box at the largest size of the label role, up to `largest` points, at which it fits the region; at
    the least size where it never does. Text larger than `LARGE` leaves some of the height free. Only that one
    is drawn."""
    role = context.theme.type.label

    def fits(tried: tuple[float, Box]) -> bool:
        size, each = tried
        room = replace(region, height=region.height * (AIRY if size > LARGE else 1.0))
        return fits_region(each.takes(Size(region.width, 0.0)), room)

    _, (_, found) = largest_fitting(
        sizes_between(role.min, min(role.max, largest), STEP),
        lambda size: (size, make(Setting(size, context))),
        fits,
    )
    return found.frame(region)
