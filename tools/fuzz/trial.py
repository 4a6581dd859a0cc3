"""One mutant tried: what the command line said and did, and what of that is a fault."""

from __future__ import annotations

import re
import shutil
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner, Result

from tools.fuzz.subjects import OUTPUT, Material, Mutant

SECONDS = 20.0
"""Longer than this is a hang."""

UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What must not reach a terminal from an author's text; tab and newline are our own."""

COMMAND = re.compile(r"^(::(?!(error|warning|notice) |group::|endgroup::)|##\[)", re.MULTILINE)
"""What a CI takes for a command, other than those that the GitHub report writes."""

Validator = Callable[[bytes], list[str]]


@dataclass
class Outcome:
    """What became of a mutant. No `faults` means that it was written or refused as it should be."""

    seed: int
    kind: str = ""
    written: bool = False
    exits: list[int] = field(default_factory=list)
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)


def attempt(seed: int, folder: Path, material: Material, validators: list[Validator]) -> Outcome:
    """Try the mutant of this seed in `folder`, which is made anew and must be the working directory."""
    from deckbuild.cli import main

    for each in folder.iterdir():
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    mutant = Mutant(seed, folder, material)
    outcome = Outcome(seed, mutant.kind)
    commands = mutant.prepare()
    packages: list[bytes] = []
    for number, arguments in enumerate(commands):
        started = time.perf_counter()
        result = CliRunner().invoke(main, arguments, prog_name="deckbuild")
        outcome.seconds = max(outcome.seconds, time.perf_counter() - started)
        outcome.exits.append(result.exit_code)
        outcome.faults += faults_of(arguments, result)
        outcome.lost += [line for line in result.output.splitlines() if "[LAY017]" in line]
        written = [path for path in (folder / OUTPUT, folder / "build" / "deck.pptx") if path.is_file()]
        if arguments[0] == "render" and result.exit_code == 0:
            outcome.written = True
            packages.append(written[0].read_bytes())
        if number == 0 and mutant.twist is not None:
            mutant.twist()
    for package in dict.fromkeys(packages):
        for validate in validators:
            outcome.faults += validate(package)
    if mutant.kind == "cache" and len(set(packages)) > 1:
        outcome.faults.append("a damaged cache changed what is written")
    strays = [path for path in folder.rglob(".*") if path.name != ".gitignore" and not path.is_dir()]
    outcome.faults += [f"left behind: {path.name}" for path in strays]
    if outcome.seconds > SECONDS:
        outcome.faults.append(f"took {outcome.seconds:.0f} s")
    return outcome


def faults_of(arguments: list[str], result: Result) -> Iterator[str]:
    """What is wrong with a command's end and with what it printed."""
    shown = " ".join(arguments)[:120]
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        kind, error, trace = result.exc_info or (None, None, None)
        lines = traceback.format_exception(kind, error, trace)
        yield f"{shown!r}: {''.join(lines[-3:])}"
    elif result.exit_code not in (0, 1, 2):
        yield f"{shown!r}: exit {result.exit_code}"
    if "Traceback (most recent call last)" in result.output:
        yield f"{shown!r}: a traceback in the output"
    if found := UNSAFE.search(result.output):
        near = result.output[max(0, found.start() - 40) : found.end() + 20]
        yield f"{shown!r}: U+{ord(found[0]):04X} reaches the terminal: {near!r}"
    if found := COMMAND.search(result.output):
        yield f"{shown!r}: a command for CI: {result.output[found.start() : found.start() + 60]!r}"
