"""What authors write for an integration flow: sources on both sides, the document, its outputs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from deckbuild.deck.faults import Fault, Loc
from deckbuild.deck.fields import TEXT, ColorName, Inline, InlineList, Short, Unshown
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.shorthand import labelled
from deckbuild.diagnostics.codes.deck import BAD_VALUE
from deckbuild.layout.icons import IconName
from deckbuild.sources.values import SourceMap, SourceStr, span_of

SideName = Literal["left", "right"]

_ARROW = re.compile(r"\s+(?:->|→)\s+")


@Short(TEXT)
def read_source(value: Any) -> Any:
    """`origin: label -> section` as a mapping; the origin with its colon may be left out."""
    if not isinstance(value, str) or not _ARROW.search(value):
        return labelled(value)
    work, section = _ARROW.split(value, maxsplit=1)
    origin, colon, label = work.rpartition(": ")
    parts = {"label": label, "to": section} | ({"origin": origin + colon.rstrip()} if colon else {})
    span = span_of(value)
    return SourceMap({key: SourceStr(text.strip(), span) for key, text in parts.items()}, span)


class LabelledBox(Node):
    """A named thing with an icon: the document, an output, a badge."""

    noun = "box"

    label: Inline = Field(description="Its name, in bold.")
    icon: IconName | None = Field(default=None, description="Its icon.")
    heading: Inline = Field(default="", description="A line above the name; only a badge has one.")
    details: InlineList = Field(default=(), description="Lines below the name.")


class Source(Node):
    """A piece of work, written short as `origin: label -> section`."""

    noun = "source"

    label: Inline = Field(description="The work, in bold.")
    origin: Inline = Field(default="", description="Where it comes from, in a line above.")
    to: Unshown = Field(description="The section of the document that it goes into.")
    done: bool = Field(default=True, description="Whether it is finished and shows a check mark.")


class SourceSide(Node):
    """The sources on one side of the document."""

    noun = "side"

    title: Inline = Field(description="What these sources have in common.")
    color: ColorName | None = Field(
        default=None, description="Palette colour of the sources and their sections."
    )
    sources: tuple[Annotated[Source, BeforeValidator(read_source)], ...] = Field(
        min_length=1,
        max_length=40,
        description="From top to bottom. In one line: `origin: label -> section`.",
    )


AnyBox = Annotated[LabelledBox, BeforeValidator(labelled)]


class IntegrationFlowSpec(Graphic):
    """What authors write for a graphic of the kind `integration-flow`."""

    target: AnyBox = Field(description="The document in the middle.")
    heading: Inline = Field(default="", description="A heading above the sources.")
    left: SourceSide = Field(description="Sources on the left.")
    right: SourceSide | None = Field(default=None, description="Sources on the right.")
    outputs: tuple[AnyBox, ...] = Field(default=(), description="What comes of the document, below it.")
    badge: AnyBox | None = Field(
        default=None, description="A note that stands out, such as the time it takes."
    )
    wide: bool = Field(
        default=True, description="Take more than half of the slide when another graphic shares it."
    )

    def faults(self) -> Iterator[Fault]:
        places: dict[Loc, LabelledBox] = {("target",): self.target}
        places |= {("outputs", index): output for index, output in enumerate(self.outputs)}
        for loc, box in places.items():
            if box.heading:
                hint = "make it one of the details"
                yield Fault("only a badge has a heading", hint, BAD_VALUE, (*loc, "heading"))

    @property
    def sides(self) -> dict[SideName, SourceSide]:
        """The sides that have sources."""
        return {"left": self.left} if self.right is None else {"left": self.left, "right": self.right}

    @property
    def badge_side(self) -> SideName:
        """The side with fewer sources has room for the badge."""
        right = self.right
        return "right" if right is not None and len(right.sources) <= len(self.left.sources) else "left"

    def named(self, side: SideName) -> dict[str, Source]:
        """The sources of a side by the names of their boxes: `left 0`, `left 1`."""
        return {f"{side} {number}": source for number, source in enumerate(self.sides[side].sources)}

    def prefers_wide(self) -> bool:
        return self.wide
