"""Inline markup: **bold**, *italic*, `code`, [links](https://…), and numbers that keep their units.

CommonMark's rules, from markdown-it-py, with everything but these four and backslash escapes switched
off: `<`, `&`, `$`, `→` stand for themselves and `min_instances` keeps its underscores.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt

LINK_SCHEMES = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text in one style. A `\\v` in the text is a forced line break (a backslash at the line's end)."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str | None = None


_MARKUP = re.compile(r"[*_`\[\]\\\n\r\x00]")
"""Characters that any of our rules looks at (and NUL, which CommonMark replaces)."""


def parse_inline(text: str) -> tuple[Fragment, ...]:
    """Text with markup as fragments, neighbours of one style joined; a single newline is a space.

    Anything may be the target of a link here; `bad_links` tells which ones are not to be written.

    >>> parse_inline("**min_instances: 2** - Always-on")
    (Fragment(text='min_instances: 2', bold=True, italic=False, code=False, link=None), \
Fragment(text=' - Always-on', bold=False, italic=False, code=False, link=None))
    """
    if not _MARKUP.search(text):  # most texts of a deck, at a hundredth of the cost
        return (Fragment(str(text)),) if text else ()
    fragments: list[Fragment] = []
    bold = italic = 0
    link: str | None = None
    tokens = _parser().parseInline(text)
    for token in tokens[0].children or [] if tokens else []:
        match token.type:
            case "strong_open":
                bold += 1
            case "strong_close":
                bold -= 1
            case "em_open":
                italic += 1
            case "em_close":
                italic -= 1
            case "link_open":
                link = str(token.attrGet("href") or "")
            case "link_close":
                link = None
            case "softbreak":
                _append(fragments, Fragment(" ", bold > 0, italic > 0, False, link))
            case "hardbreak":
                _append(fragments, Fragment("\v", bold > 0, italic > 0, False, link))
            case "code_inline":
                _append(fragments, Fragment(token.content, bold > 0, italic > 0, True, link))
            case _:
                _append(fragments, Fragment(token.content, bold > 0, italic > 0, False, link))
    return tuple(fragments)


def plain_text(text: str) -> str:
    """The text without its markup."""
    return "".join(fragment.text for fragment in parse_inline(text)).replace("\v", " ")


def bad_links(text: str) -> tuple[str, ...]:
    """Targets of links that are neither a web or mail address nor `#slide-id`."""
    targets = dict.fromkeys(fragment.link for fragment in parse_inline(text) if fragment.link is not None)
    return tuple(
        target
        for target in targets
        if target is not None and not target.lower().startswith(LINK_SCHEMES) and not _is_internal(target)
    )


def internal_links(text: str) -> tuple[str, ...]:
    """Ids of the slides that the text links to."""
    targets = dict.fromkeys(fragment.link for fragment in parse_inline(text))
    return tuple(target[1:] for target in targets if target and _is_internal(target))


def _is_internal(target: str) -> bool:
    return target.startswith("#") and len(target) > 1


def _append(fragments: list[Fragment], new: Fragment) -> None:
    last = fragments[-1] if fragments else None
    if last and (last.bold, last.italic, last.code, last.link) == (new.bold, new.italic, new.code, new.link):
        fragments[-1] = Fragment(last.text + new.text, new.bold, new.italic, new.code, new.link)
    elif new.text:
        fragments.append(new)


class _Markdown(MarkdownIt):
    """markdown-it with our rules only. Every target passes, so that a bad one is an error and not text."""

    def __init__(self) -> None:
        super().__init__("zero")
        self.enable(["emphasis", "backticks", "link", "escape", "newline"])

    def validateLink(self, url: str) -> bool:  # noqa: ARG002
        return True

    def normalizeLink(self, url: str) -> str:
        return url


_PARSER = _Markdown()  # holds rules only, nothing about the texts it parsed


def _parser() -> MarkdownIt:
    return _PARSER


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
