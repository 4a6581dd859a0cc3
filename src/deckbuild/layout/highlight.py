"""Source code as coloured lines: Pygments finds the tokens, the theme's code colours paint them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema
from pygments.lexer import Lexer
from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.token import Token, _TokenType
from pygments.util import ClassNotFound

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import BAD_REFERENCE, Fault
from deckbuild.deck.fields import as_text
from deckbuild.diagnostics import did_you_mean
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
    """The lines of `source`, tabs expanded, without the blank ones at either end."""
    return tuple(line.rstrip() for line in source.expandtabs(TAB).strip("\n").splitlines()) or ("",)


def code_runs(source: str, language: str, size: float, context: LayoutContext) -> tuple[tuple[Run, ...], ...]:
    """The runs of each line of `source` at `size` points, in the theme's code colours.

    Neighbours of one colour are one run. The text is taken literally: no markup, no bound units.
    """
    plain = replace(context.theme.type.code.style, size=size, color=context.theme.code.text)
    lines: list[list[Run]] = [[]]
    for token, text in _lexer(language).get_tokens("\n".join(source_lines(source))):
        style = replace(plain, color=getattr(context.theme.code, _field(token)))
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


def code_paragraphs(lines: Sequence[Sequence[Run]], context: LayoutContext) -> tuple[Paragraph, ...]:
    """One unbroken paragraph for each line, at an exact pitch."""
    return tuple(
        context.typesetter.paragraph(line, float("inf"), pitch=code_pitch(line[0].style.size))
        for line in lines
    )


def code_pitch(size: float) -> float:
    """Height of a line of code of `size` points, in points."""
    return round(PITCH * size * 2) / 2


def _lexer(language: str) -> Lexer:
    return get_lexer_by_name(language, stripnl=False, ensurenl=False)


def _field(token: _TokenType) -> str:
    for kind, field in _FIELDS:
        if token[: len(kind)] == kind:
            return field
    return "text"
