"""Addresses are asked whether they answer: here servers on this machine, which a test may allow."""

from __future__ import annotations

import contextlib
import datetime
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest

from deckbuild.check.engine import Selection, check
from deckbuild.check.online import REDIRECTS, Verdict, ask, is_public
from deckbuild.layout.deck import lay_out
from deckbuild.pipeline import layout_context, read
from tests.check.proof import small_deck

LONG = 30.0  # seconds: no test takes that long, unless it fails


class Server(BaseHTTPRequestHandler):
    """Answers with the number in the path, knows no HEAD below /get-only, redirects below /to and /loop."""

    def do_HEAD(self) -> None:
        if self.path.startswith("/get-only"):
            self._answer(405)
        else:
            self.do_GET()

    def do_GET(self) -> None:
        if self.path == "/slow":
            self.server.released.wait(LONG)  # type: ignore[attr-defined]
        if self.path.startswith("/to/"):
            self._answer(302, ("Location", self.path.removeprefix("/to/")))
        elif self.path.startswith("/loop"):
            self._answer(302, ("Location", "/loop"))
        elif self.path.startswith("/longer"):
            self._answer(301, ("Location", f"{self.path}r"))
        elif self.path == "/cookie" and "seen=1" not in self.headers.get("Cookie", ""):
            self._answer(307, ("Location", "/cookie"), ("Set-Cookie", "seen=1; Path=/"))
        else:
            number = self.path.rpartition("/")[2]
            self._answer(int(number) if number.isdigit() else 200)

    def _answer(self, status: int, *headers: tuple[str, str]) -> None:
        self.server.asked.append(f"{self.command} {self.path}")  # type: ignore[attr-defined]
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.asked, server.released = [], threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.released.set()  # type: ignore[attr-defined]
    server.shutdown()
    thread.join()
    server.server_close()


def address(server: ThreadingHTTPServer, path: str) -> str:
    return f"http://127.0.0.1:{server.server_port}{path}"


def verdict(url: str, seconds: float = LONG) -> Verdict | None:
    return ask([url], allow=lambda _: True, link_seconds=seconds).get(url)


@contextlib.contextmanager
def raw_server(serve: Callable[[socket.socket, threading.Event], None]) -> Iterator[str]:
    """The address of a server that treats each connection as `serve` does, until its event is set."""
    listening = socket.create_server(("127.0.0.1", 0))
    done = threading.Event()

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = listening.accept()
                with connection, contextlib.suppress(OSError):
                    serve(connection, done)

    thread = threading.Thread(target=accept)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        done.set()
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


@pytest.mark.parametrize(
    "path",
    ["/", "/get-only", "/401", "/403", "/429", "/500", "/page#part", "/to//200", "/cookie"],
)
def test_what_answers_is_alive(server: ThreadingHTTPServer, path: str) -> None:
    assert verdict(address(server, path)) is None


@pytest.mark.parametrize("path", ["/404", "/410", "/get-only/404", "/to//404", "/to//get-only/410"])
def test_what_is_gone_is_dead(server: ThreadingHTTPServer, path: str) -> None:
    assert verdict(address(server, path)) == Verdict(
        f"the server answers {path[-3:]}", dead=True, reached=True
    )


def test_going_round_in_a_circle_is_no_answer(server: ThreadingHTTPServer) -> None:
    assert verdict(address(server, "/loop")) == Verdict("it redirects in a circle", dead=True, reached=True)


def test_redirects_end_somewhere(server: ThreadingHTTPServer) -> None:
    found = verdict(address(server, "/longer"))

    assert found == Verdict(f"it redirects more than {REDIRECTS} times", reached=True)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("/é", "/%C3%A9"),
        ("/a%20b?q=ü&r=50%", "/a%20b?q=%C3%BC&r=50%25"),
        ("/x?y[]=1", "/x?y%5B%5D=1"),
        ("", "/"),
        ("/#é", "/"),
    ],
)
def test_letters_beyond_ascii_are_asked_percent_encoded(
    server: ThreadingHTTPServer, written: str, asked: str
) -> None:
    assert verdict(address(server, written)) is None
    assert server.asked == [f"HEAD {asked}"]  # type: ignore[attr-defined]


def test_each_address_is_asked_once(server: ThreadingHTTPServer) -> None:
    ask([address(server, "/")] * 3, allow=lambda _: True)

    assert server.asked == ["HEAD /"]  # type: ignore[attr-defined]


def test_a_server_that_says_nothing_is_not_waited_for(server: ThreadingHTTPServer) -> None:
    assert verdict(address(server, "/slow"), seconds=0.2) == Verdict("no answer within 0.2 s")


def test_a_server_that_sends_slowly_gets_no_more_time() -> None:
    def trickle(connection: socket.socket, done: threading.Event) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not done.wait(0.02):
            connection.sendall(b"X-More: x\r\n")

    with raw_server(trickle) as url:
        assert verdict(url, seconds=0.3) == Verdict("no answer within 0.3 s")


def test_a_head_without_an_end_is_not_read_on() -> None:
    def pour(connection: socket.socket, done: threading.Event) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not done.is_set():
            connection.sendall(b"X: " + b"x" * 60_000 + b"\r\n")

    with raw_server(pour) as url:
        assert verdict(url) == Verdict("the head of its answer has no end", reached=True)


@pytest.mark.parametrize(
    "answer", [b"", b"SSH-2.0-x\r\n", b"HTTP/1.1 \x1b]0;OWNED\x07\r\n\r\n", b"\x00" * 99]
)
def test_what_speaks_something_else_cant_be_checked(answer: bytes) -> None:
    with raw_server(lambda connection, _: _answer(connection, answer)) as url:
        assert verdict(url) == Verdict("what answers there doesn't speak HTTP/1.1", reached=True)


def test_a_redirect_to_what_is_no_address() -> None:
    answer = b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n"
    with raw_server(lambda connection, _: _answer(connection, answer)) as url:
        assert verdict(url) == Verdict("it leads to 'http://[::1', which is no web address", reached=True)


def test_interim_answers_are_passed_over() -> None:
    answer = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\n"
    with raw_server(lambda connection, _: _answer(connection, answer)) as url:
        assert verdict(url) == Verdict("the server answers 404", dead=True, reached=True)


def _answer(connection: socket.socket, answer: bytes) -> None:
    connection.recv(65_536)
    connection.sendall(answer)
    connection.shutdown(socket.SHUT_WR)


def test_when_time_is_up_the_rest_isnt_asked(server: ThreadingHTTPServer) -> None:
    url = address(server, "/")

    assert ask([url], allow=lambda _: True, all_seconds=0) == {
        url: Verdict("the time for asking was up before its turn")
    }
    assert server.asked == []  # type: ignore[attr-defined]


def test_no_server_is_a_dead_link_only_where_others_are_reached(server: ThreadingHTTPServer) -> None:
    alive = address(server, "/")
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    gone = f"http://127.0.0.1:{port}/"

    assert ask([gone, alive], allow=lambda _: True) == {gone: Verdict("no server listens there", dead=True)}
    assert ask([gone], allow=lambda _: True) == {gone: Verdict("no server listens there", dead=False)}


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "10.0.0.1"],
)
def test_private_addresses_are_not_asked(server: ThreadingHTTPServer, host: str) -> None:
    url = f"http://{host}:{server.server_port}/"

    found = ask([url])[url]

    assert found.fact.endswith(
        ("is no public address, and isn't asked", "is no IPv4 address", "can't be looked up")
    )
    assert not found.dead
    assert server.asked == []  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform == "darwin", reason="it has only one loopback address")
def test_a_redirect_leads_to_no_private_address(server: ThreadingHTTPServer) -> None:
    """The first host stands for a public one; the other, for one inside the network."""
    with socket.create_server(("127.0.0.2", 0)) as inside:
        url = address(server, f"/to/http://127.0.0.2:{inside.getsockname()[1]}/")

        found = ask([url], allow=lambda address: str(address) == "127.0.0.1")[url]

        assert found == Verdict("127.0.0.2 is no public address, and isn't asked")
        inside.setblocking(False)
        with pytest.raises(BlockingIOError):
            inside.accept()


@pytest.mark.parametrize("target", ["ftp://127.0.0.1/", "file:///etc/passwd", "javascript:alert(1)"])
def test_a_redirect_leads_to_nothing_but_web_addresses(server: ThreadingHTTPServer, target: str) -> None:
    found = verdict(address(server, f"/to/{target}"))

    assert found == Verdict(f"it leads to {target!r}, which is no web address", reached=True)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),  # carrier-grade NAT
        ("169.254.169.254", False),  # link-local: where clouds keep secrets
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("192.0.2.1", False),  # documentation
        ("198.18.0.1", False),  # benchmarks
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fec0::1", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("2002:7f00:1::", False),  # 6to4 of 127.0.0.1
        ("64:ff9b::7f00:1", False),  # NAT64 of 127.0.0.1
        ("64:ff9b::5db8:d70e", True),
        ("::127.0.0.1", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


def test_a_server_without_tls_cant_be_checked() -> None:
    with raw_server(lambda connection, _: _answer(connection, b"HTTP/1.1 400 Bad Request\r\n\r\n")) as url:
        found = verdict(url.replace("http:", "https:"))

    assert found is not None
    assert found.fact.startswith("it speaks no TLS that is understood here (")


def test_a_server_silent_about_tls_is_not_waited_for() -> None:
    with raw_server(lambda _, done: done.wait(LONG) and None) as url:
        assert verdict(url.replace("http:", "https:"), seconds=0.2) == Verdict("no answer within 0.2 s")


@pytest.mark.parametrize("online", [True, False])
def test_links_are_asked_online_only(server: ThreadingHTTPServer, online: bool, tmp_path: Path) -> None:
    gone, there, slow = (address(server, path) for path in ("/404", "/", "/slow"))
    deck = read(
        small_deck(
            f"content:\n  - '[gone]({gone})'\n  - '[there]({there})'\n  - '[slow]({slow})'\n", tmp_path
        )
    )
    context = layout_context(deck)

    report = check(
        deck,
        lay_out(deck, context),
        context.theme,
        today=datetime.date(2026, 6, 1),
        selection=Selection(select=("TEC011",), online=online),
        ask=partial(ask, allow=lambda _: True, link_seconds=0.3),
    )

    found = [(str(each.diagnostic.span), each.severity, each.diagnostic.message) for each in report.active]
    assert found == (
        [
            ("slides/slide.yaml:2:6", "warning", f"{gone} is dead: the server answers 404"),
            ("slides/slide.yaml:4:6", "info", f"{slow} couldn't be checked: no answer within 0.3 s"),
        ]
        if online
        else []
    )
