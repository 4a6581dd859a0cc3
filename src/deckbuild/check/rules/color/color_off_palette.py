"""COL003."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.drawn import quoted
from deckbuild.check.measures.fit import name_of
from deckbuild.check.measures.paint import colors_of
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.diagnostics import NOWHERE, Span
from deckbuild.document import Group, Page


@rule("COL003", on=Page)
def color_off_palette(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Something is drawn in a colour that the theme doesn't declare.

    The palette is what makes a deck one deck (visual design guidelines, colour palette); the theme
    declares it with its shades and tints by name, and anything else is off-palette. Authors can only name
    colours of the theme, so this tells of graphics that don't. Charts drawn as vector pictures are looked
    into; photographs and bitmaps aren't.
    """
    palette = {color.hex.upper() for color in context.theme.palette.values()}
    palette |= {value.upper() for _, value in context.theme.colors.slots}
    span = page.span
    found: dict[str, tuple[str, Span]] = {}
    for item in context.items[page.number]:
        if isinstance(item, Group):
            span = item.span if item.span != NOWHERE else span
            continue
        for color in colors_of(item):
            if color.upper() not in palette:
                found.setdefault(color.upper(), (name_of(item), item.span if item.span != NOWHERE else span))
    if found:
        color, (name, where) = next(iter(found.items()))
        more = f" (and {len(found) - 1} more colours)" if len(found) > 1 else ""
        yield Finding(
            f"{quoted(name)} is drawn in {color}{more}, which the theme doesn't declare",
            where,
            "add the colour to the theme's palette, or use one of its colours",
        )
