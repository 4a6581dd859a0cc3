"""Names of slides' files, and files that aren't what they should be."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from PIL import Image

from deckbuild.deck.load import load_deck
from deckbuild.deck.variables import read_variables
from deckbuild.diagnostics import DeckError
from deckbuild.theme import load_theme


def deck(folder: Path, *entries: str, **files: str) -> Path:
    """A deck of these entries, and slide files of these names whose titles are their texts."""
    listed = "".join(f"  - {entry}\n" for entry in entries)
    (folder / "deck.yaml").write_text(f"title: A deck\nslides:\n{listed}", "utf-8")
    for name, title in files.items():
        path = folder / "slides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"title: {title}\n", "utf-8")
    return folder


def complaint(folder: Path) -> str:
    with pytest.raises(DeckError) as caught:
        load_deck(folder)
    (found,) = caught.value.diagnostics
    return f"{found.span}: {found.message}"


@pytest.mark.parametrize(
    ("entry", "file", "slide_id"),
    [
        ("02 second", "02 second.yaml", "02-second"),
        ("über-uns", "über-uns.yaml", "über-uns"),
        ("日本", "日本.yaml", "日本"),
        ('"#1 (draft)"', "#1 (draft).yaml", "1-draft"),
        ("one", "one.yml", "one"),
        ("one.yaml", "one.yaml", "one"),
        ("slides/one", "one.yaml", "one"),
        (r"part\one", "part/one.yaml", "one"),
        ("part/one", "part/one.yaml", "one"),
    ],
)
def test_any_name_will_do_for_a_slide_s_file(entry: str, file: str, slide_id: str, tmp_path: Path) -> None:
    (slide,) = load_deck(deck(tmp_path, entry, **{file: "One"})).slides
    assert slide.id == slide_id
    assert slide.title == "One"


def test_a_name_is_the_same_however_its_accents_are_written(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "über")
    (slide,) = load_deck(deck(tmp_path, decomposed, **{f"{decomposed}.yaml": "One"})).slides
    assert slide.id == "über"


def test_ids_are_made_unique(tmp_path: Path) -> None:
    files = {"a/overview.yaml": "A", "b/overview.yaml": "B", "b overview.yaml": "C"}
    slides = load_deck(deck(tmp_path, "a/overview", "b/overview", "b overview", **files)).slides
    assert [slide.id for slide in slides] == ["overview", "b-overview", "b-overview-2"]


def test_a_slide_written_in_the_deck_gets_an_id_that_no_other_has(tmp_path: Path) -> None:
    slides = load_deck(deck(tmp_path, "slide-2", "{title: Two}", **{"slide-2.yaml": "One"})).slides
    assert [slide.id for slide in slides] == ["slide-2", "slide-2-2"]


def test_the_same_file_twice_is_a_mistake(tmp_path: Path) -> None:
    folder = deck(tmp_path, "one", "slides/one.yaml", **{"one.yaml": "One"})
    assert complaint(folder) == "deck.yaml:4:5: slide 'one' is in the deck twice, first in line 3"


def test_a_deck_s_own_file_may_end_in_yml(tmp_path: Path) -> None:
    deck(tmp_path, "{title: One}").joinpath("deck.yaml").rename(tmp_path / "deck.yml")
    assert load_deck(tmp_path).title == "A deck"


def test_a_slide_that_no_segment_uses_whatever_its_ending(tmp_path: Path) -> None:
    folder = deck(tmp_path, "one", **{"one.yaml": "One", "two.yml": "Two"})
    assert [found.span.file for found in load_deck(folder).warnings] == ["slides/two.yml"]


# --- paths of pictures ------------------------------------------------------------------------------------


def picture(folder: Path, path: str) -> Path:
    """A deck whose second slide, in a file of its own, shows the picture `path`; there is images/dot.png."""
    deck(folder, "{title: One}", "part/two", **{"part/two.yaml": f"Two\ncontent: [{{image: {path}}}]"})
    (folder / "images").mkdir()
    Image.new("RGB", (4, 4)).save(folder / "images/dot.png")
    return folder


@pytest.mark.parametrize(
    "path",
    [
        "images/dot.png",
        "./images/dot.png",
        r"images\dot.png",
        "../../images/dot.png",
        r"..\..\images\dot.png",
    ],
)
def test_a_path_starts_at_the_deck_s_folder_or_where_it_is_written(path: str, tmp_path: Path) -> None:
    block = load_deck(picture(tmp_path, f"{{src: '{path}', alt: A dot.}}")).slides[1].blocks[0]
    assert block.kind == "image"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("../../../dot.png", "'../../../dot.png' leads out of the deck's folder"),
        ("/etc/dot.png", "'/etc/dot.png' leads out of the deck's folder"),
        (r"C:\images\dot.png", "'C:/images/dot.png' leads out of the deck's folder"),
        ("https://example.org/dot.png", "'https://example.org/dot.png' is an address and no file"),
        ("data:image/png;base64,AA==", "'data:image/png;base64,AA==' is an address and no file"),
    ],
)
def test_a_path_that_leads_elsewhere(path: str, said: str, tmp_path: Path) -> None:
    assert (
        complaint(picture(tmp_path, f"{{src: '{path}', alt: A dot.}}"))
        == f"slides/part/two.yaml:2:25: {said}"
    )


# --- what is no plain file --------------------------------------------------------------------------------

LONG = "x" * 300


def make(path: Path, what: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    match what:
        case "a folder":
            path.mkdir()
        case "a pipe":
            os.mkfifo(path)
        case "a device":
            path.symlink_to("/dev/zero")
        case "a link to itself":
            path.symlink_to(path.name)
        case "a link to nothing":
            path.symlink_to("nothing")
        case "a link out of the deck":
            path.symlink_to("/etc/hostname")
        case "large":
            with path.open("wb") as file:
                file.truncate(5_000_000)
        case "not UTF-8":
            path.write_bytes(b"title: caf\xe9\n")


KINDS = [
    ("a folder", "is a folder"),
    ("a pipe", "is not a plain file"),
    ("a device", "leads out of the deck's folder"),
    ("a link to itself", "is a link that leads to itself"),
    ("a link to nothing", "is a link that leads nowhere"),
    ("a link out of the deck", "leads out of the deck's folder"),
    ("large", "has more than 4,000,000 bytes, which is as much as deckbuild reads"),
]

POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes and devices as files")


@POSIX
@pytest.mark.parametrize(("what", "said"), KINDS)
def test_a_slide_that_is_no_plain_file(what: str, said: str, tmp_path: Path) -> None:
    folder = deck(tmp_path, "{title: One}", "two")
    make(folder / "slides/two.yaml", what)
    assert complaint(folder) == f"deck.yaml:4:5: 'slides/two.yaml' {said}"


@POSIX
@pytest.mark.parametrize(("what", "said"), KINDS)
def test_a_theme_that_is_no_plain_file(what: str, said: str, tmp_path: Path) -> None:
    folder = deck(tmp_path, "{title: One}")
    (folder / "deck.yaml").write_text("title: A deck\ntheme: own\nslides: [{title: One}]\n")
    make(folder / "themes/own.yaml", what)
    assert complaint(folder) == f"deck.yaml:2:8: 'themes/own.yaml' {said}"


@POSIX
@pytest.mark.parametrize("what", ["a folder", "a pipe", "a device", "a link to itself", "large", "not UTF-8"])
def test_variables_in_what_is_no_plain_file(what: str, tmp_path: Path) -> None:
    make(tmp_path / "vars.yaml", what)
    with pytest.raises(DeckError, match=r"vars\.yaml"):
        read_variables(tmp_path / "vars.yaml")


@POSIX
@pytest.mark.parametrize("what", ["a folder", "a pipe", "a link to itself", "a link to nothing", "not UTF-8"])
def test_a_file_in_slides_that_nothing_names(what: str, tmp_path: Path) -> None:
    folder = deck(tmp_path, "{title: One}")
    make(folder / "slides/two.yaml", what)
    assert [found.span.file for found in load_deck(folder).warnings] == ["slides/two.yaml"]


@POSIX
@pytest.mark.parametrize("what", ["a folder", "a pipe", "a device", "a link to itself", "not UTF-8"])
def test_a_deck_that_is_no_plain_file(what: str, tmp_path: Path) -> None:
    make(tmp_path / "deck.yaml", what)
    with pytest.raises(DeckError, match=r"deck\.yaml"):
        load_deck(tmp_path)


@pytest.mark.parametrize("name", [LONG, r'"a\0b"', r'"a\nb"', "https://example.org/a", "C:/a", "~/a"])
def test_a_name_that_no_file_can_have(name: str, tmp_path: Path) -> None:
    assert complaint(deck(tmp_path, name)).startswith("deck.yaml:3:5: ")


@pytest.mark.parametrize("name", [LONG, "a" * 5000])
def test_a_theme_s_name_may_be_too_long_for_a_file(name: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError):
        load_theme(name, tmp_path)
