"""Notes in the order a presenter needs them."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.document import Document

LayOut = Callable[[str], Document]


def test_script_then_background_then_questions(laid_out: LayOut) -> None:
    (page,) = laid_out(
        """
        title: Deck
        slides:
          - title: One
            qa: [{question: Why?, answer: "Because *so*."}]
            background: {research: [A book], rationale: [A reason]}
            notes: |
              [Hook]

              Hello **there**. [Pause] Look.

              Bye.
        """
    ).pages
    assert [(block.kind, block.text) for block in page.notes] == [
        ("heading", "Script"),
        ("cue", "[Hook]"),
        ("script", "Hello there."),
        ("cue", "[Pause]"),
        ("script", "Look."),
        ("script", "Bye."),
        ("heading", "Rationale"),
        ("bullet", "A reason"),
        ("heading", "Research and citations"),
        ("bullet", "A book"),
        ("heading", "Questions and answers"),
        ("question", "Why?"),
        ("answer", "Because so."),
    ]


def test_no_heading_over_nothing(laid_out: LayOut) -> None:
    one, two = laid_out("title: D\nslides: [{title: One}, {title: Two, notes: Hello.}]\n").pages
    assert one.notes == ()
    assert [block.kind for block in two.notes] == ["heading", "script"]
