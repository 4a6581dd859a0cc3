"""Addresses of links: what an author writes, as the URI that a file may hold, or what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import unquote

import idna

LINK_SCHEMES = ("http://", "https://", "mailto:")

UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
SUB_DELIMS = frozenset("!$&'()*+,;=")
USER = UNRESERVED | SUB_DELIMS | {":"}
PATH = UNRESERVED | SUB_DELIMS | frozenset(":@/")
QUERY = PATH | {"?"}
"""What may stand as it is in each part of a URI (RFC 3986, §2.2 to §3.5)."""

MAILBOX = UNRESERVED | frozenset("!$'*+")
"""The same for what stands before the @ of a mail address (RFC 6068, §2)."""

LONGEST_LABEL = 63
LONGEST_HOST = 253
LAST_PORT = 65535

_ESCAPED = re.compile(r"%[0-9A-Fa-f]{2}")
_PARTS = re.compile(r"(?i)(https?):(//)?([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?", re.DOTALL)  # RFC 3986, appendix B
_HOST_LABEL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_LOCAL_PART = re.compile(r"[^\s@<>()\[\]\\,;:\"]+")


class BadAddress(ValueError):
    """An address that can't be written as a URI: `fault` is what is wrong with it, `cure` what to write."""

    def __init__(self, fault: str, cure: str) -> None:
        super().__init__(fault)
        self.fault, self.cure = fault, cure


def is_internal(target: str) -> bool:
    """Whether a link leads to a slide of this deck: `#slide-id`."""
    return target.startswith("#") and len(target) > 1


def web_uri(target: str) -> str:
    """A web or mail address as a URI (RFC 3986, RFC 6068): what may not stand in it percent-encoded as
    UTF-8, the host in ASCII (UTS 46). What is escaped already stays.

    Raises `BadAddress` for one that leads nowhere, or has another scheme.

    >>> web_uri("https://bücher.example/straße?rabatt=50%")
    'https://xn--bcher-kva.example/stra%C3%9Fe?rabatt=50%25'
    """
    address = target.strip(" ")
    for char in address:
        if unicodedata.category(char) in ("Cc", "Zl", "Zp"):
            raise BadAddress(f"it contains the control character U+{ord(char):04X}", "delete it")
    scheme = address.partition(":")[0].lower()
    if scheme == "mailto" and ":" in address:
        return _mail(address)
    parts = _PARTS.fullmatch(address)
    if parts is None:
        schemes = ", ".join((*LINK_SCHEMES, "#slide-id"))
        raise BadAddress("it is no web or mail address", f"links start with {schemes}")
    if parts[2] is None:
        raise BadAddress(f"there is no // after {scheme}:", f"write {scheme}://…")
    path, query, fragment = parts[4], parts[5] or "", parts[6] or ""
    return "".join(
        (
            f"{parts[1]}://{_authority(parts[3])}",
            _encoded(path, PATH),
            query[:1] + _encoded(query[1:], QUERY),
            fragment[:1] + _encoded(fragment[1:], QUERY),
        )
    )


def _authority(written: str) -> str:
    user, at, rest = written.rpartition("@")
    before = _encoded(user, USER) + at
    if rest.startswith("["):
        inside, closing, port = rest[1:].partition("]")
        if not closing:
            raise BadAddress("the bracket around its IPv6 address isn't closed", f"write [{inside}]")
        host = f"[{_ipv6(inside)}]"
        if port and not port.startswith(":"):
            raise BadAddress(f"{port!r} stands between host and path", "correct the host's name")
        return f"{before}{host}{_port(port)}"
    name, colon, port = rest.partition(":")
    return f"{before}{_host(name)}{_port(colon + port)}"


def _ipv6(written: str) -> str:
    try:
        IPv6Address(written)
    except AddressValueError:
        raise BadAddress(f"{written!r} is no IPv6 address", "correct the address") from None
    if "%" in written:
        raise BadAddress("a zone means nothing on another machine", f"write [{written.partition('%')[0]}]")
    return written


def _port(written: str) -> str:
    """`:80`, or nothing; an empty port is allowed (RFC 3986, §3.2.3)."""
    number = written[1:]
    if number and not (number.isascii() and number.isdigit() and int(number[:6]) <= LAST_PORT):
        raise BadAddress(f"{number!r} is no port number", f"write a number up to {LAST_PORT}, or no ':'")
    return written


def _host(written: str) -> str:
    if not written:
        raise BadAddress("it names no host", "write https://example.org/…")
    if written.lower() in ("http", "https"):
        raise BadAddress("it has two schemes", "delete one of them")
    name = unquote(written)
    if re.search(r"\s", name):
        raise BadAddress(f"there is a space in its host {name!r}", "delete the space")
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            raise BadAddress(f"{name!r} is no host name", "correct the host's name") from None
    labels = name.removesuffix(".").split(".")
    if len(name) > LONGEST_HOST or not all(map(_is_label, labels)):
        raise BadAddress(f"{name!r} is no host name", "correct the host's name")
    if labels[-1].isdigit():
        try:
            IPv4Address(name)
        except AddressValueError:
            raise BadAddress(f"{name!r} is no IPv4 address", "write four numbers up to 255") from None
    return name


def _is_label(label: str) -> bool:
    return len(label) <= LONGEST_LABEL and _HOST_LABEL.fullmatch(label) is not None


def _mail(address: str) -> str:
    """A `mailto:`. In its fields `#` has no meaning of its own and is encoded (RFC 6068, §2)."""
    scheme, _, rest = address.partition(":")
    receivers, question, fields = rest.partition("?")
    if not receivers.strip() and not fields:
        raise BadAddress("it names no mail address", "write mailto:name@example.org")
    written = ",".join(_mailbox(each.strip()) for each in receivers.split(",")) if receivers else ""
    return f"{scheme}:{written}{question}{_encoded(fields, QUERY)}"


def _mailbox(written: str) -> str:
    local, at, domain = written.rpartition("@")
    plain = unquote(local)
    if not at or not domain or not _LOCAL_PART.fullmatch(plain):
        raise BadAddress(f"{written!r} is no mail address", "write mailto:name@example.org")
    return f"{_encoded(local, MAILBOX)}@{_host(domain)}"


def _encoded(text: str, allowed: frozenset[str]) -> str:
    """The text with all but `allowed` characters and complete escapes percent-encoded (RFC 3986, §2.1)."""
    kept: list[str] = []
    position = 0
    while position < len(text):
        char = text[position]
        if char in allowed:
            kept.append(char)
        elif char == "%" and (escape := _ESCAPED.match(text, position)):
            kept.append(escape[0])
            position += 2
        else:
            kept += [f"%{byte:02X}" for byte in char.encode("utf-8")]
        position += 1
    return "".join(kept)
