"""Pages kept between runs: the same bytes, only what changed laid out again, and no trust in the file."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

import deckbuild.layout.deck
from deckbuild import pipeline
from deckbuild.cache import FORMAT, PageCache
from deckbuild.layout.continued import lay_out_slide
from deckbuild.layout.page import PageDraft, lay_out_page
from deckbuild.resources import asset_path
from deckbuild.seal import LENGTH, opened, sealed
from tests.samples import SAMPLE, every_graphic

DECK = """\
title: Deck
vars: {who: Ada}
slides:
  - title: One
    content: ["Hello {{ who }}, [see two](#slide-2)"]
  - title: Two
    content: [{bullets: [a, b]}]
"""
KEY, OTHER_KEY = bytes(32), bytes([1] * 32)
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs what only POSIX has")

Build = Callable[..., bytes]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Write the deck, build it with its cache, and note the slides laid out in `build.laid_out`."""

    def run(text: str = DECK, **options: object) -> bytes:
        run.laid_out = []  # type: ignore[attr-defined]

        def noted(slide, deck, context):  # type: ignore[no-untyped-def]
            run.laid_out.append(slide.number)  # type: ignore[attr-defined]
            return lay_out_slide(slide, deck, context)

        monkeypatch.setattr(deckbuild.layout.deck, "lay_out_slide", noted)
        source, output = tmp_path / "talk.yaml", tmp_path / "out.pptx"
        source.write_text(text, "utf-8")
        options = {"cache": tmp_path / "build" / "cache" / "talk.pages", **options}
        pipeline.build(source, output=output, **options)  # type: ignore[arg-type]
        return output.read_bytes()

    return run


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """The file that `build` keeps pages in."""
    return tmp_path / "build" / "cache" / "talk.pages"


def laid_out(build: Build) -> list[int]:
    return build.laid_out  # type: ignore[attr-defined, no-any-return]


# --- what is kept ---------------------------------------------------------------------------------


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


# --- what a page depends on -----------------------------------------------------------------------


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


# --- no trust in the file -------------------------------------------------------------------------


class Bomb:
    """Runs a command when an ordinary unpickler reads it."""

    def __init__(self, flag: Path) -> None:
        self.flag = flag

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.flag),)


@pytest.mark.parametrize("before", [b"", FORMAT, FORMAT + bytes(LENGTH)], ids=["plain", "format", "sealed"])
def test_a_pickle_is_not_read(before: bytes, build: Build, tmp_path: Path, cache: Path) -> None:
    first = build()
    flag = tmp_path / "flag"
    cache.write_bytes(before + pickle.dumps(Bomb(flag)))
    assert build() == first
    assert laid_out(build) == [1, 2]
    assert not flag.exists()


def test_a_cache_sealed_with_another_key_is_empty(
    build: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """So it goes with one that a repository brings along, however well made."""
    first = build()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another user"))
    assert build() == first
    assert laid_out(build) == [1, 2]


def test_a_cache_of_another_format_is_empty(build: Build, cache: Path) -> None:
    first = build()
    cache.write_bytes(cache.read_bytes().replace(FORMAT, b"deckbuild pages 2\n"))
    assert build() == first
    assert laid_out(build) == [1, 2]


def test_a_cache_that_is_too_large_is_neither_read_nor_written(
    build: Build, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    size = cache.stat().st_size
    monkeypatch.setattr("deckbuild.cache.LARGEST", size - 1)
    build()
    assert laid_out(build) == [1, 2]
    cache.unlink()
    build()
    assert not cache.exists()


def test_no_place_for_a_key_is_no_cache(
    build: Build, cache: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert build()[:2] == b"PK"
    assert not cache.exists()


def test_a_cache_that_cannot_be_written_is_done_without(build: Build, tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "cache").write_text("a file where the folder should be")
    assert build()[:2] == b"PK"


@POSIX
@pytest.mark.parametrize("kind", ["folder", "pipe", "circle", "zeros", "outside", "dangling"])
def test_a_cache_that_is_no_plain_file_is_left_alone(
    kind: str, build: Build, cache: Path, tmp_path: Path
) -> None:
    cache.parent.mkdir(parents=True)
    precious = tmp_path / "precious"
    precious.write_text("precious")
    match kind:
        case "folder":
            cache.mkdir()
        case "pipe":
            os.mkfifo(cache)
        case _:
            targets = {
                "circle": cache.name,
                "zeros": "/dev/zero",
                "outside": precious,
                "dangling": "../../none",
            }
            cache.symlink_to(targets[kind])
    before = cache.lstat().st_mode
    for _ in range(2):
        assert build()[:2] == b"PK"
        assert laid_out(build) == [1, 2]
    assert cache.lstat().st_mode == before
    assert precious.read_text() == "precious"
    assert not (tmp_path / "none").exists()


@POSIX
@pytest.mark.parametrize("link", ["build", "build/cache"])
def test_a_folder_that_leads_elsewhere_keeps_no_cache(link: str, build: Build, tmp_path: Path) -> None:
    (tmp_path / "elsewhere" / "cache").mkdir(parents=True)
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(tmp_path / "elsewhere" / ("" if link == "build" else "cache"))
    assert build()[:2] == b"PK"
    assert list((tmp_path / "elsewhere" / "cache").iterdir()) == []


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with something done to them: flipped, cut, spliced, exchanged, moved."""
    a, b = sorted(chance.sample(range(len(data) + 1), 2))
    match chance.randrange(7):
        case 0:
            return data[:a] + bytes([data[a - 1] ^ 1 << chance.randrange(8)]) + data[a + 1 :]
        case 1:
            return data[:a]
        case 2:
            return data[:a] + data[b:]
        case 3:
            return data[:a] + chance.randbytes(chance.randrange(1, 50)) + data[a:]
        case 4:
            return data[:a] + data[a:b] * chance.randrange(2, 4) + data[b:]
        case 5:
            return data.replace(b'"', b"'", 1 + chance.randrange(9))
        case _:
            return chance.randbytes(chance.randrange(300))


def forged(data: bytes, chance: random.Random) -> bytes:
    """A cache that is right in everything, with other pages, but for the key of its seal."""
    content = bytes(opened(data.removeprefix(FORMAT), KEY) or b"")
    swaps = [(b"Hello", b"Jello"), (b"true", b"12345"), (b"[", b"]"), (b"null", b"1e99"), (b"", b"")]
    old, new = chance.choice(swaps)
    return FORMAT + sealed(content.replace(old, new, chance.randrange(1, 9)), OTHER_KEY)


def mutants(data: bytes, count: int) -> Iterator[bytes]:
    chance = random.Random(11)
    for number in range(count):
        mutant = forged(data, chance) if number % 5 == 0 else damaged(data, chance)
        if mutant != data:
            yield mutant


@pytest.mark.slow
def test_no_damaged_or_forged_cache_gives_another_page(tmp_path: Path) -> None:
    """150 of them: every page is as laid out anew, and so is the output that a check would take."""
    source, file = tmp_path / "talk.yaml", tmp_path / "build" / "cache" / "talk.pages"
    source.write_text(DECK, "utf-8")
    deck = pipeline.read(source)
    context = pipeline.layout_context(deck)

    def run() -> tuple[list[PageDraft], bytes | None]:
        pages = PageCache.open(file, deck, context, KEY)
        drafts = [pages.page(slide, lambda slide=slide: fresh[slide.number]) for slide in deck.slides]  # type: ignore[misc]
        found = pages.known_package()
        pages.keep_package(b"PK, as it is")
        pages.save()
        return drafts, found

    fresh = {slide.number: lay_out_page(slide, deck, context) for slide in deck.slides}
    wanted = list(fresh.values())
    assert run() == (wanted, None)
    whole = file.read_bytes()
    assert run() == (wanted, b"PK, as it is")
    for mutant in mutants(whole, 150):
        file.write_bytes(mutant)
        assert run() == (wanted, None)
        assert file.read_bytes() == whole


def test_a_kept_output_is_given_for_just_its_own_pages(tmp_path: Path) -> None:
    source, file = tmp_path / "talk.yaml", tmp_path / "build" / "cache" / "talk.pages"

    def run(text: str) -> bytes | None:
        source.write_text(text, "utf-8")
        deck = pipeline.read(source)
        context = pipeline.layout_context(deck)
        pages = PageCache.open(file, deck, context, KEY)
        for slide in deck.slides:
            pages.page(slide, lambda slide=slide: lay_out_page(slide, deck, context))  # type: ignore[misc]
        found = pages.known_package()
        pages.keep_package(b"PK")
        pages.save()
        return found

    assert run("title: T\nslides: [{title: One}]\n") is None
    assert run("title: T\nslides: [{title: One}]\n") == b"PK"
    assert run("title: T\nslides: [{title: Two}]\n") is None


def test_nor_another_file(build: Build, cache: Path) -> None:
    first = build()
    for mutant in mutants(cache.read_bytes(), 10):
        cache.write_bytes(mutant)
        assert build() == first
