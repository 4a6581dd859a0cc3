"""Pages kept between runs: the same bytes, only what changed laid out again, and no trust in the file."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import deckbuild.layout.deck
from deckbuild import pipeline
from deckbuild.layout.page import lay_out_page

DECK = """\
title: Deck
vars: {who: Ada}
slides:
  - title: One
    content: ["Hello {{ who }}, [see two](#slide-2)"]
  - title: Two
    content: [{bullets: [a, b]}]
"""

Build = Callable[..., bytes]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Write the deck, build it with its cache, and note the slides laid out in `build.laid_out`."""

    def run(text: str = DECK, **options: object) -> bytes:
        run.laid_out = []  # type: ignore[attr-defined]

        def noted(slide, deck, context):  # type: ignore[no-untyped-def]
            run.laid_out.append(slide.number)  # type: ignore[attr-defined]
            return lay_out_page(slide, deck, context)

        monkeypatch.setattr(deckbuild.layout.deck, "lay_out_page", noted)
        source, output = tmp_path / "talk.yaml", tmp_path / "out.pptx"
        source.write_text(text, "utf-8")
        cache = tmp_path / "cache" / "talk.pages"
        pipeline.build(source, output=output, cache=cache, **options)  # type: ignore[arg-type]
        return output.read_bytes()

    return run


def laid_out(build: Build) -> list[int]:
    return build.laid_out  # type: ignore[attr-defined, no-any-return]


def test_a_second_run_lays_out_nothing_and_writes_the_same_bytes(build: Build) -> None:
    first = build()
    assert laid_out(build) == [1, 2]
    assert build() == first
    assert laid_out(build) == []


def test_only_the_slide_that_changed_is_laid_out_again(build: Build) -> None:
    build()
    build(DECK.replace("[a, b]", "[a, c]"))
    assert laid_out(build) == [2]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Deck", "title: Other"),  # the footer of every page
        ("title: Deck", "theme: slate-minimal\ntitle: Deck"),
        ("title: Deck", "# a line more, so positions differ\ntitle: Deck"),
    ],
)
def test_what_stands_around_the_slides_counts(build: Build, old: str, new: str) -> None:
    build()
    build(DECK.replace(old, new))
    assert laid_out(build) == [1, 2]


def test_a_variable_counts_where_it_stands(build: Build) -> None:
    build()
    build(variables={"who": "Grace"})
    assert 1 in laid_out(build)


def test_a_partial_build_keeps_the_other_pages(build: Build) -> None:
    build()
    build(only=frozenset({2}))
    build()
    assert laid_out(build) == []


class Bomb:
    """Runs a command when an ordinary unpickler reads it."""

    def __init__(self, flag: Path) -> None:
        self.flag = flag

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.flag),)


def test_a_file_from_elsewhere_can_do_nothing(build: Build, tmp_path: Path) -> None:
    first = build()
    flag, cache = tmp_path / "flag", tmp_path / "cache" / "talk.pages"
    for data in (b"", b"no pickle", pickle.dumps(Bomb(flag)), pickle.dumps({"key": 1}), pickle.dumps([1])):
        cache.write_bytes(data)
        assert build() == first
        assert laid_out(build) == [1, 2]
    pages = pickle.loads(cache.read_bytes())
    cache.write_bytes(pickle.dumps({key: pickle.dumps(Bomb(flag)) for key in pages}))
    assert build() == first
    assert not flag.exists()


def test_a_cache_that_cannot_be_written_is_done_without(build: Build, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert build()[:2] == b"PK"


def test_the_folder_of_the_cache_is_ignored_by_git(build: Build, tmp_path: Path) -> None:
    build()
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"


def test_a_check_takes_the_output_that_the_render_kept(
    build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    asked: list[str] = []
    monkeypatch.setattr("deckbuild.render.pptx.render_pptx", lambda _: asked.append("rendered") or b"")
    cache = tmp_path / "cache" / "talk.pages"
    first = pipeline.check_deck(tmp_path / "talk.yaml", cache=cache)
    second = pipeline.check_deck(tmp_path / "talk.yaml", cache=cache)
    assert asked == []
    assert first == second
