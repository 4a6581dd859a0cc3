"""Code is parsed by its language's own rules, and what can't be told apart from an error passes."""

from __future__ import annotations

import logging

import pytest

from deckbuild.check.measures.commands import inline_commands, is_command
from deckbuild.check.measures.syntax import Broken, broken


@pytest.mark.parametrize(
    ("language", "source", "line", "column"),
    [
        ("json", '{\n  "a" 1\n}', 2, 7),
        ("jsonl", '{"a": 1}\n{"a": }', 2, 7),
        ("yaml", "a: 1\n b: 2\n", 2, 3),
        ("yaml", "a: b: c\n", 1, 5),
        ("toml", "a = 1\nb =\n", 2, 4),
        ("toml", "a = [1,", 1, 8),
        ("xml", "\n\n<a>\n  <b>\n</a>\n", 5, 5),
        ("python", "def f():\nreturn 1\n", 2, 1),
        ("sql", "SELECT a\nFROM t WHERE (b = 1", 2, 19),
        ("bash", 'echo one\necho "two\n', 2, 6),
        ("bash", "ls\necho ü )\n", 2, 8),
        ("console", "$ ls\nfile\nroot@host# ls |\n", 3, 16),
    ],
)
def test_where_code_breaks(language: str, source: str, line: int, column: int) -> None:
    found = broken(language, source)

    assert found is not None
    assert (found.line, found.column) == (line, column), found


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("yaml", "a: !Ref b\n---\nc: *x\n".replace("*x", "&x 1")),
        ("python", "async for part in answer():\n    print('\\d')\nawait done()"),
        ("sql", "SELECT TOP 5 [id] FROM jobs"),
        ("sql", "VACUUM FULL jobs"),
        ("bash", "kubectl logs <pod-name>\ncat <<EOF\n(text\nEOF\n"),
        ("bash", ""),
        ("console", "$ echo 'one\n> two'\n# (not a command\nit's output\n"),
        ("xml", "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>"),
        ("jsonc", "// a comment"),
        ("nobody-knows", "((("),
    ],
)
def test_what_parses_or_cannot_be_told(language: str, source: str) -> None:
    assert broken(language, source) is None


@pytest.mark.parametrize("language", ["json", "yaml", "python", "sql", "bash", "xml", "toml"])
def test_thousands_of_brackets_break_nothing_else(language: str) -> None:
    source = "<a>" * 20_000 if language == "xml" else "a = " * (language == "toml") + "[" * 20_000

    assert isinstance(broken(language, source), Broken)


def test_the_parsers_logging_is_left_as_it_was() -> None:
    level = logging.getLogger("sqlglot").level

    broken("sql", "SELECT 1")

    assert logging.getLogger("sqlglot").level == level


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("kubectl rollout undo deployment/ai-agent", True),
        ("  curl -H 'x: y' https://example.org", True),
        ("$ anything at all", True),
        ("kubectl", False),
        ("python is a language", False),
        ("curl, then jq", False),
        ("User A → Instance 1", False),
        ("$5 per million tokens", False),
    ],
)
def test_what_is_a_command(line: str, command: bool) -> None:
    assert is_command(line) is command


def test_commands_inside_a_text() -> None:
    assert list(inline_commands("Run `git push` before `main`.")) == [("git push", 5)]
