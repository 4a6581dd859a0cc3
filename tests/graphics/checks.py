"""What holds for every graphic made of panels and captions, whatever stands in it."""

from __future__ import annotations

from itertools import combinations

from deckbuild.diagrams.connect import side_point
from deckbuild.document import Connector, Frame, Freeform, Glue, Shape, Side, Text, walk
from deckbuild.geometry import Point, Rect, Size


def check_inside(frame: Frame, region: Size) -> None:
    """The frame says it fits, and everything is inside."""
    assert frame.size.width <= region.width + 0.01
    assert frame.size.height <= region.height + 0.01
    for item in walk(frame.items):
        assert Rect.of_size(region).contains(item.rect, 0.1), item


def check_apart(frame: Frame) -> None:
    """No two free-standing texts overlap, and each is as tall as its lines."""
    texts = [item for item in walk(frame.items) if isinstance(item, Text)]
    for text in texts:
        assert text.rect.height >= text.body.height - 0.01, text.name
    for one, other in combinations(texts, 2):
        assert not one.rect.overlaps(other.rect, 0.1), (one.name, other.name)


def site(shape: Shape, where: Side | int) -> Point:
    """Where a shape's connection site is."""
    rect = shape.rect
    if not isinstance(where, int):
        return side_point(rect, where)
    assert isinstance(shape.geometry, Freeform)
    return shape.geometry.sites[where].moved(rect.left, rect.top)


def check_glued(frame: Frame) -> None:
    """Every connector's ends lie on the sites of the shapes that they stick to."""
    items = list(walk(frame.items))
    keys = [item.key for item in items if isinstance(item, Shape) and item.key]
    assert len(keys) == len(set(keys))
    shapes = {item.key: item for item in items if isinstance(item, Shape) and item.key}
    for line in (item for item in items if isinstance(item, Connector) and item.role != "decoration"):
        for glue, end in ((line.start, line.points[0]), (line.end, line.points[-1])):
            assert isinstance(glue, Glue), line.name
            at = site(shapes[glue.key], glue.site)
            assert abs(at.x - end.x) < 1.01, line.name
            assert abs(at.y - end.y) < 1.01, line.name
