"""What follows the sections of an outline: appendices, and what goes with the document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from deckbuild.document import Item, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.outline.model import OutlineSpec
from deckbuild.layout.boxes import (
    EMPTY,
    SLACK,
    Box,
    Setting,
    aligned,
    at_least,
    column,
    for_width,
    over,
    pad,
    row,
    space,
    text,
    widest,
    words,
)
from deckbuild.layout.icons import icon_box
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.shapes import panel

ICON_GAP = 9.0
COLUMN_GAP = 8.0
ENTRY_GAP = 2.0  # between the rows of the appendices
FAR = 4 * COLUMN_GAP  # between their columns where there is room
TAG = Insets.symmetric(7.0, 1.0)


def titled(icon: Box | None, title: Box, below: Box | None, seal: Box, gap: float = 0.0) -> Box:
    """An icon before a title and what stands below it; a seal at the top right, which nothing runs into."""

    def content(width: float) -> Box:
        size = seal.takes(Size(width, 0.0))
        beside = size.width + COLUMN_GAP if size.width else 0.0
        under = below is not None and below.takes(Size(width, 0.0)).width > width - beside
        first = aligned(pad(title, Insets(right=beside)), vertical=0.0)
        return column([at_least(first, height=size.height - gap if under else 0.0), below], gap=gap)

    sealed = over(for_width(content), aligned(seal, 1.0, 0.0))
    return row([icon, sealed], ("fit", "share"), gap=ICON_GAP)


def appendices(graphic: OutlineSpec, setting: Setting) -> Box | None:
    """Letters and titles, in two columns where they fit."""
    if not graphic.appendices:
        return None
    role = setting.theme.role
    letter = widest([LabelParagraph("M", bold=True)], setting) + SLACK + COLUMN_GAP / 2

    def entry(label: str, title: str) -> Box:
        mark = words(label, setting, bold=True, color=role.primary_text)
        return row([mark, words(title, setting, color=role.text)], (letter, "share"))

    boxes = [entry(each.label or chr(ord("A") + i), each.title) for i, each in enumerate(graphic.appendices)]
    firsts = max(each.natural.width for each in boxes[::2])
    seconds = max((each.natural.width for each in boxes[1::2]), default=0.0)

    def entries(width: float) -> Box:
        gap = min(FAR, width - firsts - seconds)
        if len(boxes) == 1 or gap < COLUMN_GAP:
            return column(boxes, gap=ENTRY_GAP)
        pairs = zip_longest(boxes[::2], boxes[1::2], fillvalue=space())
        return column([row(pair, (firsts, "share"), gap=gap) for pair in pairs], gap=ENTRY_GAP)

    heading = words(graphic.appendices_heading, setting, bold=True, color=role.heading)
    return column([heading, for_width(entries)], gap=ENTRY_GAP)


def bonus(graphic: OutlineSpec, setting: Setting) -> Box | None:
    """What goes with the document: icon, name and tag, its contents as one paragraph below."""
    given, role, context = graphic.bonus, setting.theme.role, setting.context
    if given is None:
        return None
    name = LabelParagraph(given.title, bold=True, color=role.heading, delta=1.0)
    label = LabelParagraph(given.label or "", bold=True, color=setting.theme.text_on(role.warning))

    def tag(rect: Rect, body: TextBody) -> tuple[Item]:
        return (panel(rect, context, fill=role.warning, body=body, name="Tag"),)

    def lines(width: float) -> Box:
        return text((LabelParagraph(_listed(given.lines, width, setting), color=role.text),), setting)

    side = setting.theme.shape.icon
    mark = icon_box(given.icon, side, role.primary_text, context) if given.icon else None
    below = for_width(lines) if given.lines else None
    seal = text((label,), setting, align="center", anchor="middle", insets=TAG, draw=tag)
    top = aligned(mark, vertical=0.0) if mark else None
    return titled(top, text((name,), setting), below, seal if given.label else EMPTY, gap=1.0)


def _listed(texts: Sequence[str], width: float, setting: Setting) -> str:
    """Texts in one paragraph, dots between them; no-break spaces keep those whole that fit a line."""
    return "\u00a0· ".join(
        each.replace(" ", "\u00a0") if widest([LabelParagraph(f"{each} ·")], setting) <= width else each
        for each in texts
    )
