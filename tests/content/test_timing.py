"""Minutes add up, and talk plus activities fill each slide's minutes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

DECK = Path(__file__).parents[2] / "content" / "advanced-module-6-session-2"
PAUSE = 3 / 60  # minutes of silence at a [Pause]
SLOW, FAST = 110, 150  # words a minute


def read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return data


SLIDES = {path.stem: read(path) for path in sorted((DECK / "slides").glob("*.yaml"))}
SEGMENTS = read(DECK / "deck.yaml")["segments"]


@pytest.mark.parametrize("segment", SEGMENTS, ids=lambda segment: segment["id"])
def test_slides_add_up_to_their_segment(segment: dict[str, Any]) -> None:
    assert sum(SLIDES[name]["minutes"] for name in segment["slides"]) == segment["minutes"]


def test_segments_keep_the_agenda_of_51_minutes() -> None:
    assert [segment["minutes"] for segment in SEGMENTS] == [3, 12, 12, 12, 9, 3]


@pytest.mark.parametrize("name", SLIDES)
def test_talk_and_activities_fill_the_slide(name: str) -> None:
    slide = SLIDES[name]
    paragraphs = [paragraph.strip() for paragraph in slide["notes"].split("\n\n")]
    words = sum(len(text.split()) for text in paragraphs if not text.startswith("["))
    rest = paragraphs.count("[Pause]") * PAUSE + sum(a["minutes"] for a in slide.get("activities", []))

    assert words / FAST + rest <= slide["minutes"] <= words / SLOW + rest


@pytest.mark.parametrize("name", [name for name in SLIDES if 10 <= int(name[:2]) <= 22])
def test_written_scripts_are_90_to_170_words_and_ask_a_question(name: str) -> None:
    paragraphs = [paragraph.strip() for paragraph in SLIDES[name]["notes"].split("\n\n")]
    spoken = [text for text in paragraphs if not text.startswith("[")]

    assert 90 <= sum(len(text.split()) for text in spoken) <= 170
    assert any("?" in text for text in spoken[-2:])
    assert any(text.startswith("[Point to") for text in paragraphs)
    assert paragraphs[-1].startswith("[Transition")


def test_every_objective_is_covered() -> None:
    objectives = {objective["id"] for objective in read(DECK / "deck.yaml")["objectives"]}

    assert {name for slide in SLIDES.values() for name in slide.get("objectives", [])} == objectives
