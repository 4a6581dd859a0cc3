"""What a render costs: the project's deck cold and warm, and decks of growing length.

    python bench/render.py

Cold is a new process from start to the written file, imports and all, by the clock; again is the same with
the pages that the run before kept. Warm is a build in a process that has built before, without kept pages, in
seconds of CPU. The growing decks repeat the deck's slides under other titles.
Every figure is the best of several runs: other work on the machine only ever adds.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import yaml

from deckbuild.pipeline import build, read

ROOT = Path(__file__).parents[1]
DECK = ROOT / "content" / "advanced-module-6-session-2"
LENGTHS = (25, 100, 400)
RUNS = 3


def best(work: Callable[[], object], clock: Callable[[], float], runs: int = RUNS) -> float:
    """Seconds of the fastest of several runs, by `clock`."""

    def once() -> float:
        started = clock()
        work()
        return clock() - started

    return min(once() for _ in range(runs))


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
        title = json.dumps(f"{yaml.safe_load(source)['title']} {number + 1}", ensure_ascii=False)
        before, _, after = re.split(r"(^title: .*$)", source, maxsplit=1, flags=re.MULTILINE)
        (slides / f"s{number}.yaml").write_text(f"{before}title: {title}{after}", "utf-8")
        listed.append(f"s{number}")
    content["segments"] = [{"id": "all", "title": "All", "slides": listed}]
    (folder / "deck.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")
    return folder


def command_line(deck: Path, folder: Path, *options: str) -> None:
    """`deckbuild render` in a process of its own, which works in `folder`."""
    command = [sys.executable, "-m", "deckbuild.cli", "render", str(deck), "-q", *options]
    subprocess.run(command, check=True, cwd=folder, stderr=subprocess.DEVNULL)


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        output = folder / "deck.pptx"
        count = len(read(DECK).slides)
        print(f"{'':<12} {'slides':>6} {'seconds':>8} {'ms a slide':>11}")
        row("cold", count, best(partial(command_line, DECK, folder, "--no-cache"), time.perf_counter))
        command_line(DECK, folder)
        row("again", count, best(partial(command_line, DECK, folder), time.perf_counter))
        row("warm", count, best(partial(build, DECK, output=output), time.process_time))
        for length in LENGTHS:
            deck = long_deck(length, folder / str(length))
            row("growing", length, best(partial(build, deck, output=output), time.process_time, 2))


def row(label: str, slides: int, seconds: float) -> None:
    print(f"{label:<12} {slides:>6} {seconds:>8.2f} {seconds / slides * 1000:>11.1f}")


if __name__ == "__main__":
    main()
