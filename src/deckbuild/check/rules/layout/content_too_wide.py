"""LAY002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.measures.tried import cure
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Group, Page, Table


@rule("LAY002", on=Page, on_render=True)
def content_too_wide(page: Page, context: CheckContext) -> Iterator[Finding]:
    """Content needs more width than its region has.

    What can't break, such as the longest words of a table's columns side by side, sticks out of its region at
    the smallest size of its role (visual design guidelines: consistent margins across all slides).

    Bad:
        title: What each team owns
        content:
          - table:
              columns: [Gateway, Orchestration, Observability, Authentication, Communication, Infrastructure,
                        Administration]
              rows:
                - [Connectivity, Troubleshooting, Instrumentation, Certificates, Announcements, Provisioning,
                   Responsibilities]

    Good:
        title: What each team owns
        content:
          - table:
              columns: [Team, Owns]
              rows:
                - [Gateway, Connectivity]
                - [Orchestration, Troubleshooting]
    """
    for item in context.items[page.number]:
        if isinstance(item, Group):
            tables = [inner.rect.right for inner in item.frame.items if isinstance(inner, Table)]
            over = max(item.frame.size.width, *tables, 0.0) - item.rect.width
            if over > FIT:
                message = (
                    f"{item.name or 'the content'} needs {over:.0f} pt more width "
                    f"than the {item.rect.width:.0f} pt it has"
                )
                advice = "shorten the longest word or line"
                yield Finding(message, item.span, cure(page, advice))
