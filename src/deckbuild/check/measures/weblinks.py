"""Web and mail addresses: found in text, and checked for their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from deckbuild.deck.links import BadAddress, web_uri

BARE_URL = re.compile(r"https?://[^\s<>\"`|]+", re.IGNORECASE)
_CLOSING = ".,;:!?'\"*_"


def bare_urls(text: str) -> Iterator[tuple[str, int]]:
    """The web addresses in a text and where they begin. Punctuation at the end is the sentence's.

    >>> list(bare_urls("See https://example.org/a_(b), or (https://example.org)."))
    [('https://example.org/a_(b)', 4), ('https://example.org', 35)]
    """
    for found in BARE_URL.finditer(text):
        url = found[0].rstrip(_CLOSING)
        while url.endswith(")") and url.count(")") > url.count("("):
            url = url[:-1].rstrip(_CLOSING)
        yield url, found.start()


def malformed(target: str) -> str | None:
    """What is wrong with a web or mail address that stands in a text; None if nothing is.

    Beyond what `web_uri` refuses that is a host of one word, which is no host name to the world outside.

    >>> malformed("https://example")
    "'example' is no host name"
    >>> malformed("https://example.org/a?b=c#d")
    """
    try:
        uri = web_uri(target)
    except BadAddress as error:
        return error.fault
    host = urlsplit(uri.replace("mailto:", "mailto://", 1).partition("?")[0]).hostname or ""
    if not host or host == "localhost" or ":" in host or "." in host.removesuffix("."):
        return None
    return f"{host!r} is no host name"
