"""Opening and decoding the four kinds of pictures: every pixel, or an exception that says what is wrong.

Pillow's readers are called one by one, by the kind that the content says: no other of its formats is ever
tried on a file (its reader of EPS starts another program). Nothing it would print reaches anybody.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import ExifTags, Image, ImageChops
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from deckbuild.document import Media
from deckbuild.raster.structure import jpeg_outline, png_depth

READERS: dict[Media, type[ImageFile]] = {
    "png": PngImageFile,
    "jpeg": JpegImageFile,
    "gif": GifImageFile,
    "webp": WebPImageFile,
}

MOST_PIXELS = 67_108_864
"""8192 x 8192: more than most cameras give, thirty times what a slide can show, 256 MB in memory."""

MOST_SIDE = 65_535
"""Of a picture in either direction: JPEG's own limit (ITU-T T.81, §B.2.2)."""

MOST_SCANS = 100
"""Passes over a progressive JPEG's pixels. Cameras and programs make about ten; each costs a decoding."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture upright, by its EXIF orientation (Exif 2.32, §4.6.4, tag 0x0112)."""

SIDEWAYS = 5  # from this orientation on width and height change places

BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, OverflowError, MemoryError,
    struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip
"""What Pillow's readers raise for bytes that they can't make sense of (`PIL.ImageFile.ImageFile`, `load`)."""


class Damaged(ValueError):
    """The bytes are no whole picture."""


class TooLarge(ValueError):
    """A picture would take too much memory or time; `args[0]` says what of it is too much."""


@contextmanager
def strictly() -> Iterator[None]:
    """What Pillow raises for bad bytes becomes `Damaged`; what it would warn of isn't shown."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except (Damaged, TooLarge):
            raise
        except BROKEN as error:
            raise Damaged(str(error)) from error


def opened(data: bytes, media: Media) -> ImageFile:
    """The picture, its head read and its size within bounds; no pixel is decoded. To be used `strictly`.

    Raises `TooLarge`, and what `strictly` turns to `Damaged`.
    """
    if media == "jpeg":
        outline = jpeg_outline(data)
        if not outline.end:
            raise Damaged("its end is missing")
        if outline.scans > MOST_SCANS:
            raise TooLarge(f"is a JPEG of {outline.scans:,} scans")
    image = READERS[media](io.BytesIO(data))
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise TooLarge(f"has {width * height:,} pixels ({width} x {height})")
    if max(width, height) > MOST_SIDE:
        raise TooLarge(f"is {width} x {height} pixels")
    if min(width, height) < 1:
        raise Damaged(f"its size is {width} x {height}")
    return image


def orientation(image: ImageFile) -> int:
    """The EXIF orientation of a picture, 1 to 8; 1, which is upright, where it has none or a broken one.

    Decodes a PNG, which may have it behind its pixels. To be used `strictly`.
    """
    if isinstance(image, PngImageFile):
        image.load()
    try:
        value = image.getexif().get(ExifTags.Base.Orientation)
    except BROKEN:
        return 1
    return value if isinstance(value, int) and value in TURNS else 1


def is_animated(image: ImageFile) -> bool:
    """Whether more than one picture is shown in turn. Others than the first may be broken: then not."""
    try:
        return bool(getattr(image, "is_animated", False))
    except BROKEN:
        return False


def pixels(image: ImageFile, data: bytes) -> Image.Image:
    """The pixels of an opened picture, of its first frame: L, LA, RGB, RGBA or CMYK of 8 bits a sample.

    The picture isn't turned and in its own colours; it may have been drafted. `data` are the bytes it was
    opened from.
    """
    image.load()
    depth = png_depth(data) if isinstance(image, PngImageFile) else 8
    if image.mode.startswith("I;16"):
        return _from_16_bits(image)
    key = image.info.get("transparency")
    if key is not None and depth != 8 and image.mode in ("1", "L", "RGB"):
        # Pillow brings the samples to 8 bits, and leaves the colour that is transparent as it was.
        image.info["transparency"] = _scaled(key, depth)
    match image.mode, image.has_transparency_data:
        case ("L" | "LA" | "RGB" | "RGBA" | "CMYK") as mode, clear if clear == mode.endswith("A"):
            return image
        case (("1" | "L" | "LA" | "La"), clear):
            return image.convert("LA" if clear else "L")
        case (("P" | "PA" | "RGB" | "RGBA" | "RGBa" | "RGBX"), clear):
            return image.convert("RGBA" if clear else "RGB")
        case mode, _:
            raise Damaged(f"its pixels are of the kind {mode}")


def _scaled(key: int | tuple[int, ...], depth: int) -> int | tuple[int, ...]:
    """A sample, or three, of `depth` bits as Pillow scales them to 8."""
    if isinstance(key, tuple):
        return tuple(sample >> (depth - 8) for sample in key)
    return key >> 8 if depth == 16 else min(key, 2**depth - 1) * 255 // (2**depth - 1)


def _from_16_bits(image: ImageFile) -> Image.Image:
    """Grey of 16 bits, by its upper 8; with the grey that is transparent, if there is one, cleared."""
    low, high = (Image.frombytes("L", image.size, image.tobytes("raw", "I;16")[byte::2]) for byte in (0, 1))
    key = image.info.get("transparency")
    if not isinstance(key, int):
        return high
    same_low = low.point(lambda value: 255 * (value == key & 255))
    same_high = high.point(lambda value: 255 * (value == key >> 8))
    high.putalpha(ImageChops.invert(ImageChops.darker(same_low, same_high)))
    return high
