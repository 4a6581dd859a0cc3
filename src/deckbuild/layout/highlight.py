"""Source code as coloured lines: Pygments finds the tokens, the theme's code colours paint them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.token import Token, _TokenType
from pygments.util import ClassNotFound

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import as_text
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_REFERENCE
from deckbuild.document import Paragraph, Run

TAB = 4
"""Columns between tab stops: PowerPoint's own stops know nothing of a monospaced grid."""

PITCH = 1.25
"""Line pitch of code as a multiple of its size. Exact, so that marks beside the lines stay beside them: the
pitch of a monospaced face differs between renderers (Courier's is 1.13 or, rounded up, 1.19 em)."""

_FIELDS: tuple[tuple[_TokenType, str], ...] = (
    (Token.Comment, "comment"),
    (Token.Literal.Number, "number"),
    (Token.Keyword.Constant, "number"),
    (Token.Name.Tag, "key"),
    (Token.Name.Attribute, "key"),
    (Token.Name.Property, "key"),
    (Token.Literal.String, "string"),
    (Token.Keyword, "keyword"),
    (Token.Operator.Word, "keyword"),
    (Token.Name.Builtin, "keyword"),
    (Token.Name.Function, "key"),
    (Token.Operator, "punctuation"),
    (Token.Punctuation, "punctuation"),
)
"""Token types and the theme's field for them, the first match counts; anything else is plain code."""


REACH = 80
"""Characters by which a token may stand further on than where the one before ended: about a line."""

MOST_EMPTY = 1000
"""Tokens without text that a lexer may give beyond two for each character, before it counts as caught in a
loop. Those of Pygments give one token a character at most."""

LONGEST = 5_000
LONGEST_LINE = 1_000
MOST_LINES = 200
"""Characters of a source and of a line of it, and lines, up to which it is coloured: several times what a
slide can show. The time that some lexers take grows with the cube of the length."""

LEXER_FAULTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""How a lexer fails over a text that its author didn't think of. The colours are lost then, not the text."""


def _language(value: Any) -> str:
    name = as_text(value)
    try:
        get_lexer_by_name(name)
    except ClassNotFound:
        known = [alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases]
        hint = did_you_mean(name, known)
        raise Fault(f"unknown language {str(name)!r}", hint, BAD_REFERENCE).error() from None
    return name


Language = Annotated[str, PlainValidator(_language), WithJsonSchema({"type": "string"})]
"""The name of a language that can be highlighted; `text` for none."""


def source_lines(source: str) -> tuple[str, ...]:
    """The lines of `source` as they are shown: tabs expanded, without the blank lines at either end.

    Everything else stays: spaces at either end of a line, blank lines in between. A line ends wherever
    Unicode says that one does, at U+2028 as well as at a line feed.
    """
    lines = [line.expandtabs(TAB) for line in source.splitlines()]
    shown = [number for number, line in enumerate(lines) if line.strip()]
    return tuple(lines[shown[0] : shown[-1] + 1]) if shown else ("",)


def code_runs(source: str, language: str, size: float, context: LayoutContext) -> tuple[tuple[Run, ...], ...]:
    """The runs of each line of `source` at `size` points, in the theme's code colours.

    Neighbours of one colour are one run. The text is taken literally: no markup, no bound units. The runs
    of a line make up that line of `source_lines`, character for character, whatever the lexer does.
    """
    plain = replace(context.theme.type.code.style, size=size, color=context.theme.code.text)
    lines: list[list[Run]] = [[]]
    for field, text in context.memo.of(_painted, (str(source), str(language))):
        style = replace(plain, color=getattr(context.theme.code, field))
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append([])
            if not piece:
                continue
            line = lines[-1]
            if line and not line[-1].text.strip():
                line[-1] = Run(line[-1].text + piece, style)
            elif line and (line[-1].style == style or not piece.strip()):
                line[-1] = Run(line[-1].text + piece, line[-1].style)
            else:
                line.append(Run(piece, style))
    return tuple(tuple(line) or (Run("", plain),) for line in lines)


def _painted(code: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The pieces of a source in a language: the field of the theme that each is painted in, and its text."""
    source, language = code
    text = "\n".join(source_lines(source))
    tokens = _tokens(text, language)
    return tuple((_field(token), piece) for token, piece in aligned(tokens, text))


def line_starts(source: str, language: str, context: LayoutContext) -> frozenset[int]:
    """The numbers, from 0, of the lines of `source_lines` with which something new begins: blank ones, and in
    sessions those with a prompt."""
    return context.memo.of(_starts, (str(source), str(language)))


def _starts(code: tuple[str, str]) -> frozenset[int]:
    source, language = code
    lines = source_lines(source)
    text = "\n".join(lines)
    starts = {number for number, line in enumerate(lines) if not line.strip()}
    number = 0
    for token, piece in aligned(_tokens(text, language), text):
        if token is Token.Generic.Prompt:
            starts.add(number)
        number += piece.count("\n")
    return frozenset(starts)


def aligned(tokens: Iterable[tuple[_TokenType, str]], text: str) -> Iterator[tuple[_TokenType, str]]:
    """Pieces that make up `text` exactly, typed by the tokens that a lexer found in it.

    Lexers change what they read: they drop the last line of a session, add a space, lose a character. A token
    that isn't where the one before ended is looked for a little further on; what is skipped, and what no
    token names, is plain text; a token that isn't there is left out.
    """
    done = 0
    for token, value in islice(tokens, MOST_EMPTY + 2 * len(text)):
        found = done if text.startswith(value, done) else text.find(value, done, done + len(value) + REACH)
        if not value or found < 0:
            continue
        if found > done:
            yield Token.Text, text[done:found]
        done = found + len(value)
        yield token, value
    if done < len(text):
        yield Token.Text, text[done:]


def _tokens(text: str, language: str) -> Iterator[tuple[_TokenType, str]]:
    """What the lexer of `language` finds in `text`, up to where it gives up. None in what is too long for it.

    Lexers of sessions hold back a last line that doesn't end, so it ends here.
    """
    lines = text.split("\n")
    if len(text) > LONGEST or len(lines) > MOST_LINES or max(map(len, lines)) > LONGEST_LINE:
        return
    try:
        yield from get_lexer_by_name(language, stripnl=False, ensurenl=True).get_tokens(text)
    except LEXER_FAULTS:
        return


def code_paragraphs(lines: Sequence[Sequence[Run]], context: LayoutContext) -> tuple[Paragraph, ...]:
    """One unbroken paragraph for each line, at an exact pitch."""
    return tuple(
        context.typesetter.paragraph(line, float("inf"), pitch=code_pitch(line[0].style.size), rtl=False)
        for line in lines
    )


def code_pitch(size: float) -> float:
    """Height of a line of code of `size` points, in points."""
    return round(PITCH * size * 2) / 2


def _field(token: _TokenType) -> str:
    for kind, field in _FIELDS:
        if token[: len(kind)] == kind:
            return field
    return "text"
