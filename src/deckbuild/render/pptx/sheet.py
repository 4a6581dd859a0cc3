"""What drawing on a slide, a layout or a notes page needs to know of its surroundings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from deckbuild.document import Placeholder, PlaceholderKind, TextBody
from deckbuild.render.pptx.package import RELATIONSHIP_TYPE, DeckPackage, ElementPart


@dataclass(frozen=True, slots=True)
class Sheet:
    """A part that shapes are drawn on. `slides` finds pages by number, for links; `placeholders` are those
    of the layout it is made from."""

    package: DeckPackage
    part: ElementPart
    language: str
    slides: Mapping[int, ElementPart] = field(default_factory=dict)
    placeholders: Mapping[PlaceholderKind, Placeholder] = field(default_factory=dict)
    styles: Mapping[PlaceholderKind, TextBody] = field(default_factory=dict)
    """What LibreOffice 7.4 sets texts with that fill these, where it isn't their layout's: the master's
    footer and number. PowerPoint takes the layout's, so where the two differ a slide says its own."""
    user_drawn: bool = False
    """Whether shapes are artwork of a layout, which PowerPoint marks."""
    number_fields: bool = True
    """Whether slide numbers are fields; not where the pages' numbers have gaps, which a field can't know."""
    theme_fonts: bool = True
    """Whether fonts are named by their place in the theme. LibreOffice doesn't find them on notes pages."""

    def link(self, target: str) -> str | None:
        """The relationship to a URI, or to the slide of `#N`; None if there's no such slide."""
        if not target.startswith("#"):
            return str(self.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        slide = self.slides.get(int(target[1:]))
        return None if slide is None else str(self.part.relate_to(slide, RELATIONSHIP_TYPE.SLIDE))

    def media(self, content: bytes, extension: str) -> str:
        """The relationship to a media part with this content."""
        part = self.package.media_part(content, extension)
        return str(self.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE))
