"""LAY002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.tolerance import FIT
from deckbuild.check.measures.tried import cure
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.diagnostics import NOWHERE
from deckbuild.document import Group, Page, text_bodies, walk


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
        if not isinstance(item, Group):
            continue
        over = item.frame.size.width - item.rect.width
        inside = list(walk(item.frame.items))
        if over <= FIT or any(body.torn for body in text_bodies(inside)):
            continue  # a torn word is told of as such (LAY018)
        widest = max(inside, key=lambda each: each.rect.width, default=item)
        name, has = item.name or "the content", f"the {item.rect.width:.0f} pt it has"
        message = f"{name} needs {over:.0f} pt more width than {has}"
        hint = cure(page, "shorten the longest word or line")
        yield Finding(message, widest.span if widest.span != NOWHERE else item.span, hint)
