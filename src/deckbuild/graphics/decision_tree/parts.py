"""What a decision tree is made of, as boxes: questions, outcomes with their icons on colour, the legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.document import Color, Rounded, Shape, Stroke
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.decision_tree.model import Branch, DecisionTreeSpec, Outcome
from deckbuild.graphics.shared.card import leading, solid
from deckbuild.graphics.shared.colors import series_colors
from deckbuild.layout.boxes import Box, Drawn, Setting, aligned, behind, over, pad, row, space, text
from deckbuild.layout.icons import icon, icon_box
from deckbuild.layout.label import LabelParagraph
from deckbuild.layout.marks import end_cap
from deckbuild.layout.shapes import ROUND_ENDS, panel, words_on

PADDING = Insets.symmetric(10.0, 4.0)
TAB = 42.0  # width of the coloured field that holds an outcome's icon
ICON = 24.0  # at most
CHIP = 22.0  # height of an outcome's colour in the legend
CHIP_GAP = 6.0
LEGEND_GAP = 14.0
LEGEND_WORDS = Size(300.0, 0.0)  # what an outcome's name may take in the legend


def boxes_of(spec: DecisionTreeSpec, wide: float, setting: Setting, *, legend: bool) -> dict[str, Box]:
    """All boxes of a tree by name: `start`, `question 0`, `outcome 0`, `default`, whose solid field is `wide`
    points wide. Without a legend they say the names of outcomes that would stand nowhere."""
    names = {} if legend else unsaid(spec)
    last = len(spec.decisions)
    boxes = {"start": _start(spec, setting), "default": _default(spec, wide, names.get(last, ""), setting)}
    for number in range(len(spec.decisions)):
        boxes[f"question {number}"] = _question(spec, number, setting)
        boxes[f"outcome {number}"] = _outcome(spec, number, names.get(number, ""), setting)
    return boxes


def unsaid(spec: DecisionTreeSpec) -> dict[int, str]:
    """The names of outcomes that no branch says, by the number of the first branch that leads there; the
    default's follows the last decision's."""
    branches = [*(decision.branch for decision in spec.decisions), spec.default]
    said = {name for branch in branches if not branch.label for name in branch.to}
    said |= {name for branch in branches for name in branch.to if spec.outcomes[name].label in branch.label}
    found = {}
    for number, branch in enumerate(branches):
        new = [name for name in branch.to if name not in said]
        said.update(new)
        if new:
            found[number] = " / ".join(spec.outcomes[name].label for name in new)
    return found


def answer_box(word: str, setting: Setting) -> Box:
    """The word beside a line."""
    line = LabelParagraph(word, bold=True, color=setting.tone.heading)
    return text([line], setting, align="center", anchor="middle")


def legend_box(spec: DecisionTreeSpec, height: float, setting: Setting) -> Box:
    """The outcomes' names with their icons on chips, in a row `height` points high."""
    side, fills = min(CHIP, height) - 6.0, _fills(spec, setting)

    def entry(outcome: Outcome, fill: Color) -> Box:
        def ground(rect: Rect) -> Iterator[Drawn]:
            yield Shape(rect, Rounded(5.0), fill, name=plain_text(outcome.label), role="decoration")

        symbol = icon_box(outcome.icon, side, setting.theme.text_on(fill), setting.context)
        chip = aligned(behind(pad(symbol, Insets.all(3.0)), ground))
        words = text([LabelParagraph(outcome.label, bold=True)], setting, anchor="middle")
        return row([chip, words], ("fit", words.takes(LEGEND_WORDS).width + 1.0), gap=CHIP_GAP)

    entries = [entry(outcome, fills[name]) for name, outcome in spec.outcomes.items()]
    return row(entries, ["fit"] * len(entries), gap=LEGEND_GAP)


def _start(spec: DecisionTreeSpec, setting: Setting) -> Box:
    dark, name = leading(setting.context), plain_text(spec.start)
    ground = partial(Shape, geometry=ROUND_ENDS, fill=dark, name=name, key=f"{spec.id}/start")
    line = LabelParagraph(spec.start, bold=True, color=setting.theme.text_on(dark))
    return words_on(ground, [line], setting, insets=PADDING)


def _question(spec: DecisionTreeSpec, number: int, setting: Setting) -> Box:
    question, role = spec.decisions[number].question, setting.theme.role
    edge, key = Stroke(role.heading, setting.theme.shape.stroke), f"{spec.id}/question {number}"
    ground = _panel(role.background, plain_text(question), setting, key, edge)
    return words_on(ground, [LabelParagraph(question, bold=True, color=role.text)], setting, insets=PADDING)


def _outcome(spec: DecisionTreeSpec, number: int, said: str, setting: Setting) -> Box:
    """A panel whose left part shows the icons of the outcomes on their colours, as wide on all panels."""
    branch, theme, fills = spec.decisions[number].branch, setting.theme, _fills(spec, setting)
    tabs = TAB * max(len(decision.branch.to) for decision in spec.decisions)

    def fields(rect: Rect) -> Iterator[Drawn]:
        places = rect.columns([tabs / len(branch.to)] * len(branch.to))
        for name, place in zip(branch.to, places, strict=True):
            outcome, fill = spec.outcomes[name], fills[name]
            outline = end_cap(place.size, theme.shape.radius if place is places[0] else 0.0)
            yield Shape(place, outline, fill, name=plain_text(outcome.label), role="decoration")
            yield from _symbol(outcome, branch, place, theme.text_on(fill), setting.context)

    ground = _panel(_tint(spec, branch, setting), _name(branch), setting, f"{spec.id}/outcome {number}")
    lines = [_advice(spec, branch, theme.role.text), *_said(said, theme.role.text), *_note(branch, setting)]
    return words_on(ground, lines, setting, align="left", insets=_beside(tabs), mark=fields)


def _default(spec: DecisionTreeSpec, wide: float, said: str, setting: Setting) -> Box:
    """The last way out: a solid field `wide` points wide, its note beside it on the rest of a pale bar."""
    branch, name = spec.default, spec.default.to[0]
    fill = _fills(spec, setting)[name]
    color = setting.theme.text_on(fill)

    def symbol(rect: Rect) -> Iterator[Drawn]:
        return _symbol(spec.outcomes[name], branch, replace(rect, width=TAB), color, setting.context)

    ground = _panel(fill, _name(branch), setting, f"{spec.id}/default")
    lines = [_advice(spec, branch, color), *_said(said, color)]
    field = words_on(ground, lines, setting, align="left", insets=_beside(TAB), mark=symbol)
    front = row([field, space()], (wide, "share"))
    if not branch.note:
        return front
    bar = _panel(_tint(spec, branch, setting), "Default", setting)
    return over(words_on(bar, _note(branch, setting), setting, align="left", insets=_beside(wide)), front)


def _panel(
    fill: Color, name: str, setting: Setting, key: str = "", stroke: Stroke | None = None
) -> Callable[..., Shape]:
    """A panel for words, whose place is still to be found."""
    return partial(panel, context=setting.context, fill=fill, stroke=stroke, name=name, key=key)


def _beside(tab: float) -> Insets:
    """Padding of words beside a field `tab` points wide."""
    return replace(PADDING, left=PADDING.left + tab)


def _advice(spec: DecisionTreeSpec, branch: Branch, color: Color) -> LabelParagraph:
    label = branch.label or " / ".join(spec.outcomes[name].label for name in branch.to)
    return LabelParagraph(label, bold=True, color=color)


def _note(branch: Branch, setting: Setting) -> list[LabelParagraph]:
    return [LabelParagraph(branch.note, color=setting.theme.role.text)] if branch.note else []


def _said(name: str, color: Color) -> list[LabelParagraph]:
    """The outcome's name below an advice that doesn't say it."""
    return [LabelParagraph(name, color=color)] if name else []


def _name(branch: Branch) -> str:
    return plain_text(branch.label or branch.to[0])


def _colors(spec: DecisionTreeSpec, setting: Setting) -> dict[str, Color]:
    """The outcomes' colours."""
    return series_colors({name: outcome.color for name, outcome in spec.outcomes.items()}, setting.theme)


def _fills(spec: DecisionTreeSpec, setting: Setting) -> dict[str, Color]:
    """The same as solid fills that the page's ground doesn't swallow."""
    return {name: solid(color, setting.context) for name, color in _colors(spec, setting).items()}


def _tint(spec: DecisionTreeSpec, branch: Branch, setting: Setting) -> Color:
    return setting.theme.hue(_colors(spec, setting)[branch.to[0]]).tint


def _symbol(
    outcome: Outcome, branch: Branch, rect: Rect, color: Color, context: LayoutContext
) -> Iterator[Drawn]:
    """An outcome's icon in the middle of a field; two joined by `+` one above the other: fields are narrow.

    It says which outcome it is where the branch has other words than the outcomes' names.
    """
    parts = outcome.icon.split("+")
    side = min(ICON, (rect.height - 8.0) / len(parts), rect.width - 12.0)
    places = rect.placed(Size(side, side * len(parts))).rows([side] * len(parts))
    alts = (plain_text(outcome.label) if branch.label else "", *[""] * (len(parts) - 1))
    for part, place, alt in zip(parts, places, alts, strict=True):
        yield icon(part, place, color, context, alt=alt)
