"""Colour arithmetic: contrast, and shades expressed as changes of a theme colour."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Collection, Iterable

from deckbuild.document import Color, ColorChange, Slot

SAME_HUE = 1e-6
"""Degrees: less comes from computing, no two colours of 8 bits are so near."""
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def rgb(hex_color: str) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1. Raises `ValueError` unless `hex_color` is `#RRGGBB`."""
    if not _HEX.fullmatch(hex_color):
        raise ValueError(f"{hex_color!r} is not a colour of the form #RRGGBB")
    red, green, blue = (int(hex_color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return red, green, blue


def luminance(hex_color: str) -> float:
    """Relative luminance from 0 to 1 (WCAG 2.2, definition of relative luminance)."""

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(channel) for channel in rgb(hex_color))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Contrast ratio from 1 to 21 (WCAG 2.2, definition of contrast ratio); alpha is not considered."""
    high, low = sorted((luminance(one.hex), luminance(other.hex)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def first_seen(colors: Iterable[Color], grounds: Collection[Color], least: float) -> Color | None:
    """The first of the colours that has at least this contrast ratio with all grounds."""
    return next((each for each in colors if all(contrast(each, ground) >= least for ground in grounds)), None)


def blend(over: Color, under: Color) -> str:
    """`#RRGGBB` of a colour with alpha seen on top of an opaque one."""
    mixed = (
        a * over.alpha + b * (1 - over.alpha) for a, b in zip(rgb(over.hex), rgb(under.hex), strict=True)
    )
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in mixed)


def shade(slot: Slot, base_hex: str, hex_color: str) -> Color:
    """`hex_color` as a change of hue, saturation and luminance of the theme colour in `slot`.

    Saturation and lightness are scaled; where the base is grey or black, which no factor changes, added.
    """
    base_hue, base_light, base_saturation = colorsys.rgb_to_hls(*rgb(base_hex))
    hue, light, saturation = colorsys.rgb_to_hls(*rgb(hex_color))
    changes: list[ColorChange] = []
    turn = (hue - base_hue) * 360
    if abs(turn) > SAME_HUE and saturation:
        changes.append(("turn hue", turn))
    if base_saturation:
        changes.append(("scale saturation", saturation / base_saturation))
    elif saturation:
        changes.append(("add saturation", saturation))
    if base_light:
        changes.append(("scale lightness", light / base_light))
    else:
        changes.append(("add lightness", light))
    return Color(hex_color.upper(), slot, tuple(changes))
