"""Pictures as a page shows them, whatever they were stored as."""

from __future__ import annotations

import io
from typing import cast

import pytest
from PIL import Image

from deckbuild.document import Media
from deckbuild.raster.shown import Order, Shown, shown
from tests.raster.files import BLUE, GREEN, RED, flag, profile, saved, srgb_profile, stored, turned

PLENTY = 1000.0
"""More pixels than any picture here has."""

KINDS: list[tuple[Media, str, str]] = [
    ("png", "RGB", "png"),
    ("png", "RGBA", "png"),
    ("png", "P", "png"),
    ("png", "L", "png"),
    ("png", "LA", "png"),
    ("png", "I;16", "png"),
    ("jpeg", "RGB", "jpeg"),
    ("jpeg", "L", "jpeg"),
    ("jpeg", "CMYK", "jpeg"),
    ("webp", "RGB", "jpeg"),
    ("webp", "RGBA", "png"),
]
"""A kind of file, the mode of its pixels, and what it is shown as."""


def made(data: bytes, media: Media, pixels: float = PLENTY) -> Shown:
    return shown(Order(data, media, pixels, pixels))


def seen(picture: Shown) -> Image.Image:
    image = Image.open(io.BytesIO(picture.data))
    assert image.format == picture.media.upper()
    return image.convert("RGBA")


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours at the top left, the top right and the foot."""
    width, height = image.size
    places = ((width // 4, height // 4), (3 * width // 4, height // 4), (width // 2, 3 * height // 4))
    return [cast(tuple[int, ...], image.getpixel(place)) for place in places]


def in_mode(image: Image.Image, mode: str) -> Image.Image:
    """The image with pixels of this kind. Where it has an alpha channel all of it shines through a bit."""
    match mode:
        case "I;16":
            wide = b"".join(bytes((value, value)) for value in image.convert("L").tobytes())  # times 257
            return Image.frombytes(mode, image.size, wide)
        case "P":
            return image.convert(mode, palette=Image.Palette.ADAPTIVE, colors=4)
        case "LA" | "RGBA":
            clear = image.convert(mode)
            clear.putalpha(200)
            return clear
        case _:
            return image.convert(mode)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(("media", "mode", "result"), KINDS, ids=lambda value: str(value))
def test_each_corner_keeps_its_colour(media: Media, mode: str, result: str, orientation: int) -> None:
    grey = mode in ("L", "LA", "I;16")
    shades = corners((flag().convert("L") if grey else flag()).convert("RGBA"))
    expected = [(*color[:3], 200 if mode.endswith("A") else 255) for color in shades]
    options = (
        {} if media == "png" else {"quality": 95, "subsampling": 0} if media == "jpeg" else {"quality": 95}
    )
    pixels = in_mode(stored(flag(), orientation), mode)
    data = saved(pixels, media, exif=turned(orientation), **options)
    for wanted in (PLENTY, 24.0):  # as many pixels as there are, and half of them
        picture = made(data, media, wanted)
        image = seen(picture)
        assert (picture.media, image.size) == (result, (48, 32) if wanted == PLENTY else (24, 16))
        for found, right in zip(corners(image), expected, strict=True):
            assert found == pytest.approx(right, abs=12)


@pytest.mark.parametrize(
    ("media", "mode"), [("png", "RGBA"), ("png", "LA"), ("png", "P"), ("webp", "RGBA"), ("gif", "P")]
)
@pytest.mark.parametrize("wanted", [PLENTY, 24.0])
def test_what_is_transparent_stays_so(media: Media, mode: str, wanted: float) -> None:
    image = flag().convert("RGBA")
    image.paste((0, 0, 0, 0), (24, 0, 48, 16))
    options = {"lossless": True} if media == "webp" else {}
    if mode == "P":
        image = flag().convert("P", palette=Image.Palette.ADAPTIVE, colors=4)
        options = {"transparency": image.getpixel((36, 8))}
    data = saved(image.convert(mode), media, **options)
    alphas = [color[3] for color in corners(seen(made(data, media, wanted)))]
    assert alphas == [255, 0, 255]


def test_transparent_edges_take_no_colour_from_what_is_hidden() -> None:
    """Green that can't be seen isn't mixed into red beside it."""
    image = Image.new("RGBA", (64, 64), (0, 255, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 31, 64))
    edge = seen(made(saved(image, "png"), "png", 16)).getpixel((7, 8))
    assert isinstance(edge, tuple)
    assert edge[1] < 8


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (saved(flag(), "png"), "png"),
        (saved(flag().convert("P"), "png", transparency=1), "png"),
        (saved(flag(), "png", exif=turned(1), icc_profile=srgb_profile()), "png"),
        (saved(flag(), "jpeg"), "jpeg"),
        (saved(flag().convert("L"), "jpeg", progressive=True), "jpeg"),
        (saved(flag(), "jpeg", exif=turned(1), icc_profile=srgb_profile()), "jpeg"),
    ],
)
def test_what_any_program_shows_right_stays_as_it_is(data: bytes, media: Media) -> None:
    assert made(data, media).data is data


@pytest.mark.parametrize(
    ("pixels", "size"), [(44.0, (48, 32)), (43.0, (43, 29)), (24.0, (24, 16)), (0.1, (1, 1))]
)
def test_pixels_that_cannot_be_seen_are_left_out(pixels: float, size: tuple[int, int]) -> None:
    """A tenth too many may stay."""
    for media in ("png", "jpeg"):
        assert seen(made(saved(flag(), media), cast(Media, media), pixels)).size == size


def test_a_jpeg_stays_one_when_it_is_scaled_and_is_smaller() -> None:
    noise = Image.effect_noise((400, 300), 60).convert("RGB")
    data = saved(noise, "jpeg", quality=90)
    small = made(data, "jpeg", 200)
    assert small.media == "jpeg"
    assert len(small.data) < len(data) / 2


def test_where_a_photo_was_taken_does_not_travel_with_what_is_made_of_it() -> None:
    for media in ("png", "jpeg", "webp"):
        data = saved(flag(), media, exif=turned(6))
        assert len(Image.open(io.BytesIO(data)).getexif().get_ifd(0x8825)) > 0
        assert not Image.open(io.BytesIO(made(data, cast(Media, media)).data)).getexif()


def test_colours_are_those_that_the_profile_means() -> None:
    """In the profile red and green change places: what is stored as red is seen as green."""
    only_red = Image.new("RGB", (16, 16), (255, 0, 0))
    for media in ("png", "jpeg", "webp"):
        picture = made(saved(only_red, media, icc_profile=profile()), cast(Media, media))
        red, green, blue, _ = corners(seen(picture))[0]
        assert (red < 20, green > 235, blue < 20) == (True, True, True)
        assert "icc_profile" not in Image.open(io.BytesIO(picture.data)).info


def test_a_linear_profile_is_not_taken_for_srgb_by_its_name() -> None:
    """Half the light is stored as 128 there, and as 188 in sRGB (IEC 61966-2-1)."""
    linear = profile(swapped=False, gamma=1.0, name="linear sRGB")
    data = saved(Image.new("RGB", (16, 16), (128, 128, 128)), "png", icc_profile=linear)
    assert corners(seen(made(data, "png")))[0][:3] == pytest.approx((188, 188, 188), abs=1)


@pytest.mark.parametrize(
    "broken", [profile()[:200], b"no profile at all" * 20, profile(space=b"GRAY"), profile(space=b"CMYK")]
)
def test_a_profile_that_means_nothing_is_ignored(broken: bytes) -> None:
    data = saved(flag(), "png", icc_profile=broken)
    assert corners(seen(made(data, "png")))[0][:3] == RED


def test_transparency_outlives_a_change_of_colours() -> None:
    data = saved(Image.new("RGBA", (16, 16), (255, 0, 0, 77)), "png", icc_profile=profile())
    assert corners(seen(made(data, "png")))[0][3] == 77


def test_what_follows_the_picture_in_its_file_is_left_out() -> None:
    """The film of a moving photo, the second view of a stereo camera."""
    data = saved(flag(), "jpeg")
    assert b"ftypmp42" not in made(data + b"\0\0\0\x18ftypmp42", "jpeg").data
    assert b"PK" not in made(saved(flag(), "png") + b"PK\x03\x04 an archive", "png").data
    pair = saved(flag(), "mpo", save_all=True, append_images=[flag().transpose(Image.Transpose.ROTATE_180)])
    assert corners(seen(made(pair, "jpeg")))[0][:3] == pytest.approx(RED, abs=12)


@pytest.mark.parametrize("media", ["png", "gif", "webp"])
def test_of_what_moves_the_first_frame_is_shown(media: Media) -> None:
    frames = [Image.new("RGB", (16, 16), color) for color in (RED, GREEN, BLUE)]
    data = saved(frames[0], media, save_all=True, append_images=frames[1:])
    picture = made(data, media)
    assert corners(seen(picture))[0][:3] == pytest.approx(RED, abs=12)
    assert getattr(Image.open(io.BytesIO(picture.data)), "n_frames", 1) == 1


def test_the_inks_of_a_cmyk_photo_are_stored_inverted() -> None:
    """As Adobe's programs do it, and say so in a marker of their own."""
    data = saved(flag().convert("CMYK"), "jpeg", quality=95)
    assert b"Adobe" in data
    assert corners(seen(made(data, "jpeg")))[0][:3] == pytest.approx(RED, abs=12)


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(flag(), "jpeg", exif=turned(8))
    assert made(data, "jpeg", 20) == made(data, "jpeg", 20)
