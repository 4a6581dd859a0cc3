"""Themes that can't be used."""

from __future__ import annotations

from deckbuild.diagnostics import Severity
from deckbuild.diagnostics.codes import code

UNKNOWN_THEME = code("THM001", "unknown-theme", Severity.ERROR, """
    There is no theme of this name, neither in the deck's `themes/` nor among those that come along.
    """)  # fmt: skip

NOT_A_THEME = code("THM002", "theme-not-yaml", Severity.ERROR, """
    A theme's file isn't YAML.
    """)  # fmt: skip

BAD_TOKEN = code("THM003", "bad-token", Severity.ERROR, """
    A theme lacks a token, has one that there isn't, or gives one a value that it can't have.
    """)  # fmt: skip

BAD_THEME = code("THM004", "theme-inconsistent", Severity.ERROR, """
    A theme's tokens don't go together: a colour that isn't defined, a text that can't be read on its ground.
    """)  # fmt: skip

UNMEASURED_FACE = code("THM005", "face-without-measurements", Severity.ERROR, """
    A theme uses a typeface of which there are no measurements.

    Text is set with the real widths of its glyphs; without them nothing could be promised about what fits.
    """)  # fmt: skip
