"""Footers whose colour differs from the master's say it themselves: LibreOffice 7.4 passes over the
layout's."""

from __future__ import annotations

from pathlib import Path

from deckbuild import lay_out_deck, load_deck
from deckbuild.render.pptx import render_pptx
from tests.render.pptx.sample import find, xml

DECK = """
title: Deck
slides:
  - {title: Part, type: transition}
  - {title: One, content: [text]}
"""


def fills(content: bytes, number: int) -> dict[str, list[str]]:
    """The scheme colours that each placeholder of a slide gives to its text."""
    shapes = find(xml(content, f"ppt/slides/slide{number}.xml"), ".//p:sp")
    return {
        find(shape, ".//p:cNvPr")[0].get("name", ""): [
            color.get("val", "") for color in find(shape, ".//a:rPr/a:solidFill/a:schemeClr")
        ]
        for shape in shapes
    }


def test_a_footer_on_another_ground_says_its_colour(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(DECK)
    content = render_pptx(lay_out_deck(load_deck(tmp_path)))
    section, plain = fills(content, 1), fills(content, 2)
    assert (section["Footer"], section["Slide number"]) == (["tx1"], ["bg2"])
    assert (plain["Footer"], plain["Slide number"]) == ([], [])
