"""Badges: a medal in the middle of its region, with its words inside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckbuild.color import contrast
from deckbuild.document import Color, Freeform, Shape, Text, walk
from deckbuild.geometry import Rect, Size
from deckbuild.graphics.badge import WAVES, wavy_seal
from tests.graphics.drawn import draw, graphic, words
from tests.samples import context

MEDAL = "{icon: trophy, headline: Module 6, ribbon: Complete, lines: [Enterprise AI Architecture]}"
REGION = Size(280, 378)


def test_it_stands_in_the_middle_and_inside() -> None:
    frame = draw("badge", MEDAL, REGION)

    seal = frame.items[0]
    assert isinstance(seal, Shape)
    assert seal.rect.center.x == pytest.approx(140)
    assert frame.size == REGION
    assert all(Rect.of_size(REGION).contains(item.rect, 0.1) for item in frame.items)


def test_its_words() -> None:
    assert words(draw("badge", MEDAL, REGION)) == ["Module 6", "Complete", "Enterprise AI Architecture"]


def test_ribbon_and_lines_may_be_missing() -> None:
    assert words(draw("badge", "headline: Done", REGION)) == ["Done"]


def test_the_title_stands_between_icon_and_ribbon() -> None:
    frame = draw("badge", MEDAL, REGION)

    icon = next(item.rect for item in frame.items if item.name == "Icon trophy")
    title = next(item.rect for item in frame.items if item.name == "Title")
    ribbon = next(item.rect for item in frame.items if item.name == "Ribbon")
    assert icon.bottom <= title.top + 0.01 < title.bottom <= ribbon.top + 0.01


def test_a_longer_title_is_set_smaller() -> None:
    def height(headline: str) -> float:
        frame = draw("badge", MEDAL, REGION, headline=headline)
        title = next(item for item in frame.items if isinstance(item, Text) and item.name == "Title")
        return title.body.paragraphs[0].runs[0].style.size

    assert height("Advanced Module") < height("M 6")


def test_a_word_that_is_too_wide_is_told() -> None:
    frame = draw("badge", MEDAL, Size(120, 160), headline="Unbreakablecompoundword")

    assert frame.size.height > 160


def test_words_are_read_well_on_both_grounds() -> None:
    theme = context().theme
    for tone in (theme.light, theme.dark):
        frame = graphic("badge", MEDAL).lay_out(REGION, replace(context(), tone=tone))
        fills = {item.name: item.fill for item in walk(frame.items) if isinstance(item, Shape)}
        for item in walk(frame.items):
            if not isinstance(item, (Text, Shape)) or item.body is None:
                continue
            ground = {"Title": fills["Disc"], "Ribbon": fills["Ribbon"]}.get(item.name, tone.ground)
            assert isinstance(ground, Color)
            for paragraph in item.body.paragraphs:
                assert contrast(paragraph.runs[0].style.color, ground) >= 4.5


def test_the_seal_waves_inside_its_square() -> None:
    seal = wavy_seal()

    assert isinstance(seal, Freeform)
    assert len(seal.commands) == 2 + 2 * WAVES
    assert all(-0.01 <= float(v) <= 1.01 for step in seal.commands for v in step[1:])
