"""What speaks against an arrangement, measured on what was laid out: nothing but items is read.

Flaws have costs in points, so that they add up; the arrangement that costs least is best. The costs say how
many flaws of one sort outweigh one of another, by what a reader loses: text that isn't there, text that can't
be read, text that is read with effort, and last a page that looks unbalanced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from deckbuild.document import (
    Flaw,
    Frame,
    Group,
    Item,
    Picture,
    Shape,
    Table,
    Text,
    TextBody,
    text_bodies,
    walk,
)
from deckbuild.geometry import Rect
from deckbuild.layout.tangles import crossings, lines_through_boxes
from deckbuild.layout.torn import torn_words

# What is lost.
OVERFLOW = 200.0
"""Any overflow: part of the content is off its place, which nothing below can outweigh."""
OVERFLOW_POINT = 2.0
"""Each point of it: where nothing fits, what sticks out least."""
TORN = 80.0
"""Each word torn at a line's end: it reads as a mistake, and two of them as a broken slide."""
FAULT = 60.0
"""Each fault that a graphic itself found, such as a label without a place."""

# What can't be followed.
THROUGH = 40.0
"""Each line through a box that it has nothing to do with: it says what isn't so."""
CROSSING = 10.0
"""Each crossing of two lines: followed with effort, and some graphs have them however they are drawn."""

# What is read with effort.
SMALL_POINT = 12.0
"""Each point by which text is smaller than comfortable: its least size, two points down, still outweighs a
half-empty page, and not a torn word."""
SMALL_LABELS = 20.0
"""Most of a graphic's text at the least size of labels: it was squeezed in."""
TINY_POINT = 30.0
"""Each point by which a label is smaller than even that."""

# What looks unbalanced.
EMPTY = 0.8
"""Each per cent of the zone left empty, from `HALF` on."""
HOLE = 0.4
"""Each per cent of the zone empty in one piece, from `QUARTER` on: a line of text above nothing."""
CRAMPED = 1.0
"""Each per cent of the zone by which graphics and pictures get less than `THIRD`: they carry the message."""

HALF, THIRD, QUARTER = 50.0, 100.0 / 3, 25.0
"""Per cent of the zone."""

TOLERANCE = 0.5
"""Points that nobody sees."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What text is measured against, in points: the size from which on it is read at ease, and the least
    size of labels."""

    comfortable: float
    least_label: float


def flaws(areas: Sequence[Group], zone: Rect, scale: Scale) -> tuple[Flaw, ...]:
    """The flaws of `areas` (of the role `figure` those of graphics) in `zone`, the worst sort first."""
    figures = [area for area in areas if area.role == "figure"]
    texts = [area for area in areas if area.role != "figure"]
    return (
        *overflows(areas),
        *torn(areas),
        *own_faults(figures),
        *tangles(figures),
        *small_text(texts, scale.comfortable),
        *small_labels(figures, scale.least_label),
        *emptiness(areas, zone),
        *holes(texts, figures, zone),
        *cramped(texts, figures, zone),
    )


def overflows(areas: Iterable[Group]) -> Iterator[Flaw]:
    """Content that needs more than its place has, in each direction."""
    for area in areas:
        name = "the graphic" if area.role == "figure" else "the text"
        needed = area.frame.size
        for over, way in (
            (needed.width - area.rect.width, "wide"),
            (needed.height - area.rect.height, "high"),
        ):
            if over > TOLERANCE:
                yield Flaw(f"{name} is {over:.0f} pt too {way}", OVERFLOW + over * OVERFLOW_POINT)


def torn(areas: Iterable[Group]) -> Iterator[Flaw]:
    """Words that go on in the next line where no line may end."""
    bodies = text_bodies(_items(areas))
    found = [word for body in bodies for each in body.paragraphs for word, _ in torn_words(each)]
    if found:
        yield Flaw(f"torn: {', '.join(dict.fromkeys(found))}", TORN * len(found))


def own_faults(figures: Iterable[Group]) -> Iterator[Flaw]:
    """What a graphic itself found wrong."""
    for figure in figures:
        for fault in figure.frame.diagnostics:
            yield Flaw(fault.message, FAULT)


def tangles(figures: Iterable[Group]) -> Iterator[Flaw]:
    """Lines through boxes that they don't lead to, and lines that cross."""
    through = crossing = 0
    for figure in figures:
        items = tuple(walk(figure.frame.items))
        through += lines_through_boxes(items)
        crossing += crossings(items)
    if through:
        yield Flaw(f"{_count(through, 'line')} through a box", through * THROUGH)
    if crossing:
        yield Flaw(f"{_count(crossing, 'crossing')} of lines", crossing * CROSSING)


def small_text(texts: Iterable[Group], comfortable: float) -> Iterator[Flaw]:
    """Running text and tables in smaller type than is read at ease."""
    size = _prevailing(
        item
        for item in _items(texts)
        if isinstance(item, Table) or (isinstance(item, Text) and item.role == "body")
    )
    if size and size < comfortable:
        yield Flaw(f"text is set in {size:g} pt, below {comfortable:g}", (comfortable - size) * SMALL_POINT)


def small_labels(figures: Iterable[Group], least: float) -> Iterator[Flaw]:
    """Graphics with most of their text at the least size of labels, or any below it."""
    for figure in figures:
        sizes = _sizes(walk(figure.frame.items))
        if not sizes:
            continue
        smallest = min(sizes)
        if smallest < least - TOLERANCE:
            yield Flaw(f"labels are set in {smallest:g} pt", (least - smallest) * TINY_POINT)
        share = sum(count for size, count in sizes.items() if size <= least) / sizes.total()
        if share > 0.5:
            yield Flaw(f"{share:.0%} of the labels are set in {least:g} pt, the least size", SMALL_LABELS)


def _prevailing(items: Iterable[Item]) -> float:
    """The size of most of the characters, in points; 0 if there are none."""
    sizes = _sizes(items)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _sizes(items: Iterable[Item]) -> Counter[float]:
    """How many characters there are of each size."""
    sizes: Counter[float] = Counter()
    for body in text_bodies(items):
        for paragraph in body.paragraphs:
            for run in paragraph.runs:
                sizes[run.style.size] += len(run.text)
    return sizes


def emptiness(areas: Iterable[Group], zone: Rect) -> Iterator[Flaw]:
    """More than half of the zone outside what the areas draw."""
    drawn = (ink(area.frame) for area in areas)
    covered = sum(rect.width * rect.height for rect in drawn if rect is not None)
    empty = 100.0 - _per_cent(covered, zone)
    if empty > HALF:
        yield Flaw(f"{empty:.0f} % of the body is empty", (empty - HALF) * EMPTY)


def holes(texts: Sequence[Group], figures: Sequence[Group], zone: Rect) -> Iterator[Flaw]:
    """Text beside a graphic that leaves more than a quarter of the zone empty below it."""
    for text in texts:
        seen = ink(text.frame)
        beside = any(
            figure.rect.top < text.rect.bottom and figure.rect.bottom > text.rect.top for figure in figures
        )
        if seen is None or not beside:
            continue
        hole = _per_cent(text.rect.width * (text.rect.height - seen.height), zone)
        if hole > QUARTER:
            yield Flaw(f"{hole:.0f} % of the body is empty below the text", (hole - QUARTER) * HOLE)


def cramped(texts: Iterable[Group], figures: Iterable[Group], zone: Rect) -> Iterator[Flaw]:
    """Graphics, and pictures in the text, that get less than a third of the zone."""
    pictures = [item.rect for item in _items(texts) if isinstance(item, Picture)]
    given = [figure.rect for figure in figures] + pictures
    share = _per_cent(sum(rect.width * rect.height for rect in given), zone)
    if given and share < THIRD:
        what = "pictures" if pictures else "graphics"
        yield Flaw(f"{what} get {share:.0f} % of the body", (THIRD - share) * CRAMPED)


def ink(frame: Frame) -> Rect | None:
    """The rectangle around what is seen of a frame: text is as wide as its widest line. None if that is
    nothing."""
    rects = [rect for item in walk(frame.items) if (rect := _seen(item)) is not None]
    if not rects:
        return None
    return Rect.from_edges(
        min(rect.left for rect in rects),
        min(rect.top for rect in rects),
        max(rect.right for rect in rects),
        max(rect.bottom for rect in rects),
    )


def _seen(item: Item) -> Rect | None:
    """Where something of the item is seen; None for what holds others, which are looked at themselves."""
    match item:
        case Group():
            return None
        case Text(rect=rect, body=body):
            return _written(rect, body)
        case Shape(rect=rect, body=body, fill=None, stroke=None):
            return None if body is None else _written(rect, body)
        case _:
            return item.rect


def _written(rect: Rect, body: TextBody) -> Rect | None:
    """The part of a box that its text takes, by the side that it stands on."""
    if not body.text.strip():
        return None
    width, height = min(body.width, rect.width), min(body.height, rect.height)
    across = {"left": 0.0, "center": 0.5, "right": 1.0}[body.paragraphs[0].align]
    down = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[body.anchor]
    left = rect.left + (rect.width - width) * across
    return Rect(left, rect.top + (rect.height - height) * down, width, height)


def _per_cent(area: float, zone: Rect) -> float:
    """How much of the zone so many square points are."""
    return 100.0 * area / (zone.width * zone.height)


def _items(areas: Iterable[Group]) -> Iterator[Item]:
    for area in areas:
        yield from walk(area.frame.items)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
