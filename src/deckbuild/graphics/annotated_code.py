"""Source code with callouts that point at its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, PrivateAttr, model_validator

from deckbuild.context import LayoutContext
from deckbuild.deck.faults import BAD_REFERENCE, MISSING, OUT_OF_RANGE, Fault, raise_faults
from deckbuild.deck.fields import Inline, PlainStr, as_list
from deckbuild.deck.kinds import GRAPHICS
from deckbuild.deck.nodes import Graphic, Node
from deckbuild.diagnostics import did_you_mean
from deckbuild.document import Color, Connector, Frame, Glue, Item, Preset, Shape, Stroke, Text, TextBody
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.graphics.connect import ALIGNED, SITES
from deckbuild.layout.highlight import Language, code_paragraphs, code_pitch, code_runs, source_lines
from deckbuild.layout.label import LabelLine, set_label
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.shapes import bar, panel, rounded
from deckbuild.text.fitting import largest_fitting, sizes_between
