"""The deck's appendices: Markdown files beside the slides, read for their code and their links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from deckbuild.check.measures.weblinks import BARE_URL, bare_urls
from deckbuild.diagnostics import DeckError, Diagnostic, Span
from deckbuild.sources import read_source

FOLDER = "appendices"


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of code. `language` is empty if none is given; `spans` is where each line begins."""

    language: str
    source: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A link, or an address that stands in the text as it is (`bare`). Its target is as written."""

    text: str
    target: str
    span: Span
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Appendix:
    """One appendix. `name` is its path in the deck's folder, `prose` are its lines with their positions, code
    left out."""

    name: str
    path: Path
    text: str
    fences: tuple[Fence, ...]
    references: tuple[Reference, ...]
    prose: tuple[tuple[str, Span], ...]


def appendix_files(folder: Path) -> list[Path]:
    """The files of the deck's appendices in the order of their names, also those that can't be read."""
    return sorted((folder / FOLDER).glob("*.md"))


def read_appendices(folder: Path) -> tuple[tuple[Appendix, ...], tuple[Diagnostic, ...]]:
    """The appendices of the deck in `folder` in the order of their names, and what can't be read."""
    found: list[Appendix] = []
    faults: list[Diagnostic] = []
    for path in appendix_files(folder):
        name = path.relative_to(folder).as_posix()
        try:
            text = read_source(path, name, within=folder, encoding="utf-8")
        except DeckError as error:
            faults += error.diagnostics
        else:
            found.append(parse_appendix(re.sub("\r\n?", "\n", text), name, path))
    return tuple(found), tuple(faults)


def parse_appendix(text: str, name: str, path: Path = Path()) -> Appendix:
    """An appendix from its Markdown (CommonMark and tables)."""
    lines = text.split("\n")  # as the parser does: no other character ends a line
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    code = [token for token in tokens if token.type in ("fence", "code_block") and token.map]
    hidden = {number for token in code if token.map for number in range(*token.map)}
    return Appendix(
        name,
        path,
        text,
        tuple(_fence(token, lines, name) for token in code if token.type == "fence"),
        tuple(found for token in tokens for found in _references(token, lines, name)),
        tuple(
            (line, Span(name, number + 1, 1))
            for number, line in enumerate(lines)
            if line.strip() and number not in hidden
        ),
    )


def _fence(token: Token, lines: list[str], name: str) -> Fence:
    first = token.map[0] + 1 if token.map else 1
    content = token.content.removesuffix("\n").split("\n") if token.content else []
    raw = [*lines, *[""] * len(content)][first : first + len(content)]
    spans = tuple(
        Span(name, first + number + 1, max(written.rfind(line), 0) + 1)
        for number, (line, written) in enumerate(zip(content, raw, strict=True))
    )
    language = token.info.split()[0] if token.info.split() else ""
    return Fence(language, token.content, spans or (Span(name, first, 1),))


def _references(token: Token, lines: list[str], name: str) -> Iterator[Reference]:
    """The links in one paragraph, heading or cell, and the addresses that stand in its text."""
    if token.type != "inline" or not token.map:
        return
    first, end = token.map
    text, target = "", None
    for child in token.children or ():
        match child.type:
            case "link_open":
                text, target = "", str(child.attrGet("href") or "")
            case "link_close" if target is not None:
                yield Reference(text, target, _place(target, lines, first, end, name))
                target = None
            case "text" | "code_inline" if target is not None:
                text += child.content
            case "text" if BARE_URL.search(child.content):
                for url, _ in bare_urls(child.content):
                    yield Reference(url, url, _place(url, lines, first, end, name), bare=True)


def _place(text: str, lines: list[str], first: int, end: int, name: str) -> Span:
    """Where `text` stands in the lines of a paragraph; its beginning if it isn't written just so."""
    for number in range(first, min(end, len(lines))):
        if (column := lines[number].find(text)) >= 0:
            return Span(name, number + 1, column + 1)
    return Span(name, first + 1, 1)
