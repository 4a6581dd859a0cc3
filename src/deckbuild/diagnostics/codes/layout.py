"""Faults that only laying a slide out can find. It leaves them in its frames and pages."""

from __future__ import annotations

from deckbuild.diagnostics import Severity
from deckbuild.diagnostics.codes import code

NOT_CARRIED = code("LAY010", "text-not-carried", Severity.ERROR, """
    A graphic doesn't show all the text of a block that it carries.

    A block with `shown_in` isn't drawn, because the graphic of that id shows its text already. Every word of
    the block has to be there in order, or it would be lost without anyone noticing.

    Bad:
        title: When to stay on-premises
        content:
          - bullets: [The data may not leave the building]
            shown_in: tree
        graphics:
          - kind: decision-tree
            id: tree
            start: Where to run it?
            outcomes:
              cloud: {label: Cloud, icon: cloud}
              premises: {label: On-Premises, icon: server}
            decisions:
              - question: May the data leave?
                yes: {to: cloud}
            default: {to: premises}

    Good:
        title: When to stay on-premises
        content:
          - bullets: [The data may not leave the building]
    """, found="layout")  # fmt: skip

UNKNOWN_ARRANGEMENT = code("LAY011", "unknown-layout", Severity.ERROR, """
    A slide asks for a layout that there isn't.

    The layouts are listed in the authoring guide; a ratio such as 5/7 has to add up to the grid's twelve
    columns.

    Bad:
        title: All tenants share one token budget
        layout: 5/8

    Good:
        title: All tenants share one token budget
        layout: 5/7
    """, found="layout")  # fmt: skip

LOST_ON_COVER = code("LAY015", "lost-on-cover", Severity.ERROR, """
    The cover has content that it doesn't show.

    A cover shows its title, its subtitle and lines of text: who presents, when, and in which program. A
    list, a heading or a graphic has no place there, and nothing an author wrote may be lost.

    Bad:
        type: title
        title: Running AI in production
        content:
          - bullets: [Jane Doe, Spring cohort]

    Good:
        type: title
        title: Running AI in production
        content: [Jane Doe, Spring cohort]
    """, found="layout")  # fmt: skip

LABEL_WITHOUT_PLACE = code("LAY016", "label-without-place", Severity.WARNING, """
    A label found no place in its graphic where it touches nothing.

    A chart sets a label that has no room in the plot as a number, and its words in a key below. Here not even
    the number has a place where it touches neither a line nor another label. Nothing is lost, but it is hard
    to tell what belongs to what. Leave something out, or give the graphic more room.
    """, found="layout")  # fmt: skip

NOTES_CUT = code("NOT301", "notes-cut", Severity.WARNING, """
    Notes don't fit on their page, even in the smallest type.

    PowerPoint prints one page of notes a slide and doesn't run on to a second one: what is too long is
    printed over the foot and off the page. All words stay in the file and in presenter view, which scrolls.
    The message says with which words the loss begins; about 1,600 words of plain script fit. Cut the script,
    split the slide, or move background and answers to an appendix.
    """, found="layout")  # fmt: skip
