"""TYP005."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page, Text


@rule("TYP005", on=Page)
def lone_word_in_title(page: Page, context: CheckContext) -> Iterator[Finding]:
    """The last word of a title stands alone on its line.

    A word alone on the last line reads as a leftover and costs a whole line (design guidelines, text: no
    widows in titles). Titles are broken so that two words stand there, where there are two to take.

    Bad:
        title: Tenants of the same gateway share one budget and wait for **tokens**
        content: [One for all.]

    Good:
        title: Tenants of the same gateway share one budget
        content: [One for all.]
    """
    for item in page.items:
        if isinstance(item, Text) and item.placeholder == "title":
            lines = [line.text for paragraph in item.body.paragraphs for line in paragraph.lines]
            if len(lines) > 1 and len(lines[-1].split()) == 1:
                span = context.slide(page.number).place_of("title")
                fact = f"{lines[-1].strip()!r} stands alone on line {len(lines)} of the title"
                yield Finding(fact, span, "make the title shorter, or longer by a word or two")
