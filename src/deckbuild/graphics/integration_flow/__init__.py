"""Integration flow: work from both sides goes into the sections of one document, and what comes of it."""

from __future__ import annotations

from typing import ClassVar

from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.document import Frame
from deckbuild.geometry import Size
from deckbuild.graphics.integration_flow.draw import lay_out_integration
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec


@GRAPHICS.register("integration-flow")
class IntegrationFlow(IntegrationFlowSpec):
    """How several pieces of work become one document."""

    technical: ClassVar[bool] = False

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        return lay_out_integration(self, region, context)
