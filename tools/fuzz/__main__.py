"""Run the fuzzer: `python -m tools.fuzz --count 10000`; `--seed N --count 1` tries one mutant again."""

from __future__ import annotations

import faulthandler
import importlib.util
import multiprocessing
import os
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import ModuleType

import click

from tools.fuzz.subjects import Material
from tools.fuzz.trial import SECONDS, Outcome, Validator, attempt

MEMORY = 3 * 1024**3
"""Bytes of address space that a worker may have: more is a fault, as if it had crashed."""

GRACE = 10.0
"""Seconds on top of the limit until a worker that hangs is killed."""


@click.command()
@click.option("--count", default=10_000, show_default=True, help="How many mutants.")
@click.option(
    "--seed", default=1, show_default=True, help="The first one's seed; the others count on from it."
)
@click.option("--jobs", default=os.cpu_count() or 1, help="Processes at a time.")
@click.option(
    "--keep", type=click.Path(path_type=Path), default=Path("build/fuzz"), help="Where faulty mutants go."
)
@click.option(
    "--schemas", type=click.Path(exists=True, path_type=Path),
    help="A validator against ISO/IEC 29500: a module whose `validate(bytes)` reports `items`.",
)  # fmt: skip
def main(count: int, seed: int, jobs: int, keep: Path, schemas: Path | None) -> None:
    """Try mutants of decks, themes, variables, sign-offs, pictures and caches; exit 1 if one is faulty."""
    keep, schemas = keep.resolve(), schemas and schemas.resolve()  # workers go elsewhere
    shutil.rmtree(keep, ignore_errors=True)
    started = time.perf_counter()
    outcomes = list(run(range(seed, seed + count), jobs, keep, schemas))
    faulty = [each for each in outcomes if each.faults]
    for each in sorted(faulty, key=lambda found: found.seed)[:40]:
        click.echo(f"\nseed {each.seed} ({each.kind}): kept in {keep / str(each.seed)}")
        for fault in each.faults[:4]:
            click.echo("    " + fault.replace("\n", "\n    ")[:1500])
    lost = [each for each in outcomes if each.lost]
    for each in lost[:10]:
        click.echo(f"\nseed {each.seed} ({each.kind}): words lost: {each.lost[0][:200]}")
    kinds = Counter(each.kind for each in outcomes)
    written = Counter(each.kind for each in outcomes if each.written)
    click.echo("\n" + ", ".join(f"{kind} {written[kind]}/{number} written" for kind, number in kinds.items()))
    slowest = max(outcomes, key=lambda each: each.seconds)
    whole = time.perf_counter() - started
    click.echo(f"slowest command {slowest.seconds:.1f} s (seed {slowest.seed}), {whole:.0f} s in all")
    total = f"{len(outcomes)} mutants, {sum(written.values())} written"
    click.echo(f"{total}, {len(lost)} with lost words reported, {len(faulty)} faulty")
    sys.exit(1 if faulty else 0)


def run(seeds: range, jobs: int, keep: Path, schemas: Path | None) -> list[Outcome]:
    """The outcomes of all seeds, in `jobs` processes, each of which is replaced when it hangs or dies."""
    context = multiprocessing.get_context("fork")
    waiting = list(reversed(seeds))
    outcomes: list[Outcome] = []
    crew: dict[Connection, tuple[multiprocessing.process.BaseProcess, int, float]] = {}
    bar = click.progressbar(length=len(seeds), label="Fuzzing", file=sys.stderr)

    def hire() -> None:
        ours, theirs = context.Pipe()
        process = context.Process(target=work, args=(theirs, keep, schemas), daemon=True)
        process.start()
        theirs.close()
        give(ours, process)

    def give(ours: Connection, process: multiprocessing.process.BaseProcess) -> None:
        if waiting:
            seed = waiting.pop()
            ours.send(seed)
            crew[ours] = process, seed, time.perf_counter()
        else:
            crew.pop(ours, None)
            ours.send(None)

    def done(outcome: Outcome) -> None:
        outcomes.append(outcome)
        bar.update(1)

    with bar:
        for _ in range(min(jobs, len(seeds))):
            hire()
        while crew:
            for ours in wait(list(crew), timeout=1.0):
                assert isinstance(ours, Connection)
                process, seed, _ = crew[ours]
                try:
                    done(ours.recv())
                except EOFError:
                    process.join()
                    done(Outcome(seed, "?", faults=[f"the process died with {process.exitcode}"]))
                    del crew[ours]
                    if waiting:
                        hire()
                    continue
                give(ours, process)
            for ours, (process, seed, since) in list(crew.items()):
                if time.perf_counter() - since > 6 * SECONDS + GRACE:
                    process.kill()
                    done(Outcome(seed, "?", seconds=time.perf_counter() - since, faults=["hangs"]))
                    del crew[ours]
                    if waiting:
                        hire()
    return outcomes


def work(pipe: Connection, keep: Path, schemas: Path | None) -> None:
    """Try the seeds that come through the pipe until None does."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    os.chdir(folder)
    material, validators = Material(), [audit(folder.parent), *schema_validator(schemas)]
    while (seed := pipe.recv()) is not None:
        faulthandler.dump_traceback_later(5 * SECONDS, exit=True)
        outcome = attempt(seed, folder, material, validators)
        faulthandler.cancel_dump_traceback_later()
        if outcome.faults:
            shutil.copytree(folder, keep / str(seed), symlinks=True, dirs_exist_ok=True)
        pipe.send(outcome)
    os.chdir("/")
    shutil.rmtree(folder, ignore_errors=True)


def audit(scratch: Path) -> Validator:
    """openxml-audit, which predicts whether PowerPoint would repair a file."""
    from openxml_audit import OpenXmlValidator

    validator = OpenXmlValidator()
    path = scratch / f"fuzz-{os.getpid()}.pptx"

    def validate(package: bytes) -> list[str]:
        path.write_bytes(package)
        result = validator.validate(path)
        path.unlink()
        return [f"openxml-audit: {error}"[:300] for error in result.errors[:3]]

    return validate


def schema_validator(path: Path | None) -> list[Validator]:
    """The validator against the standard's schemas, where there is one."""
    if path is None:
        return []
    spec = importlib.util.spec_from_file_location("schemas", path)
    assert spec is not None
    assert spec.loader is not None
    module: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def validate(package: bytes) -> list[str]:
        _, report, _ = module.validate(package)
        errors = [each for each in report.items if each["level"] == "error"]
        return [f"schemas: {each['part']}: {each['message']}"[:300] for each in errors[:3]]

    return [validate]


if __name__ == "__main__":
    main()
