"""From files to a deck."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from deckbuild.deck.load import deck_from_text, load_deck
from deckbuild.deck.models import Deck, NoSuchSlide
from deckbuild.deck.slides import Slide
from deckbuild.diagnostics import DeckError
from deckbuild.sources.values import span_of

Load = Callable[..., Deck]

DECK = """
    title: "Session 2: **Production**"
    short_name: Session 2
    objectives: [{id: scaling, text: Configure scaling}]
    segments:
      - id: opening
        title: Opening
        slides: [01-title]
      - id: scaling
        title: Scaling Patterns for AI Workloads
        short_title: Scaling Patterns
        minutes: 12
        slides:
          - 10
          - title: Written inline
    """
FILES = {
    "deck": DECK,
    "slides__01-title": "type: title\ntitle: Session 2\n",
    "slides__10": """
        title: Limits
        objectives: [scaling]
        content:
          - one
          - heading: H
            bullets: [a, 2.50]
        """,
}


def test_slides_come_in_order_from_files_and_inline(load: Load) -> None:
    deck = load(**FILES)
    assert [(slide.number, slide.id, slide.segment, slide.title) for slide in deck.slides] == [
        (1, "01-title", "opening", "Session 2"),
        (2, "10", "scaling", "Limits"),
        (3, "slide-3", "scaling", "Written inline"),
    ]
    assert deck.footer == "Session 2"
    segment = deck.segment_of(deck.slides[1])
    assert segment is not None
    assert segment.label == "Scaling Patterns"


@pytest.mark.parametrize(
    ("types", "opens"),
    [
        (["concept", "concept"], [True, False]),
        (["transition", "summary"], [True, False]),
        (["title", "concept"], [False, True]),
        (["concept", "closing"], [True, False]),
        (["closing"], [False]),
    ],
)
def test_the_first_slide_that_is_neither_cover_nor_end_opens_a_segment(
    load: Load, types: list[str], opens: list[bool]
) -> None:
    slides = ", ".join(f"{{title: A slide, type: {kind}}}" for kind in types)
    deck = load(deck=f"title: A deck\nsegments: [{{id: only, title: Only, slides: [{slides}]}}]\n")

    assert [slide.opens for slide in deck.slides] == opens


def test_a_transition_knows_what_it_leads_to(load: Load) -> None:
    """Up to the next transition; summaries and the end of the deck tell nothing new."""
    slides = [
        "{title: First Part, type: transition}", "{title: One}", "{title: Two}", "{title: S, type: summary}",
        "{title: Second Part, type: transition}", "{title: Three}", "{title: Bye, type: closing}",
    ]  # fmt: skip
    deck = load(deck=f"title: A deck\nslides: [{', '.join(slides)}]\n")
    parts = [(slide.part, slide.coming) for slide in deck.slides if slide.type == "transition"]

    assert parts == [(1, ("One", "Two")), (2, ("Three",))]


def test_everything_knows_where_it_was_written(load: Load) -> None:
    slide = load(**FILES).slides[1]
    bullets = slide.content[1]
    assert str(slide.span) == "slides/10.yaml:1:1"
    assert str(slide.place_of("objectives")) == "slides/10.yaml:2:13"
    assert str(bullets.span) == "slides/10.yaml:5:5"
    assert str(span_of(bullets.heading)) == "slides/10.yaml:5:14"
    assert str(span_of(bullets.bullets[1].text)) == "slides/10.yaml:6:18"  # type: ignore[attr-defined]


def test_numbers_in_text_keep_their_spelling(load: Load) -> None:
    assert load(**FILES).slides[1].content[1].bullets[1].text == "2.50"  # type: ignore[attr-defined]


def test_a_deck_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text("title: Small\nslides:\n  - title: One\n  - {title: Two, id: two}\n")
    deck = load_deck(path)
    assert [slide.id for slide in deck.slides] == ["slide-1", "two"]
    assert deck.folder == tmp_path


def test_only_some_slides_which_keep_their_numbers(write: Callable[..., Path]) -> None:
    folder = write(**FILES)
    deck = load_deck(folder).only([3])
    assert [(slide.number, slide.title) for slide in deck.slides] == [(3, "Written inline")]
    assert [segment.id for segment in deck.segments] == ["opening", "scaling"]
    with pytest.raises(NoSuchSlide, match="there is no slide 4; the deck has slides 1 to 3"):
        load_deck(folder).only([1, 4, 9])


def test_slide_files_that_nothing_uses_are_warned_of(load: Load) -> None:
    deck = load(**FILES, **{"slides__11-spare": "not: even\n  valid\n"})
    assert [str(warning) for warning in deck.warnings] == [
        "slides/11-spare.yaml: warning: no segment uses this slide [FIL305]\n"
        "    hint: name it in deck.yaml, or delete it"
    ]


def test_a_single_text_counts_as_a_list_of_one(load: Load) -> None:
    deck = load(deck="title: x\nslides: [{title: x, background: {rationale: Because., research: [a, b]}}]\n")
    assert deck.slides[0].background.rationale == ("Because.",)
    assert deck.slides[0].background.research == ("a", "b")


def test_models_are_frozen_and_built_from_plain_data_too() -> None:
    slide = Slide.model_validate({"title": "Plain", "content": ["text", {"bullets": ["a"]}]})
    assert [block.kind for block in slide.content] == ["text", "bullets"]
    with pytest.raises(ValidationError):
        slide.title = "Other"  # type: ignore[misc]


def test_positions_stay_out_of_dumps(load: Load) -> None:
    dump = load(**FILES).slides[1].model_dump(exclude_defaults=True)
    assert dump["title"] == "Limits"
    assert "span" not in str(dump)


def test_blocks_inside_blocks_are_found() -> None:
    columns = {"columns": [["left"], [{"heading": "H", "bullets": ["b"]}]]}
    slide = Slide.model_validate({"title": "x", "content": [columns]})
    assert [block.kind for block in slide.blocks] == ["columns", "text", "bullets"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('title: "[Ops](https://ops.example)"\nslides: [{title: One}]', "a link in 'title' leads nowhere"),
        ('title: T\nshort_name: "[x](https://x.example)"\nslides: [{title: One}]', "a link in 'short_name'"),
        (
            'title: T\nsegments: [{id: a, title: "[S](https://s.example)", slides: [{title: One}]}]',
            "a link in 'title'",
        ),
        ('title: T\nslides: [{title: "see [](https://lost.example)"}]', "a link without words"),
    ],
)
def test_a_link_that_nobody_could_click_is_refused(text: str, said: str) -> None:
    with pytest.raises(DeckError) as caught:
        deck_from_text(text)
    assert said in str(caught.value)
    assert "[DCK111]" in str(caught.value)


def test_code_may_show_a_link_without_words() -> None:
    deck = deck_from_text('title: T\nslides: [{title: "write `[](https://x.example)`"}]')
    assert deck.slides[0].plain_title == "write [](https://x.example)"


def test_json_that_windows_wrote_has_its_line_ends() -> None:
    deck = deck_from_text('{"title": "T", "slides": [{"title": "One", "content": ["a\\r\\nb"]}]}')
    assert deck.slides[0].content[0].text == "a\nb"  # type: ignore[attr-defined]


# --- the format ------------------------------------------------------------------------------------


def test_the_format_may_be_written_or_left_out() -> None:
    assert deck_from_text("format: 1\ntitle: Talk\nslides: [{title: One}]").format == 1
    assert deck_from_text("title: Talk\nslides: [{title: One}]").format == 1


@pytest.mark.parametrize(
    ("written", "described", "cure"),
    [
        ("2", "the number 2", "the deck is for a newer deckbuild: update it"),
        ("0", "the number 0", "write `format: 1`"),
        ("1.0", "the number 1.0", "write `format: 1`"),
        ("'1'", "'1'", "write `format: 1`"),
        ("true", "the truth value true", "write `format: 1`"),
        ("", "empty", "write `format: 1`"),
    ],
)
def test_of_a_deck_in_another_format_nothing_else_is_said(written: str, described: str, cure: str) -> None:
    with pytest.raises(DeckError) as caught:
        deck_from_text(f"title: Talk\nformat: {written}\npages: [a key of some other format]")
    (found,) = caught.value.diagnostics
    assert found.code == "DCK114"
    assert found.message == f"'format' must be 1, the only one there is, not {described}"
    assert (found.span.line, found.hint) == (2, cure)
