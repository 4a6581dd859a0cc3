"""What other packages bring: the one of docs/plugins.md, installed and used, and some that can't be."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from pptx import Presentation

import deckbuild
from deckbuild.cache import PageCache
from deckbuild.check.rule import RULES, discover_rules
from deckbuild.cli import main
from deckbuild.deck.kinds import BLOCKS, GRAPHICS
from deckbuild.deck.schema import deck_schema
from deckbuild.diagnostics.codes import CODES
from deckbuild.pipeline import discover_kinds, layout_context
from deckbuild.plugins import plugins
from deckbuild.registry import Registry, discover
from deckbuild.render import OUTPUTS

GUIDE = Path(__file__).parents[1] / "docs" / "plugins.md"

TALK = """\
title: Talk
slides:
  - title: What We Heard
    content:
      - quote: It never pages me
    graphics:
      - {kind: figure, id: pages, alt: No pages in a week., value: "0", label: pages in a week}
"""


def listings() -> dict[str, str]:
    """The files that the guide shows, by the paths that stand above them."""
    found: list[tuple[str, str]] = re.findall(
        r"(?m)^`([\w./]+)`\n\n```\w+\n([\s\S]*?)^```$", GUIDE.read_text("utf-8")
    )
    return dict(found)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder to install packages in. What they register, and their modules, go when the test ends."""
    discover_kinds()
    discover_rules()
    discover("deckbuild.render")
    registries: list[Registry[object]] = [BLOCKS, GRAPHICS, RULES, CODES, OUTPUTS]  # type: ignore[list-item]
    before = [dict(registry._kinds) for registry in registries]
    modules = set(sys.modules)
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.chdir(tmp_path)
    yield folder
    for registry, kinds in zip(registries, before, strict=True):
        registry._kinds = kinds
    for name in set(sys.modules) - modules:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(str(folder)):
            del sys.modules[name]


def install(site: Path, files: dict[str, str]) -> None:
    """Install a package of these files, as an installer does: its modules, and what tells of them."""
    project = tomllib.loads(files["pyproject.toml"])["project"]
    told = {"METADATA": f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"}
    told["entry_points.txt"] = "".join(
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in named.items())
        for group, named in project["entry-points"].items()
    )
    info = f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    for name, text in (*files.items(), *((f"{info}/{name}", text) for name, text in told.items())):
        if name != "pyproject.toml":
            (site / name).parent.mkdir(exist_ok=True)
            (site / name).write_text(text, "utf-8")


@pytest.fixture
def acme(site: Path) -> Path:
    """The guide's package, installed; and a deck that uses it in the current folder."""
    install(site, listings())
    Path("talk.yaml").write_text(TALK, "utf-8")
    return site


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_the_guide_shows_a_whole_package() -> None:
    assert list(listings()) == [
        "pyproject.toml",
        "acme_decks/quote.py",
        "acme_decks/figure.py",
        "acme_decks/quote_without_name.py",
        "acme_decks/plain_text.py",
    ]


@pytest.mark.usefixtures("acme")
def test_its_block_and_graphic_are_on_the_slide() -> None:
    deckbuild.render_deck(deckbuild.load_deck("talk.yaml"), "talk.pptx")
    (slide,) = Presentation("talk.pptx").slides
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    inside = [
        shape.text_frame.text for group in slide.shapes if hasattr(group, "shapes") for shape in group.shapes
    ]
    assert "“It never pages me”" in texts
    assert inside == ["0", "pages in a week"]


@pytest.mark.usefixtures("acme")
def test_they_are_in_the_schema_with_what_their_keys_mean() -> None:
    discover_kinds()
    schema = deck_schema()
    quote = next(each for each in schema["$defs"]["AnyBlock"]["anyOf"] if each.get("required") == ["quote"])
    assert quote["properties"]["by"]["description"] == "Who said them."
    kinds = [each["properties"]["kind"]["const"] for each in schema["$defs"]["AnyGraphic"]["anyOf"]]
    assert "figure" in kinds
    jsonschema.validate({"title": "T", "slides": [{"title": "S", "content": [{"quote": "Q"}]}]}, schema)


@pytest.mark.usefixtures("acme")
def test_mistakes_in_them_are_told_at_their_place() -> None:
    Path("talk.yaml").write_text(TALK.replace("quote: It never pages me", "{quote: Q, bye: Ann}"), "utf-8")
    with pytest.raises(deckbuild.DeckError) as caught:
        deckbuild.load_deck("talk.yaml")
    (mistake,) = caught.value.diagnostics
    assert (str(mistake.span), mistake.message) == ("talk.yaml:5:20", "unknown key 'bye' in a quotation")


@pytest.mark.usefixtures("acme")
def test_its_rule_finds_the_fault_and_has_a_page() -> None:
    found = run("check", "talk.yaml", "--select", "CON901", "--no-cache")
    assert "talk.yaml:5:9" in found.output
    assert "nobody is named for the quotation" in found.output
    page = run("rules", "CON901").output
    assert page.startswith(
        "CON901 quote-without-name (warning)\n\nA quotation doesn't say whose words it is.\n"
    )
    assert "quote: It never pages me" in page


@pytest.mark.usefixtures("acme")
def test_its_output_is_chosen_by_the_end_of_the_files_name() -> None:
    assert run("render", "talk.yaml", "-o", "talk.txt", "-q").exit_code == 0
    title, *words = Path("talk.txt").read_text("utf-8").splitlines()
    assert title == "# What We Heard"
    assert words[:4] == ["What We Heard", "“It never pages me”", "0", "pages in a week"]
    other = run("render", "talk.yaml", "-o", "talk.pdf")
    assert "the name of a presentation ends with .pptx or .txt, not 'talk.pdf'" in other.stderr


def test_pages_are_laid_out_anew_when_a_plug_in_changes(acme: Path) -> None:
    deck = deckbuild.load_deck("talk.yaml")

    def surroundings() -> str:
        return PageCache.open(Path("build/cache/talk"), deck, layout_context(deck), b"key").surroundings

    before = surroundings()
    assert surroundings() == before != ""
    module = acme / "acme_decks" / "quote.py"
    module.write_text(module.read_text("utf-8").replace("—", "-"), "utf-8")
    assert surroundings() != before


PROJECT = """
[project]
name = "{name}"
version = "1.0"
[project.entry-points."deckbuild.{group}"]
it = "{module}"
"""


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import not_there", "ModuleNotFoundError: No module named 'not_there'"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
        ("def", "SyntaxError: invalid syntax"),
        ("from deckbuild.deck.nodes import Gone", "ImportError: cannot import name 'Gone'"),
    ],
)
def test_a_package_that_cant_be_imported_is_named(source: str, said: str, site: Path) -> None:
    install(
        site, {"pyproject.toml": PROJECT.format(name="odd", group="blocks", module="odd"), "odd.py": source}
    )
    Path("talk.yaml").write_text("title: T\nslides: [{title: S}]\n", "utf-8")
    for command in (["render", "talk.yaml"], ["check", "talk.yaml"], ["schema"]):
        result = run(*command)
        assert result.exit_code == 1
        assert f"the package odd can't be used: its module 'odd' fails with {said}" in result.output
        assert "update odd to a version for this deckbuild, or uninstall it" in result.output


def test_one_that_fails_after_it_registered_something_is_told_alike_each_time(site: Path) -> None:
    source = "from deckbuild.render import OUTPUTS\nOUTPUTS.register('.txt')(lambda document: b'')\n1 / 0"
    project = PROJECT.format(name="hasty", group="outputs", module="hasty")
    install(site, {"pyproject.toml": project, "hasty.py": source})
    Path("talk.yaml").write_text("title: T\nslides: [{title: S}]\n", "utf-8")
    first, second = (run("render", "talk.yaml", "-o", "talk.txt").output for _ in range(2))
    assert "its module 'hasty' fails with ZeroDivisionError: division by zero" in first
    assert second == first


@pytest.mark.parametrize(
    ("group", "source", "what"),
    [
        (
            "blocks",
            "from deckbuild.deck.kinds import BLOCKS\nfrom deckbuild.deck.nodes import Block\n"
            "BLOCKS.register('table')(type('Mine', (Block,), {}))",
            "a block 'table'",
        ),
        (
            "rules",
            "from deckbuild.check.rule import rule\n"
            "@rule('LAY001', on=object)\ndef mine(it):\n    'A fault.'\n    yield from ()\n",
            "a code 'LAY001'",
        ),
        (
            "outputs",
            "from deckbuild.render import OUTPUTS\nOUTPUTS.register('.pptx')(lambda document: b'')",
            "an output '.pptx'",
        ),
    ],
)
def test_nothing_of_ours_is_replaced(group: str, source: str, what: str, site: Path) -> None:
    project = PROJECT.format(name="greedy", group=group, module="greedy")
    install(site, {"pyproject.toml": project, "greedy.py": source})
    Path("talk.yaml").write_text("title: T\nslides: [{title: S}]\n", "utf-8")
    result = run("check" if group == "rules" else "render", "talk.yaml")
    assert result.exit_code == 1
    assert f"the package greedy brings {what}, which is there already" in result.output
    assert "uninstall greedy, or ask its authors for another name" in result.output


def test_of_two_packages_the_later_by_name_is_told(site: Path) -> None:
    source = "from deckbuild.render import OUTPUTS\nOUTPUTS.register('.txt')(lambda document: b'')"
    for name in ("zebra", "aard"):
        project = PROJECT.format(name=name, group="outputs", module=f"its_{name}")
        install(site, {"pyproject.toml": project, f"its_{name}.py": source})
    assert [each.value for each in plugins("deckbuild.outputs")] == ["its_aard", "its_zebra"]
    Path("talk.yaml").write_text("title: T\nslides: [{title: S}]\n", "utf-8")
    result = run("render", "talk.yaml", "-o", "talk.txt")
    assert "the package zebra brings an output '.txt', which is there already" in result.output


def test_codes_from_900_are_kept_for_plug_ins() -> None:
    discover_rules()
    assert [code for code in CODES if int(code[3:]) >= 900] == []


RAILWAY = """
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from deckbuild.deck.fields import ColorName, Identifier, Inline, PlainStr
from deckbuild.deck.ids import Ref
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.deck.relations import Relation
from deckbuild.deck.shorthand import read_edges
from deckbuild.document import Frame


class Track(Relation):
    noun = "track"
    start: Annotated[PlainStr, Ref("stations")] = Field(alias="from", description="Where it begins.")
    end: Annotated[PlainStr, Ref("stations")] = Field(alias="to", description="Where it ends.")


class Region(Node):
    noun = "region"
    besides_color: ClassVar[dict[str, str]] = {"name": "a name"}
    name: Inline = Field(default="", description="Its name.")
    paint: ColorName | None = Field(default=None, description="Its colour.")


@GRAPHICS.register("railway")
class Railway(Graphic):
    stations: dict[Identifier, Inline] = Field(description="Stations.")
    tracks: Annotated[tuple[Track, ...], BeforeValidator(read_edges)] = Field(description="Tracks.")
    regions: tuple[Region, ...] = Field(default=(), description="Regions.")

    def lay_out(self, region, context):
        return Frame(region)
"""

JOURNEY = """\
title: Journey
slides:
  - title: From Coast to Coast
    graphics:
      - kind: railway
        id: west
        alt: Two tracks meet in Basel.
        stations: {bern: Bern, basel: Basel, ulm: Ulm}
        tracks:
"""


@pytest.fixture
def railway(site: Path) -> None:
    project = PROJECT.format(name="railways", group="graphics", module="railways")
    install(site, {"pyproject.toml": project, "railways.py": RAILWAY})


def found_by(*codes: str, journey: str) -> list[tuple[str, str, str]]:
    """What rules find in a deck: line, column and code, what is wrong, and the cure."""
    Path("journey.yaml").write_text(JOURNEY + journey, "utf-8")
    options = [option for code in codes for option in ("--select", code)]
    output = run("check", "journey.yaml", "--no-cache", *options).output
    return re.findall(r"journey\.yaml:(\d+:\d+: \w+) \w+: (.*)\n    .*\n    cure: (.*)", output)


@pytest.mark.usefixtures("railway")
def test_rules_on_lines_look_at_those_of_a_kind_that_nobody_foresaw() -> None:
    journey = """\
          - bern -- basel
          - {from: basel, to: ulm, color: rust}
          - {from: basel, to: ulm, color: rust, label: By night}
"""
    assert found_by("COL004", "GFX006", journey=journey) == [
        (
            "11:43: COL004",
            "a track is rust, like no node, and has neither a label nor style: dashed",
            "give it a label or style: dashed, or the colour of its node",
        ),
        (
            "10:13: GFX006",
            "a line has no arrow and no label: bern -- basel",
            "write -> or <-> for --, or add a label after ': '",
        ),
    ]


@pytest.mark.usefixtures("railway")
def test_a_kind_says_what_tells_its_parts_besides_their_colour() -> None:
    journey = """\
          - bern -> basel
        regions:
          - {paint: rust}
          - {paint: rust, name: The North}
"""
    assert found_by("COL004", journey=journey) == [
        ("12:21: COL004", "a region lacks a name", "give it a name")
    ]


@pytest.mark.usefixtures("railway")
def test_its_lines_lead_to_its_own_nodes() -> None:
    Path("journey.yaml").write_text(JOURNEY + "          - bern -> paris\n", "utf-8")
    assert "unknown id 'paris'" in run("check", "journey.yaml", "--no-cache").output
