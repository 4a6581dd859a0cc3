"""What authors write for an outline: sections, appendices, and what goes with the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from deckbuild.deck.faults import Fault, idle
from deckbuild.deck.fields import ColorName, Inline, InlineList, Verbatim
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.shorthand import bare
from deckbuild.layout.icons import IconName


class Section(Node):
    """One entry. Sections count from 1."""

    title: Inline = Field(description="Its title.")
    detail: Inline | None = Field(default=None, description="More about it, after the title and paler.")
    source: Inline | None = Field(default=None, description="Where its content comes from.")
    pages: Inline | None = Field(default=None, description="Its length, such as ~1 p.")
    color: ColorName | None = Field(default=None, description="Colour of the source.")
    done: bool = Field(default=False, description="Whether its box is checked.")


class Appendix(Node):
    """An entry of the appendices."""

    title: Inline = Field(description="Its title.")
    label: Verbatim | None = Field(default=None, description="Its letter, by default A, B, C and so on.")


class Bonus(Node):
    """What goes with the document."""

    title: Inline = Field(description="What it is.")
    label: Inline | None = Field(default=None, description="A tag before the title, such as Bonus.")
    icon: IconName | None = Field(default=None, description="Before the title.")
    lines: InlineList = Field(default=(), description="What it holds; set as one paragraph.")


class PageBadge(Node):
    """A seal on the page's corner."""

    noun = "badge"

    title: Inline = Field(description="Its words.")
    icon: IconName = Field(default="badge-check", description="Before the words.")


class OutlineSpec(Graphic):
    """What authors write for a graphic of the kind `outline`."""

    heading: Inline | None = Field(default=None, description="Stands above the page.")
    document: Inline = Field(description="The document's name, at the top of the page.")
    subtitle: Inline | None = Field(default=None, description="A line below the name.")
    icon: IconName = Field(default="file-text", description="Beside the name.")
    badge: Annotated[PageBadge, bare("title")] | None = Field(
        default=None, description="A seal: its words, or title and icon."
    )
    sections: tuple[Annotated[Section, bare("title")], ...] = Field(
        min_length=1, description="The sections: titles, or mappings."
    )
    appendices_heading: Inline | None = Field(default=None, description="Stands above the appendices.")
    appendices: tuple[Annotated[Appendix, bare("title")], ...] = Field(
        default=(), description="The appendices: titles, or title and label."
    )
    bonus: Bonus | None = Field(default=None, description="What goes with the document.")

    def faults(self) -> Iterator[Fault]:
        yield from idle("appendices_heading", self.appendices_heading, self.appendices, "appendices")
