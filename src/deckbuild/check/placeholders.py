"""Text that stands in for text."""

from __future__ import annotations

import re

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBA|FIXME|XXX)\b"
    r"|(?i:\b(?:lorem ipsum|click to (?:add|edit)|insert [\w ]{1,20} here|to be (?:added|written))\b)"
    r"|\[[A-Z][^\[\]\n]{2,60}\](?!\()"
    r"|<(?:your|insert|name of)\b[^<>\n]{0,40}>"
)
"""Words for work still to do, and fields in brackets that begin with a capital, unless they are links."""


def placeholder(text: str) -> re.Match[str] | None:
    """The first placeholder in a text.

    >>> placeholder("Welcome! I'm [Instructor Name].")[0]
    '[Instructor Name]'
    """
    return _PLACEHOLDER.search(text)
