"""Boxes: what takes room, composed before anything has a place.

A `Box` answers two questions: what it takes of the room that it is offered, and what it draws in the
rectangle that it gets. Rows, columns, padding and layers make one box of others, so that sizes are found in
one place: nobody else adds up widths and heights, once to measure and once to draw. `fit` searches the
largest text at which a box fits its region. Lengths are points; rectangles are those of the frame that the
box is drawn in.
"""

from deckbuild.layout.boxes.around import (
    airy,
    aligned,
    at_least,
    balanced,
    behind,
    first_fitting,
    for_size,
    for_width,
    over,
    pad,
    redrawn,
    stretched,
)
from deckbuild.layout.boxes.box import (
    EMPTY,
    ENDLESS,
    VAST,
    Box,
    Drawn,
    Painter,
    box,
    filling,
    fixed,
    slot,
    slots,
    space,
)
from deckbuild.layout.boxes.stacks import Spare, Track, alike, column, grid, row, shared_rows, weighted
from deckbuild.layout.boxes.words import (
    SLACK,
    Setting,
    fit,
    one_line,
    set_line,
    set_text,
    text,
    widest,
    words,
)

__all__ = [
    "EMPTY",
    "ENDLESS",
    "SLACK",
    "VAST",
    "Box",
    "Drawn",
    "Painter",
    "Setting",
    "Spare",
    "Track",
    "airy",
    "aligned",
    "alike",
    "at_least",
    "balanced",
    "behind",
    "box",
    "column",
    "filling",
    "first_fitting",
    "fit",
    "fixed",
    "for_size",
    "for_width",
    "grid",
    "one_line",
    "over",
    "pad",
    "redrawn",
    "row",
    "set_line",
    "set_text",
    "shared_rows",
    "slot",
    "slots",
    "space",
    "stretched",
    "text",
    "weighted",
    "widest",
    "words",
]  # fmt: skip
