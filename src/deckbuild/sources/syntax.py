"""What is wrong with a file that isn't YAML, in an author's words and with the usual cause as a hint."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import yaml

from deckbuild.diagnostics import Diagnostic, Span
from deckbuild.diagnostics.codes.yaml import ENCODING, SYNTAX, TAB
from deckbuild.sources.text import called

INDENTATION = "check the indentation of this line and the one above"
COMMENT = "text after ' #' is a comment; quote the whole text"

ODD_SPACES = "\xa0\u1680\u180e\u2000-\u200f\u202f\u205f\u2060\u3000"
"""For a character class: what looks like a space, or like nothing, and isn't the space that YAML knows."""

_ODD_INDENT = re.compile(rf"[ \t]*(?:[-?] +)*[-?]?([{ODD_SPACES}])")
ODD_START = re.compile(rf"[-?]?([{ODD_SPACES}])")
"""Such a character at the start of an unquoted text, or after the dash of what was meant as an entry."""

_ODD_AFTER_COLON = re.compile(rf"[^\"'{{\[#]*?\w:([{ODD_SPACES}])")
_SPECIAL = re.compile(r"^\s*(?:- +|\? +)*(?:[^\s:#\"'{\[][^:#]*: +)?([*&!%@`\[{\"'|>])")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")


def syntax_error(error: yaml.MarkedYAMLError, lines: Sequence[str], name: str) -> Diagnostic:
    """YAML's complaint about a file of these lines, with the usual cause as a hint."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return Diagnostic(SYNTAX, f"not YAML: {error.problem}", Span(name))
    span = Span(name, mark.line + 1, mark.column + 1)
    line = lines[mark.line] if mark.line < len(lines) else ""
    problem, context = error.problem or "syntax error", error.context or ""
    if (found := _odd_space(error, lines, name)) is not None:
        return found
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
        escape = line.rfind("\\", 0, mark.column)
        if escape >= 0 and _SURROGATE.match(line, escape):
            span = Span(name, mark.line + 1, escape + 1)
            message = "half of a pair of \\u escapes: U+D800 to U+DFFF only mean something two by two"
            return Diagnostic(SYNTAX, message, span, "write the character itself")
        hint = "write \\\\ for a backslash, or use 'single quotes'"
        return Diagnostic(SYNTAX, f"not YAML: {problem}", span, hint)
    if "while scanning an alias" in context:
        return Diagnostic(SYNTAX, '"*" starts an alias here', span, 'quote text that starts with "*"')
    if "while scanning an anchor" in context:
        return Diagnostic(SYNTAX, '"&" starts an anchor here', span, 'quote text that starts with "&"')
    if (comment := _comment(error, lines, name)) is not None:
        return Diagnostic(SYNTAX, f"not YAML: {problem}", comment, COMMENT)
    for number in dict.fromkeys((mark.line, error.context_mark.line if error.context_mark else mark.line)):
        special = _SPECIAL.match(lines[number]) if number < len(lines) else None
        if special and (number == mark.line or special[1] in "[{\"'"):
            quoted = special[1] in "\"'"
            where = span if quoted else Span(name, number + 1, special.start(1) + 1)
            hint = "quote the whole text" if quoted else f"quote text that starts with {special[1]}"
            return Diagnostic(SYNTAX, f"not YAML: {problem}", where, hint)
    if any(text in problem for text in ("<block end>", "expected ':'", "expected key", "'-' indicator")):
        return Diagnostic(SYNTAX, f"not YAML: {problem}", span, INDENTATION)
    return Diagnostic(SYNTAX, f"not YAML: {problem}", span)


def _near(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Iterator[int]:
    """Indices of the lines that a complaint is about: its own, the one with text before it, and where the
    value began that it didn't understand."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return
    if mark.line < len(lines):
        yield mark.line
    before = next((n for n in range(min(mark.line, len(lines)) - 1, -1, -1) if lines[n].strip()), None)
    if before is not None:
        yield before
    if (
        context is not None
        and context.line not in (mark.line, before)
        and "block" not in (error.context or "")
    ):
        yield context.line


def _odd_space(error: yaml.MarkedYAMLError, lines: Sequence[str], name: str) -> Diagnostic | None:
    """A character like a space where YAML needs one, if that explains the error."""
    for number in _near(error, lines):
        if found := _ODD_INDENT.match(lines[number]) or _ODD_AFTER_COLON.match(lines[number]):
            where = Span(name, number + 1, found.start(1) + 1)
            message = f"{called(found[1])} where YAML needs a space"
            return Diagnostic(ENCODING, message, where, "put a space in its place")
    return None


def _comment(error: yaml.MarkedYAMLError, lines: Sequence[str], name: str) -> Span | None:
    """Where a comment swallowed what was needed: the end of a list, or the start of a text that goes on."""
    start = error.context_mark
    flow = start is not None and "flow" in (error.context or "")
    for number in _near(error, lines):
        found = re.search(
            r"(?<=\S) +(#\S.*)", lines[number][start.column :] if flow and start else lines[number]
        )
        if found and (not flow or re.search(r"[\]}]", found[1])):
            return Span(name, number + 1, len(lines[number]) - len(found[1]) + 1)
    return None
