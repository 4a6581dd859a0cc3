"""Contrast, blending, and shades that a recoloured theme takes along."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.color import blend, contrast, first_seen, luminance, rgb, shade
from deckbuild.document import Color, ColorChange

HEXES = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def changed(base: str, changes: tuple[ColorChange, ...]) -> str:
    """What an application shows for a theme colour with changes: each keeps its HSL form within bounds."""
    hue, light, saturation = colorsys.rgb_to_hls(*rgb(base))
    for name, value in changes:
        match name:
            case "turn hue":
                hue = (hue + value / 360) % 1.0
            case "scale saturation":
                saturation = min(1.0, saturation * value)
            case "add saturation":
                saturation = min(1.0, saturation + value)
            case "scale lightness":
                light = min(1.0, light * value)
            case "add lightness":
                light = min(1.0, light + value)
    return "#" + "".join(f"{round(x * 255):02X}" for x in colorsys.hls_to_rgb(hue, light, saturation))


def apart(one: str, other: str) -> int:
    """The largest difference of a channel, of 255."""
    return max(round(abs(a - b) * 255) for a, b in zip(rgb(one), rgb(other), strict=True))


@pytest.mark.parametrize(
    ("base", "color"),
    [("#00CC99", "#00755A"), ("#FF6B35", "#B23A0E"), ("#708090", "#F3F6F8"), ("#000000", "#336699")],
)
def test_a_shade_is_its_theme_colour_with_changes(base: str, color: str) -> None:
    made = shade("accent 1", base, color)
    assert made.hex == color
    assert made.slot == "accent 1"
    assert apart(changed(base, made.changes), color) <= 1


@given(HEXES, HEXES)
def test_every_colour_is_a_shade_of_every_other_to_one_step_a_channel(base: str, color: str) -> None:
    assert apart(changed(base, shade("accent 1", base, color).changes), color) <= 1


def test_a_recoloured_theme_recolours_its_shades() -> None:
    dark_green = shade("accent 1", "#00CC99", "#00755A")
    red, green, blue = rgb(changed("#3366FF", dark_green.changes))
    assert blue > green > red  # a dark blue now


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#003D5C", "#FFFFFF", 11.5),
        ("#00CC99", "#FFFFFF", 2.1),
    ],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert contrast(Color(one), Color(other)) == pytest.approx(ratio, abs=0.05)
    assert contrast(Color(other), Color(one)) == contrast(Color(one), Color(other))


def test_luminance_of_the_primaries_adds_up_to_white() -> None:
    assert sum(map(luminance, ("#FF0000", "#00FF00", "#0000FF"))) == pytest.approx(1.0)


def test_a_clear_colour_is_seen_blended_with_what_is_under_it() -> None:
    assert blend(Color("#FF0000", alpha=0.25), Color("#FFFFFF")) == "#FFBFBF"


@pytest.mark.parametrize("value", ["red", "#FFF", "#GG0000", "FF0000", "#FF00000"])
def test_only_six_digits_are_a_colour(value: str) -> None:
    with pytest.raises(ValueError, match="not a colour of the form #RRGGBB"):
        rgb(value)


def test_the_first_colour_that_is_seen_on_all_grounds() -> None:
    white, gray, black = Color("#FFFFFF"), Color("#808080"), Color("#000000")
    assert first_seen([white, gray, black], [white], 3.0) == gray
    assert first_seen([white, gray, black], [white], 4.5) == black
    assert first_seen([white, black], [white, black], 3.0) is None
