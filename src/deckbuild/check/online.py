"""Web addresses are asked whether they answer: with bounds, and nobody but public servers.

The addresses come from a deck, perhaps a stranger's, and are asked from inside somebody's network. So only
http and https are spoken, and only with public internet addresses, which are looked up once and then
connected to; each redirect is looked at like the first address; nothing is read but the head of an answer;
and a server that sends slowly gets no more time than one that says nothing.
"""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

LINK_SECONDS = 10.0
"""What a server gets to answer, redirects included."""
ALL_SECONDS = 120.0
"""What all addresses of a deck get together."""
AT_ONCE = 8
"""Addresses asked at the same time."""
REDIRECTS = 10
HEAD_BYTES = 65_536
"""As much of an answer is read at most; servers themselves take heads of 8 to 16 kB."""
REFUSES_HEAD = frozenset({400, 403, 404, 405, 501})
"""Status codes with which servers answer HEAD though GET works (RFC 9110, 9.3.2 and 15.5.6)."""
GONE = frozenset({404, 410})
"""Status codes that say there is nothing at the address (RFC 9110, 15.5.5 and 15.5.11)."""
MOVED = frozenset({301, 302, 303, 307, 308})
AGENT = "deckbuild-link-check"
NO_SUCH_NAME = frozenset(
    number for name in ("EAI_NONAME", "EAI_NODATA") if (number := getattr(socket, name, None)) is not None
)
_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[\w.:-]+", re.ASCII)
_STATUS = re.compile(rb"HTTP/1\.[01] ([1-9]\d\d)\b")
_COOKIE = re.compile(rb"[!-~]{1,4096}")
_PATH_SIGNS = "%/:;=@&+$,!~*'()?[]"

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


class _Fact(Exception):
    """What ends a visit early."""

    def __init__(self, fact: str, *, dead: bool = False, reached: bool = False) -> None:
        super().__init__(fact)
        self.verdict = Verdict(fact, dead, reached)


@dataclass(frozen=True, slots=True)
class _Answer:
    """The head of an answer: `cookies` are those to be sent back, `location` where it redirects to."""

    status: int
    location: str = ""
    cookies: tuple[str, ...] = ()


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
        except _Fact as error:
            return error.verdict
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
        """Follow an address to where it ends. Returns if that answers, raises `_Fact` or `OSError` if not."""
        cookies: dict[str, frozenset[str]] = {}
        seen = set()
        for _ in range(REDIRECTS + 1):
            site = urlsplit(url).netloc
            sent = cookies.get(site, frozenset())
            if (url, sent) in seen:
                raise _Fact("it redirects in a circle", dead=True, reached=True)
            seen.add((url, sent))
            answer = self._answer("HEAD", url, sent, deadline)
            if answer.status in REFUSES_HEAD:
                answer = self._answer("GET", url, sent, deadline)
            if answer.status in GONE:
                raise _Fact(f"the server answers {answer.status}", dead=True, reached=True)
            if answer.status not in MOVED or not answer.location:
                return
            cookies[site] = sent | frozenset(answer.cookies)
            url = urljoin(url, answer.location).partition("#")[0]
        raise _Fact(f"it redirects more than {REDIRECTS} times", reached=True)

    def _answer(self, method: str, url: str, cookies: frozenset[str], deadline: float) -> _Answer:
        """The head of one answer to one request."""
        target = _target(url)
        request = [
            f"{method} {target.path} HTTP/1.1",
            f"Host: {target.site}",
            f"User-Agent: {AGENT}",
            "Accept: */*",
            *([f"Cookie: {'; '.join(sorted(cookies))}"] if cookies else []),
            "Connection: close",
        ]
        with self._connected(target, deadline) as connection:
            connection.settimeout(_left(deadline))
            connection.sendall("".join(f"{line}\r\n" for line in [*request, ""]).encode("latin-1"))
            return _head(connection, deadline)

    def _connected(self, target: _Target, deadline: float) -> socket.socket:
        """A connection to one of the host's addresses that may be asked."""
        found = _look_up(target.host, target.port, deadline)
        allowed = [each for each in found if self.allow(ip_address(each[4][0]))]
        if not allowed:
            shown = "" if target.host == found[0][4][0] else f" ({found[0][4][0]})"
            raise _Fact(f"{target.host}{shown} is no public address, and isn't asked")
        connection = _connect(allowed, deadline)
        if target.scheme == "http":
            return connection
        connection.settimeout(_left(deadline))
        try:
            return self.tls.wrap_socket(connection, server_hostname=target.host)
        except BaseException:
            connection.close()
            raise


@dataclass(frozen=True, slots=True)
class _Target:
    """An address in the parts that a request is made of, all in ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """The value of the header `Host` (RFC 9110, 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def _target(url: str) -> _Target:
    """The parts of an address that may have letters beyond ASCII (RFC 3987, 3.1). Raises `_Fact`."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        if ":" not in host:
            host = host.encode("idna").decode("ascii")
    except ValueError as error:
        raise _Fact(f"{url[:200]!r} isn't well-formed: {error}") from None
    if parts.scheme not in _PORTS:
        raise _Fact(f"it leads to {url[:200]!r}, which is no web address", reached=True)
    if not _HOST.fullmatch(host):
        raise _Fact(f"{host!r} is no host name")
    path = _quoted(parts.path or "/") + (f"?{_quoted(parts.query)}" if parts.query else "")
    return _Target(parts.scheme, host, port or _PORTS[parts.scheme], path)


def _quoted(text: str) -> str:
    """
    >>> _quoted("/é/100%/%C3%A9?")
    '/%C3%A9/100%25/%C3%A9?'
    """
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text), _PATH_SIGNS, errors="replace")


def _left(deadline: float) -> float:
    """The seconds that are left. Raises `TimeoutError` if none are."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def _look_up(host: str, port: int, deadline: float) -> list[Any]:
    """The host's internet addresses. The system's look-up can't be stopped, so it isn't waited for."""
    found: SimpleQueue[list[Any] | OSError | UnicodeError] = SimpleQueue()

    def look_up() -> None:
        try:
            found.put(list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except (OSError, UnicodeError) as error:
            found.put(error)

    Thread(target=look_up, daemon=True).start()
    try:
        answer = found.get(timeout=_left(deadline))
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, socket.gaierror) and answer.errno in NO_SUCH_NAME:
        raise _Fact(f"there is no host {host!r}", dead=True)
    if isinstance(answer, OSError):
        raise _Fact(f"the host {host!r} can't be looked up ({answer.strerror})")
    if isinstance(answer, UnicodeError) or not answer:
        raise _Fact(f"the host {host!r} can't be looked up")
    return answer


def _connect(addresses: list[Any], deadline: float) -> socket.socket:
    """A connection to the first of the addresses that takes one; the last one's error if none does."""
    *others, last = addresses
    for address in others:
        try:
            return _connect([address], deadline)
        except TimeoutError:
            raise
        except OSError:
            continue
    family, kind, protocol, _, place = last
    connection = socket.socket(family, kind, protocol)
    try:
        connection.settimeout(_left(deadline))
        connection.connect(place)
    except BaseException:
        connection.close()
        raise
    return connection


def _head(connection: socket.socket, deadline: float) -> _Answer:
    """The head of the answer that comes; interim ones (1xx) are passed over."""
    data = b""
    while True:
        head, end, rest = data.replace(b"\r\n", b"\n").partition(b"\n\n")
        if end and (found := _STATUS.match(head)) and found[1].startswith(b"1"):
            data = rest
            continue
        if end:
            return _read(head)
        if len(data) > HEAD_BYTES:
            raise _Fact("the head of its answer has no end", reached=True)
        connection.settimeout(_left(deadline))
        received = connection.recv(HEAD_BYTES)
        if not received:
            return _read(head)
        data += received


def _read(head: bytes) -> _Answer:
    status = _STATUS.match(head)
    if status is None:
        raise _Fact("what answers there doesn't speak HTTP/1.1", reached=True)
    location, cookies = "", []
    for line in head.split(b"\n")[1:]:
        name, _, value = line.partition(b":")
        match name.strip().lower():
            case b"location":
                location = value.strip().decode("utf-8", "replace")
            case b"set-cookie" if _COOKIE.fullmatch(cookie := value.split(b";")[0].strip()):
                cookies.append(cookie.decode("ascii"))
    return _Answer(int(status[1]), location, tuple(cookies))
