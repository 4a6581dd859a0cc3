"""Whether code parses, by the parsers that exist for its language."""

from __future__ import annotations

import ast
import json
import logging
import re
import tomllib
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import yaml
from lxml import etree

try:
    from yaml import CSafeLoader as YamlLoader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as YamlLoader  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Broken:
    """What is wrong with code, and where: line and column count from 1."""

    message: str
    line: int = 1
    column: int = 1


def broken(language: str, source: str) -> Broken | None:
    """Where the code stops making sense in its language; None if it parses, or nobody here can tell."""
    parse = PARSERS.get(language)
    try:
        return parse(str(source)) if parse is not None else None
    except (RecursionError, MemoryError):  # how parsers give up on thousands of open brackets
        return Broken("is nested too deep to be read")


def _json(source: str) -> Broken | None:
    try:
        json.loads(source)
    except json.JSONDecodeError as error:
        return Broken(_plain(error.msg), error.lineno, error.colno)
    return None


def _json_lines(source: str) -> Broken | None:
    for number, line in enumerate(source.splitlines(), 1):
        if line.strip() and (found := _json(line)) is not None:
            return Broken(found.message, number, found.column)
    return None


def _yaml(source: str) -> Broken | None:
    # Composing checks the syntax and leaves tags (`!Ref`) alone, which only an application could resolve.
    try:
        for _ in yaml.compose_all(source, YamlLoader):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = error.problem or error.context or "can't be read"
        return Broken(_plain(message), mark.line + 1 if mark else 1, mark.column + 1 if mark else 1)
    except yaml.YAMLError as error:
        return Broken(_plain(str(error).splitlines()[0]))
    return None


def _toml(source: str) -> Broken | None:
    try:
        tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        found = re.match(r"line (\d+), column (\d+)", place)
        lines = source.rstrip().splitlines() or [""]
        line, column = (int(found[1]), int(found[2])) if found else (len(lines), len(lines[-1]) + 1)
        return Broken(_plain(message), line, column)
    return None


def _xml(source: str) -> Broken | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        etree.fromstring(source.strip().encode(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        skipped = len(source) - len(source.lstrip())
        message = re.sub(r", line \d+, column \d+.*$", "", error.msg or "can't be read")
        return Broken(_plain(message), line + source.count("\n", 0, skipped), max(column, 1))
    return None


def _python(source: str) -> Broken | None:
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a dubious escape is no syntax error
            compile(source, "<code>", "exec", flags, dont_inherit=True)
    except SyntaxError as error:
        return Broken(_plain(error.msg), error.lineno or 1, error.offset or 1)
    except ValueError as error:
        return Broken(_plain(str(error)))
    return None


DIALECTS = (None, "postgres", "mysql", "tsql", "bigquery", "snowflake")
"""What `sql` may be written in: it is right if it is right in one of them."""


def _sql(source: str) -> Broken | None:
    import sqlglot
    from sqlglot.errors import ParseError, SqlglotError

    first: SqlglotError | None = None
    with _quiet("sqlglot"):  # it warns of statements that it passes over unparsed
        for dialect in DIALECTS:
            try:
                sqlglot.parse(source, dialect=dialect)
            except SqlglotError as error:
                first = first or error
            else:
                return None
    if isinstance(first, ParseError) and first.errors:
        details = first.errors[0]
        word = str(details.get("highlight") or "")
        column = int(details.get("col") or 1) - max(len(word) - 1, 0)  # `col` is where the word ends
        message = _plain(str(details.get("description") or "can't be parsed"))
        return Broken(f"{message} at {word!r}" if word else message, int(details.get("line") or 1), column)
    return Broken(_plain(str(first).splitlines()[0]))


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Only errors from a library's logger, for a while."""
    logger = logging.getLogger(name)
    level = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(level)


BLANKS = re.compile(r"<[A-Za-z][\w-]*>")
"""Something to fill in, as in `kubectl logs <pod>`."""


def _shell(source: str) -> Broken | None:
    import tree_sitter_bash
    from tree_sitter import Language, Node, Parser

    source = BLANKS.sub(lambda blank: "x" * len(blank[0]), source)
    root = Parser(Language(tree_sitter_bash.language())).parse(source.encode()).root_node
    pending: list[Node] = [root] if root.has_error else []
    while pending:
        node = pending.pop(0)
        if node.is_error or node.is_missing:
            row, column = node.start_point
            line = [*source.encode().split(b"\n"), b""][row]
            text = (node.text or b"").decode(errors="replace").strip().partition("\n")[0]
            message = f"expected {node.type!r}" if node.is_missing else f"unexpected {text!r}"
            return Broken(message, row + 1, len(line[:column].decode(errors="replace")) + 1)
        pending = [*node.children, *pending]
    return None


PROMPT = re.compile(r"\s*(?:\$|\S+@\S+[$#]) ")
"""What a command stands behind in a session; `#` alone may be a comment, `>` goes on with the line above."""


def _session(source: str) -> Broken | None:
    """A recorded session: only what stands behind a prompt is a command, if it is all on that line."""
    lines = source.splitlines()
    for number, line in enumerate(lines, 1):
        prompt = PROMPT.match(line)
        continued = line.endswith("\\") or (number < len(lines) and lines[number].lstrip().startswith("> "))
        if prompt is not None and not continued:
            found = _shell(line[prompt.end() :] + "\n")
            if found is not None:
                return Broken(found.message, number, found.column + prompt.end())
    return None


def _plain(message: str) -> str:
    """A parser's message in the style of ours: lower case at the start, no full stop."""
    message = message.strip().rstrip(".")
    return message[:1].lower() + message[1:] if message[1:2].islower() else message


Parse = Callable[[str], Broken | None]

_BY_PARSER: tuple[tuple[Parse, str], ...] = (
    (_json, "json"),
    (_json_lines, "jsonl ndjson jsonlines"),
    (_yaml, "yaml yml"),
    (_toml, "toml"),
    (_xml, "xml svg xsd xslt"),
    (_python, "python py python3 py3"),
    (_sql, "sql"),
    (_shell, "bash sh shell zsh ksh"),
    (_session, "console shell-session"),
)
PARSERS: Mapping[str, Parse] = {name: parse for parse, names in _BY_PARSER for name in names.split()}
"""Parsers by the names that languages go by."""
