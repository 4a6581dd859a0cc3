"""Plain files: whole or not at all, and nothing else than plain files."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from deckbuild.files import place_to_write, read_plain, write_atomically

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs what only POSIX has")


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def odd_files(folder: Path) -> dict[str, Path]:
    """One of each kind of thing that may stand where a plain file is expected."""
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    (folder / "circle").symlink_to("circle")
    (folder / "zeros").symlink_to("/dev/zero")
    return {name: folder / name for name in ("folder", "pipe", "circle", "zeros")}


# --- reading --------------------------------------------------------------------------------------


def test_a_plain_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    assert read_plain(tmp_path / "file", 5) == b"12345"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"123456")
    with pytest.raises(OSError, match="larger than 5 bytes"):
        read_plain(tmp_path / "file", 5)


@POSIX
@pytest.mark.parametrize("name", ["folder", "pipe", "circle", "zeros", "missing"])
def test_nothing_but_a_plain_file_is_read_and_nothing_is_waited_for(name: str, tmp_path: Path) -> None:
    odd_files(tmp_path)
    with pytest.raises(OSError, match=r"."):
        read_plain(tmp_path / name, 1000)


@POSIX
def test_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    (tmp_path / "link").symlink_to("file")
    with pytest.raises(OSError, match="symbolic links"):
        read_plain(tmp_path / "link", 10)


@POSIX
@pytest.mark.parametrize("mode", [0o644, 0o620, 0o602])
def test_what_others_may_open_is_not_private(mode: int, tmp_path: Path) -> None:
    file = tmp_path / "key"
    write_atomically(file, b"secret", private=True)
    assert read_plain(file, 10, private=True) == b"secret"
    file.chmod(mode)
    with pytest.raises(OSError, match="others"):
        read_plain(file, 10, private=True)


# --- writing --------------------------------------------------------------------------------------


def test_a_write_replaces_the_file_and_makes_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deck.pptx"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(path.parent) == ["deck.pptx"]


@POSIX
def test_the_file_has_the_usual_permissions(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")
    write_atomically(tmp_path / "deck.pptx", b"deck")
    assert (tmp_path / "deck.pptx").stat().st_mode == plain.stat().st_mode


def test_a_name_as_long_as_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 120 + ".pptx")
    write_atomically(path, b"deck")
    assert path.read_bytes() == b"deck"


@POSIX
def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk; it is met in the middle of the write."""
    path = tmp_path / "deck.pptx"
    path.write_bytes(b"good")
    program = (
        "import resource, sys; from pathlib import Path; from deckbuild.files import write_atomically\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "write_atomically(Path(sys.argv[1]), b'x' * 200_000)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == f"OSError: [Errno 27] File too large: '{path}'"
    assert path.read_bytes() == b"good"
    assert names(tmp_path) == ["deck.pptx"]


@POSIX
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PermissionError, match=r"deck\.pptx"):
        write_atomically(tmp_path / "deck.pptx", b"deck")
    tmp_path.chmod(0o700)
    assert names(tmp_path) == []


def test_a_place_that_cant_be_written_is_named_itself(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file" / "deck.pptx"
    with pytest.raises(OSError, match="deck") as caught:
        write_atomically(path, b"deck")
    assert caught.value.filename == str(path)


# --- what is no plain file ------------------------------------------------------------------------


@POSIX
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("folder", "is a folder"),
        ("pipe", "is not a plain file"),
        ("circle", "is a link that leads to itself"),
        ("zeros", "is not a plain file"),
    ],
)
def test_what_is_no_plain_file_is_never_replaced(name: str, said: str, tmp_path: Path) -> None:
    path = odd_files(tmp_path)[name]
    before = stat.S_IFMT(path.lstat().st_mode)
    with pytest.raises(OSError, match=said):
        write_atomically(path, b"deck")
    assert stat.S_IFMT(path.lstat().st_mode) == before
    assert names(tmp_path) == ["circle", "folder", "pipe", "zeros"]


@POSIX
def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    shared = tmp_path / "shared" / "deck.pptx"
    shared.write_bytes(b"old")
    link = tmp_path / "latest.pptx"
    link.symlink_to(shared)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert shared.read_bytes() == b"new"


@POSIX
@pytest.mark.parametrize("link", ["build/deck.pptx", "build/cache", "build"])
def test_within_a_folder_no_link_leads_out_of_it(link: str, tmp_path: Path) -> None:
    """The file may be a link, or a folder above it, or the folder itself."""
    outside = tmp_path / "outside"
    (outside / "cache").mkdir(parents=True)
    (outside / "deck.pptx").write_bytes(b"precious")
    (tmp_path / link).parent.mkdir(exist_ok=True)
    target = {"build/deck.pptx": outside / "deck.pptx", "build/cache": outside / "cache", "build": outside}
    (tmp_path / link).symlink_to(target[link])
    path = tmp_path / ("build/cache/deck.pages" if link == "build/cache" else "build/deck.pptx")
    with pytest.raises(OSError, match=r"leads out of .*build through a link, to .*outside"):
        write_atomically(path, b"deck", within=tmp_path / "build")
    assert (outside / "deck.pptx").read_bytes() == b"precious"
    assert names(outside) == ["cache", "deck.pptx"]
    assert names(outside / "cache") == []


@POSIX
def test_within_a_folder_links_may_lead(tmp_path: Path) -> None:
    (tmp_path / "build" / "today").mkdir(parents=True)
    (tmp_path / "build" / "deck.pptx").symlink_to("today/deck.pptx")
    place = place_to_write(tmp_path / "build" / "deck.pptx", tmp_path / "build")
    assert place == tmp_path / "build" / "today" / "deck.pptx"


@POSIX
def test_the_way_to_the_folder_may_have_links(tmp_path: Path) -> None:
    """Only what a repository brings along is held together, not where it was checked out."""
    (tmp_path / "disk" / "build").mkdir(parents=True)
    (tmp_path / "work").symlink_to("disk")
    path = tmp_path / "work" / "build" / "deck.pptx"
    assert place_to_write(path, path.parent) == tmp_path / "disk" / "build" / "deck.pptx"


# --- what killed runs leave behind ----------------------------------------------------------------


@POSIX
def test_the_temporary_file_of_a_killed_run_is_removed_by_the_next(tmp_path: Path) -> None:
    stale = tmp_path / ".deck.pptx.0123abcd.deckbuild-tmp"
    other = tmp_path / ".other.pptx.0123abcd.deckbuild-tmp"
    own = tmp_path / ".deck.pptx.original"
    for path in (stale, other, own):
        path.write_bytes(b"half")
    write_atomically(tmp_path / "deck.pptx", b"deck")
    assert names(tmp_path) == sorted([own.name, other.name, "deck.pptx"])


@POSIX
def test_the_temporary_file_of_a_run_at_work_is_left(tmp_path: Path) -> None:
    import fcntl

    at_work = tmp_path / ".deck.pptx.0123abcd.deckbuild-tmp"
    with at_work.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        write_atomically(tmp_path / "deck.pptx", b"deck")
        assert at_work.exists()
    write_atomically(tmp_path / "deck.pptx", b"deck")
    assert not at_work.exists()


@POSIX
def test_nothing_but_a_plain_file_is_taken_for_a_temporary_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".deck.pptx.0123abcd.deckbuild-tmp")
    (tmp_path / ".deck.pptx.0123abce.deckbuild-tmp").mkdir()
    write_atomically(tmp_path / "deck.pptx", b"deck")
    assert len(names(tmp_path)) == 3


@POSIX
def test_two_writers_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    program = (
        "import sys; from pathlib import Path; from deckbuild.files import write_atomically\n"
        "for _ in range(60): write_atomically(Path(sys.argv[1]), sys.argv[2].encode() * 100_000)"
    )
    writers = [subprocess.Popen([sys.executable, "-c", program, str(path), letter]) for letter in "ab"]
    assert [writer.wait() for writer in writers] == [0, 0]
    content = path.read_bytes()
    assert content in (b"a" * 100_000, b"b" * 100_000)
    assert names(tmp_path) == ["deck.pptx"]
