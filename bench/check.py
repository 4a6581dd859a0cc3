"""What a check costs, against rendering the deck cold.

    python bench/check.py

Cold is a new process from start to the written file, imports and all, with no page kept from before. A check
after a render, as CI runs it, finds the pages in the cache; a cold one lays them out itself. The check itself
is everything after the layout: importing the rules, running them, rendering the package that the rules on
files read, and the report. Exits with 1 if that costs more than half of a cold render. Every figure is the
best of several runs.
"""

from __future__ import annotations

import datetime
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from deckbuild.check.engine import check, run
from deckbuild.check.rule import discover_rules
from deckbuild.check.signoffs import read_signoffs
from deckbuild.check.subjects import check_context
from deckbuild.pipeline import lay_out_deck, layout_context, read
from deckbuild.render.pptx import render_pptx

ROOT = Path(__file__).parents[1]
DECK = ROOT / "content" / "advanced-module-6-session-2"
RUNS = 3
MOST = 0.5
SLOWEST = 8
"""How many rules are listed."""


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Seconds of the fastest of several runs."""
    return min(_timed(work) for _ in range(runs))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def process(folder: str, *arguments: str) -> None:
    """Run deckbuild in `folder`, where its cache then is."""
    command = [sys.executable, "-m", "deckbuild.cli", *arguments]
    subprocess.run(command, cwd=folder, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        rendering = best(lambda: process(name, "render", str(DECK), "--no-cache", "-q"))
        checking = best(lambda: process(name, "check", str(DECK), "--no-cache"))
        process(name, "render", str(DECK), "-q")
        after = best(lambda: process(name, "check", str(DECK)))
        again = best(lambda: process(name, "render", str(DECK), "-q"))
    importing = _timed(discover_rules)
    deck = read(DECK)
    context = layout_context(deck)
    document = lay_out_deck(deck, context=context)
    today = datetime.date.today()

    def itself() -> None:
        check(
            deck, document, context.theme, today=today, signoffs=read_signoffs(DECK),
            package=lambda: render_pptx(document),
        )  # fmt: skip

    own = importing + best(itself)
    row("render, cold", rendering)
    row("render again, nothing changed", again)
    row("check, cold: the deck read, laid out, checked", checking)
    row("check after a render", after)
    row("the check itself", own)
    print(f"the check itself costs {own / rendering:.0%} of a cold render; {MOST:.0%} is the most\n")
    package = render_pptx(document)
    looked = check_context(deck, document, context.theme)
    offline = [rule for rule in discover_rules().values() if not rule.online]
    costs = sorted(
        ((best(lambda rule=rule: run((rule,), looked, lambda: package)), rule.code) for rule in offline),
        reverse=True,
    )
    row(f"{len(offline)} rules, one by one", sum(seconds for seconds, _ in costs))
    for seconds, code in costs[:SLOWEST]:
        row(f"  {code}", seconds)
    return int(own > MOST * rendering)


def row(label: str, seconds: float) -> None:
    print(f"{label:<48} {seconds:>7.3f} s")


if __name__ == "__main__":
    sys.exit(main())
