"""Web and mail addresses: found in text, and checked for their form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

BARE_URL = re.compile(r"https?://[^\s<>\"`|]+", re.IGNORECASE)
_CLOSING = ".,;:!?'\"*_"
_HOST_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+")


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
    """What is wrong with the form of a web or mail address (RFC 3986, RFC 6068); None if nothing is.

    >>> malformed("https://example")
    "'example' is no host name"
    >>> malformed("https://example.org/a?b=c#d")
    """
    if re.search(r"\s", target):
        return "it contains a space"
    scheme, _, rest = target.partition(":")
    if scheme.lower() == "mailto":
        address = rest.partition("?")[0]
        return None if _MAIL.fullmatch(address) else f"{address!r} is no mail address"
    if not rest.startswith("//"):
        return f"there is no // after {scheme}:"
    try:
        parts = urlsplit(target)
        host, _port = parts.hostname or "", parts.port
    except ValueError as error:
        return f"{str(error)[:1].lower()}{str(error)[1:]}".rstrip(".")
    if host in ("http", "https"):
        return "it has two schemes"
    return None if _is_host(host) else f"{host!r} is no host name" if host else "it names no host"


def _is_host(host: str) -> bool:
    if host == "localhost" or ":" in host:  # an IPv6 address, which urlsplit has checked
        return True
    labels = host.removesuffix(".").split(".")
    return len(labels) > 1 and all(_HOST_LABEL.fullmatch(label) for label in labels)
