"""A decision tree drawn: questions in a column, answers beside their lines, outcomes with their icons on
colour."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise, product

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.diagrams.placement import Placement, spread_over
from deckbuild.document import Align, Color, Connector, Frame, Rounded, Shape, Stroke, TextBody, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.decision_tree.model import Branch, DecisionTreeSpec, Outcome
from deckbuild.graphics.shared.card import leading, solid
from deckbuild.layout.boxes import Box, Drawn, Painter, Setting, aligned, behind, over, pad, row, space, text
from deckbuild.layout.icons import icon, icon_box
from deckbuild.layout.label import STEP, LabelParagraph
from deckbuild.layout.marks import end_cap
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

    def needs(boxes: Iterable[Box], width: float) -> Size:
        """What the neediest of the boxes takes; its width beyond `width`."""
        sizes = [each.takes(Size(width, 0.0)) for each in boxes]
        return Size(max(size.width for size in sizes) - width, max(size.height for size in sizes))

    def placed(*heights: int) -> Placement:
        size = Size(wide + gap + beside, sum(heights) + down * (len(heights) - 1))
        columns = Rect.of_size(size).columns((wide, gap, beside))
        left, _, right = (column.rows(heights, down) for column in columns)
        spine = zip(("start", *questions, "default"), left, strict=True)
        return Placement(size, dict((*spine, *zip(outcomes, right[1:], strict=False))))

    head, foot = needs([start], wide), needs([default], region.width)
    asked, advised = needs(questions.values(), wide), needs(outcomes.values(), beside)
    down = round(max(answer.height for answer in answers) - 1.0)  # a line's box has more air than its letters
    top, high = math.ceil(head.height), math.ceil(max(asked.height, advised.height))
    low = math.ceil(max(head.height, foot.height))
    placement = placed(top, *[high for _ in count], low)
    spare = region.height - placement.size.height
    if spare >= 0:
        more = spare / (len(count) + 2) * 0.6
        grown = math.floor(min(high * (1 + MOST_GROWTH), high + more))
        placement = placed(top, *[grown for _ in count], math.floor(low + more))
    lacks = max(0.0, *(each.width for each in (head, asked, advised, foot)))
    boxes = {"start": start, **questions, **outcomes, "default": default}
    return Tree(setting, boxes, placement, lacks)


def _drawn(spec: DecisionTreeSpec, tree: Tree, placement: Placement) -> Iterator[Drawn]:
    setting, right = tree.setting, placement.size.width
    line = Stroke(setting.tone.muted, setting.theme.shape.connector)
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
    line = LabelParagraph(word, bold=True, color=setting.tone.heading)
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
    dark, name = leading(setting.context), plain_text(spec.start)

    def draw(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        yield Shape(rect, Rounded(rect.height / 2), dark, None, body, name, _key(spec, "start"))

    line = LabelParagraph(spec.start, bold=True, color=setting.theme.text_on(dark))
    return text([line], setting, align="center", anchor="middle", insets=PADDING, draw=draw)


def _question(spec: DecisionTreeSpec, number: int, setting: Setting) -> Box:
    question, role = spec.decisions[number].question, setting.theme.role
    stroke, key = Stroke(role.heading, setting.theme.shape.stroke), _key(spec, f"question {number}")
    ground = _panel(role.background, plain_text(question), setting, key, stroke)
    return _words([LabelParagraph(question, bold=True, color=role.text)], setting, ground, align="center")


def _outcome(spec: DecisionTreeSpec, number: int, setting: Setting) -> Box:
    """A panel whose left part shows the icons of the outcomes on their colours, as wide on all panels."""
    branch, theme = spec.decisions[number].branch, setting.theme
    tabs = TAB * max(len(decision.branch.to) for decision in spec.decisions)
    wide = tabs / len(branch.to)

    def fields(rect: Rect) -> Iterator[Drawn]:
        for index, name in enumerate(branch.to):
            place = replace(rect, left=rect.left + index * wide, width=wide)
            outline = end_cap(place.size, theme.shape.radius if index == 0 else 0.0)
            fill, label = _fill(spec, name, setting), plain_text(spec.outcomes[name].label)
            yield Shape(place, outline, fill, name=label, decorative=True)
            yield from _symbol(spec.outcomes[name].icon, place, theme.text_on(fill), setting.context)

    ground = _panel(_tint(spec, branch, setting), _name(branch), setting, _key(spec, f"outcome {number}"))
    lines = [_advice(spec, branch, theme.role.text), *_note(branch, setting)]
    return _words(lines, setting, ground, left=tabs, symbols=fields)


def _default(spec: DecisionTreeSpec, wide: float, setting: Setting) -> Box:
    """The last way out: a solid field `wide` points wide, its note beside it on the rest of a pale bar."""
    branch, fill = spec.default, _fill(spec, spec.default.to[0], setting)
    color, icons = setting.theme.text_on(fill), spec.outcomes[branch.to[0]].icon

    def symbol(rect: Rect) -> Iterator[Drawn]:
        return _symbol(icons, replace(rect, width=TAB), color, setting.context)

    ground = _panel(fill, _name(branch), setting, _key(spec, "default"))
    field = _words([_advice(spec, branch, color)], setting, ground, left=TAB, symbols=symbol)
    front = row([field, space()], (wide, "share"))
    if not branch.note:
        return front
    bar = _panel(_tint(spec, branch, setting), "Default", setting)
    return over(_words(_note(branch, setting), setting, bar, left=wide), front)


def _panel(fill: Color, name: str, setting: Setting, key: str = "", stroke: Stroke | None = None) -> Shape:
    """A panel for words, whose place is still to be found."""
    nowhere = Rect(0.0, 0.0, 0.0, 0.0)
    return panel(nowhere, setting.context, fill=fill, stroke=stroke, name=name, key=key, decorative=False)


def _words(
    lines: Sequence[LabelParagraph],
    setting: Setting,
    ground: Shape,
    *,
    align: Align = "left",
    left: float = 0.0,
    symbols: Painter = lambda _: (),
) -> Box:
    """Words on a panel beside its `left` points, and what else is painted on it."""
    insets = replace(PADDING, left=PADDING.left + left)

    def draw(rect: Rect, body: TextBody) -> Iterator[Drawn]:
        yield replace(ground, rect=rect, body=body)
        yield from symbols(rect)

    return text(lines, setting, align=align, anchor="middle", insets=insets, draw=draw)


def _advice(spec: DecisionTreeSpec, branch: Branch, color: Color) -> LabelParagraph:
    label = branch.label or " / ".join(spec.outcomes[name].label for name in branch.to)
    return LabelParagraph(label, bold=True, color=color)


def _note(branch: Branch, setting: Setting) -> list[LabelParagraph]:
    return [LabelParagraph(branch.note, color=setting.theme.role.text)] if branch.note else []


def _name(branch: Branch) -> str:
    return plain_text(branch.label or branch.to[0])


def _color(spec: DecisionTreeSpec, name: str, setting: Setting) -> Color:
    """An outcome's own colour, by default that of the series."""
    outcome, series = spec.outcomes[name], setting.theme.series
    if outcome.color:
        return setting.theme.palette[outcome.color]
    return series[list(spec.outcomes).index(name) % len(series)].fill


def _fill(spec: DecisionTreeSpec, name: str, setting: Setting) -> Color:
    """The same as a solid fill that the page's ground doesn't swallow."""
    return solid(_color(spec, name, setting), setting.context)


def _tint(spec: DecisionTreeSpec, branch: Branch, setting: Setting) -> Color:
    return setting.theme.hue(_color(spec, branch.to[0], setting)).tint


def _symbol(name: str, rect: Rect, color: Color, context: LayoutContext) -> Iterator[Drawn]:
    """An icon in the middle of a field; two joined by `+` one above the other, as fields are narrow."""
    parts = name.split("+")
    side = min(ICON, (rect.height - 8.0) / len(parts), rect.width - 12.0)
    places = rect.placed(Size(side, side * len(parts))).rows([side] * len(parts))
    for part, place in zip(parts, places, strict=True):
        yield icon(part, place, color, context)


def _legend(spec: DecisionTreeSpec, start: Rect, right: float, setting: Setting) -> Iterator[Drawn]:
    """The outcomes' names with their icons, beside the start, if there is room."""
    cells = []
    for name, outcome in spec.outcomes.items():
        fill = _fill(spec, name, setting)
        side, color = min(CHIP, start.height) - 6.0, setting.theme.text_on(fill)
        symbol = pad(icon_box(outcome.icon, side, color, setting.context), Insets.all(3.0))
        chip = aligned(behind(symbol, partial(_ground, fill, outcome)))
        words = text([LabelParagraph(outcome.label, bold=True)], setting, anchor="middle")
        cells.append(row([chip, words], ("fit", words.takes(LEGEND_WORDS).width + 1.0), gap=CHIP_GAP))
    legend = row(cells, ["fit"] * len(cells), gap=LEGEND_GAP)
    total = legend.natural.width
    if total <= right - start.right - LEGEND_GAP:
        yield from legend.draw(Rect(right - total, start.top, total, start.height))


def _ground(fill: Color, outcome: Outcome, rect: Rect) -> tuple[Shape]:
    return (Shape(rect, Rounded(5.0), fill, name=plain_text(outcome.label), decorative=True),)
