"""Titles: one size as long as it fits, no lone last word."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import NO_BREAK_SPACE
from deckbuild.deck.slides import Slide
from deckbuild.document import Run, TextBody, TextStyle
from deckbuild.geometry import Rect
from deckbuild.layout.inline import inline_runs
from deckbuild.text.fitting import largest_fitting, sizes_between
from deckbuild.theme import TypeRole


def set_title(
    slide: Slide, rect: Rect, role: TypeRole, style: TextStyle, context: LayoutContext, lines: int = 1
) -> TextBody:
    """The slide's title at the theme's size, or as large as fits `rect` on at most `lines` lines.

    What doesn't fit at the role's minimum is set at the minimum; its height tells by how much.
    """

    def lay_out(size: float) -> TextBody:
        runs = inline_runs(str(slide.title), replace(style, size=size), context)
        paragraph = context.typesetter.paragraph(
            no_widow(runs, rect.width, context), rect.width, line_spacing=role.line_spacing
        )
        return TextBody((paragraph,), anchor="middle")

    _, body = largest_fitting(
        sizes_between(role.min, role.style.size),
        lay_out,
        lambda body: len(body.paragraphs[0].lines) <= lines and body.height <= rect.height and not body.torn,
        lambda body: not body.paragraphs[0].strain,
    )
    return body


def no_widow(
    runs: tuple[Run, ...], width: float, context: LayoutContext, share: float = 1.0
) -> tuple[Run, ...]:
    """The runs with no-break spaces where a break would look bad: after an ampersand, and before a last
    word that would stand alone on its line and fill less than `share` of it. Nothing is bound that `width`
    points couldn't hold."""
    setter = context.typesetter
    joined = tuple(replace(run, text=run.text.replace("& ", f"&{NO_BREAK_SPACE}")) for run in runs)
    if setter.widest_unit(joined) > width:
        joined = runs
    lines = setter.lines(joined, width)
    if len(lines) < 2 or len(lines[-1].text.split()) > 1 or lines[-1].width > width * share:
        return joined
    last = joined[-1]
    head, space, tail = last.text.rpartition(" ")
    if not space or " " not in head:
        return joined
    bound = (*joined[:-1], replace(last, text=f"{head}{NO_BREAK_SPACE}{tail}"))
    return bound if setter.widest_unit(bound) <= width else joined
