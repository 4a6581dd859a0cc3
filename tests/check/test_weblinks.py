"""Addresses are asked whether they answer: here a server on this machine."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from deckbuild.check.engine import Selection, check
from deckbuild.check.weblinks import dead, malformed
from deckbuild.layout.deck import lay_out
from deckbuild.pipeline import layout_context, read
from tests.check.proof import small_deck


class Server(BaseHTTPRequestHandler):
    """Answers with the number in the path; knows no HEAD below /get-only; /slow takes longer than allowed."""

    asked: list[str]

    def do_HEAD(self) -> None:
        if self.path.startswith("/get-only"):
            self._answer(405)
        else:
            self.do_GET()

    def do_GET(self) -> None:
        if self.path == "/slow":
            self.server.released.wait(5)  # type: ignore[attr-defined]
        number = self.path.rpartition("/")[2]
        self._answer(int(number) if number.isdigit() else 200)

    def _answer(self, status: int) -> None:
        self.server.asked.append(f"{self.command} {self.path}")  # type: ignore[attr-defined]
        self.send_response(status)
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


@pytest.mark.parametrize("path", ["/", "/get-only", "/401", "/403", "/429", "/500", "/page#part"])
def test_what_answers_is_alive(server: ThreadingHTTPServer, path: str) -> None:
    assert dead([address(server, path)]) == {}


@pytest.mark.parametrize("path", ["/404", "/410", "/get-only/404"])
def test_what_is_gone_is_dead(server: ThreadingHTTPServer, path: str) -> None:
    url = address(server, path)

    assert dead([url]) == {url: f"the server answers {path[-3:]}"}


def test_a_server_has_so_much_time_to_answer(server: ThreadingHTTPServer) -> None:
    url = address(server, "/slow")

    assert dead([url], timeout=0.2) == {url: "no answer within 0.2 s"}


def test_a_server_that_is_not_there_is_dead(server: ThreadingHTTPServer) -> None:
    url = address(server, "/")
    server.shutdown()
    server.server_close()

    assert "the server can't be reached" in dead([url], timeout=2)[url]


def test_each_address_is_asked_once(server: ThreadingHTTPServer) -> None:
    dead([address(server, "/")] * 3)

    assert server.asked == ["HEAD /"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("online", [True, False])
def test_dead_links_are_found_online_only(server: ThreadingHTTPServer, online: bool, tmp_path: Path) -> None:
    links = f"content: ['[gone]({address(server, '/404')}), [there]({address(server, '/')})']\n"
    deck = read(small_deck(links, tmp_path))
    context = layout_context(deck)

    report = check(
        deck,
        lay_out(deck, context),
        context.theme,
        today=datetime.date(2026, 6, 1),
        selection=Selection(select=("TEC011",), online=online),
    )

    found = [str(result.diagnostic.span) for result in report.active]
    assert found == (["slides/slide.yaml:1:12"] if online else [])


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("https://example.org", None),
        ("https://127.0.0.1:8080/a", None),
        ("http://[::1]/", None),
        ("http://localhost/", None),
        ("mailto:a.b@example.org?subject=x", None),
        ("https:/example.org", "there is no // after https:"),
        ("https://", "it names no host"),
        ("https://exa mple.org", "it contains a space"),
        ("https://-x.org", "'-x.org' is no host name"),
        ("https://http://example.org", "it has two schemes"),
        ("https://example.org:99999/", "port out of range 0-65535"),
        ("mailto:support", "'support' is no mail address"),
    ],
)
def test_the_form_of_addresses(target: str, fault: str | None) -> None:
    assert malformed(target) == fault
