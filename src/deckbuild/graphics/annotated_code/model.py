"""What authors write for annotated code: the code, and remarks on its lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import Fault, Loc
from deckbuild.deck.fields import Inline, PlainStr, Short, SourceCode, as_list
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_REFERENCE, MISSING, OUT_OF_RANGE
from deckbuild.layout.highlight import Language, source_lines
from deckbuild.layout.label import LabelParagraph


@Short({"type": "integer"})
def _as_tuple(value: Any) -> Any:
    return [value] if isinstance(value, int) else value


class CodeCallout(Node):
    """A remark on some lines of the code."""

    noun: ClassVar[str] = "callout"

    match: Annotated[tuple[PlainStr, ...], BeforeValidator(as_list)] = Field(
        default=(),
        description=(
            "Text that stands in just one line; two texts for the first and the last of several lines."
        ),
    )
    lines: Annotated[tuple[Annotated[int, Field(ge=1, le=100_000)], ...], BeforeValidator(_as_tuple)] = Field(
        default=(),
        max_length=2,
        description="Instead of `match`: the line's number from 1, or `[first, last]`.",
    )
    title: Inline = Field(description="What it is about, in bold.")
    text: Inline = Field(default="", description="What there is to say.")

    def label(self, context: LayoutContext) -> tuple[LabelParagraph, ...]:
        theme = context.theme
        said = (LabelParagraph(self.text, color=theme.role.text, gap=0.1),) if self.text else ()
        return (LabelParagraph(self.title, bold=True, color=theme.role.heading), *said)


class AnnotatedCodeSpec(Graphic):
    """What authors write for a graphic of the kind `annotated-code`."""

    language: Language = Field(
        default="text",
        description="What it is written in: a name that Pygments knows, such as json, yaml or python.",
    )
    source: SourceCode = Field(
        min_length=1, description="The code, taken literally. Use a block scalar (`|`)."
    )
    heading: Inline | None = Field(default=None, description="Above the code.")
    callouts_heading: Inline | None = Field(default=None, description="Above the callouts.")
    callouts: tuple[CodeCallout, ...] = Field(min_length=1, description="Remarks on lines of the code.")

    def prefers_wide(self) -> bool:
        return True

    def faults(self) -> Iterator[Fault]:
        lines = source_lines(self.source)
        for index, callout in enumerate(self.callouts):
            yield from _faults(callout, ("callouts", index), lines)


def line_range(callout: CodeCallout, lines: Sequence[str]) -> tuple[int, int]:
    """First and last line, counted from 1, that a callout is about."""
    if callout.lines:
        return callout.lines[0], callout.lines[-1]
    found = [number for text in callout.match for number in _lines_with(text, lines)[:1]]
    return min(found), max(found)


def _lines_with(text: str, lines: Iterable[str]) -> list[int]:
    return [number for number, line in enumerate(lines, 1) if text in line]


def _faults(callout: CodeCallout, at: Loc, lines: Sequence[str]) -> Iterator[Fault]:
    """What is wrong with where a callout points."""
    if bool(callout.match) == bool(callout.lines):
        yield Fault("a callout needs either 'match' or 'lines'", "", MISSING, at)
    for text in callout.match:
        found = _lines_with(text, lines)
        if not found:
            hint = did_you_mean(text, (line.strip() for line in lines if len(line.strip()) > 2))
            yield Fault(f"no line of the source contains {str(text)!r}", hint, BAD_REFERENCE, (*at, "match"))
        elif len(found) > 1:
            listed = ", ".join(map(str, found))
            message = f"{str(text)!r} stands in lines {listed}"
            yield Fault(message, "write more of the line, or give 'lines'", BAD_REFERENCE, (*at, "match"))
    if any(not 1 <= number <= len(lines) for number in callout.lines):
        yield Fault(f"the source has lines 1 to {len(lines)}", "", OUT_OF_RANGE, (*at, "lines"))
    if any(first > last for first, last in pairwise(callout.lines)):
        yield Fault("the first line comes after the last", "swap them", OUT_OF_RANGE, (*at, "lines"))
