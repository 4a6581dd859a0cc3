"""Digests: two values that differ in anything that a page shows or a finding names have two."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from deckbuild.diagnostics import Severity, Span
from deckbuild.fingerprint import digest, installed, own_files
from deckbuild.geometry import Point, Size
from deckbuild.sources.values import SourceFloat, SourceInt, SourceList, SourceStr

HERE, THERE = Span("a.yaml", 1, 2), Span("a.yaml", 1, 3)


class Marked(SourceStr):
    """Text of a kind of its own, with something more to know about it."""

    mark: int


def marked(mark: int) -> Marked:
    text = Marked("a", HERE)
    text.mark = mark
    return text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "b"),
        (["ab", "c"], ["a", "bc"]),
        (["a"], ("a",)),
        ([["a"], "b"], [["a", "b"]]),
        ("1", 1),
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        (None, "None"),
        (Severity.ERROR, "error"),
        (Point(1.0, 2.0), Size(1.0, 2.0)),
        ({"a": "b"}, {"a": "c"}),
        ({"a": "b", "c": "d"}, {"c": "d", "a": "b"}),
        ({"a"}, {"b"}),
        (SourceStr("a", HERE), SourceStr("a", THERE)),
        (SourceStr("a", HERE, offset=0), SourceStr("a", HERE, offset=1)),  # plain or in quotes
        (SourceStr("a", HERE, indent=2), SourceStr("a", HERE, indent=4)),
        (SourceStr("a", HERE), Marked("a", HERE)),
        (marked(1), marked(2)),
        (SourceInt(1000, "1000", HERE), SourceInt(1000, "1_000", HERE)),
        (SourceInt(1, "1", HERE), SourceInt(1, "1", THERE)),
        (SourceFloat(1.1, "1.1", HERE), SourceFloat(1.1, "1.10", HERE)),
        (SourceList(["a"], HERE), SourceList(["a"], THERE)),
    ],
)
def test_what_differs_has_another_digest(one: Any, other: Any) -> None:
    assert digest(one) != digest(other)


@pytest.mark.parametrize(
    ("one", "other"), [({"a", "b", "c"}, {"c", "b", "a"}), ("\ud83d", "\ud83d"), (marked(1), marked(1))]
)
def test_what_is_the_same_has_the_same(one: Any, other: Any) -> None:
    assert digest(one) == digest(other)


def test_a_path_is_the_content_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "image.png"
    file.write_bytes(b"red")
    times = file.stat()
    before = digest(file)
    file.write_bytes(b"tan")  # as long, and as old
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert digest(file) != before
    file.write_bytes(b"red")
    assert digest(file) == before


def test_our_files_count_by_content_and_name(tmp_path: Path) -> None:
    code = tmp_path / "package" / "code.py"
    code.parent.mkdir()
    code.write_bytes(b"x = 1")
    times = code.stat()
    before = own_files([tmp_path])
    os.utime(code, (0, 0))
    assert own_files([tmp_path]) == before
    code.write_bytes(b"x = 2")
    os.utime(code, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert own_files([tmp_path]) != before
    code.write_bytes(b"x = 1")
    (code.parent / "__pycache__").mkdir()
    (code.parent / "__pycache__" / "code.pyc").write_bytes(b"compiled")
    assert own_files([tmp_path]) == before
    code.rename(code.with_name("other.py"))
    assert own_files([tmp_path]) != before


def test_every_package_counts_with_its_version(tmp_path: Path) -> None:
    for name in ("one-1.0.dist-info", "two-2.0.egg-info", "one"):
        (tmp_path / "site" / name).mkdir(parents=True)
    paths = [str(tmp_path / "site"), str(tmp_path / "missing")]
    assert installed(paths) == [["one-1.0.dist-info", "two-2.0.egg-info"]]
    (tmp_path / "site" / "one-1.0.dist-info").rename(tmp_path / "site" / "one-1.1.dist-info")
    assert installed(paths) == [["one-1.1.dist-info", "two-2.0.egg-info"]]
