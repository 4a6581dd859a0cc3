"""LAY018."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.drawn import quoted
from deckbuild.check.measures.fit import once_an_area
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext
from deckbuild.document import Page
from deckbuild.layout.torn import torn_words


@rule("LAY018", on=Page, on_render=True)
def word_torn(page: Page, context: CheckContext) -> Iterator[Finding]:
    r"""A word is torn apart, since it is wider than its box even at the smallest size.

    A line may end at a space or a hyphen, and after a sign in an address or an identifier. This word has none
    where it would need one, and nobody reads "infrastruct" and "ure" as a word. A soft hyphen (U+00AD, in
    YAML "\\u00AD" between double quotes) says where it may be parted, and is seen only there.

    Bad:
        title: Who decides
        layout: 3/9
        content: [Infrastrukturverantwortlichkeiten]
        graphics:
          - {kind: flow, id: steps, alt: From plan to work, nodes: {a: Plan, b: Work}, edges: [a -> b]}

    Good:
        title: Who decides
        layout: 3/9
        content: ["Infrastruktur\u00ADverantwortlichkeiten"]
        graphics:
          - {kind: flow, id: steps, alt: From plan to work, nodes: {a: Plan, b: Work}, edges: [a -> b]}
    """
    faults = []
    for piece in context.pieces[page.number]:
        for paragraph in piece.body.paragraphs:
            for word, wide in torn_words(paragraph):
                room = piece.rect.width - piece.body.insets.horizontal - paragraph.margin
                fact = f"the word {quoted(word)} is torn: it is {wide:.0f} pt wide, its line {room:.0f}"
                span = context.place_of_text(page, paragraph.text, piece.drawn.span)
                faults.append((piece.drawn, (span, fact)))
    hint = 'use a shorter word, or say with soft hyphens ("\\u00AD") where it may be parted'
    yield from once_an_area(faults, "words", hint)
