"""A decision tree drawn: questions, answers beside their lines, outcomes with their icons on colour."""

from __future__ import annotations

from dataclasses import replace

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Connector, Frame, Item, Rounded, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.decision_tree.measures import (
    PADDING,
    TAB,
    advice_body,
    question_body,
    remark_body,
    tabs_width,
)
from deckbuild.graphics.decision_tree.model import Branch, DecisionTreeSpec
from deckbuild.graphics.decision_tree.plan import Plan, best_plan, solved
from deckbuild.graphics.shared.card import leading, solid
from deckbuild.graphics.shared.connect import End, connect
from deckbuild.graphics.shared.icons import icon, icon_width
from deckbuild.graphics.shared.marks import end_cap
from deckbuild.graphics.shared.placement import Placement, stretched
from deckbuild.layout.label import LabelLine, label_size, set_label

ANSWER_GAP = 3.0  # points between a line and its answer
CHIP = 22.0  # height of an outcome's colour in the legend
CHIP_GAP = 6.0
LEGEND_GAP = 14.0


def lay_out_tree(tree: DecisionTreeSpec, region: Size, context: LayoutContext) -> Frame:
    """The tree at the largest label size that fits."""
    plan = best_plan(tree, region, context)
    placement = stretched(solved(tree, plan), region)
    needed = Size(placement.size.width + max(plan.lacks, 0.0), placement.size.height)
    return Frame(needed, tuple(_drawn(tree, plan, placement, context)))


def _drawn(tree: DecisionTreeSpec, plan: Plan, placement: Placement, context: LayoutContext) -> list[Item]:
    theme, boxes = context.theme, placement.boxes
    line = Stroke(context.tone.muted, theme.shape.connector)
    items: list[Item] = []

    def end(name: str) -> End:
        return End(boxes[name], f"{tree.id}/{name}")

    dark = leading(context)
    start = boxes["start"]
    body = set_label(
        [LabelLine(tree.start, bold=True, color=theme.text_on(dark))],
        plan.size,
        start.width,
        context,
        insets=PADDING,
    )
    items.append(
        Shape(
            start,
            Rounded(start.height / 2),
            dark,
            None,
            body,
            plain_text(tree.start),
            end("start").key,
        )
    )
    items += _legend(tree, plan, start, placement.size.width, context)
    before = "start"
    for number, decision in enumerate(tree.decisions):
        name, side = f"question {number}", f"outcome {number}"
        rect = boxes[name]
        body = question_body(decision.question, plan.size, rect.width, context)
        stroke = Stroke(theme.role.heading, theme.shape.stroke)
        shape = Rounded(theme.shape.radius)
        fill = theme.role.background
        items.append(Shape(rect, shape, fill, stroke, body, plain_text(decision.question), end(name).key))
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
    return Text(place, set_label(line, plan.size, place.width, context), plain_text(word))


def _colors(tree: DecisionTreeSpec, context: LayoutContext) -> dict[str, Color]:
    """The outcomes' own colours, by id."""
    series = context.theme.series
    return {
        name: context.theme.palette[outcome.color] if outcome.color else series[index % len(series)].fill
        for index, (name, outcome) in enumerate(tree.outcomes.items())
    }


def _fills(tree: DecisionTreeSpec, context: LayoutContext) -> dict[str, Color]:
    """The same as solid fills that the page's ground doesn't swallow."""
    return {name: solid(color, context) for name, color in _colors(tree, context).items()}


def _outcome(
    tree: DecisionTreeSpec, branch: Branch, rect: Rect, key: str, plan: Plan, context: LayoutContext
) -> list[Item]:
    """A card whose left part shows the icons of the outcomes on their colours."""
    theme, tabs = context.theme, tabs_width(tree)
    advice = advice_body(tree, branch, plan.size, rect.width - tabs, context)
    body = _moved(advice, tabs)
    tint = theme.hue(_colors(tree, context)[branch.to[0]]).tint
    shape = Rounded(theme.shape.radius)
    name = plain_text(branch.label or branch.to[0])
    items: list[Item] = [Shape(rect, shape, tint, None, body, name, key)]
    items += _fields(tree, branch, Rect(rect.left, rect.top, tabs, rect.height), context)
    return items


def _moved(body: TextBody, left: float) -> TextBody:
    """The text moved right by `left` points inside its shape."""
    return replace(body, insets=replace(body.insets, left=body.insets.left + left))


def _fields(tree: DecisionTreeSpec, branch: Branch, area: Rect, context: LayoutContext) -> list[Item]:
    colors = _fills(tree, context)
    width = area.width / len(branch.to)
    items: list[Item] = []
    for index, name in enumerate(branch.to):
        rect = Rect(area.left + index * width, area.top, width, area.height)
        outline = end_cap(rect.size, context.theme.shape.radius if index == 0 else 0.0)
        label = plain_text(tree.outcomes[name].label)
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
        icon(part, Rect(rect.center.x - side / 2, top + index * side, side, side), color, context)
        for index, part in enumerate(parts)
    ]


def _default(
    tree: DecisionTreeSpec, rect: Rect, key: str, plan: Plan, right: float, context: LayoutContext
) -> list[Item]:
    """The last way out: a solid field below the questions, and its note beside it."""
    theme, branch = context.theme, tree.default
    color = _fills(tree, context)[branch.to[0]]
    text = theme.text_on(color)
    items: list[Item] = []
    if branch.note:
        bar = Rect.from_edges(rect.left, rect.top, right, rect.bottom)
        note = remark_body(tree, plan.size, rect.width, bar.width, context)
        tint = theme.hue(_colors(tree, context)[branch.to[0]]).tint
        shape = Rounded(theme.shape.radius)
        items.append(Shape(bar, shape, tint, None, _moved(note, rect.width), "Default"))
    body = advice_body(tree, branch, plan.size, rect.width - TAB, context, note=False, color=text)
    shape = Rounded(theme.shape.radius)
    items.append(
        Shape(rect, shape, color, None, _moved(body, TAB), plain_text(branch.label or branch.to[0]), key)
    )
    items += _symbol(
        tree.outcomes[branch.to[0]].icon, Rect(rect.left, rect.top, TAB, rect.height), color, context
    )
    return items


def _legend(
    tree: DecisionTreeSpec, plan: Plan, start: Rect, right: float, context: LayoutContext
) -> list[Item]:
    """The outcomes' names with their icons, beside the start."""
    colors = _fills(tree, context)
    side = min(CHIP, start.height)
    widths = {
        name: label_size([LabelLine(outcome.label, bold=True)], plan.size, context, 300.0).width + 1.0
        for name, outcome in tree.outcomes.items()
    }
    chips = {name: icon_width(o.icon, side - 6.0) + 6.0 for name, o in tree.outcomes.items()}
    total = (
        sum(widths.values()) + sum(chips.values()) + CHIP_GAP * len(widths) + LEGEND_GAP * (len(widths) - 1)
    )
    if total > right - start.right - LEGEND_GAP:
        return []
    left = right - total
    items: list[Item] = []
    for name, outcome in tree.outcomes.items():
        rect = Rect(left, start.center.y - side / 2, chips[name], side)
        label = plain_text(outcome.label)
        items.append(Shape(rect, Rounded(5.0), colors[name], name=label, decorative=True))
        items.append(
            icon(outcome.icon, rect.inset(Insets.all(3.0)), context.theme.text_on(colors[name]), context)
        )
        place = Rect(rect.right + CHIP_GAP, start.top, widths[name], start.height)
        line = LabelLine(outcome.label, bold=True)
        items.append(Text(place, set_label([line], plan.size, place.width, context, align="left"), label))
        left = place.right + LEGEND_GAP
    return items
