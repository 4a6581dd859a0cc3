"""What a page of a PDF shows: its glyphs with the boxes of their ink, and its picture."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from numpy.typing import NDArray

from tools.measure.box import Box

DEEPEST = 15  # forms in forms


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character that is drawn, in points from the page's top left."""

    text: str
    ink: Box
    line: float  # of its baseline: how far down it lies, across the direction it is written in
    angle: float  # of that direction, in radians clockwise
    size: float
    drawn: int  # number of the text object that draws it: LibreOffice draws one shape after another


@dataclass(frozen=True)
class Page:
    """`glyphs` are in reading order, as far as PDFium can tell."""

    box: Box
    glyphs: tuple[Glyph, ...]
    pictures: tuple[Box, ...]


def pages_of(pdf: Path) -> list[Page]:
    with pdfium.PdfDocument(pdf) as document:
        return [_page(page) for page in document]


def pictures_of(pdf: Path, dpi: float) -> Iterator[NDArray[np.uint8]]:
    """Each page as rows of pixels with three colours."""
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            yield page.render(scale=dpi / 72, rev_byteorder=True).to_numpy()[:, :, :3]


def _page(page: Any) -> Page:
    width, height = page.get_size()
    texts: dict[int, int] = {}
    pictures: list[Box] = []
    kinds = [raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_IMAGE]
    for number, each in enumerate(page.get_objects(filter=kinds, max_depth=DEEPEST)):
        if each.type == raw.FPDF_PAGEOBJ_TEXT:
            texts[_address(each.raw)] = number
        else:
            left, bottom, right, top = each.get_bounds()
            pictures.append(Box(left, height - top, right, height - bottom))
    glyphs = tuple(_glyphs(page.get_textpage(), texts, height))
    return Page(Box(0, 0, width, height), glyphs, tuple(pictures))


def _glyphs(text: Any, objects: dict[int, int], height: float) -> Iterator[Glyph]:
    left, bottom, right, top, x, y = (ctypes.c_double() for _ in range(6))
    high = ""
    for index in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text.raw, index) == 1:  # a space or line end that PDFium adds
            continue
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = chr(code)
            continue
        character = (high + chr(code)).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        high = ""
        raw.FPDFText_GetCharBox(text.raw, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        angle = max(raw.FPDFText_GetCharAngle(text.raw, index), 0.0)
        yield Glyph(
            character,
            Box(left.value, height - top.value, right.value, height - bottom.value),
            (height - y.value) * math.cos(angle) - x.value * math.sin(angle),
            angle,
            raw.FPDFText_GetFontSize(text.raw, index),
            objects.get(_address(raw.FPDFText_GetTextObject(text.raw, index)), -1),
        )


def _address(pointer: Any) -> int:
    return ctypes.addressof(pointer.contents) if pointer else 0
