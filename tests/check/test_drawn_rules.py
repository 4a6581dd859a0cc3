"""Rules on what is drawn that YAML alone can't break: on decks with their own theme, or altered pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from deckbuild.check.engine import run
from deckbuild.check.rule import discover_rules
from deckbuild.check.subjects import check_context
from deckbuild.context import LayoutContext
from deckbuild.document import (
    Color,
    Connector,
    Document,
    Group,
    Item,
    Page,
    Paragraph,
    Picture,
    Run,
    Shape,
    Stroke,
    Text,
    TextBody,
)
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.layout.deck import lay_out
from deckbuild.layout.lines import with_lines
from deckbuild.pipeline import layout_context, read
from deckbuild.resources import asset_path
from tests.check.proof import small_deck

RULES = discover_rules()
INK, WHITE = Color("#1B3646", "dark 1"), Color("#FFFFFF", "light 1")

TIMELINE = """\
title: Who answers first
content:
  - text: Someone does.
graphics:
  - kind: timeline
    id: incident
    title: The first half hour
    alt: Triage takes ten minutes, mitigation twenty.
    spans:
      - {label: Triage, start: 0, end: 10, title: Triage}
      - {label: Mitigation, start: 10, end: 30, title: Mitigate}
"""

Change = Callable[[Item], Item]


def messages(
    code: str, slide: str, folder: Path, *, change: Change | None = None, theme: str = ""
) -> list[str]:
    """What a rule finds on a slide whose items were changed, or that has a theme of its own."""
    files = {"themes/advanced-green.yaml": theme} if theme else {}
    deck = read(small_deck(slide, folder, files))
    surroundings = layout_context(deck)
    document = lay_out(deck, surroundings)
    if change is not None:
        document = altered(document, change, surroundings)
    context = check_context(deck, document, surroundings.theme)
    return [result.diagnostic.message for result in run((RULES[code],), context)]


def altered(document: Document, change: Change, context: LayoutContext) -> Document:
    """The document with every item but groups put through `change`, its lines where they stand then."""

    def each(item: Item) -> Item:
        if isinstance(item, Group):
            return replace(item, frame=replace(item.frame, items=tuple(map(each, item.frame.items))))
        made = change(item)
        if isinstance(made, Text | Shape) and made.body is not None:
            return replace(made, body=with_lines(made.body, made.rect.size, context.typesetter))
        return made

    pages = tuple(replace(page, items=tuple(map(each, page.items))) for page in document.pages)
    return replace(document, pages=pages)


def having(name: str, change: Callable[[Item], Item]) -> Change:
    """A change of the items with this name or text."""

    def alter(item: Item) -> Item:
        text = item.body.text if isinstance(item, Text | Shape) and item.body else ""
        return change(item) if name in (item.name, text) else item

    return alter


def theme_with(old: str, new: str) -> str:
    """The theme that comes along, with one thing changed."""
    text = asset_path("themes", "advanced-green.yaml").read_text("utf-8")
    assert text.count(old) == 1
    return text.replace(old, new)


def test_titles_of_a_theme_that_makes_them_small(tmp_path: Path) -> None:
    theme = theme_with("title: {face: heading, min: 32, size: 36", "title: {face: heading, min: 24, size: 28")

    assert messages("TYP001", "title: One\ncontent: [Text]", tmp_path, theme=theme) == [
        "'One' is 28 pt, titles are 32 to 44 pt"
    ]


def test_titles_of_a_theme_that_does_not_make_them_bold(tmp_path: Path) -> None:
    theme = theme_with("size: 36, max: 40, bold: true", "size: 36, max: 40, bold: false")

    assert messages("TYP001", "title: One\ncontent: [Text]", tmp_path, theme=theme) == [
        "'One' isn't bold, titles are"
    ]


BODY = "title: One\ncontent:\n  - bullets: [First, Second]\n"


def test_body_text_of_a_theme_that_makes_it_large(tmp_path: Path) -> None:
    theme = theme_with(
        "body: {face: body, min: 18, size: 20, max: 24", "body: {face: body, min: 18, size: 20, max: 28"
    )

    found = messages("TYP002", BODY, tmp_path, theme=theme)

    assert found == ["'First' is 28 pt (and 1 more), body text is 18 to 24 pt"]


def test_body_text_of_a_theme_that_makes_it_small(tmp_path: Path) -> None:
    theme = theme_with(
        "body: {face: body, min: 18, size: 20, max: 24", "body: {face: body, min: 12, size: 14, max: 16"
    )

    assert messages("TYP002", BODY, tmp_path, theme=theme)[0].startswith("'First' is 16 pt")


CODE = "title: One\ncontent:\n  - code: {language: text, source: one line}\n"


def test_code_of_a_theme_that_makes_it_small(tmp_path: Path) -> None:
    theme = theme_with(
        "code: {face: code, min: 16, size: 16, max: 20", "code: {face: code, min: 10, size: 12, max: 12"
    )

    assert messages("TYP003", CODE, tmp_path, theme=theme) == ["'one line' is 12 pt, code is 16 to 20 pt"]


def test_sizes_are_those_on_a_page_of_standard_height(tmp_path: Path) -> None:
    deck = read(small_deck(CODE, tmp_path))
    surroundings = layout_context(deck)
    document = replace(lay_out(deck, surroundings), size=Size(1920, 1080))

    found = run((RULES["TYP003"],), check_context(deck, document, surroundings.theme))

    assert "'one line' is 10 pt" in found[0].diagnostic.message


def resized(item: Item, size: float) -> Item:
    assert isinstance(item, Text | Shape)
    assert item.body is not None
    return replace(item, body=restyled(item.body, size))


def restyled(body: TextBody, size: float) -> TextBody:
    return replace(
        body,
        paragraphs=tuple(
            replace(each, runs=tuple(replace(r, style=replace(r.style, size=size)) for r in each.runs))
            for each in body.paragraphs
        ),
    )


def test_a_label_below_twelve_points(tmp_path: Path) -> None:
    found = messages("TYP004", TIMELINE, tmp_path, change=having("Triage", lambda item: resized(item, 9)))

    assert found == ["'Triage' is 9 pt (and 1 more), labels are at least 12 pt"]


def test_a_size_for_every_text(tmp_path: Path) -> None:
    sizes = iter(range(12, 60))

    def resize(item: Item) -> Item:
        return resized(item, next(sizes)) if isinstance(item, Text | Shape) and item.body else item

    assert messages("TYP008", TIMELINE, tmp_path, change=resize)[0].startswith("text in 1")


def moved_to(rect: Rect) -> Callable[[Item], Item]:
    def move(item: Item) -> Item:
        assert not isinstance(item, Connector)
        return replace(item, rect=rect)

    return move


def test_a_label_moved_onto_another(tmp_path: Path) -> None:
    places: dict[str, Rect] = {}

    def stacked(item: Item) -> Item:
        if isinstance(item, Text) and item.placeholder is None and item.body.text in ("Triage", "Mitigation"):
            return replace(item, rect=places.setdefault("first", item.rect))
        return item

    (found,) = messages("LAY005", TIMELINE, tmp_path, change=stacked)

    assert found.startswith("'Mitigation' is written over 'Triage': they share ")


def test_a_picture_put_over_a_text(tmp_path: Path) -> None:
    def hide(item: Item) -> Item:
        if isinstance(item, Shape) and item.name == "Mitigate":
            return Picture(Rect(-50, -20, 900, 200), b"", name="Photo")
        return item

    (found,) = messages("LAY005", TIMELINE, tmp_path, change=hide)

    assert found.startswith("'Photo' hides ")


def test_a_line_drawn_through_a_label(tmp_path: Path) -> None:
    def strike(item: Item) -> Item:
        if isinstance(item, Shape) and item.name == "Tick":
            return Connector((Point(-20, 5), Point(900, 12)), Stroke(INK), name="planted")
        return item

    (found,) = messages("LAY006", TIMELINE, tmp_path, change=strike)

    assert found.startswith("the line 'planted' runs through 'Triage'")


def test_a_shape_too_small_for_its_label(tmp_path: Path) -> None:
    def shrink(item: Item) -> Item:
        is_bar = isinstance(item, Shape) and item.name == "Triage"
        return moved_to(Rect(0, 40, 200, 10))(item) if is_bar else item

    (found,) = messages("LAY007", TIMELINE, tmp_path, change=shrink)

    assert found.startswith("'Triage' needs ")
    assert found.endswith("more height than its box has")


@pytest.mark.parametrize(
    ("rect", "where"),
    [(Rect(-30, 40, 200, 60), "30 pt into the left margin"), (Rect(800, 40, 100, 60), "right margin")],
)
def test_a_shape_in_the_margin(rect: Rect, where: str, tmp_path: Path) -> None:
    def shift(item: Item) -> Item:
        return moved_to(rect)(item) if isinstance(item, Shape) and item.name == "Triage" else item

    (found,) = messages("LAY008", TIMELINE, tmp_path, change=shift)

    assert where in found


def test_a_label_without_insets(tmp_path: Path) -> None:
    def press(item: Item) -> Item:
        if isinstance(item, Shape) and item.name == "Triage" and item.body:
            paragraphs = tuple(replace(each, align="left") for each in item.body.paragraphs)
            return replace(item, body=replace(item.body, paragraphs=paragraphs, insets=Insets()))
        return item

    assert messages("LAY012", TIMELINE, tmp_path, change=press) == [
        "'Triage' is 0.0 pt from the edge of its shape"
    ]


def test_a_title_that_is_not_where_the_layout_has_it(tmp_path: Path) -> None:
    def nudge(item: Item) -> Item:
        if isinstance(item, Text) and item.placeholder == "title":
            return replace(item, rect=item.rect.moved(0, 6))
        return item

    assert messages("LAY014", TIMELINE, tmp_path, change=nudge) == [
        "the title stands +0, +6 pt from its place on the layout"
    ]


def repainted(name: str, fill: Color) -> Change:
    def paint(item: Item) -> Item:
        return replace(item, fill=fill) if isinstance(item, Shape) and item.name == name else item

    return paint


def test_a_colour_that_the_theme_does_not_declare(tmp_path: Path) -> None:
    assert messages("COL003", TIMELINE, tmp_path, change=repainted("Triage", Color("#123456"))) == [
        "'Triage' is drawn in #123456, which the theme doesn't declare"
    ]


def test_a_vector_picture_off_the_palette(tmp_path: Path) -> None:
    def draw(item: Item) -> Item:
        if isinstance(item, Shape) and item.name == "Tick":
            return Picture(item.rect, b"", b'<svg><path fill="#123456"/></svg>', "Plot")
        return item

    assert "'Plot' is drawn in #123456" in messages("COL003", TIMELINE, tmp_path, change=draw)[0]


def test_text_on_its_own_fill(tmp_path: Path) -> None:
    (found,) = messages("COL001", TIMELINE, tmp_path, change=repainted("Triage", WHITE))

    assert found == "'Triage' is #FFFFFF on #FFFFFF, a contrast of 1.0; large text needs 3"


def test_text_on_a_fill_that_shows_what_is_below(tmp_path: Path) -> None:
    (found,) = messages("COL001", TIMELINE, tmp_path, change=repainted("Triage", INK.faded(0.2)))

    assert found.startswith("'Triage' is #FFFFFF on #D1D7DA")


def test_text_on_a_panel_below_it(tmp_path: Path) -> None:
    def ground(item: Item) -> Item:
        if isinstance(item, Text) and item.placeholder is not None and item.body.text == "Someone does.":
            return replace(item, body=painted(item.body, WHITE))
        return item

    (found,) = messages("COL001", TIMELINE, tmp_path, change=ground)

    assert found == "'Someone does.' is #FFFFFF on #FFFFFF, a contrast of 1.0; large text needs 3"


def painted(body: TextBody, color: Color) -> TextBody:
    def run_in(run: Run) -> Run:
        return replace(run, style=replace(run.style, color=color))

    def paragraph(each: Paragraph) -> Paragraph:
        return replace(each, runs=tuple(map(run_in, each.runs)))

    return replace(body, paragraphs=tuple(map(paragraph, body.paragraphs)))


def test_titles_are_measured_on_the_artwork_of_their_layout(tmp_path: Path) -> None:
    opener = """\
title: A deck
segments:
  - id: a
    title: A
    slides: [{title: One, content: [Text]}, {title: Two, content: [Text]}]
"""

    def ink(item: Item) -> Item:
        if isinstance(item, Text) and item.placeholder == "title":
            return replace(item, body=painted(item.body, INK))
        return item

    found = messages("COL001", opener, tmp_path, change=ink)

    assert found == ["'One' is #1B3646 on #003D5C, a contrast of 1.1; large text needs 3"]


LOST = """\
title: Queues absorb bursts
content:
  - bullets: [One queue, Two workers]
  - code: {language: console, source: "$ ls\\nfile"}
notes: Say this. [Pause] And that.
"""


def without(word: str) -> Change:
    """Takes a word out of every text."""

    def change(item: Item) -> Item:
        if not isinstance(item, Text | Shape) or item.body is None:
            return item
        paragraphs = tuple(
            replace(each, runs=tuple(replace(run, text=run.text.replace(word, "")) for run in each.runs))
            for each in item.body.paragraphs
        )
        return replace(item, body=replace(item.body, paragraphs=paragraphs))

    return change


def test_nothing_is_lost_on_a_slide_as_it_is(tmp_path: Path) -> None:
    assert messages("LAY017", LOST, tmp_path) == []


def test_a_word_that_layout_loses_is_named(tmp_path: Path) -> None:
    assert messages("LAY017", LOST, tmp_path, change=without("workers")) == [
        "the slide lacks 'workers' of 'Two workers'"
    ]


def test_a_line_of_code_that_layout_loses_is_named(tmp_path: Path) -> None:
    assert messages("LAY017", LOST, tmp_path, change=without("file")) == [
        "the slide doesn't show the line 'file' of the code"
    ]


def test_a_blank_that_code_loses_counts(tmp_path: Path) -> None:
    assert messages("LAY017", LOST, tmp_path, change=without(" ")) == [
        "the slide doesn't show the line '$ ls' of the code"
    ]


def lost(slide: str, folder: Path, change: Callable[[Page], Page]) -> list[str]:
    """What is lost where whole pages were changed."""
    deck = read(small_deck(slide, folder))
    surroundings = layout_context(deck)
    document = lay_out(deck, surroundings)
    document = replace(document, pages=tuple(map(change, document.pages)))
    context = check_context(deck, document, surroundings.theme)
    return [result.diagnostic.message for result in run((RULES["LAY017"],), context)]


def test_notes_that_layout_loses_are_named(tmp_path: Path) -> None:
    assert lost(LOST, tmp_path, lambda page: replace(page, notes=page.notes[:-1])) == [
        "the notes page lacks 'And that .' of 'And that.'"
    ]


def test_an_alternative_text_that_is_lost_is_named(tmp_path: Path) -> None:
    def silent(item: Item) -> Item:
        return replace(item, alt="") if isinstance(item, Group) else item

    (message,) = lost(TIMELINE, tmp_path, lambda page: replace(page, items=tuple(map(silent, page.items))))
    assert message.startswith("the slide's alternative texts lack")
