"""What a render costs: the project's deck cold and warm, and decks of growing length.

    python bench/render.py

Cold is a new process from start to the written file, imports and all; warm is a build in a process that has
built before. The long decks repeat the deck's slides, each with texts of its own. Every figure is the best of
several runs: other work on the machine only ever adds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from deckbuild.pipeline import build, read

ROOT = Path(__file__).parents[1]
DECK = ROOT / "content" / "advanced-module-6-session-2"
LENGTHS = (25, 100, 400)
RUNS = 3


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds of the fastest of several runs."""
    return min(_timed(work) for _ in range(runs))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def long_deck(length: int, folder: Path) -> Path:
    """A deck of `length` slides in `folder`: the project's, over and over, with their own titles."""
    content = yaml.safe_load((DECK / "deck.yaml").read_text("utf-8"))
    names = [name for segment in content["segments"] for name in segment["slides"]]
    slides = folder / "slides"
    slides.mkdir(parents=True)
    listed = []
    for number in range(length):
        name = names[number % len(names)]
        source = (DECK / "slides" / f"{name}.yaml").read_text("utf-8")
        slide = yaml.safe_load(source)
        slide["title"] = f"{slide['title']} {number + 1}"
        (slides / f"s{number}.yaml").write_text(yaml.safe_dump(slide, allow_unicode=True), "utf-8")
        listed.append(f"s{number}")
    content["segments"] = [{"id": "all", "title": "All", "slides": listed}]
    (folder / "deck.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    return folder


def cold(deck: Path, output: Path) -> None:
    command = [sys.executable, "-m", "deckbuild.cli", "render", str(deck), "-o", str(output), "-q"]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        output = folder / "deck.pptx"
        count = len(read(DECK).slides)
        print(f"{'the deck':<12} {'slides':>6} {'seconds':>8} {'ms a slide':>11}")
        for label, work in (
            ("cold", lambda: cold(DECK, output)),
            ("warm", lambda: build(DECK, output=output)),
        ):
            row(label, count, best(work))
        print()
        print(f"{'longer':<12} {'slides':>6} {'seconds':>8} {'ms a slide':>11}")
        for length in LENGTHS:
            deck = long_deck(length, folder / str(length))
            row("warm", length, best(lambda deck=deck: build(deck, output=output), 2))


def row(label: str, slides: int, seconds: float) -> None:
    print(f"{label:<12} {slides:>6} {seconds:>8.2f} {seconds / slides * 1000:>11.1f}")


if __name__ == "__main__":
    main()
