"""What was asked of the scripts written for slides 10 to 22, beyond what `deckbuild check` asks of any."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

SLIDES = {path.stem: path for path in sorted((Path(__file__).parents[1] / "slides").glob("*.yaml"))}
WRITTEN = [name for name in SLIDES if 10 <= int(name[:2]) <= 22]


@pytest.mark.parametrize("name", WRITTEN)
def test_written_scripts_are_90_to_170_words_and_ask_a_question(name: str) -> None:
    notes: str = yaml.safe_load(SLIDES[name].read_text("utf-8"))["notes"]
    paragraphs = [paragraph.strip() for paragraph in notes.split("\n\n")]
    spoken = [text for text in paragraphs if not text.startswith("[")]

    assert 90 <= sum(len(text.split()) for text in spoken) <= 170
    assert any("?" in text for text in spoken[-2:])
    assert any(text.startswith("[Point to") for text in paragraphs)
    assert paragraphs[-1].startswith("[Transition")
