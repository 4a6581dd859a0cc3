"""What the code imports, what pyproject.toml asks for and what the lock pins agree with each other."""

from __future__ import annotations

import ast
import itertools
import os
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
OWN = {"deckbuild", "tests", "tools", "bench"}

PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
)
MACHINES = [
    {"python_version": python, "python_full_version": f"{python}.4", "platform_machine": "x86_64", **system}
    | {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    for python, system in itertools.product(PYTHONS, SYSTEMS)
]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def runtime() -> list[Requirement]:
    return [Requirement(line) for line in project()["project"]["dependencies"]]


def development() -> list[Requirement]:
    return [Requirement(line) for line in project()["dependency-groups"]["dev"]]


def names(requirements: list[Requirement]) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements}


@cache
def imported(folder: str) -> dict[str, str]:
    """Top-level modules of other distributions that files below `folder` import, each with one such file."""
    found: dict[str, str] = {}
    for file in sorted((ROOT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            modules: list[str] = []
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules = [node.module]
            for module in modules:
                found[module.partition(".")[0]] = str(file.relative_to(ROOT))
    own = OWN | {file.stem for file in (ROOT / folder).glob("*.py")}
    return {name: file for name, file in found.items() if name not in own | sys.stdlib_module_names}


def distributions(module: str) -> set[str]:
    return {canonicalize_name(name) for name in packages_distributions().get(module, ())}


def locked() -> Iterator[Requirement]:
    for line in LOCK.splitlines():
        if re.match(r"\w", line):
            yield Requirement(line.removesuffix("\\"))


@pytest.mark.parametrize("folder", ["src", "tests", "content", "tools", "bench"])
def test_what_is_imported_is_declared(folder: str) -> None:
    declared = names(runtime()) if folder == "src" else names(runtime() + development())
    undeclared = {name: file for name, file in imported(folder).items() if not distributions(name) & declared}
    assert undeclared == {}


def test_what_a_user_must_install_is_imported() -> None:
    used = set().union(*(distributions(name) for name in imported("src")))
    assert names(runtime()) - used == set()


@pytest.mark.parametrize(
    "requirement",
    [*runtime(), *development(), *map(Requirement, project()["build-system"]["requires"])],
    ids=str,
)
def test_the_lock_has_a_version_that_the_project_allows(requirement: Requirement) -> None:
    wanted = canonicalize_name(requirement.name)
    pins = [pin for pin in locked() if canonicalize_name(pin.name) == wanted]
    for machine in MACHINES:
        (pin,) = (pin for pin in pins if pin.marker is None or pin.marker.evaluate(machine))
        ((operator, pinned),) = ((one.operator, one.version) for one in pin.specifier)
        assert operator == "=="
        assert requirement.specifier.contains(pinned), f"{pinned} on {machine}; run `make lock`"


def test_every_pin_has_hashes() -> None:
    entries = re.split(r"(?m)^(?=\w)", LOCK)[1:]
    assert len(entries) > len(runtime() + development())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_says_nothing_of_where_packages_come_from() -> None:
    options = {word.partition(":")[0] for word in LOCK.split() if word.startswith("-")}
    assert options == {"--hash=sha256"}
    assert "://" not in LOCK


@pytest.mark.parametrize("requirement", [*runtime(), *development()], ids=str)
def test_every_bound_is_a_lower_one(requirement: Requirement) -> None:
    assert [one.operator for one in requirement.specifier] == [">="]


@pytest.mark.skipif(os.environ.get("VERSIONS") != "lowest", reason="`make test-lowest` installs those")
@pytest.mark.parametrize("requirement", [*runtime(), *development()], ids=str)
def test_the_lowest_version_is_the_one_under_test(requirement: Requirement) -> None:
    """Otherwise another dependency asks for more than pyproject.toml says, and its bound was never tried."""
    ((bound,),) = ((one.version for one in requirement.specifier),)
    lowest = Requirement(f"{requirement.name}=={bound}").specifier
    assert lowest.contains(version(requirement.name))
