"""Advance widths: of the faces that come along, and of the made-up face for tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckbuild.document import Color, Face, TextStyle
from deckbuild.text.metrics import FaceMetrics, FontMetrics, fixed_pitch, load_metrics
from deckbuild.theme import load_theme, theme_names
from tests.samples import STYLE


@pytest.fixture(scope="module")
def metrics() -> FontMetrics:
    return load_metrics()


def test_width_is_the_sum_of_the_advances(metrics: FontMetrics) -> None:
    """Calibri's H is 1276 units of 2048, its i 470."""
    assert metrics.width("Hi", STYLE) == pytest.approx((1276 + 470) / 2048 * 10)


def test_bold_is_wider(metrics: FontMetrics) -> None:
    assert metrics.width("bold", replace(STYLE, bold=True)) > metrics.width("bold", STYLE)


def test_line_pitch_is_that_of_powerpoint(metrics: FontMetrics) -> None:
    """Windows ascent and descent: Calibri 1950 and 550 of 2048."""
    assert metrics.height(STYLE) == pytest.approx(12.207, abs=0.001)


def test_capitals_are_measured_as_they_are_shown(metrics: FontMetrics) -> None:
    assert metrics.width("straße", replace(STYLE, caps=True)) == metrics.width("STRASSE", STYLE)


def test_tracking_is_added_after_every_character() -> None:
    assert fixed_pitch().width("four", replace(STYLE, tracking=1.5)) == 4 * 5 + 4 * 1.5


@pytest.mark.parametrize(
    ("char", "like"), [("\u00a0", " "), ("\u202f", " "), ("\u2011", "-"), ("\u200b", ""), ("\u00ad", "")]
)
def test_bound_spaces_and_hyphens_are_as_wide_as_plain_ones(
    char: str, like: str, metrics: FontMetrics
) -> None:
    """The open twin of Calibri has no glyph for U+00A0; renderers draw a space."""
    assert char == "\u202f" or metrics.width(char, STYLE) == metrics.width(like, STYLE)


def test_a_missing_glyph_is_taken_to_be_an_em_wide(metrics: FontMetrics) -> None:
    assert metrics.width("\u6c34", STYLE) == 10
    assert metrics.face(STYLE).lacks("a \u6c34\u00a0b\u200b") == {"\u6c34"}


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("مرحبا", 5 * 0.65),
        ("שלום", 4 * 0.65),
        ("ไทย", 3 * 0.75),
        ("日本語", 3),
        ("👍🏽", 1.3),
        ("🇳🇴", 1.3),
        ("e\u0301\u0323", 0),
        ("\u202e\u2066", 0),
    ],
)
def test_what_other_faces_draw_is_measured_by_its_kind(text: str, ems: float, metrics: FontMetrics) -> None:
    assert metrics.width(text, STYLE) - metrics.width("e" * text.count("e"), STYLE) == pytest.approx(ems * 10)


@pytest.mark.parametrize("name", theme_names())
def test_every_face_of_every_theme_is_measured(name: str, metrics: FontMetrics) -> None:
    scale = load_theme(name).type
    assert all(metrics.knows(role.style.face.name) for role in (scale.title, scale.body, scale.code))


def test_the_metrics_that_come_along(metrics: FontMetrics) -> None:
    assert metrics.names() == ["Arial", "Calibri", "Courier New"]
    assert not metrics.knows("Papyrus")


def test_a_monospaced_face_is_one(metrics: FontMetrics) -> None:
    code = TextStyle(Face("Courier New"), 10, Color("#000000"))
    assert {round(metrics.width(char, code), 3) for char in "iMW.{}→"} == {6.001}


def test_typography_is_covered(metrics: FontMetrics) -> None:
    """What the decks use beside letters."""
    for bold in (False, True):
        assert metrics.face(replace(STYLE, bold=bold)).lacks("→≥≤≠≈×·•–—…“”‘’€°±%") == set()


def test_fixed_pitch() -> None:
    made = fixed_pitch(advance=0.6, pitch=1.5)
    assert made.width("abc", STYLE) == pytest.approx(18)
    assert made.height(STYLE) == pytest.approx(15)
    assert isinstance(made.face(STYLE), FaceMetrics)


def test_no_line_is_lower_than_programs_make_it() -> None:
    """Arial's ascent and descent are 1854 and 434 of 2048 units, 1.117 of the size; lines are 1.2 apart."""
    assert FaceMetrics(2048, 1854, 434, {}).pitch == 1.2
    assert FaceMetrics(2048, 1950, 550, {}).pitch == 2500 / 2048
