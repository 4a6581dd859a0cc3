"""Kill renders at random moments, and look whether anything is lost.

    python tools/kill_renders.py
    python tools/kill_renders.py content/my-deck --kills 200 --seed 7

Each time the deck is changed, a render of it is started and killed with SIGKILL: at a random moment, or every
other time in the very moment in which a temporary file shows up. Then the output must be the whole file from
before or the whole new one, and the sources as they were. The next render, with what the killed one left of
the cache, must give what a render without a cache gives, and leave no temporary file. Every third render
starts without a cache. Prints what was seen, and exits with 1 if anything was lost. Needs POSIX.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import deckbuild
from deckbuild.files import TEMPORARY

ROOT = Path(__file__).parents[1]
DECK = ROOT / "content" / "advanced-module-6-session-2"
TITLES = ("title: One", "title: Two")
"""The deck's title, in turns: every page shows it, so that every render writes another file."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("deck", type=Path, nargs="?", default=DECK, help="a folder with deck.yaml")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1, help="of the random moments")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        seen = trial(options.deck.resolve(), Path(name), options.kills, random.Random(options.seed))
    for what, count in sorted(seen.items()):
        print(f"{count:>5}  {what}")
    lost = sum(count for what, count in seen.items() if what.startswith("LOST"))
    sys.exit(1 if lost else 0)


def trial(source: Path, folder: Path, kills: int, chance: random.Random) -> Counter[str]:
    """What was seen, and how often; what begins with LOST must not be."""
    seen: Counter[str] = Counter()
    deck, output, cache = folder / "deck", folder / "build" / "deck.pptx", folder / "build" / "cache"
    shutil.copytree(source, deck)
    ours = {"PYTHONPATH": str(Path(deckbuild.__file__).parents[1]), "XDG_CACHE_HOME": str(folder / "home")}
    surroundings = {**os.environ, **ours}
    command = [sys.executable, "-m", "deckbuild.cli", "render", "deck", "-q"]

    def render(*arguments: str) -> None:
        subprocess.run([*command, *arguments], cwd=folder, env=surroundings, check=True, capture_output=True)

    wanted: list[bytes] = []
    for title in TITLES:
        retitle(deck, title)
        started = time.perf_counter()
        render("--no-cache")
        usual = time.perf_counter() - started
        wanted.append(output.read_bytes())
    for number in range(kills):
        before, title = output.read_bytes(), TITLES[number % 2]
        retitle(deck, title)
        sources = contents(deck)
        if number % 3 == 0:
            shutil.rmtree(cache, ignore_errors=True)
        process = subprocess.Popen(
            command, cwd=folder, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        if number % 2:
            time.sleep(chance.uniform(0.0, 1.1 * usual))
        else:
            wait_for_temporary(process, folder, chance)
        running = process.poll() is None
        process.kill()
        process.wait()
        seen["killed at work" if running else "came too late"] += 1
        seen["left a temporary file behind"] += bool(temporaries(folder))
        after = output.read_bytes()
        if after == wanted[number % 2]:
            seen["the new file was there"] += 1
        elif after == before:
            seen["the old file was there"] += 1
        else:
            seen["LOST: the output is neither the old file nor the new one"] += 1
        seen["LOST: a source changed"] += contents(deck) != sources
        render()
        seen["LOST: the cache gives another file than none"] += output.read_bytes() != wanted[number % 2]
        seen["LOST: a temporary file stays"] += bool(temporaries(folder))
    return seen


def retitle(deck: Path, title: str) -> None:
    """Change the deck's title: the line that begins with it."""
    path = deck / "deck.yaml"
    lines = path.read_text("utf-8").splitlines()
    lines[next(i for i, line in enumerate(lines) if line.startswith("title:"))] = title
    path.write_text("\n".join(lines) + "\n", "utf-8")


def contents(folder: Path) -> Mapping[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def temporaries(folder: Path) -> list[Path]:
    return [path for path in folder.rglob(f".*{TEMPORARY}") if path.parent != folder / "deck"]


def wait_for_temporary(process: subprocess.Popen[bytes], folder: Path, chance: random.Random) -> None:
    """Until the process has a temporary file, the output's or the cache's, or has ended."""
    place = folder / "build" / chance.choice(("", "cache"))
    while process.poll() is None:
        try:
            if any(entry.name.endswith(TEMPORARY) for entry in os.scandir(place)):
                return
        except FileNotFoundError:
            pass  # the folder isn't there yet


if __name__ == "__main__":
    main()
