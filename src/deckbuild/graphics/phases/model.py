"""What authors write for phases: each with its points, criteria and the gate behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field

from deckbuild.deck.faults import Fault, idle
from deckbuild.deck.fields import ColorName, Inline, InlineList
from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.numbers import Number
from deckbuild.deck.shorthand import bare
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import BAD_VALUE, OUT_OF_RANGE
from deckbuild.layout.icons import IconName


class Gate(Node):
    """A decision after a phase. `halt` says what happens when it isn't passed."""

    label: Inline = Field(description="The words in the diamond.")
    halt: Inline | None = Field(default=None, description="Where a no leads: a label below the diamond.")


class Phase(Node):
    """One phase. Everything but the title may be left out."""

    title: Inline = Field(description="The phase's name.")
    period: Inline | None = Field(default=None, description="When it is, such as Weeks 1-6.")
    headline: Inline | None = Field(default=None, description="The number to remember, set large.")
    crowd: int = Field(default=0, ge=0, le=24, description="How many icons stand for the users.")
    icon: IconName = Field(default="user", description="The icon that is repeated.")
    points: InlineList = Field(default=(), description="What the phase is for.")
    criteria: InlineList = Field(default=(), description="What must be met, each with a check mark.")
    status: Literal["done", "current", "next"] = Field(
        default="next", description="A done phase carries a check mark; the current one is tinted."
    )
    color: ColorName | None = Field(default=None, description="Colour of its edge and of its bar.")
    highlight: bool = Field(default=False, description="Fill the card with the theme's dark colour.")
    start: Number | None = Field(
        default=None, description="Where it begins on the bar beneath. All phases have it, or none."
    )
    gate: Annotated[Gate, bare("label")] | None = Field(
        default=None, description="The decision before the next phase: a label, or label and halt."
    )


class PhasesSpec(Graphic):
    """What authors write for a graphic of the kind `phases`."""

    phases: tuple[Phase, ...] = Field(min_length=2, max_length=5, description="The phases in order.")
    criteria_heading: Inline | None = Field(default=None, description="Stands above each phase's criteria.")
    prefix: Inline = Field(default="", description="Written before each time on the bar, such as Week.")
    end: Number | None = Field(
        default=None, description="Where the last phase ends; without it, its bar is an arrow."
    )
    note: Inline | None = Field(
        default=None,
        description=(
            "A sentence at the foot, as large as body text: it can show a callout that has `shown_in`."
        ),
    )
    note_icon: IconName | None = Field(default=None, description="The icon before the note.")

    def faults(self) -> Iterator[Fault]:
        last, timed = len(self.phases) - 1, [each.start for each in self.phases if each.start is not None]
        for index, phase in enumerate(self.phases):
            if index == last and phase.gate:
                loc = ("phases", index, "gate")
                yield Fault("the last phase has a gate", "a gate leads to a next phase", BAD_VALUE, loc)
            if timed and phase.start is None:
                message = f"phase {plain_text(phase.title)!r} has no start"
                yield Fault(message, "give every phase its start, or none", BAD_VALUE, ("phases", index))
        for index, (before, after) in enumerate(pairwise(timed), 1):
            if after <= before:
                message, at = f"starts at {spelled(after)}, not after {spelled(before)}", "start"
                yield Fault(message, "phases stand in order", OUT_OF_RANGE, ("phases", index, at))
        if self.end is not None and timed and self.end <= timed[-1]:
            message = f"ends at {spelled(self.end)}, before its last phase starts at {spelled(timed[-1])}"
            yield Fault(message, "", OUT_OF_RANGE, ("end",))
        criteria = any(phase.criteria for phase in self.phases)
        yield from idle("criteria_heading", self.criteria_heading, criteria, "criteria")
        yield from idle("prefix", self.prefix, timed, "times")
        yield from idle("end", self.end is not None, timed, "times")

    def prefers_wide(self) -> bool:
        return True
