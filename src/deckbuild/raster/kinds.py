"""What kind of picture a file is, by its content: an ending says nothing."""

from __future__ import annotations

import re

from deckbuild.document import Media

SIGNATURES: tuple[tuple[bytes, Media], ...] = (
    (rb"\x89PNG\r\n\x1a\n", "png"),
    (rb"\xff\xd8\xff", "jpeg"),
    (rb"GIF8[79]a", "gif"),
    (rb"RIFF....WEBP", "webp"),
)
"""How the files that can be used begin."""

OTHERS = (
    (rb"II\*\0|MM\0\*|II\+\0|MM\0\+", "a TIFF picture"),
    (rb"BM....\0\0\0\0", "a BMP picture"),
    (rb"....ftyp(avif|avis)", "an AVIF picture"),
    (rb"....ftyp(heic|heix|hevc|heim|heis|mif1|msf1)", "a HEIC photo"),
    (rb"....ftyp", "a film"),
    (rb"\xff\x0a|....JXL ", "a JPEG XL picture"),
    (rb"....jP  |\xff\x4f\xff\x51", "a JPEG 2000 picture"),
    (rb"8BPS", "a Photoshop picture"),
    (rb"\0\0[\x01\x02]\0", "an icon or a cursor"),
    (rb"P[1-7]\s", "a PNM picture"),
    (rb"%PDF-", "a PDF document"),
    (rb"%!|\xc5\xd0\xd3\xc6", "a PostScript drawing"),
    (rb"(?i)[\xef\xbb\xbf\s]*(<!doctype\s+html|<html)\b", "a web page"),
    (rb"(?i)[\xef\xbb\xbf\s]*<(svg\b|[?!][^\0]*?<svg\b)", "an SVG drawing"),
    (rb"version https://git-lfs", "a pointer of Git LFS, not the file itself"),
    (rb"PK\x03\x04", "a ZIP archive or an office document"),
)
"""How other files begin that people take for a picture, and what they are."""

LOOKED_AT = 2048  # bytes at the start of a file that tell its kind


def media_of(data: bytes) -> Media | None:
    """The kind of picture that the bytes are; None for what can't be used."""
    return next((media for pattern, media in SIGNATURES if _begins(data, pattern)), None)


def described(data: bytes) -> str:
    """What the bytes are that are no picture to be used: `a TIFF picture`, `no picture`."""
    return next((what for pattern, what in OTHERS if _begins(data, pattern)), "no picture")


def _begins(data: bytes, pattern: bytes) -> bool:
    return re.match(pattern, data[:LOOKED_AT], re.DOTALL) is not None
