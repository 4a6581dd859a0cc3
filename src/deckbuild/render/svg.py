"""A page as an SVG picture: every item as the document says it, with text that stays text.

Nothing is worked out here: lines have their places, outlines their measures. One unit is a point.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from itertools import accumulate
from math import hypot
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from deckbuild import document as doc
from deckbuild.geometry import Point, Rect

DASHES: dict[doc.Dash, tuple[float, ...]] = {"solid": (), "dash": (4.0, 3.0), "dot": (1.0, 1.0)}
"""Dashes and gaps in widths of their line."""
HEAD = 3.0
"""An arrow's head is so many widths of its line long and wide."""


def page_svg(page: doc.Page, document: doc.Document) -> str:
    """The page on its layout: the ground, the layout's artwork, the page's items."""
    layout = next(each for each in document.slide_layouts if each.name == page.slide_layout)
    whole = Rect.of_size(document.size)
    ground = path(outline(doc.RECTANGLE, whole), layout.background, None)
    view = f'viewBox="0 0 {whole.width:g} {whole.height:g}"'
    content = "\n".join(
        (f"<title>{escape(page.title)}</title>", ground, *map(drawn, (*layout.items, *page.items)))
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}>\n{content}\n</svg>\n'


def drawn(item: doc.Item) -> str:
    """An item, in the coordinates of what holds it."""
    match item:
        case doc.Text(rect=rect, body=body):
            return moved(rect, texts(body))
        case doc.Shape(rect=rect, body=body):
            shape = path(outline(item.geometry, rect), item.fill, item.stroke) + (texts(body) if body else "")
            if isinstance(item.geometry, doc.Freeform):  # the dots of icons are lines of no length
                shape = f'<g stroke-linecap="round">{shape}</g>'
            turn = f"rotate({item.rotation:g} {rect.width / 2:.3f} {rect.height / 2:.3f})"
            return moved(rect, f'<g transform="{turn}">{shape}</g>' if item.rotation else shape)
        case doc.Connector():
            return connector(item)
        case doc.Picture(rect=rect):
            media, data = ("svg+xml", item.svg) if item.svg else (item.media, item.data)
            address = f"data:image/{media};base64,{base64.b64encode(data).decode('ascii')}"
            size = f'width="{rect.width:.3f}" height="{rect.height:.3f}" preserveAspectRatio="none"'
            return moved(rect, f'<image {size} href="{address}"/>')
        case doc.Table():
            return moved(item.rect, cells(item))
        case doc.Group(rect=rect, frame=frame):
            return moved(rect, "\n".join(map(drawn, frame.items)))
        case _:
            assert_never(item)


def moved(rect: Rect, content: str) -> str:
    return f'<g transform="translate({rect.left:.3f} {rect.top:.3f})">{content}</g>'


def path(d: str, fill: doc.Fill, stroke: doc.Stroke | None) -> str:
    looks = paint("fill", fill)
    if stroke is not None:
        dash = " ".join(f"{part * stroke.width:g}" for part in DASHES[stroke.dash])
        looks += paint("stroke", stroke.color) + f' stroke-width="{stroke.width:g}" stroke-linejoin="round"'
        looks += f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{d}"{looks}/>'


def paint(what: str, color: doc.Color | None) -> str:
    if color is None:
        return f' {what}="none"'
    return f' {what}="{color.hex}"' + (f' {what}-opacity="{color.alpha:g}"' if color.alpha < 1 else "")


def outline(geometry: doc.Geometry, rect: Rect) -> str:
    """Path data of an outline in a box at the origin."""
    w, h = rect.width, rect.height
    match geometry:
        case doc.Rectangle():
            return f"M0 0H{w:.3f}V{h:.3f}H0Z"
        case doc.Rounded(radius):
            r = min(radius, w / 2, h / 2)
            turns = ((r, -r), (r, r), (-r, r), (-r, -r))
            sides = (f"h{w - 2 * r:.3f}", f"v{h - 2 * r:.3f}", f"h{2 * r - w:.3f}", f"v{2 * r - h:.3f}")
            arcs = (f"a{r:.3f} {r:.3f} 0 0 1 {x:.3f} {y:.3f}" for x, y in turns)
            return f"M0 {r:.3f}" + "".join(arc + side for arc, side in zip(arcs, sides, strict=True)) + "Z"
        case doc.Ellipse():
            half = f"a{w / 2:.3f} {h / 2:.3f} 0 0 1"
            return f"M0 {h / 2:.3f}{half} {w:.3f} 0{half} {-w:.3f} 0Z"
        case doc.Diamond():
            return joined((Point(w / 2, 0), Point(w, h / 2), Point(w / 2, h), Point(0, h / 2))) + "Z"
        case doc.Pointed(depth):
            x = w - min(depth, w)
            return joined((Point(0, 0), Point(x, 0), Point(w, h / 2), Point(x, h), Point(0, h))) + "Z"
        case doc.Freeform(size, commands):
            scale = (w / size.width if size.width else 0.0, h / size.height if size.height else 0.0)
            steps = (
                (step[0], [f"{float(at) * scale[n % 2]:.3f}" for n, at in enumerate(step[1:])])
                for step in commands
            )
            return " ".join(f"{letter}{' '.join(places)}" for letter, places in steps)
        case _:
            assert_never(geometry)


def joined(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{point.x:.3f} {point.y:.3f}" for point in points)


def connector(item: doc.Connector) -> str:
    """The line, which ends within the heads of its arrows, and these."""
    points, heads = list(item.points), ""
    for wanted, end, before in ((item.start_arrow, 0, 1), (item.end_arrow, -1, -2)):
        tip, back = item.points[end], item.points[before]
        if wanted and (far := hypot(tip.x - back.x, tip.y - back.y)):
            long = HEAD * max(item.stroke.width, 1.0) / far
            dx, dy = (tip.x - back.x) * long, (tip.y - back.y) * long
            sides = tip.moved(-dx - dy / 2, dx / 2 - dy), tip.moved(dy / 2 - dx, -dy - dx / 2)
            points[end] = tip.moved(-dx / 2, -dy / 2)
            heads += path(joined((tip, *sides)) + "Z", item.stroke.color, None)
    return path(joined(points), None, item.stroke) + heads


def cells(table: doc.Table) -> str:
    """Grounds, then borders and texts, the first column on the right if the table runs that way."""
    grounds, rest, top = "", "", 0.0
    for row in table.rows:
        lefts = accumulate(table.columns, initial=0.0)
        for at, width, cell in zip(lefts, table.columns, row.cells, strict=False):
            box = Rect(table.rect.width - at - width if table.rtl else at, top, width, row.height)
            a, b, c, d = (Point(x, y) for x, y in ((0, 0), (width, 0), (width, row.height), (0, row.height)))
            sides = ((cell.top, (a, b)), (cell.right, (b, c)), (cell.bottom, (c, d)), (cell.left, (d, a)))
            edges = "".join(path(joined(ends), None, stroke) for stroke, ends in sides if stroke)
            grounds += moved(box, path(outline(doc.RECTANGLE, box), cell.fill, None))
            rest += moved(box, edges + texts(cell.body))
        top += row.height
    return f'<g shape-rendering="crispEdges">{grounds}</g>{rest}'


def texts(body: doc.TextBody) -> str:
    """Every line with its mark."""
    lines = ((line.baseline, (line.mark, *line.runs)) for line in body.lines)
    return "".join(words(each, baseline) for baseline, runs in lines for each in runs if each is not None)


def words(placed: doc.PlacedRun, baseline: float) -> str:
    """A run at its place, as wide as it was measured, whatever face it is drawn in."""
    run, style = placed.run, placed.run.style
    x = placed.left + placed.width if placed.rtl else placed.left
    looks = f"font: {'italic ' * style.italic}{'bold ' * style.bold}{style.size:g}px {style.face.name}"
    looks += f"; white-space: pre{'; text-transform: uppercase' * style.caps}"
    looks += f"; letter-spacing: {style.tracking:g}px" if style.tracking else ""
    under, through = " underline" * style.underline, " line-through" * style.strike
    looks += f"; text-decoration:{under}{through}" if under or through else ""
    place = f'x="{x:.3f}" y="{baseline:.3f}"' + ' direction="rtl"' * placed.rtl
    text = f"<text {place} style={quoteattr(looks)}{paint('fill', style.color)}>{escape(run.text)}</text>"
    return f"<a href={quoteattr(run.link)}>{text}</a>" if run.link else text
