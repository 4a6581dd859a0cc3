"""ACC007."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.fit import is_decorative
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Connector, Group, Item, Page, Picture, Shape, Table, Text


@rule("ACC007", on=Page)
def drawn_without_alt(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Something on the page has neither text nor alternative text, and isn't marked as decoration.

    Each object of a slide is read, or passed over because it is marked so (WCAG 2.2, 1.1.1 Non-text Content);
    PowerPoint's accessibility checker lists the others. What lies inside a graphic that has its own
    alternative text is told by that. Graphics and images that their author left without one are GFX002.
    """
    slide = context.slide(page.number)
    authored = {node.span for node in (*slide.graphics, *slide.blocks)}
    silent = [item for item in _silent(page.items) if item.span not in authored]
    if silent:
        names = ", ".join(sorted({item.name or type(item).__name__ for item in silent}))
        count = f"{len(silent)} objects have" if len(silent) > 1 else "an object has"
        fact = f"{count} no alternative text and no mark as decoration: {names}"
        yield Finding(fact, silent[0].span, "the kind of block or graphic is at fault, not the slide")


def _silent(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        match item:
            case Group(native=False, frame=frame):
                yield from _silent(frame.items)
            case Group() | Picture() | Connector():
                if not item.alt.strip() and not is_decorative(item):
                    yield item
            case Shape(body=body):
                said = item.alt.strip() or (body is not None and body.text.strip())
                if not said and not is_decorative(item):
                    yield item
            case Table():
                if not item.alt.strip():
                    yield item
            case Text():
                pass
