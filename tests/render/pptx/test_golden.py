"""Whole parts as readable XML: `pytest --update-golden` rewrites them, the diff is the review."""

from __future__ import annotations

import pytest

from deckbuild.render.pptx import render_pptx
from tests.conftest import Golden
from tests.render.pptx.sample import everything, readable, xml


@pytest.fixture(scope="module")
def content() -> bytes:
    return render_pptx(everything())


@pytest.mark.parametrize(
    "part",
    [
        "ppt/presentation.xml",
        "ppt/theme/theme1.xml",
        "ppt/slideMasters/slideMaster1.xml",
        "ppt/slideLayouts/slideLayout1.xml",
        "ppt/slides/slide2.xml",
        "ppt/slides/slide3.xml",
        "ppt/notesSlides/notesSlide1.xml",
        "docProps/core.xml",
        "[Content_Types].xml",
        "ppt/slides/_rels/slide2.xml.rels",
    ],
)
def test_part(part: str, content: bytes, golden: Golden) -> None:
    name = part.rpartition("/")[2].strip("[]").replace("].", ".").removesuffix(".xml")
    golden(f"pptx/{name}.xml", readable(xml(content, part)))
