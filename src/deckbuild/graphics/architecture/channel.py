"""Channels: bands across the gap between two tiers that stand side by side, with gates at both ends."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain

from deckbuild.document import Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.architecture.lines import Crossing
from deckbuild.graphics.architecture.model import Channel
from deckbuild.graphics.architecture.phrases import Scale, phrase
from deckbuild.layout.boxes import EMPTY, Drawn, pad, row
from deckbuild.layout.icons import icon_box
from deckbuild.layout.marked import GAP
from deckbuild.layout.shapes import panel

GATE = 28.0  # width of a channel's gate
GATE_INSET = 4.0  # between a gate's icon and its sides


def tunnel(channel: Channel, gap: Rect, crossing: Crossing, scale: Scale) -> Crossing:
    """The lines through the gap between two tiers with a channel behind them. Its name stands in the largest
    stretch of the height that lines and labels leave free."""
    theme, hue, context, ends = scale.theme, scale.hue(channel.color), scale.context, channel.ends
    stroke = Stroke(hue.text, theme.shape.stroke)
    foot = EMPTY
    if ends:
        name = partial(phrase, ends.label, None, scale, bold=False)
        foot = pad(row([name(), name(align="right")]), Insets(GAP / 2, GATE_INSET, 0.0, GATE_INSET))
    low = foot.takes(gap.size).height
    band, names = gap.rows([gap.height - low, low])
    edges = [band.top, *chain.from_iterable(crossing.taken), band.bottom]
    top, bottom = max(zip(edges[::2], edges[1::2], strict=True), key=lambda free: free[1] - free[0])
    sides = Insets.symmetric((GATE if ends else GAP) + GAP / 2, 0.0)
    free = replace(band, top=top, height=bottom - top).inset(sides)
    ink = theme.text_on(hue.tint)
    label = phrase(channel.label, channel.icon, scale, ink, stacked=True, mark=hue.text)
    back: list[Drawn] = [panel(band, context, fill=hue.tint, stroke=stroke, name=channel.label)]
    if ends:
        mark = icon_box(ends.icon, GATE - 2 * GATE_INSET, theme.text_on(hue.fill), context)
        for share in (0.0, 1.0):
            gate = band.placed(Size(GATE, band.height), share)
            back.append(panel(gate, context, fill=hue.fill, stroke=stroke, name=ends.label))
            back += mark.draw(replace(gate, top=top, height=bottom - top))
    front = (*label.draw(free), *foot.draw(names), *crossing.front)
    short = label.takes(Size(free.width, 0.0)).height + 2 * GAP - free.height
    return replace(crossing, back=tuple(back), front=front, short=max(0.0, short))
