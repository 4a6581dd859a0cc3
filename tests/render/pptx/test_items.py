"""Shapes, pictures, tables, groups and placeholders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckbuild.document import (
    RECTANGLE,
    Cell,
    Connector,
    Dash,
    Frame,
    Freeform,
    Group,
    Picture,
    Rounded,
    Row,
    Shape,
    Stroke,
    Table,
    Text,
    TextBody,
)
from deckbuild.geometry import Insets, Point, Rect, Size
from deckbuild.render.pptx import render_pptx
from deckbuild.render.pptx.units import box as emu_box
from deckbuild.render.pptx.xml import Element
from tests.render.pptx.sample import (
    DEEP,
    GREEN,
    NUMBER_SLOT,
    PNG,
    SVG,
    TITLE_SLOT,
    body,
    box,
    document,
    find,
    line,
    only,
    page,
    slide,
    style,
    xml,
)


def place(element: Element) -> list[int]:
    """Offset and extent in EMU."""
    offset, extent = only(element, ".//a:off"), only(element, ".//a:ext")
    return [
        int(each.get(name, ""))
        for each, name in ((offset, "x"), (offset, "y"), (extent, "cx"), (extent, "cy"))
    ]


def test_neighbours_share_an_edge_to_the_emu() -> None:
    thirds = [emu_box(Rect(index * 100 / 3, 0, 100 / 3, 10)) for index in range(3)]
    assert [each.right for each in thirds[:2]] == [each.x for each in thirds[1:]]


def test_fills() -> None:
    root = slide(
        Shape(Rect(0, 0, 9, 9), fill=GREEN),
        Shape(Rect(0, 0, 9, 9)),
    )
    solid, empty = (find(each, "p:spPr/*")[2] for each in find(root, ".//p:sp"))
    assert solid.tag.endswith("solidFill")
    assert empty.tag.endswith("noFill")


def test_strokes() -> None:
    root = slide(Shape(Rect(0, 0, 9, 9), stroke=Stroke(DEEP, 2.25, "dot")), Shape(Rect(0, 0, 9, 9)))
    drawn, none = find(root, ".//p:sp/p:spPr/a:ln")
    assert (drawn.get("w"), only(drawn, "a:prstDash").get("val")) == ("28575", "sysDot")
    assert find(drawn, "a:round")
    assert find(none, "a:noFill")


@pytest.mark.parametrize(("dash", "value"), [("solid", "solid"), ("dash", "dash"), ("dot", "sysDot")])
def test_a_connector_keeps_its_dash(dash: Dash, value: str) -> None:
    root = slide(Connector((Point(0, 0), Point(50, 0)), Stroke(DEEP, 2, dash)))
    assert only(root, ".//p:cxnSp/p:spPr/a:ln/a:prstDash").get("val") == value


@pytest.mark.parametrize(("points", "width"), [(-3.0, "1270"), (0.0, "1270"), (5000.0, "20116800")])
def test_a_line_has_a_width_that_the_format_takes(points: float, width: str) -> None:
    root = slide(Shape(Rect(0, 0, 9, 9), stroke=Stroke(DEEP, points)))
    assert only(root, ".//p:sp/p:spPr/a:ln").get("w") == width


def test_adjust_values_and_rotation() -> None:
    root = slide(Shape(Rect(0, 0, 40, 40), Rounded(3.6), rotation=-90))
    assert only(root, ".//a:prstGeom/a:avLst/a:gd").get("fmla") == "val 9000"
    assert only(root, ".//a:xfrm[@rot]").get("rot") == "16200000"


def test_an_outline_is_scaled_to_its_box() -> None:
    triangle = Freeform(Size(2, 2), (("M", 0.0, 2.0), ("L", 1.0, 0.0), ("L", 2.0, 2.0), ("Z",)))
    root = slide(Shape(Rect(10, 10, 100, 50), triangle))
    points = [(int(each.get("x", "")), int(each.get("y", ""))) for each in find(root, ".//a:pt")]
    assert points == [(0, 635000), (635000, 0), (1270000, 635000)]


def test_alternative_text_or_decoration() -> None:
    root = slide(
        Shape(Rect(0, 0, 9, 9), alt="A dot"), Shape(Rect(0, 0, 9, 9), alt="ignored", role="decoration")
    )
    meaningful, decorative = (find(each, ".//p:cNvPr")[0] for each in find(root, ".//p:sp"))
    assert meaningful.get("descr") == "A dot"
    assert (decorative.get("descr"), only(decorative, ".//adec:decorative").get("val")) == ("", "1")


def test_everything_has_a_name() -> None:
    names = [
        each.get("name")
        for each in find(slide(Shape(Rect(0, 0, 9, 9)), Text(Rect(0, 0, 9, 9), body(" "))), ".//p:cNvPr")
    ]
    assert names == ["", "Shape 2", "Text 3"]


def test_a_text_without_a_name_is_called_by_its_first_words() -> None:
    short, long = body("Key Takeaway"), body("AI workloads need auto-scaling configured for token limits")
    root = slide(Text(Rect(0, 0, 9, 9), short), Text(Rect(0, 0, 9, 9), long))
    names = [each.get("name") for each in find(root, ".//p:sp//p:cNvPr")]
    assert names == ["Key Takeaway", "AI workloads need auto-scaling …"]


def test_a_picture_shows_the_svg_and_falls_back_on_the_png() -> None:
    content = render_pptx(document(page(1, Picture(Rect(0, 0, 9, 9), PNG, SVG, alt="A dot"))))
    root, relations = xml(content, "ppt/slides/slide1.xml"), xml(content, "ppt/slides/_rels/slide1.xml.rels")
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    embed = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    assert targets[only(root, ".//a:blip").get(embed)].endswith(".png")
    assert targets[only(root, ".//a:blip/a:extLst/a:ext/asvg:svgBlip").get(embed)].endswith(".svg")


def test_a_picture_that_not_everything_shows_is_a_bug() -> None:
    with pytest.raises(ValueError, match="is not a PNG or a JPEG"):
        slide(Picture(Rect(0, 0, 9, 9), b"GIF89a"))
    with pytest.raises(ValueError, match="is not a PNG or a JPEG"):
        slide(Picture(Rect(0, 0, 9, 9), b"GIF89a", media="gif"))


CELL = Cell(TextBody((line("x"),), Insets(1, 2, 3, 4), "middle"), GREEN, bottom=Stroke(DEEP))
TABLE = Table(Rect(10, 10, 200.2, 60), (66.7, 66.7, 66.8), (Row(30, (CELL,) * 3), Row(30, (CELL,) * 3)))


def test_a_table_is_native_with_a_header_row() -> None:
    root = slide(TABLE)
    assert only(root, ".//a:tblPr").get("firstRow") == "1"
    widths = [int(each.get("w", "")) for each in find(root, ".//a:gridCol")]
    assert (len(find(root, ".//a:tr")), sum(widths)) == (2, round(210.2 * 12700) - (10 * 12700))


def test_a_cell_has_its_margins_anchor_fill_and_borders() -> None:
    properties = find(slide(TABLE), ".//a:tcPr")[0]
    assert [int(properties.get(f"mar{side}", "")) / 12700 for side in "TRBL"] == [1, 2, 3, 4]
    assert properties.get("anchor") == "ctr"
    assert [each.tag.rpartition("}")[2] for each in properties] == ["lnL", "lnR", "lnT", "lnB", "solidFill"]
    assert find(properties, "a:lnL/a:noFill")
    assert find(properties, "a:lnB/a:solidFill")


def test_a_row_of_another_length_is_a_bug() -> None:
    with pytest.raises(ValueError, match="has 1 cells, not 3"):
        slide(replace(TABLE, rows=(Row(30, (CELL,)),)))


def test_a_native_group_keeps_the_scale_of_the_page() -> None:
    inner = Frame(Size(300, 100), (box("a", Rect(10, 10, 50, 20)), box("b", Rect(100, 40, 50, 20))))
    group = only(slide(Group(Rect(100, 200, 300, 100), inner, native=True)), ".//p:grpSp")
    frame = only(group, "p:grpSpPr/a:xfrm")
    assert [dict(each.attrib) for each in frame][:2] == [dict(each.attrib) for each in frame][2:]
    assert place(find(group, "p:sp")[0]) == [110 * 12700, 210 * 12700, 50 * 12700, 20 * 12700]


def test_other_groups_dissolve() -> None:
    inner = Frame(Size(300, 100), (box("a", Rect(10, 10, 50, 20)),))
    root = slide(Group(Rect(100, 200, 300, 100), inner))
    assert not find(root, ".//p:grpSp")
    assert place(only(root, ".//p:sp"))[:2] == [110 * 12700, 210 * 12700]


def test_a_group_of_one_flat_line_has_an_extent() -> None:
    inner = Frame(Size(300, 0), (Shape(Rect(0, 0, 300, 0), RECTANGLE, None, Stroke(DEEP)),))
    group = only(slide(Group(Rect(0, 0, 300, 0), inner, native=True)), ".//p:grpSp/p:grpSpPr/a:xfrm")
    assert [only(group, path).get("cy") for path in ("a:ext", "a:chExt")] == ["1", "1"]


def test_a_placeholder_where_the_layout_has_it_says_no_place() -> None:
    here = Text(TITLE_SLOT.rect, body("x"), placeholder="title")
    away = Text(TITLE_SLOT.rect.moved(0, 5), body("x"), placeholder="title")
    assert not find(slide(here, slide_layout="Content"), ".//p:sp//a:xfrm")
    assert find(slide(away, slide_layout="Content"), ".//p:sp//a:xfrm")


def test_the_slide_number_is_a_field() -> None:
    field = only(
        slide(
            Text(NUMBER_SLOT.rect, body(line("1", style(12))), placeholder="number"), slide_layout="Content"
        ),
        ".//a:fld",
    )
    assert (field.get("type"), "".join(field.itertext())) == ("slidenum", "1")


def test_a_placeholder_that_the_layout_lacks_is_a_bug() -> None:
    with pytest.raises(ValueError, match="has no placeholder for the title"):
        slide(Text(TITLE_SLOT.rect, body("x"), placeholder="title"))


def test_a_placeholder_in_a_group_is_a_bug() -> None:
    inner = Frame(Size(9, 9), (Text(TITLE_SLOT.rect, body("x"), placeholder="title"),))
    with pytest.raises(ValueError, match="from inside a group"):
        slide(Group(Rect(0, 0, 9, 9), inner, native=True), slide_layout="Content")


def test_layout_artwork_lies_behind_the_placeholders() -> None:
    layout = xml(render_pptx(document()), "ppt/slideLayouts/slideLayout1.xml")
    names = [each.get("name") for each in find(layout, "p:cSld/p:spTree/p:sp/p:nvSpPr/p:cNvPr")]
    assert names == ["Rule", "Title", "Body", "Footer", "Number"]


def test_the_master_has_nine_levels_of_body_text() -> None:
    master = xml(render_pptx(document()), "ppt/slideMasters/slideMaster1.xml")
    assert len(find(master, "p:txStyles/p:bodyStyle/*")) == 9
    assert only(master, "p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr").get("sz") == "3600"
