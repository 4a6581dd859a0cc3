"""No trust in the file of the cache, whoever wrote it."""

from __future__ import annotations

import os
import pickle
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckbuild import pipeline
from deckbuild.cache import FORMAT, PageCache
from deckbuild.layout.page import PageDraft, lay_out_page
from deckbuild.seal import LENGTH, opened, sealed
from tests.cache.conftest import DECK, KEY, OTHER_KEY, POSIX, Build, laid_out


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
