"""What is wrong with a picture is said where the deck names it."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from deckbuild.blocks.image import ImageBlock
from deckbuild.deck.load import load_deck
from deckbuild.deck.models import Deck
from deckbuild.diagnostics import DeckError
from deckbuild.raster import reading
from tests.raster.files import flag, png, saved

DECK = """\
title: T
slides:
- title: A picture
  content:
  - image:
      alt: x
      src: {name}
"""


def complaint(folder: Path, name: str) -> str:
    """All that is wrong with a deck that shows the picture `name`."""
    (folder / "deck.yaml").write_text(DECK.format(name=name))
    with pytest.raises(DeckError) as caught:
        load_deck(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.jpg", saved(flag(), "jpeg")[:-100],
            "'a.jpg' is a damaged JPEG: its end is missing [FIL310]\n    hint: copy or export it anew"),
        ("a.png", b"", "'a.png' is empty [FIL310]\n    hint: copy or export it anew"),
        ("a.png", png(20_000, 15_000, 8, 2, zlib.compress(b"")),
            "'a.png' has 300,000,000 pixels (20000 x 15000) [FIL311]\n"
            "    hint: scale it down, to 67,108,864 pixels at most; slides show about 4,000,000 at most"),
        ("a.png", b"Dear Jane", "'a.png' is no picture [FIL303]\n"
            "    hint: save it as PNG or JPEG; another ending alone doesn't change it"),
        ("a.png", saved(flag(), "eps"), "'a.png' is a PostScript drawing [FIL303]\n"
            "    hint: save it as PNG or JPEG; another ending alone doesn't change it"),
        ("a.gif", b"version https://git-lfs.github.com/spec/v1\n",
            "'a.gif' is a pointer of Git LFS, not the file itself [FIL303]\n    hint: run 'git lfs pull'"),
    ],
)  # fmt: skip
def test_the_line_the_fact_and_the_cure(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert complaint(tmp_path, name) == f"deck.yaml:7:12: error: {said}"


def test_a_picture_with_garbage_for_pixels(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(10, 10, 8, 2, b"garbage"))
    assert complaint(tmp_path, "a.png").startswith("deck.yaml:7:12: error: 'a.png' is a damaged PNG: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.png")
    assert complaint(tmp_path, "a.png").startswith("deck.yaml:7:12: error: 'a.png' is no plain file [FIL304]")


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    assert complaint(tmp_path, "a.png").startswith("deck.yaml:7:12: error: 'a.png' is no plain file [FIL304]")


@pytest.mark.parametrize("target", ["a.png", "nothing.png"])
def test_links_may_lead_in_a_circle_or_nowhere(tmp_path: Path, target: str) -> None:
    (tmp_path / "a.png").symlink_to("b.png")
    (tmp_path / "b.png").symlink_to(target)
    assert complaint(tmp_path, "a.png").startswith("deck.yaml:7:12: error: 'a.png' is no plain file [FIL304]")


def test_a_link_does_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "deck").mkdir()
    flag().save(tmp_path / "secret.png")
    (tmp_path / "deck" / "a.png").symlink_to(tmp_path / "secret.png")
    assert "'a.png' leads out of the deck's folder [FIL302]" in complaint(tmp_path / "deck", "a.png")


@pytest.mark.parametrize("name", ["x" * 300 + ".png", "x" * 300 + "/a.png"])
def test_no_name_is_that_long(tmp_path: Path, name: str) -> None:
    said = complaint(tmp_path, name)
    assert said.startswith("deck.yaml:7:12: error: there ")
    assert len(said) < 500


@pytest.mark.parametrize("name", ["two words.png", "ünï & 日本.png", "50%20off#1.png", "it's “quoted”.png"])
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    flag().save(tmp_path / name)
    (tmp_path / "deck.yaml").write_text(DECK.format(name=f'"{name}"'), encoding="utf-8")
    assert picture(load_deck(tmp_path)).src.name == name


def test_the_ending_may_be_wrong(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(saved(flag(), "webp"))
    (tmp_path / "deck.yaml").write_text(DECK.format(name="photo.png"))
    assert picture(load_deck(tmp_path)).src.media == "webp"


def picture(deck: Deck) -> ImageBlock:
    block = deck.slides[0].content[0]
    assert isinstance(block, ImageBlock)
    return block


def test_a_picture_is_decoded_once_a_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it is shown, and however much else is wrong."""
    flag().save(tmp_path / "a.png")
    broken = saved(Image.effect_noise((40, 40), 50), "png")
    (tmp_path / "b.png").write_bytes(broken[: len(broken) // 2])
    image = "{{image: {{alt: x, src: {}}}}}"
    slides = "".join(f"- {{title: T, content: [{image.format(name)}]}}\n" for name in ("a.png", "b.png") * 3)
    (tmp_path / "deck.yaml").write_text(f"title: T\nfoo: 1\nslides:\n{slides}")
    decoded = counted(monkeypatch)
    with pytest.raises(DeckError) as caught:
        load_deck(tmp_path)
    assert len([found for found in caught.value.diagnostics if found.code == "FIL310"]) == 3
    assert len(decoded) == 2


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Callable[..., object]]:
    """Grows with each decoding."""
    calls: list[Callable[..., object]] = []
    decode = reading.pixels

    def counting(*arguments: object) -> Image.Image:
        calls.append(decode)
        return decode(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "pixels", counting)
    return calls
