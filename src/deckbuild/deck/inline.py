"""Inline markup: **bold**, *italic*, ~~struck~~, `code`, [links](https://…); numbers that keep their units.

What is a mark is told in `markup`; everything else stands for itself: `<`, `&`, `$`, `→`, and `min_instances`
keeps its underscores. Whatever a text resolves to, here is where it is decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from deckbuild.deck.links import is_internal
from deckbuild.deck.markup import tokens


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text in one style. A `\\v` in it is a forced line break: `<br>`, or a backslash at the line's end."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    strike: bool = False
    link: str | None = None


_MARKUP = re.compile(r"[*_`\[\]\\\n\r\x00~<\x85\u2028\u2029]")
"""Characters that any of our rules looks at (and NUL, which CommonMark replaces)."""

_LINE_ENDS = str.maketrans("\x85\u2028\u2029", "\v\v\v")
"""Unicode's own line and paragraph separators break the line."""


def parse_inline(text: str) -> tuple[Fragment, ...]:
    """Text with markup as fragments, neighbours of one style joined; a single newline is a space.

    Anything may be the target of a link here; `check_links` tells which ones are not to be written.

    >>> [(fragment.text, fragment.bold) for fragment in parse_inline("**min_instances: 2** - Always-on")]
    [('min_instances: 2', True), (' - Always-on', False)]
    """
    if not _MARKUP.search(text):  # most texts of a deck, at a hundredth of the cost
        return (Fragment(str(text)),) if text else ()
    fragments: list[Fragment] = []
    bold = italic = strike = 0
    link: str | None = None

    def add(content: str, code: bool = False) -> None:
        new = Fragment(content.translate(_LINE_ENDS), bold > 0, italic > 0, code, strike > 0, link)
        last = fragments[-1] if fragments else None
        if last and replace(last, text="") == replace(new, text=""):
            fragments[-1] = replace(last, text=last.text + new.text)
        elif new.text:
            fragments.append(new)

    for token in tokens(text):
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "s_open" | "s_close":
                strike += token.nesting
            case "link_open":
                link = str(token.attrGet("href") or "")
            case "link_close":
                link = None
            case "softbreak":
                add(" ")
            case "hardbreak":
                add("\v")
            case _:
                add(token.content, token.type == "code_inline")
    return tuple(fragments)


def plain_text(text: str) -> str:
    """The text without its markup."""
    return "".join(fragment.text for fragment in parse_inline(text)).replace("\v", " ")


def link_targets(text: str) -> tuple[str, ...]:
    """Where the links of the text lead, as written, each once."""
    return tuple(dict.fromkeys(part.link for part in parse_inline(text) if part.link is not None))


def internal_links(text: str) -> tuple[str, ...]:
    """Ids of the slides that the text links to."""
    return tuple(target[1:] for target in link_targets(text) if is_internal(target))


# --- numbers and their units --------------------------------------------------------------------------

NO_BREAK_SPACE = "\u00a0"

UNITS = (
    "%|AM|PM|min|minutes?|s|sec|seconds?|ms|h|hours?|days?|weeks?|months?|years?"
    "|[KMGT]i?B|[KMG]Hz|GPUs?|vCPUs?|M|B|million|billion"
    "|users?|instances?|replicas?|slides?|points?|layers?|tokens?|requests?|queries|calls?|messages?|errors?"
    "|req/s|rps|pt|px"
)
"""Words that belong to the number before them; a rate's denominator (`requests/second`) goes along."""

LABELS = (
    "Session|Segment|Slide|Exercise|Ex|Phase|Weeks?|Module|Appendix|Instance|User|Message|Step|Tier|Section"
)
"""Words that belong to the number or letter after them."""

_UNIT_AFTER_NUMBER = re.compile(rf"(?<=\d|\+|%|[KM]) (?=(?:{UNITS})(?:/\w+)?(?![\w]))")
_NUMBER_AFTER_LABEL = re.compile(rf"(?<![\w])({LABELS}) (?=(?:\d|[A-Z](?![\w])))")
_NUMBER_AFTER_SIGN = re.compile(r"(?<=[<>≤≥=≈~×±]) (?=[\d$])")


def bind_units(text: str) -> str:
    """The text with no-break spaces where a number and its unit, sign or label must stay on one line.

    Only for drawn text: what the author wrote, and searches in, stays as it is.

    >>> bind_units("after 300 s").replace(NO_BREAK_SPACE, "_")
    'after 300_s'
    """
    text = _UNIT_AFTER_NUMBER.sub(NO_BREAK_SPACE, text)
    text = _NUMBER_AFTER_LABEL.sub(rf"\1{NO_BREAK_SPACE}", text)
    return _NUMBER_AFTER_SIGN.sub(NO_BREAK_SPACE, text)
