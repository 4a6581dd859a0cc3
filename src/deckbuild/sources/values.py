"""Values that know where they were written: the tree that reading YAML yields.

They are ordinary dicts, lists, strings and numbers to everything that doesn't ask. Text keeps its
position through validation, so a finding about one bullet can point at that bullet's line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Self, TypeVar

from deckbuild.diagnostics import NOWHERE, Diagnostic, Span

S = TypeVar("S", bound="SourceStr")


class SourceStr(str):
    """Text with its position. `indent` is the column of the text in a literal block (`|`), else 0;
    `offset` is how many columns the text starts after `span` where it stands on one line, else -1.
    `comment` is a warning of words behind it that YAML takes for a comment, if they may have been meant."""

    span: Span
    indent: int
    offset: int
    comment: Diagnostic | None

    def __new__(
        cls,
        text: str,
        span: Span = NOWHERE,
        *,
        indent: int = 0,
        offset: int = -1,
        comment: Diagnostic | None = None,
    ) -> Self:
        self = super().__new__(cls, text)
        self.span, self.indent, self.offset, self.comment = span, indent, offset, comment
        return self

    def __getnewargs__(self) -> tuple[str, Span]:  # type: ignore[override]
        return str(self), self.span

    def at(self, index: int) -> Span:
        """Where the character at `index` was written; the start of the text where that can't be told."""
        if self.indent:
            line = self.count("\n", 0, index)
            start = self.rfind("\n", 0, index) + 1
            return Span(self.span.file, self.span.line + 1 + line, self.indent + index - start)
        if self.offset >= 0:
            return replace(self.span, column=self.span.column + self.offset + index)
        return self.span

    def retyped(self, kind: type[S]) -> S:
        """The same text at the same position as another kind of text."""
        return kind.like(self, str(self))

    @classmethod
    def like(cls, other: SourceStr, text: str) -> Self:
        """A text that stands where `other` does, character for character."""
        return cls(text, other.span, indent=other.indent, offset=other.offset, comment=other.comment)

    def with_text(self, text: str) -> SourceStr:
        """Other text at the same position; places inside it are known by line only."""
        return SourceStr(text, self.span, indent=self.indent, comment=self.comment)

    def lines(self, first: int, last: int) -> Self:
        """The lines from `first` up to, and without, `last`, counted from 0, at their place."""
        text = "".join(self.splitlines(keepends=True)[first:last])
        down = first if self.indent else 0
        return type(self)(text, replace(self.span, line=self.span.line + down), indent=self.indent)


class InlineStr(SourceStr):
    """Text with inline markup that is shown or spoken: what it resolves to must be in the document."""


class VerbatimStr(SourceStr):
    """Text that is shown as it was typed, such as code: every character must be in the document."""


class SplicedStr(SourceStr):
    """Text put together from stretches of `base`, such as the lines of a paragraph without their indents.

    `stretches` pairs the index where each begins here with where it begins in `base`.
    """

    base: SourceStr
    stretches: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, base: SourceStr, stretches: tuple[tuple[int, int], ...]) -> Self:
        """The text with its stretches, the first of which begins at 0."""
        self = cls(text, base.at(stretches[0][1]))
        self.base, self.stretches = base, stretches
        return self

    def at(self, index: int) -> Span:
        """Where the character at `index` was written."""
        return self.base.at(self._place(index))

    def cut(self, start: int, end: int, before: str = "", after: str = "") -> SplicedStr:
        """The text from `start` to `end`, between markup that has no place of its own."""
        inner = tuple(
            (index - start + len(before), place) for index, place in self.stretches if start < index < end
        )
        first = (0, max(self._place(start) - len(before), 0))
        return SplicedStr.of(f"{before}{self[start:end]}{after}", self.base, (first, *inner))

    def replaced(self, changes: Sequence[tuple[int, int, str]]) -> SplicedStr:
        """The text with other text in some places: from where, up to where, and what, in order."""
        text = ""
        stretches: list[tuple[int, int]] = []
        done = 0
        for start, end, new in (*changes, (len(self), len(self), "")):
            moved = len(text) - done
            stretches.append((len(text), self._place(done)))
            stretches += [(at + moved, place) for at, place in self.stretches if done < at < start]
            text += self[done:start]
            stretches += [(len(text) + number, self._place(start)) for number in range(len(new))]
            text += new
            done = end
        return SplicedStr.of(text, self.base, tuple(stretches))

    def _place(self, index: int) -> int:
        here, there = self._stretch(index)
        return there + index - here

    def _stretch(self, index: int) -> tuple[int, int]:
        return next(pair for pair in reversed(self.stretches) if pair[0] <= max(index, 0))


class SourceInt(int):
    """A whole number with its position and its spelling (`1_000`)."""

    span: Span
    spelling: str

    def __new__(cls, value: int, spelling: str, span: Span = NOWHERE) -> Self:
        self = super().__new__(cls, value)
        self.span, self.spelling = span, spelling
        return self

    def __getnewargs__(self) -> tuple[int, str, Span]:  # type: ignore[override]
        return int(self), self.spelling, self.span


class SourceFloat(float):
    """A number with its position and its spelling (`1.10`)."""

    span: Span
    spelling: str

    def __new__(cls, value: float, spelling: str, span: Span = NOWHERE) -> Self:
        self = super().__new__(cls, value)
        self.span, self.spelling = span, spelling
        return self

    def __getnewargs__(self) -> tuple[float, str, Span]:  # type: ignore[override]
        return float(self), self.spelling, self.span


class SourceList(list[Any]):
    """A list with its position and that of every entry."""

    def __init__(self, items: list[Any], span: Span = NOWHERE, item_spans: list[Span] | None = None) -> None:
        super().__init__(items)
        self.span = span
        self.item_spans = item_spans or [span] * len(items)


class SourceMap(dict[str, Any]):
    """A mapping with its position, those of its keys and values, and what the loader adds to it.

    `given` holds fields that no author writes (a slide's number), merged in when it is validated.
    """

    def __init__(
        self,
        items: Mapping[str, Any],
        span: Span = NOWHERE,
        key_spans: Mapping[str, Span] | None = None,
        value_spans: Mapping[str, Span] | None = None,
        given: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(items)
        self.span = span
        self.key_spans = dict(key_spans or {})
        self.value_spans = dict(value_spans or {})
        self.given = dict(given or {})

    def with_items(self, items: Mapping[str, Any], **given: Any) -> SourceMap:
        """Other entries at the same position; `given` is added to what the loader gives."""
        return SourceMap(items, self.span, self.key_spans, self.value_spans, {**self.given, **given})

    def merged(self, inner: SourceMap) -> SourceMap:
        """These entries and those of `inner`, every one with its own position."""
        return SourceMap(
            {**self, **inner},
            self.span,
            {**self.key_spans, **inner.key_spans},
            {**self.value_spans, **inner.value_spans},
            self.given,
        )


def span_of(value: object) -> Span:
    """Where a value was written; `NOWHERE` for one that was built in code."""
    span = getattr(value, "span", NOWHERE)
    return span if isinstance(span, Span) else NOWHERE


def locate(tree: object, path: tuple[str | int, ...], *, key: bool = False) -> Span:
    """The position of the value at `path`; with `key`, of its key. The deepest one that exists."""
    span = span_of(tree)
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(tree, SourceMap) and step in tree:
            spans = tree.key_spans if key and last else tree.value_spans
            span = spans.get(str(step), span)
            tree = tree[str(step)]
        elif isinstance(tree, SourceList) and isinstance(step, int) and step < len(tree):
            span = tree.item_spans[step]
            tree = tree[step]
        else:
            break
        # A slide written in a file of its own stands in that file, not at the entry that names it.
        if isinstance(tree, (SourceMap, SourceList)) and tree.span.file != span.file:
            span = tree.span
    return span
