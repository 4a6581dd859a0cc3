"""The callout: a panel, a coloured edge, and the statement."""

from __future__ import annotations

import pytest

from deckbuild.document import Shape, Text
from deckbuild.geometry import Rect, Size
from tests.samples import block, broken, context


def test_the_panel_is_as_high_as_the_statement_with_its_padding() -> None:
    """Padding 12 on each side, and 4 for the edge: 72 pt are left of 100."""
    frame = block("callout", "one two three").lay_out(Size(100.5, 500), context())
    panel, edge, text = frame.items
    assert isinstance(text, Text)
    assert broken(text.body.paragraphs[0].lines) == ["one two", "three"]
    assert frame.size == Size(100.5, 12 + 48 + 12)
    assert panel.rect == text.rect == Rect(0, 0, 100.5, 72)
    assert edge.rect == Rect(0, 0, 4, 72)


@pytest.mark.parametrize(
    ("tone", "role"), [("note", "primary"), ("warning", "warning"), ("danger", "accent")]
)
def test_the_edge_says_how_grave_it_is(tone: str, role: str) -> None:
    at = context()
    _, edge, _ = block("callout", "one", tone=tone).lay_out(Size(100, 500), at).items
    assert isinstance(edge, Shape)
    assert edge.fill == getattr(at.theme.role, role)


def test_only_the_text_speaks() -> None:
    panel, edge, _ = block("callout", "one").lay_out(Size(100, 500), context()).items
    assert isinstance(panel, Shape)
    assert isinstance(edge, Shape)
    assert panel.role == "decoration"
    assert edge.role == "decoration"
