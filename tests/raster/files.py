"""Small picture files for tests."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageCms

RED, GREEN, BLUE = (255, 0, 0), (0, 128, 0), (0, 0, 255)
ORIENTATION = 0x0112  # EXIF


def saved(image: Image.Image, media: str, **options: Any) -> bytes:
    """The image as a file."""
    out = io.BytesIO()
    image.save(out, media.upper(), **options)
    return out.getvalue()


def flag(width: int = 48, height: int = 32) -> Image.Image:
    """Red at the top left, green at the top right, blue at the foot: no turn leaves it as it was."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    return image


def stored(upright: Image.Image, orientation: int) -> Image.Image:
    """The pixels that a camera stores for an `upright` image, with this orientation.

    Exif 2.32, §4.6.4: for each orientation, where the 0th row and the 0th column of what is stored are seen.
    """
    row, column = {
        1: ("top", "left"),
        2: ("top", "right"),
        3: ("bottom", "right"),
        4: ("bottom", "left"),
        5: ("left", "top"),
        6: ("right", "top"),
        7: ("right", "bottom"),
        8: ("left", "bottom"),
    }[orientation]
    width, height = upright.size
    made = Image.new(upright.mode, upright.size if row in ("top", "bottom") else (height, width))
    for x in range(made.width):
        for y in range(made.height):
            at = {row: y, column: x}  # so far from these sides
            across = at["left"] if "left" in at else width - 1 - at["right"]
            down = at["top"] if "top" in at else height - 1 - at["bottom"]
            seen = upright.getpixel((across, down))
            assert seen is not None
            made.putpixel((x, y), seen)  # type: ignore[arg-type]
    return made


def turned(orientation: int) -> Image.Exif:
    """EXIF data with this orientation, and with the place where the photo was taken."""
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x8825] = {1: "N", 2: (52.0, 31.0, 0.0)}
    return exif


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG, with its checksum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width: int, height: int, depth: int, color: int, stream: bytes, *extra: bytes) -> bytes:
    """A PNG whose pixel data is `stream`, right or wrong; `color` 0 is grey, 2 is RGB."""
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    parts = (chunk(b"IHDR", header), *extra, chunk(b"IDAT", stream), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def profile(*, swapped: bool = True, space: bytes = b"RGB ", gamma: float = 2.2, name: str = "Test") -> bytes:
    """An ICC profile (ICC.1:2001-04) of sRGB's primaries; red and green may have changed places."""

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))

    red, green = xyz(0.4360, 0.2225, 0.0139), xyz(0.3851, 0.7169, 0.0971)
    if swapped:
        red, green = green, red
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    tags = {
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", len(name) + 1) + name.encode() + b"\0" * 80,
        b"cprt": b"text\0\0\0\0None\0\0\0\0",
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": red, b"gXYZ": green, b"bXYZ": xyz(0.1431, 0.0606, 0.7141),
        b"rTRC": curve, b"gTRC": curve, b"bTRC": curve,
    }  # fmt: skip
    table, content = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, tag in tags.items():
        table += struct.pack(">4sII", name, start + len(content), len(tag))
        content += tag
    head = struct.pack(
        ">I4sI4s4s4s12s4s", start + len(content), b"", 0x02400000, b"mntr", space, b"XYZ ", b"", b"acsp"
    )
    head += b"\0" * 28 + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + table + content


def srgb_profile() -> bytes:
    """The ICC profile of sRGB that Pillow brings along."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
