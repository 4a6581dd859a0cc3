"""What the docs name is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "deckbuild"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
ARCHITECTURE = ROOT / "docs" / "architecture.md"

pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return re.sub(r"(?m)^```[\s\S]*?^```$|^(?: {4}.*\n)+", "", page.read_text("utf-8"))


def anchors(page: Path) -> set[str]:
    """The names that GitHub gives to a page's headings."""
    headings = re.findall(r"(?m)^#+ (.*)$", prose(page))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {name.replace(" ", "-") for name in plain} | set(re.findall(r'<a id="([^"]+)"', prose(page)))


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """The files and anchors that a page's links lead to; those into the web are left out."""
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose(page))):
        if not re.match(r"[a-z]+:", target):
            path, _, anchor = target.partition("#")
            yield (page.parent / path).resolve() if path else page, anchor


@pages
def test_links_lead_somewhere(page: Path) -> None:
    found = list(links(page))
    assert [str(path) for path, _ in found if not path.exists()] == []
    assert [anchor for path, anchor in found if anchor and anchor not in anchors(path)] == []


def test_a_link_to_nothing_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One Word\n\n[a](gone.md), [b](#one-word), [c](#two), `[d](e.md)`\n", "utf-8")
    assert list(links(page)) == [(tmp_path / "gone.md", ""), (page, "one-word"), (page, "two")]
    assert anchors(page) == {"one-word"}


def named_paths(text: str) -> list[str]:
    """What stands in backquotes and looks like a path. One with a word in capitals is a pattern."""
    quoted = re.findall(r"`(\w[\w./-]*)`", text)
    paths = (name for name in quoted if re.search(r"/|\.(py|md|toml|yaml)$", name))
    return [name for name in paths if not re.search(r"[A-Z]{3}", name) or name.endswith(".md")]


@pytest.mark.parametrize("page", [ARCHITECTURE, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_a_path_that_is_named_exists(page: Path) -> None:
    named = named_paths(prose(page))
    assert named
    assert [name for name in named if not any((root / name).exists() for root in (SOURCE, ROOT))] == []


def test_what_makes_a_slide_is_where_the_walk_says() -> None:
    steps = re.findall(r"(?m)^\| \d+ \| .* \| `([\w/]+\.py)`, `(\w+)` \|$", ARCHITECTURE.read_text("utf-8"))
    assert len(steps) == 13
    for module, function in steps:
        assert re.search(rf"(?m)^ *def {function}\(", (SOURCE / module).read_text("utf-8")), (
            module,
            function,
        )


def test_every_room_stands_in_the_table_once() -> None:
    table = re.findall(r"(?m)^\| \d* \| `(\w+)` \|", ARCHITECTURE.read_text("utf-8"))
    there = [
        path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    ]
    assert sorted(table) == sorted(name for name in there if name != "__init__")
