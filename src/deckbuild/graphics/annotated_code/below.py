"""Long lines of code with their callouts below, joined to the lines by numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.document import Ellipse, Shape, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.annotated_code.model import AnnotatedCodeSpec
from deckbuild.graphics.annotated_code.parts import (
    BAND_MARGIN,
    callout_items,
    code_box,
    code_panel,
    heading_box,
    remarks_on,
)
from deckbuild.layout.boxes import (
    EMPTY,
    Box,
    Drawn,
    Setting,
    column,
    fixed,
    for_width,
    grid,
    pad,
    stretched,
    text,
)
from deckbuild.layout.highlight import code_pitch
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.spread import settle

MOST_ACROSS = 4  # callouts in a row
NUMBER = 0.95  # of the code's pitch: a number's disc
CARD_GROWTH = 1.4  # times its words' height that a callout may be high


def callouts_below(graphic: AnnotatedCodeSpec, code_size: float, setting: Setting) -> Box:
    """The code, and below it the callouts in rows, in the order of their lines."""
    theme, context = setting.theme, setting.context
    remarks, side = remarks_on(graphic, code_size), code_pitch(code_size) * NUMBER
    code = code_box(graphic, code_size, remarks, context)
    wide = code.natural

    def lit(rect: Rect) -> Iterator[Drawn]:
        yield from code.draw(rect)
        middles = settle([each.middle for each in remarks], side, side / 2, rect.height - side / 2)
        for turn, middle in enumerate(middles, 1):
            at = Point(rect.left + wide.width + side / 2, rect.top + middle)
            yield _number(turn, Rect.around(at, side), setting)

    boxes = [_card(graphic, turn, each.number, setting) for turn, each in enumerate(remarks, 1)]
    rows = -(-len(boxes) // MOST_ACROSS)
    said = grid(boxes, -(-len(boxes) // rows), gap=theme.shape.gap, even=True)
    # Where the code is as wide as its panel, the numbers stand in the padding.
    numbered = fixed(Size(wide.width + max(0.0, side - theme.shape.padding), wide.height), lit)
    above = column([_heading(graphic, graphic.heading, context), numbered])
    under = column([_heading(graphic, graphic.callouts_heading, context), said])
    cards = pad(under, Insets(left=-BAND_MARGIN))  # in line with the bands behind the code
    return code_panel(column([above, cards], gap=theme.shape.gap * 1.5, spare="gaps"), setting)


def _heading(graphic: AnnotatedCodeSpec, said: str | None, context: LayoutContext) -> Box | None:
    """A heading above all of the code, or of the callouts."""
    if said is None:
        return None
    return for_width(lambda width: heading_box(graphic, said, width, context) or EMPTY)


def _card(graphic: AnnotatedCodeSpec, turn: int, number: int, setting: Setting) -> Box:
    """A callout with its turn in a disc at the left of its words."""
    theme, context = setting.theme, setting.context
    padding, side = theme.shape.padding, setting.pitch * 1.2
    insets = Insets(padding * 0.75, padding, padding * 0.75, 1.5 * padding + side)

    def draw(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        inside = replace(
            insets, left=insets.left - theme.shape.bar
        )  # the words are those of what is in front
        words = replace(body, insets=inside)
        yield from callout_items(rect, f"{graphic.id}/card-{number}", number, words, context)
        at = rect.placed(Size(side, side), 0.0).moved(theme.shape.bar + padding * 0.75, 0.0)
        yield _number(turn, at, setting)

    lines = graphic.callouts[number - 1].label(context)
    return stretched(text(lines, setting, anchor="middle", insets=insets, draw=draw), times=CARD_GROWTH)


def _number(turn: int, rect: Rect, setting: Setting) -> Shape:
    """A number on a disc, which a line and its callout share."""
    fill = setting.theme.role.primary
    line = LabelParagraph(str(turn), bold=True, color=setting.theme.text_on(fill))
    body = setting.one_line(line, align="center")
    return Shape(rect, Ellipse(), fill, None, body, f"Number {turn}")
