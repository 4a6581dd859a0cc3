"""YAML into a tree of plain values that know their positions, in one parse.

The format is YAML's JSON-like core: mappings with text keys, lists, text, numbers, true, false and null.
Everything else that YAML 1.1 would guess stays text: `yes`, `on`, `2026-01-03`, `12:30`, `010`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from deckbuild.deck.source import SourceFloat, SourceInt, SourceList, SourceMap, SourceStr
from deckbuild.diagnostics import DeckError, Diagnostic, Span
from deckbuild.diagnostics.codes.yaml import DUPLICATE_KEY, ENCODING, LIMIT, SYNTAX, TAB, TAG
from deckbuild.sources import read_source

MAX_NODES = 100_000  # after aliases are expanded: stops "billion laughs" early
MAX_DEPTH = 64  # an honest deck stays below 20

INDENTATION = "check the indentation of this line and the one above"

_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_NULL = re.compile(r"~|null|Null|NULL|")
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17}|[1-9][0-9]{0,2}(?:_[0-9]{3}){1,5})")
_FLOAT = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]{1,2})?|\.[0-9]+)")
_SPECIAL = re.compile(r"^\s*(?:- +|\? +)*(?:[^\s:#\"'{\[][^:#]*: +)?([*&!%@`\[{\"'|>])")

_Loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def read_yaml(path: Path, name: str) -> Any:
    """The tree in a file that spans call `name`; raises `DeckError` with everything wrong with it."""
    return parse_yaml(read_source(path, name), name)


def parse_yaml(text: str, name: str, loader: Any = _Loader) -> Any:
    """The tree in a text that spans call `name`; raises `DeckError` with everything wrong with it.

    `loader` is PyYAML's class whose events are read; libyaml's, where there is one, is ten times as fast.
    """
    builder = _Builder(name, text.split("\n"))
    try:
        tree = builder.document(loader(text))
    except yaml.reader.ReaderError as error:
        builder.diagnostics.append(_control_character(error, text, name))
    except yaml.MarkedYAMLError as error:
        found = _too_deep(error, text, name) or _syntax_error(error, text, name)
        if all(earlier.span.line != found.span.line for earlier in builder.diagnostics):
            builder.diagnostics.append(found)
    except _TooMuch as error:
        builder.diagnostics.append(error.diagnostic)
    if builder.diagnostics:
        raise DeckError(builder.diagnostics)
    return tree


class _TooMuch(Exception):
    """Building stopped at a limit."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(LIMIT, message, span, "write the values out, with less nesting")


class _Builder:
    """Turns the parser's events into our values, and collects what is wrong with them.

    Working on events keeps the depth in our hands: the parser's own tree builder recurses in C.
    """

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name = name
        self.lines = lines
        self.nodes = 0
        self.anchors: dict[str, tuple[Any, int] | None] = {}
        self.diagnostics: list[Diagnostic] = []

    def document(self, loader: Any) -> Any:
        """The one document there is; an empty mapping if there is none."""
        self.next_event = next_event = loader.get_event
        next_event()  # the stream's start
        if isinstance(next_event(), yaml.StreamEndEvent):
            return SourceMap({}, Span(self.name, 1, 1))
        tree = self._value(next_event(), 0)
        next_event()  # the document's end
        event = next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            message, hint = "a second document in one file", "delete the line ---"
            self.diagnostics.append(Diagnostic(SYNTAX, message, self._span(event), hint))
        return tree

    def _value(self, event: Any, depth: int) -> Any:
        span = self._span(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(str(event.anchor), span)
        before = self.nodes
        self._count(1, span)
        if depth >= MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            raise _TooMuch(f"nested deeper than {MAX_DEPTH} levels", span)
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            hint = 'quote text that starts with "!"'
            self.diagnostics.append(Diagnostic(TAG, f"tag {tag!r} isn't allowed", span, hint))
        if event.anchor:
            self.anchors[event.anchor] = None  # not complete: an alias to it would never end
        value: Any
        if isinstance(event, yaml.MappingStartEvent):
            value = self._mapping(span, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(span, depth)
        else:
            value = self._scalar(event, span)
        if event.anchor:
            self.anchors[event.anchor] = value, self.nodes - before
        return value

    def _alias(self, anchor: str, span: Span) -> Any:
        """The anchored value again; its nodes count again, since everything after this walks them again."""
        if anchor not in self.anchors:
            message, hint = f'"*{anchor}" is an alias to nothing', 'quote text that starts with "*"'
            self.diagnostics.append(Diagnostic(SYNTAX, message, span, hint))
            return None
        anchored = self.anchors[anchor]
        if anchored is None:
            raise _TooMuch(f'alias "*{anchor}" inside its own anchor', span)
        value, nodes = anchored
        self._count(nodes, span)
        return value

    def _count(self, nodes: int, span: Span) -> None:
        self.nodes += nodes
        if self.nodes > MAX_NODES:
            raise _TooMuch(f"more than {MAX_NODES:,} values, aliases expanded", span)

    def _sequence(self, span: Span, depth: int) -> SourceList:
        items: list[Any] = []
        spans: list[Span] = []
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            spans.append(self._span(event))
            items.append(self._value(event, depth + 1))
        return SourceList(items, span, spans)

    def _mapping(self, span: Span, depth: int) -> SourceMap:
        items: dict[str, Any] = {}
        keys: dict[str, Span] = {}
        values: dict[str, Span] = {}
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            at = self._span(event)
            key = self._key(event, at, depth)
            event = self.next_event()
            value = self._value(event, depth + 1)
            if key is None:
                continue
            if key in items:
                message = f"key {key!r} stands twice in this mapping, first in line {keys[key].line}"
                self.diagnostics.append(Diagnostic(DUPLICATE_KEY, message, at, "keep one of them"))
                continue
            items[key], keys[key], values[key] = value, at, self._span(event)
        return SourceMap(items, span, keys, values)

    def _key(self, event: Any, at: Span, depth: int) -> str | None:
        """A key's text; None, with a diagnostic, for what can't be a key."""
        if isinstance(event, yaml.ScalarEvent):
            self._count(1, at)
            if event.value != "<<" or event.style:
                return str(event.value)
            message, hint = "merge keys (<<) aren't part of the format", "write the keys out, or use an alias"
        else:
            self._value(event, depth + 1)
            message, hint = "a key must be text", "quote text that starts with [, { or *"
            if self.lines[at.line - 1].startswith("{{", at.column - 2):
                at = Span(at.file, at.line, at.column - 1)
                message, hint = "text with {{ … }} must be quoted", 'write "{{ name }}"'
        self.diagnostics.append(Diagnostic(SYNTAX, message, at, hint))
        return None

    def _scalar(self, event: Any, span: Span) -> Any:
        text = str(event.value)
        if event.style not in (None, "") or event.tag is not None:
            return self._text(event, text, span)
        if _NULL.fullmatch(text):
            return None
        if _BOOL.fullmatch(text):
            return text.lower() == "true"
        if _INT.fullmatch(text):
            return SourceInt(int(text.replace("_", "")), text, span)
        if _FLOAT.fullmatch(text):
            return SourceFloat(float(text), text, span)
        return self._text(event, text, span)

    def _text(self, event: Any, text: str, span: Span) -> SourceStr:
        start, end = event.start_mark, event.end_mark
        if event.style == "|":
            return SourceStr(text, span, indent=self._indent(start.line + 1))
        if start.line != end.line or event.style == ">":
            return SourceStr(text, span)
        quote = 1 if event.style in ("'", '"') else 0
        exact = end.column - start.column == len(text) + 2 * quote  # not so with escapes
        return SourceStr(text, span, offset=quote if exact else -1)

    def _indent(self, line: int) -> int:
        """The column in which a literal block starting at index `line` has its text."""
        content = next((content for content in self.lines[line:] if content.strip()), "")
        return len(content) - len(content.lstrip(" ")) + 1

    def _span(self, event: Any) -> Span:
        return Span(self.name, event.start_mark.line + 1, event.start_mark.column + 1)


def _control_character(error: yaml.reader.ReaderError, text: str, name: str) -> Diagnostic:
    """The parser's complaint about a character; libyaml counts its position in bytes of UTF-8."""
    data = text.encode("utf-8", "surrogatepass")
    position = error.position if isinstance(error.position, int) else 0
    before = data[:position].decode("utf-8", "ignore") if yaml.__with_libyaml__ else text[:position]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    code = error.character if isinstance(error.character, int) else ord(text[len(before)])
    return Diagnostic(ENCODING, f"control character U+{code:04X}", Span(name, line, column), "delete it")


def _too_deep(error: yaml.MarkedYAMLError, text: str, name: str) -> Diagnostic | None:
    """The limit on nesting, where the parser gave up before our own count came to it.

    libyaml looks a thousand characters ahead of the events it hands out, and since 0.2.6 it refuses a
    thousand brackets on the way. PyYAML's own parser has no limit, so it tells where ours is.
    """
    if error.problem_mark is None or not re.search("nest|depth|deep", str(error.problem)):
        return None
    try:
        _Builder(name, text.split("\n")).document(yaml.SafeLoader(text[: error.problem_mark.index]))
    except _TooMuch as found:
        return found.diagnostic
    except yaml.YAMLError:
        pass
    return None


def _syntax_error(error: yaml.MarkedYAMLError, text: str, name: str) -> Diagnostic:
    """YAML's complaint in an author's words, with the usual cause as a hint."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Diagnostic(SYNTAX, f"not YAML: {error.problem}", Span(name))
    span = Span(name, mark.line + 1, mark.column + 1)
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    problem = error.problem or "syntax error"
    if line[mark.column : mark.column + 1] == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        column = line.find("\t") + 1
        where = Span(name, span.line, column)
        return Diagnostic(TAB, "a tab, where YAML allows only spaces", where, "indent with spaces")
    if "mapping values are not allowed" in problem:
        if ": " in line[: mark.column]:
            return Diagnostic(SYNTAX, 'a second ": " in one line', span, 'quote text that contains ": "')
        return Diagnostic(SYNTAX, 'a ":" inside text that goes on from the line above', span, INDENTATION)
    if "unexpected end of stream" in problem and error.context_mark:
        where = Span(name, error.context_mark.line + 1, error.context_mark.column + 1)
        return Diagnostic(SYNTAX, "the quotation mark opened here is never closed", where, "close it")
    if "escape" in problem:
        hint = "write \\\\ for a backslash, or use 'single quotes'"
        return Diagnostic(SYNTAX, f"not YAML: {problem}", span, hint)
    if "while scanning an alias" in (error.context or ""):
        return Diagnostic(SYNTAX, '"*" starts an alias here', span, 'quote text that starts with "*"')
    for number in dict.fromkeys((mark.line, error.context_mark.line if error.context_mark else mark.line)):
        found = _SPECIAL.match(lines[number]) if number < len(lines) else None
        if found and (number == mark.line or found[1] in "[{\"'"):
            where = Span(name, number + 1, found.start(1) + 1)
            what = "quote the whole text" if found[1] in "\"'" else f"quote text that starts with {found[1]}"
            return Diagnostic(SYNTAX, f"not YAML: {problem}", where if found[1] not in "\"'" else span, what)
    if any(text in problem for text in ("<block end>", "expected ':'", "expected key", "'-' indicator")):
        return Diagnostic(SYNTAX, f"not YAML: {problem}", span, INDENTATION)
    return Diagnostic(SYNTAX, f"not YAML: {problem}", span)
