"""What holds for every kind of block and graphic, tried on the example that its page of the guide gives.

A new kind is found by the registry: it needs its page, and two golden files (`pytest --update-golden`).
"""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any

import jsonschema
import pytest

from deckbuild.check.engine import Selection, check
from deckbuild.codec import codec
from deckbuild.deck.kinds import BLOCKS, GRAPHICS
from deckbuild.deck.load import deck_from_text
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.deck.schema import deck_schema
from deckbuild.document import Frame, walk
from deckbuild.geometry import Rect, Size
from deckbuild.layout.carried import drawn_texts, lost_texts
from deckbuild.pipeline import discover_kinds, lay_out_deck, layout_context
from deckbuild.sources.yaml import parse_yaml
from tests.conftest import Golden
from tests.dump import dump_frame
from tests.graphics.drawn import HALF, WIDE
from tests.samples import GUIDE, context, first_example

DAY = datetime.date(2026, 1, 5)

discover_kinds()
KINDS: Mapping[str, type[Block] | type[Graphic]] = {
    name: kind
    for registry in (BLOCKS, GRAPHICS)
    for name, kind in registry.items()
    if kind.__module__.startswith("deckbuild.")  # other tests register some of their own
}

every_kind = pytest.mark.parametrize("name", KINDS)
at_two_sizes = pytest.mark.parametrize(("size", "region"), [("wide", WIDE), ("half", HALF)])


def page_of(name: str) -> Path:
    """The kind's page of the guide."""
    return GUIDE / ("blocks" if name in BLOCKS else "graphics") / f"{name}.md"


def deck_of(name: str, before: str = "", **slide: str) -> Deck:
    """A deck of one slide with the page's first example, below entries `before` it."""
    source, block = first_example(page_of(name)), name in BLOCKS
    example = indent(source, " " * 6) if block else f"      -\n{indent(source, ' ' * 8)}"
    text = "".join(f"    {key}: {value}\n" for key, value in {"title": "T", **slide}.items())
    text += f"{before}    {'content' if block else 'graphics'}:\n{example}"
    return deck_from_text(f"title: T\nslides:\n  -\n{text}", folder=page_of(name).parent)


def example(name: str) -> Block | Graphic:
    """The page's first example; of several blocks the one of that kind."""
    (slide,) = deck_of(name).slides
    return next(each for each in (*slide.content, *slide.graphics) if each.kind == name)


@cache
def drawn(name: str, region: Size) -> Frame:
    """The example laid out with half-em characters."""
    return example(name).lay_out(region, context())


@every_kind
def test_the_guide_has_a_page_with_its_picture(name: str) -> None:
    text = page_of(name).read_text("utf-8")
    kind = "block" if name in BLOCKS else "graphic"
    assert text.startswith(f"# `{name}`\n")
    assert f"![{name}](../img/{kind}-{name}.png)" in text
    assert (GUIDE / "img" / f"{kind}-{name}.png").is_file()


@cache
def schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(deck_schema())


@every_kind
def test_an_editor_takes_the_example_and_no_other_key(name: str) -> None:
    """That each key is described is tried on the whole schema, in tests/deck/test_schema.py."""
    written = parse_yaml(first_example(page_of(name)), "example.yaml")
    schema().validate(slide_with(name, written))
    entry = next(each for each in written if name in each) if name in BLOCKS else written
    entry["no such key"] = "x"
    assert not schema().is_valid(slide_with(name, written))


def slide_with(name: str, written: Any) -> dict[str, Any]:
    """A deck of one slide with what stands in the example."""
    content = {"content": written} if name in BLOCKS else {"graphics": [written]}
    return {"title": "T", "slides": [{"title": "T", **content}]}


@every_kind
@pytest.mark.parametrize("ground", ["concept", "closing"], ids=["light", "dark"])
def test_on_a_slide_nothing_is_lost_and_all_can_be_read(name: str, ground: str) -> None:
    """With real widths, no rule on layout, colour or type finds anything."""
    deck = deck_of(name, type=ground)
    theme = layout_context(deck).theme
    report = check(deck, lay_out_deck(deck), theme, today=DAY, selection=Selection(("LAY", "COL", "TYP")))
    assert report.results == ()


@every_kind
@at_two_sizes
def test_what_is_drawn_is_as_it_was(name: str, size: str, region: Size, golden: Golden) -> None:
    golden(f"kinds/{name}-{size}.txt", dump_frame(drawn(name, region), region))


TINY = Size(200, 90)


@every_kind
@pytest.mark.parametrize("region", [WIDE, HALF, TINY], ids=["wide", "half", "tiny"])
def test_it_draws_in_its_region_or_says_how_much_it_needs(name: str, region: Size) -> None:
    frame = drawn(name, region)
    room = Rect(0, 0, max(region.width, frame.size.width), max(region.height, frame.size.height))
    outside = [item.name for item in walk(frame.items) if not room.contains(item.rect, 0.1)]
    assert outside == []


@every_kind
def test_kept_pages_give_it_back_as_it_was(name: str) -> None:
    frames, frame = codec(Frame), drawn(name, WIDE)
    assert frames.decode(frames.encode(frame)) == frame


@pytest.mark.parametrize("name", sorted(BLOCKS.keys() & KINDS.keys()))
def test_a_block_shows_all_of_its_own_words(name: str) -> None:
    """So a graphic that draws it as it is may stand for it (`shown_in`)."""
    block = example(name).model_copy(update={"heading": None})  # the stack sets it above the block
    assert isinstance(block, Block)
    assert list(lost_texts(block, drawn(name, WIDE), "itself")) == []


@pytest.mark.parametrize("name", sorted(GRAPHICS.keys() & KINDS.keys()))
def test_a_graphic_may_show_a_blocks_text(name: str) -> None:
    label = max((text for text in drawn_texts(drawn(name, WIDE)) if re.fullmatch(r"[\w ]+", text)), key=len)
    block = f"    content: [{{text: {label!r}, shown_in: {example(name).id}}}]\n"
    (page,) = lay_out_deck(deck_of(name, block)).pages
    assert page.faults == ()


SOURCE = Path(__file__).parents[1] / "src" / "deckbuild"

OTHER_WORDS = {
    "architecture": "an item of the checklist; a word that says nothing in an alternative text",
    "bullets": "what a list entry has below it; advice in place of Markdown's marks",
    "callout": "a role of an item",
    "checklist": "the quality checklist, in reports",
    "code": "the code of a finding; a role of text; a token of Markdown; an element of HTML",
    "columns": "an arrangement that authors may ask for",
    "flow": "YAML's flow style; a word that says nothing in an alternative text",
    "image": "a relationship of the package; a word that says nothing in an alternative text",
    "steps": "what a list entry has below it; advice in place of Markdown's marks",
    "table": "a token of Markdown; an element of HTML; a kind of notes",
    "text": "an arrangement; a token of Markdown; a key of reports; what a list entry says",
    "timeline": "a word that says nothing in an alternative text",
    "trace": "what an instructor is told to do, in a cue",
}
"""Names of kinds that are words of other things too, and of what."""


def literals(path: Path) -> set[str]:
    """The texts in a module's code."""
    tree = ast.parse(path.read_text("utf-8"))
    return {
        each.value for each in ast.walk(tree) if isinstance(each, ast.Constant) and type(each.value) is str
    }


def outside(*rooms: str) -> list[Path]:
    """All modules that aren't in these rooms."""
    return [path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] not in rooms]


def test_nobody_keeps_a_list_of_kinds() -> None:
    """Outside its room a kind is found by what it declares, never by its name."""
    named = set().union(*map(literals, outside("blocks", "graphics"))) & KINDS.keys()
    assert named == OTHER_WORDS.keys()


def test_the_only_kind_that_is_asked_for_by_name_is_that_of_a_bare_text() -> None:
    asked = [
        f"{path.relative_to(SOURCE)}: {found}"
        for path in SOURCE.rglob("*.py")
        for found in re.findall(r"(?:BLOCKS|GRAPHICS)(?:\[|\.get\()[\"'].*?[\"']", path.read_text("utf-8"))
    ]
    assert asked == ['deck/kinds.py: BLOCKS["text"']


def test_a_block_that_is_advised_is_there() -> None:
    """Advice on what to write in place of HTML and Markdown names blocks."""
    advice = "\n".join(literals(SOURCE / "deck" / "leftovers.py"))
    advised = set(re.findall(r"write an? (\w+) block", advice))
    assert advised
    assert advised <= BLOCKS.keys()
