"""What authors write for a trace: spans in spans, and the rows that they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from pydantic import Field, model_validator

from deckbuild.deck.faults import Fault, Loc, raise_faults
from deckbuild.deck.fields import ColorName, Inline, InlineList, Verbatim
from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.numbers import Number
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import BAD_VALUE, OUT_OF_RANGE

MOST_SPANS = 40
"""Twice what the body of a slide holds at the least height of a row."""

DEEPEST = 8
"""Levels of calls: a third of the names' column is indentation then."""


class TraceSpan(Node):
    """One service call, and the calls that it made in turn."""

    noun = "span"

    name: Inline = Field(description="Which service or operation.")
    start: Number = Field(description="When it begins.")
    end: Number = Field(description="When it ends.")
    attributes: InlineList = Field(
        default=(), description="What the span records: listed below the bars and joined to this one."
    )
    color: ColorName | None = Field(default=None, description="Its colour, else the theme's.")
    highlight: bool = Field(default=False, description="The one span to look at.")
    spans: tuple[TraceSpan, ...] = Field(
        default=(), description="The calls that it made; none starts before it."
    )


class TraceSpec(Graphic):
    """What authors write for a graphic of the kind `trace`."""

    spans: tuple[TraceSpan, ...] = Field(min_length=1, description="The outermost spans, as a rule just one.")
    trace_id: Verbatim = Field(default="", description="The request's id, shown as it stands in a log line.")
    unit: Inline = Field(default="ms", description="Unit of the times.")
    note: Inline | None = Field(default=None, description="A remark beside the trace id.")

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        raise_faults(_faults(self.spans, ()))
        rows = tree_rows(self)
        if len(rows) > MOST_SPANS:
            message = f"a trace shows at most {MOST_SPANS} spans, has {len(rows)}"
            raise_faults([Fault(message, "leave out what the slide isn't about", OUT_OF_RANGE, ("spans",))])
        lit = [row.span.name for row in rows if row.span.highlight]
        if len(lit) > 1:
            names = " and ".join(repr(plain_text(name)) for name in lit)
            hint = "highlight the one that the slide is about"
            raise_faults([Fault(f"{names} are highlighted", hint, BAD_VALUE, ("spans",))])
        return self


@dataclass(frozen=True, slots=True)
class Call:
    """A traced call in the tree: its span, its depth, the row of its parent, and the key of its bar."""

    span: TraceSpan
    depth: int
    parent: int | None
    key: str


def tree_rows(trace: TraceSpec) -> tuple[Call, ...]:
    """The spans from top to bottom: children follow their parent, siblings in order of their start."""
    rows: list[Call] = []

    def add(spans: Sequence[TraceSpan], depth: int, parent: int | None) -> None:
        for span in sorted(spans, key=lambda span: span.start):
            rows.append(Call(span, depth, parent, f"{trace.id}/span-{len(rows) + 1}"))
            add(span.spans, depth + 1, len(rows) - 1)

    add(trace.spans, 0, None)
    return tuple(rows)


def _faults(spans: tuple[TraceSpan, ...], loc: Loc, parent: TraceSpan | None = None) -> Iterator[Fault]:
    if spans and len(loc) >= 2 * DEEPEST:
        message = f"spans are nested deeper than {DEEPEST} levels"
        yield Fault(message, "leave out levels that only pass the call on", OUT_OF_RANGE, (*loc, "spans"))
        return
    for index, span in enumerate(spans):
        at = (*loc, "spans", index)
        if span.end <= span.start:
            message = f"ends at {spelled(span.end)}, but starts at {spelled(span.start)}"
            yield Fault(message, "", OUT_OF_RANGE, (*at, "end"))
        if parent is not None and span.start < parent.start:
            message = f"starts at {spelled(span.start)}, before {plain_text(parent.name)!r} that calls it"
            yield Fault(
                message, f"a call starts at {spelled(parent.start)} or later", OUT_OF_RANGE, (*at, "start")
            )
        yield from _faults(span.spans, at, span)
