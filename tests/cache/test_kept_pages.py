"""Pages kept between runs: the same bytes, and only what changed laid out again."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from PIL import Image

from deckbuild import pipeline
from deckbuild.resources import asset_path
from tests.cache.conftest import DECK, Build, laid_out
from tests.samples import SAMPLE, every_graphic


def test_a_second_run_lays_out_nothing_and_writes_the_same_bytes(build: Build) -> None:
    first = build()
    assert laid_out(build) == [1, 2]
    assert build() == first
    assert laid_out(build) == []


def test_only_the_slide_that_changed_is_laid_out_again(build: Build) -> None:
    build()
    build(DECK.replace("[a, b]", "[a, c]"))
    assert laid_out(build) == [2]


def test_a_partial_build_keeps_the_other_pages(build: Build) -> None:
    build()
    build(only=frozenset({2}))
    build()
    assert laid_out(build) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["blocks", "graphics"])
def test_a_deck_from_kept_pages_has_the_same_bytes_and_findings(kind: str, tmp_path: Path) -> None:
    deck = SAMPLE if kind == "blocks" else every_graphic(tmp_path)
    kept = tmp_path / "build" / "cache" / "deck.pages"
    fresh, again = tmp_path / "fresh.pptx", tmp_path / "again.pptx"
    pipeline.build(deck, output=fresh)
    for _ in range(2):
        pipeline.build(deck, output=again, cache=kept)
        assert again.read_bytes() == fresh.read_bytes()
    assert pipeline.check(deck, cache=kept) == pipeline.check(deck)


def test_a_check_takes_the_output_that_the_render_kept(
    build: Build, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    asked: list[str] = []
    monkeypatch.setattr("deckbuild.render.pptx.render_pptx", lambda _: asked.append("rendered") or b"")
    first = pipeline.check(tmp_path / "talk.yaml", cache=cache)
    second = pipeline.check(tmp_path / "talk.yaml", cache=cache)
    assert asked == []
    assert first == second


def test_the_folder_of_the_cache_is_ignored_by_git(build: Build, cache: Path) -> None:
    build()
    assert cache.with_name(".gitignore").read_text() == "*\n"


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


def test_a_picture_counts_by_its_content(build: Build, tmp_path: Path) -> None:
    deck = DECK.replace("{bullets: [a, b]}", "{image: {src: a.png, alt: A square}}")
    file = tmp_path / "a.png"

    def paint(color: tuple[int, int, int]) -> None:
        Image.new("RGB", (10, 10), color).save(file)
        os.utime(file, (0, 0))  # and as large: only the content tells them apart

    paint((1, 2, 3))
    first = build(deck)
    build(deck)
    assert laid_out(build) == []
    size = file.stat().st_size
    paint((3, 2, 1))
    assert file.stat().st_size == size
    assert build(deck) != first
    assert laid_out(build) == [2]


def test_a_theme_of_the_deck_counts_by_its_content(build: Build, tmp_path: Path) -> None:
    theme = tmp_path / "themes" / "mine.yaml"
    theme.parent.mkdir()
    text = asset_path("themes", "slate-minimal.yaml").read_text("utf-8")
    theme.write_text(text, "utf-8")
    deck = "theme: mine\n" + DECK
    build(deck)
    theme.write_text(text.replace("body: Arial", "body: Calibri"), "utf-8")
    build(deck)
    assert laid_out(build) == [1, 2]


def test_the_packages_count(build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "some_library-1.0.dist-info"
    package.mkdir(parents=True)
    monkeypatch.syspath_prepend(package.parent)
    build()
    build()
    assert laid_out(build) == []
    package.rename(package.with_name("some_library-1.1.dist-info"))
    build()
    assert laid_out(build) == [1, 2]


def test_the_version_of_python_counts(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    monkeypatch.setattr(sys, "version", sys.version + "+")
    build()
    assert laid_out(build) == [1, 2]


@pytest.mark.parametrize("name", ["fonts/metrics.json", "themes/advanced-green.yaml"])
def test_what_travels_with_deckbuild_counts(
    name: str, build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assets = tmp_path / "assets"
    shutil.copytree(asset_path(), assets)
    monkeypatch.setattr("deckbuild.cache.asset_path", lambda: assets)
    build()
    with (assets / name).open("a") as file:
        file.write("\n")
    build()
    assert laid_out(build) == [1, 2]


def test_the_code_counts(build: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "deckbuild"
    package.mkdir()
    monkeypatch.setattr("deckbuild.cache.__file__", str(package / "cache.py"))
    build()
    (package / "another.py").write_text("x = 1\n")
    build()
    assert laid_out(build) == [1, 2]
