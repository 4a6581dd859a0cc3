"""Markup that isn't read, and would be shown as it was typed: HTML, Markdown of whole documents, open marks.

A text is only suspected where it can hardly mean what it says. `5 < 6`, `List<String>`, `C#`, `2**10`, `*.py`
and `snake_case` are honest; `<b>x</b>`, `## Heading`, `![photo](a.png)` and `**open` are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import Literal

from deckbuild.deck.markup import tokens

Place = Literal["running", "entry", "label"]
"""Where a text stands: a text of its own, an entry of a list or a title, or a label or cell.

A dash or a `>` at the beginning is a mark in the first, and a sign in the last.
"""

MARKS = re.compile(r"[*_`~=^<&!\[\]{|#>+-]|\d[.)]")
"""What any of these rules looks for: most texts hold none of it."""

# What to write instead.
BOLD, ITALIC, STRIKE, CODE = "write **bold**", "write *italic*", "write ~~struck~~", "write `code`"
TAGS = {
    "b": BOLD, "strong": BOLD, "i": ITALIC, "em": ITALIC, "cite": ITALIC, "s": STRIKE, "del": STRIKE,
    "strike": STRIKE, "code": CODE, "tt": CODE, "kbd": CODE, "samp": CODE,
    "a": "write [text](https://…)", "img": "write an image block", "p": "leave a blank line",
    "li": "write a bullets block", "ul": "write a bullets block", "ol": "write a steps block",
    "table": "write a table block", "tr": "write a table block", "td": "write a table block",
    "th": "write a table block", "pre": "write a code block", "blockquote": "write a callout block",
    "h1": "write a heading", "h2": "write a heading", "h3": "write a heading", "h4": "write a heading",
    "u": BOLD, "mark": BOLD, "ins": BOLD,
    "sub": "write the sign, such as ₂", "sup": "write the sign, such as ²",
    "span": "leave it out", "div": "leave it out", "font": "leave it out", "center": "leave it out",
    "small": "leave it out", "big": "leave it out", "hr": "leave it out", "wbr": "leave it out",
    "script": "leave it out", "style": "leave it out", "iframe": "leave it out",
}  # fmt: skip
"""HTML elements that authors write into text, and what to write in their place."""

_NAMES = "|".join(sorted(TAGS, key=len, reverse=True))
_TAG = re.compile(rf"<(/?)({_NAMES})(\s+[\w-]+\s*=[^<>]*)?\s*(/?)>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);")
_PICTURE = re.compile(r"(?<!\w)!\[[^\[\]]*\]\(")
_OPEN_LINK = re.compile(r"(?<!\w)\[[^\[\]]+\]\(\s*(?=\S)")
_OPEN_MARK = re.compile(r"(?<![*~\w/])(\*\*|~~)(?=[^\s*~/])|(?<=[^\s*~/])(\*\*|~~)(?![*~\w/])")
_ARGUMENT = re.compile(r"[(\[{,]\s*\*\*\w+\s*[,)\]}]")
_OPEN_CODE = re.compile(r"`+")
_HIGHLIGHT = re.compile(r"(?<![=\w])==(?=[^\s=])[^=\n]*[^\s=]==(?![=\w])")
_SUBSCRIPT = re.compile(r"(?<=\w)~[\w+=()-]{1,20}~(?!~)")
_SUPERSCRIPT = re.compile(r"(?<=\w)\^[\w+=()-]{1,20}\^(?!\w)")
_ATTRIBUTES = re.compile(r"(?<=[\]\w])\{[.#][A-Za-z][\w-]*\}")
_FENCE = re.compile(r"^ *(```+|~~~+)\w*$", re.MULTILINE)

_HEADING = re.compile(r"^#{1,6}[ \t]+(?=[^\W\d_])(?P<word>\S+)", re.MULTILINE)
_QUOTE = re.compile(r"^>[ \t]*(?=[^\W\d_]|[\"'“„«*])", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*([-*+]|\d{1,2}[.)])[ \t]+(?=\S)", re.MULTILINE)
_DASH = re.compile(r"^-[ \t]+(?=[^\W\d_]|[\"'“„*`\[])")
_TASK = re.compile(r"^(?:[-*+][ \t]+)?\[[ xX]\][ \t]+(?=\S)", re.MULTILINE)
_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^ *(-{3,}|\*{3,}|_{3,}|={3,}) *$", re.MULTILINE)

READ = "￼"
"""Stands for what was read, or escaped, in the text that is looked through: none of the rules knows it."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Markup that isn't read: the characters, their index in the text, what to write instead, and what
    becomes of them."""

    text: str
    index: int
    cure: str
    fate: str = "is shown as typed"


def leftovers(text: str, place: Place = "running") -> tuple[Leftover, ...]:
    """What in `text` looks like markup and is none: the first place of each, in order.

    >>> leftovers("a <b>b</b>")[0].cure
    'write **bold**'
    >>> leftovers("a < b, List<String>, 2**10")
    ()
    """
    if not MARKS.search(text):
        return ()
    shown, places = _shown(text)
    suspects = [
        Leftover(shown[start:end].replace(READ, "…"), places[start], cure)
        for start, end, cure in (*_structures(shown, place), *_inline(shown))
    ]
    first: dict[tuple[str, str], Leftover] = {}
    for found in sorted((*_whole(text), *suspects), key=lambda found: (found.index, -len(found.text))):
        before = first.values()
        if not any(other.index <= found.index < other.index + len(other.text) for other in before):
            first.setdefault((found.text, found.cure), found)
    return tuple(first.values())


def _whole(text: str) -> Iterator[Leftover]:
    """What only the text as it was written tells: fenced code, and titles of links."""
    if fence := _FENCE.search(text):
        yield Leftover(fence[1], fence.start(1), "write a code block", "is no code block here")
    for token in tokens(text) if "](" in text else ():
        title = str(token.attrGet("title") or "") if token.type == "link_open" else ""
        if title:
            yield Leftover(title, max(text.find(title), 0), "write it in the link's text", "is shown nowhere")


Suspect = tuple[int, int, str]


def _structures(shown: str, place: Place) -> Iterator[Suspect]:
    """Markdown of whole documents, at the beginning of lines."""
    if place != "label":
        for heading in _HEADING.finditer(shown):
            word = heading["word"]
            if heading[0].startswith("##") or word[0].isupper() or not word.isascii():
                yield *heading.span(), "write a heading, or \\# for the sign"
        if task := _TASK.match(shown):
            yield *task.span(), "write a checklist block"
        elif dash := _DASH.match(shown):
            yield *dash.span(), "write a bullets block, or \\- for the sign"
        if line := _RULE.search(shown):
            yield *line.span(), "leave it out, or start a new slide"
    if place == "running" and (quote := _QUOTE.search(shown)):
        start = quote.start()
        yield start, start + 1, "write a callout block for a quotation, or \\> for the sign"
    items = list(_ITEM.finditer(shown)) if "\n" in shown else []
    if len(items) > 1:
        block = "steps" if items[0][1][0].isdigit() else "bullets"
        yield *items[0].span(1), f"write a {block} block"
    rows = list(_ROW.finditer(shown))
    if len(rows) > 1:
        yield *rows[0].span(), "write a table block"


def _inline(shown: str) -> Iterator[Suspect]:
    """HTML, and marks that stand alone or are known to other dialects only."""
    yield from _tags(shown)
    for found in _COMMENT.finditer(shown):
        yield *found.span(), "write a YAML comment"
    for found in _ENTITY.finditer(shown):
        if found[0][1] == "#" or found[0][1:] in html5:
            yield *found.span(), "write the character itself"
    for found in _PICTURE.finditer(shown):
        yield *found.span(), "write an image block"
    for found in _OPEN_LINK.finditer(shown):
        yield *found.span(), "write [text](<https://…>), and close the parenthesis"
    arguments = [found.span() for found in _ARGUMENT.finditer(shown)]
    for found in _OPEN_MARK.finditer(shown):
        if not any(start <= found.start() < end for start, end in arguments):
            mark = found[0]
            cure = f"close it next to a word ({mark}word{mark}), or write \\{mark[0]}\\{mark[0]}"
            yield *found.span(), cure
    for found in _OPEN_CODE.finditer(shown):
        yield *found.span(), "close it, or write \\`"
    for found in _HIGHLIGHT.finditer(shown):
        yield *found.span(), BOLD
    for pattern, example in ((_SUBSCRIPT, "₂"), (_SUPERSCRIPT, "²")):
        for found in pattern.finditer(shown):
            yield *found.span(), f"write the sign, such as {example}"
    for found in _ATTRIBUTES.finditer(shown):
        yield *found.span(), "leave it out"


def _tags(shown: str) -> Iterator[Suspect]:
    """HTML tags that can't be meant as text: with their end or attributes, or grown together with a word.

    `<b>` alone may be a place to fill in, `List<b>` a type.
    """
    ends = {found[2].lower() for found in _TAG.finditer(shown) if found[1]}
    opened: set[str] = set()
    for found in _TAG.finditer(shown):
        name = found[2].lower()
        before, after = shown[found.start() - 1 : found.start()], shown[found.end() : found.end() + 1]
        if found[1]:
            suspect = name not in opened
        else:
            glued = after.isalnum() and not before.isalnum() and before != "_"
            closed = name in ends or bool(found[3] or found[4])
            suspect = closed or glued or name in ("hr", "wbr", "li", "p")
        opened.add(name)
        if suspect:
            yield *found.span(), TAGS[name]


def _shown(text: str) -> tuple[str, list[int]]:
    """What of the text is shown as typed, marks that were read left out, code and escapes replaced by `READ`;
    and where in `text` each character of it stands."""
    shown: list[str] = []
    places: list[int] = []
    position = 0
    for token in tokens(text):
        match token.type:
            case "text":
                content = token.content
                found = text.find(content, position)
                position = found if found >= 0 else position
                shown.append(content)
                places += range(position, position + len(content))
                position += len(content)
            case "softbreak" | "hardbreak":
                position = _after(text, token.markup or "\n", position)
                shown.append("\n")
                places.append(position)
            case "text_special" | "code_inline":
                found = text.find(token.content, position)
                position = found if found >= 0 else position
                shown.append(READ)
                places.append(max(position - len(token.markup), 0))
                position += len(token.content)
            case _:
                pass
    return "".join(shown), [*places, len(text)]


def _after(text: str, mark: str, position: int) -> int:
    """Where `mark` ends, looked for from `position` on."""
    found = text.find(mark, position)
    return found + len(mark) if found >= 0 else position
