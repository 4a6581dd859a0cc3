"""Slide layouts: background, eyebrow, rule, progress strip and placeholders, made from the theme.

A layout belongs to a look (how the page presents itself), an arrangement (where its placeholders are) and
a segment (whose name and progress it shows), so nothing of the chrome is copied to slides: whoever adds a
slide in PowerPoint picks the segment's layout and has it all.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from deckbuild.context import LayoutContext
from deckbuild.deck.models import Deck, Segment
from deckbuild.diagnostics import NOWHERE
from deckbuild.document import (
    Align,
    Anchor,
    Color,
    Item,
    Placeholder,
    PlaceholderKind,
    Run,
    SlideLayout,
    Text,
    TextBody,
    TextStyle,
)
from deckbuild.geometry import Rect
from deckbuild.layout.finish import finished
from deckbuild.layout.lines import with_lines
from deckbuild.layout.mirror import end, in_reading, mirrored_item
from deckbuild.layout.motif import motif, ornament_size
from deckbuild.layout.shapes import bar, pill
from deckbuild.theme import Theme, Tone

PILL = 33.0
PILL_HEIGHT = 4.0
PILL_GAP = 5.0
"""Progress pills in points: thin enough to be overlooked until looked for."""

BAND_MOTIF = 0.8
"""Of the band's width: where its ornament begins, to the right of all but the longest titles."""

COVER_LEFT = 62.0
COVER_WIDTH = 560.0
"""The cover's text block in points: set in from the margin, clear of the ornament."""


class Look(Enum):
    """How a page presents itself; the value names it in PowerPoint's list of layouts."""

    COVER = "Cover"
    OPENER = "Segment opener"
    CONTENT = "Content"
    SUMMARY = "Summary"
    CLOSING = "Closing"


@dataclass(frozen=True, slots=True)
class SlideLayoutKey:
    """What tells one slide layout from another. `segment` is the index of the segment in the deck.

    `body` is where the body placeholder is, if the arrangement has one. It doesn't tell slide layouts apart:
    where it depends on the text, the first slide's place is the layout's, and others say where theirs is.
    """

    look: Look
    arrangement: str
    segment: int | None = None
    tall: bool = False
    body: Rect | None = field(default=None, compare=False)

    def name(self, deck: Deck) -> str:
        """Unique in a deck: look, arrangement, and the segment's label."""
        parts = [self.look.value]
        if self.arrangement and self.arrangement != self.look.value.lower():
            parts.append(self.arrangement)
        if self.tall:
            parts.append("two-line title")
        name = ", ".join(parts)
        if self.segment is None:
            return name
        return f"{name} · {deck.segments[self.segment].label}"


def tone_of(look: Look, theme: Theme) -> Tone:
    """The colours for content on a page of this look."""
    if look in (Look.COVER, Look.CLOSING):
        return theme.dark
    if look is Look.SUMMARY:
        # The page has the colour that panels have elsewhere.
        return replace(theme.light, ground=theme.role.surface, panel=theme.role.background)
    return theme.light


def background(look: Look, theme: Theme) -> Color:
    match look:
        case Look.COVER | Look.CLOSING:
            return theme.role.dark
        case Look.SUMMARY:
            return theme.role.surface
        case Look.OPENER | Look.CONTENT:
            return theme.role.background


def title_style(look: Look, theme: Theme) -> TextStyle:
    """The title's style at the size used where it fits."""
    role = theme.type.cover if look is Look.COVER else theme.type.title
    dark = look in (Look.COVER, Look.OPENER, Look.CLOSING)
    return replace(role.style, color=theme.role.on_dark if dark else role.style.color)


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
    ground = background(key.look, theme)
    if key.look is Look.COVER:
        return SlideLayout(
            name,
            ground,
            cover_placeholders(context),
            (*_ornament(context), bar(COVER_RULE, theme.role.primary, "Rule")),
        )
    items: list[Item] = []
    grid = theme.grid
    if key.look is Look.OPENER:
        band = Rect(0, 0, grid.page.width, grid.rule.bottom + PILL_HEIGHT)
        items.append(bar(band, theme.role.dark, "Band"))
        right = Rect(band.width * BAND_MOTIF, 12, band.width * (1 - BAND_MOTIF), band.height - 12)
        trace = theme.role.primary.faded(0.6)
        items += motif(right, trace, theme.role.primary, theme.role.accent, dot=7)
    elif key.look is Look.CLOSING:
        items += _ornament(context, faint=True)
    if key.segment is not None:
        segment = deck.segments[key.segment]
        items.append(_eyebrow(segment, key, context))
        items += _progress(key, deck, context)
    items.append(bar(grid.rule, theme.role.primary, "Rule"))
    return SlideLayout(name, ground, _placeholders(key, deck, context), tuple(items))


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


def _eyebrow(segment: Segment, key: SlideLayoutKey, context: LayoutContext) -> Item:
    theme = context.theme
    dark = key.look in (Look.OPENER, Look.CLOSING)
    color = theme.role.on_dark_accent if dark else theme.role.primary_text
    rect = theme.grid.tall_eyebrow if key.tall else theme.grid.eyebrow
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
    dark = key.look is Look.CLOSING
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


def footer_style(look: Look, theme: Theme, *, bold: bool = False) -> TextStyle:
    style = theme.type.footer.style
    muted = theme.role.on_dark_muted if look is Look.CLOSING else style.color
    return replace(style, color=muted, bold=bold)


def footer_rects(context: LayoutContext) -> tuple[Rect, Rect]:
    """Where the deck's short name and the slide number stand, in points on the page."""
    grid = context.theme.grid
    zone = grid.footer
    name = Rect(zone.left, zone.top, grid.width_of(4), zone.height)
    number = Rect(zone.right - grid.width_of(1), zone.top, grid.width_of(1), zone.height)
    return in_reading(name, zone, context), in_reading(number, zone, context)


def _placeholders(key: SlideLayoutKey, deck: Deck, context: LayoutContext) -> tuple[Placeholder, ...]:
    theme = context.theme
    title = theme.grid.tall_title if key.tall else theme.grid.title
    style = title_style(key.look, theme)
    name_rect, number_rect = footer_rects(context)
    footer = footer_style(key.look, theme)
    number = footer_style(key.look, theme, bold=True)
    found = [
        Placeholder(
            "title",
            title,
            _line(
                "Click to add title",
                style,
                title,
                context,
                anchor="bottom" if key.tall else "middle",
                spacing=theme.type.title.line_spacing,
            ),
            "Title",
        )
    ]
    if key.body is not None:
        body = replace(theme.type.body.style, color=tone_of(key.look, theme).text)
        prompt = _line("Click to add text", body, key.body, context)
        found.append(Placeholder("body", key.body, prompt, "Text"))
    footer_line = _line(deck.footer, footer, name_rect, context, anchor="middle")
    number_line = _line("‹#›", number, number_rect, context, align=end(context), anchor="middle")
    found.append(Placeholder("footer", name_rect, footer_line, "Footer"))
    found.append(Placeholder("number", number_rect, number_line, "Slide number"))
    return tuple(found)


def cover_placeholders(context: LayoutContext) -> tuple[Placeholder, ...]:
    """The cover's slots: eyebrow, title, subtitle and byline from top to bottom."""
    theme = context.theme
    muted = theme.role.on_dark_muted
    eyebrow = replace(theme.type.eyebrow.style, color=theme.role.on_dark_accent, size=14.0)
    slots: tuple[tuple[PlaceholderKind, Rect, str, TextStyle, Anchor, str], ...] = (
        ("eyebrow", _cover(112, 20, context), "Program", eyebrow, "bottom", "Program"),
        (
            "title",
            _cover(136, 152, context),
            "Title",
            title_style(Look.COVER, theme),
            "bottom",
            "Title",
        ),
        (
            "subtitle",
            _cover(324, 64, context),
            "Subtitle",
            theme.type.subtitle.style,
            "top",
            "Subtitle",
        ),
        (
            "byline",
            _cover(446, 30, context),
            "Presenter and date",
            replace(theme.type.body.style, size=18.0, color=muted),
            "middle",
            "Byline",
        ),
    )
    return tuple(
        Placeholder(
            kind,
            rect,
            _line(
                prompt,
                style,
                rect,
                context,
                anchor=anchor,
                spacing=theme.type.cover.line_spacing if kind == "title" else 1.0,
            ),
            name,
        )
        for kind, rect, prompt, style, anchor, name in slots
    )


def _cover(top: float, height: float, context: LayoutContext) -> Rect:
    page = Rect.of_size(context.theme.grid.page)
    return in_reading(Rect(COVER_LEFT, top, COVER_WIDTH, height), page, context)


COVER_RULE = Rect(COVER_LEFT, 302, 72, 5)
