"""TYP004."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.roles import outside
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page


@rule("TYP004", on=Page)
def label_too_small(page: Page, context: CheckContext) -> Iterator[Finding]:
    """A label is smaller than 12 pt.

    Labels inside graphics, captions and the footer are at least 12 pt on a page 7.5 in high, so that a
    graphic can be read from three metres (design guidelines, type roles). Graphics don't set labels
    smaller; code in a label is a tenth smaller than its words, and may slip below where the graphic is
    full.

    Bad:
        title: The last planning day
        graphics:
          - kind: timeline
            id: day
            title: The day
            alt: Five sessions from eight to six.
            spans:
              - {label: Start, start: 8, end: 10, title: Internationalization}
              - {label: Then, start: 10, end: 12, title: Interconnectivity}
              - {label: Noon, start: 12, end: 14, title: Recommercialization}
              - {label: Then, start: 14, end: 16, title: Telecommunications}
              - {label: Later, start: 16, end: 18, title: Instrumentation}
              - {label: Late, start: 18, end: 20, title: Internationalization}
              - {label: "`G`", start: 20, end: 22, title: Telecommunications}

    Good:
        title: The last planning day
        graphics:
          - kind: timeline
            id: day
            title: The day
            alt: Five sessions from eight to six.
            spans:
              - {label: Start, start: 8, end: 10, title: Internationalization}
              - {label: Then, start: 10, end: 12, title: Interconnectivity}
              - {label: Noon, start: 12, end: 14, title: Recommercialization}
              - {label: Then, start: 14, end: 16, title: Telecommunications}
              - {label: Later, start: 16, end: 18, title: Instrumentation}
              - {label: Late, start: 18, end: 20, title: Internationalization}
              - {label: End, start: 20, end: 22, title: Telecommunications}
    """
    hint = "use fewer or shorter words in the graphic, or drop the code marks in the label"
    yield from outside(page, context, "label", 12.0, 1000.0, "labels are at least 12 pt", hint)
