"""The pre-commit hook calls a command that exists, on the files it is about."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from deckbuild.cli import main

ROOT = Path(__file__).parents[2]


def test_the_hook_runs_check_when_content_changes() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))

    program, command = hook["entry"].split()
    assert program == "deckbuild"
    assert command in main.commands
    assert not hook["pass_filenames"]
    changed = [path.relative_to(ROOT).as_posix() for path in (ROOT / "content").rglob("*.yaml")]
    assert all(re.search(hook["files"], path) for path in changed)


def test_the_docs_name_options_that_exist() -> None:
    text = (ROOT / "docs" / "ci.md").read_text("utf-8")
    known = {
        option
        for name in ("check", "signoff")
        for parameter in main.commands[name].params
        for option in parameter.opts
    }

    used = set(re.findall(r"(?<![\w-])--[a-z]+", "\n".join(re.findall(r"deckbuild \w+[^\n|]*", text))))
    assert used <= known
