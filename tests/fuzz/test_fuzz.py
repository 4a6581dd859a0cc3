"""A bounded slice of the fuzzer's mutants, and proof that the fuzzer finds what it looks for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result

from deckbuild import pipeline
from tools.fuzz.from_schema import Generator
from tools.fuzz.mutate import changed_bytes, mutated
from tools.fuzz.subjects import KINDS, Material, Mutant, as_slide
from tools.fuzz.trial import attempt, faults_of

SLICE = range(1, 121)
"""Seeds that `make test-all` tries; `make test` tries the first of them, `make fuzz` 10,000."""

FIRST = range(1, 25)


@pytest.fixture(scope="module")
def material() -> Material:
    return Material()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    before = Path.cwd()
    os.chdir(tmp_path)
    yield tmp_path
    os.chdir(before)


@pytest.mark.parametrize(
    "seed", [pytest.param(seed, marks=[] if seed in FIRST else [pytest.mark.slow]) for seed in SLICE]
)
def test_a_mutant_is_written_or_refused_as_it_should_be(seed: int, folder: Path, material: Material) -> None:
    outcome = attempt(seed, folder, material, [])

    assert outcome.faults == []
    assert set(outcome.exits) <= {0, 1, 2}


def test_the_same_seed_makes_the_same_mutant(tmp_path: Path, material: Material) -> None:
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        commands = Mutant(7, tmp_path / name, material).prepare()
        made.append((commands, (tmp_path / name / "deck" / "deck.yaml").read_bytes()))

    assert made[0] == made[1]


def test_every_kind_is_among_the_first_mutants(tmp_path: Path, material: Material) -> None:
    assert {Mutant(seed, tmp_path, material).kind for seed in SLICE} == set(KINDS)


def test_a_traceback_is_a_fault(folder: Path, material: Material, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(pipeline, "lay_out_deck", crash)
    outcomes = [attempt(seed, folder, material, []) for seed in range(1, 25)]

    assert any("ZeroDivisionError: planted" in fault for each in outcomes for fault in each.faults)


def test_an_unsafe_character_on_the_terminal_is_a_fault() -> None:
    def result(printed: str, code: int = 0) -> Result:
        return Result(CliRunner(), printed.encode(), b"", printed.encode(), None, code, None)

    assert list(faults_of(["render"], result("all is well\n"))) == []
    assert list(faults_of(["render"], result("", 3))) == ["'render': exit 3"]
    assert "U+001B reaches the terminal" in next(faults_of(["render"], result("\x1b[31m")))
    assert "a command for CI" in next(faults_of(["check"], result("ok\n::add-mask::x\n")))


def test_a_mutant_differs_from_what_it_was_made_of() -> None:
    tree = {"title": "One", "content": ["a", "b"]}

    assert mutated(tree, Random(1), ["fragment"], 1) != tree
    assert tree == {"title": "One", "content": ["a", "b"]}
    assert changed_bytes(b"title: One\n" * 9, Random(1), 3) != b"title: One\n" * 9


def test_values_come_from_the_schema(material: Material) -> None:
    flow = Generator(material.schema, Random(2), oddness=0.0).value(
        next(
            each
            for each in material.schema["$defs"]["AnyGraphic"]["anyOf"]
            if "flow" in str(each["properties"]["kind"])
        )
    )

    assert flow["kind"] == "flow"
    assert {"id", "nodes"} <= set(flow)


def test_an_example_of_the_guide_becomes_a_slide() -> None:
    assert as_slide({"kind": "badge"}) == {"title": "An example", "graphics": [{"kind": "badge"}]}
    assert as_slide([{"bullets": ["a"]}]) == {"title": "An example", "content": [{"bullets": ["a"]}]}
    assert as_slide({"title": "A deck", "slides": []}) is None
