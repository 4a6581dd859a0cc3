"""Colour arithmetic: contrast, and shades expressed as changes of a theme colour."""

from __future__ import annotations

import colorsys
import re

from deckbuild.document import Color, Slot

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


def blend(over: Color, under: Color) -> str:
    """`#RRGGBB` of a colour with alpha seen on top of an opaque one."""
    mixed = (
        a * over.alpha + b * (1 - over.alpha) for a, b in zip(rgb(over.hex), rgb(under.hex), strict=True)
    )
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in mixed)


def shade(slot: Slot, base_hex: str, hex_color: str) -> Color:
    """`hex_color` as a change of hue, saturation and luminance of the theme colour in `slot`.

    DrawingML applies `hueOff` (60 000ths of a degree), `satMod` and `lumMod` (thousandths of a percent)
    to the HSL form of the colour (ECMA-376 Part 1, §20.1.2.3); `satOff` stands in where the base is grey.
    """
    base_hue, base_light, base_saturation = colorsys.rgb_to_hls(*rgb(base_hex))
    hue, light, saturation = colorsys.rgb_to_hls(*rgb(hex_color))
    transforms: list[tuple[str, int]] = []
    turn = round((hue - base_hue) * 360 * 60000)
    if turn and saturation:
        transforms.append(("hueOff", turn))
    if base_saturation:
        transforms.append(("satMod", round(saturation / base_saturation * 100000)))
    elif saturation:
        transforms.append(("satOff", round(saturation * 100000)))
    if base_light:
        transforms.append(("lumMod", round(light / base_light * 100000)))
    else:
        transforms.append(("lumOff", round(light * 100000)))
    return Color(hex_color.upper(), slot, tuple(transforms))
