"""Values that a JSON Schema describes: most of them valid, some only nearly."""

from __future__ import annotations

from random import Random
from typing import Any

from tools.fuzz import values

NAMES = ("a", "b", "c", "d", "s1")
"""Few, so that references often meet what they refer to."""

DEEPEST = 7
WIDEST = 5


class Generator:
    """Makes values from `schema`, whose definitions are under `$defs`, by the numbers of `random`.

    `oddness` is the share of texts and numbers that an author wouldn't write."""

    def __init__(self, schema: dict[str, Any], random: Random, oddness: float = 0.04) -> None:
        self.oddness = oddness
        self.defs: dict[str, Any] = schema["$defs"]
        self.random = random

    def value(self, schema: Any, name: str = "", depth: int = 0) -> Any:
        """A value for `schema`, which stands under the key `name`."""
        random = self.random
        if not isinstance(schema, dict) or not schema:
            return values.anything(random)
        if "$ref" in schema:
            return self.value(self.defs[str(schema["$ref"]).rsplit("/", 1)[1]], name, depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return random.choice(schema["enum"])
        for key in ("anyOf", "oneOf"):
            if key in schema:
                return self.value(self._choice(schema[key], depth), name, depth)
        kinds = schema.get("type", "string")
        kind = random.choice(kinds) if isinstance(kinds, list) else kinds
        match kind:
            case "object":
                return self._object(schema, depth)
            case "array":
                return self._array(schema, name, depth)
            case "string":
                return self._text(name)
            case "integer" | "number":
                return self._number(schema, kind)
            case "boolean":
                return random.random() < 0.5
            case _:
                return None

    def _choice(self, options: list[Any], depth: int) -> Any:
        """One of the options, a flat one where it is deep enough."""
        if depth >= DEEPEST:
            flat = [
                each for each in options if each.get("type") not in ("object", "array") and "$ref" not in each
            ]
            options = flat or options[:1]
        return self.random.choice(options)

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        required = schema.get("required", ())
        for name, field in schema.get("properties", {}).items():
            if name in required or (depth < DEEPEST and self.random.random() < 0.35):
                found[name] = self.value(field, name, depth + 1)
        if isinstance(others := schema.get("additionalProperties"), dict) and depth < DEEPEST:
            for name in self.random.sample(NAMES, self.random.randint(1, 4)):
                found[name] = self.value(others, name, depth + 1)
        return found

    def _array(self, schema: dict[str, Any], name: str, depth: int) -> list[Any]:
        least, most = schema.get("minItems", 0), schema.get("maxItems", WIDEST)
        count = self.random.randint(least, max(least, min(most, WIDEST)))
        if depth < DEEPEST - 1 and self.random.random() < 0.02:
            count = 60
        return [self.value(schema.get("items"), name, depth + 1) for _ in range(count)]

    def _text(self, name: str) -> str:
        random = self.random
        if random.random() < self.oddness:
            return values.text(random)
        match name:
            case "id" | "from" | "to" | "start" | "end" | "shown_in" | "nodes" | "between":
                return random.choice(NAMES)
            case "edges":
                return f"{random.choice(NAMES)} -> {random.choice(NAMES)}{random.choice(('', ': calls'))}"
            case "icon" | "note_icon" | "gate_icon":
                return random.choice(("server", "database", "user", "brand:python"))
            case "color" | "tone":
                return random.choice(("green", "blue", "gray"))
            case "src":
                return "images/a.png"
            case "language":
                return random.choice(("en-US", "python", "json", "bash", "console", "text", "de"))
            case "until" | "since" | "as_of":
                return "2026-01-03"
            case _:
                return "Load balancer" if random.random() > 4 * self.oddness else values.text(random)

    def _number(self, schema: dict[str, Any], kind: str) -> Any:
        if self.random.random() < self.oddness:
            return values.number(self.random)
        least = schema.get("minimum", schema.get("exclusiveMinimum", 0))
        most = schema.get("maximum", schema.get("exclusiveMaximum", least + 40))
        found = self.random.uniform(least, most)
        return round(found) if kind == "integer" else round(found, 2)
