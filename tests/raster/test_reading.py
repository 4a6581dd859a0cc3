"""A picture is whole, of a size that can be handled, and decoded when it is read; or it says why not."""

from __future__ import annotations

import struct
import warnings
import zlib
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckbuild.document import Media
from deckbuild.geometry import Size
from deckbuild.raster.bitmap import Damaged, TooLarge, opened, pixels, strictly
from deckbuild.raster.kinds import media_of
from deckbuild.raster.reading import PictureFile, read_picture
from deckbuild.raster.shown import Order, shown
from tests.raster.files import chunk, flag, png, saved, turned

ROWS = b"".join(b"\0" + bytes(30) for _ in range(10))  # ten rows of ten black pixels


def read(data: bytes, media: Media) -> PictureFile:
    return read_picture(data, media, "photo")


@pytest.mark.parametrize(("orientation", "size"), [(1, Size(48, 32)), (3, Size(48, 32)), (6, Size(32, 48))])
def test_the_size_is_that_of_the_picture_upright(orientation: int, size: Size) -> None:
    for media in ("png", "jpeg", "webp"):
        data = saved(flag(), media, exif=turned(orientation))
        assert read(data, cast(Media, media)).size == size


def test_a_png_may_have_its_orientation_behind_its_pixels() -> None:
    exif = chunk(b"eXIf", turned(6).tobytes().removeprefix(b"Exif\0\0"))
    data = saved(flag(), "png")
    assert read(data[:-12] + exif + data[-12:], "png").size == Size(32, 48)


@pytest.mark.parametrize("media", ["png", "jpeg", "gif", "webp"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_half_a_picture_is_damaged(media: Media, share: float) -> None:
    noise = Image.effect_noise((60, 40), 80).convert("RGB")
    data = saved(noise, media)
    with pytest.raises(Damaged):
        read(data[: int(len(data) * share)], media)


def test_a_picture_whose_rest_is_zeros_is_damaged() -> None:
    """What a broken download leaves that had reserved its room."""
    data = saved(Image.effect_noise((60, 40), 80), "jpeg")
    with pytest.raises(Damaged, match="its end is missing"):
        read(data[:900].ljust(len(data), b"\0"), "jpeg")


@pytest.mark.parametrize(
    "stream",
    [
        b"no compressed data",
        zlib.compress(ROWS[:99]),
        zlib.compress(ROWS)[:-4] + b"sum!",
        zlib.compress(b"\x09" * 310),
    ],
    ids=["garbage", "too few pixels", "wrong sum", "unknown filter"],
)
def test_checksums_do_not_make_pixels(stream: bytes) -> None:
    with pytest.raises(Damaged):
        read(png(10, 10, 8, 2, stream), "png")


def test_a_png_without_its_last_chunk_has_all_of_its_pixels() -> None:
    whole = saved(flag(), "png")
    assert read(whole[:-12], "png").size == Size(48, 32)
    assert shown(Order(whole[:-12], "png", 99, 99)).data[-8:] == whole[-8:]


def test_a_picture_without_extent_is_damaged() -> None:
    with pytest.raises(Damaged):
        read(png(0, 10, 8, 2, zlib.compress(ROWS)), "png")


@pytest.mark.parametrize(
    ("data", "media", "said"),
    [
        (png(20_000, 15_000, 8, 2, b""), "png", r"has 300,000,000 pixels \(20000 x 15000\)"),
        (png(8_193, 8_192, 8, 0, b""), "png", r"has 67,117,056 pixels"),
        (png(65_536, 1, 8, 0, b""), "png", r"is 65536 x 1 pixels"),
    ],
)
def test_a_bomb_is_refused_by_its_head(data: bytes, media: Media, said: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(TooLarge, match=said):
            read(data, media)


def test_a_jpeg_of_endless_scans_is_refused() -> None:
    data = saved(flag(), "jpeg", progressive=True)
    scan = data.rindex(b"\xff\xda")
    with pytest.raises(TooLarge, match="is a JPEG of 5"):
        read(data[:-2] + data[scan:-2] * 500 + data[-2:], "jpeg")


def test_what_is_behind_an_exif_thumbnail_counts_as_no_scan() -> None:
    """Data in a segment may look like markers: only those outside are."""
    data = saved(flag(), "jpeg", comment=b"\xff\xda\xff\xd9" * 200)
    assert read(data, "jpeg").size == Size(48, 32)


@pytest.mark.parametrize(
    ("media", "animated"), [("png", True), ("gif", True), ("webp", True), ("mpo", False)]
)
def test_whether_it_moves(media: str, animated: bool) -> None:
    data = saved(flag(), media, save_all=True, append_images=[flag().transpose(Image.Transpose.ROTATE_180)])
    assert read(data, cast(Media, media.replace("mpo", "jpeg"))).animated is animated


def shades(data: bytes) -> list[tuple[int, int]]:
    """The grey and the alpha of a PNG's pixels."""
    with strictly():
        found = pixels(opened(data, "png"), data).convert("LA").tobytes()
    return list(zip(found[::2], found[1::2], strict=True))


@pytest.mark.parametrize(
    ("depth", "key", "row", "expected"),
    [
        (1, 1, b"\xa0", [(255, 0), (0, 255), (255, 0), (0, 255)]),
        (2, 2, b"\x1b", [(0, 255), (85, 255), (170, 0), (255, 255)]),
        (4, 3, b"\x12\x34", [(17, 255), (34, 255), (51, 0), (68, 255)]),
        (8, 3, b"\1\2\3\4", [(1, 255), (2, 255), (3, 0), (4, 255)]),
        (16, 0x0103, b"\1\2\1\3\xff\xff\2\3", [(1, 255), (1, 0), (255, 255), (2, 255)]),
    ],
)
def test_one_grey_may_be_transparent_at_any_depth(
    depth: int, key: int, row: bytes, expected: list[tuple[int, int]]
) -> None:
    """PNG specification, §11.3.2.1: the key is a sample of the picture's own depth."""
    data = png(4, 1, depth, 0, zlib.compress(b"\0" + row), chunk(b"tRNS", struct.pack(">H", key)))
    assert shades(data) == expected


SEEDS = (
    saved(flag(), "png", exif=turned(6)),
    saved(flag().convert("P"), "png", transparency=1),
    saved(flag(), "jpeg", exif=turned(3), progressive=True),
    saved(flag(), "gif", save_all=True, append_images=[flag().convert("L")]),
    saved(flag(), "webp", exif=turned(5)),
)


@given(
    seed=st.sampled_from(SEEDS),
    places=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=8),
    cut=st.integers(0, 10_000),
)
def test_whatever_the_bytes_a_picture_is_shown_or_refused(
    seed: bytes, places: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(seed)
    for place, value in places:
        data[place % len(data)] = value
    data = data[: cut % len(data)] if cut % 3 == 0 else data
    media = media_of(bytes(data))
    if media is None:
        return
    try:
        found = read(bytes(data), media)
    except (Damaged, TooLarge):
        return
    assert shown(Order(bytes(data), media, 20, 20)).media in ("png", "jpeg")
    assert min(found.size.width, found.size.height) >= 1
