"""An integration flow drawn: columns of sources, the document with its sections, arrows, outputs."""

from __future__ import annotations

from deckbuild.context import LayoutContext
from deckbuild.deck.inline import plain_text
from deckbuild.diagrams.connect import End, connect
from deckbuild.diagrams.routes import Step, bends
from deckbuild.document import Color, Ellipse, Frame, Item, Rounded, Shape, Stroke, Text, composed
from deckbuild.geometry import Insets, Rect, Size
from deckbuild.graphics.integration_flow.measures import (
    CARD_GAP,
    CHECK,
    GAP,
    OUTPUT_GAP,
    PADDING,
    ROW_GAP,
    SMALLEST_STEP,
    STEM,
    TABS,
    SideName,
    badge_body,
    badge_side,
    head_body,
    output_box,
    section_body,
    sections_of,
    sides_of,
    work_body,
)
from deckbuild.graphics.integration_flow.model import IntegrationFlowSpec, Part, Source, SourceSide
from deckbuild.graphics.integration_flow.plan import Plan, best_plan
from deckbuild.graphics.shared.card import card_look, leading, line_color, solid
from deckbuild.layout.boxes import Drawn, Setting
from deckbuild.layout.icons import icon
from deckbuild.layout.label import LabelLine, set_label


def lay_out_integration(flow: IntegrationFlowSpec, region: Size, context: LayoutContext) -> Frame:
    """The flow at the largest label size that fits."""
    plan = best_plan(flow, region, context)
    height = plan.body + (STEM + plan.outputs if flow.outputs else 0.0)
    needed = Size(region.width + max(plan.lacks, 0.0), max(region.height, height))
    return composed(needed, _drawn(flow, plan, region, context))


def _drawn(flow: IntegrationFlowSpec, plan: Plan, region: Size, context: LayoutContext) -> list[Drawn]:
    """The document, then each side with its sections and arrows, then the outputs."""
    theme = context.theme
    sides, sections = sides_of(flow), sections_of(flow)
    colors = {
        name: theme.palette[side.color] if side.color else theme.series[index].fill
        for index, (name, side) in enumerate(sides.items())
    }
    page = Rect(plan.side + GAP, 0.0, plan.center, plan.body)
    target = End(page, f"{flow.id}/target")
    rooms = {name: _room(flow, name, plan, page) for name in sides}
    rows = _settled(flow, plan, rooms, _rows(plan, page, list(sections)))
    items: list[Drawn] = list(_document(flow, plan, target, context))
    drawn: set[str] = set()
    for name, side in sides.items():
        items += _above(flow, name, plan, rooms[name], colors[name], context)
        places = _places(side, name, plan, rooms[name], rows)
        for number, (source, rect) in enumerate(zip(side.sources, places, strict=True)):
            items += _source(source, rect, f"{flow.id}/{name} {number}", colors[name], plan.size, context)
            if source.to not in drawn:
                drawn.add(source.to)
                row = rows[source.to]
                tint = theme.hue(colors[sections[source.to]]).tint
                body = section_body(source.to, plan.size, row.width, context)
                key = f"{flow.id}/section {list(sections).index(source.to)}"
                items.append(Shape(row, Rounded(4.0), tint, None, body, plain_text(source.to), key))
        items += _arrows(flow, name, side, places, rows, list(sections), colors[name], context)
    items += _outputs(flow, plan, region, target, context)
    return items


def _room(flow: IntegrationFlowSpec, name: SideName, plan: Plan, page: Rect) -> Rect:
    """Where the sources of a side stand: below its heading, badge and title."""
    left = 0.0 if name == "left" else page.right + GAP
    top = plan.pill + CARD_GAP
    top += plan.heading if name == "left" else 0.0
    top += plan.badge if name == badge_side(flow) else 0.0
    return Rect.from_edges(left, top, left + plan.side, plan.body)


def _above(
    flow: IntegrationFlowSpec, name: SideName, plan: Plan, room: Rect, color: Color, context: LayoutContext
) -> list[Item]:
    """The heading, the badge and the title of a side, above its sources."""
    items: list[Item] = []
    top = 0.0
    if flow.heading and name == "left":
        line = LabelLine(flow.heading, bold=True, color=context.tone.heading, delta=2.0)
        rect = Rect(room.left, 0.0, plan.side + GAP - TABS - 2.0, plan.heading)
        body = set_label([line], plan.size, rect.width, context, align="left", anchor="top")
        items.append(Text(rect, body, plain_text(flow.heading)))
        top += plan.heading
    if flow.badge is not None and name == badge_side(flow):
        rect = Rect(room.left, top, plan.side, plan.badge - CARD_GAP - 3.0)
        items += _badge(flow.badge, rect, plan.size, context)
    title = Rect(room.left, room.top - CARD_GAP - plan.pill, plan.side, plan.pill)
    items.append(_pill(sides_of(flow)[name].title, title, color, plan.size, context))
    return items


def _settled(
    flow: IntegrationFlowSpec, plan: Plan, rooms: dict[SideName, Rect], rows: dict[str, Rect]
) -> dict[str, Rect]:
    """The sections moved a little, so that a last source that is nearly level with its section is so."""
    for name, side in sides_of(flow).items():
        last = _places(side, name, plan, rooms[name], rows)[-1]
        slip = last.center.y - rows[side.sources[-1].to].center.y
        if 0.1 < abs(slip) <= SMALLEST_STEP:
            return {title: rect.moved(0.0, slip) for title, rect in rows.items()}
    return rows


def _document(flow: IntegrationFlowSpec, plan: Plan, page: End, context: LayoutContext) -> list[Item]:
    """The document's cover: the one solid box of the graphic."""
    theme = context.theme
    body = head_body(flow.target, plan.size, page.rect.width, context)
    shape, fill = Rounded(theme.shape.radius), leading(context)
    items: list[Item] = [Shape(page.rect, shape, fill, None, body, plain_text(flow.target.label), page.key)]
    if flow.target.icon:
        side = theme.shape.icon
        rect = Rect(page.rect.center.x - side / 2, page.rect.top + PADDING.top + 3.0, side, side)
        items.append(icon(flow.target.icon, rect, card_look(None, context, highlight=True).icon, context))
    return items


def _rows(plan: Plan, page: Rect, names: list[str]) -> dict[str, Rect]:
    """Places of the sections below the document's name, sharing its height."""
    room = page.height - plan.head - 2.0 - PADDING.bottom
    pitch = room / len(names)
    height = min(pitch - ROW_GAP, plan.row * 1.7)
    pitch = min(pitch, height + ROW_GAP * 3)
    bottom = page.bottom - PADDING.bottom - ROW_GAP
    top = bottom - (pitch * (len(names) - 1) + height)
    left, width = page.left - TABS, page.width + 2 * TABS
    return {name: Rect(left, top + index * pitch, width, height) for index, name in enumerate(names)}


def _places(side: SourceSide, name: SideName, plan: Plan, room: Rect, rows: dict[str, Rect]) -> list[Rect]:
    """Places of the sources: one height, even gaps; each centred on its section if that is nearly so."""
    count = len(side.sources)
    height = min((room.height - CARD_GAP * (count - 1)) / count, plan.card[name] * 1.6)
    last = rows[side.sources[-1].to].center.y
    centred = 2 * (room.bottom - last)  # as high as may stand centred on the last section
    if abs(centred - height) <= 4 * SMALLEST_STEP and centred >= plan.card[name]:
        height = min(height, centred)
    gap = (room.height - height * count) / (count - 1) if count > 1 else 0.0
    gap = min(gap, height)
    bottom = min(room.bottom, max(last + height / 2, room.top + height * count + gap * (count - 1)))
    top = bottom - (height * count + gap * (count - 1))
    if count == 1:
        top = min(max(last - height / 2, room.top), room.bottom - height)
    places = [Rect(room.left, top + n * (height + gap), room.width, height) for n in range(count)]
    slips = [rows[s.to].center.y - r.center.y for s, r in zip(side.sources, places, strict=True)]
    return [
        rect.moved(0.0, slip)
        if abs(slip) <= SMALLEST_STEP and room.contains(rect.moved(0.0, slip), 0.1)
        else rect
        for rect, slip in zip(places, slips, strict=True)
    ]


def _pill(text: str, rect: Rect, color: Color, size: float, context: LayoutContext) -> Shape:
    fill = solid(color, context)
    line = LabelLine(text, bold=True, color=context.theme.text_on(fill))
    body = set_label([line], size, rect.width, context)
    return Shape(rect, Rounded(rect.height / 2), fill, None, body, plain_text(text))


def _badge(part: Part, rect: Rect, size: float, context: LayoutContext) -> list[Item]:
    theme = context.theme
    fill = theme.role.warning
    body = badge_body(part, size, rect.width, context)
    items: list[Item] = [Shape(rect, Rounded(theme.shape.radius), fill, None, body, plain_text(part.label))]
    if part.icon:
        side = body.paragraphs[0].lines[0].height
        place = Rect(rect.right - PADDING.right - side, rect.top + PADDING.top, side, side)
        items.append(icon(part.icon, place, theme.text_on(fill), context))
    return items


def _source(
    source: Source, rect: Rect, key: str, color: Color, size: float, context: LayoutContext
) -> list[Item]:
    look = card_look(color, context)
    stroke = Stroke(look.stroke, context.theme.shape.stroke)
    shape = Rounded(context.theme.shape.radius)
    body = work_body(source, size, rect.width, context)
    items: list[Item] = [Shape(rect, shape, look.fill, stroke, body, plain_text(source.label), key)]
    if source.done:
        place = Rect(rect.right - CHECK - 3.0, rect.top - CHECK / 2 + 3.0, CHECK, CHECK)
        items.append(Shape(place, Ellipse(), look.icon, None, name="Completed", alt="completed"))
        mark = place.inset(Insets.all(CHECK * 0.2))
        items.append(icon("check", mark, context.theme.text_on(look.icon), context, pen=1.75))
    return items


def _arrows(
    flow: IntegrationFlowSpec,
    name: SideName,
    side: SourceSide,
    places: list[Rect],
    rows: dict[str, Rect],
    sections: list[str],
    color: Color,
    context: LayoutContext,
) -> list[Item]:
    """From each source to its section, bent so that they don't run over each other."""
    steps = {
        number: Step(str(number), source.to, rect.center.y, rows[source.to].center.y)
        for number, (source, rect) in enumerate(zip(side.sources, places, strict=True))
    }
    turns = bends(steps, GAP - TABS)
    stroke = Stroke(line_color(color, context), context.theme.shape.connector)
    leaving: SideName = "right" if name == "left" else "left"
    return [
        connect(
            End(rect, f"{flow.id}/{name} {number}"),
            End(rows[source.to], f"{flow.id}/section {sections.index(source.to)}"),
            stroke,
            sides=(leaving, name),
            bend=turns[number] / (GAP - TABS),
            name=f"{plain_text(source.label)} to {plain_text(source.to)}",
        )
        for number, (source, rect) in enumerate(zip(side.sources, places, strict=True))
    ]


def _outputs(
    flow: IntegrationFlowSpec, plan: Plan, region: Size, page: End, context: LayoutContext
) -> list[Drawn]:
    """What comes of the document, side by side below it."""
    if not flow.outputs:
        return []
    count = len(flow.outputs)
    width = (region.width - OUTPUT_GAP * (count - 1)) / count
    stroke = Stroke(context.tone.muted, context.theme.shape.connector)
    items: list[Drawn] = []
    for number, part in enumerate(flow.outputs):
        rect = Rect(number * (width + OUTPUT_GAP), plan.body + STEM, width, plan.outputs)
        key = f"{flow.id}/output {number}"
        items += output_box(part, Setting(plan.size, context), key).draw(rect)
        items.append(connect(page, End(rect, key), stroke, sides=("bottom", "top")))
    return items
