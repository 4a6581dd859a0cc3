"""Themes: what one says, what another changes, and what is wrong with a third."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from deckbuild.color import contrast
from deckbuild.diagnostics import DeckError, Diagnostic, Span
from deckbuild.document import Color
from deckbuild.pipeline import lay_out_deck, read
from deckbuild.render.pptx import render_pptx
from deckbuild.resources import asset_path
from deckbuild.theme import Theme, load_theme, theme_names
from tests.theme_strategies import broken_themes, scaled_themes

GREEN = load_theme("advanced-green")

EveryTheme = pytest.mark.parametrize("name", theme_names())


def test_the_themes_that_come_along() -> None:
    assert theme_names() == ("advanced-green", "slate-minimal")


def test_a_palette_name_is_a_slot_or_a_shade_of_one() -> None:
    assert GREEN.palette["green"] == Color("#00CC99", "accent 1")
    deep = GREEN.palette["deep-green"]
    assert (deep.hex, deep.slot) == ("#00755A", "accent 1")
    assert deep.changes


def test_tokens_resolve_to_colours_and_styles() -> None:
    assert GREEN.role.primary == GREEN.palette["green"]
    assert GREEN.type.title.style.color == GREEN.role.heading
    assert GREEN.type.body.style.face.theme_font == "minor"
    assert GREEN.type.code.style.face.theme_font is None


def test_a_role_keeps_sizes_within_its_bounds() -> None:
    body = GREEN.type.body
    assert (body.at(10).size, body.at(21).size, body.at(90).size) == (18, 21, 24)
    assert body.at(20, GREEN.role.accent, bold=True).bold


def test_the_grid_is_made_of_columns_and_gutters() -> None:
    grid = GREEN.grid
    assert grid.width_of(12) == pytest.approx(grid.body.width)
    assert grid.width_of(5) + grid.gutter + grid.width_of(7) == pytest.approx(grid.body.width)
    assert grid.body.right == pytest.approx(grid.page.width - grid.margin)


def test_text_on_a_fill_is_dark_as_long_as_it_can_be_read() -> None:
    assert GREEN.text_on(GREEN.palette["green"]) == GREEN.role.text
    assert GREEN.text_on(GREEN.palette["orange"]) == GREEN.role.text
    assert GREEN.text_on(GREEN.palette["blue"]) == GREEN.role.on_dark


def test_the_series_of_a_colour() -> None:
    assert GREEN.hue(GREEN.palette["amber"]) == GREEN.series[3]
    assert GREEN.hue(GREEN.palette["rust"]).text == GREEN.palette["rust"]
    assert GREEN.hue(GREEN.palette["line"]).text == GREEN.role.heading  # too pale to be read


@EveryTheme
def test_text_can_be_read(name: str) -> None:
    """WCAG 2.2, §1.4.3: 4.5 for text, 3 from 18 pt, or from 14 pt bold as labels on strong fills are."""
    theme = load_theme(name)
    role, code = theme.role, theme.code
    dark_texts = ("text", "heading", "muted", "link", "primary_text", "accent_text", "warning_text")
    tokens = ("text", "key", "string", "number", "keyword", "comment", "punctuation")
    pairs: list[tuple[str, Color, Color, float]] = [
        *((t, getattr(role, t), role.background, 4.5) for t in dark_texts),
        *((t, getattr(role, t), role.surface, 4.5) for t in dark_texts),
        ("on dark", role.on_dark, role.dark, 4.5),
        ("on dark, muted", role.on_dark_muted, role.dark, 4.5),
        ("on dark, accent", role.on_dark_accent, role.dark, 4.5),
        *((f"code {t}", getattr(code, t), code.background, 4.5) for t in tokens),
        *((f"series {i}", s.text, role.background, 4.5) for i, s in enumerate(theme.series)),
        *((f"series {i} on its tint", s.text, s.tint, 4.5) for i, s in enumerate(theme.series)),
        *((f"label on series {i}", theme.text_on(s.fill), s.fill, 3.0) for i, s in enumerate(theme.series)),
        *((f"ink on tint {i}", role.text, s.tint, 4.5) for i, s in enumerate(theme.series)),
    ]  # fmt: skip
    assert [(what, round(contrast(a, b), 2)) for what, a, b, least in pairs if contrast(a, b) < least] == []


@EveryTheme
def test_sizes_keep_to_the_guidelines(name: str) -> None:
    """Headers 32 to 44 pt, body 18 to 24, code 16 to 20; nothing below 12."""
    scale = load_theme(name).type
    bounds = {"title": (32, 44), "cover": (32, 44), "body": (18, 24), "code": (16, 20), "heading": (18, 24)}
    for kind, (least, most) in bounds.items():
        role = getattr(scale, kind)
        assert least <= role.min <= role.style.size <= role.max <= most, kind
    assert min(scale.label.min, scale.footer.min, scale.eyebrow.min) >= 12


@EveryTheme
def test_zones_lie_within_the_page_and_apart(name: str) -> None:
    grid = load_theme(name).grid
    for zone in (grid.eyebrow, grid.title, grid.tall_title, grid.rule, grid.body, grid.footer):
        assert zone.top >= 0
        assert zone.bottom <= grid.page.height
    assert grid.title.bottom <= grid.rule.top < grid.body.top
    assert grid.tall_eyebrow.bottom <= grid.tall_title.top + 2  # which a line of capitals leaves empty
    assert grid.body.bottom <= grid.footer.top


def test_no_colour_stands_in_the_code() -> None:
    """All of them come from the theme; the black that a theme's slot replaces doesn't count."""
    source = Path(__file__).parents[1] / "src"
    found = {
        f"{path.name}: {match}"
        for path in source.rglob("*.py")
        for match in re.findall(r'"#[0-9A-Fa-f]{6}"(?!, "dark 1")', path.read_text("utf-8"))
    }
    assert found == set()


# --- what can be wrong with a theme ---------------------------------------------------------------


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str], str]:
    """Load the first theme with one text replaced by another; returns what is said about it."""

    def load(old: str, new: str) -> str:
        text = asset_path("themes", "advanced-green.yaml").read_text("utf-8")
        assert old in text
        folder = tmp_path / "themes"
        folder.mkdir()
        (folder / "mine.yaml").write_text(text.replace(old, new, 1), "utf-8")
        with pytest.raises(DeckError) as caught:
            load_theme("mine", tmp_path)
        return "\n".join(
            f"{d.span.line}:{d.span.column} {d.message} {d.hint}" for d in caught.value.diagnostics
        )

    return load


def line_of(text: str) -> int:
    lines = asset_path("themes", "advanced-green.yaml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_an_unknown_theme_names_the_nearest() -> None:
    with pytest.raises(DeckError) as caught:
        load_theme("advanced-gren", span=Span("deck.yaml", 3, 8))
    (found,) = caught.value.diagnostics
    assert (found.code, found.span.line) == ("THM001", 3)
    assert found.hint == "did you mean 'advanced-green'?"


@pytest.mark.parametrize("name", ["../secrets", "/etc/passwd", "a/b", ""])
def test_a_name_is_no_path(name: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="unknown theme"):
        load_theme(name, tmp_path)


def test_a_deck_may_bring_its_own(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    text = asset_path("themes", "advanced-green.yaml").read_text("utf-8")
    (tmp_path / "themes" / "house.yaml").write_text(
        text.replace("name: Advanced Green", "name: House"), "utf-8"
    )
    assert load_theme("house", tmp_path).name == "House"


def test_a_theme_may_still_give_a_baseline_step(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    text = asset_path("themes", "advanced-green.yaml").read_text("utf-8")
    (tmp_path / "themes" / "house.yaml").write_text(text.replace("columns: 12", "columns: 12\n  baseline: 6"))
    assert load_theme("house", tmp_path) == GREEN


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("primary: green", "primary: gren", "primary: green", "unknown name 'gren' did you mean 'green'?"),
        ('accent1: "#00CC99"', 'accent1: "green"', "accent1:", "slots.accent1"),
        ("radius: 8", "radius: round", "radius: 8", "shape.radius"),
        ("radius: 8", "radius: 8\n  colour: 3", "radius: 8", "shape.colour"),
        ("of: accent1", "of: accent9", "of: accent1", "palette.deep-green"),
        ("face: heading, min: 32", "face: script, min: 32", "min: 32, size", "unknown name 'script'"),
        ("min: 18, size: 20, max: 24", "min: 21, size: 20, max: 24", "min: 18, size: 20", "min ≤ size ≤ max"),
    ],
)  # fmt: skip
def test_faults_are_found_where_they_stand(
    old: str, new: str, line: str, said: str, broken: Callable[[str, str], str]
) -> None:
    complaint = broken(old, new)
    assert said in complaint
    numbers = [int(each.partition(":")[0]) for each in complaint.splitlines()]
    assert any(abs(number - line_of(line)) <= 1 for number in numbers), complaint


def test_a_theme_without_a_slot(broken: Callable[[str, str], str]) -> None:
    assert "'folHlink'" in broken('  folHlink: "#526273"\n', "")


def test_a_theme_that_is_no_yaml(broken: Callable[[str, str], str]) -> None:
    assert "not YAML" in broken("slots:", "slots: {")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("columns: 12", "columns: 0", "grid.columns: must be at least 1, is 0"),
        ("columns: 12", "columns: 1.5", "grid.columns: must be a whole number, is 1.5"),
        ("columns: 12", "columns: 48\n  gutter: 40", "key 'gutter' stands twice"),
        ("gutter: 14.4", "gutter: 80", "grid.gutter: 12 columns leave no room between their gutters"),
        ("margin: 43.2", "margin: -5000", "grid.margin: must be at least 0, is -5000"),
        ("margin: 43.2", "margin: 450", "grid.margin: leaves 60 pt of the page's 960 for text, less than 72"),
        ("height: 540", "height: .inf", "grid.height: must be a number, is '.inf'"),
        ("width: 960", "width: .nan", "grid.width: must be a number, is '.nan'"),
        ("width: 960", "width: 4033", "grid.width: must be at most 4032, is 4033"),
        ("height: 540", "height: 500", "grid.footer: ends at 524 pt, below the page's 500"),
        ("top: 113, height: 378", "top: 113, height: 0", "grid.body.height: must be more than 0, is 0"),
        ("top: 113, height: 378", "top: 113, height: 20", "grid.body: has 20 pt for text, less than 36"),
        ("min: 18, size: 20", "min: 0, size: 20", "type.body.min: must be at least 4, is 0"),
        ("tracking: 1.2", "tracking: -40", "type.eyebrow.tracking: must be at least -2, is -40"),
        ("radius: 8", "radius: -1", "shape.radius: must be at least 0, is -1"),
        ("icon: 28", "icon: 1000000000000", "shape.icon: must be at most 100, is 1000000000000"),
        ("name: Advanced Green", 'name: "a\\u0007b"', "name: must not be 'a\\x07b'"),
    ],
)
def test_numbers_have_bounds(old: str, new: str, said: str, broken: Callable[[str, str], str]) -> None:
    assert said in broken(old, new)


def test_a_theme_s_file_is_shown_as_it_lies_in_the_deck(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "mine.yaml").write_bytes(b"name: caf\xe9\n")
    with pytest.raises(DeckError) as caught:
        load_theme("mine", tmp_path)
    (found,) = caught.value.diagnostics
    assert (str(found.span), found.message) == ("themes/mine.yaml:1:10", "not UTF-8: byte 0xE9")


def test_a_colour_that_yaml_takes_for_a_comment(broken: Callable[[str, str], str]) -> None:
    said = broken('accent1: "#00CC99"', "accent1: #00CC99")
    assert "10:12 '#00CC99" in said
    assert "is a comment to YAML and no part of the text" in said


def test_light_and_dark_tones() -> None:
    theme: Theme = GREEN
    assert (theme.light.ground, theme.light.text) == (theme.role.background, theme.role.text)
    assert (theme.dark.ground, theme.dark.text) == (theme.role.dark, theme.role.on_dark)


# --- themes at random -------------------------------------------------------------------------------------

DECK = """\
title: A deck
theme: mine
segments:
  - id: one
    title: Queues
    slides:
      - {type: title, title: A deck of some words, subtitle: And what it is about}
      - title: Queues absorb bursts of work
        content:
          - heading: Why
            bullets: [One thing, {text: Another thing, bullets: [Below it]}]
          - table: {columns: [A, B], rows: [[one, two]]}
          - code: {language: python, source: print("hello")}
        graphics:
          - {kind: flow, id: f, title: Flow, alt: A flow., nodes: {a: Start, b: Stop}, edges: [a -> b]}
      - {type: summary, title: Key, content: [{heading: First, text: Words}, {heading: Second, text: More}]}
      - {type: closing, title: The end}
"""


def render_with(theme: str, folder: Path) -> None:
    """Lay out and write a small deck with a theme of this text; raises `DeckError` if it can't be used."""
    (folder / "themes").mkdir(exist_ok=True)
    (folder / "themes" / "mine.yaml").write_text(theme, "utf-8")
    (folder / "deck.yaml").write_text(DECK, "utf-8")
    render_pptx(lay_out_deck(read(folder)))


@settings(max_examples=25)
@given(scaled_themes())
def test_a_theme_that_is_accepted_can_be_rendered(theme: str) -> None:
    with TemporaryDirectory() as folder, suppress(DeckError):
        render_with(theme, Path(folder))


@settings(max_examples=25)
@given(broken_themes())
def test_a_theme_is_accepted_or_refused_at_its_lines(theme: str) -> None:
    with TemporaryDirectory() as folder:
        faults: Sequence[Diagnostic] = ()
        try:
            render_with(theme, Path(folder))
        except DeckError as error:
            faults = error.diagnostics
        assert [str(found) for found in faults if found.span.file != "themes/mine.yaml"] == []
        assert [str(found) for found in faults if not found.span.line] == []
