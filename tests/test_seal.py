"""Seals: what this user's deckbuild wrote opens, nothing else does, and the key stays the user's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckbuild.seal import LENGTH, key_file, opened, sealed, user_key

KEY, OTHER = bytes(32), bytes([1] * 32)


def test_what_is_sealed_opens() -> None:
    assert opened(sealed(b"pages", KEY), KEY) == b"pages"
    assert opened(sealed(b"", KEY), KEY) == b""


@pytest.mark.parametrize("position", range(LENGTH + 5))
def test_a_bit_that_changed_keeps_it_shut(position: int) -> None:
    data = bytearray(sealed(b"pages", KEY))
    data[position] ^= 1
    assert opened(bytes(data), KEY) is None


@pytest.mark.parametrize(
    "data", [b"", b"pages", sealed(b"pages", KEY)[:-1], sealed(b"pages", KEY) + b"s", sealed(b"pages", OTHER)]
)
def test_anything_else_stays_shut(data: bytes) -> None:
    assert opened(data, KEY) is None


def test_a_user_keeps_his_key(tmp_path: Path) -> None:
    file = tmp_path / "deckbuild" / "key"
    key = user_key(file)
    assert key is not None
    assert len(key) == LENGTH
    assert user_key(file) == key
    assert user_key(tmp_path / "another user's") != key


@pytest.mark.parametrize("content", [b"", b"short", bytes(33)])
def test_what_is_no_key_is_replaced(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_bytes(content)
    key = user_key(file)
    assert key is not None
    assert file.read_bytes() == key


@pytest.mark.skipif(os.name != "posix", reason="files have no modes")
def test_a_key_that_others_may_know_is_replaced(tmp_path: Path) -> None:
    """A checkout gives its files such modes: no repository can bring its own key along."""
    file = tmp_path / "key"
    file.write_bytes(KEY)
    file.chmod(0o644)
    key = user_key(file)
    assert key not in (None, KEY)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="there may be no links")
def test_a_key_is_not_read_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "known").write_bytes(KEY)
    (tmp_path / "known").chmod(0o600)
    (tmp_path / "key").symlink_to("known")
    assert user_key(tmp_path / "key") != KEY


def test_no_place_for_a_key_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert user_key(tmp_path / "file" / "key") is None
    assert user_key(None) is None


@pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")
@pytest.mark.parametrize(
    ("surroundings", "place"),
    [
        ({"XDG_CACHE_HOME": "/var/cache/jane"}, "/var/cache/jane/deckbuild/key"),
        (
            {"XDG_CACHE_HOME": "relative"},
            "/home/jane/.cache/deckbuild/key",
        ),  # to be ignored, says the standard
        ({}, "/home/jane/.cache/deckbuild/key"),
    ],
)
def test_where_the_key_is(surroundings: dict[str, str], place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/jane")
    assert key_file(surroundings) == Path(place)


@pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")
def test_a_home_that_is_the_current_folder_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """It might be a stranger's checkout."""
    monkeypatch.setenv("HOME", ".")
    assert key_file({}) is None
