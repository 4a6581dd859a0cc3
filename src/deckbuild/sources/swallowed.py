"""Words that YAML takes for something else, without a word: comments, tags, anchors.

`Closing issue #42 for good` is the text `Closing issue` and a comment; `! Important` and `&Co is the firm`
lose what they start with. Whoever means a comment sets it apart, as yamllint asks by default: two spaces
before it, one after the `#`. Then it is never taken for a part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from deckbuild.diagnostics import Diagnostic, Severity, Span
from deckbuild.diagnostics.codes.yaml import SWALLOWED

_COMMENT = re.compile(r"([ \t]+)(#.*)")
_SET_APART = re.compile(r"(?: {2,}|[ \t]*\t[ \t]*)#(?!\w)")
_EXPLICIT_KEY = re.compile(r"\? +$")

MOST_SHOWN = 40
"""So many characters of what is swallowed are shown."""


class Swallowed:
    """Watches the parser's events for words that it doesn't pass on."""

    def __init__(self, name: str, lines: Sequence[str]) -> None:
        self._name = name
        self._lines = lines
        self._found: list[Diagnostic] = []
        self._anchored: list[tuple[str, Span]] = []
        self._aliases: set[str] = set()

    def found(self) -> Iterator[Diagnostic]:
        """A warning for each place where words are lost, whatever the value is for."""
        yield from self._found
        for anchor, span in self._anchored:
            if anchor not in self._aliases:
                message = (
                    f'"&{anchor}" is an anchor to YAML, to which nothing refers, and no part of the text'
                )
                yield _warning(message, span, 'quote text that starts with "&"')

    def alias(self, anchor: str) -> None:
        """Something refers to an anchor, so it is meant as one."""
        self._aliases.add(anchor)

    def key(self, event: Any, span: Span) -> None:
        """Look at a key."""
        self._marks(event, span)
        before = self._lines[event.start_mark.line][: event.start_mark.column]
        if found := _EXPLICIT_KEY.search(before):
            at = Span(self._name, span.line, found.start() + 1)
            message = '"? " marks a key to YAML and is no part of the text'
            self._found.append(_warning(message, at, 'quote text that starts with "?"'))

    def scalar(self, event: Any, span: Span) -> None:
        """Look at a value, whatever it is for."""
        self._marks(event, span)
        if not event.value and event.style in (None, ""):
            # A list's entry or a key's value that is nothing but a comment. One that starts with a word
            # right after the "#" wasn't meant as one: `- #general is where to ask`, `color: #ff0000`.
            comment = self._behind(event)
            if comment is not None and re.match(r"#\w", comment[0]):
                self._found.append(_lost(*comment))

    def comment(self, event: Any) -> Diagnostic | None:
        """A warning if behind a plain text there is a comment that isn't set apart. It is one only where
        the value is a text to be shown, which isn't known here."""
        if event.style not in (None, "") or (found := self._behind(event)) is None:
            return None
        line = self._lines[event.end_mark.line][event.end_mark.column :]
        return None if _SET_APART.match(line) else _lost(*found)

    def _behind(self, event: Any) -> tuple[str, Span] | None:
        """The comment behind a value on its last line, and where it stands."""
        end = event.end_mark
        line = self._lines[end.line] if end.line < len(self._lines) else ""
        found = _COMMENT.match(line, end.column)
        return (found[2], Span(self._name, end.line + 1, found.start(2) + 1)) if found else None

    def _marks(self, event: Any, span: Span) -> None:
        if event.tag == "!":
            message = '"!" is a tag to YAML and no part of the text'
            self._found.append(_warning(message, span, 'quote text that starts with "!"'))
        if event.anchor and isinstance(event, yaml.ScalarEvent):
            self._anchored.append((event.anchor, span))


def _lost(comment: str, span: Span) -> Diagnostic:
    shown = comment if len(comment) <= MOST_SHOWN else f"{comment[: MOST_SHOWN - 1]}…"
    message = f"{shown!r} is a comment to YAML and no part of the text"
    hint = "text after ' #' is a comment; quote the whole text, or set the comment apart: two spaces, '# '"
    return _warning(message, span, hint)


def _warning(message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(SWALLOWED, message, span, hint, Severity.WARNING)
