"""LAY009."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.fit import inked, overflows
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page


@rule("LAY009", on=Page)
def slide_crowded(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Text covers more of the slide's body than leaves room to breathe.

    White space is valuable, a slide isn't overcrowded (visual design guidelines, layout principles).
    Measured is the share of the body zone that lines of text take up; a full list at 20 pt covers a
    quarter. The limit is `max_text_share` of the deck's `check:` settings.

    Bad:
        title: Why tokens run out
        content:
          - text: >-
              Every request that reaches the gateway is counted against a budget of tokens, shared by all,
              and once that budget is gone every one of them waits until the next minute begins, whatever
              they were promised when they signed up for the service and however small their own requests are.
          - text: >-
              That is why a gateway that only counts requests lets a tenant with long documents starve all
              of the others, and why the number of tokens has to be estimated before a request is let in, put
              on the account of whoever sent it, and corrected once the model has said how many it used.
          - text: >-
              The estimate needn't be exact. Four characters to a token will do for English prose, three for
              source code, and one for most scripts of East Asia; what matters is that the largest requests
              are recognised as such before they are sent, since nothing can be done about them afterwards.

    Good:
        title: Why tokens run out
        content:
          - bullets:
              - All tenants share one budget of tokens
              - A single long document can use it up
              - So estimate tokens before you let a request in
    """
    zone = context.theme.grid.body
    lines = [(piece, line) for piece, line in inked(context.pieces[page.number]) if piece.drawn.area]
    if any(overflows(piece.drawn) for piece, _ in lines):
        return  # it has too much, and that is told already
    share = sum(line.rect.width * line.rect.height for _, line in lines) / (zone.width * zone.height)
    limit = context.settings.max_text_share
    if share > limit:
        words = sum(len(line.text.split()) for _, line in lines)
        fact = f"{words} words cover {share:.0%} of the body, {limit:.0%} are the limit"
        area = lines[0][0].drawn.area
        span = area.span if area is not None else page.span
        yield Finding(fact, span, "move what you say into the notes, or split the slide")
