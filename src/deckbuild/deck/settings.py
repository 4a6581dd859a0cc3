"""What a deck asks of its own checks: the `check:` mapping of deck.yaml."""

from __future__ import annotations

import datetime
from typing import ClassVar, Self

from pydantic import Field, model_validator

from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.fields import Inline
from deckbuild.deck.nodes import Node
from deckbuild.diagnostics.codes.deck import OUT_OF_RANGE


class RetiredName(Node):
    """A model, product or version that is out of use since a day, and what has taken its place."""

    noun: ClassVar[str] = "retired name"

    name: Inline = Field(min_length=1, description="The model, product or version.")
    since: datetime.date = Field(description="The day from which it is out of use.")
    instead: Inline = Field(default="", description="What has taken its place.")


class CheckSettings(Node):
    """Limits that rules measure against. The defaults are the program's own guidelines."""

    noun: ClassVar[str] = "check"

    words_per_minute: float = Field(
        default=130, gt=0, description="How fast the script is spoken: the middle of the band."
    )
    slowest: float = Field(default=110, gt=0, description="Words a minute of a slow, still natural delivery.")
    fastest: float = Field(default=150, gt=0, description="Words a minute of a fast, still clear delivery.")
    pause_seconds: float = Field(default=3, ge=0, description="Silence at a [Pause] cue.")
    max_points: int = Field(default=3, ge=1, description="Main points (headings) on a slide.")
    max_list_items: int = Field(
        default=7, ge=1, description="Entries of one list, those below them not counted."
    )

    max_alt_characters: int = Field(
        default=250, ge=1, description="Length of an alternative text: one or two sentences."
    )
    fact_months: int = Field(
        default=24, ge=0, description="Months before `as_of` from which on a date in the text is out of date."
    )
    retired: tuple[RetiredName, ...] = Field(
        default=(), description="Models, products and versions that are out of use, besides the known ones."
    )
    max_text_share: float = Field(
        default=0.4, gt=0, le=1, description="Share of a slide's body that lines of text may cover."
    )

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.slowest <= self.words_per_minute <= self.fastest:
            message = (
                f"{self.words_per_minute:g} words a minute isn't between "
                f"slowest ({self.slowest:g}) and fastest ({self.fastest:g})"
            )
            raise_faults([Fault(message, "", OUT_OF_RANGE, ("words_per_minute",))])
        return self
