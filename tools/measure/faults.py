"""What must not be seen on a page.

Each function is one fault. Its docstring says what counts, and what is let pass.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from shutil import which

from tools.measure.box import Box
from tools.measure.letters import SOFT_HYPHEN, letters
from tools.measure.matching import Word
from tools.measure.pdf import Glyph
from tools.measure.pptx_texts import Shape, Slide

EDGE_OF_PAGE = 0.5
"""Points of ink that may lie over the page's edge: rounding."""

INK_MARGIN = 2.0
"""Points of ink that may leave a shape: side bearings, slanted letters, rounding."""

OVERLAP = 0.15
"""Of the smaller of two glyphs: less is a descender that touches an accent in lines set tight."""

TOUCH = 1.0
"""Points that are left at least between a title's ink and something else."""

COVERED = 0.25
"""Of a word's ink: rounded corners and slanted sides leave room within a shape's box."""

PART = 0.1
"""Of a word's ink: what is on the other side of an edge by less only touches it."""

LARGEST_EMPTY = 0.45
"""Of the page: three lines at its top leave 0.6, two short columns 0.47; a table of half its height 0.34."""

LARGEST_EMPTY_FEW_WORDS = 0.55
"""Where few words make a statement, space is meant: one in the page's middle leaves 0.4 above or below, a
cover 0.47. A line at the top of an empty page leaves 0.67."""

FEW_WORDS = 14


@dataclass(frozen=True)
class Finding:
    """A fault on a slide: its name, the words it is about, what was measured."""

    slide: int
    fault: str
    words: str
    fact: str

    def __str__(self) -> str:
        return f"slide {self.slide}: {self.fault}: {self.words!r} {self.fact}"


@dataclass(frozen=True)
class Seen:
    """One slide and what its page shows. `empty` is its largest empty rectangle."""

    slide: Slide
    page: Box
    words: tuple[Word, ...]
    others: tuple[Glyph, ...]
    empty: Box

    @property
    def drawn(self) -> list[Word]:
        return [word for word in self.words if word.glyphs]

    @property
    def empty_share(self) -> float:
        return self.empty.area / self.page.area


def missing(seen: Seen) -> Iterator[Finding]:
    """Words that the file has and the page hasn't. Let pass: characters that no face on this machine has."""
    lost = (word for word in seen.words if not word.glyphs and drawable(word.text))
    for shape, words in by_shape(lost):
        off = seen.page.common(shape.seen_box).area <= 0
        yield found(seen, "missing", texts(words), f"of {shape.name!r}{' is off the page' if off else ''}")


def torn(seen: Seen) -> Iterator[Finding]:
    """Words that go on in the next line where no line may end (Unicode, UAX #14). Let pass: a hyphen drawn at
    the line's end, scripts without spaces."""
    for word in seen.drawn:
        if word.torn:
            yield found(seen, "torn", word.torn.replace(SOFT_HYPHEN, ""), f"in {word.shape.name!r}")


def off_page(seen: Seen) -> Iterator[Finding]:
    """Ink that lies over the page's edge, the words in pictures and charts included."""
    over = [(word, excess) for word in seen.drawn if (excess := seen.page.excess(word.ink)) > EDGE_OF_PAGE]
    for shape, words in by_shape(word for word, _ in over):
        most = max(excess for word, excess in over if word.shape is shape)
        yield found(seen, "off the page", texts(words), f"by {most:.0f} pt")
    for glyph in seen.others:
        if letters(glyph.text) and (excess := seen.page.excess(glyph.ink)) > EDGE_OF_PAGE:
            yield found(seen, "off the page", glyph.text, f"by {excess:.0f} pt")


def outside(seen: Seen) -> Iterator[Finding]:
    """Words whose ink leaves the shape that holds them. Let pass: shapes that grow with their text, and lines
    that don't wrap in a shape that can't be seen: they stand at a place, no box holds them."""
    for shape, words in by_shape(seen.drawn):
        if shape.grows or not (shape.wraps or shape.visible):
            continue
        over = [max(_over(shape, glyph) for glyph in word.glyphs) for word in words]
        if max(over) > INK_MARGIN:
            out = [word for word, excess in zip(words, over, strict=True) if excess > INK_MARGIN]
            yield found(seen, "outside", texts(out), f"leaves {shape.name!r} by {max(over):.0f} pt")


def _over(shape: Shape, glyph: Glyph) -> float:
    """How far a glyph sticks out of its shape. At a slant its middle counts: the boxes of ink are upright."""
    ink = glyph.ink
    if shape.turn % 90:
        ink = Box(*ink.center, *ink.center)
    return shape.box.excess(ink.turned(-shape.turn, shape.box.center))


def overlapping(seen: Seen) -> Iterator[Finding]:
    """Glyphs of two words that lie over each other. Let pass: a glyph that a shadow or an outline repeats."""
    glyphs = [(glyph, f"word {n}", word.text) for n, word in enumerate(seen.drawn) for glyph in word.glyphs]
    glyphs += [(each, f"object {each.drawn}", each.text) for each in seen.others if letters(each.text)]
    told: set[frozenset[str]] = set()
    behind: list[tuple[Glyph, str, str]] = []
    for one in sorted((each for each in glyphs if each[0].ink.area), key=lambda each: each[0].ink.left):
        behind = [each for each in behind if each[0].ink.right > one[0].ink.left]
        for other in behind:
            pair = frozenset((other[1], one[1]))
            if len(pair) == 2 and pair not in told and _over_each_other(one[0], other[0]):
                told.add(pair)
                if not (one[0].text == other[0].text and any(each.startswith("object") for each in pair)):
                    yield found(seen, "over each other", other[2], f"and {one[2]!r}")
        behind.append(one)


def _over_each_other(one: Glyph, other: Glyph) -> bool:
    common = one.ink.common(other.ink)
    smaller = min(one.ink.area, other.ink.area)
    return min(common.width, common.height) > 0.5 and common.area > OVERLAP * smaller


def covered(seen: Seen) -> Iterator[Finding]:
    """Words beneath a filled shape, a picture or a table that was drawn after them."""
    order = {id(shape): index for index, shape in enumerate(seen.slide.shapes)}
    for holder, words in by_shape(seen.drawn):
        for shape in seen.slide.shapes[order[id(holder)] + 1 :]:
            under = [word for word in words if _hides(shape, word)]
            if under:
                yield found(seen, "covered", texts(under), f"by {shape.name!r}")


def across_an_edge(seen: Seen) -> Iterator[Finding]:
    """Words that lie half on a filled box, half beside it, or on a table that isn't theirs.

    Let pass: words of what stands wholly in the box (see `outside`), words with their own ground above it.
    """
    order = {id(shape): index for index, shape in enumerate(seen.slide.shapes)}
    for holder, words in by_shape(seen.drawn):
        for shape in filter(lambda shape: shape.filled, seen.slide.shapes):
            within = shape.seen_box.grown(INK_MARGIN).holds(holder.seen_box)
            own_ground = holder.filled and order[id(holder)] > order[id(shape)]
            across = [word for word in words if _across(shape, word.ink)]
            if across and not within and not own_ground:
                yield found(seen, "across an edge", texts(across), f"of {shape.name!r}")


def _across(shape: Shape, ink: Box) -> bool:
    share = shape.seen_box.common(ink).area / ink.area if ink.area else 0.0
    return share > PART and (shape.is_table or share < 1 - PART)


def _hides(shape: Shape, word: Word) -> bool:
    opaque = shape.filled or shape.is_picture
    return opaque and shape.seen_box.common(word.ink).area > COVERED * word.ink.area


def title_touches(seen: Seen) -> Iterator[Finding]:
    """A title's ink on other words, a rule, a picture, a shape. Let pass: a ground that the whole title
    stands on, and lines at a slant, whose box says little."""
    title = [word for word in seen.drawn if word.shape.is_title]
    things = [(word.text, word.ink) for word in seen.drawn if not word.shape.is_title]
    things += [(shape.name, shape.seen_box) for shape in seen.slide.shapes if _stands_for_itself(shape)]
    touched: dict[str, str] = {}
    for name, box in things:
        touching = [word.text for word in title if _touch(word.ink, box)]
        if touching and not all(box.grown(INK_MARGIN).holds(word.ink) for word in title):
            touched.setdefault(" ".join(touching), name)
    for words, name in touched.items():
        yield found(seen, "title touches", words, f"and {name!r}")


def _stands_for_itself(shape: Shape) -> bool:
    slanted = shape.is_line and min(shape.box.width, shape.box.height) > TOUCH
    return shape.visible and not shape.is_title and not slanted


def _touch(one: Box, other: Box) -> bool:
    common = one.common(other)
    return min(common.width, common.height) > -TOUCH


def empty(seen: Seen) -> Iterator[Finding]:
    """An empty rectangle of about half the page; a bit more where few words make a statement."""
    words = sum(1 for word in seen.drawn if any(map(letters, word.text)))
    limit = LARGEST_EMPTY if words >= FEW_WORDS else LARGEST_EMPTY_FEW_WORDS
    if seen.empty_share > limit:
        yield found(seen, "empty", seen.slide.title, f"has {seen.empty_share:.0%} empty in one piece")


FAULTS: tuple[Callable[[Seen], Iterable[Finding]], ...] = (
    missing,
    torn,
    off_page,
    outside,
    overlapping,
    covered,
    across_an_edge,
    title_touches,
    empty,
)


def by_shape(words: Iterable[Word]) -> list[tuple[Shape, list[Word]]]:
    """The words of each shape together."""
    groups: dict[int, list[Word]] = {}
    for word in words:
        groups.setdefault(id(word.shape), []).append(word)
    return [(group[0].shape, group) for group in groups.values()]


def texts(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)


def found(seen: Seen, fault: str, words: str, fact: str) -> Finding:
    return Finding(seen.slide.number, fault, words, fact)


@cache
def drawable(text: str) -> bool:
    """Whether installed faces have its characters; true where there's no fontconfig to ask."""
    return which("fc-list") is None or all(map(_has_face, filter(letters, text)))


@cache
def _has_face(character: str) -> bool:
    command = ["fc-list", f":charset={ord(character):x}", "family"]
    return bool(subprocess.run(command, check=True, capture_output=True).stdout.strip())
