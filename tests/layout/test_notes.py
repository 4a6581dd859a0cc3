"""Notes in the order a presenter needs them."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

from deckbuild.document import Document, NotesBlock

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


NOTES = """
title: Deck
slides:
  - title: One
    notes: |
{}
  - {{id: two, title: Two}}
"""


def notes(laid_out: LayOut, text: str) -> tuple[NotesBlock, ...]:
    """The blocks below the heading, of notes that are written like this."""
    indented = "\n".join(f"      {line}" for line in dedent(text).strip("\n").split("\n"))
    page, _ = laid_out(NOTES.format(indented)).pages
    assert page.faults == ()
    return page.notes[1:]


def marks(blocks: tuple[NotesBlock, ...]) -> list[tuple[str, float, str, int]]:
    """Text, left margin and mark of each block."""
    found = []
    for block in blocks:
        bullet = block.paragraph.bullet
        mark = (bullet.char or bullet.numbering, bullet.start) if bullet else ("", 1)
        found.append((block.text, block.paragraph.margin, *mark))
    return found


def test_lists_hang_from_their_marks(laid_out: LayOut) -> None:
    found = notes(laid_out, """
        - one
          - two

          more
        1) three
        2) four
    """)  # fmt: skip
    assert marks(found) == [
        ("one", 14, "•", 1),
        ("two", 28, "–", 1),
        ("more", 14, "", 1),
        ("three", 14, "1)", 1),
        ("four", 14, "1)", 2),
    ]
    assert [block.paragraph.indent for block in found] == [-14, -14, 0, -14, -14]


def test_numbers_that_powerpoint_cannot_count_to_are_text(laid_out: LayOut) -> None:
    zero, large = notes(laid_out, "0. zero\n\ntext\n\n40000. large")[::2]
    assert (zero.text, large.text) == ("0. zero", "40000. large")
    assert (zero.paragraph.bullet, large.paragraph.bullet) == (None, None)


def test_deep_lists_stay_on_the_page_and_in_powerpoints_levels(laid_out: LayOut) -> None:
    deepest = notes(laid_out, "\n".join("  " * level + "- x" for level in range(30)))[-1]
    assert (deepest.paragraph.level, deepest.paragraph.margin) == (8, 240)


def test_code_is_set_line_by_line(laid_out: LayOut) -> None:
    found = notes(laid_out, "```sh\nif x:\n\n    *y*\n```")
    assert [(block.kind, block.text, block.runs[0].style.face.name) for block in found] == [
        ("code", "if x:", "Courier New"),
        ("code", "", "Courier New"),
        ("code", "    *y*", "Courier New"),
    ]


def test_small_tables_stand_in_columns(laid_out: LayOut) -> None:
    found = notes(laid_out, "| who | when |\n| - | - |\n| Ann | Monday |\n| | Friday |")
    assert [block.text for block in found] == ["who\twhen", "Ann\tMonday", "\tFriday"]
    assert [block.runs[0].style.bold for block in found] == [True, False, False]


def test_wide_tables_name_their_cells(laid_out: LayOut) -> None:
    # A column must end before 66 of 72 pt; at 6 pt a character that is 11.
    found = notes(laid_out, "| question | answer |\n| - | - |\n| what is it? | this |\n| and? | that |")
    assert [(block.text, block.paragraph.bullet is not None) for block in found] == [
        ("question: what is it?  ·  answer: this", True),
        ("question: and?  ·  answer: that", True),
    ]


def test_very_wide_tables_give_each_cell_a_line(laid_out: LayOut) -> None:
    long = "word " * 16
    (row,) = notes(laid_out, f"| question | answer |\n| - | - |\n| {long}| {long}|")
    assert row.text == f"question: {long.strip()}\vanswer: {long.strip()}"


def test_links_lead_to_slides_and_the_web(laid_out: LayOut) -> None:
    page, _ = laid_out(
        """
        title: Deck
        slides:
          - title: One
            notes: "[Ask about [it](#two)] See [there](#two) and [here](https://example.org)."
            background: {rationale: "[b](#two)"}
            qa: [{question: "[q](#two)", answer: "[a](#two)"}]
          - {id: two, title: Two}
        """
    ).pages
    links = {run.text: run.link for block in page.notes for run in block.runs if run.link}
    assert links == {
        "it": "#2",
        "there": "#2",
        "here": "https://example.org",
        "b": "#2",
        "q": "#2",
        "a": "#2",
    }


def test_answers_of_several_lines_are_markdown(laid_out: LayOut) -> None:
    (page,) = laid_out(
        """
        title: Deck
        slides:
          - title: One
            background: {rationale: ["- 5 °C"]}
            qa:
              - question: Why?
                answer: |
                  Because:
                  1. of this

                  And that.
        """
    ).pages
    assert [
        (block.kind, block.text, block.paragraph.margin) for block in page.notes if block.kind != "heading"
    ] == [
        ("bullet", "- 5 °C", 14),
        ("question", "Why?", 0),
        ("answer", "Because:", 14),
        ("answer", "of this", 28),
        ("answer", "And that.", 14),
    ]


def test_cues_headings_quotes_and_rules_have_their_own_look(laid_out: LayOut) -> None:
    found = notes(laid_out, "# Head\n\n[Pause **now**]\n\n> quoted\n\n---")
    assert [(block.kind, block.text, block.paragraph.margin) for block in found] == [
        ("subheading", "Head", 0),
        ("cue", "[Pause now]", 0),
        ("script", "quoted", 18),
        ("rule", "————————————", 0),
    ]
    assert [(run.style.bold, run.style.italic) for block in found[:2] for run in block.runs[:1]] == [
        (True, False),
        (True, True),
    ]
