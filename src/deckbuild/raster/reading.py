"""A picture's file, looked at once and wholly: what it is, and that every pixel of it can be decoded."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from PIL.JpegImagePlugin import JpegImageFile

from deckbuild.document import Media
from deckbuild.geometry import Size
from deckbuild.raster.bitmap import SIDEWAYS, is_animated, opened, orientation, pixels, strictly


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that was read and is whole.

    `name` is that of its file; `size` in pixels, upright; `sha256` stands for `data`.
    """

    name: str
    media: Media
    size: Size
    animated: bool
    sha256: str
    data: bytes = field(repr=False, compare=False)


def read_picture(data: bytes, media: Media, name: str) -> PictureFile:
    """The picture in `data`, decoded once from end to end.

    Raises `bitmap.Damaged` and `bitmap.TooLarge`.
    """
    with strictly():
        image = opened(data, media)
        width, height = image.size
        if isinstance(image, JpegImageFile):
            image.draft(image.mode, (1, 1))  # reads every bit, and works out an eighth of the pixels
        pixels(image, data)
        turned = orientation(image) >= SIDEWAYS
        size = Size(height, width) if turned else Size(width, height)
        return PictureFile(name, media, size, is_animated(image), hashlib.sha256(data).hexdigest(), data)
