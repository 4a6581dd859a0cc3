"""A numbered list: what happens in this order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Self

from pydantic import Field, PrivateAttr, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.entries import Entries
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block
from deckbuild.diagnostics.codes.deck import DUPLICATE, NOTHING_TO_CONTINUE
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.layout.flow import flow
from deckbuild.layout.lists import least_list_width, list_paragraphs
from deckbuild.sources.values import span_of

HIGHEST = 9999
"""The largest number to start with; `startAt` goes up to 32767 (ECMA-376 Part 1, §21.1.2.4.1)."""


@BLOCKS.register("steps")
class Steps(Block):
    """A numbered list: what happens in this order."""

    steps: Entries = Field(min_length=1, description="The entries, each perhaps with a list below it.")
    start: int | None = Field(default=None, ge=1, le=HIGHEST, description="The first number; 1 by default.")
    continues: bool = Field(
        default=False,
        alias="continue",
        description="Go on counting from the slide's steps before; an error if there are none.",
    )
    _first: int = PrivateAttr(default=1)

    @model_validator(mode="after")
    def _counted_once(self) -> Self:
        if self.continues and self.start is not None:
            hint = "leave one of them out"
            raise_faults(
                [Fault("steps either start at a number or continue", hint, DUPLICATE, ("continue",))]
            )
        self._first = self.start or 1
        return self

    def follow(self, before: Sequence[Block]) -> Iterator[Fault]:
        if not self.continues:
            return
        earlier = [block for block in before if isinstance(block, Steps)]
        if not earlier:
            message = "there are no steps before these on the slide to continue"
            span = self.place_of("continue")
            yield Fault(message, "leave out 'continue', or write 'start'", NOTHING_TO_CONTINUE, span=span)
            return
        self._first = earlier[-1].last + 1

    @property
    def first(self) -> int:
        """The number of the first step."""
        return self._first

    @property
    def last(self) -> int:
        """The number of the last step."""
        return self._first + len(self.steps) - 1

    def least_width(self, context: LayoutContext) -> float:
        return least_list_width(self.steps, context, "number", start=self.first)

    def entries(self) -> int:
        return len(self.steps)

    def parted(self, at: int) -> tuple[Self, Self]:
        first = self.model_copy(update={"steps": self.steps[:at]})
        entries, number = self.steps[at:], self.first + at
        span = span_of(entries[0].text)
        given = {"steps": entries, "start": number, "continues": False, "heading": None, "span": span}
        second = self.model_copy(update=given)
        second._first = number
        return first, second

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        paragraphs = list_paragraphs(self.steps, region.width, context, "number", start=self.first)
        return flow(paragraphs, region.width, self.span)
