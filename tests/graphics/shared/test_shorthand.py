"""What authors may write short."""

from __future__ import annotations

from typing import Annotated

from pydantic import TypeAdapter

from deckbuild.deck.fields import Inline
from deckbuild.deck.nodes import Node
from deckbuild.deck.shorthand import bare


class Seal(Node):
    title: Inline
    icon: str = "check"


def test_a_bare_text_stands_for_one_key() -> None:
    seals = TypeAdapter(Annotated[Seal, bare("title")])
    assert seals.validate_python("Ready") == Seal(title="Ready")
    assert seals.validate_python({"title": "Ready", "icon": "x"}).icon == "x"
