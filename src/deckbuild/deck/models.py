"""A deck and its slides, as the author wrote them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar, Literal, Self

from pydantic import (
    Field,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

from deckbuild.deck.faults import Fault, Loc, raise_faults
from deckbuild.deck.fields import (
    Identifier,
    Inline,
    InlineList,
    Minutes,
)
from deckbuild.deck.inline import link_targets, plain_text
from deckbuild.deck.nodes import Node
from deckbuild.deck.settings import CheckSettings
from deckbuild.deck.slides import Slide, Waiver, duplicates
from deckbuild.diagnostics import Diagnostic
from deckbuild.diagnostics.codes.deck import BAD_LINK, DUPLICATE, MISSING

FORMAT = 1
"""The authoring format that this program reads: `format` in deck.yaml."""


class NoSuchSlide(LookupError):
    """A deck was asked for the number of a slide that it doesn't have."""


class Objective(Node):
    """What participants will be able to do."""

    id: Identifier = Field(description="Its name, for `objectives` of slides.")
    text: Inline = Field(description="What participants will be able to do.")


class Session(Node):
    """When and how the deck is taught."""

    number: int | None = Field(default=None, ge=1, description="Which session of the module this is, from 1.")
    of: int | None = Field(default=None, ge=1, description="How many sessions the module has.")
    minutes: Minutes | None = Field(
        default=None, description="How long the session is; `check` compares the slides with it."
    )
    delivery: Inline | None = Field(default=None, description="How it is taught, such as Workshop.")


class Term(Node):
    """A preferred term and the words to avoid for it."""

    term: Inline = Field(description="The word to use.")
    avoid: InlineList = Field(default=(), description="Words not to use for it; `check` finds them.")
    definition: Inline | None = Field(default=None, description="What it means.")


class Segment(Node):
    """A part of the deck; `short_title` is for narrow places such as the eyebrow."""

    id: Identifier = Field(description="Its name, unique in the deck.")
    title: Inline = Field(description="Names the section in PowerPoint.")
    short_title: Inline | None = Field(
        default=None,
        description="For narrow places, such as the line above the slides' titles; by default the title.",
    )
    minutes: Minutes | None = Field(
        default=None, description="How long the segment is; `check` compares its slides with it."
    )
    slides: tuple[Slide, ...] = Field(
        description="Its slides in order: names of files in slides/, or slides written here."
    )

    @property
    def label(self) -> str:
        """The title for narrow places, without markup."""
        return plain_text(self.short_title or self.title)


class Deck(Node):
    """A whole deck. `slides` has all of them in order, whether they stand in segments or not."""

    loader_fields: ClassVar[frozenset[str]] = frozenset({"span", "folder", "warnings"})

    format: Literal[1] = Field(default=1, description="Number of the authoring format.")
    title: Inline = Field(description="Names the presentation.")
    subtitle: Inline | None = Field(
        default=None, description="Stands in the document properties where there is no module."
    )
    short_name: Inline | None = Field(default=None, description="Stands in the footer; by default the title.")
    module: Inline | None = Field(
        default=None, description="What the deck is a part of; the subject in the document properties."
    )
    program: Inline | None = Field(
        default=None,
        description="Whose training it is; the author in the document properties where there is none.",
    )
    session: Session | None = Field(default=None, description="When and how the deck is taught.")
    author: Inline | None = Field(default=None, description="Who wrote it, for the document properties.")
    date: Inline | None = Field(default=None, description="The deck's date, in any words.")
    audience: Inline | None = Field(default=None, description="Whom the deck is for.")
    thesis: Inline | None = Field(default=None, description="What the deck as a whole says, in a sentence.")
    objectives: tuple[Objective, ...] = Field(default=(), description="What participants will be able to do.")
    entry_criteria: tuple[Inline, ...] = Field(default=(), description="What participants bring.")
    exit_criteria: tuple[Inline, ...] = Field(default=(), description="What they can show at the end.")
    theme: Identifier = Field(
        default="advanced-green",
        description="Name of a theme in the deck's themes/, or of one that comes with deckbuild.",
    )
    language: str = Field(
        default="en-US",
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="Of the text, as a language tag (BCP 47).",
    )
    as_of: datetime.date | None = Field(
        default=None, description="The day to which the deck's facts hold, such as 2026-01-31."
    )
    glossary: tuple[Term, ...] = Field(
        default=(), description="Preferred terms, and words to avoid for them."
    )
    check: CheckSettings = Field(
        default=CheckSettings(), description="Limits that `deckbuild check` measures against."
    )
    waivers: tuple[Waiver, ...] = Field(default=(), description="Rules that don't apply to the deck.")
    vars: dict[str, Inline] = Field(
        default_factory=dict,
        description="Values for {{ name }}, by name; `--set` and `--vars` win.",
    )
    segments: tuple[Segment, ...] = Field(
        default=(), description="The deck's parts in order. A deck has these or `slides`."
    )
    loose_slides: tuple[Slide, ...] = Field(
        default=(),
        alias="slides",
        description="Slides of a deck without segments: names of files in slides/, or slides written here.",
    )
    folder: SkipJsonSchema[Path] = Field(default=Path(), exclude=True)
    warnings: SkipJsonSchema[tuple[Diagnostic, ...]] = Field(default=(), exclude=True)

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides in order."""
        return self.loose_slides + tuple(slide for segment in self.segments for slide in segment.slides)

    @property
    def footer(self) -> str:
        """The deck's short name for footers, without markup; its title if it has none."""
        return plain_text(self.short_name or self.title)

    def segment_of(self, slide: Slide) -> Segment | None:
        """The segment that a slide stands in."""
        return next((segment for segment in self.segments if segment.id == slide.segment), None)

    def only(self, numbers: Iterable[int]) -> Self:
        """The deck with just the slides that have pages of these numbers, all of their pages; they keep their
        numbers; segments stay, perhaps empty.

        Raises `NoSuchSlide` for a number that no slide has.
        """
        wanted = frozenset(numbers)
        known = [number for slide in self.slides for number in slide.numbers]
        if missing := sorted(wanted.difference(known)):
            raise NoSuchSlide(f"there is no slide {missing[0]}; the deck has slides 1 to {known[-1]}")
        return self.with_slides(lambda slide: None if wanted.isdisjoint(slide.numbers) else slide)

    def with_slides(self, change: Callable[[Slide], Slide | None]) -> Self:
        """The deck with what `change` gives for each of its slides in order, without those for which it gives
        None; segments stay, perhaps empty."""

        def changed(slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
            return tuple(new for new in map(change, slides) if new is not None)

        loose = changed(self.loose_slides)
        segments = tuple(
            segment.model_copy(update={"slides": changed(segment.slides)}) for segment in self.segments
        )
        return self.model_copy(update={"segments": segments, "loose_slides": loose})

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.segments and self.loose_slides:
            both = "a deck has 'segments' or 'slides', not both"
            raise_faults([Fault(both, code=DUPLICATE, loc=("slides",), at_key=True)])
        if not self.model_fields_set & {"segments", "loose_slides"}:
            raise Fault("a deck needs 'segments' or 'slides'", code=MISSING).error()
        faults = duplicates([o.id for o in self.objectives], "objective", lambda i: ("objectives", i, "id"))
        faults += duplicates([s.id for s in self.segments], "segment", lambda i: ("segments", i, "id"))
        faults += _links_in_chrome(self, ("title", "short_name", "module", "program"))
        for index, segment in enumerate(self.segments):
            faults += _links_in_chrome(segment, ("title", "short_title"), ("segments", index))
        raise_faults(faults)
        return self


def _links_in_chrome(node: Node, keys: Iterable[str], loc: Loc = ()) -> list[Fault]:
    """A fault for each link in a text that stands in footers, section names and properties only: nobody could
    click it there."""
    said = "leads nowhere: it stands where nothing can be clicked"
    return [
        Fault(f"a link in {key!r} {said}", "put it on a slide", BAD_LINK, (*loc, key))
        for key in keys
        if (text := getattr(node, key)) and link_targets(text)
    ]
