"""Why a page is arranged as it is, in words: what `render --explain` prints."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.document import Page, Trial


def explanation(page: Page) -> Iterator[str]:
    """The candidates in the order in which they are preferred, with their flaws and what those cost; before
    them the page's name."""
    yield f"slide {page.number}, {page.title!r}:"
    choice = page.choice
    if choice is None:
        yield "  its type, its few words, or that it goes on, decide how it is arranged"
        return
    if choice.wish:
        yield f"  layout: {choice.wish} decides"
    tried = [trial for trial in choice.trials if trial.flaws is not None]
    width = max(len(trial.name) for trial in tried)
    for trial in tried:
        mark = "taken" if trial is choice.trials[choice.taken] else "     "
        yield f"  {mark}  {trial.name:<{width}}  {_judged(trial)}"
    if untried := [trial.name for trial in choice.trials if trial.flaws is None]:
        yield f"  not tried, since none could be better: {', '.join(untried)}"


def _judged(trial: Trial) -> str:
    """What was found of a candidate, and what that costs."""
    if not trial.flaws:
        return "no flaw"
    return f"costs {trial.cost:.0f}: {'; '.join(flaw.said for flaw in trial.flaws)}"
