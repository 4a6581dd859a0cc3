"""A decision tree drawn: questions in a column, answers beside their lines, outcomes beside the questions."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise, product

from deckbuild.context import LayoutContext
from deckbuild.diagrams.placement import Placement, spread_over
from deckbuild.document import Connector, Frame, Stroke, composed
from deckbuild.geometry import Rect, Size
from deckbuild.graphics.decision_tree.model import DecisionTreeSpec
from deckbuild.graphics.decision_tree.parts import CHIP, LEGEND_GAP, answer_box, boxes_of, legend_box
from deckbuild.layout.boxes import Box, Drawn, Setting, over
from deckbuild.layout.label import label_sizes
from deckbuild.layout.placed import Placed, first_that_fits

ARROW = 14.0  # points of line beyond an answer, so that the arrow's head stays clear of it
ANSWER = Size(200.0, 0.0)  # what an answer may take beside its line
ANSWER_GAP = 6.0  # points between an upright line and its answer
SHARES = (0.46, 0.43, 0.40, 0.37, 0.34, 0.31)  # of the width: what questions may take
MOST_GROWTH = 0.35  # share of its height by which a row may grow to fill the region


def lay_out_tree(spec: DecisionTreeSpec, region: Size, context: LayoutContext) -> Frame:
    """The tree at the largest label size that fits, spread over the region."""
    tries = product(label_sizes(context), SHARES)
    tree = first_that_fits(
        (_tree(spec, share, region, Setting(size, context)) for size, share in tries), region
    )
    return composed(tree.size, _drawn(spec, tree))


def _tree(spec: DecisionTreeSpec, share: float, region: Size, setting: Setting) -> Placed:
    """The tree where questions have this share of the width, with rows that fill the region in part."""
    answer = over(*_answers(spec, setting)).takes(ANSWER)
    gap, down = answer.width + 2 * ARROW, round(answer.height - 1.0)  # a line's box has air above its letters
    wide = math.floor((region.width - gap) * share)
    beside = math.floor(region.width - gap - wide)
    legend = legend_box(spec, CHIP, setting).natural.width <= gap + beside - LEGEND_GAP
    boxes = boxes_of(spec, wide, setting, legend=legend)
    questions, outcomes = ([name for name in boxes if kind in name] for kind in ("question", "outcome"))

    def needs(width: float, *names: str) -> Size:
        return over(*(boxes[name] for name in names)).takes(Size(width, 0.0))

    head, asked, advised = needs(wide, "start"), needs(wide, *questions), needs(beside, *outcomes)
    foot = needs(region.width, "default")
    lacks = max(0.0, head.width - wide, asked.width - wide, advised.width - beside, foot.width - region.width)
    top, high = math.ceil(head.height), math.ceil(max(asked.height, advised.height))
    low, count = math.ceil(max(head.height, foot.height)), len(questions)
    spare = max(0.0, region.height - (top + count * high + low + down * (count + 1)))
    more = spare / (count + 2) * 0.6
    heights = [top, *[math.floor(min(high * (1 + MOST_GROWTH), high + more))] * count, math.floor(low + more)]
    size = Size(wide + gap + beside, sum(heights) + down * (count + 1))
    left, _, right = (
        column.rows(heights, down) for column in Rect.of_size(size).columns((wide, gap, beside))
    )
    spine = zip(("start", *questions, "default"), left, strict=True)
    rects = dict((*spine, *zip(outcomes, right[1:], strict=False)))
    spread = spread_over(Placement(size, rects), region)
    return Placed(spec.id, setting, boxes, spread.boxes, Size(spread.size.width + lacks, spread.size.height))


def _answers(spec: DecisionTreeSpec, setting: Setting) -> tuple[Box, Box]:
    return answer_box(spec.yes_word, setting), answer_box(spec.no_word, setting)


def _drawn(spec: DecisionTreeSpec, tree: Placed) -> Iterator[Drawn]:
    setting, start = tree.setting, tree.rects["start"]
    line = Stroke(setting.tone.muted, setting.theme.shape.connector)
    spine = [name for name in tree.rects if not name.startswith("outcome")]
    down = [tree.join(above, below, line, ("bottom", "top")) for above, below in pairwise(spine)]
    yes, no = _answers(spec, setting)
    yield from tree.draw("start")
    legend = legend_box(spec, start.height, setting)
    width = legend.natural.width
    if width <= tree.size.width - start.right - LEGEND_GAP:
        yield from legend.draw(Rect(tree.size.width - width, start.top, width, start.height))
    for number, decision in enumerate(spec.decisions):
        question, outcome = f"question {number}", f"outcome {number}"
        across = tree.join(question, outcome, line, ("right", "left"))
        yield from tree.draw(question)
        yield down[number]
        yield from tree.draw(outcome)
        yield across
        yield from _beside(yes if decision.yes else no, across)
        yield from _beside(no if decision.yes else yes, down[number + 1])
    yield down[-1]
    last = tree.rects["default"]
    yield from tree.boxes["default"].draw(Rect(last.left, last.top, tree.size.width - last.left, last.height))


def _beside(answer: Box, way: Connector) -> Iterator[Drawn]:
    """An answer by its line: above a level one, right of an upright one."""
    size, line = answer.takes(ANSWER), way.rect
    if line.width > line.height:
        place = line.placed(size, vertical=0.0).moved(-ANSWER_GAP / 2, -size.height)
    else:
        place = line.placed(size, horizontal=0.0).moved(ANSWER_GAP, 0.0)
    yield from answer.draw(place)
