"""Addresses of links: a valid URI, or what is wrong."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.deck.links import BadAddress, web_uri


@pytest.mark.parametrize(
    ("target", "uri"),
    [
        ("https://example.org/search?q=a&b=2&c=%20x#frag", "https://example.org/search?q=a&b=2&c=%20x#frag"),
        ("https://example.org/a page", "https://example.org/a%20page"),
        ("https://example.org/?rabatt=50%", "https://example.org/?rabatt=50%25"),
        ("https://example.org/%zz%20", "https://example.org/%25zz%20"),
        ("https://example.org/#/route#part", "https://example.org/#/route%23part"),
        ("https://example.org/a[1]?x={y}|z", "https://example.org/a%5B1%5D?x=%7By%7D%7Cz"),
        ("https://example.org/\"a\\b'c", "https://example.org/%22a%5Cb'c"),
        ("https://example.org/straße/日本", "https://example.org/stra%C3%9Fe/%E6%97%A5%E6%9C%AC"),
        ("https://münchen.example/", "https://xn--mnchen-3ya.example/"),
        ("https://例え.テスト:8443/", "https://xn--r8jz45g.xn--zckzah:8443/"),
        ("HTTPS://Example.ORG/A", "HTTPS://Example.ORG/A"),
        ("https://user:p@ss@example.org", "https://user:p%40ss@example.org"),
        ("http://[2001:db8::1]:80/", "http://[2001:db8::1]:80/"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://wiki/page", "http://wiki/page"),
        ("https://example.org:/", "https://example.org:/"),
        ("mailto:ann@example.org?subject=Issue #5", "mailto:ann@example.org?subject=Issue%20%235"),
        ("mailto:jörg@bücher.example,b@x.org", "mailto:j%C3%B6rg@xn--bcher-kva.example,b@x.org"),
    ],
)
def test_uris(target: str, uri: str) -> None:
    assert web_uri(target) == uri
    assert web_uri(uri) == uri


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("https://", "it names no host"),
        ("https:///path", "it names no host"),
        ("https:example.org", "there is no // after https:"),
        ("https://https://example.org", "it has two schemes"),
        ("https://[::1", "the bracket around its IPv6 address isn't closed"),
        ("https://[::g]/", "'::g' is no IPv6 address"),
        ("https://[::1]x/", "'x' stands between host and path"),
        ("https://host:port/", "'port' is no port number"),
        ("https://example.org:99999/", "'99999' is no port number"),
        ("https://my host/", "there is a space in its host 'my host'"),
        ("https://a..b/", "'a..b' is no host name"),
        ("https://a\\b/", "'a\\\\b' is no host name"),
        ("https://" + "a" * 64 + ".org", f"'{'a' * 64}.org' is no host name"),
        ("https://300.1.1.1/", "'300.1.1.1' is no IPv4 address"),
        ("https://\u202eexample.org/", "'\\u202eexample.org' is no host name"),
        ("https://example.org/\tb", "it contains the control character U+0009"),
        ("mailto:", "it names no mail address"),
        ("mailto:[", "'[' is no mail address"),
        ("mailto:ann", "'ann' is no mail address"),
        ("javascript:alert(1)", "it is no web or mail address"),
        ("other.pdf", "it is no web or mail address"),
        ("", "it is no web or mail address"),
    ],
)
def test_what_is_no_address(target: str, fault: str) -> None:
    with pytest.raises(BadAddress) as error:
        web_uri(target)
    assert error.value.fault == fault
    assert error.value.cure


URI = re.compile(r"[A-Za-z]+:(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=\[\]#]|%[0-9A-Fa-f]{2})*")
"""RFC 3986's characters; a second `#` is told apart below."""


@given(
    st.builds("".join, st.tuples(st.sampled_from(["https://a.org/", "https://", "mailto:", "x:"]), st.text()))
)
def test_whatever_is_written_is_a_uri_or_no_address(target: str) -> None:
    try:
        uri = web_uri(target)
    except BadAddress:
        return
    assert URI.fullmatch(uri)
    assert uri.count("#") <= 1
    assert web_uri(uri) == uri
