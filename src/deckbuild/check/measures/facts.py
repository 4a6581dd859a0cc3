"""Facts that age: dates, versions and the names of models in a deck's texts, and which are out of date.

The policy is small on purpose. `as_of` says when the deck's facts were last checked. A date in the text
more than `fact_months` before it is to be checked again; a name that was out of use by then is wrong.
Whether anything newer exists can't be known here.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from deckbuild.check.measures.code import Code, code_in
from deckbuild.check.measures.passages import Passage
from deckbuild.check.subjects import CheckContext
from deckbuild.diagnostics import Span

MONTHS = "January February March April May June July August September October November December"
_MONTH = "|".join(rf"{name[:3]}(?:{name[3:]})?\.?" for name in MONTHS.split())
_YEAR = r"(?:19|20)\d\d"
YEAR = re.compile(_YEAR)
_CLAIMS = r"(?i:as of|as at|updated(?: in)?|last checked(?: in)?|valid (?:in|until)|prices? (?:of|from))"

DATES = re.compile(
    rf"(?<![\w.-])(?P<iso>{_YEAR})-(?P<m>0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?(?![\d-])"
    rf"|\b(?P<month>{_MONTH}) (?:\d{{1,2}}, )?(?P<year>{_YEAR})\b"
    rf"|\bQ(?P<quarter>[1-4])[ /](?P<q_year>{_YEAR})\b"
    rf"|\b{_CLAIMS} (?P<alone>{_YEAR})\b"
)
"""Dates with a month or a quarter, and years that a claim about the present goes with. A bare year is
history as a rule: "published in 2017"."""

PRODUCTS = re.compile(
    r"\b(?:TLS|SSL|Python|Java|Node\.js|Kubernetes|PostgreSQL|MySQL|Ubuntu|Windows Server"
    r"|GPT|Claude|Llama|Gemini|Mistral|Falcon)[ -]?v?(?:\d+(?:\.\d+)*[\w.-]*)",
    re.IGNORECASE,
)
"""Names with a version: what TEC020 takes for a fact that ages."""


@dataclass(frozen=True, slots=True)
class Retired:
    """A name that is out of use since a day. `pattern` finds it; a text without `word`, in lower case, can't
    have it."""

    word: str
    since: datetime.date
    pattern: re.Pattern[str]
    instead: str = ""


def _known(word: str, pattern: str, since: str, instead: str = "") -> Retired:
    compiled = re.compile(rf"(?<![\w.-])(?:{pattern})(?!\w|\.\d)", re.IGNORECASE)
    return Retired(word, datetime.date.fromisoformat(since), compiled, instead)


RETIRED = (
    _known("ssl", r"SSL ?v?[23](?:\.0)?", "2015-06-01", "TLS 1.3"),  # RFC 7568
    _known("tls", r"TLS ?v?1\.[01]", "2021-03-01", "TLS 1.3"),  # RFC 8996
    _known("python", r"Python ?2(?:\.\d+)?", "2020-01-01", "Python 3"),  # PEP 373
    _known("python", r"Python ?3\.[0-7]", "2023-06-27"),  # PEP 537 and those before it
    _known("python", r"Python ?3\.8", "2024-10-07"),  # PEP 569
    # The providers' own lists of deprecations:
    _known("-00", r"text-(?:davinci|curie|babbage|ada)-00[123]", "2024-01-04"),
    _known("claude", r"claude-1(?:\.\d)?|claude-instant-1(?:\.\d)?|Claude Instant", "2024-11-06"),
    _known("claude", r"claude-2(?:\.\d)?|Claude 2(?:\.\d)?", "2025-07-21"),
)
"""Names that nothing current should be built on, and the day that their makers gave."""

EXCUSED = re.compile(
    r"\b(?:never|not?|don['’]t|disabl\w*|deprecat\w*|retir\w*|former\w*|instead|replac\w*|drop\w*|before|older?"
    r"|outdated|obsolete|unlike|legacy|end of life|migrat\w*|upgrad\w*|reject\w*|block\w*|off)\b",
    re.IGNORECASE,
)
"""Words of a sentence that names something because it is out of use."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something in the text that ages, at its place."""

    written: str
    span: Span
    slide: int | None
    month: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line of text or code; `at` tells where the character of an index was written."""

    text: str
    slide: int | None
    at: Callable[[int], Span]
    code: bool = False


def lines(context: CheckContext, wanted: Callable[[str], object]) -> Iterator[WrittenLine]:
    """The texts that teach, line by line, then the code: of those that are `wanted`.

    Not the background: research is cited with the dates it has.
    """
    for number, passages in context.passages.items():
        for passage in passages:
            if passage.part != "background" and not passage.code and wanted(passage.text):
                start = 0
                for text in passage.text.splitlines(keepends=True):
                    yield WrittenLine(text, number or None, partial(_in_passage, passage, start))
                    start += len(text)
    for appendix in context.appendices:
        for text, span in appendix.prose if wanted(appendix.text) else ():
            yield WrittenLine(text, None, partial(_moved, span))
    for code in code_in(context):
        if not wanted(code.source):
            continue
        for number, text in enumerate(code.source.splitlines(), 1):
            yield WrittenLine(text, code.slide, partial(_in_code, code, number), code=True)


def dates(context: CheckContext) -> Iterator[Fact]:
    """The dates in the texts, each with the month it means. Time stamps in code are samples."""
    for line in lines(context, YEAR.search):
        if not line.code:
            for found in DATES.finditer(line.text):
                yield Fact(found[0], line.at(found.start()), line.slide, _month(found))


def products(context: CheckContext) -> Iterator[Fact]:
    """Names with versions, in the texts and in code."""
    for line in lines(context, PRODUCTS.search):
        for found in PRODUCTS.finditer(line.text):
            yield Fact(found[0].rstrip(".-"), line.at(found.start()), line.slide)


def retired_names(context: CheckContext) -> Iterator[tuple[Fact, Retired]]:
    """What the texts and the code name that was out of use when the deck's facts were checked. A sentence
    may name it if it says so."""
    as_of = context.deck.as_of
    known = [each for each in (*RETIRED, *_own(context)) if as_of is None or each.since <= as_of]
    words = {each.word for each in known}

    def wanted(text: str) -> bool:
        lower = text.lower()
        return any(word in lower for word in words)

    for line in lines(context, wanted):
        for retired in known:
            for found in retired.pattern.finditer(line.text):
                if line.code or not EXCUSED.search(_sentence(line.text, found.start())):
                    yield Fact(found[0], line.at(found.start()), line.slide), retired


def months_before(day: datetime.date, months: int) -> datetime.date:
    """The first day of the month that is `months` before that of `day`.

    >>> months_before(datetime.date(2026, 1, 3), 24)
    datetime.date(2024, 1, 1)
    """
    count = day.year * 12 + day.month - 1 - months
    return datetime.date(count // 12, count % 12 + 1, 1)


def _own(context: CheckContext) -> Iterable[Retired]:
    return [
        _known(each.name.lower(), re.escape(each.name), each.since.isoformat(), str(each.instead))
        for each in context.settings.retired
    ]


def _month(found: re.Match[str]) -> datetime.date:
    """The last month that a date can mean, by its first day: of a year alone, its December."""
    if found["iso"]:
        return datetime.date(int(found["iso"]), int(found["m"]), 1)
    if found["month"]:
        names = [name[:3] for name in MONTHS.split()]
        return datetime.date(int(found["year"]), names.index(found["month"][:3]) + 1, 1)
    if found["quarter"]:
        return datetime.date(int(found["q_year"]), 3 * int(found["quarter"]), 1)
    return datetime.date(int(found["alone"]), 12, 1)


def _sentence(text: str, index: int) -> str:
    """The sentence around a place in a text."""
    start = max((text.rfind(end, 0, index) for end in (". ", "! ", "? ", "\n")), default=-1) + 1
    ends = [at for end in (". ", "! ", "? ", "\n") if (at := text.find(end, index)) >= 0]
    return text[start : min(ends, default=len(text))]


def _in_passage(passage: Passage, start: int, index: int) -> Span:
    return passage.at(start + index)


def _in_code(code: Code, number: int, index: int) -> Span:
    return code.at(number, index + 1)


def _moved(span: Span, columns: int) -> Span:
    return Span(span.file, span.line, span.column + columns)
