"""The rules by which markup is read: CommonMark's for a single paragraph, less what decks have no use for.

Where the standard would draw marks as they were typed, or take away what was no mark, these rules differ:
emphasis may end beside CJK punctuation (`**終了。**次へ`), stars between digits and in paths are stars
(`2*3*4`, `src/**/*.py`), `<br>` breaks the line, the address of a link may hold spaces, `~~x~~` strikes out.
"""

from __future__ import annotations

import re
import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import Delimiter, StateInline
from markdown_it.token import Token

_BREAK = re.compile(r"</?br\s*/?>", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]*)>", re.IGNORECASE)
_LOOSE_TARGET = re.compile(r"\(\s*<?(?:https?:|mailto:|#)", re.IGNORECASE)
_PARENTHESIS = re.compile(r"\\.|[()]", re.DOTALL)
LONGEST_ADDRESS = 2083
"""Characters that an address with spaces may have: more than browsers and Office take."""
MOST_PARENTHESES = 32
"""Inside each other, as in CommonMark's own parsers."""
_TITLE = re.compile(r"""\s+("[^"]*"|'[^']*')$""")


def tokens(text: str) -> list[Token]:
    """The text as markdown-it's inline tokens. What was escaped is `text_special`; an image is text.

    Any address may be the target of a link here, so that a bad one is an error and not text.
    """
    found = _PARSER.parseInline(text)
    return found[0].children or [] if found else []


class _Markdown(MarkdownIt):
    """markdown-it with our rules only."""

    def __init__(self) -> None:
        super().__init__("zero")
        self.enable(["emphasis", "strikethrough", "backticks", "link", "escape", "newline"])
        self.disable(["text_join"])
        rules = self.inline.ruler
        rules.at("emphasis", _emphasis)
        rules.at("strikethrough", _strikethrough)
        rules.before("link", "picture", _picture)
        rules.after("link", "loose_link", _loose_link)
        rules.push("autolink_web", _autolink)
        rules.push("html_break", _html_break)
        rules.enable(["picture", "loose_link", "autolink_web", "html_break"])

    def validateLink(self, url: str) -> bool:  # noqa: ARG002
        return True

    def normalizeLink(self, url: str) -> str:
        return url


def _emphasis(state: StateInline, silent: bool) -> bool:
    """A run of `*` or `_`, which may open or close emphasis."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    length, opens, closes = _flanks(state, marker)
    if marker == "*" and _is_no_mark(state, length):
        opens = closes = False
    if not (opens or closes):
        state.push("text", "", 0).content = marker * length
    else:
        for _ in range(length):
            _delimiter(state, marker, length, opens, closes)
    state.pos += length
    return True


def _strikethrough(state: StateInline, silent: bool) -> bool:
    """Two tildes; one stands for "about", and more are a line."""
    if silent or state.src[state.pos] != "~":
        return False
    length, opens, closes = _flanks(state, "~")
    if length == 2:
        _delimiter(state, "~~", 0, opens, closes)
    else:
        state.push("text", "", 0).content = "~" * length
    state.pos += length
    return True


def _delimiter(state: StateInline, text: str, length: int, opens: bool, closes: bool) -> None:
    """Put `text` down as a delimiter, which becomes a mark if it finds its partner."""
    state.push("text", "", 0).content = text
    state.delimiters.append(Delimiter(ord(text[0]), length, len(state.tokens) - 1, -1, opens, closes))


def _flanks(state: StateInline, marker: str) -> tuple[int, bool, bool]:
    """How many markers stand here, and whether they can open or close (CommonMark 0.31, §6.2).

    CJK text has no spaces between words, so beside a CJK character punctuation doesn't count; and CJK
    punctuation counts as a letter.
    """
    end = state.pos
    while end < state.posMax and state.src[end] == marker:
        end += 1
    before = state.src[state.pos - 1] if state.pos else " "
    after = state.src[end] if end < state.posMax else " "
    cjk = _is_cjk(before), _is_cjk(after)
    left = not after.isspace() and (not _stops(after) or before.isspace() or _stops(before) or cjk[0])
    right = not before.isspace() and (not _stops(before) or after.isspace() or _stops(after) or cjk[1])
    if marker == "_":
        return end - state.pos, left and (not right or _stops(before)), right and (not left or _stops(after))
    return end - state.pos, left, right


def _is_no_mark(state: StateInline, length: int) -> bool:
    """Whether stars are a sign: a product, a power (`2*3`, `2**10`), or part of a path (`src/**/*.py`)."""
    before = state.src[state.pos - 1] if state.pos else " "
    end = state.pos + length
    after = state.src[end] if end < state.posMax else " "
    if before == "/" and after in "/.":
        return True
    digits = before.isdigit() + after.isdigit()
    return digits == 2 or (digits == 1 and length == 1 and before.isalnum() and after.isalnum())


def _stops(char: str) -> bool:
    """Whether a character is punctuation or a symbol, and none of CJK text."""
    return unicodedata.category(char)[0] in "PS" and not _is_cjk(char)


def _is_cjk(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WFH" and unicodedata.category(char) != "So"


def _picture(state: StateInline, silent: bool) -> bool:
    """`![alt](file)` stays as it is written: an image is a block."""
    start, source = state.pos, state.src
    if not source.startswith("![", start) or (start and source[start - 1].isalnum()):
        return False
    closing = state.md.helpers.parseLinkLabel(state, start + 1)
    if closing < 0 or not source.startswith("(", closing + 1):
        return False
    end = _closing_parenthesis(source, closing + 1, state.posMax)
    if end < 0:
        return False
    if not silent:
        state.push("text", "", 0).content = source[start : end + 1]
    state.pos = end + 1
    return True


def _loose_link(state: StateInline, silent: bool) -> bool:
    """A link whose address holds spaces, which CommonMark allows in `<…>` only."""
    if state.src[state.pos] != "[":
        return False
    start = state.pos
    closing = state.md.helpers.parseLinkLabel(state, start, True)
    if closing < 0 or not _LOOSE_TARGET.match(state.src, closing + 1):
        return False
    end = _closing_parenthesis(state.src, closing + 1, state.posMax)
    target = state.src[closing + 2 : end].strip()
    if end < 0 or "\n" in target:
        return False
    if not silent:
        title = _TITLE.search(target)
        attributes: dict[str, str | int | float] = {"href": target}
        if title:
            attributes = {"href": target[: title.start()], "title": title[1][1:-1]}
        maximum = state.posMax
        state.pos, state.posMax = start + 1, closing
        state.push("link_open", "a", 1).attrs = attributes
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
        state.posMax = maximum
    state.pos = end + 1
    return True


def _closing_parenthesis(source: str, opening: int, end: int) -> int:
    """Where the parenthesis at `opening` closes, those inside it balanced; -1 if it doesn't before `end`, or
    only beyond what an address may be: the search costs the same wherever it begins."""
    depth = 0
    for found in _PARENTHESIS.finditer(source, opening, min(end, opening + LONGEST_ADDRESS)):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
        if depth > MOST_PARENTHESES:
            break
    return -1


def _autolink(state: StateInline, silent: bool) -> bool:
    """`<https://example.org>`: an address that is its own text."""
    found = _AUTOLINK.match(state.src, state.pos, state.posMax)
    if not found or state.linkLevel:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": found[1]}
        state.push("text", "", 0).content = found[1]
        state.push("link_close", "a", -1)
    state.pos = found.end()
    return True


def _html_break(state: StateInline, silent: bool) -> bool:
    """`<br>`: a line break, for which Markdown has only a backslash or two spaces at a line's end."""
    found = _BREAK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.pending = state.pending.rstrip(" ")
        state.push("hardbreak", "br", 0).markup = found[0]
    state.pos = found.end()
    while state.pos < state.posMax and state.src[state.pos] in " \n":
        state.pos += 1
    return True


_PARSER = _Markdown()  # holds rules only, nothing about the texts it parsed
