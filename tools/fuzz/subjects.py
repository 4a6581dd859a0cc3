"""What is mutated: a folder for each mutant, and the commands to try on it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import yaml
from PIL import Image

from tools.fuzz import values
from tools.fuzz.from_schema import Generator
from tools.fuzz.mutate import changed_bytes, mutated, places

ROOT = Path(__file__).parents[2]
FORMATS = ("text", "json", "sarif", "junit", "github")
OUTPUT = "out/deck.pptx"
PLAIN_PNG = "images/a.png"
VARIABLES = {"a": "b", "instructor": "Jane Doe", "cohort": "Spring", "async_channel": "Forum"}


class Plain(yaml.SafeLoader):
    """Reads `yes` and dates as the text that they are in decks."""


Plain.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool"))]
    for sign, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false"), ["t", "f"])


def as_slide(tree: Any) -> dict[str, Any] | None:
    """An example as a slide that needs nothing from its deck; None for one that isn't about slides."""
    match tree:
        case {"kind": _}:
            slide = {"title": "An example", "graphics": [tree]}
        case {"title": _} if not {"slides", "segments", "module", "theme"} & set(tree):
            slide = {key: value for key, value in tree.items() if key not in ("objectives", "waivers")}
        case [{"kind": _}, *_]:
            slide = {"title": "An example", "graphics": tree}
        case [_, *_]:
            slide = {"title": "An example", "content": tree}
        case _:
            return None
    for block in slide.get("content", ()):
        if isinstance(block, dict) and isinstance(block.get("image"), dict):
            block["image"]["src"] = PLAIN_PNG
    return slide


@dataclass
class Material:
    """What mutants are made of: slides that are right, the format's schema, a theme."""

    @cached_property
    def slides(self) -> list[dict[str, Any]]:
        """The slides of the project's own deck, and the examples of the authoring guide."""
        texts = [path.read_text("utf-8") for path in sorted(ROOT.glob("content/*/slides/*.yaml"))]
        for path in sorted((ROOT / "docs" / "authoring").rglob("*.md")):
            texts += re.findall(r"```yaml\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
        slides = []
        for text in texts:
            try:
                slide = as_slide(yaml.load(text, Loader=Plain))
            except yaml.YAMLError:
                continue
            if slide is not None:
                slides.append(slide)
        return slides

    @cached_property
    def schema(self) -> dict[str, Any]:
        from deckbuild.deck.schema import deck_schema
        from deckbuild.pipeline import discover_kinds

        discover_kinds()
        return deck_schema()

    @cached_property
    def theme(self) -> str:
        return (ROOT / "assets" / "themes" / "slate-minimal.yaml").read_text("utf-8")


def argument(random: Random) -> str:
    """A text that a shell could hand over: without NUL."""
    return values.text(random).replace("\x00", "")


def picture(random: Random) -> bytes:
    """A small picture of a random mode and format."""
    mode = random.choice(("1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "YCbCr"))
    form = random.choice(("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"))
    image = Image.new(mode, (random.choice((1, 3, 40, 300)), random.choice((1, 5, 40))), 1)
    out = io.BytesIO()
    try:
        image.save(out, form)
    except (OSError, ValueError):  # not every format has every mode
        out = io.BytesIO()
        image.convert("RGB").save(out, form)
    return out.getvalue()


class Mutant:
    """One mutant, made from its seed alone in `folder`, which must be empty."""

    def __init__(self, seed: int, folder: Path, material: Material) -> None:
        self.random = Random(seed)
        self.folder = folder
        self.deck = folder / "deck"
        self.material = material
        makers = self.random.choices(list(KINDS), [share for _, share in KINDS.values()])
        self.kind = makers[0]
        self.twist: Callable[[], None] | None = None
        """What to do between the first render and the others."""

    def prepare(self) -> list[list[str]]:
        """Write the files; the commands to run, each as its arguments."""
        (self.deck / "images").mkdir(parents=True)
        image = io.BytesIO()
        Image.new("RGB", (60, 40), "teal").save(image, "PNG")
        (self.deck / PLAIN_PNG).write_bytes(image.getvalue())
        return KINDS[self.kind][0](self)

    def fragments(self) -> list[Any]:
        generator = Generator(self.material.schema, self.random)
        defs = self.material.schema["$defs"]
        chosen = [generator.value(defs[name], name) for name in self.random.sample(sorted(defs), 3)]
        return [*chosen, self.random.choice(self.material.slides), values.anything(self.random)]

    def tree(self) -> dict[str, Any]:
        """A deck of one to three slides that are right."""
        slides = self.random.sample(self.material.slides, self.random.randint(1, 3))
        return {"title": "A deck", "vars": dict(VARIABLES), "slides": slides}

    def write(self, tree: Any, name: str = "deck.yaml") -> None:
        style = self.random.choice((None, None, False, True))
        text = yaml.safe_dump(
            tree, allow_unicode=self.random.random() < 0.7, sort_keys=False, default_flow_style=style
        )
        (self.deck / name).write_bytes(text.encode("utf-8", "surrogatepass"))

    def render(self, *more: str) -> list[str]:
        return ["render", "deck", "-o", OUTPUT, *more]

    def check(self, *more: str) -> list[str]:
        return ["check", "deck", "--format", self.random.choice(FORMATS), *more]

    def commands(self) -> list[list[str]]:
        return [self.render(), *([self.check()] if self.random.random() < 0.5 else [])]


def deck_structure(mutant: Mutant) -> list[list[str]]:
    random = mutant.random
    mutant.write(mutated(mutant.tree(), random, mutant.fragments(), random.choice((1, 1, 1, 1, 2, 4))))
    return mutant.commands()


def deck_from_schema(mutant: Mutant) -> list[list[str]]:
    """A whole deck as the schema has it, or a slide with one block or graphic of it."""
    random, schema = mutant.random, mutant.material.schema
    if random.random() < 0.7:
        generator = Generator(schema, random, random.choice((0.0, 0.02, 0.1)))
        key = random.choice(("graphics", "content"))
        kinds = schema["$defs"]["AnyGraphic" if key == "graphics" else "AnyBlock"]["anyOf"]
        chosen = [generator.value(random.choice(kinds), key, 2) for _ in range(random.choice((1, 1, 2)))]
        mutant.write({"title": "A deck", "slides": [{"title": "One", key: chosen, "layout": "full"}]})
        return mutant.commands()
    generator = Generator(schema, random)
    tree = generator.value({key: value for key, value in schema.items() if key != "$defs"})
    tree.pop(random.choice(("slides", "segments")), None)
    for key in ("theme", "vars"):
        if random.random() < 0.8:
            tree.pop(key, None)
    mutant.write(tree)
    return mutant.commands()


def deck_bytes(mutant: Mutant) -> list[list[str]]:
    mutant.write(mutant.tree())
    path = mutant.deck / "deck.yaml"
    path.write_bytes(changed_bytes(path.read_bytes(), mutant.random, mutant.random.choice((1, 2, 5))))
    return mutant.commands()


def theme(mutant: Mutant) -> list[list[str]]:
    random = mutant.random
    mutant.write({**mutant.tree(), "theme": "own"})
    (mutant.deck / "themes").mkdir()
    tree = yaml.safe_load(mutant.material.theme)
    if random.random() < 0.5:
        numbers = [(holder, key) for holder, key in places(tree) if type(holder[key]) in (int, float)]
        for holder, key in random.sample(numbers, random.choice((1, 2, 5))):
            holder[key] = round(holder[key] * random.choice((-1, 0, 0.3, 0.8, 0.95, 1.05, 1.3, 3, 1e6)), 2)
        mutant.write(tree, "themes/own.yaml")
    elif random.random() < 0.5:
        tree = mutated(tree, random, [values.anything(random)], random.choice((1, 2)))
        mutant.write(tree, "themes/own.yaml")
    else:
        data = changed_bytes(mutant.material.theme.encode(), random, random.choice((1, 3)))
        (mutant.deck / "themes" / "own.yaml").write_bytes(data)
    return mutant.commands()


EXPRESSIONS = (
    "{{ a }}",
    "{{ a | upper }}",
    "{{ b | default('c') }}",
    "{{ 'x' if a > 3 else 'y' }}",
    "{{ a ~ a }}",
    "{{ a | title(1) }}",
    "{{ " + "(" * 90 + "a" + ")" * 90 + " }}",
    "{{ 1 in 2 }}",
    "{{ a is defined(1) }}",
    "{{ 9" + "9" * 5000 + " }}",
    "`{{ a }}`",
)


def variables(mutant: Mutant) -> list[list[str]]:
    random = mutant.random
    tree = mutant.tree()
    tree["slides"].append({"title": random.choice(EXPRESSIONS), "content": [random.choice(EXPRESSIONS) * 3]})
    mutant.write(tree)
    known = mutated({"a": "x", "b": "2", "c": 3}, random, [values.anything(random)], random.choice((0, 1, 2)))
    mutant.write(known, "vars.yaml")
    if random.random() < 0.4:
        path = mutant.deck / "vars.yaml"
        path.write_bytes(changed_bytes(path.read_bytes(), random, 2))
    return [mutant.render("--vars", "deck/vars.yaml", "--set", f"a={argument(random)}")]


def signoffs(mutant: Mutant) -> list[list[str]]:
    mutant.write(mutant.tree())
    sign = [
        "signoff",
        "realistic-examples",
        "--by",
        argument(mutant.random),
        "--deck",
        "deck",
    ]

    def twist() -> None:
        path = mutant.deck / "signoffs.yaml"
        if path.is_file():
            path.write_bytes(changed_bytes(path.read_bytes(), mutant.random, mutant.random.choice((1, 2, 4))))

    mutant.twist = twist
    return [sign, mutant.check(), sign]


def image(mutant: Mutant) -> list[list[str]]:
    random = mutant.random
    name = random.choice(("images/p.png", "images/p.jpg", "images/ü b.jpeg"))
    data = picture(random)
    (mutant.deck / name).write_bytes(changed_bytes(data, random, random.choice((0, 1, 3))))
    mutant.write(
        {
            "title": "A deck",
            "slides": [{"title": "A picture", "content": [{"image": {"src": name, "alt": "A picture"}}]}],
        }
    )
    return mutant.commands()


def cache(mutant: Mutant) -> list[list[str]]:
    """The first render fills `build/cache`; damaged, it must cost time and nothing else."""
    mutant.write(
        {
            "title": "A deck",
            "vars": dict(VARIABLES),
            "slides": mutant.random.sample(mutant.material.slides, 1),
        }
    )
    (mutant.folder / "build").mkdir()

    def twist() -> None:
        for path in sorted((mutant.folder / "build" / "cache").glob("*")):
            if path.suffix != ".gitignore":
                path.write_bytes(
                    changed_bytes(path.read_bytes(), mutant.random, mutant.random.choice((1, 2, 6)))
                )

    mutant.twist = twist
    return [["render", "deck"], ["render", "deck"], mutant.check(), ["render", "deck", "--no-cache"]]


KINDS: dict[str, tuple[Callable[[Mutant], list[list[str]]], int]] = {
    "deck": (deck_structure, 46),
    "schema": (deck_from_schema, 16),
    "bytes": (deck_bytes, 12),
    "theme": (theme, 8),
    "variables": (variables, 5),
    "signoffs": (signoffs, 4),
    "image": (image, 5),
    "cache": (cache, 4),
}
"""How mutants are made, and how many of a hundred are made so."""
