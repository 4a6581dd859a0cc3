"""The good deck, read, laid out and checked once."""

from __future__ import annotations

import shutil

import pytest

from tests.check.proof import GOOD_DECK, Checked, checked


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    folder = tmp_path_factory.mktemp("good") / GOOD_DECK.name
    shutil.copytree(GOOD_DECK, folder)
    return checked(folder)
