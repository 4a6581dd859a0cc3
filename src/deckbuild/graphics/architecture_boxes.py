"""What stands around the nodes of an architecture: boxes of tiers, channels with gates, meters, the caption."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuild.document import Item, Shape, Stroke
from deckbuild.geometry import Insets, Rect
from deckbuild.graphics import architecture_spec as spec
from deckbuild.graphics.architecture_parts import GAP, Scale, phrase, phrase_size
from deckbuild.graphics.architecture_plan import GATE, METER, TierPlace
from deckbuild.graphics.icons import icon, icon_width
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.shapes import panel, pill, rounded

GATE_INSET = 4.0  # between a gate's icon and its sides
TRACK_SHARE = 0.5  # of a meter's width, the least that its bar takes


def tier_box(tier: spec.Tier, place: TierPlace, rows: bool, scale: Scale) -> list[Item]:
    """The box behind a tier, with its title and note."""
    theme = scale.context.theme
    hue = scale.hue(tier.color)
    items: list[Item] = []
    if place.box is None:
        return items
    fill = hue.tint
    stroke = Stroke(theme.role.hairline, theme.shape.stroke)
    items.append(panel(place.box, scale.context, fill=fill, stroke=stroke, name=tier.title or "Tier"))
    ink = theme.text_on(fill)
    if place.head:
        items += phrase(
            tier.title or "",
            tier.icon,
            place.head,
            ink,
            scale,
            bold=True,
            align="center" if rows else "left",
            stacked=rows,
            mark=hue.text,
            name=tier.title or "Tier",
        
    if place.note:
        items += phrase(
            tier.note or "",
            tier.note_icon,
            place.note,
            ink,
            scale,
            align="center",
            stacked=rows,
            mark=hue.text,
            name="Note",
        
    if place.meter and tier.meter:
        items += meter(tier.meter, place.meter, tier, scale)
    return items


def meter(part: spec.Meter, rect: Rect, tier: spec.Tier, scale: Scale) -> list[Item]:
    """The words, then a bar of which the share is filled."""
    theme, hue = scale.context.theme, scale.hue(tier.color)
    ink = theme.text_on(hue.tint)
    words = phrase_size(part.label, None, rect.width * TRACK_SHARE, scale, bold=True)
    text = Rect(rect.left, rect.top, words.width, rect.height)
    items = list(phrase(part.label, None, text, ink, scale, bold=True, name="Share")
    track = Rect.from_edges(
        text.right + GAP, rect.center.y - METER / 2, rect.right, rect.center.y + METER / 2
    )
    filled = Rect(track.left, track.top, max(METER, track.width * part.share / 100), METER)
    items += [pill(track, theme.role.background, "Whole"), pill(filled, hue.text, "Share filled")]
    return items


def channel(
    part: spec.Channel, gap: Rect, taken: Sequence[Rect], scale: Scale
) -> tuple[list[Item], list[Item], float]:
    """A channel in the gap between two tiers: the band (to go below the lines), gates and name (above them), and
    by how many points the name is too high for the largest stretch that the labels in `taken` leave free."""
    theme = scale.context.theme
    hue = scale.hue(part.color)
    foot = 0.0
    over: list[Item] = []
    inner = gap
    if part.ends:
        words = phrase_size(part.ends.label, None, gap.width / 2, scale)
        foot = words.height + GAP / 2
        inner = Rect(gap.left + GATE, gap.top, gap.width - 2 * GATE, gap.height - foot)
        for index, left in enumerate((gap.left, gap.right - GATE)):
            gate = Rect(left, gap.top, GATE, inner.height)
            over.append(panel(gate, scale.context, fill=hue.text, name=part.ends.label))
            size = GATE - 2 * GATE_INSET
            mark = Rect(left + GATE_INSET, gap.top + GATE_INSET * 2, size, size)
            over.append(icon(part.ends.icon, mark, theme.text_on(hue.text)))
            half = Rect(gap.left + index * gap.width / 2, gate.bottom + GAP / 2, gap.width / 2, words.height)
            over += phrase(
                part.ends.label, None, half, scale.context.tone.text, scale,
                align="right" if index else "left", name=part.ends.label,
              # fmt: skip
    band = Rect(gap.left, gap.top, gap.width, inner.height)
    stroke = Stroke(hue.text, theme.shape.stroke)
    under: list[Item] = [panel(band, scale.context, fill=hue.tint, stroke=stroke, name=part.label)]
    words = phrase_size(part.label, part.icon, inner.width - GAP, scale, bold=True, stacked=True)
    edges = [inner.top, *(edge for rect in taken for edge in (rect.top, rect.bottom)), inner.bottom]
    free = max(zip(edges[::2], edges[1::2], strict=True), key=lambda pair: pair[1] - pair[0])
    place = Rect(inner.left + GAP / 2, free[0], inner.width - GAP, free[1] - free[0])
    over += phrase(
        part.label,
        part.icon,
        place,
        theme.text_on(hue.tint),
        scale,
        bold=True,
        align="center",
        stacked=True,
        mark=hue.text,
        name=part.label,
    
    return under, over, max(0.0, words.height + GAP - place.height)


def caption_size(part: spec.Caption, width: float, scale: Scale) -> float:
    """The height of the caption in points."""
    return phrase_size(part.label, part.icon, width - 2 * scale.pad, scale, bold=True).height + scale.pad


def caption(part: spec.Caption, rect: Rect, scale: Scale) -> list[Item]:
    """A statement in the primary colour's tint, across the drawing's foot."""
    theme = scale.context.theme
    hue = theme.hue(theme.role.primary)
    lead = icon_width(part.icon, scale.small) + GAP if part.icon else 0.0
    ink = theme.text_on(hue.tint)
    words = phrase_size(part.label, part.icon, rect.width - 2 * scale.pad, scale, bold=True)
    left = (rect.width - words.width) / 2
    insets = Insets(0, max(0.0, left - 1), 0, left + lead)
    body = set_label(
        [LabelLine(part.label, True, ink)], scale.size, rect.width, scale.context, align="left", insets=insets
    )
    items: list[Item] = [
        Shape(rect, rounded(rect.size, theme.shape.radius), hue.tint, body=body, name=part.label)
    ]
    if part.icon:
        items.append(icon(part.icon, Rect(rect.left + left, rect.top, lead - GAP, rect.height), hue.text))
    return items
