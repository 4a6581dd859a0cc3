"""A slide and its parts, as the author wrote them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
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
    Minutes,
    ObjectiveId,
    PlainStr,
)
from deckbuild.deck.inline import plain_text
from deckbuild.deck.kinds import BLOCKS, AnyBlock, AnyGraphic
from deckbuild.deck.nodes import Block, Node
from deckbuild.deck.notes_fields import Notes, NotesList, NotesText
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_REFERENCE, CANT_CONTINUE, DUPLICATE, MISSING
from deckbuild.sources.values import span_of

SlideType = Literal["title", "concept", "demo", "insight", "transition", "summary", "closing"]

ALL_AT_ONCE: tuple[SlideType, ...] = ("title", "summary")
"""Slides that show all of something at once."""


class Waiver(Node):
    """A rule that doesn't apply here, and why; `until` is the last day it holds."""

    rule: Identifier = Field(description="Code of the rule that doesn't apply here, such as LAY008.")
    reason: Inline = Field(min_length=1, description="Why it doesn't apply.")
    until: datetime.date | None = Field(
        default=None, description="The last day on which the waiver holds; without it, it holds for ever."
    )


class Activity(Node):
    """What fills a slide's minutes besides talk."""

    minutes: Minutes = Field(description="How long it takes, within the slide's minutes.")
    name: Inline | None = Field(
        default=None, description="What is done, such as Discussion. This or `kind` is needed."
    )
    kind: PlainStr | None = Field(default=None, description="A word for its kind, such as poll or exercise.")

    @model_validator(mode="after")
    def _named(self) -> Self:
        if self.name is None and self.kind is None:
            raise Fault("an activity needs 'name' or 'kind'", code=MISSING).error()
        return self


class Question(Node):
    """A question to expect, with its answer."""

    question: NotesText = Field(description="What the audience may ask.")
    answer: NotesText = Field(description="What to say.")


class Background(Node):
    """Why the slide is there and what it rests on, for whoever teaches it."""

    rationale: NotesList = Field(default=(), description="Why the slide is there.")
    research: NotesList = Field(default=(), description="What it rests on: sources, measurements.")


class Slide(Node):
    """One slide. `number` is that of its first page, from 1 through the deck; `segment` is the id of its
    segment or empty;
    `opens` tells whether it introduces its segment: the first one that is neither cover nor closing slide.
    Of a transition, `coming` are the titles of the slides that it leads to, and `part` says which of the
    transitions it is that stand outside segments, from 1.

    A slide that goes on over several pages is laid out as the slides that it is `split_into`, one a page;
    their text is of one size, at most `text_size` points."""

    loader_fields: ClassVar[frozenset[str]] = frozenset(
        {"span", "number", "segment", "opens", "coming", "part", "split_into", "text_size"}
    )

    id: Identifier = Field(
        default="", description="Its name, for links such as `[there](#id)`; by default the name of its file."
    )
    type: SlideType = Field(default="concept", description="What the slide is for; chooses its look.")
    title: Inline = Field(description="Stands at the top.")
    subtitle: Inline | None = Field(
        default=None, description="Leads the slide's text; on the cover it stands below the title."
    )
    minutes: Minutes | None = Field(
        default=None, description="How long the slide takes, activities included."
    )
    objectives: tuple[ObjectiveId, ...] = Field(
        default=(), description="Ids of the deck's objectives that the slide serves."
    )
    arrangement: PlainStr | None = Field(
        default=None,
        alias="layout",
        description=(
            "How text and graphics share the page: `5/7` gives text five of twelve columns, `stacked` puts "
            "it above the graphics, `below` below them, `graphic-first` to their right; `columns` sets text "
            "in columns, `full` gives everything the full width. By default chosen from the content."
        ),
    )
    continues: bool = Field(
        default=False,
        alias="continue",
        description="Go on over as many slides as the content takes where one can't hold it.",
    )
    activities: tuple[Activity, ...] = Field(default=(), description="What fills the minutes besides talk.")
    content: tuple[AnyBlock, ...] = Field(default=(), description="The text: blocks in reading order.")
    graphics: tuple[AnyGraphic, ...] = Field(default=(), description="The graphics, in reading order.")
    notes: Notes = Field(default=(), description="The script, in Markdown; a line in brackets is a cue.")
    background: Background = Field(
        default=Background(),
        description="Why the slide is there and what it rests on; goes to the notes page.",
    )
    qa: tuple[Question, ...] = Field(default=(), description="Questions to expect; go to the notes page.")
    waivers: tuple[Waiver, ...] = Field(default=(), description="Rules that don't apply to the slide.")
    number: SkipJsonSchema[int] = Field(default=0, exclude=True)
    segment: SkipJsonSchema[str] = Field(default="", exclude=True)
    opens: SkipJsonSchema[bool] = Field(default=False, exclude=True)
    coming: SkipJsonSchema[tuple[str, ...]] = Field(default=(), exclude=True)
    part: SkipJsonSchema[int | None] = Field(default=None, exclude=True)
    split_into: SkipJsonSchema[tuple[Slide, ...]] = Field(default=(), exclude=True)
    text_size: SkipJsonSchema[float | None] = Field(default=None, exclude=True)

    @classmethod
    def _unknown(cls, key: str) -> Fault:
        fault = super()._unknown(key)
        return replace(fault, hint="blocks stand in the list 'content'") if key in BLOCKS else fault

    @property
    def plain_title(self) -> str:
        """The title without markup."""
        return plain_text(self.title)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in reading order, those inside others included."""
        return tuple(inner for block in self.content for inner in block.walk())

    @property
    def by_page(self) -> tuple[Slide, ...]:
        """What is laid out of the slide, page by page: mostly the slide itself."""
        return self.split_into or (self,)

    @property
    def numbers(self) -> range:
        """The numbers of the slide's pages."""
        return range(self.number, self.number + len(self.by_page))

    @model_validator(mode="after")
    def _references(self) -> Self:
        ids = [graphic.id for graphic in self.graphics]
        faults = duplicates(ids, "graphic", lambda index: ("graphics", index, "id"))
        blocks = self.blocks
        for index, block in enumerate(blocks):
            faults += block.follow(blocks[:index])
            if block.shown_in is not None and block.shown_in not in ids:
                hint = did_you_mean(block.shown_in, ids) if ids else "the slide has no graphics"
                message = f"unknown graphic {str(block.shown_in)!r}"
                faults.append(Fault(message, hint, BAD_REFERENCE, span=span_of(block.shown_in)))
        if self.continues and (self.graphics or self.type in ALL_AT_ONCE):
            what = "with a graphic" if self.graphics else f"of type {self.type!r}"
            hint = "give the graphic a slide of its own" if self.graphics else "leave out 'continue'"
            span = self.place_of("continue")
            faults.append(Fault(f"a slide {what} can't go on over several", hint, CANT_CONTINUE, span=span))
        raise_faults(faults)
        return self


def duplicates(ids: list[str], what: str, loc: Callable[[int], Loc]) -> list[Fault]:
    """A fault for each id that another one had before; `loc` gives the place of the n-th."""
    return [
        Fault(f"{what} id {str(name)!r} is used twice", "ids are unique", DUPLICATE, loc(index))
        for index, name in enumerate(ids)
        if name in ids[:index]
    ]
