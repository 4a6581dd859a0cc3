"""A decision tree drawn: questions in a column, answers beside their lines, outcomes with their icons on
colour."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise, product

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Connector, Frame, Rounded, Shape, Stroke, TextBody, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.decision_tree.model import Branch, DecisionTreeSpec
from deckbuild.graphics.shared.card import leading, solid
from deckbuild.graphics.shared.connect import End, connect
from deckbuild.graphics.shared.icons import icon, icon_box
from deckbuild.graphics.shared.marks import end_cap
from deckbuild.graphics.shared.placement import Placement, spread_over
from deckbuild.layout.boxes import Box, Drawn, Setting, aligned, behind, over, pad, row, space, text
from deckbuild.layout.label import STEP, LabelLine
from deckbuild.layout.shapes import panel
from deckbuild.text.fitting import sizes_between

PADDING = Insets.symmetric(10.0, 4.0)
TAB = 42.0  # width of the coloured field that holds an outcome's icon
ICON = 24.0  # at most
ARROW = 14.0  # points of line beyond an answer, so that the arrow's head stays clear of it
ANSWER = Size(200.0, 0.0)  # what an answer may take beside its line
ANSWER_GAP = 6.0  # points between an upright line and its answer
SHARES = (0.46, 0.43, 0.40, 0.37, 0.34, 0.31)  # of the width: what questions may take
MOST_GROWTH = 0.35  # share of its height by which a row may grow to fill the region
CHIP = 22.0  # height of an outcome's colour in the legend
CHIP_GAP = 6.0
LEGEND_GAP = 14.0
LEGEND_WORDS = Size(300.0, 0.0)  # what an outcome's name may take in the legend


@dataclass(frozen=True, slots=True)
class Tree:
    """Boxes and their places by name, at one size of text. `lacks` are the points of width missing for the
    longest word."""

    setting: Setting
    boxes: Mapping[str, Box]
    placement: Placement
    lacks: float

    def fits(self, region: Size) -> bool:
        return self.lacks <= 0.01 and self.placement.size.height <= region.height

    def merit(self, region: Size) -> tuple[bool, float, float]:
        """What makes one tree better than another: it fits, lacks less, has lower rows."""
        return self.fits(region), -self.lacks, -self.placement.boxes["question 0"].height


def lay_out_tree(spec: DecisionTreeSpec, region: Size, context: LayoutContext) -> Frame:
    """The tree at the largest label size that fits, spread over the region."""
    role = context.theme.type.label
    tried: list[Tree] = []
    for size, share in product(sizes_between(role.min, role.max, STEP), SHARES):
        tried.append(_tree(spec, share, region, Setting(size, context)))
        if tried[-1].fits(region):
            break
    best = max(tried, key=lambda tree: tree.merit(region))
    placement = spread_over(best.placement, region)
    needed = Size(placement.size.width + best.lacks, placement.size.height)
    return composed(needed, _drawn(spec, best, placement))


def _tree(spec: DecisionTreeSpec, share: float, region: Size, setting: Setting) -> Tree:
    """The tree where questions have this share of the width, with rows that fill the region in part."""
    answers = [_answer(word, setting).takes(ANSWER) for word in (spec.yes_word, spec.no_word)]
    gap = max(answer.width for answer in answers) + 2 * ARROW
    wide = math.floor((region.width - gap) * share)
    beside = math.floor(region.width - gap - wide)
    start, default = _start(spec, setting), _default(spec, wide, setting)
    count = range(len(spec.decisions))
    questions = {f"question {number}": _question(spec, number, setting) for number in count}
    outcomes = {f"outcome {number}": _outcome(spec, number, setting) for number in count}

    head = start.takes(Size(wide, 0.0))
    foot = default.takes(Size(region.width, 0.0))
    asked = [each.takes(Size(wide, 0.0)) for each in questions.values()]
    advised = [each.takes(Size(beside, 0.0)) for each in outcomes.values()]
    down = round(max(answer.height for answer in answers) - 1.0)  # a line's box has more air than its letters

    def placed(head: int, row: int, foot: int) -> Placement:
        heights = (head, *[row] * len(questions), foot)
        size = Size(wide + gap + beside, sum(heights) + down * (len(heights) - 1))
        left, _, right = (
            each.rows(heights, down) for each in Rect.of_size(size).columns((wide, gap, beside))
        )
        spine = zip(("start", *questions, "default"), left, strict=True)
        return Placement(size, dict((*spine, *zip(outcomes, right[1:], strict=False))))

    top = math.ceil(head.height)
    high = math.ceil(max(need.height for need in (*asked, *advised)))
    low = math.ceil(max(head.height, foot.height))
    placement = placed(top, high, low)
    spare = region.height - placement.size.height
    if spare >= 0:
        more = spare / (len(questions) + 2) * 0.6
        high = math.floor(min(high * (1 + MOST_GROWTH), high + more))
        placement = placed(top, high, math.floor(low + more))
    lacks = max(
        *(need.width - wide for need in (head, *asked)),
        *(need.width - beside for need in advised),
        foot.width - region.width,
    )
    boxes = {"start": start, **questions, **outcomes, "default": default}
    return Tree(setting, boxes, placement, max(0.0, lacks))


def _drawn(spec: DecisionTreeSpec, tree: Tree, placement: Placement) -> Iterator[Drawn]:
    setting, right = tree.setting, placement.size.width
    line = Stroke(setting.context.tone.muted, setting.context.theme.shape.connector)
    ends = {name: End(rect, _key(spec, name)) for name, rect in placement.boxes.items()}
    spine = [name for name in ends if not name.startswith("outcome")]
    down = [connect(ends[a], ends[b], line, sides=("bottom", "top")) for a, b in pairwise(spine)]
    start, last = ends["start"].rect, ends["default"].rect
    yield from tree.boxes["start"].draw(start)
    yield from _legend(spec, start, right, setting)
    for number, decision in enumerate(spec.decisions):
        name, side = f"question {number}", f"outcome {number}"
        yes, no = (spec.yes_word, spec.no_word) if decision.yes else (spec.no_word, spec.yes_word)
        across = connect(ends[name], ends[side], line, sides=("right", "left"))
        yield from tree.boxes[name].draw(ends[name].rect)
        yield down[number]
        yield from tree.boxes[side].draw(ends[side].rect)
        yield across
        yield from _beside(_answer(yes, setting), across)
        yield from _beside(_answer(no, setting), down[number + 1])
    yield down[-1]
    yield from tree.boxes["default"].draw(replace(last, width=right - last.left))


def _key(spec: DecisionTreeSpec, name: str) -> str:
    return f"{spec.id}/{name}"


def _answer(word: str, setting: Setting) -> Box:
    line = LabelLine(word, bold=True, color=setting.context.tone.heading)
    return text([line], setting, align="center", anchor="middle")


def _beside(answer: Box, way: Connector) -> Iterator[Drawn]:
    """An answer by its line: above a level one, right of an upright one."""
    size, line = answer.takes(ANSWER), way.rect
    if line.width > line.height:
        place = line.placed(size, vertical=0.0).moved(-ANSWER_GAP / 2, -size.height)
    else:
        place = line.placed(size, horizontal=0.0).moved(ANSWER_GAP, 0.0)
    yield from answer.draw(place)


def _start(spec: DecisionTreeSpec, setting: Setting) -> Box:
    dark = leading(setting.context)

    def draw(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        outline, name = Rounded(rect.height / 2), plain_text(spec.start)
        yield Shape(rect, outline, dark, None, body, name, _key(spec, "start"))

    line = LabelLine(spec.start, bold=True, color=setting.context.theme.text_on(dark))
    return text([line], setting, align="center", anchor="middle", insets=PADDING, draw=draw)


def _question(spec: DecisionTreeSpec, number: int, setting: Setting) -> Box:
    context, role = setting.context, setting.context.theme.role
    question = spec.decisions[number].question
    stroke = Stroke(role.heading, context.theme.shape.stroke)

    def draw(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        name, key = plain_text(question), _key(spec, f"question {number}")
        yield panel(rect, context, fill=role.background, stroke=stroke, body=body, name=name, key=key)

    line = LabelLine(question, bold=True, color=role.text)
    return text([line], setting, align="center", anchor="middle", insets=PADDING, draw=draw)


def _outcome(spec: DecisionTreeSpec, number: int, setting: Setting) -> Box:
    """A card whose left part shows the icons of the outcomes on their colours, as wide on all cards."""
    context, theme = setting.context, setting.context.theme
    branch = spec.decisions[number].branch
    tabs = TAB * max(len(decision.branch.to) for decision in spec.decisions)

    def draw(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        key = _key(spec, f"outcome {number}")
        yield panel(rect, context, fill=_tint(spec, branch, context), body=body, name=_name(branch), key=key)
        fields = rect.columns([tabs / len(branch.to)] * len(branch.to))
        for index, (name, field) in enumerate(zip(branch.to, fields, strict=True)):
            place = replace(field, width=tabs / len(branch.to))
            fill = solid(_color(spec, name, context), context)
            outline = end_cap(place.size, theme.shape.radius if index == 0 else 0.0)
            label = plain_text(spec.outcomes[name].label)
            yield Shape(place, outline, fill, name=label, decorative=True)
            yield from _symbol(spec.outcomes[name].icon, place, fill, context)

    lines = [
        LabelLine(line, bold=n == 0, color=theme.role.text) for n, line in enumerate(_advice(spec, branch))
    ]
    insets = replace(PADDING, left=PADDING.left + tabs)
    return text(lines, setting, anchor="middle", insets=insets, draw=draw)


def _default(spec: DecisionTreeSpec, wide: float, setting: Setting) -> Box:
    """The last way out: a solid field `wide` points wide, its note beside it on the rest of a pale bar."""
    context, branch = setting.context, spec.default
    name, fill = branch.to[0], solid(_color(spec, branch.to[0], context), context)

    def field(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        yield panel(rect, context, fill=fill, body=body, name=_name(branch), key=_key(spec, "default"))
        yield from _symbol(spec.outcomes[name].icon, replace(rect, width=TAB), fill, context)

    def bar(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        yield panel(rect, context, fill=_tint(spec, branch, context), body=body, name="Default")

    def words(line: LabelLine, left: float, draw: Callable[[Rect, TextBody], Iterator[Drawn]]) -> Box:
        insets = replace(PADDING, left=PADDING.left + left)
        return text([line], setting, anchor="middle", insets=insets, draw=draw)

    advice = LabelLine(_advice(spec, branch)[0], bold=True, color=context.theme.text_on(fill))
    front = row([words(advice, TAB, field), space()], (wide, "share"))
    if not branch.note:
        return front
    return over(words(LabelLine(branch.note, color=context.theme.role.text), wide, bar), front)


def _advice(spec: DecisionTreeSpec, branch: Branch) -> list[str]:
    """The lines of a branch: the advice, by default the outcomes' names, and the factor that decides."""
    label = branch.label or " / ".join(spec.outcomes[name].label for name in branch.to)
    return [label, branch.note] if branch.note else [label]


def _name(branch: Branch) -> str:
    return plain_text(branch.label or branch.to[0])


def _color(spec: DecisionTreeSpec, name: str, context: LayoutContext) -> Color:
    """An outcome's own colour, by default that of the series."""
    outcome, series = spec.outcomes[name], context.theme.series
    if outcome.color:
        return context.theme.palette[outcome.color]
    return series[list(spec.outcomes).index(name) % len(series)].fill


def _tint(spec: DecisionTreeSpec, branch: Branch, context: LayoutContext) -> Color:
    return context.theme.hue(_color(spec, branch.to[0], context)).tint


def _symbol(name: str, rect: Rect, ground: Color, context: LayoutContext) -> Iterator[Drawn]:
    """An icon in the middle of a field; two joined by `+` one above the other, as fields are narrow."""
    parts = name.split("+")
    side = min(ICON, (rect.height - 8.0) / len(parts), rect.width - 12.0)
    places = rect.placed(Size(side, side * len(parts))).rows([side] * len(parts))
    for part, place in zip(parts, places, strict=True):
        yield icon(part, place, context.theme.text_on(ground), context)


def _legend(spec: DecisionTreeSpec, start: Rect, right: float, setting: Setting) -> Iterator[Drawn]:
    """The outcomes' names with their icons, beside the start, if there is room."""
    context = setting.context
    cells = []
    for name, outcome in spec.outcomes.items():
        fill = solid(_color(spec, name, context), context)
        symbol = icon_box(outcome.icon, min(CHIP, start.height) - 6.0, context.theme.text_on(fill), context)
        label = plain_text(outcome.label)

        def ground(rect: Rect, fill: Color = fill, label: str = label) -> Iterator[Drawn]:
            yield Shape(rect, Rounded(5.0), fill, name=label, decorative=True)

        line = LabelLine(outcome.label, bold=True)
        words = text([line], setting, anchor="middle")
        chip = aligned(behind(pad(symbol, Insets.all(3.0)), ground))
        cells.append(row([chip, words], ("fit", words.takes(LEGEND_WORDS).width + 1.0), gap=CHIP_GAP))
    legend = row(cells, ["fit"] * len(cells), gap=LEGEND_GAP)
    total = legend.natural.width
    if total <= right - start.right - LEGEND_GAP:
        yield from legend.draw(Rect(right - total, start.top, total, start.height))
