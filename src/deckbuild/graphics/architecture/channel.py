"""Channels: bands across the gap between two tiers that stand side by side, with gates at both ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from deckbuild.document import Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.model import Channel
from deckbuild.graphics.architecture.phrases import GAP, Scale, phrase
from deckbuild.layout.boxes import EMPTY, Drawn, pad, row
from deckbuild.layout.icons import icon_box
from deckbuild.layout.shapes import panel

GATE = 28.0  # width of a channel's gate
GATE_INSET = 4.0  # between a gate's icon and its sides


@dataclass(frozen=True, slots=True)
class Tunnel:
    """A channel drawn: what goes behind the lines, and the words in front of them. `short` is how many points
    of height the words lack."""

    back: tuple[Drawn, ...]
    front: tuple[Drawn, ...]
    short: float


def tunnel(channel: Channel, gap: Rect, taken: Sequence[Rect], scale: Scale) -> Tunnel:
    """A channel across the gap between two tiers. Its name stands in the largest stretch that `taken`, the
    strips of the lines and their labels, leaves free."""
    theme, hue, context = scale.context.theme, scale.hue(channel.color), scale.context
    stroke = Stroke(hue.text, theme.shape.stroke)
    ends = channel.ends
    foot, sides = EMPTY, GAP
    if ends:
        said = [phrase(ends.label, None, context.tone.text, scale, align=at) for at in ("left", "right")]
        foot, sides = pad(row(said), Insets(GAP / 2, GATE_INSET, 0.0, GATE_INSET)), GATE
    band, names = gap.rows([gap.height - (low := foot.takes(gap.size).height), low])
    edges = [band.top, *(edge for strip in taken for edge in (strip.top, strip.bottom)), band.bottom]
    top, bottom = max(zip(edges[::2], edges[1::2], strict=True), key=lambda free: free[1] - free[0])
    free = replace(band, top=top, height=bottom - top).inset(Insets.symmetric(sides + GAP / 2, 0.0))
    ink = theme.text_on(hue.tint)
    label = phrase(channel.label, channel.icon, ink, scale, bold=True, stacked=True, mark=hue.text)
    back: list[Drawn] = [panel(band, context, fill=hue.tint, stroke=stroke, name=channel.label)]
    if ends:
        mark = icon_box(ends.icon, GATE - 2 * GATE_INSET, theme.text_on(hue.fill), context)
        for share in (0.0, 1.0):
            gate = band.placed(Size(GATE, band.height), share)
            back.append(panel(gate, context, fill=hue.fill, stroke=stroke, name=ends.label))
            back += mark.draw(replace(gate, top=free.top, height=free.height))
    front = (*label.draw(free), *foot.draw(names))
    short = label.takes(Size(free.width, 0.0)).height + 2 * GAP - free.height
    return Tunnel(tuple(back), front, max(0.0, short))
