"""A panel that sets one statement apart."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from deckbuild.color import contrast
from deckbuild.context import LayoutContext
from deckbuild.deck.fields import Inline
from deckbuild.deck.kinds import BLOCKS
from deckbuild.deck.nodes import Block
from deckbuild.document import Color, Frame, Run, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.layout.flow import body_style
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.mirror import in_reading, mirrored_insets
from deckbuild.layout.shapes import bar, panel

SEEN = 1.03
"""Contrast below which a panel can't be told from its ground; a pale tint on white has 1.05 or more."""

HAIRLINE = 0.75


@BLOCKS.register("callout")
class Callout(Block):
    """One statement in a panel with a coloured edge."""

    callout: Inline = Field(description="The statement.")
    tone: Literal["note", "warning", "danger"] = Field(
        default="note", description="Which of the theme's colours the edge has."
    )

    def statement(self) -> str:
        return self.callout

    def least_width(self, context: LayoutContext) -> float:
        return context.typesetter.widest_unit(self._runs(context)) + self._insets(context).horizontal

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        shape = context.theme.shape
        edge = self._edge(context)
        insets = self._insets(context)
        insets = mirrored_insets(insets) if context.rtl else insets
        paragraph = context.typesetter.paragraph(self._runs(context), region.width - insets.horizontal)
        body = TextBody((paragraph,), insets, "middle")
        height = body.height
        box = Rect(0, 0, region.width, height)
        strip = in_reading(Rect(0, 0, shape.bar, height), box, context)
        return Frame(
            Size(max(region.width, body.width), height),
            (
                panel(
                    box, context, fill=context.tone.panel, stroke=self._outline(context), name="Callout panel"
                ),
                bar(strip, edge, "Callout edge"),
                Text(box, body, "Callout", span=self.span, role="callout"),
            ),
        )

    def _runs(self, context: LayoutContext) -> tuple[Run, ...]:
        return inline_runs(self.callout, body_style(context), context)

    def _insets(self, context: LayoutContext) -> Insets:
        shape = context.theme.shape
        return Insets(shape.padding, shape.padding, shape.padding, shape.padding + shape.bar)

    def _outline(self, context: LayoutContext) -> Stroke | None:
        """A fine line round the panel where its ground has the same colour."""
        tone = context.tone
        return Stroke(tone.hairline, HAIRLINE) if contrast(tone.panel, tone.ground) < SEEN else None

    def _edge(self, context: LayoutContext) -> Color:
        role = context.theme.role
        edge = {"note": role.primary, "warning": role.warning, "danger": role.accent}[self.tone]
        return edge if edge.hex != context.tone.ground.hex else context.tone.heading
