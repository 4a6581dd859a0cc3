"""Text inside graphics: labels set at one size that fits their boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.document import NO_INSETS, Align, Anchor, Bullet, Color, Frame, Paragraph, TextBody
from deckbuild.geometry import Insets, Size
from deckbuild.layout.inline import inline_runs
from deckbuild.text.fitting import largest_fitting, sizes_between
from deckbuild.text.typesetter import WIDER

STEP = 0.5  # points between the sizes tried: finer, and nobody could tell them apart
SLACK = 0.5  # points beside a line, so that rounding in another program doesn't break it
ROUNDING = 0.01  # points by which sums of lengths may exceed a box and still fit it

BULLET_INDENT = 0.85
"""Hanging indent of a bullet per point of size: room for the dot and a word space after it."""


@dataclass(frozen=True, slots=True)
class LabelParagraph:
    """One paragraph of a label. `delta` is added to the label's size (points), `gap` is space before it
    as a fraction of the size. `color` None means the tone's text colour."""

    text: str
    bold: bool = False
    color: Color | None = None
    delta: float = 0.0
    gap: float = 0.0
    bullet: bool = False
    marker: Color | None = None
    italic: bool = False


def set_label(
    lines: Iterable[LabelParagraph],
    size: float,
    width: float,
    context: LayoutContext,
    *,
    align: Align = "center",
    anchor: Anchor = "middle",
    insets: Insets = NO_INSETS,
) -> TextBody:
    """A label at `size` points broken to `width` points, insets included."""
    role = context.theme.type.label
    paragraphs: list[Paragraph] = []
    for line in lines:
        points = max(role.min, size + line.delta)
        style = replace(
            role.style,
            size=points,
            bold=line.bold,
            italic=line.italic,
            color=line.color or context.tone.text,
        )
        bullet = Bullet("•", face="Arial", color=line.marker or context.tone.marker) if line.bullet else None
        hang = BULLET_INDENT * points if bullet else 0.0
        paragraphs.append(
            context.typesetter.paragraph(
                inline_runs(line.text, style, context),
                width - insets.horizontal,
                align=None if bullet else align,
                bullet=bullet,
                margin=hang,
                indent=-hang,
                space_before=line.gap * points if paragraphs else 0.0,
            )
        )
    return TextBody(tuple(paragraphs), insets, anchor)


def label_sizes(context: LayoutContext) -> tuple[float, ...]:
    """The sizes that a label may have, in points, from the largest down."""
    role = context.theme.type.label
    return sizes_between(role.min, role.max, STEP)


def label_fits(body: TextBody, box: Size, context: LayoutContext) -> bool:
    """Whether a label's height fits its box, even with glyphs a little wider, and no word had to be torn
    apart to fit the width."""
    if body.roomy_height > box.height + ROUNDING:
        return False
    room, wider = box.width - body.insets.horizontal + ROUNDING, 1.0 if body.single else WIDER
    return all(
        context.typesetter.widest_unit(paragraph.runs) * wider <= room - paragraph.margin
        for paragraph in body.paragraphs
    )


def fit_labels(
    labels: Sequence[tuple[Sequence[LabelParagraph], Size]],
    context: LayoutContext,
    *,
    smallest: float | None = None,
    largest: float | None = None,
    insets: Insets = NO_INSETS,
) -> float:
    """The largest size in points at which every label fits its box, so that a graphic speaks in one size.

    Bounds default to the label role's. If even the smallest doesn't fit, the smallest.
    """
    role = context.theme.type.label
    sizes = sizes_between(smallest or role.min, largest or role.max, STEP)

    def try_all(size: float) -> bool:
        return all(
            label_fits(set_label(lines, size, box.width, context, insets=insets), box, context)
            for lines, box in labels
        )

    size, _ = largest_fitting(sizes, try_all, bool)
    return size


def fit_frame(
    lay_out: Callable[[float], Frame], region: Size, context: LayoutContext, largest: float
) -> Frame:
    """A graphic at the largest label size, from `largest` points down, at which its frame fits `region`.

    `lay_out` makes the frame at a size. Where none fits, the frame at the role's minimum, whose size tells
    by how much.
    """
    _, frame = largest_fitting(
        sizes_between(context.theme.type.label.min, largest, STEP),
        lay_out,
        lambda frame: fits_region(frame.size, region),
    )
    return frame


def fits_region(size: Size, region: Size) -> bool:
    """Whether what needs `size` has room in `region`, give or take rounding."""
    return size.height <= region.height + ROUNDING and size.width <= region.width + ROUNDING


def label_size(
    lines: Iterable[LabelParagraph],
    size: float,
    context: LayoutContext,
    widest: float,
    insets: Insets = NO_INSETS,
) -> Size:
    """What a label needs at `size` points if it may be at most `widest` points wide, insets included.

    The width is that of the longest line after breaking; where words wrap, with room for wider glyphs.
    """
    body = set_label(lines, size, widest, context, insets=insets)
    return Size(min(widest, roomy_width(body)), body.roomy_height)


def roomy_width(body: TextBody) -> float:
    """The width in points in which a label keeps its lines, insets included: where words wrap, even with
    glyphs a little wider."""
    wider = 1.0 if body.single else WIDER
    return (body.width - body.insets.horizontal) * wider + body.insets.horizontal + SLACK
