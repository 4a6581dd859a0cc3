"""Where the parts of an outline stand on its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import (
    Color,
    Frame,
    Freeform,
    Item,
    PlacedFrame,
    Rounded,
    Shape,
    Stroke,
    Text,
    composed,
)
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.outline.appendices import (
    COLUMN_GAP,
    ICON_GAP,
    lay_out_appendices,
    lay_out_bonus,
    widest,
)
from deckbuild.graphics.outline.model import OutlineSpec, Section
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.marks import caption, one_line
from deckbuild.layout.shapes import bar

PADDING = Insets.symmetric(14.0, 10.0)
FOLD = 20.0  # the page's turned-down corner
HEADING = 16.0  # points: above all labels, below the slide's own headings
HEADING_GAP = 4.0
ROW_AIR = 2.0  # least space above and below a row's text
MOST_AIR = 6.0
BLOCK_GAP = 6.0  # above and below the rule between parts
BOX = 0.85  # side of a check box, by the size of the text
BADGE = Insets.symmetric(9.0, 3.0)


def lay_out_outline(graphic: OutlineSpec, region: Size, size: float, context: LayoutContext) -> Frame:
    """The outline with text at `size` points; spare height goes between the rows."""
    width = region.width
    inner = width - PADDING.horizontal
    heading = _heading(graphic, width, context)
    top = heading.size.height + HEADING_GAP if heading.items else 0.0
    header = _header(graphic, inner, size, context)
    rest = [
        part
        for part in (
            lay_out_appendices(graphic, inner, size, context),
            lay_out_bonus(graphic, inner, size, context),
        )
        if part
    ]
    tight = _sections(graphic, inner, size, 0.0, context)
    blocks = [header, tight, *rest]
    used = top + PADDING.vertical + sum(b.size.height for b in blocks) + 2 * BLOCK_GAP * (len(blocks) - 1)
    slack = max(0.0, region.height - used)
    spread = min(slack, 2 * MOST_AIR * len(graphic.sections)) / (2 * len(graphic.sections))
    blocks[1] = _sections(graphic, inner, size, spread, context)
    gap = BLOCK_GAP + max(0.0, slack - spread * 2 * len(graphic.sections)) / (2 * (len(blocks) - 1))
    page = Rect(0.0, top, width, max(region.height, used) - top)
    items: list[Item | PlacedFrame] = [heading.at(0.0, 0.0), *_page(graphic, page, context)]
    y = top + PADDING.top
    for number, block in enumerate(blocks):
        if number:
            y += gap
            items.append(bar(Rect(PADDING.left, y - 0.5, inner, 1.0), context.theme.role.hairline, "Rule"))
            y += gap
        items.append(block.at(PADDING.left, y))
        y += block.size.height
    needed = max(block.size.width for block in blocks) + PADDING.horizontal
    return composed(Size(max(width, needed), max(used, page.bottom)), items)


def _heading(graphic: OutlineSpec, width: float, context: LayoutContext) -> Frame:
    if graphic.heading is None:
        return Frame(Size(0.0, 0.0))
    line = LabelLine(graphic.heading, bold=True, color=context.tone.heading)
    text = caption((line,), Rect(0.0, 0.0, width, 0.0), HEADING, context)
    return Frame(text.rect.size, (text,))


def _page(graphic: OutlineSpec, page: Rect, context: LayoutContext) -> Iterator[Item]:
    """A sheet with its top right corner turned down."""
    role, width = context.theme.role, page.width
    sheet = Freeform(
        page.size,
        (
            ("M", 0.0, 0.0),
            ("L", width - FOLD, 0.0),
            ("L", width, FOLD),
            ("L", width, page.height),
            ("L", 0.0, page.height),
            ("Z",),
        ),
    )
    stroke = Stroke(role.neutral, context.theme.shape.stroke)
    name = plain_text(graphic.document)
    yield Shape(page, sheet, role.background, stroke, name=name, key=f"{graphic.id}/page", decorative=True)
    corner = Rect(page.right - FOLD, page.top, FOLD, FOLD)
    turned = Freeform(corner.size, (("M", 0.0, 0.0), ("L", 0.0, FOLD), ("L", FOLD, FOLD), ("Z",)))
    yield Shape(corner, turned, role.surface_neutral, stroke, name="Corner", decorative=True)


def _header(graphic: OutlineSpec, inner: float, size: float, context: LayoutContext) -> Frame:
    """Icon and name, the seal at the right."""
    theme = context.theme
    items: list[Item] = []
    side = theme.shape.icon
    seal = seal_bottom = 0.0
    if graphic.badge:
        fill, mark = theme.role.primary, size * 1.2
        color = theme.text_on(fill)
        lead = mark + 5.0
        insets = replace(BADGE, left=BADGE.left + lead)
        line = LabelLine(graphic.badge.title, bold=True, color=color)
        body = one_line(line, size, context)
        box = Rect(0.0, 0.0, body.width + insets.horizontal + 1.0, body.height + insets.vertical)
        box = box.moved(inner + PADDING.right - FOLD - 8.0 - box.width, 0.0)
        body = replace(body, insets=insets)
        items.append(Shape(box, Rounded(min(box.width, box.height) / 2), fill, None, body, "Badge"))
        place = Rect(box.left + BADGE.left, box.center.y - mark / 2, mark, mark)
        items.append(icon(graphic.badge.icon, place, color, context))
        seal = inner - box.left + COLUMN_GAP
        seal_bottom = box.bottom
    left = side + ICON_GAP
    title = LabelLine(graphic.document, bold=True, color=theme.role.heading, delta=3.0)
    name = set_label((title,), size, inner - left - seal, context, align="left", anchor="top")
    texts: list[Item] = [
        Text(Rect(left, 0.0, inner - left - seal, name.height), name, plain_text(graphic.document))
    ]
    height = name.height
    if graphic.subtitle:
        line = LabelLine(graphic.subtitle, color=theme.role.muted)
        text = caption((line,), Rect(left, height, inner - left, 0.0), size, context)
        if text.body.width > inner - left - seal:  # it runs below the seal, so it starts below it
            text = replace(text, rect=text.rect.moved(0.0, max(0.0, seal_bottom - height)))
        texts.append(text)
        height = text.rect.bottom
    height = max(height, side)
    mark_at = Rect(0.0, 0.0, side, height)
    return Frame(
        Size(inner, height), (icon(graphic.icon, mark_at, theme.role.primary_text, context), *texts, *items)
    )


def _sections(graphic: OutlineSpec, inner: float, size: float, air: float, context: LayoutContext) -> Frame:
    """The rows: box, number, title; source and length in columns at the right."""
    sections = graphic.sections
    box = size * BOX
    number = widest([str(len(sections))], size, context, bold=True)
    pages = widest([s.pages for s in sections if s.pages], size, context)
    left = box + COLUMN_GAP + number + COLUMN_GAP
    items: list[Item] = []
    y = over = 0.0
    for index, section in enumerate(sections, 1):
        source = widest([section.source] if section.source else [], size, context)
        right = (pages + COLUMN_GAP if pages else 0.0) + (source + COLUMN_GAP if source else 0.0)
        words = f"{section.title} *{section.detail}*" if section.detail else section.title
        room = inner - left - right
        body = set_label(
            (LabelLine(words, color=context.theme.role.text),), size, room, context, align="left"
        )
        over = max(over, *(context.typesetter.widest_unit(p.runs) - room for p in body.paragraphs))
        height = body.height + 2 * (ROW_AIR + air)
        row = Rect(0.0, y, inner, height)
        items += _box(section, Rect(0.0, row.center.y - box / 2, box, box), context)
        count = LabelLine(str(index), bold=True, color=context.theme.role.primary_text)
        place = Rect(box + COLUMN_GAP, y, number, height)
        items.append(
            caption((count,), place, size, context, align="right", anchor="middle", name=f"Number {index}")
        )
        items.append(Text(Rect(left, y, room, height), body, plain_text(section.title)))
        if section.source:
            color = _hue(section, context)
            line = LabelLine(section.source, color=color, bold=True)
            end = inner - (pages + COLUMN_GAP if pages else 0.0)
            place = Rect(end - source, y, source, height)
            items.append(
                Text(place, one_line(line, size, context, align="right"), plain_text(section.source))
            )
        if section.pages:
            line = LabelLine(section.pages, color=context.theme.role.muted)
            place = Rect(inner - pages, y, pages, height)
            items.append(Text(place, one_line(line, size, context, align="right"), f"Length {index}"))
        y += height
    return Frame(Size(inner + max(0.0, over), y), tuple(items))


def _hue(section: Section, context: LayoutContext) -> Color:
    color = context.theme.palette[section.color] if section.color else context.theme.role.primary
    return context.theme.hue(color).text


def _box(section: Section, rect: Rect, context: LayoutContext) -> Iterator[Item]:
    """A check box, checked in the theme's primary colour when the section is done."""
    role = context.theme.role
    fill = role.primary if section.done else role.background
    stroke = Stroke(role.primary if section.done else role.neutral, context.theme.shape.stroke)
    yield Shape(rect, Rounded(2.0), fill, stroke, name="Done" if section.done else "To do", decorative=True)
    if section.done:
        yield icon("check", rect, context.theme.text_on(fill), context, pen=1.75)
