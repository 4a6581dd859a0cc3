"""Faults of what stands on slides: tables, pictures and charts."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

from deckbuild.check.package.archive import Archive, Element, PartFault, find, number, qualified
from deckbuild.raster.bitmap import Damaged, TooLarge, opened, strictly
from deckbuild.raster.kinds import media_of


def table_faults(archive: Archive) -> Iterator[PartFault]:
    """Rows that don't fill the grid, spans that leave it, cells without a paragraph."""
    for name, tree in archive.sheets("slides", "slideLayouts", "slideMasters"):
        for table in tree.iter(qualified("a:tbl")):
            columns = len(find(table, "a:tblGrid/a:gridCol"))
            rows = find(table, "a:tr")
            for index, row in enumerate(rows):
                cells = find(row, "a:tc")
                if len(cells) != columns:
                    yield PartFault(name, f"a table's row has {len(cells)} cells in {columns} columns")
                for place, cell in enumerate(cells):
                    if place + number(cell, "gridSpan", 1) > columns or index + number(
                        cell, "rowSpan", 1
                    ) > len(rows):
                        yield PartFault(name, "a table's cell spans more than there is")
                    if not find(cell, "a:txBody/a:p"):
                        yield PartFault(name, "a table's cell has no paragraph")


def picture_faults(archive: Archive) -> Iterator[PartFault]:
    """Vector pictures whose fallback isn't a real picture of the same proportions."""
    for name, tree in archive.sheets("slides", "slideLayouts", "slideMasters"):
        media = {each.ident: each.target for each in archive.relations[name] if each.kind == "image"}
        for blip in tree.iter(qualified("a:blip")):
            fallback = media.get(str(blip.get(qualified("r:embed"))), "")
            size = _pixels(archive.parts.get(fallback, b""))
            if size is None:
                yield PartFault(name, f"the picture {fallback or 'of a blip'} can't be read")
                continue
            for vector in blip.iter(qualified("asvg:svgBlip")):
                part = media.get(str(vector.get(qualified("r:embed"))), "")
                if archive.content_type(part) != "image/svg+xml":
                    yield PartFault(
                        name, f"the vector picture {part or 'of a blip'} hasn't the content type of SVG"
                    )
            yield from _distorted(name, blip, size)


def _distorted(name: str, blip: Element, size: tuple[int, int]) -> Iterator[PartFault]:
    """A fallback of other proportions than the frame is a picture of something else."""
    picture = blip.getparent()
    while picture is not None and picture.tag != qualified("p:pic"):
        picture = picture.getparent()
    vector = next(blip.iter(qualified("asvg:svgBlip")), None)
    frames = find(picture, "p:spPr/a:xfrm/a:ext") if picture is not None else []
    cropped = find(picture, "p:blipFill/a:srcRect") if picture is not None else []
    if vector is None or not frames or cropped or 1 in size:
        return
    shown = number(frames[0], "cx") / max(1, number(frames[0], "cy"))
    real = size[0] / size[1]
    if abs(shown / real - 1) > 0.03:
        yield PartFault(
            name, f"a picture's fallback of {size[0]} x {size[1]} pixels isn't of its frame's proportions"
        )


def _pixels(content: bytes) -> tuple[int, int] | None:
    media = media_of(content)
    if media not in ("png", "jpeg"):
        return None
    try:
        with strictly():
            return opened(content, media).size
    except (Damaged, TooLarge):
        return None


def chart_faults(archive: Archive) -> Iterator[PartFault]:
    """Axes without their partner, negative ids, series numbered twice, a workbook that doesn't open."""
    for name, tree in archive.sheets("charts"):
        axes = [
            axis
            for kind in ("c:valAx", "c:catAx", "c:dateAx", "c:serAx")
            for axis in tree.iter(qualified(kind))
        ]
        idents = {_value(axis, "c:axId") for axis in axes}
        for axis in axes:
            if _value(axis, "c:crossAx") not in idents:
                yield PartFault(name, "an axis crosses one that isn't there")
        for used in tree.iter(qualified("c:axId"), qualified("c:crossAx")):
            if number(used, "val") < 0:
                yield PartFault(name, f"has the negative axis id {used.get('val')}")
            elif number(used, "val") not in idents:
                yield PartFault(name, f"refers to axis {used.get('val')}, which isn't there")
        for kind in ("c:idx", "c:order"):
            values = [_value(series, kind) for series in tree.iter(qualified("c:ser"))]
            for value, count in Counter(values).items():
                if count > 1:
                    yield PartFault(name, f"{count} series have the {kind.partition(':')[2]} {value}")
        for workbook in archive.targets(name, "package"):
            if not zipfile.is_zipfile(io.BytesIO(archive.parts.get(workbook, b""))):
                yield PartFault(name, f"its workbook {workbook} doesn't open")


def _value(element: Element, child: str) -> int:
    found = find(element, child)
    return number(found[0], "val", -1) if found else -1
