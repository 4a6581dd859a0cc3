"""Inline markup as styled runs."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import Fragment, bind_units, parse_inline
from deckbuild.deck.links import is_internal, web_uri
from deckbuild.document import Run, TextStyle

CODE_SCALE = 0.9
"""Courier's x-height is small but its strokes run wide: at nine tenths it sits well in Calibri text."""


def inline_runs(text: str, style: TextStyle, context: LayoutContext) -> tuple[Run, ...]:
    """Runs for `text` with its markup; `style` is what unmarked text looks like.

    Numbers are bound to their units with no-break spaces.
    """
    runs = []
    for fragment in context.memo.of(_fragments, str(text)):
        run_style = style
        if fragment.bold or fragment.italic:
            run_style = replace(
                style, bold=style.bold or fragment.bold, italic=style.italic or fragment.italic
            )
        if fragment.code:
            face = context.theme.type.code.style.face
            run_style = replace(run_style, face=face, size=round(style.size * CODE_SCALE * 2) / 2)
        if fragment.strike:
            run_style = replace(run_style, strike=True)
        if fragment.link:
            run_style = replace(run_style, color=context.tone.link, underline=True)
        runs.append(Run(fragment.text, run_style, _target(fragment.link, context)))
    return tuple(runs) or (Run("", style),)


def _fragments(text: str) -> tuple[Fragment, ...]:
    """The text in its styles; except in code, numbers are bound to their units."""
    return tuple(
        fragment if fragment.code else replace(fragment, text=bind_units(fragment.text))
        for fragment in parse_inline(text)
    )


def _target(link: str | None, context: LayoutContext) -> str | None:
    """A link as outputs know it: `#slide-id` becomes `#` and the slide's number, an address becomes a URI."""
    if not link:
        return None
    if is_internal(link):
        return f"#{context.slide_numbers[link[1:]]}" if link[1:] in context.slide_numbers else None
    return web_uri(link)
