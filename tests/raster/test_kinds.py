"""The content says what a file is, not its ending."""

from __future__ import annotations

import pytest

from deckbuild.raster.kinds import described, media_of
from tests.raster.files import flag, saved


@pytest.mark.parametrize("media", ["png", "jpeg", "gif", "webp"])
def test_kinds_that_can_be_used(media: str) -> None:
    assert media_of(saved(flag(), media)) == media


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (saved(flag(), "tiff"), "a TIFF picture"),
        (saved(flag(), "bmp"), "a BMP picture"),
        (saved(flag(), "ico"), "an icon or a cursor"),
        (saved(flag(), "ppm"), "a PNM picture"),
        (saved(flag(), "eps"), "a PostScript drawing"),
        (saved(flag(), "pdf"), "a PDF document"),
        (b"\0\0\0\x1cftypheic\0\0\0\0", "a HEIC photo"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "an AVIF picture"),
        (b"\0\0\0\x1cftypmp42\0\0\0\0", "a film"),
        (b'<?xml version="1.0"?>\n<!-- <a> -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', "an SVG drawing"),
        (b"\xef\xbb\xbf<svg/>", "an SVG drawing"),
        (b"<!DOCTYPE html><html><svg/></html>", "a web page"),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:0",
            "a pointer of Git LFS, not the file itself",
        ),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"Dear Jane,\n", "no picture"),
        (b"", "no picture"),
        (b"<!--->" * 500, "no picture"),
    ],
)
def test_others_are_named(data: bytes, what: str) -> None:
    assert media_of(data) is None
    assert described(data) == what
