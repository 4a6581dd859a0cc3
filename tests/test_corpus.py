"""The decks of `tests/decks`, of many kinds and languages: each comes out right, nothing is tuned for one."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from deckbuild.diagnostics import DeckError
from deckbuild.pipeline import build

DECKS = sorted(file.parent for file in (Path(__file__).parent / "decks").glob("*/deck.yaml"))

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("corpus")]

each_deck = pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.name)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Path, tuple[Path, list[str]]]:
    """The file of each deck, and what `render` says of it."""
    folder = tmp_path_factory.mktemp("corpus")
    found: dict[Path, tuple[Path, list[str]]] = {}
    for deck in DECKS:
        file = folder / f"{deck.name}.pptx"
        try:
            said = build(deck, output=file).diagnostics
        except DeckError as error:
            said = tuple(error.diagnostics)
        found[deck] = file, [str(diagnostic) for diagnostic in said]
    return found


@pytest.fixture(scope="module")
def measured(rendered: Mapping[Path, tuple[Path, list[str]]]) -> Mapping[Path, Any]:
    """What the measure finds in each file, all converted in one go."""
    if not (shutil.which("soffice") or shutil.which("libreoffice")):
        pytest.skip("LibreOffice isn't installed")
    from tools.measure.measure import measure

    return measure([file for file, _ in rendered.values() if file.exists()])


@each_deck
def test_render_finds_nothing(deck: Path, rendered: Mapping[Path, tuple[Path, list[str]]]) -> None:
    assert rendered[deck][1] == []


@each_deck
def test_the_file_is_valid(deck: Path, rendered: Mapping[Path, tuple[Path, list[str]]]) -> None:
    from openxml_audit import OpenXmlValidator

    assert [str(error) for error in OpenXmlValidator().validate(rendered[deck][0]).errors] == []


@each_deck
def test_the_measure_finds_nothing(
    deck: Path, rendered: Mapping[Path, tuple[Path, list[str]]], measured: Mapping[Path, Any]
) -> None:
    assert [str(finding) for finding in measured[rendered[deck][0]].findings] == []
