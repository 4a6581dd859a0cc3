"""Web addresses are asked whether they answer: with bounds, and nobody but public servers.

The addresses come from a deck, perhaps a stranger's, and are asked from inside somebody's network. So only
http and https are spoken, and only with public internet addresses, which are looked up once and then
connected to; each redirect is looked at like the first address; nothing is read but the head of an answer;
and a server that sends slowly gets no more time than one that says nothing.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from deckbuild.check.http_head import (
    Answer,
    Fact,
    Target,
    connect,
    head_of,
    left,
    look_up,
    redirected,
    target_of,
)

LINK_SECONDS = 10.0
"""What a server gets to answer, redirects included."""
ALL_SECONDS = 120.0
"""What all addresses of a deck get together."""
AT_ONCE = 8
"""Addresses asked at the same time."""
REDIRECTS = 10
REFUSES_HEAD = frozenset({400, 403, 404, 405, 501})
"""Status codes with which servers answer HEAD though GET works (RFC 9110, 9.3.2 and 15.5.6)."""
GONE = frozenset({404, 410})
"""Status codes that say there is nothing at the address (RFC 9110, 15.5.5 and 15.5.11)."""
MOVED = frozenset({301, 302, 303, 307, 308})
AGENT = "deckbuild-link-check"
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052

Address = IPv4Address | IPv6Address
Allow = Callable[[Address], bool]
"""Whether a server at this internet address may be asked."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of asking an address that doesn't simply answer, and why (`fact`).

    `dead` if there is nothing for certain; otherwise it couldn't be checked. `reached` tells whether any
    server was.
    """

    fact: str
    dead: bool = False
    reached: bool = False


Ask = Callable[[Iterable[str]], Mapping[str, Verdict]]
"""Asks web addresses; those that answer are not in the result."""


def ask(
    urls: Iterable[str],
    *,
    allow: Allow | None = None,
    link_seconds: float = LINK_SECONDS,
    all_seconds: float = ALL_SECONDS,
) -> Mapping[str, Verdict]:
    """What came of asking those of the addresses that don't answer. Each is asked once, several at a time.

    One that asks for a login, is limited or in trouble (401, 403, 429, 5xx) answers. If no server at all is
    reached, it may be this machine that has no network, and nothing is dead for certain.
    """
    wanted = sorted(set(urls))
    visitor = _Visitor(allow or is_public, link_seconds, time.monotonic() + all_seconds)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        verdicts = dict(zip(wanted, pool.map(visitor.verdict, wanted), strict=True))
    connected = any(verdict is None or verdict.reached for verdict in verdicts.values())
    return {
        url: replace(verdict, dead=verdict.dead and connected)
        for url, verdict in verdicts.items()
        if verdict is not None
    }


def is_public(address: Address) -> bool:
    """Whether an internet address is one of the public internet's, for a single server (RFC 6890).

    An IPv6 address that stands for one of IPv4 is judged by that.
    """
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if address in _NAT64:
            inner = IPv4Address(int(address) & 0xFFFF_FFFF)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


@dataclass(frozen=True, slots=True)
class _Visitor:
    """Asks addresses by one policy, until `end` (of the monotonic clock)."""

    allow: Allow
    link_seconds: float
    end: float
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def verdict(self, url: str) -> Verdict | None:
        """What came of asking an address; None if it answers."""
        now = time.monotonic()
        if now >= self.end:
            return Verdict("the time for asking was up before its turn")
        try:
            self._visit(url, min(now + self.link_seconds, self.end))
        except Fact as error:
            return Verdict(error.fact, error.dead, error.reached)
        except TimeoutError:
            return Verdict(f"no answer within {self.link_seconds:g} s")
        except ssl.SSLCertVerificationError as error:
            return Verdict(f"its certificate isn't accepted: {error.verify_message}", reached=True)
        except ssl.SSLError as error:
            return Verdict(f"it speaks no TLS that is understood here ({error.reason})", reached=True)
        except ConnectionRefusedError:
            return Verdict("no server listens there", dead=True)
        except OSError as error:
            return Verdict(f"the server can't be reached ({error.strerror or error})")
        return None

    def _visit(self, url: str, deadline: float) -> None:
        """Follow an address to where it ends. Returns if that answers, raises `Fact` or `OSError` if not."""
        cookies: dict[str, frozenset[str]] = {}
        seen = set()
        for _ in range(REDIRECTS + 1):
            target = target_of(url)
            sent = cookies.get(target.site, frozenset())
            if (url, sent) in seen:
                raise Fact("it redirects in a circle", dead=True, reached=True)
            seen.add((url, sent))
            answer = self._answer("HEAD", target, sent, deadline)
            if answer.status in REFUSES_HEAD:
                answer = self._answer("GET", target, sent, deadline)
            if answer.status in GONE:
                raise Fact(f"the server answers {answer.status}", dead=True, reached=True)
            if answer.status not in MOVED or not answer.location:
                return
            cookies[target.site] = sent | frozenset(answer.cookies)
            url = redirected(url, answer.location)
        raise Fact(f"it redirects more than {REDIRECTS} times", reached=True)

    def _answer(self, method: str, target: Target, cookies: frozenset[str], deadline: float) -> Answer:
        """The head of one answer to one request."""
        request = [
            f"{method} {target.path} HTTP/1.1",
            f"Host: {target.site}",
            f"User-Agent: {AGENT}",
            "Accept: */*",
            *([f"Cookie: {'; '.join(sorted(cookies))}"] if cookies else []),
            "Connection: close",
        ]
        with self._connected(target, deadline) as connection:
            connection.settimeout(left(deadline))
            connection.sendall("".join(f"{line}\r\n" for line in [*request, ""]).encode("latin-1"))
            return head_of(connection, deadline)

    def _connected(self, target: Target, deadline: float) -> socket.socket:
        """A connection to one of the host's addresses that may be asked."""
        found = look_up(target.host, target.port, deadline)
        allowed = [each for each in found if self.allow(ip_address(each[4][0]))]
        if not allowed:
            shown = "" if target.host == found[0][4][0] else f" ({found[0][4][0]})"
            raise Fact(f"{target.host}{shown} is no public address, and isn't asked")
        connection = connect(allowed, deadline)
        if target.scheme == "http":
            return connection
        connection.settimeout(left(deadline))
        try:
            return self.tls.wrap_socket(connection, server_hostname=target.host)
        except BaseException:
            connection.close()
            raise
