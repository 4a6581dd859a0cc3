"""Cures for content that doesn't fit, which advise nothing that layout has tried already."""

from __future__ import annotations

from deckbuild.document import Page


def cure(page: Page, advice: str) -> str:
    """The advice, and what else there is to say: that the slide can go on over several, or that the author's
    wish for an arrangement may be what stands in the way, or that others were tried and are no better."""
    if page.could_be > 1:
        return f"{advice}; or write `continue: true` on the slide, which then takes {page.could_be}"
    choice = page.choice
    if choice is None:
        return advice
    if choice.wish:
        return f"{advice}; or leave out 'layout: {choice.wish}', so that other arrangements are tried"
    others = len(choice.tried) - 1
    if not others:
        return advice
    said = "another arrangement was" if others == 1 else f"{others} other arrangements were"
    return f"{advice}; {said} tried and would be worse (deckbuild render --explain {page.number})"
