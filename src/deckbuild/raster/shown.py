"""Pictures as a page shows them: upright, in sRGB, in no more pixels than can be seen; else as they were."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Literal

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from deckbuild.document import Media
from deckbuild.raster.bitmap import SIDEWAYS, TURNS, opened, orientation, pixels, strictly
from deckbuild.raster.colors import in_srgb, is_srgb
from deckbuild.raster.structure import is_lossy_webp, is_plain_png, is_still_png, jpeg_outline

TOLERATED = 1.1
"""Pixels that a picture may have in a direction for each that it should: a tenth more isn't worth a loss."""

JPEG_QUALITY = 85
"""Of photos that are scaled. With colours as fine as the brightness: slides show red writing."""

PNG_EFFORT = 6
"""zlib's level: its default."""


@dataclass(frozen=True, slots=True)
class Order:
    """A picture that is to be shown in about `width` x `height` pixels, turned upright."""

    data: bytes
    media: Media
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture that every program can show."""

    data: bytes
    media: Literal["png", "jpeg"]


def shown(order: Order) -> Shown:
    """The picture as it goes into an output.

    The file itself if that is a PNG or a JPEG of about the right size which is upright, in sRGB and still;
    else a JPEG of what was compressed like a photo, and a PNG of everything else, with its transparency but
    without what else was stored in the file. The first frame of what moves.
    Raises `bitmap.Damaged` and `bitmap.TooLarge` for bytes that `reading` would have refused.
    """
    data, media = order.data, order.media
    with strictly():
        image = opened(data, media)
        plain = media == "png" and is_plain_png(data)
        turn = 1 if plain else orientation(image)
        width, height = image.size if turn < SIDEWAYS else image.size[::-1]
        excess = max(width / order.width, height / order.height)
        if excess <= TOLERATED and (plain or _is_plain(image, turn, data)):
            assert media in ("png", "jpeg")
            return Shown(data, "jpeg" if media == "jpeg" else "png")
        size = image.size
        if excess > TOLERATED:
            size = max(1, round(size[0] / excess)), max(1, round(size[1] / excess))
            if isinstance(image, JpegImageFile):
                image.draft(image.mode, size)  # decodes an eighth to a half, but no less than asked for
        profile = image.info.get("icc_profile")
        picture = pixels(image, data)
        if picture.size != size:
            picture = picture.resize(size, Image.Resampling.LANCZOS)
        picture = _without_opaque_alpha(in_srgb(picture, profile))
        if turn != 1:
            picture = picture.transpose(TURNS[turn])
    lossy = media == "jpeg" or (media == "webp" and is_lossy_webp(data))
    return _encoded(picture, "jpeg" if lossy and not picture.mode.endswith("A") else "png")


def _is_plain(image: Image.Image, turn: int, data: bytes) -> bool:
    """Whether a picture can be shown as it is, wherever: nothing turns, recolours or moves it."""
    profile = image.info.get("icc_profile")
    if turn != 1 or not (profile is None or is_srgb(profile)):
        return False
    if isinstance(image, JpegImageFile):  # alone in its file: no film, no second picture behind it
        return image.mode in ("L", "RGB") and jpeg_outline(data).end == len(data)
    return isinstance(image, PngImageFile) and is_still_png(data)


def _without_opaque_alpha(picture: Image.Image) -> Image.Image:
    """The picture without an alpha channel that is opaque everywhere."""
    if picture.mode.endswith("A") and picture.getchannel("A").getextrema() == (255, 255):
        return picture.convert(picture.mode[:-1])
    return picture


def _encoded(picture: Image.Image, media: Literal["png", "jpeg"]) -> Shown:
    out = io.BytesIO()
    bare = picture.copy()
    bare.info.clear()  # Pillow writes what it finds there: profiles, comments
    if media == "jpeg":
        bare.save(out, "JPEG", quality=JPEG_QUALITY, subsampling="4:4:4", optimize=True)
    else:
        bare.save(out, "PNG", compress_level=PNG_EFFORT)
    return Shown(out.getvalue(), media)
