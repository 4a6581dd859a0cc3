"""What a block or a graphic reports reaches the page, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import BLOCKS, GRAPHICS
from deckbuild.deck.nodes import Block, Graphic
from deckbuild.document import Document, Frame, Shape, composed
from deckbuild.geometry import Rect, Size
from tests.samples import A_FAULT


class Pebble(Block):
    """A block that reports a fault."""

    pebble: float

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:  # noqa: ARG002
        size = Size(region.width, self.pebble)
        return Frame(size, (Shape(Rect.of_size(size)),), (A_FAULT,))


class Beacon(Graphic):
    """A graphic that reports a fault."""

    wide: bool = False

    def prefers_wide(self) -> bool:
        return self.wide

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:  # noqa: ARG002
        return Frame(region, (Shape(Rect.of_size(region)),), (A_FAULT,))


@pytest.fixture(autouse=True)
def _reporting_kinds() -> Iterator[None]:
    BLOCKS.register("pebble")(Pebble)
    GRAPHICS.register("beacon")(Beacon)
    yield
    BLOCKS._kinds.pop("pebble")
    GRAPHICS._kinds.pop("beacon")


BEACON = "{kind: beacon, id: b, alt: A light.}"
SLIDES = {
    "alone": "content: [{pebble: 10}]",
    "among text": "content: [One, {pebble: 10}, Two]",
    "below a heading": "content: [{pebble: 10, heading: A point}]",
    "in columns": "content: [{columns: [[One], [{pebble: 10}]]}]",
    "in columns in columns": "content: [{columns: [[One], [{columns: [[{pebble: 10}], [Two]]}]]}]",
    "beside a table": "content: [{pebble: 10}, {table: {columns: [A], rows: [['1']]}}]",
    "left of a graphic": "content: [{pebble: 10}]\n    graphics: [{kind: plate, id: p}]",
    "above a graphic": "content: [{pebble: 10}]\n    graphics: [{kind: plate, id: p, wide: true}]",
    "in a point above a graphic": (
        "content: [{heading: A, text: One}, {heading: B, pebble: 10}]\n"
        "    graphics: [{kind: plate, id: p, wide: true}]"
    ),
    "on a summary's card": "type: summary\n    content: [{heading: Take, text: Away}, {pebble: 10}]",
    "in a call to action": "type: summary\n    content: [{heading: Take, text: Away}, One, {pebble: 10}]",
    "on a closing slide": "type: closing\n    content: [{pebble: 10}]",
    "a graphic alone": f"graphics: [{BEACON}]",
    "a graphic beside text": f"content: [One]\n    graphics: [{BEACON}]",
    "a graphic below text": f"content: [One]\n    layout: stacked\n    graphics: [{BEACON}]",
    "one of two graphics": f"graphics: [{{kind: plate, id: p}}, {BEACON}]",
    "a graphic in a summary": (
        f"type: summary\n    content: [{{heading: Take, text: Away}}, One]\n    graphics: [{BEACON}]"
    ),
}


@pytest.mark.parametrize("slide", SLIDES.values(), ids=SLIDES)
def test_a_report_arrives(slide: str, laid_out: Callable[[str], Document]) -> None:
    (page,) = laid_out(f"title: T\nslides:\n  - title: S\n    {slide}\n").pages
    assert A_FAULT in page.faults


def test_a_frame_in_a_frame_passes_on_what_it_reports() -> None:
    inner = Frame(Size(10, 10), (Shape(Rect(1, 1, 8, 8)),), (A_FAULT,))
    outer = composed(Size(50, 50), (Shape(Rect(0, 0, 50, 50)), inner.at(20, 30)))
    assert outer == Frame(Size(50, 50), (Shape(Rect(0, 0, 50, 50)), Shape(Rect(21, 31, 8, 8))), (A_FAULT,))
