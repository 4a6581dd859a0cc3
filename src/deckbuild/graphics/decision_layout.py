"""Laying out a decision tree: questions one below the other, the outcomes lined up beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from deckbuild.context import LayoutContext
from deckbuild.document import Color, Connector, Frame, Item, Path, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.connect import End, connect
from deckbuild.graphics.graphviz_engine import Box, Diagram, Placement, Wire, solve, stretched
from deckbuild.graphics.icons import icon
from deckbuild.layout.label import LabelLine, label_fits, label_size, set_label
from deckbuild.layout.shapes import rounded
from deckbuild.text.fitting import sizes_between

if TYPE_CHECKING:
    from deckbuild.graphics.decision_tree import Branch, DecisionTree

TAB = 42.0  # width of the coloured field that holds an outcome's icon
PADDING = Insets.symmetric(10.0, 4.0)
ANSWER_GAP = 3.0  # points between a line and its answer
ARROW = 14.0  # points of line beyond an answer, so that the arrow's head stays clear of it
SHARES = (0.46, 0.43, 0.40, 0.37, 0.34, 0.31)  # of the width: what questions may take
MOST_GROWTH = 0.35  # share of its height by which a row may grow to fill the region
ARC = 0.5523  # a quarter circle's control points lie at this share of the radius (4/3 · (√2 − 1))


@dataclass(frozen=True, slots=True)
class Plan:
    """Sizes that fit: of labels, of the two columns, of the rows, and of the first and the last of them."""

    size: float
    question: float
    outcome: float
    row: float
    head: float
    foot: float
    answers: Size
    fits: bool


def lay_out_tree(tree: DecisionTree, region: Size, context: LayoutContext) -> Frame:
    """The tree at the largest label size that fits."""
    role = context.theme.type.label
    plans = (
        _plan(tree, size, share, region, context)
        for size in sizes_between(role.min, role.max, 0.5)
        for share in SHARES
    )
    best: Plan | None = None
    for plan in plans:
        if best is None or (plan.fits, -plan.row) > (best.fits, -best.row):
            best = plan
        if plan.fits:
            break
    assert best is not None
    placement = _place(tree, best, region)
    return Frame(placement.size, tuple(_draw(tree, best, placement, context)))


def _plan(tree: DecisionTree, size: float, share: float, region: Size, context: LayoutContext) -> Plan:
    words = [LabelLine(tree.yes_word, bold=True)], [LabelLine(tree.no_word, bold=True)]
    rooms = [label_size(word, size, context, 200.0) for word in words]
    answers = Size(max(room.width for room in rooms), max(room.height for room in rooms))
    gap = answers.width + 2 * ARROW
    question = math.floor((region.width - gap) * share)
    outcome = math.floor(region.width - gap - question)
    bodies = [(_question(d.question, size, question, context), question) for d in tree.decisions]
    tabs = _tabs(tree)
    cards = [
        (_advice(tree, branch, size, outcome - tabs, context), outcome - tabs)
        for branch in (decision.branch for decision in tree.decisions)
    ]
    last = [(_advice(tree, tree.default, size, question - TAB, context, note=False), question - TAB)]
    if tree.default.note:
        last.append((_remark(tree, size, question, region.width, context), region.width - question))
    row = math.ceil(max(body.height for body, _ in [*bodies, *cards]))
    head = math.ceil(_question(tree.start, size, question, context).height)
    foot = math.ceil(max(head, *(body.height for body, _ in last)))
    fits = all(label_fits(body, Size(width, 1000.0), context) for body, width in [*bodies, *cards, *last])
    plan = Plan(size, question, outcome, row, head, foot, answers, fits)
    spare = region.height - _solved(tree, plan).size.height
    if spare < 0:
        return replace(plan, fits=False)
    more = spare / (len(tree.decisions) + 2) * 0.6
    return replace(
        plan, row=math.floor(min(row * (1 + MOST_GROWTH), row + more)), foot=math.floor(foot + more)
    )


def _solved(tree: DecisionTree, plan: Plan) -> Placement:
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


def _place(tree: DecisionTree, plan: Plan, region: Size) -> Placement:
    return stretched(_solved(tree, plan), region)


def _tabs(tree: DecisionTree) -> float:
    """Width of the coloured fields beside an outcome's text, the same on all so that the texts line up."""
    return TAB * max(len(decision.branch.to) for decision in tree.decisions)


def _question(text: str, size: float, width: float, context: LayoutContext) -> TextBody:
    line = LabelLine(text, bold=True, color=context.theme.role.text)
    return set_label([line], size, width, context, insets=PADDING)


def _advice(
    tree: DecisionTree,
    branch: Branch,
    size: float,
    width: float,
    context: LayoutContext,
    *,
    note: bool = True,
    color: Color | None = None,
) -> TextBody:
    label = branch.label or " / ".join(tree.outcomes[name].label for name in branch.to)
    text = color or context.theme.role.text
    lines = [LabelLine(label, bold=True, color=text)]
    if branch.note and note:
        lines.append(LabelLine(branch.note, color=text))
    return set_label(lines, size, width, context, align="left", insets=PADDING)


def _remark(
    tree: DecisionTree, size: float, question: float, width: float, context: LayoutContext
) -> TextBody:
    """The default's note, in what its own column leaves of the width."""
    line = LabelLine(tree.default.note, color=context.theme.role.text)
    return set_label([line], size, width - question, context, align="left", insets=PADDING)


def _draw(tree: DecisionTree, plan: Plan, placement: Placement, context: LayoutContext) -> list[Item]:
    theme, boxes = context.theme, placement.boxes
    line = Stroke(context.tone.muted, theme.shape.connector)
    items: list[Item] = []

    def end(name: str) -> End:
        return End(boxes[name], f"{tree.id}/{name}")

    dark = theme.role.primary if context.tone.ground.hex == theme.role.dark.hex else theme.role.dark
    start = boxes["start"]
    body = set_label(
        [LabelLine(tree.start, bold=True, color=theme.text_on(dark))],
        plan.size,
        start.width,
        context,
        insets=PADDING,
    )
    items.append(
        Shape(start, rounded(start.size, start.height / 2), dark, None, body, tree.start, end("start").key)
    )
    items += _legend(tree, plan, start, placement.size.width, context)
    before = "start"
    for number, decision in enumerate(tree.decisions):
        name, side = f"question {number}", f"outcome {number}"
        rect = boxes[name]
        body = _question(decision.question, plan.size, rect.width, context)
        stroke = Stroke(theme.role.heading, theme.shape.stroke)
        shape = rounded(rect.size, theme.shape.radius)
        fill = theme.role.background
        items.append(Shape(rect, shape, fill, stroke, body, decision.question, end(name).key))
        items.append(connect(end(before), end(name), line, sides=("bottom", "top")))
        items += _outcome(tree, decision.branch, boxes[side], end(side).key, plan, context)
        across = connect(end(name), end(side), line, sides=("right", "left"))
        items.append(across)
        yes, no = (tree.yes_word, tree.no_word) if decision.yes else (tree.no_word, tree.yes_word)
        items.append(_answer(yes, across, plan, context))
        before = name
        after = f"question {number + 1}" if number + 1 < len(tree.decisions) else "default"
        down = connect(end(name), end(after), line, sides=("bottom", "top"))
        items.append(_answer(no, down, plan, context))
    items.append(connect(end(before), end("default"), line, sides=("bottom", "top")))
    items += _default(tree, boxes["default"], end("default").key, plan, placement.size.width, context)
    return items


def _answer(word: str, way: Connector, plan: Plan, context: LayoutContext) -> Text:
    """An answer beside its line: above a level one, right of an upright one."""
    line = [LabelLine(word, bold=True, color=context.tone.heading)]
    size = label_size(line, plan.size, context, 200.0)
    rect = way.rect
    if rect.width > rect.height:
        place = Rect(rect.center.x - size.width / 2 - 3.0, rect.top - size.height, size.width, size.height)
    else:
        place = Rect(rect.left + 2 * ANSWER_GAP, rect.center.y - size.height / 2, size.width, size.height)
    return Text(place, set_label(line, plan.size, place.width, context), word)


def _colors(tree: DecisionTree, context: LayoutContext) -> dict[str, Color]:
    series = context.theme.series
    return {
        name: context.theme.palette[outcome.color] if outcome.color else series[index % len(series)].fill
        for index, (name, outcome) in enumerate(tree.outcomes.items())
    }


def _outcome(
    tree: DecisionTree, branch: Branch, rect: Rect, key: str, plan: Plan, context: LayoutContext
) -> list[Item]:
    """A card whose left part shows the icons of the outcomes on their colours."""
    theme, tabs = context.theme, _tabs(tree)
    advice = _advice(tree, branch, plan.size, rect.width - tabs, context)
    body = _moved(advice, tabs)
    tint = theme.hue(_colors(tree, context)[branch.to[0]]).tint
    shape = rounded(rect.size, theme.shape.radius)
    name = branch.label or branch.to[0]
    items: list[Item] = [Shape(rect, shape, tint, None, body, name, key)]
    items += _fields(tree, branch, Rect(rect.left, rect.top, tabs, rect.height), context)
    return items


def _moved(body: TextBody, left: float) -> TextBody:
    """The text moved right by `left` points inside its shape."""
    insets = body.insets
    return TextBody(
        body.paragraphs,
        Insets(insets.top, insets.right, insets.bottom, insets.left + left),
        body.anchor,
        body.wrap,
    )


def _fields(tree: DecisionTree, branch: Branch, area: Rect, context: LayoutContext) -> list[Item]:
    colors = _colors(tree, context)
    width = area.width / len(branch.to)
    items: list[Item] = []
    for index, name in enumerate(branch.to):
        rect = Rect(area.left + index * width, area.top, width, area.height)
        outline = left_rounded(rect.size, context.theme.shape.radius if index == 0 else 0.0)
        label = tree.outcomes[name].label
        items.append(Shape(rect, outline, colors[name], name=label, decorative=True))
        items += _symbol(tree.outcomes[name].icon, rect, colors[name], context)
    return items


def _symbol(name: str, rect: Rect, ground: Color, context: LayoutContext) -> list[Item]:
    """An icon in the middle of a field; two joined by `+` one above the other, as fields are narrow."""
    parts = name.split("+")
    side = min(24.0, (rect.height - 8.0) / len(parts), rect.width - 12.0)
    top = rect.center.y - side * len(parts) / 2
    color = context.theme.text_on(ground)
    return [
        icon(part, Rect(rect.center.x - side / 2, top + index * side, side, side), color)
        for index, part in enumerate(parts)
    ]


def _default(
    tree: DecisionTree, rect: Rect, key: str, plan: Plan, right: float, context: LayoutContext
) -> list[Item]:
    """The last way out: a solid field below the questions, and its note beside it."""
    theme, branch = context.theme, tree.default
    color = _colors(tree, context)[branch.to[0]]
    text = theme.text_on(color)
    items: list[Item] = []
    if branch.note:
        bar = Rect.from_edges(rect.left, rect.top, right, rect.bottom)
        note = _remark(tree, plan.size, rect.width, bar.width, context)
        tint = theme.hue(color).tint
        shape = rounded(bar.size, theme.shape.radius)
        items.append(Shape(bar, shape, tint, None, _moved(note, rect.width), "Default"))
    body = _advice(tree, branch, plan.size, rect.width - TAB, context, note=False, color=text)
    shape = rounded(rect.size, theme.shape.radius)
    items.append(Shape(rect, shape, color, None, _moved(body, TAB), branch.label or branch.to[0], key))
    items += _symbol(
        tree.outcomes[branch.to[0]].icon, Rect(rect.left, rect.top, TAB, rect.height), color, context
    )
    return items


def _legend(tree: DecisionTree, plan: Plan, start: Rect, right: float, context: LayoutContext) -> list[Item]:
    """The outcomes' names with their icons, beside the start."""
    colors = _colors(tree, context)
    side = min(22.0, start.height)
    labels = {name: [LabelLine(o.label, bold=True)] for name, o in tree.outcomes.items()}
    widths = {name: label_size(line, plan.size, context, 300.0).width for name, line in labels.items()}
    gap = 14.0
    total = sum(side + 6.0 + width for width in widths.values()) + gap * (len(widths) - 1)
    if total > right - start.right - gap:
        return []
    left = right - total
    items: list[Item] = []
    for name, outcome in tree.outcomes.items():
        rect = Rect(left, start.center.y - side / 2, side, side)
        items.append(Shape(rect, rounded(rect.size, 5.0), colors[name], name=outcome.label, decorative=True))
        parts = outcome.icon.split("+")
        small = (side - 6.0) / len(parts)
        for index, part in enumerate(parts):
            top = rect.center.y - small * len(parts) / 2 + index * small
            place = Rect(rect.center.x - small / 2, top, small, small)
            items.append(icon(part, place, context.theme.text_on(colors[name])))
        text = Rect(rect.right + 6.0, start.top, widths[name] + 1.0, start.height)
        items.append(
            Text(text, set_label(labels[name], plan.size, text.width, context, align="left"), outcome.label)
        )
        left = text.right + gap - 1.0
    return items


def left_rounded(size: Size, radius: float) -> Path:
    """A rectangle with its left corners rounded: the field at the left of a rounded card."""
    w, h, r = size.width, size.height, radius
    k = r * (1 - ARC)
    return Path(
        size,
        (
            ("M", w, 0.0),
            ("L", w, h),
            ("L", r, h),
            ("C", k, h, 0.0, h - k, 0.0, h - r),
            ("L", 0.0, r),
            ("C", 0.0, k, k, 0.0, r, 0.0),
            ("Z",),
        ),
    )
