"""Web and mail addresses: found in text, checked for their form, and asked whether they answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

BARE_URL = re.compile(r"https?://[^\s<>\"`|]+", re.IGNORECASE)
_CLOSING = ".,;:!?'\"*_"
_HOST_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+")

TIMEOUT = 10.0
"""Seconds that a server gets to answer."""
AT_ONCE = 8
"""Addresses asked at the same time."""
REFUSES_HEAD = frozenset({400, 403, 404, 405, 501})
"""Status codes with which servers answer HEAD though GET works (RFC 9110, 9.3.2 and 15.5.6)."""
GONE = frozenset({404, 410})
"""Status codes that say there is nothing at the address (RFC 9110, 15.5.5 and 15.5.11)."""
AGENT = "deckbuild-link-check"


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


def dead(urls: Iterable[str], timeout: float = TIMEOUT) -> Mapping[str, str]:
    """Those of the web addresses that lead nowhere, and why. Each is asked once, several at a time.

    One that answers at all but asks for a login, is limited or is in trouble (401, 403, 429, 5xx) exists.
    """
    wanted = sorted(set(urls))
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = pool.map(lambda url: _fault(url, timeout), wanted)
        return {url: fault for url, fault in zip(wanted, answers, strict=True) if fault is not None}


def _fault(url: str, timeout: float) -> str | None:
    address = url.partition("#")[0]
    for method in ("HEAD", "GET"):
        request = Request(address, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
        try:
            with urlopen(request, timeout=timeout):
                return None
        except HTTPError as error:
            error.close()
            if method == "HEAD" and error.code in REFUSES_HEAD:
                continue
            return f"the server answers {error.code}" if error.code in GONE else None
        except (URLError, HTTPException, OSError, ValueError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            late = isinstance(reason, TimeoutError)
            return f"no answer within {timeout:g} s" if late else f"the server can't be reached ({reason})"
    return None
