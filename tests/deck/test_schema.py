"""The JSON Schema of the authoring format."""

from __future__ import annotations

import json

from deckbuild.deck.kinds import BLOCKS, GRAPHICS
from deckbuild.deck.models import Deck, Slide
from deckbuild.deck.schema import deck_schema


def test_the_schema_has_every_key_and_every_kind() -> None:
    schema = deck_schema()
    assert set(schema["properties"]) == set(Deck.author_keys())
    assert set(schema["$defs"]["Slide"]["properties"]) == set(Slide.author_keys())
    blocks = schema["$defs"]["AnyBlock"]["anyOf"][1:]
    assert [block["required"] for block in blocks] == [[name] for name in BLOCKS]
    graphics = schema["$defs"]["AnyGraphic"]["anyOf"]
    assert [graphic["properties"]["kind"]["const"] for graphic in graphics] == list(GRAPHICS)


def test_the_schema_refers_only_to_what_it_defines() -> None:
    schema = deck_schema()
    text = json.dumps(schema)
    references = {part.split('"', 1)[0] for part in text.split('"$ref": "#/$defs/')[1:]}
    assert references == set(schema["$defs"])


def test_no_definition_is_named_after_a_module() -> None:
    """As pydantic does where two classes have one name: such names change whenever a file moves."""
    assert [name for name in deck_schema()["$defs"] if not name.isidentifier() or "__" in name] == []
