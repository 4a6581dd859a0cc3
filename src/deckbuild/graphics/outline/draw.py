"""An outline as a composition: a heading above a page that holds a header, rows of sections and more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from deckbuild.deck.inline import plain_text
from deckbuild.document import Item, Rounded, Shape, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.outline.appendices import COLUMN_GAP, appendices, bonus, titled
from deckbuild.graphics.outline.model import OutlineSpec, PageBadge, Section
from deckbuild.layout.boxes import (
    EMPTY,
    SLACK,
    Box,
    Setting,
    Track,
    airy,
    behind,
    column,
    fixed,
    pad,
    row,
    space,
    stretched,
    text,
    widest,
    words,
)
from deckbuild.layout.icons import icon, icon_box
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import polygon
from deckbuild.layout.shapes import bar

PADDING = Insets.symmetric(14.0, 10.0)
FOLD = 20.0  # the page's turned-down corner
HEADING = 16.0  # points: above all labels, below the slide's own headings
HEADING_GAP = 4.0
ROW_AIR = 2.0  # least space above and below a row's text
MOST_AIR = 6.0  # more of it where there is room
BLOCK_GAP = 6.0  # above and below the rule between parts
CHECK = 0.85  # side of a check box, by the size of the text
BADGE = Insets.symmetric(9.0, 3.0)
BADGE_GAP = 8.0  # between a badge and the page's corner
MARK = 1.2  # side of a badge's icon, by the size of the text
MARK_GAP = 5.0


def outline(graphic: OutlineSpec, setting: Setting) -> Box:
    """The heading, and the page: its spare height goes between the rows, then between the parts."""

    def rule(gap: Rect) -> tuple[Item]:
        return (bar(gap.placed(Size(gap.width, 1.0)), setting.theme.role.hairline, "Rule"),)

    parts = (make(graphic, setting) for make in (_header, _sections, appendices, bonus))
    content = column(parts, gap=2 * BLOCK_GAP, spare="gaps", rules=rule)
    page = behind(pad(content, PADDING), lambda rect: _sheet(graphic, rect, setting))
    large = Setting(HEADING, setting.context)
    heading = words(graphic.heading, large, bold=True, color=setting.tone.heading)
    return column([heading, page], gap=HEADING_GAP)


def _sheet(graphic: OutlineSpec, page: Rect, setting: Setting) -> Iterator[Item]:
    """A sheet of paper with its top right corner turned down."""
    theme, width, height = setting.theme, page.width, page.height
    edge = [(0.0, 0.0), (width - FOLD, 0.0), (width, FOLD), (width, height), (0.0, height)]
    sheet, stroke = polygon(edge, page.size), Stroke(theme.role.neutral, theme.shape.stroke)
    name, key = plain_text(graphic.document), f"{graphic.id}/page"
    yield Shape(page, sheet, theme.role.background, stroke, name=name, key=key, role="decoration")
    corner = page.placed(Size(FOLD, FOLD), 1.0, 0.0)
    turned = polygon([(0.0, 0.0), (0.0, FOLD), (FOLD, FOLD)], corner.size)
    yield Shape(corner, turned, theme.role.surface_neutral, stroke, name="Corner", role="decoration")


def _header(graphic: OutlineSpec, setting: Setting) -> Box:
    """The document's icon and name, its badge at the right, left of the page's corner."""
    role = setting.theme.role
    mark = icon_box(graphic.icon, setting.theme.shape.icon, role.primary_text, setting.context)
    name = LabelParagraph(graphic.document, bold=True, color=role.heading, delta=3.0)
    subtitle = words(graphic.subtitle, setting, color=role.muted)
    badge = _badge(graphic.badge, setting) if graphic.badge else EMPTY
    return titled(mark, text((name,), setting), subtitle, badge)


def _badge(badge: PageBadge, setting: Setting) -> Box:
    """A pill with an icon and words."""
    theme, side = setting.theme, setting.size * MARK
    color = theme.text_on(theme.role.primary)
    body = setting.one_line(LabelParagraph(badge.title, bold=True, color=color))
    body = replace(body, insets=replace(BADGE, left=BADGE.left + side + MARK_GAP))

    def pill(rect: Rect) -> Iterator[Item]:
        radius = min(rect.width, rect.height) / 2
        yield Shape(rect, Rounded(radius), theme.role.primary, None, body, "Badge")
        mark = rect.inset(Insets(left=BADGE.left)).placed(Size(side, side), 0.0)
        yield icon(badge.icon, mark, color, setting.context)

    whole = fixed(Size(body.width + 1.0, body.height), pill)
    return pad(whole, Insets(right=FOLD + BADGE_GAP - PADDING.right))


def _sections(graphic: OutlineSpec, setting: Setting) -> Box:
    """The rows: check box, number, title; source and length in columns at the right."""
    lengths = [LabelParagraph(section.pages, bold=True) for section in graphic.sections if section.pages]
    last = LabelParagraph(str(len(graphic.sections)), bold=True)
    number, length = (widest(lines, setting) + SLACK for lines in ([last], lengths))
    tracks: tuple[Track, ...] = ("fit", number, "share", "fit", length)
    cells = (_cells(*each, bool(lengths), setting) for each in enumerate(graphic.sections, 1))
    rows = (airy(row(each, tracks, gap=COLUMN_GAP), height=2 * ROW_AIR) for each in cells)
    return column(stretched(each, more=2 * MOST_AIR) for each in rows)


def _cells(index: int, section: Section, lengths: bool, setting: Setting) -> list[Box | None]:
    theme, role = setting.theme, setting.theme.role
    title = f"{section.title} *{section.detail}*" if section.detail else section.title
    color = theme.hue(theme.palette[section.color] if section.color else role.primary).text
    source, said = plain_text(section.source or ""), partial(words, setting=setting, anchor="middle")
    length = said(section.pages, color=role.muted, align="right", name=f"Length {index}", wrap=False)
    return [
        _check(section, setting),
        said(str(index), bold=True, color=role.primary_text, align="right", name=f"Number {index}"),
        said(title, color=role.text, name=plain_text(section.title)),
        said(section.source, bold=True, color=color, align="right", name=source, wrap=False),
        (length or space()) if lengths else None,
    ]


def _check(section: Section, setting: Setting) -> Box:
    """A check box, checked in the theme's primary colour when the section is done."""
    theme, side = setting.theme, Size(setting.size * CHECK, setting.size * CHECK)
    role, name = theme.role, "Done" if section.done else "To do"
    fill, edge = (role.primary, role.primary) if section.done else (role.background, role.neutral)

    def draw(rect: Rect) -> Iterator[Item]:
        place, stroke = rect.placed(side), Stroke(edge, theme.shape.stroke)
        yield Shape(place, Rounded(2.0), fill, stroke, name=name, role="decoration")
        if section.done:
            yield icon("check", place, theme.text_on(fill), setting.context, pen=1.75)

    return fixed(side, draw)
