"""Just enough HTTP to read the head of one answer, by a deadline (of the monotonic clock) and in bounds.

The standard library's clients have time limits for each read, and look hosts up themselves.
"""

from __future__ import annotations

import re
import socket
import time
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urljoin, urlsplit

from deckbuild.deck.links import BadAddress, web_uri

HEAD_BYTES = 65_536
"""As much of an answer is read at most; servers themselves take heads of 8 to 16 kB."""
NO_SUCH_NAME = frozenset(
    number for name in ("EAI_NONAME", "EAI_NODATA") if (number := getattr(socket, name, None)) is not None
)
PORTS = {"http": 80, "https": 443}
_STATUS = re.compile(rb"HTTP/1\.[01] ([1-9]\d\d)\b")
_COOKIE = re.compile(rb"[!-~]{1,4096}")


class Fact(Exception):
    """What ends a visit early. `dead` if there is nothing for certain, `reached` if any server was."""

    def __init__(self, fact: str, *, dead: bool = False, reached: bool = False) -> None:
        super().__init__(fact)
        self.fact, self.dead, self.reached = fact, dead, reached


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of an answer: `cookies` are those to be sent back, `location` where it redirects to."""

    status: int
    location: str = ""
    cookies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """An address in the parts that a request is made of, all in ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """The value of the header `Host` (RFC 9110, 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(url: str) -> Target:
    """The parts of a web address, which may have letters beyond ASCII. Raises `Fact` for anything else."""
    if url.partition(":")[0].lower() not in PORTS:
        raise Fact(f"it leads to {url[:200]!r}, which is no web address", reached=True)
    try:
        parts = urlsplit(web_uri(url))
        host, port = parts.hostname or "", parts.port
    except (BadAddress, ValueError) as error:
        raise Fact(f"{url[:200]!r} isn't well-formed: {error}") from None
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port or PORTS[parts.scheme], path)


def redirected(url: str, location: str) -> str:
    """Where a redirect from `url` leads (RFC 9110, 10.2.2). Raises `Fact`."""
    try:
        return urljoin(url, location).partition("#")[0]
    except ValueError:
        raise Fact(f"it leads to {location[:200]!r}, which is no web address", reached=True) from None


def left(deadline: float) -> float:
    """The seconds that are left. Raises `TimeoutError` if none are."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def look_up(host: str, port: int, deadline: float) -> list[Any]:
    """The host's internet addresses, as `socket.getaddrinfo` has them.

    The system's look-up can't be stopped, so it has a thread of its own, which isn't waited for.
    """
    found: SimpleQueue[list[Any] | OSError | UnicodeError] = SimpleQueue()

    def ask_system() -> None:
        try:
            found.put(list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))
        except (OSError, UnicodeError) as error:
            found.put(error)

    Thread(target=ask_system, daemon=True).start()
    try:
        answer = found.get(timeout=left(deadline))
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, socket.gaierror) and answer.errno in NO_SUCH_NAME:
        raise Fact(f"there is no host {host!r}", dead=True)
    if isinstance(answer, OSError):
        raise Fact(f"the host {host!r} can't be looked up ({answer.strerror})")
    if isinstance(answer, UnicodeError) or not answer:
        raise Fact(f"the host {host!r} can't be looked up")
    return answer


def connect(addresses: list[Any], deadline: float) -> socket.socket:
    """A connection to the first of the addresses that takes one; the last one's error if none does."""
    *others, last = addresses
    for address in others:
        try:
            return connect([address], deadline)
        except TimeoutError:
            raise
        except OSError:
            continue
    family, kind, protocol, _, place = last
    connection = socket.socket(family, kind, protocol)
    try:
        connection.settimeout(left(deadline))
        connection.connect(place)
    except BaseException:
        connection.close()
        raise
    return connection


def head_of(connection: socket.socket, deadline: float) -> Answer:
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
            raise Fact("the head of its answer has no end", reached=True)
        connection.settimeout(left(deadline))
        received = connection.recv(HEAD_BYTES)
        if not received:
            return _read(head)
        data += received


def _read(head: bytes) -> Answer:
    status = _STATUS.match(head)
    if status is None:
        raise Fact("what answers there doesn't speak HTTP/1.1", reached=True)
    location, cookies = "", []
    for line in head.split(b"\n")[1:]:
        name, _, value = line.partition(b":")
        match name.strip().lower():
            case b"location":
                location = value.strip().decode("utf-8", "replace")
            case b"set-cookie" if _COOKIE.fullmatch(cookie := value.split(b";")[0].strip()):
                cookies.append(cookie.decode("ascii"))
    return Answer(int(status[1]), location, tuple(cookies))
