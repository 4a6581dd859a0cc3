"""A deck and its slides, as the author wrote them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema

from deckbuild.deck.faults import Fault, Loc, raise_faults
from deckbuild.deck.fields import (
    Identifier,
    Inline,
    InlineList,
    Minutes,
    ObjectiveId,
    PlainStr,
    as_list,
    as_text,
    check_links,
    load_context,
    note_comment,
)
from deckbuild.deck.inline import link_targets, plain_text
from deckbuild.deck.kinds import BLOCKS, AnyBlock, AnyGraphic
from deckbuild.deck.markdown import blocks_of, inline_texts
from deckbuild.deck.nodes import Block, Graphic, Node
from deckbuild.deck.notes import NotesPart, Speech, cue_kind, listed_notes, parse_notes, texts_of
from deckbuild.deck.settings import CheckSettings
from deckbuild.diagnostics import Diagnostic, Span, did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_LINK, BAD_REFERENCE, DUPLICATE, MISSING, WRONG_TYPE
from deckbuild.sources.values import SourceStr, span_of

FORMAT = 1
"""The authoring format that this program reads: `format` in deck.yaml."""


class NoSuchSlide(LookupError):
    """A deck was asked for the number of a slide that it doesn't have."""


SlideType = Literal["title", "concept", "demo", "insight", "transition", "summary", "closing"]


def _notes(value: Any, info: ValidationInfo) -> tuple[NotesPart, ...]:
    if isinstance(value, tuple):
        return value
    if isinstance(value, list):
        parts = listed_notes([_entry(entry, info) for entry in value])
        _refuse_bare_cue(value, parts)
    else:
        text = as_text(value)
        note_comment(text, info)
        parts = parse_notes(text)
    for part in parts:
        _check_links(texts_of(part), info)
    return parts


def _entry(value: Any, info: ValidationInfo) -> SourceStr:
    """An entry of notes that are written as a list."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        raise _bare_cue(value[0], span_of(value)).error()
    text = as_text(value)
    note_comment(text, info)
    return text


def _refuse_bare_cue(value: list[Any], parts: tuple[NotesPart, ...]) -> None:
    """`notes: [Pause]` is a list in YAML, and wasn't meant as one: the entry follows the bracket at once."""
    if len(parts) == 1 and isinstance(parts[0], Speech) and cue_kind(parts[0].text) != "other":
        here, entry = span_of(value), span_of(value[0])
        if (here.line, here.column + 1) == (entry.line, entry.column):
            raise _bare_cue(value[0], here).error()


def _bare_cue(text: str, span: Span) -> Fault:
    hint = f'quote it, "[{text}]", or write the notes as a block: `notes: |`'
    return Fault(f"[{text}] is a list in YAML, no cue", hint, WRONG_TYPE, span=span)


_NOTES_SCHEMA = WithJsonSchema(
    {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": ["string", "number"]}}]}
)

Notes = Annotated[tuple[NotesPart, ...], PlainValidator(_notes), _NOTES_SCHEMA]
"""Speaker notes in Markdown, as written in a block scalar or as a list of points; after validation their
cues, spoken paragraphs and whatever else stands in them."""


def _readable(text: str, info: ValidationInfo) -> str:
    """The text itself; a fault if it is Markdown that can't be set, or a link by reference leads nowhere."""
    for block in blocks_of(text):
        _check_links(inline_texts(block), info)
    return text


def _check_links(texts: Iterable[str], info: ValidationInfo) -> None:
    for text in texts:
        check_links(text if isinstance(text, SourceStr) else SourceStr(text), load_context(info))


NotesText = Annotated[Inline, AfterValidator(_readable)]
"""Text for the notes page: inline markup, and Markdown's blocks if it has several lines."""

NotesList = Annotated[tuple[NotesText, ...], BeforeValidator(as_list)]
"""A list of such texts; a single text counts as a list of one."""


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
    """One slide. `number` counts from 1 through the deck; `segment` is the id of its segment or empty;
    `opens` tells whether it introduces its segment: the first one, unless the cover or the closing slide
    is in the segment."""

    loader_fields: ClassVar[frozenset[str]] = frozenset({"span", "number", "segment", "opens"})

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
            "How text and graphics share the page: `5/7` gives text five of twelve columns, `stacked` "
            "puts text above, `full` ignores both. By default chosen from the content."
        ),
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

    @model_validator(mode="after")
    def _references(self) -> Self:
        ids = [graphic.id for graphic in self.graphics]
        faults = _duplicates(ids, "graphic", lambda index: ("graphics", index, "id"))
        blocks = self.blocks
        for index, block in enumerate(blocks):
            faults += block.follow(blocks[:index])
            if block.shown_in is not None and block.shown_in not in ids:
                hint = did_you_mean(block.shown_in, ids) if ids else "the slide has no graphics"
                message = f"unknown graphic {str(block.shown_in)!r}"
                faults.append(Fault(message, hint, BAD_REFERENCE, span=span_of(block.shown_in)))
        raise_faults(faults)
        return self


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
        """The deck with just these slides, which keep their numbers; segments stay, perhaps empty.

        Raises `NoSuchSlide` for a number that no slide has.
        """
        wanted = frozenset(numbers)
        if missing := sorted(wanted - {slide.number for slide in self.slides}):
            raise NoSuchSlide(f"there is no slide {missing[0]}; the deck has slides 1 to {len(self.slides)}")

        def kept(slides: tuple[Slide, ...]) -> tuple[Slide, ...]:
            return tuple(slide for slide in slides if slide.number in wanted)

        segments = tuple(
            segment.model_copy(update={"slides": kept(segment.slides)}) for segment in self.segments
        )
        return self.model_copy(update={"segments": segments, "loose_slides": kept(self.loose_slides)})

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.segments and self.loose_slides:
            both = "a deck has 'segments' or 'slides', not both"
            raise_faults([Fault(both, code=DUPLICATE, loc=("slides",), at_key=True)])
        if not self.model_fields_set & {"segments", "loose_slides"}:
            raise Fault("a deck needs 'segments' or 'slides'", code=MISSING).error()
        faults = _duplicates([o.id for o in self.objectives], "objective", lambda i: ("objectives", i, "id"))
        faults += _duplicates([s.id for s in self.segments], "segment", lambda i: ("segments", i, "id"))
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


def _duplicates(ids: list[str], what: str, loc: Callable[[int], Loc]) -> list[Fault]:
    """A fault for each id that another one had before; `loc` gives the place of the n-th."""
    return [
        Fault(f"{what} id {str(name)!r} is used twice", "ids are unique", DUPLICATE, loc(index))
        for index, name in enumerate(ids)
        if name in ids[:index]
    ]


__all__ = [
    "Activity", "AnyBlock", "AnyGraphic", "Background", "Block", "CheckSettings", "Deck", "Graphic",
    "NoSuchSlide", "Node", "Notes", "Objective", "Question", "Segment", "Session", "Slide", "SlideType",
    "Term", "Waiver",
]  # fmt: skip
