"""Words torn at a line's end: wider than their line, and broken where no line may end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from deckbuild.document import Paragraph


def torn_words(paragraph: Paragraph) -> Iterator[tuple[str, float]]:
    """The words that lines of the paragraph end inside of, each once, with their widths in points."""
    text, named = paragraph.text, -1
    for line, following in pairwise(paragraph.lines):
        if not line.torn or following.start <= named:
            continue
        before = re.search(r"\S*$", text[: following.start])
        after = re.match(r"\S*", text[following.start :])
        word = (before[0] if before else "") + (after[0] if after else "")
        named = following.start + (len(after[0]) if after else 0)
        yield word, line.torn
