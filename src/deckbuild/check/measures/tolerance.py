"""How much is nothing: what rules that measure let pass, in points."""

from __future__ import annotations

FIT = 0.5
"""Points that content may exceed its region by: less than a pixel on a projector."""
