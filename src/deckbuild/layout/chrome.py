"""Slide layouts: background, eyebrow, rule, progress strip and placeholders, made from the theme.

A layout belongs to a look (how the page presents itself), an arrangement (where its placeholders are) and
a segment (whose name and progress it shows), so nothing of the chrome is copied to slides: whoever adds a
slide in PowerPoint picks the segment's layout and has it all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.deck.models import Deck, Segment
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import NOWHERE
from deckbuild.document import (
    Align,
    Anchor,
    Ellipse,
    Item,
    Placeholder,
    PlaceholderKind,
    Run,
    Shape,
    SlideLayout,
    Text,
    TextBody,
    TextStyle,
)
from deckbuild.geometry import Insets, Rect
from deckbuild.layout.finish import finished
from deckbuild.layout.icons import icon
from deckbuild.layout.lines import with_lines
from deckbuild.layout.looks import Look, SlideLayoutKey, title_role, title_style, tone_of
from deckbuild.layout.mirror import end, in_reading, mirrored_item
from deckbuild.layout.motif import motif, ornament_size
from deckbuild.layout.shapes import bar, pill
from deckbuild.layout.zones import FOOTER_COLUMNS, Zones, zones_of
from deckbuild.theme import Theme

PILL = 33.0
PILL_HEIGHT = 4.0
PILL_GAP = 5.0
"""Progress pills in points: thin enough to be overlooked until looked for."""

BAND_MOTIF = 0.8
"""Of the band's width: where its ornament begins, to the right of all but the longest titles."""

COVER_LEFT = 62.0
COVER_WIDTH = 560.0
COVER_BESIDE = 470.0
"""The cover's text block in points: set in from the margin, clear of the ornament, or of a picture."""

NUMBER_SIZE = 150.0  # points: a section's number, to be read from the last row
NUMBER = re.compile(r"\d{1,2}(?!\d)")
DESCENT = 0.2
"""Of a figure's size: about how much of its line is below the baseline."""

MARK_AIR = 7.0  # points round the icon on its disc


def slide_layout(key: SlideLayoutKey, deck: Deck, context: LayoutContext) -> SlideLayout:
    """The slide layout for `key`, in the page's coordinates."""
    made = _slide_layout(key, deck, context)
    items = made.items
    if context.rtl:
        page = Rect.of_size(context.theme.grid.page)
        items = tuple(mirrored_item(item, page) for item in items)
    slots = tuple(
        replace(slot, body=with_lines(slot.body, slot.rect.size, context.typesetter))
        for slot in made.placeholders
    )
    return replace(made, items=finished(items, NOWHERE, context), placeholders=slots)


def _slide_layout(key: SlideLayoutKey, deck: Deck, context: LayoutContext) -> SlideLayout:
    """The slide layout, its artwork as from left to right; the placeholders are where they belong."""
    theme = context.theme
    name = key.name(deck)
    ground = tone_of(key.look, theme).ground
    if key.look is Look.COVER:
        art = () if key.arrangement else _ornament(context)
        return SlideLayout(
            name,
            ground,
            cover_placeholders(context, beside=bool(key.arrangement)),
            (*art, cover_rule(context)),
        )
    zones = zones_of(key, context)
    items: list[Item] = []
    if zones.panel is not None:
        items += _numbered(zones.panel, zones.title, key, context)
    if key.band:
        items += _band(zones, context, plain=key.plain)
    elif key.look.ground == "dark" and zones.panel is None and not key.plain:
        items += _ornament(context, faint=True)
    if key.segment is not None:
        segment = deck.segments[key.segment]
        items.append(_eyebrow(segment, key, zones.eyebrow, context))
        items += _progress(key, deck, context)
    items.append(bar(zones.rule, theme.role.primary, "Rule"))
    if zones.mark is not None:
        items += _mark(key.look.mark, zones.mark, context)
    return SlideLayout(name, ground, _placeholders(key, deck, zones, context), tuple(items))


def _band(zones: Zones, context: LayoutContext, *, plain: bool) -> Iterator[Item]:
    """The dark band behind the title of a slide that opens a segment, with the ornament at its end unless
    it is `plain`."""
    theme = context.theme
    band = Rect(0, 0, theme.grid.page.width, zones.rule.bottom + PILL_HEIGHT)
    yield bar(band, theme.role.dark, "Band")
    right = Rect(band.width * BAND_MOTIF, 12, band.width * (1 - BAND_MOTIF), band.height - 12)
    if plain:
        return
    yield from motif(right, theme.role.primary.faded(0.6), theme.role.primary, theme.role.accent, dot=7)


def _numbered(panel: Rect, title: Rect, key: SlideLayoutKey, context: LayoutContext) -> Iterator[Item]:
    """The panel at the start of a section page, and in it the section's number on the title's last line."""
    theme = context.theme
    yield bar(panel, theme.role.primary, "Panel")
    if key.number is None:
        return
    style = replace(theme.type.cover.style, size=NUMBER_SIZE, color=theme.text_on(theme.role.primary))
    body = replace(_line(str(key.number), style, panel, context, align="center", anchor="bottom"), wrap=False)
    height = body.height
    # A large figure has more below its baseline than the title has.
    foot = title.bottom + (NUMBER_SIZE - theme.type.cover.style.size) * DESCENT
    yield Text(Rect(panel.left, foot - height, panel.width, height), body, "Number", role="eyebrow")


def _mark(name: str, rect: Rect, context: LayoutContext) -> Iterator[Item]:
    """What sort of slide it is, as an icon on a disc."""
    role = context.theme.role
    yield Shape(rect, Ellipse(), role.primary, name="Mark", role="decoration")
    ink = context.theme.text_on(role.primary)
    yield icon(name, rect.inset(Insets(*[MARK_AIR] * 4)), ink, context, label="Mark's icon")


def _ornament(context: LayoutContext, *, faint: bool = False) -> tuple[Item, ...]:
    role, region = context.theme.role, ornament_size(context.theme.grid.page)
    trace = role.primary.faded(0.22 if faint else 0.6)
    if faint:
        return motif(region, trace, role.primary.faded(0.3), role.accent.faded(0.4))
    return motif(region, trace, role.primary, role.accent)


def eyebrow_text(segment: Segment) -> str:
    """`Segment 1 · Scaling Patterns` from the title `Segment 1: …` and its short form."""
    label = segment.label
    title = str(segment.title)
    prefix, colon, _ = title.partition(": ")
    if colon and label != title and not label.startswith(prefix):
        return f"{prefix} · {label}"
    return label


def section_number(slide: Slide, deck: Deck, index: int | None) -> int | None:
    """The number that a section page shows large: the one in its segment's title (`Segment 1: …`), else which
    segment it is, from 1; none if other segments have a number in their titles and its own hasn't. Without
    segments, which of the deck's section pages it is."""
    if index is None:
        return slide.part
    own = [NUMBER.search(plain_text(segment.title).partition(":")[0]) for segment in deck.segments]
    found = own[index]
    return int(found[0]) if found else None if any(own) else index + 1


def _eyebrow(segment: Segment, key: SlideLayoutKey, rect: Rect, context: LayoutContext) -> Item:
    theme = context.theme
    color = theme.role.on_dark_accent if key.dark_title else theme.role.primary_text
    style = replace(theme.type.eyebrow.style, color=color)
    return Text(
        rect, _line(eyebrow_text(segment), style, rect, context, anchor="middle"), "Eyebrow", role="eyebrow"
    )


def _progress(key: SlideLayoutKey, deck: Deck, context: LayoutContext) -> list[Item]:
    """One pill a segment: done, current, to come."""
    theme = context.theme
    count = len(deck.segments)
    width = count * PILL + (count - 1) * PILL_GAP
    left = (theme.grid.page.width - width) / 2
    top = theme.grid.footer.center.y - PILL_HEIGHT / 2
    dark = key.look.ground == "dark"
    done = theme.role.on_dark if dark else theme.role.dark
    ahead = theme.role.on_dark.faded(0.25) if dark else theme.role.hairline
    pills: list[Item] = []
    for index in range(count):
        color = theme.role.primary if index == key.segment else done if index < (key.segment or 0) else ahead
        rect = Rect(left + index * (PILL + PILL_GAP), top, PILL, PILL_HEIGHT)
        pills.append(pill(rect, color, f"Progress {index + 1} of {count}"))
    return pills


def _line(
    text: str,
    style: TextStyle,
    rect: Rect,
    context: LayoutContext,
    *,
    align: Align | None = None,
    anchor: Anchor = "top",
    spacing: float = 1.0,
) -> TextBody:
    """A line of a layout, which shows the deck's direction whatever its prompt says."""
    paragraph = context.typesetter.paragraph(
        (Run(text, style),), rect.width, align=align, line_spacing=spacing, rtl=context.rtl
    )
    return TextBody((paragraph,), anchor=anchor)


def footer_style(look: Look, theme: Theme, *, number: bool = False) -> TextStyle:
    """The style of the deck's short name, or of the slide's `number`, on what stands behind it."""
    style = replace(theme.type.footer.style, bold=number)
    if look is Look.SECTION and not number:  # on the section's panel
        return replace(style, color=theme.text_on(theme.role.primary))
    return replace(style, color=theme.role.on_dark_muted) if look.ground == "dark" else style


def footer_rects(context: LayoutContext) -> tuple[Rect, Rect]:
    """Where the deck's short name and the slide number stand, in points on the page."""
    grid = context.theme.grid
    zone = grid.footer
    name = Rect(zone.left, zone.top, grid.width_of(FOOTER_COLUMNS), zone.height)
    number = Rect(zone.right - grid.width_of(1), zone.top, grid.width_of(1), zone.height)
    return in_reading(name, zone, context), in_reading(number, zone, context)


def _placeholders(
    key: SlideLayoutKey, deck: Deck, zones: Zones, context: LayoutContext
) -> tuple[Placeholder, ...]:
    theme = context.theme
    name_rect, number_rect = footer_rects(context)
    footer = footer_style(key.look, theme)
    number = footer_style(key.look, theme, number=True)
    title = in_reading(zones.title, Rect.of_size(theme.grid.page), context)
    role = title_role(key.look, theme)
    prompt = _line(
        "Click to add title",
        title_style(key, theme),
        title,
        context,
        anchor="bottom" if key.look.hero or key.lines > 1 else "middle",
        spacing=role.line_spacing,
    )
    found = [Placeholder("title", title, prompt, "Title")]
    if key.body is not None:
        body = replace(theme.type.body.style, color=tone_of(key.look, theme).text)
        prompt = _line("Click to add text", body, key.body, context)
        found.append(Placeholder("body", key.body, prompt, "Text"))
    footer_line = _line(deck.footer, footer, name_rect, context, anchor="middle")
    number_line = _line("‹#›", number, number_rect, context, align=end(context), anchor="middle")
    found.append(Placeholder("footer", name_rect, footer_line, "Footer"))
    found.append(Placeholder("number", number_rect, number_line, "Slide number"))
    return tuple(found)


def cover_placeholders(context: LayoutContext, *, beside: bool = False) -> tuple[Placeholder, ...]:
    """The cover's slots: eyebrow, title, subtitle and byline from top to bottom; narrower `beside` a
    picture."""
    theme = context.theme
    muted = theme.role.on_dark_muted
    eyebrow = replace(theme.type.eyebrow.style, color=theme.role.on_dark_accent, size=14.0)
    title = replace(theme.type.cover.style, color=theme.role.on_dark)
    byline = replace(theme.type.body.style, size=18.0, color=muted)
    slots: tuple[tuple[PlaceholderKind, float, float, str, TextStyle, Anchor, str], ...] = (
        ("eyebrow", 112, 20, "Program", eyebrow, "bottom", "Program"),
        ("title", 136, 152, "Title", title, "bottom", "Title"),
        ("subtitle", 324, 64, "Subtitle", theme.type.subtitle.style, "top", "Subtitle"),
        ("byline", 446, 30, "Presenter and date", byline, "middle", "Byline"),
    )
    width = COVER_BESIDE if beside else COVER_WIDTH
    found = []
    for kind, top, height, prompt, style, anchor, name in slots:
        rect = _on_cover(top, height, width, context)
        spacing = theme.type.cover.line_spacing if kind == "title" else 1.0
        body = _line(prompt, style, rect, context, anchor=anchor, spacing=spacing)
        found.append(Placeholder(kind, rect, body, name))
    return tuple(found)


def cover_picture(context: LayoutContext) -> Rect:
    """Where the cover's picture stands, in points on the page."""
    page = context.theme.grid.page
    left = COVER_LEFT + COVER_BESIDE + 2 * context.theme.grid.gutter
    rect = Rect.from_edges(left, COVER_LEFT, page.width - COVER_LEFT, page.height - COVER_LEFT)
    return in_reading(rect, Rect.of_size(page), context)


def cover_rule(context: LayoutContext) -> Item:
    return bar(Rect(COVER_LEFT, 302, 72, 5), context.theme.role.primary, "Rule")


def _on_cover(top: float, height: float, width: float, context: LayoutContext) -> Rect:
    page = Rect.of_size(context.theme.grid.page)
    return in_reading(Rect(COVER_LEFT, top, width, height), page, context)
