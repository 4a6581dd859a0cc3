"""The authoring format as JSON Schema, generated from the models and the registered kinds, for editors."""

from __future__ import annotations

from typing import Any, Literal

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from deckbuild.deck.fields import TEXT, Short
from deckbuild.deck.kinds import BLOCKS, GRAPHICS
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Block, Graphic, Node
from deckbuild.deck.slides import Slide

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHARED = ("heading", "shown_in")


class AsWritten(GenerateJsonSchema):
    """Writes JSON Schema that also takes what authors may write short."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        long = super().function_before_schema(schema)
        match getattr(schema["function"]["function"], "short", None):
            case Short(None):
                return {"anyOf": [long["items"], long]}
            case Short(form, each=False):
                return {"anyOf": [form, long]}
            case Short(form, each=True):
                return {**long, "items": {"anyOf": [form, long["items"]]}}
        return long


def deck_schema() -> dict[str, Any]:
    """The schema of `deck.yaml`, and under `$defs/Slide` that of a slide's file."""
    models: list[type[Node]] = [Deck, Slide, *BLOCKS.values(), *GRAPHICS.values()]
    wanted: list[tuple[type[Node], Literal["validation"]]] = [(model, "validation") for model in models]
    names, schema = models_json_schema(wanted, schema_generator=AsWritten)
    defs: dict[str, Any] = schema["$defs"]

    def definition(model: type[Node]) -> dict[str, Any]:
        found: dict[str, Any] = defs[str(names[(model, "validation")]["$ref"]).rsplit("/", 1)[1]]
        return found

    blocks = [_block_schema(name, kind, definition(kind)) for name, kind in BLOCKS.items()]
    graphics = [_graphic_schema(name, kind, definition(kind)) for name, kind in GRAPHICS.items()]
    defs["AnyBlock"] = {"anyOf": [TEXT, *blocks]}
    defs["AnyGraphic"] = {"type": "object", "required": ["kind", "id"], "anyOf": graphics}
    slide = {"$ref": names[(Slide, "validation")]["$ref"]}
    deck = definition(Deck)
    entry = {"anyOf": [{"type": "string"}, slide]}
    segment = defs["Segment"]["properties"]["slides"]
    for slides in (deck["properties"]["slides"], segment):
        slides["items"] = entry
    root = {"$schema": DIALECT, **deck, "title": "deckbuild deck"}
    return {**root, "$defs": {name: defs[name] for name in sorted(_used(root, defs))}}


def _used(schema: Any, defs: dict[str, Any], found: frozenset[str] = frozenset()) -> frozenset[str]:
    """Names of the definitions that a schema refers to, directly or through others."""
    if isinstance(schema, dict):
        name = str(schema.get("$ref", "")).removeprefix("#/$defs/")
        if name in defs and name not in found:
            found = _used(defs[name], defs, found | {name})
        for value in schema.values():
            found = _used(value, defs, found)
    elif isinstance(schema, list):
        for value in schema:
            found = _used(value, defs, found)
    return found


def _block_schema(name: str, kind: type[Block], schema: dict[str, Any]) -> dict[str, Any]:
    """A block as authors write it: its own field under the key, or its fields in a mapping there."""
    fields: dict[str, Any] = schema.get("properties", {})
    shared = {key: fields[key] for key in SHARED if key in fields}
    own = {key: value for key, value in fields.items() if key not in SHARED}
    required = [key for key in schema.get("required", ()) if key not in SHARED]
    inside = {"type": "object", "properties": own, "required": required, "additionalProperties": False}
    value = {"anyOf": [own[name], inside]} if name in kind.model_fields else inside
    beside = {key: field for key, field in own.items() if key != name}
    return {
        "type": "object",
        "description": schema.get("description", ""),
        "properties": {name: {"description": schema.get("description", ""), **value}, **shared, **beside},
        "required": [name],
        "additionalProperties": False,
    }


def _graphic_schema(name: str, kind: type[Graphic], schema: dict[str, Any]) -> dict[str, Any]:
    """A graphic as authors write it: its fields, and the `kind` that picks them."""
    fields = {"kind": {"const": name, "description": "Names the graphic."}, **schema.get("properties", {})}
    required = ["kind", *schema.get("required", ())]
    return {
        "type": "object",
        "description": schema.get("description", kind.__doc__ or ""),
        "properties": fields,
        "required": required,
        "additionalProperties": False,
    }
