"""Colours, fills and lines as DrawingML."""

from __future__ import annotations

from typing import assert_never

from deckbuild.document import Color, Dash, Fill, HslStep, Slot, Stroke
from deckbuild.render.pptx.units import emu, thousandths_of_percent
from deckbuild.render.pptx.xml import Element, el

SLOT_NAMES: dict[Slot, str] = {
    "dark 1": "dk1",
    "light 1": "lt1",
    "dark 2": "dk2",
    "light 2": "lt2",
    "accent 1": "accent1",
    "accent 2": "accent2",
    "accent 3": "accent3",
    "accent 4": "accent4",
    "accent 5": "accent5",
    "accent 6": "accent6",
    "link": "hlink",
    "followed link": "folHlink",
}
"""A theme's slots as the theme part names them (ECMA-376 Part 1, §20.1.6.2)."""
SCHEME_NAMES: dict[Slot, str] = SLOT_NAMES | {
    "dark 1": "tx1",
    "light 1": "bg1",
    "dark 2": "tx2",
    "light 2": "bg2",
}
"""The same as slides name them, by the master's colour map (§19.3.1.6)."""
COLOR_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"} | {
    SCHEME_NAMES[slot]: name for slot, name in SLOT_NAMES.items() if SCHEME_NAMES[slot] == name
}
"""A master's colour map: what each name on its slides stands for in the theme, in PowerPoint's order."""
LEAST_WIDTH_EMU = 1270
"""A tenth of a point: a line that layout gave no width is still one. `w` may not be negative."""
MOST_WIDTH_EMU = 20_116_800
"""`ST_LineWidth` ends there (ECMA-376 Part 1, §20.1.10.35): 1584 pt."""
CHANGES: dict[HslStep, tuple[str, int]] = {
    "turn hue": ("hueOff", 60_000),
    "scale saturation": ("satMod", 100_000),
    "add saturation": ("satOff", 100_000),
    "scale lightness": ("lumMod", 100_000),
    "add lightness": ("lumOff", 100_000),
}
"""Transforms (§20.1.2.3) and their integers for a degree, or for the whole."""
DASHES: dict[Dash, str] = {"solid": "solid", "dash": "dash", "dot": "sysDot"}


def color(value: Color) -> Element:
    """A theme colour as `schemeClr` with its transforms, any other as `srgbClr`."""
    alpha = None
    if value.alpha < 1.0:
        alpha = el("a:alpha", val=thousandths_of_percent(value.alpha))
    if value.slot is None:
        return el("a:srgbClr", alpha, val=value.hex.removeprefix("#").upper())
    transforms = [
        el(f"a:{name}", val=round(amount * unit))
        for step, amount in value.changes
        for name, unit in [CHANGES[step]]
    ]
    return el("a:schemeClr", *transforms, alpha, val=SCHEME_NAMES[value.slot])


def fill(value: Fill) -> Element:
    match value:
        case None:
            return el("a:noFill")
        case Color():
            return el("a:solidFill", color(value))
        case _:
            assert_never(value)


def line(
    value: Stroke | None,
    tag: str = "a:ln",
    *,
    head: bool = False,
    tail: bool = False,
    cap: str | None = None,
) -> Element:
    """A line with round joins; `head` and `tail` put a triangle at its start and its end."""
    if value is None:
        return el(tag, el("a:noFill"))
    return el(
        tag,
        fill(value.color),
        el("a:prstDash", val=DASHES[value.dash]),
        el("a:round"),
        _arrow("a:headEnd") if head else None,
        _arrow("a:tailEnd") if tail else None,
        w=min(max(emu(value.width), LEAST_WIDTH_EMU), MOST_WIDTH_EMU),
        cap=cap,
    )


def _arrow(tag: str) -> Element:
    return el(tag, type="triangle", w="med", len="med")
