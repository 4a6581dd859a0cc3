"""The form of web and mail addresses."""

from __future__ import annotations

import pytest

from deckbuild.check.measures.weblinks import malformed


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
        ("https://exa mple.org", "there is a space in its host 'exa mple.org'"),
        ("https://handbook/", "'handbook' is no host name"),
        ("https://example.org/é?rabatt=50%", None),
        ("https://-x.org", "'-x.org' is no host name"),
        ("https://http://example.org", "it has two schemes"),
        ("https://example.org:99999/", "'99999' is no port number"),
        ("mailto:support", "'support' is no mail address"),
    ],
)
def test_the_form_of_addresses(target: str, fault: str | None) -> None:
    assert malformed(target) == fault
