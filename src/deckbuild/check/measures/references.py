"""What texts refer to by number or letter: slides, segments, exercises, appendices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Literal

from deckbuild.check.measures.appendices import Appendix, appendix_files
from deckbuild.deck.models import Deck

Kind = Literal["slide", "segment", "exercise", "appendix"]

_TO = r"(?:\s*(?:-|–|to)\s*"

_REFERENCES: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("slide", re.compile(rf"\b(?:[Ss]lides?|SLIDES?) (\d{{1,3}}){_TO}(\d{{1,3}}))?(?!\w)")),
    ("segment", re.compile(rf"\bSegments? (\d{{1,2}}){_TO}(\d{{1,2}}))?(?!\w)")),
    ("exercise", re.compile(r"\b(?:Exercises?|Ex\.?) (\d+\.\d+)()(?!\w)")),
    ("appendix", re.compile(rf"\bAppendi(?:x|ces) ([A-Z]){_TO}([A-Z]))?(?!\w)")),
)
"""Appendices are meant where the word is capitalized: another book's "appendix B" isn't this deck's."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference at `index` of a text, as it was `written`, and one of the `target`s it stands for."""

    kind: Kind
    target: str
    written: str
    index: int


def references(text: str) -> Iterator[Reference]:
    """All references in a text; a range stands for its first and last.

    >>> [(found.kind, found.target) for found in references("see slides 4-6 and Appendix H")]
    [('slide', '4'), ('slide', '6'), ('appendix', 'H')]
    """
    for kind, pattern in _REFERENCES:
        for found in pattern.finditer(text):
            for target in filter(None, found.groups()):
                yield Reference(kind, target, found[0], found.start())


@dataclass(frozen=True, slots=True)
class Targets:
    """What there is to refer to. None where the deck doesn't tell."""

    slides: frozenset[str]
    segments: frozenset[str] | None
    exercises: frozenset[str] | None
    appendices: frozenset[str] | None
    session: str = ""

    def has(self, reference: Reference) -> bool:
        """Whether the target exists, or can't be known: exercises of another session are not in this deck."""
        match reference.kind:
            case "slide":
                return reference.target in self.slides
            case "segment":
                return self.segments is None or reference.target in self.segments
            case "exercise":
                own = reference.target.split(".")[0] == self.session
                return self.exercises is None or not own or reference.target in self.exercises
            case "appendix":
                return self.appendices is None or reference.target in self.appendices


def targets(deck: Deck, appendices: Iterable[Appendix]) -> Targets:
    """The deck's slides and numbered segments, the appendices in its folder, the exercises they describe."""
    files = appendix_files(deck.folder)
    letters = {path.name[0] for path in files if path.name[:1] in ascii_uppercase}
    exercises = {number for appendix in appendices for number in _exercises(appendix.text)}
    named = (re.match(r"Segment (\d+)", segment.title) for segment in deck.segments)
    numbered = {found[1] for found in named if found}
    return Targets(
        slides=frozenset(str(number) for slide in deck.slides for number in slide.numbers),
        segments=frozenset(numbered) or None,
        exercises=frozenset(exercises) or None,
        appendices=frozenset(letters) or None,
        session=str(deck.session.number) if deck.session and deck.session.number else "",
    )


def _exercises(text: str) -> Iterator[str]:
    """Exercises with a heading of their own in an appendix."""
    for line in text.splitlines():
        found = re.match(r"\W*Exercise (\d+\.\d+)\b", line)
        if found:
            yield found[1]
