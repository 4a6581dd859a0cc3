"""What stands around the nodes of an architecture: boxes of tiers, meters, channels, the caption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckbuild.document import Align, Color, Item, Rounded, Shape, Stroke
from deckbuild.geometry import Insets, Rect
from deckbuild.graphics.architecture import model
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase, phrase_size
from deckbuild.graphics.architecture.plan import GATE, METER, TierPlace
from deckbuild.graphics.shared.icons import icon, icon_width
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.shapes import panel, pill
from deckbuild.theme import Series

GATE_INSET = 4.0  # between a gate's icon and its sides
BALANCE = 4.0  # points by which words are tried narrower
WORDS_SHARE = 0.6  # of a meter's width, the most that its words take


def tier_box(tier: model.Tier, place: TierPlace, rows: bool, scale: Scale) -> list[Item]:
    """The box behind a tier, with its title, note and meter. In rows the icons stand above the words."""
    theme, hue = scale.context.theme, scale.hue(tier.color)
    ink = theme.text_on(hue.tint) if place.box else scale.context.tone.text
    align: Align = "center" if rows else "left"
    items: list[Item] = []
    if place.box:
        stroke = Stroke(theme.role.hairline, theme.shape.stroke)
        items.append(panel(place.box, scale.context, fill=hue.tint, stroke=stroke, name=tier.title or "Tier"))
    for label, symbol, rect, bold in (
        (tier.title, tier.icon, place.head, True),
        (tier.note, tier.note_icon, place.note, False),
    ):
        if rect:
            if not rows:  # in columns, words of one line and of three begin at the same height
                rect = _balanced(label or "", symbol, rect, bold, scale)
            items += phrase(
                label or "", symbol, rect, ink, scale, bold=bold, align=align, stacked=rows, mark=hue.text
            )
    if place.meter and tier.meter:
        items += _meter(tier.meter, place.meter, rows, hue, ink, scale)
    return items


def _balanced(label: str, symbol: str | None, rect: Rect, bold: bool, scale: Scale) -> Rect:
    """The narrowest rectangle at the top of `rect` in which the words take no more lines than in `rect`: so
    that the last line isn't left with one short word."""
    size = phrase_size(label, symbol, rect.width, scale, bold=bold)
    width = rect.width
    while True:
        narrower = phrase_size(label, symbol, width - BALANCE, scale, bold=bold)
        if narrower.height > size.height or narrower.width > width - BALANCE:
            return Rect(rect.left, rect.top, width, size.height)
        width -= BALANCE


def _meter(
    meter: model.Meter, rect: Rect, rows: bool, hue: Series, ink: Color, scale: Scale
) -> Iterator[Item]:
    """A share as a bar: after its words in a row, below them in a column."""
    words = phrase_size(meter.label, None, rect.width * (WORDS_SHARE if rows else 1.0), scale, bold=True)
    text = Rect(rect.left, rect.top, words.width, rect.height if rows else words.height)
    yield from phrase(meter.label, None, text, ink, scale, bold=True)
    left, top = (text.right + GAP * 2, rect.center.y - METER / 2) if rows else (rect.left, text.bottom + GAP)
    track = Rect.from_edges(left, top, rect.right, top + METER)
    filled = Rect(track.left, top, max(METER, track.width * meter.share / 100), METER)
    yield pill(track, scale.context.theme.role.background, "Whole")
    yield pill(filled, hue.text, "Share")


@dataclass(frozen=True, slots=True)
class Tunnel:
    """A channel drawn: what goes behind the lines, and the words in front of them. `short` is how many points
    of height the words lack."""

    back: tuple[Item, ...]
    front: tuple[Item, ...]
    short: float


def tunnel(part: model.Channel, gap: Rect, taken: Sequence[Rect], scale: Scale) -> Tunnel:
    """A channel across the gap between two tiers. Its name stands in the largest stretch that `taken`, the
    strips of the lines and their labels, leaves free."""
    theme, hue, tone = scale.context.theme, scale.hue(part.color), scale.context.tone
    stroke = Stroke(hue.text, theme.shape.stroke)
    foot = phrase_size(part.ends.label, None, gap.width / 2, scale).height + GAP / 2 if part.ends else 0.0
    band = Rect(gap.left, gap.top, gap.width, gap.height - foot)
    back: list[Item] = [panel(band, scale.context, fill=hue.tint, stroke=stroke, name=part.label)]
    front: list[Item] = []
    sides = GATE if part.ends else GAP
    edges = [band.top, *(edge for strip in taken for edge in (strip.top, strip.bottom)), band.bottom]
    top, bottom = max(zip(edges[::2], edges[1::2], strict=True), key=lambda free: free[1] - free[0])
    inner = Rect.from_edges(band.left + sides + GAP / 2, top, band.right - sides - GAP / 2, bottom)
    ink = theme.text_on(hue.tint)
    front += phrase(
        part.label, part.icon, inner, ink, scale, bold=True, align="center", stacked=True, mark=hue.text
    )
    if part.ends:
        for index, left in enumerate((band.left, band.right - GATE)):
            gate = Rect(left, band.top, GATE, band.height)
            back.append(panel(gate, scale.context, fill=hue.fill, stroke=stroke, name=part.ends.label))
            side = GATE - 2 * GATE_INSET
            mark = Rect(left + GATE_INSET, inner.center.y - side / 2, side, side)
            back.append(icon(part.ends.icon, mark, theme.text_on(hue.fill), scale.context))
            half = gap.width / 2 - GATE_INSET
            left = gap.center.x if index else gap.left + GATE_INSET
            name = Rect(left, band.bottom + GAP / 2, half, foot - GAP / 2)
            front += phrase(part.ends.label, None, name, tone.text, scale, align="right" if index else "left")
    words = phrase_size(part.label, part.icon, inner.width, scale, bold=True, stacked=True)
    return Tunnel(tuple(back), tuple(front), max(0.0, words.height + 2 * GAP - inner.height))


def caption_height(part: model.Caption, width: float, scale: Scale) -> float:
    """The height of the caption in points."""
    return phrase_size(part.label, part.icon, width - 2 * scale.pad, scale, bold=True).height + scale.tight


def caption(part: model.Caption, rect: Rect, scale: Scale) -> tuple[Item, ...]:
    """A statement on the primary colour's tint, across the drawing's foot."""
    theme = scale.context.theme
    hue = theme.hue(theme.role.primary)
    ink = theme.text_on(hue.tint)
    lead = icon_width(part.icon, scale.small) + GAP if part.icon else 0.0
    words = phrase_size(part.label, part.icon, rect.width - 2 * scale.pad, scale, bold=True)
    left = (rect.width - words.width) / 2
    insets = Insets(0.0, max(0.0, left - 1), 0.0, left + lead)
    line = LabelLine(part.label, True, ink)
    body = set_label([line], scale.size, rect.width, scale.context, align="left", insets=insets)
    strip = Shape(rect, Rounded(theme.shape.radius), hue.tint, body=body, name=part.label)
    if not part.icon:
        return (strip,)
    mark = Rect(rect.left + left, rect.top, lead - GAP, rect.height)
    return strip, icon(part.icon, mark, hue.text, scale.context)
