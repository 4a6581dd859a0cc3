"""Lists longer than a slide can hold: an error, or a drawing that says by how much it is too large."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from tests.graphics.drawn import HALF, graphic
from tests.samples import context


def nodes(count: int) -> dict[str, str]:
    return {f"n{number}": f"Step {number}" for number in range(count)}


def deep(levels: int) -> dict[str, Any]:
    """A span in a span in a span."""
    span: dict[str, Any] = {"name": "x", "start": 0, "end": 1}
    for _ in range(levels - 1):
        span = {"name": "x", "start": 0, "end": 1, "spans": [span]}
    return span


def spans(count: int) -> list[dict[str, Any]]:
    return [{"label": "L", "name": "N", "start": number, "end": number + 1} for number in range(count)]


def without(each: list[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    return [{name: value for name, value in one.items() if name != key} for one in each]


QUESTION = {"question": "Is it?", "yes": "o"}
DECISION = {"start": "S", "outcomes": {"o": {"label": "O", "icon": "cloud"}}, "default": "o"}
ONE_NODE = {"nodes": [{"id": "a", "label": "A"}]}

TOO_LONG: list[tuple[str, dict[str, Any], str]] = [
    ("flow", {"nodes": nodes(500)}, "at most 60 items"),
    ("flow", {"nodes": nodes(2), "edges": ["n0 -> n1"] * 500}, "at most 100 items"),
    ("timeline", {"spans": without(spans(300), "name")}, "at most 40 items"),
    ("trace", {"spans": without(spans(300), "label")}, "at most 40 spans, has 300"),
    ("trace", {"spans": [deep(60)]}, "nested deeper than 8 levels"),
    ("decision-tree", {**DECISION, "decisions": [QUESTION] * 300}, "at most 40 items"),
    ("integration-flow", {"target": "T", "left": {"title": "L", "sources": ["a -> b"] * 300}}, "at most 40"),
    ("architecture", {"tiers": [ONE_NODE] * 60}, "at most 24 items"),
    ("dashboard", {"tiles": [{"title": "T", "trend": list(range(10_000))}]}, "at most 200 items"),
]


@pytest.mark.parametrize(("kind", "fields", "message"), TOO_LONG, ids=lambda each: str(each)[:30])
def test_too_much_for_any_slide_is_an_error(kind: str, fields: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        graphic(kind, **fields)


LONG: list[tuple[str, dict[str, Any]]] = [
    ("flow", {"nodes": nodes(60), "edges": [f"n{n} -> n{n + 1}" for n in range(59)]}),
    ("timeline", {"spans": without(spans(40), "name")}),
    ("trace", {"spans": without(spans(40), "label")}),
    ("trace", {"spans": [deep(8)]}),
    ("decision-tree", {**DECISION, "decisions": [QUESTION] * 40}),
    ("outline", {"document": "D", "sections": [f"Section {n}" for n in range(100)]}),
    ("badge", {"headline": "H", "lines": [f"Line {n}" for n in range(100)]}),
    ("layers", {"layers": [{"title": "T", "items": [f"Item {n}" for n in range(100)]}]}),
]


@pytest.mark.parametrize(("kind", "fields"), LONG, ids=lambda each: str(each)[:30])
def test_more_than_a_slide_holds_is_drawn_and_its_size_tells(kind: str, fields: dict[str, Any]) -> None:
    size = graphic(kind, **fields).lay_out(HALF, context()).size
    fits = size.width <= HALF.width + 0.01 and size.height <= HALF.height + 0.01
    # One call in the other has room, and a timeline's names have it in rows.
    assert fits == (kind == "timeline" or (kind == "trace" and len(fields["spans"]) == 1))
    assert max(size.width, size.height) < 20_000
