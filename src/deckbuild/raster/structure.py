"""The parts that picture files are made of, read without decoding a pixel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

PNG_HEADER = 8
"""Bytes before the first chunk (PNG specification, third edition, §5.2)."""

PLAIN_CHUNKS = frozenset(b"IHDR PLTE IDAT IEND tRNS bKGD cHRM gAMA hIST pHYs sBIT sRGB tIME".split())
"""Chunks without an orientation or a colour profile."""

JPEG_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""A marker that is neither a stuffed zero nor a restart within a scan (ITU-T T.81, §B.1.1.2)."""


@dataclass(frozen=True, slots=True)
class JpegOutline:
    """How often a JPEG passes over its pixels, and where it ends: 0 if its end is missing."""

    scans: int
    end: int


def jpeg_outline(data: bytes) -> JpegOutline:
    """The outline of a JPEG, by its markers (ITU-T T.81, Annex B)."""
    scans, at = 0, 2
    while marker := JPEG_MARKER.search(data, at):
        match marker[0][1]:
            case 0xD9:
                return JpegOutline(scans, marker.end())
            case 0x01 | 0xD8:  # these have no length
                at = marker.end()
                continue
            case 0xDA:
                scans += 1
        at = marker.end() + max(2, int.from_bytes(data[marker.end() : marker.end() + 2]))
    return JpegOutline(scans, 0)


def png_chunks(data: bytes) -> Iterator[tuple[bytes, int]]:
    """The types of a PNG's chunks and where each ends, up to the end of the picture or of the bytes."""
    at = PNG_HEADER
    while at + 12 <= len(data):
        name = data[at + 4 : at + 8]
        at += 12 + int.from_bytes(data[at : at + 4])
        yield name, at
        if name == b"IEND":
            return


def png_depth(data: bytes) -> int:
    """Bits of a PNG's samples, or of its palette's indexes (§11.2.1)."""
    return data[24] if len(data) > 24 else 0


def is_still_png(data: bytes) -> bool:
    """Whether a PNG is complete, alone in its file, of up to 8 bits a sample, and not animated."""
    chunks = list(png_chunks(data))
    return (
        chunks[-1:] == [(b"IEND", len(data))]
        and all(name != b"acTL" for name, _ in chunks)
        and png_depth(data) <= 8
    )


def is_plain_png(data: bytes) -> bool:
    """Whether a PNG is still, and has nothing besides its pixels that could change how it looks."""
    return is_still_png(data) and all(name in PLAIN_CHUNKS for name, _ in png_chunks(data))


def is_lossy_webp(data: bytes) -> bool:
    """Whether a WebP's picture was compressed like a photo's (WebP container, "VP8 " as against "VP8L")."""
    at = 12
    while at + 8 <= len(data):
        name = data[at : at + 4]
        if name in (b"VP8 ", b"VP8L", b"ANMF"):
            return name == b"VP8 "
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    return False
