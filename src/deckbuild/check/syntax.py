"""Whether code parses, by the parsers that exist for its language."""

from __future__ import annotations

import ast
import json
import re
import tomllib
import warnings
from collections.abc import Callable, Mapping
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
    return parse(source) if parse is not None else None


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


def _sql(source: str) -> Broken | None:
    import logging

    import sqlglot
    from sqlglot.errors import ParseError, SqlglotError

    logging.getLogger("sqlglot").setLevel(logging.ERROR)  # it warns of statements it passes over unparsed
    try:
        sqlglot.parse(source)
    except ParseError as error:
        first = error.errors[0] if error.errors else {}
        word = str(first.get("highlight") or "")
        column = int(first.get("col") or 1) - max(len(word) - 1, 0)  # `col` is where the word ends
        message = str(first.get("description") or "can't be parsed")
        return Broken(_plain(message) + (f" at {word!r}" if word else ""), int(first.get("line") or 1), column)
    except SqlglotError as error:
        return Broken(_plain(str(error).splitlines()[0]))
    return None


def _shell(source: str) -> Broken | None:
    import tree_sitter_bash
    from tree_sitter import Language, Node, Parser

    root = Parser(Language(tree_sitter_bash.language())).parse(source.encode()).root_node
    pending: list[Node] = [root] if root.has_error else []
    while pending:
        node = pending.pop(0)
        if node.is_error or node.is_missing:
            row, column = node.start_point
            line = source.encode().splitlines()[row] if row < source.count("\n") + 1 and source else b""
            text = (node.text or b"").decode(errors="replace").strip().splitlines()
            message = f"expected {node.type!r}" if node.is_missing else f"unexpected {text[0] if text else ''!r}"
            return Broken(message, row + 1, len(line[:column].decode(errors="replace")) + 1)
        pending = [*node.children, *pending]
    return None


PROMPT = re.compile(r"^(\s*)([$#%>]|PS .*?>|\S+@\S+[$#]) ")


def _session(source: str) -> Broken | None:
    """A recorded session: only what stands behind a prompt is a command."""
    lines = source.splitlines()
    for number, line in enumerate(lines, 1):
        prompt = PROMPT.match(line)
        if prompt is None or line[prompt.end() :].rstrip().endswith("\\"):
            continue
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
