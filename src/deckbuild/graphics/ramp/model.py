"""What authors write for a ramp: its steps, their checks, the way back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import Inline, Unshown
from deckbuild.deck.ids import Ref
from deckbuild.deck.inline import plain_text
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.numbers import Weight
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import BAD_VALUE, OUT_OF_RANGE
from deckbuild.layout.icons import IconName


class RampStep(Node):
    """One step of the rollout."""

    noun = "step"
    identity = "at"

    at: Inline = Field(description="When it begins, such as Week 19; stands below the step.")
    level: Weight = Field(description="How high it is, in the ramp's unit.")


class Rollback(Node):
    """An example of a way back."""

    at: Annotated[Unshown, Ref("steps")] = Field(description="The step that fails, by its `at`.")
    to: Annotated[Unshown | None, Ref("steps")] = Field(
        default=None, description="The step to return to, else the one before."
    )
    label: Inline = Field(description="What happens, in the box at the foot of the arrow.")
    icon: IconName = Field(default="undo-2", description="The icon where the way back begins.")


class RampSpec(Graphic):
    """What authors write for a graphic of the kind `ramp`."""

    steps: tuple[RampStep, ...] = Field(min_length=2, max_length=8, description="The steps, each one higher.")
    heading: Inline | None = Field(default=None, description="What the levels measure.")
    note: Inline | None = Field(default=None, description="A line below the heading.")
    unit: Inline = Field(default="%", description="Written after each level; a space before it counts.")
    gate: Inline | None = Field(
        default=None,
        description=(
            "What must hold before each next step, beside a check mark; once in the heading where there "
            "is no room."
        ),
    )
    gate_icon: IconName = Field(default="check", description="The icon at each step up.")
    rollback: Rollback | None = Field(default=None, description="An example of a way back.")

    def faults(self) -> Iterator[Fault]:
        for index, (before, after) in enumerate(pairwise(self.steps), 1):
            if after.level <= before.level:
                levels = f"level {spelled(after.level)} is not above {spelled(before.level)}"
                message = f"{levels}, that of the step before"
                yield Fault(message, "a ramp goes up", OUT_OF_RANGE, ("steps", index, "level"))
        if self.rollback is None:
            return
        names = [step.at for step in self.steps]
        known = all(name is None or name in names for name in (self.rollback.at, self.rollback.to))
        if known and self.rollback_steps[0] <= max(self.rollback_steps[1], 0):
            message = f"there is no way back from {plain_text(self.rollback.at)!r}"
            to = f" to {plain_text(self.rollback.to)!r}" if self.rollback.to else ""
            hint = "a rollback leads from a step to an earlier one"
            yield Fault(message + to, hint, BAD_VALUE, ("rollback", "to" if self.rollback.to else "at"))

    @property
    def rollback_steps(self) -> tuple[int, int]:
        """Indexes of the steps that the rollback leads from and to."""
        assert self.rollback is not None
        names = [step.at for step in self.steps]
        start = names.index(self.rollback.at)
        return start, start - 1 if self.rollback.to is None else names.index(self.rollback.to)
