"""matplotlib as a drawing engine: a picture at its final size, the same bytes every time.

matplotlib draws lines and areas. Text is set on top of the picture by the layout, in the theme's face and
with its metrics, so that it stays text: found, read aloud, edited, checked for contrast.
"""

from __future__ import annotations

import contextlib
import io
import logging
import math
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckbuild.charts.curves import hatching
from deckbuild.charts.plot import Area, Mark, Polyline, Style
from deckbuild.document import Picture
from deckbuild.geometry import Rect

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RASTER_DPI = 192
"""Of the PNG beside the SVG: two pixels for each of a full-HD projector's."""

SETTINGS: dict[Any, Any] = {
    "svg.hashsalt": "deckbuild",  # ids of clip paths and markers, else random
    "svg.fonttype": "path",
    "path.simplify_threshold": 0.05,
    "lines.solid_joinstyle": "round",
    "lines.solid_capstyle": "round",
    "lines.scale_dashes": False,
}
"""On top of matplotlib's own defaults, so that a person's matplotlibrc changes nothing."""

HATCH_APART = 7.0
HATCH_WIDTH = 1.0

DASHES: Mapping[Style, tuple[float, ...]] = {"solid": (), "dashed": (7.0, 4.0), "dotted": (1.6, 3.2)}
"""Lengths of dashes and gaps, in points."""

# matplotlib logs notices to authors of plots: that it reads the fonts, that its folder can't be written.
# With a handler of their own they don't fall through to stderr; a program that wants them still gets them.
logging.getLogger("matplotlib").addHandler(logging.NullHandler())


def picture(rect: Rect, marks: Iterable[Mark], name: str) -> Picture:
    """Areas and lines from back to front, in points of the frame that `rect` lies in, y downwards.

    The ground is transparent. The picture is decoration: the graphic around it has the alternative text.
    """
    with _own_surroundings():
        import matplotlib
        from matplotlib.figure import Figure

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(SETTINGS)
        figure = Figure(figsize=(rect.width / 72, rect.height / 72), facecolor="none")
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        axes.set_axis_off()
        axes.set_xlim(rect.left, rect.right)
        axes.set_ylim(rect.bottom, rect.top)
        _paint(axes, marks)
        raster, vector = io.BytesIO(), io.BytesIO()
        figure.savefig(raster, format="png", dpi=RASTER_DPI, metadata={"Software": None})
        figure.savefig(vector, format="svg", metadata={"Date": None, "Creator": None})
    return Picture(rect, raster.getvalue(), vector.getvalue(), name=name, role="decoration")


def _paint(axes: Axes, marks: Iterable[Mark]) -> None:
    for layer, mark in enumerate(marks):
        place: dict[str, Any] = {"clip_on": False, "zorder": layer}
        match mark:
            case Area(spans, fill, hatch):
                x, one, other = spans.T
                edge = [*one, *other[::-1]]
                axes.fill([*x, *x[::-1]], edge, color=(fill.hex, fill.alpha), linewidth=0, **place)
                if hatch:
                    stripes = list(hatching(spans, HATCH_APART))
                    axes.plot(
                        [x for stripe in stripes for x in (stripe.x0, stripe.x1, math.nan)],
                        [y for stripe in stripes for y in (stripe.y0, stripe.y1, math.nan)],
                        color=(hatch.hex, hatch.alpha),
                        linewidth=HATCH_WIDTH,
                        solid_capstyle="butt",
                        **place,
                    )
            case Polyline(points, color, width, style):
                axes.plot(
                    [point.x for point in points],
                    [point.y for point in points],
                    color=(color.hex, color.alpha),
                    linewidth=width,
                    linestyle=(0, DASHES[style]) if DASHES[style] else "-",
                    dash_capstyle="butt",
                    **place,
                )


@contextlib.contextmanager
def _own_surroundings() -> Iterator[None]:
    """While matplotlib is imported, it finds no settings of the person's: what it can't read is fatal to it.

    It takes the backend from `MPLBACKEND`, and the first matplotlibrc of these: the current folder's,
    `MATPLOTLIBRC`, the person's own, the package's (`matplotlib.matplotlib_fname`).
    """
    if "matplotlib" in sys.modules:
        yield
        return
    before = {name: os.environ.pop(name, None) for name in ("MPLBACKEND", "MATPLOTLIBRC")}
    here = Path("matplotlibrc")
    try:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / here).touch()
            os.environ["MATPLOTLIBRC"] = folder
            with contextlib.chdir(folder) if here.exists() else contextlib.nullcontext():
                yield
    finally:
        os.environ.pop("MATPLOTLIBRC", None)
        os.environ.update({name: value for name, value in before.items() if value is not None})
