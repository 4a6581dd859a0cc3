"""Pictures that a deck names: read when the deck is, so that what is wrong with one is said at its line."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from deckbuild.deck.faults import Fault
from deckbuild.deck.fields import asset, load_context
from deckbuild.diagnostics.codes.files import (
    FILE_MISSING,
    FILE_TYPE,
    FILE_UNREADABLE,
    PICTURE_DAMAGED,
    PICTURE_TOO_LARGE,
)
from deckbuild.files import read_plain, real_path
from deckbuild.raster.bitmap import MOST_PIXELS, Damaged, TooLarge
from deckbuild.raster.kinds import described, media_of
from deckbuild.raster.reading import PictureFile, read_picture

MOST_BYTES = 200_000_000
"""Of a picture's file: more than the largest picture has without compression, at three bytes a pixel."""

SAVE_ANEW = "save it as PNG or JPEG; another ending alone doesn't change it"


def _picture(value: Any, info: ValidationInfo) -> PictureFile:
    if isinstance(value, PictureFile):
        return value
    path = asset(value, info)
    found = load_context(info).memo.of(_read, path)
    if isinstance(found, Fault):
        raise found.error()
    return found


def _read(path: Path) -> PictureFile | Fault:
    """The picture at `path`, or what is wrong with it."""
    name = path.name
    try:
        data = read_plain(real_path(path), MOST_BYTES)
    except FileNotFoundError:
        return Fault(f"there is no file {name!r}", "paths start at the deck's folder", FILE_MISSING)
    except OSError as error:
        if error.errno == errno.EFBIG:
            return Fault(f"{name!r} has more than {MOST_BYTES:,} bytes", "scale it down", PICTURE_TOO_LARGE)
        return Fault(f"{name!r} can't be read: {error.strerror}", "", FILE_UNREADABLE)
    if not data:
        return Fault(f"{name!r} is empty", "copy or export it anew", PICTURE_DAMAGED)
    media = media_of(data)
    if media is None:
        what = described(data)
        hint = "run 'git lfs pull'" if "Git LFS" in what else SAVE_ANEW
        return Fault(f"{name!r} is {what}", hint, FILE_TYPE)
    try:
        return read_picture(data, media, name)
    except TooLarge as error:
        hint = f"scale it down, to {MOST_PIXELS:,} pixels at most; slides show about 4,000,000 at most"
        return Fault(f"{name!r} {error}", hint, PICTURE_TOO_LARGE)
    except Damaged as error:
        message = f"{name!r} is a damaged {media.upper()}: {error}"
        return Fault(message, "copy or export it anew", PICTURE_DAMAGED)


PictureField = Annotated[PictureFile, PlainValidator(_picture), WithJsonSchema({"type": "string"})]
"""A picture's file inside the deck's folder, by its path from there. A `PictureFile` after validation."""
