"""How pages present themselves: a look for every type of slide, in every shape that its content gives it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Literal

from deckbuild.deck.models import Deck
from deckbuild.deck.slides import Slide
from deckbuild.document import TextStyle
from deckbuild.geometry import Rect
from deckbuild.theme import Theme, Tone, TypeRole

WORDS = {2: "two", 3: "three", 4: "four"}

Ground = Literal["background", "surface", "dark"]
"""What a page's content stands on, by the theme's roles."""


class Look(Enum):
    """How a page presents itself; the value names it in PowerPoint's list of layouts."""

    COVER = "Cover"
    SECTION = "Section"
    STATEMENT = "Statement"
    CONTENT = "Content"
    DEMO = "Demo"
    INSIGHT = "Insight"
    SUMMARY = "Summary"
    CLOSING = "Closing"
    FAREWELL = "Closing statement"

    @property
    def ground(self) -> Ground:
        return _TRAITS[self].ground

    @property
    def hero(self) -> bool:
        """Whether the title is what the page is about: set large in the middle, a few words below it."""
        return _TRAITS[self].hero

    @property
    def mark(self) -> str:
        """The icon at the end of the title's row, empty for none."""
        return _TRAITS[self].mark


@dataclass(frozen=True, slots=True)
class _Traits:
    ground: Ground = "background"
    hero: bool = False
    mark: str = ""


_TRAITS = {
    Look.COVER: _Traits("dark"),
    Look.SECTION: _Traits("dark", hero=True),
    Look.STATEMENT: _Traits("surface", hero=True),
    Look.CONTENT: _Traits(),
    Look.DEMO: _Traits(mark="play"),
    Look.INSIGHT: _Traits(mark="lightbulb"),
    Look.SUMMARY: _Traits("surface"),
    Look.CLOSING: _Traits("dark"),
    Look.FAREWELL: _Traits("dark", hero=True),
}


@dataclass(frozen=True, slots=True)
class SlideLayoutKey:
    """What tells one slide layout from another. `segment` is the index of the segment in the deck.

    `band` says whether the title stands on a dark band, which opens a segment; `lines` how many lines of
    title there is room for; `number` is what a section page shows large; `plain` is one without the
    ornament, which a long title needs the room of. `body` is where the body
    placeholder is, if the arrangement has one. It doesn't tell slide layouts apart: where it depends on the
    text, the first slide's place is the layout's, and others say where theirs is.
    """

    look: Look
    arrangement: str
    segment: int | None = None
    band: bool = False
    lines: int = 1
    number: int | None = None
    plain: bool = False
    body: Rect | None = field(default=None, compare=False)

    def name(self, deck: Deck) -> str:
        """Unique in a deck: look, arrangement, and the segment's label."""
        parts = [self.look.value]
        if self.band:
            parts = ["Segment opener"] if self.look is Look.CONTENT else ["Segment opener", self.look.value]
        if self.arrangement and self.arrangement != self.look.value.lower():
            parts.append(self.arrangement)
        if self.lines > 1:
            parts.append(f"{WORDS[self.lines]}-line title")
        if self.plain:
            parts.append("long title")
        name = ", ".join(parts)
        if self.segment is not None:
            return f"{name} · {deck.segments[self.segment].label}"
        return f"{name} · {self.number}" if self.number is not None else name

    @property
    def dark_title(self) -> bool:
        """Whether the title and what stands beside it are on the theme's dark colour."""
        return self.band or self.look.ground == "dark"


def look_of(slide: Slide) -> Look:
    """How a slide presents itself: by its type, and whether it says more than a few words."""
    few = says_little(slide)
    match slide.type:
        case "title":
            return Look.COVER
        case "closing":
            return Look.FAREWELL if few else Look.CLOSING
        case "summary":
            return Look.SUMMARY if slide.content or slide.graphics else Look.STATEMENT
        case "transition" if few:
            return Look.SECTION
        case "insight":
            return Look.STATEMENT if few else Look.INSIGHT
        case "demo":
            return Look.DEMO
        case _:
            return Look.CONTENT if slide.content or slide.graphics or slide.subtitle else Look.STATEMENT


def fuller_look(slide: Slide) -> Look:
    """The look of a slide that says more than there is room for below a large title."""
    return {"insight": Look.INSIGHT, "closing": Look.CLOSING}.get(slide.type, Look.CONTENT)


def has_band(slide: Slide, look: Look) -> bool:
    """Whether the title stands on a band: on the slide that opens a segment, and on transitions that hold
    more than a section page has room for."""
    if look.hero or look.ground != "background":
        return False
    return slide.opens or slide.type == "transition"


FEW_WORDS = 60
"""That a page which is all about its title says below it: more is content to read."""


def says_little(slide: Slide) -> bool:
    """Whether a slide has nothing but a title and a few words of running text below it."""
    if slide.graphics:
        return False
    lines = [block.line() for block in slide.content]
    words = sum(len(str(line or "").split()) for line in lines) + len(str(slide.subtitle or "").split())
    return all(line is not None for line in lines) and words <= FEW_WORDS


def tone_of(look: Look, theme: Theme) -> Tone:
    """The colours for content on a page of this look."""
    match look.ground:
        case "dark":
            return theme.dark
        case "surface":
            return replace(theme.light, ground=theme.role.surface, panel=theme.role.background)
        case "background":
            return theme.light


def title_role(look: Look, theme: Theme) -> TypeRole:
    """What the title is set as."""
    return theme.type.cover if look is Look.COVER or look.hero else theme.type.title


def title_style(key: SlideLayoutKey, theme: Theme) -> TextStyle:
    """The title's style at the size used where it fits."""
    color = theme.role.on_dark if key.dark_title else theme.type.title.style.color
    return replace(title_role(key.look, theme).style, color=color)
