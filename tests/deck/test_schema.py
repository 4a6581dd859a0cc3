"""The JSON Schema of the authoring format."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from deckbuild.deck.kinds import BLOCKS, GRAPHICS
from deckbuild.deck.models import Deck
from deckbuild.deck.schema import deck_schema
from deckbuild.deck.slides import Slide


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


def properties(schema: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property in a schema, with the path that leads to it."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from ((f"{path}.{name}", each) for name, each in value.items())
            yield from properties(value, f"{path}.{key}")
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from properties(value, f"{path}[{index}]")


def test_every_property_says_what_it_is() -> None:
    """In a process of its own: other tests register kinds of their own."""
    command = [sys.executable, "-m", "deckbuild.cli", "schema"]
    found = dict(properties(json.loads(subprocess.check_output(command))))
    assert len(found) > 500
    assert [path for path, each in found.items() if not each.get("description")] == []


def test_a_property_without_a_description_is_found() -> None:
    schema = {"$defs": {"Slide": {"anyOf": [{"properties": {"title": {"type": "string"}}}]}}}
    assert dict(properties(schema)) == {".$defs.Slide.anyOf[0].title": {"type": "string"}}


def test_no_definition_is_named_after_a_module() -> None:
    """As pydantic does where two classes have one name: such names change whenever a file moves."""
    assert [name for name in deck_schema()["$defs"] if not name.isidentifier() or "__" in name] == []
