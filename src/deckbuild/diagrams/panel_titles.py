"""Titles of panels, where no line runs through them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from deckbuild.diagrams.ranked_ways import Way
from deckbuild.diagrams.routes import segments
from deckbuild.document import NO_INSETS, Anchor, TextBody
from deckbuild.geometry import Insets, Rect, Size

TITLE_GAP = 8.0
BESIDE = 6.0  # points from a line to a title


@dataclass(frozen=True, slots=True)
class Title:
    """A panel's title as it is set, and the room that its words take; `met` if a line runs through them at
    the left end of the panel, where they would stand."""

    body: TextBody
    rect: Rect
    met: bool = False


SetTitle = Callable[[str, float, Insets, Anchor], TextBody]
"""Sets the title of the panel with a key in so many points of width, insets included."""


def panel_titles(
    panels: Mapping[str, Rect],
    ways: Iterable[Way],
    set_title: SetTitle,
    footed: Collection[str],
    margin: float,
) -> dict[str, Title]:
    """The title of each panel, at its foot if `footed`, right of lines that it would meet, `margin`
    points from its edges."""
    parts = [part for way in ways for part in segments(way.points)]
    found = {}
    for key, panel in panels.items():
        inner = panel.inset(Insets.all(margin))
        words = set_title(key, inner.width, NO_INSETS, "top")
        foot = key in footed
        place = inner.placed(Size(words.width, words.height), 0.0, 1.0 if foot else 0.0)
        strip = replace(place, left=inner.left, width=inner.width)
        upright = [part for part in parts if part.top < strip.bottom and part.bottom > strip.top]
        hits = sorted(part.left for part in upright if inner.left <= part.right and part.left <= inner.right)
        starts = [inner.left, *(hit + BESIDE for hit in hits)]
        left = next((start for start in starts if _free(start, words.width, hits, inner)), inner.left)
        insets = replace(Insets.all(margin), left=left - panel.left)
        body = set_title(key, panel.width, insets, "bottom" if foot else "top")
        found[key] = Title(
            body, replace(place, left=left), left > inner.left or not _free(left, words.width, hits, inner)
        )
    return found


def _free(start: float, width: float, hits: Iterable[float], inner: Rect) -> bool:
    return start + width <= inner.right + 1.0 and not any(
        start - BESIDE < hit < start + width + BESIDE for hit in hits
    )
