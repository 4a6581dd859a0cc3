"""What a deck may not say."""

from __future__ import annotations

from deckbuild.diagnostics import Severity
from deckbuild.diagnostics.codes import code

UNKNOWN_KEY = code("DCK101", "unknown-key", Severity.ERROR, """
    A mapping has a key that the format doesn't know.

    What stands under it would be lost. The hint names the nearest key there is, or all of them.

    Bad:
        titel: Queues absorb bursts
    Good:
        title: Queues absorb bursts
    """)  # fmt: skip

MISSING = code("DCK102", "missing-key", Severity.ERROR, """
    Something that must be there isn't.

    Bad:
        content: [Queues absorb bursts]
    Good:
        title: Queues absorb bursts
        content: [They decouple callers from workers]
    """)  # fmt: skip

WRONG_TYPE = code("DCK103", "wrong-type", Severity.ERROR, """
    A value is of another type than its key takes.

    Text that YAML reads as something else (true, a mapping because of a colon) must be quoted.

    Bad:
        title: [Queues, absorb, bursts]
    Good:
        title: Queues absorb bursts
    """)  # fmt: skip

NOT_A_CHOICE = code("DCK104", "not-a-choice", Severity.ERROR, """
    A value isn't one of the words that its key takes.

    Bad:
        title: Queues absorb bursts
        type: slide
    Good:
        title: Queues absorb bursts
        type: concept
    """)  # fmt: skip

OUT_OF_RANGE = code("DCK105", "out-of-range", Severity.ERROR, """
    A number, a text or a list is smaller or larger than it may be.

    Bad:
        title: Queues absorb bursts
        minutes: -3
    Good:
        title: Queues absorb bursts
        minutes: 3
    """)  # fmt: skip

UNKNOWN_KIND = code("DCK106", "unknown-kind", Severity.ERROR, """
    A block or a graphic is of a kind that there isn't.

    The key of a block names its kind; a graphic has `kind`. The authoring guide shows all of them.

    Bad:
        title: Queues absorb bursts
        content:
          - bulets: [They decouple callers from workers]
    Good:
        title: Queues absorb bursts
        content:
          - bullets: [They decouple callers from workers]
    """)  # fmt: skip

BAD_REFERENCE = code("DCK107", "bad-reference", Severity.ERROR, """
    A name refers to something that isn't there: a slide, a graphic, an objective, a language.

    Bad:
        title: See [the queue](#queu)
    Good:
        title: See the queue
    """)  # fmt: skip

DUPLICATE = code("DCK108", "used-twice", Severity.ERROR, """
    Something that must be unique is there twice: an id, a slide, an option.
    """)  # fmt: skip

BAD_COLOR = code("DCK109", "unknown-color", Severity.ERROR, """
    A colour isn't one of the theme's.

    Colours are named, so that another theme can have its own in their place.
    """)  # fmt: skip

BAD_TEXT = code("DCK110", "bad-text", Severity.ERROR, """
    A text holds a control character, which a slide can't have.

    Bad:
        title: "Queues\\x07absorb bursts"
    Good:
        title: "Queues absorb bursts"
    """)  # fmt: skip

BAD_LINK = code("DCK111", "bad-link", Severity.ERROR, """
    A link's address is none, or of a kind that isn't allowed.

    Links lead to the web, to a mail address, or to a slide of the deck (`#slide-id`). What may not stand in a
    URI is escaped by deckbuild: spaces, letters of any script, a lone %. What can't be, because the host or
    the port is none, is this mistake.

    Bad:
        title: "[The handbook](file:///home/jane/handbook.pdf)"
    Good:
        title: "[The handbook](https://example.org/hand book.pdf)"
    """)  # fmt: skip

LIST_TOO_DEEP = code("DCK112", "list-too-deep", Severity.ERROR, """
    A list has more levels than PowerPoint can hold, which is nine.

    Two levels are as many as an audience follows; what needs ten is a document.
    """)  # fmt: skip

NOTHING_TO_CONTINUE = code("DCK113", "nothing-to-continue", Severity.ERROR, """
    Steps with `continue: true` have no steps before them on the slide whose numbers they could go on from.

    Bad:
        title: Two halves of a procedure
        content:
          - {steps: [Open the valve], continue: true}
    Good:
        title: Two halves of a procedure
        content:
          - steps: [Open the valve]
          - text: Wait for a minute.
          - {steps: [Close the valve], continue: true}
    """)  # fmt: skip

UNKNOWN_FORMAT = code("DCK114", "unknown-format", Severity.ERROR, """
    The deck is written in a format that this deckbuild doesn't know.

    `format` in deck.yaml is the number of the authoring format, 1 if it is left out. A deck with a greater
    number was written for a newer deckbuild. Nothing else of it is read: what looks wrong in one format may
    be right in another.

    Bad:
        format: 2
        title: Queues absorb bursts
        slides: [{title: Queues absorb bursts}]
    Good:
        format: 1
        title: Queues absorb bursts
        slides: [{title: Queues absorb bursts}]
    """)  # fmt: skip

CANT_CONTINUE = code("DCK115", "cannot-continue", Severity.ERROR, """
    A slide with `continue: true` can't go on over several slides.

    Blocks can: they are cut between rows, entries or lines. Graphics can't, nor can what shows all of
    something at once: a title slide, a summary.

    Bad:
        title: All limits
        type: summary
        continue: true
        content:
          - bullets: [One, Two]
    Good:
        title: All limits
        continue: true
        content:
          - bullets: [One, Two]
    """)  # fmt: skip

BAD_VALUE = code("DCK199", "bad-value", Severity.ERROR, """
    A value can't be used, for the reason that the message gives.
    """)  # fmt: skip
