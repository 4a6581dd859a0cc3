"""Whatever has a command in it is on the list of what somebody must have tried."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuild.check.measures.appendices import read_appendices
from deckbuild.check.signoffs import units, units_for
from deckbuild.pipeline import read
from tests.check.proof import Checked, small_deck


def commands(folder: Path) -> list[str]:
    return [unit.key for unit in units_for("commands", units(read(folder), read_appendices(folder)[0]))]


@pytest.mark.parametrize(
    "slide",
    [
        "content:\n  - code: {language: bash, source: ls}",
        "content:\n  - code: {language: shell-session, source: $ ls}",
        'qa:\n  - {question: "How back?", answer: "`kubectl rollout undo deployment/agent`"}',
        "notes: Now type `git push`.",
        "notes: |\n  Now type:\n\n  ```sh\n  git push\n  ```",
    ],
)
def test_slides_with_commands(slide: str, tmp_path: Path) -> None:
    assert commands(small_deck(slide, tmp_path)) == ["slide"]


@pytest.mark.parametrize(
    "appendix", ["```sh\nls\n```\n", "1. Now:\n\n   ```console\n   $ ls\n   ```\n", "`git push`"]
)
def test_appendices_with_commands(appendix: str, tmp_path: Path) -> None:
    folder = small_deck("title: One", tmp_path, {"appendices/A-more.md": appendix})

    assert commands(folder) == ["appendices/A-more.md"]


def test_other_code_needs_no_trying(tmp_path: Path) -> None:
    folder = small_deck("content:\n  - code: {language: json, source: '{}'}", tmp_path)

    assert commands(folder) == []


def test_the_good_deck(good: Checked) -> None:
    assert commands(good.deck.folder) == ["appendices/A-operations-runbook-template.md"]
