"""Colours of pictures brought to sRGB, which is what slides are in and all that every program shows alike."""

from __future__ import annotations

import io

from PIL import Image

MOST_PROFILE = 4_000_000
"""Bytes of an ICC profile that is looked at; those for printing have up to about 2 MB."""

SPACES = {"L": b"GRAY", "RGB": b"RGB ", "CMYK": b"CMYK"}
"""The data colour space that a profile for pixels of a mode has (ICC.1:2022, §7.2.6, table 19)."""


def is_srgb(profile: bytes) -> bool:
    """Whether an ICC profile is one of the many that describe sRGB, by what it says of itself.

    One that isn't recognised is converted from, which changes nothing that could be seen.
    """
    words = profile[:MOST_PROFILE].replace(b"\0", b"").lower()  # some are in UTF-16
    return profile[16:20] == SPACES["RGB"] and b"srgb" in words and b"linear" not in words


def in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in L, LA, RGB or RGBA, its colours those that `profile` means, or sRGB's without one.

    A profile that is broken, for other pixels, or enormous is ignored.
    """
    alpha = picture.getchannel("A") if picture.mode.endswith("A") else None
    base = picture.convert(picture.mode[:-1]) if alpha is not None else picture
    if profile and len(profile) <= MOST_PROFILE and profile[16:20] == SPACES[base.mode]:
        base = _converted(base, profile)
    elif base.mode == "CMYK":
        base = base.convert("RGB")
    if alpha is not None:
        base = base.copy()
        base.putalpha(alpha)
    return base


def _converted(picture: Image.Image, profile: bytes) -> Image.Image:
    """The picture through its profile; grey stays grey."""
    from PIL import ImageCms

    if is_srgb(profile):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        transform = ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), picture.mode, "RGB")
        changed = transform.apply(picture)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert("RGB") if picture.mode == "CMYK" else picture
    return changed.convert("L") if picture.mode == "L" else changed
