"""matplotlib as a drawing engine: a picture at its final size, the same bytes every time.

matplotlib draws lines and areas. Text is set on top of the picture by the layout, in the theme's face and
with its metrics, so that it stays text: found, read aloud, edited, checked for contrast.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

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


def picture(rect: Rect, paint: Callable[[Axes], None], name: str) -> Picture:
    """What `paint` draws on axes that cover `rect`, in points of the frame that `rect` lies in, y downwards.

    The ground is transparent. The picture is decoration: the graphic around it has the alternative text.
    """
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
        paint(axes)
        raster, vector = io.BytesIO(), io.BytesIO()
        figure.savefig(raster, format="png", dpi=RASTER_DPI, metadata={"Software": None})
        figure.savefig(vector, format="svg", metadata={"Date": None, "Creator": None})
    return Picture(rect, raster.getvalue(), vector.getvalue(), name=name, decorative=True)
