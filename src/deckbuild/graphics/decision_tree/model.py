"""What authors write for a decision tree: outcomes, and the questions that lead to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import STRING, ColorName, Identifier, Inline, PlainStr, Short, as_list
from deckbuild.deck.ids import Ref
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.diagnostics.codes.deck import BAD_VALUE
from deckbuild.layout.icons import IconName
from deckbuild.sources.values import SourceMap, span_of


class Outcome(Node):
    """Where decisions lead: a name, an icon and a colour."""

    noun = "outcome"

    label: Inline = Field(description="Its name.")
    icon: IconName = Field(description="On every branch that leads there; `cloud+server` joins two icons.")
    color: ColorName | None = Field(
        default=None, description="Its palette colour; by default the next series'."
    )


@Short({"anyOf": [STRING, {"type": "array", "items": STRING}]})
def read_branch(value: Any) -> Any:
    """An outcome's id, or a list of them, as a branch."""
    if isinstance(value, (str, list)):
        return SourceMap({"to": value}, span_of(value))
    return value


class Branch(Node):
    """What an answer leads to: one outcome or several."""

    noun = "branch"

    to: Annotated[tuple[PlainStr, ...], BeforeValidator(as_list), Ref("outcomes")] = Field(
        min_length=1, description="Ids of outcomes, one or several."
    )
    label: Inline = Field(default="", description="The advice; by default the names of the outcomes.")
    note: Inline = Field(default="", description="The factor that decides, in a line below.")


AnyBranch = Annotated[Branch, BeforeValidator(read_branch)]


class Decision(Node):
    """A question. The answer that has a branch leads to outcomes, the other one to the next question."""

    noun = "decision"

    question: Inline = Field(description="The question, answered with yes or no.")
    yes: AnyBranch | None = Field(default=None, description="Where yes leads, if not to the next question.")
    no: AnyBranch | None = Field(default=None, description="Where no leads, if not to the next question.")

    @model_validator(mode="after")
    def _one_branch(self) -> Self:
        if (self.yes is None) == (self.no is None):
            hint = "give 'yes' or 'no' an outcome; the other answer leads to the next question"
            raise Fault("a decision needs one branch", hint, BAD_VALUE).error()
        return self

    @property
    def branch(self) -> Branch:
        """The branch that leads to outcomes."""
        branch = self.yes or self.no
        assert branch is not None
        return branch


class DecisionTreeSpec(Graphic):
    """What authors write for a graphic of the kind `decision-tree`."""

    start: Inline = Field(description="What is to be decided.")
    outcomes: dict[Identifier, Outcome] = Field(min_length=1, max_length=40, description="Outcomes by id.")
    decisions: tuple[Decision, ...] = Field(
        min_length=1, max_length=40, description="Questions in the order they are asked."
    )
    default: AnyBranch = Field(description="The branch after the last question, if that doesn't decide.")
    yes_word: Inline = Field(default="Yes", description="Label of the answer yes.")
    no_word: Inline = Field(default="No", description="Label of the answer no.")
    wide: bool = Field(default=False, description="Take the full width of the slide, below its text.")

    def joined(self) -> Mapping[str, Node]:
        return self.outcomes if len(self.outcomes) > 1 else {}

    def prefers_wide(self) -> bool:
        return self.wide
