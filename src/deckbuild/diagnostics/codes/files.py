"""Files that a deck names, or that lie in its folder."""

from __future__ import annotations

from deckbuild.diagnostics import Severity
from deckbuild.diagnostics.codes import code

FILE_MISSING = code("FIL301", "file-missing", Severity.ERROR, """
    There is no such file.

    Paths start at the deck's folder; slides are named without their ending.
    """)  # fmt: skip

FILE_OUTSIDE = code("FIL302", "file-outside", Severity.ERROR, """
    A path leads out of the deck's folder.

    A deck holds everything it needs, so that it can be moved and shared, and so that a deck from a stranger
    can't show files of whoever renders it.
    """)  # fmt: skip

FILE_TYPE = code("FIL303", "file-type", Severity.ERROR, """
    A file isn't of a type that can be used there.
    """)  # fmt: skip

FILE_UNREADABLE = code("FIL304", "file-unreadable", Severity.ERROR, """
    A file is there but can't be read.
    """)  # fmt: skip

FILE_UNUSED = code("FIL305", "file-unused", Severity.WARNING, """
    A slide's file isn't named by the deck.

    It was forgotten in deck.yaml, or has been replaced and can go.
    """)  # fmt: skip

PICTURE_DAMAGED = code("FIL310", "picture-damaged", Severity.ERROR, """
    A picture can't be decoded to its end.

    A copy that was broken off, or a fault of a disk: some of it would be missing on the slide, and PowerPoint
    would show a red cross.
    """)  # fmt: skip

PICTURE_TOO_LARGE = code("FIL311", "picture-too-large", Severity.ERROR, """
    A picture has more pixels, or bytes, than could be of use on a slide.

    It would take gigabytes of memory, or minutes. A slide shows about four million pixels.
    """)  # fmt: skip

PICTURE_MOVES = code("FIL312", "picture-moves", Severity.WARNING, """
    A picture is animated, and the slide shows its first frame only.

    Slides are printed and read too, where nothing moves; and motion beside text takes attention from it.
    Show the steps as pictures of their own, or save the frame that says most as PNG.
    """, found="layout")  # fmt: skip
