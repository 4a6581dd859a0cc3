"""YAML into a tree of plain values that know their positions, in one parse.

The format is YAML's JSON-like core: mappings with text keys, lists, text, numbers, true, false and null.
Everything else that YAML 1.1 would guess stays text: `yes`, `on`, `2026-01-03`, `12:30`, `010`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from deckbuild.diagnostics import DeckError, Diagnostic, Severity, Span
from deckbuild.diagnostics.codes.yaml import DUPLICATE_KEY, ENCODING, LIMIT, LINE_SEPARATOR, SYNTAX, TAG
from deckbuild.sources.disguise import LINE_BREAKS, Disguise, disguise
from deckbuild.sources.swallowed import Swallowed
from deckbuild.sources.syntax import ODD_START, syntax_error
from deckbuild.sources.text import LINE_ENDS, called, place, read_source, unreadable
from deckbuild.sources.values import SourceFloat, SourceInt, SourceList, SourceMap, SourceStr

MAX_NODES = 100_000  # after aliases are expanded: stops "billion laughs" early
MAX_CHARACTERS = 4_000_000  # likewise: the most that a file without aliases can have
MAX_EMPTY = 200  # entries of lists that are empty, as in [a, , b]: each costs a reading
MAX_DEPTH = 64  # an honest deck stays below 20

_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_NULL = re.compile(r"~|null|Null|NULL|")
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17}|[1-9][0-9]{0,2}(?:_[0-9]{3}){1,5})")
_FLOAT = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]{0,17})\.[0-9]{1,40}(?:[eE][-+]?[0-9]{1,2})?|\.[0-9]{1,40})")

_Loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def read_yaml(
    path: Path, name: str, warnings: list[Diagnostic] | None = None, *, named_at: Span | None = None
) -> Any:
    """The tree in a file that spans call `name`; raises `DeckError` with everything wrong with it.

    What the author may not have meant is added to `warnings`. That there is no such file, or that it is no
    plain one, is reported at `named_at`, where it was asked for.
    """
    return parse_yaml(read_source(path, name, named_at=named_at), name, warnings)


def parse_yaml(
    text: str, name: str, warnings: list[Diagnostic] | None = None, *, loader: Any = _Loader
) -> Any:
    """The tree in a text that spans call `name`; raises `DeckError` with everything wrong with it.

    `loader` is PyYAML's class whose events are read; libyaml's, where there is one, is ten times as fast.
    """
    if bad := list(unreadable(text, name)):
        raise DeckError(bad)
    disguised = disguise(text)
    empty: list[int] = []
    while True:
        builder = _Builder(name, disguised, empty)
        try:
            tree = builder.document(loader(disguised.text))
        except yaml.MarkedYAMLError as error:
            if (index := builder.empty_entry(error)) is not None and len(empty) < MAX_EMPTY:
                disguised = replace(disguised, text=f"{disguised.text[:index]}~{disguised.text[index:]}")
                empty.append(index)
                continue
            builder.complain(error)
        except _TooMuch as error:
            builder.diagnostics.append(error.diagnostic)
        break
    if builder.diagnostics:
        raise DeckError([*builder.diagnostics, *builder.warnings()])
    if warnings is not None:
        warnings += builder.warnings()
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

    def __init__(self, name: str, source: Disguise, added: Sequence[int] = ()) -> None:
        self.name = name
        self.source = source
        self.lines = LINE_ENDS.split(source.text)
        self.added = [place(source.text, index, name) for index in sorted(added)]
        self.open: list[type[Any]] = []
        self.nodes = self.characters = 0
        self.anchors: dict[str, tuple[Any, int, int] | None] = {}
        self.swallowed = Swallowed(name, self.lines)
        self.separators: list[Diagnostic] = []
        self.diagnostics: list[Diagnostic] = []

    def warnings(self) -> list[Diagnostic]:
        """What the author may not have meant, in the order of the source."""
        return sorted([*self.separators, *self.swallowed.found()], key=lambda found: found.span)

    def complain(self, error: yaml.MarkedYAMLError) -> None:
        """Note what the parser says, unless something was found in that line already."""
        found = _too_deep(error, self.source, self.name) or syntax_error(error, self.lines, self.name)
        if all(earlier.span.line != found.span.line for earlier in self.diagnostics):
            self.diagnostics.append(found)

    def empty_entry(self, error: yaml.MarkedYAMLError) -> int | None:
        """Where a list in brackets has nothing between commas, if that is what the parser complains of."""
        mark = error.problem_mark
        if mark is None or self.source.text[mark.index : mark.index + 1] != ",":
            return None
        in_list = self.open[-1:] == [yaml.SequenceStartEvent]
        return mark.index if in_list and "node content" in str(error.problem) else None

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
        before = self.nodes, self.characters
        self._count(1, len(getattr(event, "value", "")), span)
        if depth >= MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            raise _TooMuch(f"nested deeper than {MAX_DEPTH} levels", span)
        self._tag(event, span)
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
            self.anchors[event.anchor] = value, self.nodes - before[0], self.characters - before[1]
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
        value, nodes, characters = anchored
        self._count(nodes, characters, span)
        self.swallowed.alias(anchor)
        return value

    def _count(self, nodes: int, characters: int, span: Span) -> None:
        self.nodes += nodes
        self.characters += characters
        if self.nodes > MAX_NODES:
            raise _TooMuch(f"more than {MAX_NODES:,} values, aliases expanded", span)
        if self.characters > MAX_CHARACTERS:
            raise _TooMuch(f"more than {MAX_CHARACTERS:,} characters, aliases expanded", span)

    def _sequence(self, span: Span, depth: int) -> SourceList:
        items: list[Any] = []
        spans: list[Span] = []
        self.open.append(yaml.SequenceStartEvent)
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            spans.append(self._span(event))
            items.append(self._value(event, depth + 1))
        self.open.pop()
        return SourceList(items, span, spans)

    def _mapping(self, span: Span, depth: int) -> SourceMap:
        items: dict[str, Any] = {}
        keys: dict[str, Span] = {}
        values: dict[str, Span] = {}
        self.open.append(yaml.MappingStartEvent)
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
        self.open.pop()
        return SourceMap(items, span, keys, values)

    def _key(self, event: Any, at: Span, depth: int) -> str | None:
        """A key's text; None, with a diagnostic, for what can't be a key."""
        if isinstance(event, yaml.ScalarEvent):
            text = self._revealed(event)
            self._count(1, len(text), at)
            self._tag(event, at)
            self.swallowed.key(event, at)
            self._odd_space(event, text, at)
            if text != "<<" or event.style:
                return self._text(event, text, at) if "{" in text else text
            message, hint = "merge keys (<<) aren't part of the format", "write the keys out, or use an alias"
        else:
            self._value(event, depth + 1)
            message, hint = "a key must be text", "quote text that starts with [, { or *"
            if self.lines[at.line - 1].startswith("{{", at.column - 2):
                at = Span(at.file, at.line, at.column - 1)
                message, hint = "text with {{ … }} must be quoted", 'write "{{ name }}"'
        self.diagnostics.append(Diagnostic(SYNTAX, message, at, hint))
        return None

    def _tag(self, event: Any, span: Span) -> None:
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            hint = 'quote text that starts with "!"'
            self.diagnostics.append(Diagnostic(TAG, f"tag {tag!r} isn't allowed", span, hint))

    def _odd_space(self, event: Any, text: str, span: Span) -> None:
        """A character that looks like a space may stand in the place of one, in an indent or after a dash."""
        if event.style in (None, "") and (found := ODD_START.match(text)):
            at = replace(span, column=span.column + found.start(1))
            message = f"{called(found[1])} where YAML needs a space"
            self.diagnostics.append(Diagnostic(ENCODING, message, at, "put a space in its place"))

    def _revealed(self, event: Any) -> str:
        """A scalar's text as its author meant it; line breaks that can't be seen are noted."""
        text = str(event.value)
        if not self.source.stand_ins:
            return text
        for stand_in, hidden in self.source.stand_ins.items():
            if hidden in LINE_BREAKS and stand_in in text:
                start = event.start_mark
                index = self.source.text.index(stand_in, start.index)
                at = place(self.source.text[start.index : index], index - start.index, self.name)
                column = at.column + start.column if at.line == 1 else at.column
                at = Span(self.name, at.line + start.line, column)
                message = f"{called(hidden)} within a text: it is drawn as a line break"
                hint = "delete it, or write <br> for the break"
                self.separators.append(Diagnostic(LINE_SEPARATOR, message, at, hint, Severity.WARNING))
        return self.source.reveal(text, escapes=event.style == '"')

    def _scalar(self, event: Any, span: Span) -> Any:
        text = self._revealed(event)
        if event.style == '"':
            text = text.replace("\r\n", "\n")  # an escaped line end of Windows, as in JSON that it wrote
        self.swallowed.scalar(event, span)
        self._odd_space(event, text, span)
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
        comment = self.swallowed.comment(event)
        if start.line != end.line or event.style == ">":
            return SourceStr(text, span, comment=comment)
        quote = 1 if event.style in ("'", '"') else 0
        exact = end.column - start.column == len(text) + 2 * quote  # not so with escapes
        return SourceStr(text, span, offset=quote if exact else -1, comment=comment)

    def _indent(self, line: int) -> int:
        """The column in which a literal block starting at index `line` has its text."""
        content = next((content for content in self.lines[line:] if content.strip()), "")
        return len(content) - len(content.lstrip(" ")) + 1

    def _span(self, event: Any) -> Span:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if self.added:  # signs that the author didn't write
            column -= sum(span.line == line and span.column < column for span in self.added)
        return Span(self.name, line, column)


def _too_deep(error: yaml.MarkedYAMLError, source: Disguise, name: str) -> Diagnostic | None:
    """The limit on nesting, where the parser gave up before our own count came to it.

    libyaml looks a thousand characters ahead of the events it hands out, and since 0.2.6 it refuses a
    thousand brackets on the way. PyYAML's own parser has no limit, so it tells where ours is.
    """
    if error.problem_mark is None or not re.search("nest|depth|deep", str(error.problem)):
        return None
    try:
        _Builder(name, source).document(yaml.SafeLoader(source.text[: error.problem_mark.index]))
    except _TooMuch as found:
        return found.diagnostic
    except yaml.YAMLError:
        pass
    return None
