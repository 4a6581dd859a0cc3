"""LAY002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.check.tolerance import FIT
from deckbuild.document import Group, Page


@rule("LAY002", on=Page, on_render=True)
def content_too_wide(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Content needs more width than its region has.

    A line that can't break, such as one of code or one long word, sticks out of its region at the smallest
    size of its role (visual design guidelines: the same margins on every slide).

    Bad:
        title: One long line
        content:
          - code:
              language: bash
              source: |
                kubectl --namespace production-west scale deployment/ai-agent-orchestrator-blue --replicas=10 --timeout=5m

    Good:
        title: One long line
        content:
          - code:
              language: bash
              source: |
                kubectl scale deployment/ai-agent --replicas=10
    """  # noqa: E501
    for item in context.items[page.number]:
        if isinstance(item, Group):
            over = item.frame.size.width - item.rect.width
            if over > FIT:
                message = (
                    f"{item.name or 'the content'} needs {over:.0f} pt more width "
                    f"than the {item.rect.width:.0f} pt it has"
                )
                hint = "shorten the longest word or line, or give it more columns (layout: 4/8)"
                yield Finding(message, item.span, hint)
