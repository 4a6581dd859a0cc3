"""Text that stands in for text."""

from __future__ import annotations

import re

_FIELDS = (
    "Company|Client|Customer|Date|Email|Instructor|Link|Location|Name|Number|Presenter|Title|Topic|URL|Venue"
)
_PLACEHOLDER = re.compile(
    r"\b(?:TODO|TBD|TBA|FIXME|XXX)\b"
    r"|(?i:\b(?:lorem ipsum|click to (?:add|edit)|insert [\w ]{1,20} here|to be (?:added|written))\b)"
    rf"|\[(?:(?!The |This |These |It |In |Note |See )[A-Z][\w'’-]*[ /][^\[\]\n]{{1,60}}|{_FIELDS})\](?!\()"
    r"|<(?:your|insert|name of)\b[^<>\n]{0,40}>"
)
"""Words for work still to do, and fields in brackets: several words that begin with a capital, or one of the
usual ones. Keys to press ([Ctrl]), words put into a quotation, and links are none."""

_CODE = re.compile(r"`[^`\n]+`")


def placeholder(text: str) -> re.Match[str] | None:
    """The first placeholder in a text, `code` left out.

    >>> placeholder("Welcome! I'm [Instructor Name].")[0]
    '[Instructor Name]'
    >>> placeholder("Press [Ctrl]; [The model] `TODO`")
    """
    return _PLACEHOLDER.search(_CODE.sub(lambda code: " " * len(code[0]), text))
