"""Slides into pages: looks, titles, placeholders, footers, and what the author is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from deckbuild.document import Document, Group, Page, PlaceholderKind, Text

LayOut = Callable[[str], Document]

TWO_SEGMENTS = """
title: Deck
segments:
  - {id: a, title: "Segment 1: Alpha", short_title: Alpha, slides: [
      {title: Opening, content: [one]},
      {title: Middle, content: [one]},
      {title: End, type: summary, content: [{heading: Key, text: one}, {heading: Next, text: two}]}]}
  - {id: b, title: Beta, slides: [{title: Bye, type: closing, content: [one]}]}
"""


def placed(page: Page, placeholder: PlaceholderKind) -> Text:
    return next(i for i in page.walk() if isinstance(i, Text) and i.placeholder == placeholder)


def one_slide(slide: str) -> str:
    return f"title: Deck\nslides:\n  - {{{slide}}}\n"


def test_looks_follow_the_type_and_the_place_in_the_segment(laid_out: LayOut) -> None:
    assert [page.slide_layout for page in laid_out(TWO_SEGMENTS).pages] == [
        "Segment opener, few words · Alpha",
        "Content, few words · Alpha",
        "Summary · Alpha",
        "Closing statement, text · Beta",
    ]


def test_sections_are_the_segments(laid_out: LayOut) -> None:
    assert [page.section for page in laid_out(TWO_SEGMENTS).pages] == ["Alpha", "Alpha", "Alpha", "Beta"]


def test_a_deck_without_segments(laid_out: LayOut) -> None:
    document = laid_out(one_slide("title: One, content: [text]"))
    (page,) = document.pages
    assert (page.slide_layout, page.section) == ("Content, few words", "")
    assert [item.name for item in document.slide_layouts[0].items] == ["Rule"]  # no eyebrow, no progress


def test_title_body_footer_and_number_fill_placeholders(laid_out: LayOut) -> None:
    page = laid_out(TWO_SEGMENTS).pages[1]
    kinds: tuple[PlaceholderKind, ...] = ("title", "body", "footer", "number")
    said = {kind: placed(page, kind).body.text for kind in kinds}
    assert said == {"title": "Middle", "body": "one", "footer": "Deck", "number": "2"}


def test_every_placeholder_of_a_page_is_on_its_layout(laid_out: LayOut) -> None:
    document = laid_out(TWO_SEGMENTS)
    layouts = {layout.name: layout for layout in document.slide_layouts}
    for page in document.pages:
        there = {slot.kind for slot in layouts[page.slide_layout].placeholders}
        used = [i.placeholder for i in page.walk() if isinstance(i, Text) and i.placeholder is not None]
        assert set(used) <= there
        assert len(used) == len(set(used))


def test_a_title_keeps_its_size_while_it_fits_then_gives_way(laid_out: LayOut) -> None:
    """At 36 pt 46 characters fit on a line with 4 % to spare, at the minimum of 32 pt 54 without any."""

    def size(length: int) -> float:
        page = laid_out(one_slide(f"title: {'x' * length}, content: [one]")).pages[0]
        return placed(page, "title").body.paragraphs[0].runs[0].style.size

    assert (size(46), size(47), size(54)) == (36, 35, 32)


def test_a_long_title_has_a_layout_of_its_own_whose_rule_and_body_give_way(laid_out: LayOut) -> None:
    page = laid_out(one_slide(f"title: {'word ' * 14}, content: [one]")).pages[0]
    title = placed(page, "title")
    assert page.slide_layout == "Content, few words, two-line title"
    assert (len(title.body.paragraphs[0].lines), title.body.anchor) == (2, "bottom")
    assert title.rect.bottom == 99
    (layout,) = laid_out(one_slide(f"title: {'word ' * 14}, content: [one]")).slide_layouts
    assert next(item.rect.top for item in layout.items if item.name == "Rule") == 101


def test_slides_of_one_arrangement_share_a_layout_whatever_their_text_needs(laid_out: LayOut) -> None:
    """Where text stands above a graphic, or below a banner, its place depends on the text."""
    document = laid_out(
        """
        title: Deck
        slides:
          - {title: One, content: [text], graphics: [{kind: plate, id: p, wide: true}]}
          - {title: Two, content: [text, more], graphics: [{kind: plate, id: p, wide: true}]}
          - {title: Three, type: summary, content: [{heading: Key, text: one}, {callout: no text}]}
          - {title: Four, type: summary, content: [{heading: Key, text: "a\\n\\nb\\n\\nc"}, two]}
          - title: Five
            content:
              - {heading: First, text: one}
              - {heading: Second, text: two}
            graphics: [{kind: plate, id: p, wide: true}]
          - {title: Six, content: [{callout: no flowing text}], graphics: [{kind: plate, id: p}]}
          - {title: Seven, content: [text], graphics: [{kind: plate, id: p}]}
          - {title: Eight, type: summary, content: [{heading: Key, text: one}, {callout: no text}]}
          - {title: Nine, type: summary, content: [{heading: Key, text: one}, two]}
        """
    )
    assert max(Counter(layout.name for layout in document.slide_layouts).values()) == 1
    layouts = {layout.name: layout for layout in document.slide_layouts}
    for page in document.pages:
        there = {slot.kind for slot in layouts[page.slide_layout].placeholders}
        assert {i.placeholder for i in page.walk() if isinstance(i, Text)} - {None} <= there


def test_graphics_are_groups_of_their_own(laid_out: LayOut) -> None:
    (page,) = laid_out(
        one_slide("title: One, graphics: [{kind: plate, id: p, title: A plate, alt: Shows a plate}]")
    ).pages
    (group,) = [item for item in page.items if isinstance(item, Group)]
    assert (group.name, group.alt, group.native) == ("A plate", "Shows a plate", True)


def test_an_unknown_layout_is_reported_and_the_slide_laid_out_all_the_same(laid_out: LayOut) -> None:
    (page,) = laid_out(one_slide("title: One, layout: stakced, content: [text]")).pages
    (fault,) = page.faults
    assert (fault.code, fault.message) == ("LAY011", "unknown layout 'stakced'")
    assert fault.hint == "did you mean 'stacked'?"
    assert placed(page, "body").body.text == "text"


def test_text_that_its_graphic_doesnt_show_is_reported(laid_out: LayOut) -> None:
    (page,) = laid_out(
        """
        title: Deck
        slides:
          - title: One
            content: [{bullets: [Load balancer, Three instances], shown_in: p}]
            graphics: [{kind: plate, id: p, words: [Load, balancer]}]
        """
    ).pages
    faults = page.faults
    assert [fault.code for fault in faults] == ["LAY010"]
    assert "'Three instances': 'three instances' is missing" in faults[0].message


def test_reading_order_is_title_content_footer(laid_out: LayOut) -> None:
    page = laid_out(TWO_SEGMENTS).pages[1]
    assert [item.name for item in page.items] == ["Title", "Content", "Footer", "Slide number"]


def test_text_fills_its_placeholder_to_the_foot_unless_something_stands_below(laid_out: LayOut) -> None:
    alone, above = laid_out(
        """
        title: Deck
        slides:
          - {title: One, content: [text]}
          - title: Two
            content: [text, {callout: below}, {code: {language: text, source: "x\\nx\\nx\\nx\\nx"}}]
        """
    ).pages
    assert placed(alone, "body").rect.bottom == 491 - 36  # the panel's padding
    assert placed(above, "body").rect.height == pytest.approx(28.8)


def test_links_between_slides_become_numbers(laid_out: LayOut) -> None:
    page = laid_out(
        """
        title: Deck
        slides:
          - {title: One, content: ["[go](#slide-2)"]}
          - {title: Two, content: [text]}
        """
    ).pages[0]
    assert [run.link for run in placed(page, "body").body.paragraphs[0].runs] == ["#2"]


@pytest.mark.parametrize("type_", ["concept", "demo", "insight", "transition", "summary", "closing"])
def test_a_slide_of_any_type_may_have_no_content(type_: str, laid_out: LayOut) -> None:
    (page,) = laid_out(one_slide(f"title: One, type: {type_}")).pages
    assert placed(page, "title").body.text == "One"


def test_metadata(laid_out: LayOut) -> None:
    document = laid_out(
        "title: A **Deck**\nmodule: Mod\nauthor: Me\nlanguage: de-AT\nslides: [{title: One}]\n"
    )
    meta = document.metadata
    assert (meta.title, meta.subject, meta.author, meta.language) == ("A Deck", "Mod", "Me", "de-AT")


def test_a_subtitle_leads_the_text_of_any_slide(laid_out: LayOut) -> None:
    page = laid_out(
        "title: D\nslides:\n- title: One\n  subtitle: In short\n  content: [The long form.]\n"
    ).pages[0]
    assert [paragraph.text for paragraph in placed(page, "body").body.paragraphs] == [
        "In short",
        "The long form.",
    ]


def test_an_empty_summary_has_another_layout_than_a_full_one(laid_out: LayOut) -> None:
    """The first slide of a layout says where its text goes: an empty one has no place for any."""
    document = laid_out(
        """
        title: A deck
        slides:
          - {type: summary, title: One, notes: We sum up.}
          - {type: summary, title: Two, content: [{heading: H, text: T}, {heading: J, text: K}]}
        """
    )
    layouts = {layout.name: {each.kind for each in layout.placeholders} for layout in document.slide_layouts}
    for page in document.pages:
        used = {item.placeholder for item in page.walk() if isinstance(item, Text)} - {None}
        assert used <= layouts[page.slide_layout]
