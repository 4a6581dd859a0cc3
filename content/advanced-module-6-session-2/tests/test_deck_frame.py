"""What stands around the slides: audience, thesis, objectives, criteria, segments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
DECK = yaml.safe_load((HERE.parent / "deck.yaml").read_text("utf-8"))
EXPECTED: dict[str, Any] = yaml.safe_load((HERE / "expected" / "deck.yaml").read_text("utf-8"))


@pytest.mark.parametrize("key", [key for key in EXPECTED if key not in {"objectives", "segments"}])
def test_as_specified(key: str) -> None:
    assert DECK[key] == EXPECTED[key]


def test_objectives_as_specified() -> None:
    assert [objective["text"] for objective in DECK["objectives"]] == EXPECTED["objectives"]


def test_segments_as_specified() -> None:
    segments = [
        [segment["title"], segment["minutes"], int(segment["slides"][0][:2]), int(segment["slides"][-1][:2])]
        for segment in DECK["segments"]
    ]
    assert segments == EXPECTED["segments"]


def test_the_contradiction_in_its_length_is_waived_with_a_reason() -> None:
    (waiver,) = (waiver for waiver in DECK["waivers"] if waiver["rule"] == "TIM004")

    assert "45" in waiver["reason"]
    assert "51" in waiver["reason"]
