"""What the texts of a decision tree measure: questions, advice, the remark on the default."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.document import Color, TextBody
from deckbuild.geometry import Insets
from deckbuild.graphics.decision_tree.model import Branch, DecisionTreeSpec
from deckbuild.layout.label import LabelLine, set_label

TAB = 42.0  # width of the coloured field that holds an outcome's icon
PADDING = Insets.symmetric(10.0, 4.0)


def tabs_width(tree: DecisionTreeSpec) -> float:
    """Width of the coloured fields beside an outcome's text, the same on all so that the texts line up."""
    return TAB * max(len(decision.branch.to) for decision in tree.decisions)


def question_body(text: str, size: float, width: float, context: LayoutContext) -> TextBody:
    line = LabelLine(text, bold=True, color=context.theme.role.text)
    return set_label([line], size, width, context, insets=PADDING)


def advice_body(
    tree: DecisionTreeSpec,
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


def remark_body(
    tree: DecisionTreeSpec, size: float, question: float, width: float, context: LayoutContext
) -> TextBody:
    """The default's note, in what its own column leaves of the width."""
    line = LabelLine(tree.default.note, color=context.theme.role.text)
    return set_label([line], size, width - question, context, align="left", insets=PADDING)
