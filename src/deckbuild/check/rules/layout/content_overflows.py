"""LAY001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.measures.tried import cure
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Group, Page


@rule("LAY001", on=Page, on_render=True)
def content_overflows(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Content needs more height than its region has.

    Text is set at the largest size that fits, down to the smallest of its role; what needs more height
    even there runs into the footer. White space is valuable: don't overcrowd (visual design guidelines,
    layout principles).

    Bad:
        title: What we run
        content:
          - table:
              columns: [Service]
              rows:
                - [API gateway]
                - [Load balancer]
                - [Agent service]
                - [Session store]
                - [Job queue]
                - [Workers]
                - [Vector index]
                - [Prompt registry]
                - [Model router]
                - [Cache]
                - [Audit log]
                - [Metrics]
                - [Traces]
                - [Alerting]
                - [Secrets]

    Good:
        title: What we run
        content:
          - bullets:
              - Two services
              - One queue
    """
    for item in context.items[page.number]:
        if isinstance(item, Group):
            over = item.frame.size.height - item.rect.height
            if over > FIT:
                message = (
                    f"{item.name or 'the content'} needs {over:.0f} pt more height "
                    f"than the {item.rect.height:.0f} pt it has"
                )
                yield Finding(message, item.span, _cure(page, context))


def _cure(page: Page, context: CheckContext) -> str:
    if context.slide(page.number).split_into:
        return "cut words: this is higher than a slide, and is cut no further"
    return cure(page, "cut words, split the slide, or let a graphic carry a block (shown_in)")
