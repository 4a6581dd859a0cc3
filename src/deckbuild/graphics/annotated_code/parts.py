"""What annotated code is made of, wherever its callouts stand: the lit code, headings, callouts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.document import Item, Rounded, Shape, Text, TextBody
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.annotated_code.model import AnnotatedCodeSpec, line_range
from deckbuild.layout.boxes import Box, Setting, fixed, pad
from deckbuild.layout.highlight import code_paragraphs, code_pitch, code_runs, source_lines
from deckbuild.layout.inline import inline_runs
from deckbuild.layout.shapes import on_panel, panel

GLOW = 0.13  # opacity of the light band behind the lines that a callout is about
BAND_MARGIN = 8.0

SINK = 1.0
"""Points by which letters stand below the middle of a line of exact pitch (PowerPoint 0, LibreOffice 2)."""


@dataclass(frozen=True, order=True, slots=True)
class Remark:
    """Where the lines of a callout begin and end, in points from the top of the code; its number from 1."""

    top: float
    bottom: float
    number: int

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2 + SINK


def remarks_on(graphic: AnnotatedCodeSpec, code_size: float) -> list[Remark]:
    """The callouts in the order of their lines."""
    source, pitch = source_lines(graphic.source), code_pitch(code_size)
    ranges = enumerate((line_range(each, source) for each in graphic.callouts), 1)
    return sorted(Remark((first - 1) * pitch, last * pitch, number) for number, (first, last) in ranges)


def code_panel(inside: Box, setting: Setting) -> Box:
    """The dark panel with what stands in it."""
    theme = setting.theme
    padding = theme.shape.padding
    around = Insets(padding, padding * 1.5, padding * 1.25, padding * 1.5 + BAND_MARGIN)
    return on_panel(pad(inside, around), setting.context, fill=theme.code.background, name="Code panel")


def code_box(
    graphic: AnnotatedCodeSpec, code_size: float, remarks: Sequence[Remark], context: LayoutContext
) -> Box:
    """The code, with light behind the lines that callouts are about; two points are left between bands."""
    fill = context.theme.role.on_dark.faded(GLOW)
    outline = Rounded(context.theme.shape.radius / 2)
    runs = code_runs(graphic.source, graphic.language, code_size, context)
    code = TextBody(code_paragraphs(runs, context), wrap=False)

    def draw(rect: Rect) -> Iterator[Item]:
        for each in remarks:
            lines = replace(rect, top=rect.top + each.top + SINK, height=each.bottom - each.top)
            band = lines.inset(Insets(1.0, 0.0, 1.0, -BAND_MARGIN))
            yield Shape(band, outline, fill, name="Highlight", role="decoration")
        yield Text(replace(rect, width=code.width), code, "Code", span=graphic.span)

    return fixed(Size(code.width + 2 * BAND_MARGIN, code.height), draw)


def heading_box(
    graphic: AnnotatedCodeSpec, said: str | None, width: float, context: LayoutContext
) -> Box | None:
    """A heading at the right end of its rectangle, `width` points wide; room for one if there is another."""
    if graphic.heading is None and graphic.callouts_heading is None:
        return None
    style = context.theme.type.heading.at(0, context.theme.dark.text)
    height = context.typesetter.metrics.height(style) + context.theme.shape.gap / 2

    def draw(rect: Rect) -> Iterator[Text]:
        if said is not None:
            body = TextBody((context.typesetter.paragraph(inline_runs(said, style, context), width),))
            at = rect.placed(Size(width, body.height), 1.0, 0.0)
            yield Text(at, body, "Heading", span=graphic.span)

    return fixed(Size(width, height), draw)


def callout_items(
    rect: Rect, key: str, number: int, body: TextBody, context: LayoutContext
) -> Iterator[Item]:
    """A callout as a card with a coloured edge at its left."""
    theme, name = context.theme, f"Callout {number}"
    yield panel(rect, context, fill=theme.role.primary, name=f"{name} edge", key=key)
    front = rect.inset(Insets(left=theme.shape.bar))
    yield panel(front, context, fill=theme.role.surface, body=body, name=name)
