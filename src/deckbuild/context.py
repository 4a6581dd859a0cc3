"""What laying out needs to know about its surroundings."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from deckbuild.text.typesetter import Typesetter
from deckbuild.theme import Theme, Tone

A = TypeVar("A", bound=Hashable)
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Memo:
    """Answers that laying out needs again and again: an icon's outline, a text's markup.

    Only for functions whose answer depends on nothing but their argument, and is a value.
    """

    _answers: dict[tuple[Callable[..., Any], Hashable], Any] = field(default_factory=dict, repr=False)

    def of(self, function: Callable[[A], R], argument: A) -> R:
        """`function(argument)`, worked out the first time."""
        key = (function, argument)
        if key not in self._answers:
            self._answers[key] = function(argument)
        return cast(R, self._answers[key])


@dataclass(frozen=True, slots=True)
class LayoutContext:
    """Handed down to every `lay_out`.

    `body_size` is the size in points being tried for body text; headings and code follow it.
    `tone` holds the colours for the ground that the content stands on, `slide_numbers` the number of
    each slide id, for links between slides. Contexts made from this one share its `memo`.
    """

    theme: Theme
    typesetter: Typesetter
    body_size: float
    tone: Tone
    slide_numbers: Mapping[str, int] = field(default_factory=dict)
    memo: Memo = field(default_factory=Memo, repr=False, compare=False)

    def at(self, body_size: float) -> LayoutContext:
        """The same surroundings with another body size, in points."""
        return replace(self, body_size=body_size)

    @property
    def rtl(self) -> bool:
        """Whether the deck is read from right to left."""
        return self.typesetter.rtl

    @property
    def heading_size(self) -> float:
        """Heading size in points that goes with the body size: two points larger, within its role."""
        role = self.theme.type.heading
        return min(max(self.body_size + 2, role.min), role.max)
