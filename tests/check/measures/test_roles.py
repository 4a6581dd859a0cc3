"""What each run of text on a page is."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.check.measures import roles
from deckbuild.check.measures.roles import sized_runs
from deckbuild.check.subjects import check_context
from deckbuild.layout.deck import lay_out
from deckbuild.pipeline import layout_context, read
from tests.check.proof import small_deck


def test_a_line_of_code_is_looked_at_once_however_many_runs_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "".join(f"a={number};" for number in range(150))
    slide = f"title: Code\ncontent:\n  - code: {{language: bash, source: '{source}'}}\n"
    deck = read(small_deck(slide, tmp_path))
    document = lay_out(deck, made := layout_context(deck))
    context = check_context(deck, document, made.theme)
    looked: list[int] = []
    all_code = roles._all_code
    monkeypatch.setattr(
        roles, "_all_code", lambda paragraph, code: looked.append(1) or all_code(paragraph, code)
    )
    code = [each for each in sized_runs(document.pages[-1], context) if each.role == "code"]
    assert len(code) > 300
    assert len(looked) == 1
