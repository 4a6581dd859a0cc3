"""What follows the sections of an outline: appendices, and what goes with the document."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.context import LayoutContext
from deckbuild.document import Frame, Item
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.outline.model import OutlineSpec
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelLine, label_size, set_label
from deckbuild.layout.marks import caption, one_line
from deckbuild.layout.shapes import panel

ICON_GAP = 9.0
COLUMN_GAP = 8.0
TAG = Insets.symmetric(7.0, 1.0)


def widest(texts: Sequence[str], size: float, context: LayoutContext, *, bold: bool = True) -> float:
    """Width in points of the widest text on one line; 0 for none."""
    return max(
        (one_line(LabelLine(text, bold=bold), size, context).width + 0.5 for text in texts), default=0.0
    )


def lay_out_appendices(
    graphic: OutlineSpec, inner: float, size: float, context: LayoutContext
) -> Frame | None:
    """Letters and titles, in two columns where they fit."""
    if not graphic.appendices:
        return None
    theme = context.theme
    items: list[Item] = []
    y = 0.0
    if graphic.appendices_heading:
        line = LabelLine(graphic.appendices_heading, bold=True, color=theme.role.heading)
        text = caption((line,), Rect(0.0, 0.0, inner, 0.0), size, context)
        items.append(text)
        y = text.rect.bottom + 2.0
    color = theme.role.primary_text
    letter = widest(["M"], size, context) + COLUMN_GAP / 2
    entries = [(entry.label or chr(ord("A") + i), entry.title) for i, entry in enumerate(graphic.appendices)]
    natural = [letter + widest([title], size, context, bold=False) for _, title in entries]
    firsts, seconds = max(natural[::2]), max(natural[1::2], default=0.0)
    paired = len(entries) > 1 and firsts + COLUMN_GAP + seconds <= inner
    for index, (label, title) in enumerate(entries):
        second = paired and index % 2 == 1
        left = inner - max(seconds, inner - firsts - 4 * COLUMN_GAP) if second else 0.0
        room = inner - left if second or not paired else firsts
        mark = caption((LabelLine(label, bold=True, color=color),), Rect(left, y, letter, 0.0), size, context)
        line = LabelLine(title, color=theme.role.text)
        text = caption((line,), Rect(left + letter, y, room - letter, 0.0), size, context)
        items += [mark, text]
        if second or not paired or index == len(entries) - 1:
            y = text.rect.bottom + 2.0
    return Frame(Size(inner, y - 2.0), tuple(items))


def lay_out_bonus(graphic: OutlineSpec, inner: float, size: float, context: LayoutContext) -> Frame | None:
    """What goes with the document: icon, tag and name, its contents as one paragraph below."""
    bonus = graphic.bonus
    if bonus is None:
        return None
    theme = context.theme
    left = 0.0
    items: list[Item] = []
    title = LabelLine(bonus.title, bold=True, color=theme.role.heading, delta=1.0)
    side = theme.shape.icon
    if bonus.icon:
        left = side + ICON_GAP
    tag = 0.0
    if bonus.label:
        line = LabelLine(bonus.label, bold=True, color=theme.text_on(theme.role.warning))
        need = label_size((line,), size, context, inner, TAG)
        tag = need.width + COLUMN_GAP
        body = set_label((line,), size, need.width, context, insets=TAG)
        box = Rect(inner - need.width, 0.0, need.width, need.height)
        items.append(panel(box, context, fill=theme.role.warning, body=body, name="Tag"))
    name = caption((title,), Rect(left, 0.0, inner - left - tag, 0.0), size, context)
    y = name.rect.bottom
    texts: list[Item] = [name]
    if bonus.lines:
        words = LabelLine(_listed(bonus.lines, size, inner - left, context), color=theme.role.text)
        text = caption((words,), Rect(left, y + 1.0, inner - left, 0.0), size, context)
        texts.append(text)
        y = text.rect.bottom
    if bonus.icon:
        texts.insert(0, icon(bonus.icon, Rect(0.0, 0.0, side, side), theme.role.primary_text, context))
        y = max(y, side)
    return Frame(Size(inner, y), (*texts, *items))


def _listed(texts: Sequence[str], size: float, width: float, context: LayoutContext) -> str:
    """Texts in one paragraph, dots between them; no-break spaces keep those whole that fit a line."""
    whole = [
        text.replace(" ", "\u00a0") if widest([f"{text} ·"], size, context, bold=False) <= width else text
        for text in texts
    ]
    return "\u00a0· ".join(whole)
