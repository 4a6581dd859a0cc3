"""Whether content that fits does so with ease: a point or two smaller is better than a strained line."""

from __future__ import annotations

from deckbuild.document import Frame, Table, Text, TextBody, walk

SHORT = 12
"""Characters of a cell up to which it is read at one glance, such as a date or a number with its unit."""


def at_ease(frame: Frame, height: float) -> bool:
    """Whether no short cell of a table wraps, and text that flows would still do so in `height` points with
    glyphs a little wider: a line more has room and pushes nothing aside."""
    items = tuple(walk(frame.items))
    if any(
        _wraps(cell.body)
        for each in items
        if isinstance(each, Table)
        for row in each.rows
        for cell in row.cells
    ):
        return False
    flowing = (each.body for each in items if isinstance(each, Text) and each.role == "body")
    more = sum(paragraph.strain_height for body in flowing for paragraph in body.paragraphs)
    return more == 0.0 or (len(items) == 1 and frame.size.height + more <= height)


def _wraps(body: TextBody) -> bool:
    return len(body.text) <= SHORT and not body.single
