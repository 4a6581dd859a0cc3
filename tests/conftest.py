"""Golden files: readable text below `tests/golden/`, rewritten by `pytest --update-golden`.

And how Hypothesis works in all tests: the same examples on every run, however busy the machine is. A test
that needs more or fewer of them sets `max_examples`, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "deckbuild",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("deckbuild")

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]
"""Compares a text with the golden file of this name (relative to `tests/golden/`)."""


@pytest.fixture(scope="session", autouse=True)
def own_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The key that seals kept pages is made below pytest's own folder, not in the developer's home."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache-home")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the golden files instead of comparing"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    update = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        text = text.rstrip("\n") + "\n"
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no golden file {name}; write it with --update-golden"
        assert text == path.read_text(encoding="utf-8")

    return compare
