"""Random themes: the one that comes along, with other numbers."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from deckbuild.resources import asset_path

BASE = asset_path("themes", "advanced-green.yaml").read_text("utf-8")
NUMBER = re.compile(r"(?<=[:] )-?\d+(?:\.\d+)?(?=[,}\s])")
LINES = [number for number, line in enumerate(BASE.splitlines()) if NUMBER.search(line)]
FACTORS = st.one_of(st.floats(0.02, 3), st.floats(0.5, 1.5), st.sampled_from([0, 0.1, 5]))
ANYTHING = st.one_of(
    st.integers(-3, 5000).map(str),
    st.sampled_from([".inf", ".nan", "-1", "0", "1e9", "9" * 400, "0.0000001", "true", "null", "[]", "#fff"]),
)


@st.composite
def scaled_themes(draw: st.DrawFn) -> str:
    """A theme with all numbers of some lines (the three sizes of a role, a zone, a distance) scaled alike."""
    lines = BASE.splitlines()
    for number in draw(st.lists(st.sampled_from(LINES), max_size=6, unique=True)):
        factor = draw(FACTORS)
        lines[number] = NUMBER.sub(lambda found, by=factor: f"{float(found[0]) * by:.4f}", lines[number])  # type: ignore[misc]
    return "\n".join(lines).replace("columns: 12.0000", "columns: 12")


@st.composite
def broken_themes(draw: st.DrawFn) -> str:
    """A theme with one number or more that may be anything."""
    places = [found.span() for found in NUMBER.finditer(BASE)]
    text = BASE
    for start, end in sorted(draw(st.lists(st.sampled_from(places), min_size=1, max_size=3, unique=True)))[
        ::-1
    ]:
        text = text[:start] + draw(ANYTHING) + text[end:]
    return text
