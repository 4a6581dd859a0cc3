"""The plan of a decision tree: questions one below the other, the outcomes lined up beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise

from deckbuild.context import LayoutContext
from deckbuild.geometry import Size
from deckbuild.graphics.decision_tree.measures import TAB, advice_body, question_body, remark_body, tabs_width
from deckbuild.graphics.decision_tree.model import DecisionTreeSpec
from deckbuild.graphics.shared.card import lacking
from deckbuild.graphics.shared.graphviz_engine import Box, Diagram, Wire, solve
from deckbuild.graphics.shared.placement import Placement
from deckbuild.layout.label import LabelLine, label_size
from deckbuild.text.fitting import sizes_between

ARROW = 14.0  # points of line beyond an answer, so that the arrow's head stays clear of it
SHARES = (0.46, 0.43, 0.40, 0.37, 0.34, 0.31)  # of the width: what questions may take
MOST_GROWTH = 0.35  # share of its height by which a row may grow to fill the region


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes: of labels, of the two columns, of the rows, and of the first and the last of them. `lacks` are
    the points of width missing for the longest word."""

    size: float
    question: float
    outcome: float
    row: float
    head: float
    foot: float
    answers: Size
    lacks: float
    fits: bool


def best_plan(tree: DecisionTreeSpec, region: Size, context: LayoutContext) -> Plan:
    """The plan at the largest label size that fits."""
    role = context.theme.type.label
    plans = (
        _plan(tree, size, share, region, context)
        for size in sizes_between(role.min, role.max, 0.5)
        for share in SHARES
    )
    best: Plan | None = None
    for plan in plans:
        if best is None or (plan.fits, -max(plan.lacks, 0.0), -plan.row) > (
            best.fits,
            -max(best.lacks, 0.0),
            -best.row,
        ):
            best = plan
        if plan.fits:
            break
    assert best is not None
    return best


def _plan(tree: DecisionTreeSpec, size: float, share: float, region: Size, context: LayoutContext) -> Plan:
    words = [LabelLine(tree.yes_word, bold=True)], [LabelLine(tree.no_word, bold=True)]
    rooms = [label_size(word, size, context, 200.0) for word in words]
    answers = Size(max(room.width for room in rooms), max(room.height for room in rooms))
    gap = answers.width + 2 * ARROW
    question = math.floor((region.width - gap) * share)
    outcome = math.floor(region.width - gap - question)
    bodies = [(question_body(d.question, size, question, context), question) for d in tree.decisions]
    tabs = tabs_width(tree)
    cards = [
        (advice_body(tree, branch, size, outcome - tabs, context), outcome - tabs)
        for branch in (decision.branch for decision in tree.decisions)
    ]
    last = [(advice_body(tree, tree.default, size, question - TAB, context, note=False), question - TAB)]
    if tree.default.note:
        last.append((remark_body(tree, size, question, region.width, context), region.width - question))
    row = math.ceil(max(body.height for body, _ in [*bodies, *cards]))
    head = math.ceil(question_body(tree.start, size, question, context).height)
    foot = math.ceil(max(head, *(body.height for body, _ in last)))
    lacks = lacking([*bodies, *cards, *last], context)
    plan = Plan(size, question, outcome, row, head, foot, answers, lacks, lacks <= 0.01)
    spare = region.height - solved(tree, plan).size.height
    if spare < 0:
        return replace(plan, fits=False)
    more = spare / (len(tree.decisions) + 2) * 0.6
    return replace(
        plan, row=math.floor(min(row * (1 + MOST_GROWTH), row + more)), foot=math.floor(foot + more)
    )


def solved(tree: DecisionTreeSpec, plan: Plan) -> Placement:
    """Graphviz's positions: the questions as one straight line, each outcome in its question's rank."""
    count = len(tree.decisions)
    question = Size(plan.question, plan.row)
    boxes = [Box("start", Size(plan.question, plan.head))]
    boxes += [Box(f"question {n}", question) for n in range(count)]
    boxes += [Box(f"outcome {n}", Size(plan.outcome, plan.row)) for n in range(count)]
    boxes.append(Box("default", Size(plan.question, plan.foot)))
    spine = ["start", *(f"question {n}" for n in range(count)), "default"]
    wires = [Wire(a, b, weight=20) for a, b in pairwise(spine)]
    wires += [Wire(f"question {n}", f"outcome {n}") for n in range(count)]
    levels = tuple((f"question {n}", f"outcome {n}") for n in range(count))
    gap = plan.answers.width + 2 * ARROW
    down = plan.answers.height - 1.0  # a line's box has more air than its letters need
    return solve(Diagram(tuple(boxes), tuple(wires), (), levels, "down", gap, down))
