"""Slides that go on over several pages: their numbers, titles, notes and links, and what is said of them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from deckbuild import DeckError, NoSuchSlide, lay_out_deck, load_deck, pipeline, render_deck
from deckbuild.check import engine
from deckbuild.check.reports.report import Report
from deckbuild.deck.models import Deck
from deckbuild.document import Document, Page, Table, Text
from deckbuild.pipeline import build, layout_context
from tests.conftest import Golden
from tests.dump import dump_page

ROWS = "".join(f"            - [Row {number}]\n" for number in range(18))
DECK = f"""\
format: 1
title: Deck
segments:
  - id: part
    title: Part one
    slides:
      - title: Before
        content: ["See [the limits](#limits) and [what comes after](#after)."]
      - title: Limits
        id: limits
        minutes: 3
        continue: true
        content:
        - text: All of them.
        - table:
            columns: [Name]
            rows:
{ROWS}        - callout: No more.
        notes: Here are the limits.
        waivers: [{{rule: NOT004, reason: It is read by oneself.}}]
      - title: After
        id: after
        content: ["See slide 5."]
"""
FIRST_ROW = DECK.splitlines().index("            - [Row 0]") + 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "talk.yaml"
    path.write_text(DECK, "utf-8")
    return path


@pytest.fixture
def deck(path: Path) -> Deck:
    return load_deck(path)


@pytest.fixture
def document(deck: Deck) -> Document:
    return lay_out_deck(deck)


def table(page: Page) -> Table:
    (found,) = [item for item in page.walk() if isinstance(item, Table)]
    return found


def texts(page: Page) -> list[str]:
    return [item.body.text for item in page.walk() if isinstance(item, Text)]


def notes(page: Page) -> list[str]:
    return [block.paragraph.text for block in page.notes]


def links(page: Page) -> list[str | None]:
    bodies = [item.body for item in page.walk() if isinstance(item, Text)]
    return [run.link for body in bodies for each in body.paragraphs for run in each.runs if run.link]


def report(deck: Deck, document: Document) -> Report:
    today = datetime.date(2026, 1, 1)
    return engine.check(deck, document, layout_context(deck).theme, today=today)


# --- pages ----------------------------------------------------------------------------------------


def test_one_slide_becomes_several_pages(document: Document) -> None:
    titles = ["Before", "Limits\xa0(1/3)", "Limits\xa0(2/3)", "Limits\xa0(3/3)", "After"]
    assert [page.title for page in document.pages] == titles
    assert [page.number for page in document.pages] == [1, 2, 3, 4, 5]
    assert [texts(page)[-1] for page in document.pages] == ["1", "2", "3", "4", "5"]
    assert {page.section for page in document.pages} == {"Part one"}
    assert [len(table(page).rows) - 1 for page in document.pages[1:4]] == [6, 7, 5]


def test_a_page_in_the_middle(document: Document, golden: Golden) -> None:
    golden("document/continued.txt", dump_page(document.pages[2]))


def test_all_pages_have_text_of_one_size(document: Document) -> None:
    cells = [cell for page in document.pages[1:4] for row in table(page).rows for cell in row.cells]
    assert len({run.style.size for cell in cells for each in cell.body.paragraphs for run in each.runs}) == 1


def test_a_slide_that_fits_does_not_go_on(path: Path) -> None:
    path.write_text("title: Deck\nslides: [{title: One, content: [Words], continue: true}]", "utf-8")
    assert [page.title for page in lay_out_deck(load_deck(path)).pages] == ["One"]


def test_the_script_stands_with_the_first_page_and_the_others_say_so(document: Document) -> None:
    first, second, third = document.pages[1:4]
    assert notes(first) == ["Script", "Here are the limits."]
    assert notes(second) == notes(third) == ["Script", "Goes on from slide 2, where the script stands."]


def test_links_lead_to_the_first_page_and_to_what_comes_after(document: Document) -> None:
    assert links(document.pages[0]) == ["#2", "#5"]


def test_numbers_on_the_command_line_are_those_of_pages(path: Path, tmp_path: Path) -> None:
    assert [slide.title for slide in load_deck(path, only=[5]).slides] == ["After"]
    assert build(path, output=tmp_path / "out.pptx", only=frozenset({3})).slides == 3
    with pytest.raises(NoSuchSlide, match="there is no slide 6; the deck has slides 1 to 5"):
        load_deck(path, only=[6])


def test_what_cannot_go_on(path: Path) -> None:
    path.write_text("title: Deck\nslides: [{title: One, type: summary, continue: true}]", "utf-8")
    with pytest.raises(DeckError) as error:
        load_deck(path)
    assert [found.code for found in error.value.diagnostics] == ["DCK115"]


def test_progress_counts_pages(deck: Deck) -> None:
    seen: list[tuple[str, int, int]] = []
    pipeline.lay_out_deck(deck, lambda *stage: seen.append(stage))
    assert seen == [("Laying out", done, 5) for done in range(1, 6)]


# --- the cache ------------------------------------------------------------------------------------


def test_a_second_run_writes_the_same_bytes_and_a_row_less_another_deck(path: Path, tmp_path: Path) -> None:
    output, cache = tmp_path / "out.pptx", tmp_path / "build" / "cache" / "talk.pages"
    build(path, output=output, cache=cache)
    first = output.read_bytes()
    build(path, output=output, cache=cache)
    assert output.read_bytes() == first
    path.write_text(DECK.replace("            - [Row 17]\n", ""), "utf-8")
    build(path, output=output, cache=cache)
    fresh = tmp_path / "fresh.pptx"
    build(path, output=fresh)
    assert output.read_bytes() == fresh.read_bytes() != first


# --- checks ---------------------------------------------------------------------------------------


def test_rules_see_one_slide_and_its_waivers(deck: Deck, document: Document) -> None:
    made = report(deck, document)
    assert made.slides == 5
    assert [result.slide for result in made.results if result.code == "TIM001"] == [2]  # counted once
    assert [(result.code, result.slide) for result in made.waived] == [("NOT004", 2)]
    assert not [result for result in made.results if result.code in ("LAY001", "LAY017", "CON011")]


def test_a_row_that_is_too_high_is_found_where_it_was_written(path: Path) -> None:
    path.write_text(DECK.replace("Row 9", "word " * 1200), "utf-8")
    deck = load_deck(path)
    (found,) = [each for each in report(deck, lay_out_deck(deck)).active if each.code == "LAY001"]
    assert found.slide == 2
    assert found.diagnostic.span.line == FIRST_ROW + 9
    assert found.diagnostic.hint == "cut words: this is higher than a slide, and is cut no further"


def test_a_slide_that_could_go_on_is_told_over_how_many(path: Path, tmp_path: Path) -> None:
    path.write_text(DECK.replace("        continue: true\n", ""), "utf-8")
    deck = load_deck(path)
    (found,) = render_deck(deck, tmp_path / "out.pptx")
    assert found.hint.endswith("; or write `continue: true` on the slide, which then takes 3")
