"""Blocks of Markdown: paragraphs, lists, quotes, code, tables, headings and rules, each with its place.

CommonMark's rules for blocks with GitHub's tables, from markdown-it-py. Raw HTML and entities aren't
markup here: they stand as typed. Links by reference become plain ones. What stands inside a paragraph is left
to `parse_inline`. The tree is flat, as a notes page is: every block says in which lists and quotes it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from deckbuild.deck.faults import Fault
from deckbuild.deck.references import definitions, linked, used_labels
from deckbuild.diagnostics import NOWHERE, Span
from deckbuild.diagnostics.codes.deck import BAD_TEXT
from deckbuild.sources.values import SourceStr, SplicedStr, VerbatimStr, span_of

Level = Literal["bullet", "number", "quote"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a list item begins with: a dot, a number (followed by `closing`), or a box to tick."""

    kind: Literal["bullet", "number", "open", "done"] = "bullet"
    number: int = 0
    closing: str = "."


@dataclass(frozen=True, slots=True)
class Nest:
    """The lists and quotes around a block, the outermost first; `mark` if the block begins a list item."""

    levels: tuple[Level, ...] = ()
    mark: Mark | None = None


TOP = Nest()


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, with inline markup. Its lines are joined by spaces, by newlines after a hard break."""

    text: str
    span: Span = NOWHERE
    nest: Nest = TOP


@dataclass(frozen=True, slots=True)
class Title:
    """A heading of a level from 1 to 6, with inline markup."""

    text: str
    level: int
    span: Span = NOWHERE
    nest: Nest = TOP


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Code, fenced or indented, character for character but for the newline at its end.

    `title` is what a fence says after the language, such as a file's name.
    """

    text: VerbatimStr
    language: str = ""
    span: Span = NOWHERE
    nest: Nest = TOP
    title: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its header and its rows, which may be longer. How columns are aligned isn't kept."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    span: Span = NOWHERE
    nest: Nest = TOP

    @property
    def cells(self) -> tuple[str, ...]:
        """All of them, row by row."""
        return tuple(cell for row in (self.header, *self.rows) for cell in row)


@dataclass(frozen=True, slots=True)
class Divider:
    """A line across (a thematic break)."""

    span: Span = NOWHERE
    nest: Nest = TOP


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A line that is wholly in brackets, without them. It ends the paragraph or the list before it."""

    text: str
    span: Span = NOWHERE
    nest: Nest = TOP


MarkdownBlock = Prose | Title | Verbatim | Grid | Divider | Bracketed

DEEPEST = 40
"""Lists and quotes inside each other: more is an accident, and each level is looked through on every line."""

IN_BRACKETS = r"\[((?:[^\[\]\n]|\[[^\[\]\n]*\]\([^()\n]*\))+)\]"
"""Text in brackets that may hold links."""

LEAVES = frozenset(
    {"inline", "heading_open", "fence", "code_block", "hr", "table_open", "bracketed"}
)  # tokens that have all of the lines of their `map`

_BRACKETED = re.compile(IN_BRACKETS)
_TASK = re.compile(r"\[([ xX])\](?:[ \t]+|$)")
_MARKERS = re.compile(r"(?:[\s>*+-]|\d+[.)])*")
_PIPE = re.compile(r"(?<!\\)\|")


def parse_markdown(text: str, *, brackets: bool = False) -> tuple[MarkdownBlock, ...]:
    """The blocks of a text in the order they come; with `brackets`, lines in brackets are blocks too.

    Raises a fault for lists and quotes nested deeper than anyone could show.
    """
    source = text if isinstance(text, SourceStr) else SourceStr(text)
    tokens: list[Token] = []
    _PARSER.block.parse(str(source), _PARSER, {"brackets": brackets}, tokens)
    reader = _Reader(source)
    reader.refuse_lost_lines(tokens)
    return _linked(tuple(reader.blocks(tokens)))


def _linked(blocks: tuple[MarkdownBlock, ...]) -> tuple[MarkdownBlock, ...]:
    """The blocks with plain links for those by reference, without the definitions that these used."""
    defined = [definitions(block.text) if isinstance(block, Prose) else {} for block in blocks]
    known = {label: address for each in reversed(defined) for label, address in each.items()}
    if not known:
        return blocks
    texts = [text for block in blocks for text in inline_texts(block)]
    used = {label for text in texts for label in used_labels(text, known)}
    return tuple(
        _with_links(block, known)
        for block, own in zip(blocks, defined, strict=True)
        if not own or not used.issuperset(own)
    )


def inline_texts(block: MarkdownBlock) -> tuple[str, ...]:
    """The texts of a block that may hold inline markup: none of code."""
    match block:
        case Prose(text) | Title(text) | Bracketed(text):
            return (text,)
        case Grid():
            return block.cells
        case Verbatim() | Divider():
            return ()


def _with_links(block: MarkdownBlock, known: Mapping[str, str]) -> MarkdownBlock:
    match block:
        case Prose(text) | Title(text) | Bracketed(text):
            return replace(block, text=linked(text, known))
        case Grid(header, rows):
            table = [tuple(linked(cell, known) for cell in row) for row in (header, *rows)]
            return replace(block, header=table[0], rows=tuple(table[1:]))
        case Verbatim() | Divider():
            return block


def blocks_of(text: str) -> tuple[MarkdownBlock, ...]:
    """The blocks of a text that may also be a single line: that is a paragraph whatever it begins with, as a
    line on a slide is."""
    if "\n" in text.strip():
        return parse_markdown(text)
    return (Prose(text, span_of(text)),)


@dataclass
class _Reader:
    """Reads one text's tokens. `starts` are the indexes at which its lines begin."""

    source: SourceStr
    lines: list[str] = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.source.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def blocks(self, tokens: Sequence[Token]) -> Iterator[MarkdownBlock]:
        levels: list[Level] = []
        pending: tuple[Mark, Span] | None = None  # of an item that has shown nothing yet
        heading = row = 0
        table: list[list[str]] | None = None

        def nest() -> Nest:
            nonlocal pending
            mark, pending = pending[0] if pending else None, None
            return Nest(tuple(levels), mark)

        for token in tokens:
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    if pending:
                        yield Prose(SourceStr(""), pending[1], nest())
                    levels.append("bullet" if token.type.startswith("bullet") else "number")
                    self._bounded(levels, token)
                case "blockquote_open":
                    levels.append("quote")
                    self._bounded(levels, token)
                case "bullet_list_close" | "ordered_list_close" | "blockquote_close":
                    levels.pop()
                case "list_item_open":
                    pending = (_mark(token), self._start(token))
                case "list_item_close":
                    if pending:
                        yield Prose(SourceStr(""), pending[1], nest())
                case "heading_open":
                    heading = int(token.tag[1:])
                case "heading_close":
                    heading = 0
                case "table_open":
                    table, span = [], self._start(token)
                    place = nest()
                case "tr_open":
                    assert table is not None
                    assert token.map is not None
                    row = token.map[0]
                    table.append([])
                case "tr_close":
                    assert table is not None
                    if len(table) > 1:
                        table[-1] += self._cells_beyond(len(table[0]), row)
                case "table_close":
                    assert table is not None
                    header, *rows = (tuple(cells) for cells in table)
                    yield Grid(header, tuple(rows), span, place)
                    table = None
                case "inline" if table is not None:
                    table[-1].append(self._cell(token.content, row))
                case "inline":
                    text = self._joined(token)
                    if pending and not heading and (task := _TASK.match(text)):
                        kind: Literal["open", "done"] = "open" if task[1] == " " else "done"
                        pending = (replace(pending[0], kind=kind), pending[1])
                        text = text.cut(task.end(), len(text))
                    if heading:
                        yield Title(text, heading, text.span, nest())
                    else:
                        yield Prose(text, text.span, nest())
                case "fence" | "code_block":
                    language, _, title = token.info.strip().partition(" ")
                    span = self._start(token)
                    code = VerbatimStr(token.content.removesuffix("\n"), span)
                    yield Verbatim(code, language, span, nest(), title.strip())
                case "hr":
                    yield Divider(self._start(token), nest())
                case "bracketed":
                    assert token.map is not None
                    row = token.map[0]
                    start = self.source.at(self.starts[row] + self.lines[row].index("["))
                    yield Bracketed(self._joined(token), start, nest())

    def refuse_lost_lines(self, tokens: Sequence[Token]) -> None:
        """Markdown-it drops what is nested beyond its limit; here that is a fault at the first such line."""
        kept: set[int] = set()
        for token in tokens:
            if token.type in LEAVES and token.map:
                kept.update(range(*token.map))
        for number, line in enumerate(self.lines):
            if number not in kept and not _MARKERS.fullmatch(line):
                raise _too_deep(self.source.at(self.starts[number])).error()

    def _bounded(self, levels: Sequence[Level], token: Token) -> None:
        if len(levels) > DEEPEST:
            raise _too_deep(self._start(token)).error()

    def _start(self, token: Token) -> Span:
        """Where the text of a token's first line begins."""
        line = self.lines[token.map[0]] if token.map else ""
        first = token.map[0] if token.map else 0
        return self.source.at(self.starts[first] + len(line) - len(line.lstrip()))

    def _joined(self, token: Token) -> SplicedStr:
        """The token's lines without their indents, joined by spaces, or by a newline after a hard break."""
        assert token.map is not None
        text = ""
        stretches: list[tuple[int, int]] = []
        lines = token.content.split("\n")
        for number, line in enumerate(lines, token.map[0]):
            shown = line.strip()
            column = max(self.lines[number].rfind(shown), 0)
            stretches.append((len(text), self.starts[number] + column))
            text += shown
            if number - token.map[0] < len(lines) - 1:
                hard = (len(shown) - len(shown.rstrip("\\"))) % 2 == 1
                text += "  \n" if line.endswith("  ") else "\n" if hard else " "
        return SplicedStr.of(text, self.source, tuple(stretches))

    def _cell(self, content: str, row: int) -> SplicedStr:
        column = max(self.lines[row].find(content), 0)
        return SplicedStr.of(content, self.source, ((0, self.starts[row] + column),))

    def _cells_beyond(self, count: int, row: int) -> list[str]:
        """The cells of a row that go beyond the header's, which GitHub's tables drop."""
        line = self.lines[row].lstrip("> \t").rstrip()
        cells = _PIPE.split(line.removeprefix("|"))
        if line.endswith("|") and not line.endswith("\\|"):
            cells.pop()
        return [self._cell(cell.strip().replace("\\|", "|"), row) for cell in cells[count:]]


def _too_deep(span: Span) -> Fault:
    message = f"lists and quotes stand more than {DEEPEST} deep in each other"
    return Fault(message, "bring it further out", BAD_TEXT, span=span)


def _mark(token: Token) -> Mark:
    return Mark("number", int(token.info), token.markup) if token.info else Mark()


def _bracketed(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: ARG001
    """markdown-it's rule for a line in brackets. At the start of a list item `[ ]` and `[x]` are boxes."""
    if not state.env.get("brackets") or state.is_code_block(start):
        return False
    text = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]].rstrip()
    found = _BRACKETED.fullmatch(text)
    begins_item = bool(state.tokens) and state.tokens[-1].type == "list_item_open"
    if not found or not found[1].strip() or (begins_item and _TASK.fullmatch(text)):
        return False
    if not silent:
        token = state.push("bracketed", "", 0)
        token.map = [start, start + 1]
        token.content = found[1].strip()
        state.line = start + 1
    return True


def _markdown() -> MarkdownIt:
    """A parser with our rules only. Its limit on nesting counts a list as two: itself and its item."""
    parser = MarkdownIt("zero", {"maxNesting": 2 * DEEPEST})
    parser.enable(["blockquote", "code", "fence", "heading", "hr", "lheading", "list", "table"])
    ends = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("code", "bracketed", _bracketed, ends)  # type: ignore[arg-type]
    return parser


_PARSER = _markdown()  # holds rules only, nothing about the texts it parsed
