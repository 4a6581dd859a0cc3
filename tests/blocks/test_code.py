"""Code: one line a line, in the theme's colours, as large as its longest line lets it be."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from deckbuild.document import Frame, Paragraph, Shape
from deckbuild.geometry import Size
from tests.samples import block, context

JSON = '{\n  "replicas": 3\n}\n'


def draw(source: str, width: float = 800, body_size: float = 20, language: str = "json") -> Frame:
    return block("code", {"language": language, "source": source}).lay_out(
        Size(width, 300), context(body_size)
    )


def panel(frame: Frame) -> Shape:
    (shape,) = frame.items
    assert isinstance(shape, Shape)
    return shape


def paragraphs(frame: Frame) -> tuple[Paragraph, ...]:
    body = panel(frame).body
    assert body is not None
    return body.paragraphs


def test_every_line_of_the_source_is_a_line() -> None:
    assert [line.text for line in paragraphs(draw(JSON))] == ["{", '  "replicas": 3', "}"]


def test_tokens_have_the_colours_of_the_theme() -> None:
    colors = context().theme.code
    key, colon, number = paragraphs(draw(JSON))[1].runs
    assert [run.style.color for run in (key, colon, number)] == [
        colors.key,
        colors.punctuation,
        colors.number,
    ]


@pytest.mark.parametrize(("body_size", "size"), [(18, 16), (20, 18), (24, 20)])
def test_code_is_a_little_smaller_than_the_text_beside_it(body_size: float, size: float) -> None:
    assert paragraphs(draw(JSON, body_size=body_size))[0].runs[0].style.size == size


def test_a_long_line_makes_the_code_smaller_before_it_is_too_wide() -> None:
    """40 characters at half an em, 18 pt of padding at each side."""
    line = "x" * 40
    assert paragraphs(draw(line, width=36 + 20 * 17))[0].runs[0].style.size == 17
    assert draw(line, width=300).size.width == pytest.approx(36 + 20 * 16)


def test_the_pitch_of_lines_is_exact() -> None:
    """So that it is the same in every renderer: 1.25 em."""
    frame = draw("a\nb", body_size=18)
    assert [line.pitch for line in paragraphs(frame)] == [20, 20]
    assert frame.size.height == pytest.approx(12 + 40 + 12)


def test_code_is_taken_literally() -> None:
    frame = draw("\t**not bold** 5 min\n\n[x](y)", language="text")
    assert [line.text for line in paragraphs(frame)] == ["    **not bold** 5 min", "", "[x](y)"]


def test_a_title_stands_above_the_code() -> None:
    code = block("code", {"source": "a", "title": "run.sh"})
    title, line = paragraphs(code.lay_out(Size(400, 300), context()))
    assert (title.text, line.text) == ("run.sh", "a")


def test_an_unknown_language_names_the_nearest() -> None:
    with pytest.raises(ValidationError, match="unknown language 'jsno'"):
        block("code", {"language": "jsno", "source": "{}"})
