"""Decks of one slide with altered items, or with a theme of their own, and what rules find there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from deckbuild.check.engine import run
from deckbuild.check.rule import discover_rules
from deckbuild.check.subjects import check_context
from deckbuild.context import LayoutContext
from deckbuild.document import (
    Color,
    Document,
    Group,
    Item,
    Shape,
    Text,
)
from deckbuild.layout.deck import lay_out
from deckbuild.layout.lines import with_lines
from deckbuild.pipeline import layout_context, read
from deckbuild.resources import asset_path
from tests.check.proof import small_deck

RULES = discover_rules()
INK, WHITE = Color("#1B3646", "dark 1"), Color("#FFFFFF", "light 1")

TIMELINE = """\
title: Who answers first
content:
  - text: Someone does.
graphics:
  - kind: timeline
    id: incident
    title: The first half hour
    alt: Triage takes ten minutes, mitigation twenty.
    spans:
      - {label: Triage, start: 0, end: 10, title: Triage}
      - {label: Mitigation, start: 10, end: 30, title: Mitigate}
"""

Change = Callable[[Item], Item]


def messages(
    code: str, slide: str, folder: Path, *, change: Change | None = None, theme: str = ""
) -> list[str]:
    """What a rule finds on a slide whose items were changed, or that has a theme of its own."""
    files = {"themes/advanced-green.yaml": theme} if theme else {}
    deck = read(small_deck(slide, folder, files))
    surroundings = layout_context(deck)
    document = lay_out(deck, surroundings)
    if change is not None:
        document = altered(document, change, surroundings)
    context = check_context(deck, document, surroundings.theme)
    return [result.diagnostic.message for result in run((RULES[code],), context)]


def altered(document: Document, change: Change, context: LayoutContext) -> Document:
    """The document with every item but groups put through `change`, its lines where they stand then."""

    def each(item: Item) -> Item:
        if isinstance(item, Group):
            return replace(item, frame=replace(item.frame, items=tuple(map(each, item.frame.items))))
        made = change(item)
        if isinstance(made, Text | Shape) and made.body is not None:
            return replace(made, body=with_lines(made.body, made.rect.size, context.typesetter))
        return made

    pages = tuple(replace(page, items=tuple(map(each, page.items))) for page in document.pages)
    return replace(document, pages=pages)


def having(name: str, change: Callable[[Item], Item]) -> Change:
    """A change of the items with this name or text."""

    def alter(item: Item) -> Item:
        text = item.body.text if isinstance(item, Text | Shape) and item.body else ""
        return change(item) if name in (item.name, text) else item

    return alter


def theme_with(old: str, new: str) -> str:
    """The theme that comes along, with one thing changed."""
    text = asset_path("themes", "advanced-green.yaml").read_text("utf-8")
    assert text.count(old) == 1
    return text.replace(old, new)
