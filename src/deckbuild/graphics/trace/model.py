"""What authors write for a trace: spans in spans, and the calls that they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import Field

from deckbuild.deck.faults import Fault, Loc
from deckbuild.deck.fields import ColorName, Inline, InlineList, Verbatim
from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.numbers import Number, time_faults
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

    def faults(self) -> Iterator[Fault]:
        calls = calls_of(self)
        for each in calls:
            span, parent = each.span, each.parent and each.parent.span
            yield from time_faults(span.start, span.end, each.loc)
            if parent and span.start < parent.start:
                message = f"starts at {spelled(span.start)}, before {plain_text(parent.name)!r} that calls it"
                hint = f"a call starts at {spelled(parent.start)} or later"
                yield Fault(message, hint, OUT_OF_RANGE, (*each.loc, "start"))
            if span.spans and each.depth + 1 == DEEPEST:
                message = f"spans are nested deeper than {DEEPEST} levels"
                hint = "leave out levels that only pass the call on"
                yield Fault(message, hint, OUT_OF_RANGE, (*each.loc, "spans"))
        if len(calls) > MOST_SPANS:
            message = f"a trace shows at most {MOST_SPANS} spans, has {len(calls)}"
            yield Fault(message, "leave out what the slide isn't about", OUT_OF_RANGE, ("spans",))
        lit = [repr(each.name) for each in calls if each.span.highlight]
        if len(lit) > 1:
            hint = "highlight the one that the slide is about"
            yield Fault(f"{' and '.join(lit)} are highlighted", hint, BAD_VALUE, ("spans",))


@dataclass(frozen=True, slots=True)
class Call:
    """A traced call in the tree: its span, where it was written, the call that made it, its bar's key."""

    span: TraceSpan
    loc: Loc
    parent: Call | None
    key: str

    @property
    def depth(self) -> int:
        return self.parent.depth + 1 if self.parent else 0

    @property
    def name(self) -> str:
        """Its name without marks of style."""
        return plain_text(self.span.name)

    @property
    def strong(self) -> bool:
        """Whether it stands out: the outermost and the highlighted one."""
        return self.span.highlight or self.parent is None


def calls_of(trace: TraceSpec) -> list[Call]:
    """The spans from top to bottom: children follow their parent, siblings in order of their start."""
    found: list[Call] = []

    def add(spans: Sequence[TraceSpan], loc: Loc, parent: Call | None) -> None:
        for index, span in sorted(enumerate(spans), key=lambda each: each[1].start):
            call = Call(span, (*loc, "spans", index), parent, f"{trace.id}/span-{len(found) + 1}")
            found.append(call)
            add(span.spans, call.loc, call)

    add(trace.spans, (), None)
    return found
