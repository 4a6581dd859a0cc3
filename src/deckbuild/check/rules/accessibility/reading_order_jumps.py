"""ACC003."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from deckbuild.bidi import is_right_to_left
from deckbuild.check.measures.fit import is_decorative
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Connector, Group, Item, Page, Picture, Shape, Table, Text, move
from deckbuild.geometry import Rect

SHARED = 0.5
"""Share of the narrower of two items that must overlap for one to count as above, or beside, the other."""
SLACK = 3.0
"""Points by which neighbours may reach into each other: less than a line's leading."""


@rule("ACC003", on=Page)
def reading_order_jumps(page: Page, context: CheckContext) -> Iterator[Finding]:
    """The reading order goes up or back: something is read before what stands above or before it.

    A screen reader follows the order in the file, eyes follow the page: down a column, then the next one
    (WCAG 2.2, 1.3.2 Meaningful Sequence), which in some languages is the one to the left. Looked at are
    texts, tables and whole graphics.
    """
    leftwards = is_right_to_left(context.deck.language)
    for first, second in combinations(_read(page.items), 2):
        a, b = first.rect, second.rect
        if b.bottom <= a.top + SLACK and _share(a.left, a.right, b.left, b.right) > SHARED:
            where = "above"
        elif _is_before(b, a, leftwards) and _share(a.top, a.bottom, b.top, b.bottom) > SHARED:
            where = "to the right of" if leftwards else "to the left of"
        else:
            continue
        fact = f"{_name(second)!r} stands {where} {_name(first)!r} and is read after it"
        yield Finding(fact, second.span, "the layout is at fault, not the slide")
        return


def _is_before(one: Rect, other: Rect, leftwards: bool) -> bool:
    """Whether `one` stands wholly where lines are read before they come to the other."""
    if leftwards:
        return one.left >= other.right - SLACK
    return one.right <= other.left + SLACK


Read = Text | Shape | Table | Picture | Group


def _read(items: tuple[Item, ...], dx: float = 0.0, dy: float = 0.0) -> Iterator[Read]:
    """What is read on a page in its order, at its place: no chrome, no decoration, a graphic as one thing."""
    for item in items:
        placed = move(item, dx, dy)
        match placed:
            case Group(native=False, rect=rect, frame=frame):
                yield from _read(frame.items, rect.left, rect.top)
            case Group() | Picture():
                if not is_decorative(placed):
                    yield placed
            case Text(placeholder=placeholder):
                if placeholder not in ("title", "footer", "number") and placed.body.text.strip():
                    yield placed
            case Shape(body=body):
                if body is not None and body.text.strip():
                    yield placed
            case Table():
                yield placed
            case Connector():
                pass


def _share(start: float, end: float, other_start: float, other_end: float) -> float:
    """How much of the shorter of two stretches lies in the other."""
    shorter = min(end - start, other_end - other_start)
    return (min(end, other_end) - max(start, other_start)) / shorter if shorter > 0 else 0.0


def _name(item: Read) -> str:
    text = item.body.text if isinstance(item, Text | Shape) and item.body is not None else item.name
    line = text.strip().splitlines()[0] if text.strip() else item.name
    return line if len(line) <= 40 else line[:39] + "…"
