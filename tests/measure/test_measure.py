"""Slides with one fault each, made with python-pptx: the measure finds it, and nothing on good ones."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.util import Pt

from tools.measure.measure import Measured, measure, measure_pdf
from tools.measure.office import convert

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("measure")]

PAGE = (960, 540)
TITLE_ONLY = 5
DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"
SENTENCE = "A sentence of nine words that fills one line. "


def presentation(*draws: Callable[[Any], object]) -> Any:
    """A presentation with a slide for each of `draws`, which gets it with an empty title."""
    made = Presentation()
    made.slide_width, made.slide_height = map(Pt, PAGE)
    for draw in draws:
        draw(made.slides.add_slide(made.slide_layouts[TITLE_ONLY]))
    return made


def box(slide: Any, place: tuple[float, float, float, float], text: str, turn: float = 0.0) -> Any:
    """Text at 18 pt in a box (left, top, width, height) that doesn't grow."""
    shape = slide.shapes.add_textbox(*map(Pt, place))
    shape.rotation = turn
    shape.text_frame.word_wrap = True
    shape.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    shape.text_frame.text = text
    for paragraph in shape.text_frame.paragraphs:
        paragraph.font.size = Pt(18)
    return shape


def from_right_to_left(shape: Any) -> None:
    for paragraph in shape.text_frame.paragraphs:
        paragraph._p.get_or_add_pPr().set("rtl", "1")


def title(slide: Any, text: str, place: tuple[float, float, float, float] = (40, 20, 880, 60)) -> None:
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = map(Pt, place)
    shape.text_frame.text = text
    shape.text_frame.paragraphs[0].font.size = Pt(32)


def torn_in_a_box(slide: Any) -> None:
    box(slide, (40, 100, 80, 100), "Infrastructure grows")


def torn_in_a_cell(slide: Any) -> None:
    table = slide.shapes.add_table(1, 2, Pt(40), Pt(100), Pt(160), Pt(100)).table
    table.cell(0, 0).text = "Authentication"
    table.cell(0, 1).text = "fine"


def torn_at_a_soft_hyphen(slide: Any) -> None:
    box(slide, (40, 100, 80, 100), "Invest\u00adition")


def over_the_edge(slide: Any) -> None:
    box(slide, (900, 100, 150, 30), "Halfway out")


def beyond_the_edge(slide: Any) -> None:
    box(slide, (1000, 100, 150, 30), "Unseen")


def over_each_other(slide: Any) -> None:
    box(slide, (40, 100, 200, 30), "Below")
    box(slide, (44, 104, 200, 30), "Above")


def over_each_other_turned(slide: Any) -> None:
    box(slide, (40, 200, 200, 30), "Flat")
    box(slide, (0, 200, 130, 30), "Upright", 270)


def outside_a_box(slide: Any) -> None:
    box(slide, (40, 100, 200, 30), "One line that fits, and second")


def outside_a_turned_box(slide: Any) -> None:
    box(slide, (40, 200, 200, 30), "One line that fits, and second", 270)


def outside_a_table(slide: Any) -> None:
    table = slide.shapes.add_table(2, 1, Pt(40), Pt(100), Pt(300), Pt(40)).table
    table.cell(0, 0).text = "Head"
    table.cell(1, 0).text = "Foot"


def covered(slide: Any) -> None:
    box(slide, (40, 100, 200, 30), "Hidden")
    panel = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, (30, 90, 300, 60)))
    panel.fill.solid()
    panel.fill.fore_color.rgb = panel.line.color.rgb = RGBColor(0x33, 0x66, 0x99)


def panel_below(slide: Any) -> None:
    panel = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, (300, 90, 300, 60)))
    panel.fill.solid()
    panel.fill.fore_color.rgb = RGBColor(0xDD, 0xEE, 0xFF)


def half_on_a_panel(slide: Any) -> None:
    panel_below(slide)
    box(slide, (260, 104, 200, 30), "Straddling")


def on_a_strange_table(slide: Any) -> None:
    table = slide.shapes.add_table(2, 1, Pt(40), Pt(100), Pt(300), Pt(80)).table
    table.cell(0, 0).text = "Head"
    box(slide, (150, 150, 300, 40), "Lost")


def title_on_a_rule(slide: Any) -> None:
    title(slide, "Long")
    slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *map(Pt, (40, 50, 920, 50)))


def title_on_the_body(slide: Any) -> None:
    title(slide, "Long")
    box(slide, (400, 50, 120, 30), "Beneath")


def empty_below(slide: Any) -> None:
    title(slide, "Much room")
    box(slide, (40, 100, 880, 60), SENTENCE * 2)


def empty_with_few_words(slide: Any) -> None:
    box(slide, (40, 30, 880, 60), "Alone at the top")


BAD = {
    "torn in a box": (torn_in_a_box, [("torn", "Infrastructure")]),
    "torn in a cell": (torn_in_a_cell, [("torn", "Authentication")]),
    "torn at a soft hyphen": (torn_at_a_soft_hyphen, [("torn", "Investition")]),
    "over the edge": (over_the_edge, [("off the page", "Halfway out")]),
    "beyond the edge": (beyond_the_edge, [("missing", "Unseen")]),
    "over each other": (over_each_other, [("over each other", "Below")]),
    "over each other, turned": (over_each_other_turned, [("over each other", "Upright")]),
    "outside a box": (outside_a_box, [("outside", "second")]),
    "outside a turned box": (outside_a_turned_box, [("outside", "second")]),
    "outside a table": (outside_a_table, [("outside", "Foot")]),
    "covered": (covered, [("covered", "Hidden")]),
    "half on a panel": (half_on_a_panel, [("across an edge", "Straddling")]),
    "on a strange table": (on_a_strange_table, [("across an edge", "Lost")]),
    "title on a rule": (title_on_a_rule, [("title touches", "Long")]),
    "title on the body": (title_on_the_body, [("over each other", "Long"), ("title touches", "Long")]),
    "empty below": (empty_below, [("empty", "Much room")]),
    "empty with few words": (empty_with_few_words, [("empty", "")]),
}


def plain_text(slide: Any) -> None:
    title(slide, "Office waffles, naïve fiancés, AVATAR To")
    box(slide, (40, 100, 880, 400), "\n".join([SENTENCE * 3] * 8))


def slanted_and_upright(slide: Any) -> None:
    box(slide, (40, 200, 200, 40), "Turned by thirty degrees", 30)
    box(slide, (400, 200, 200, 40), "Upwards it goes", 270)
    box(slide, (600, 200, 200, 40), "Head over", 180)


def from_right(slide: Any) -> None:
    from_right_to_left(box(slide, (40, 100, 400, 80), "שלום עולם, זה מבחן 123 של abc טקסט ארוך שנשבר לשורה"))
    from_right_to_left(box(slide, (40, 300, 400, 80), "مرحبا بالعالم، هذا اختبار للنص العربي الطويل لا إله"))


def without_spaces(slide: Any) -> None:
    box(slide, (40, 100, 160, 200), "日本語の文章は単語の間に空白がありません。改行は自由です。")
    box(slide, (340, 100, 160, 200), "ภาษาไทยไม่มีช่องว่างระหว่างคำ เขียนติดกัน")
    box(slide, (640, 100, 160, 200), "हिन्दी में लिखा क्षत्रिय")


def symbols(slide: Any) -> None:
    shape = box(slide, (40, 100, 130, 200), "self-hosted, 👩\u200d💻 → x² H₂O “quoted”…\vnext\ttab ✓ Straße")
    shape.text_frame.paragraphs[0].runs[0].font._element.set("cap", "all")


def bullets_and_number(slide: Any) -> None:
    shape = box(slide, (40, 100, 300, 80), "first\nsecond")
    for paragraph in shape.text_frame.paragraphs:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(etree.fromstring(f'<a:buChar {DRAWING} char="•"/>'))
    number = f'<a:fld {DRAWING} id="{FIELD}" type="slidenum"><a:t>99</a:t></a:fld>'
    box(slide, (40, 300, 300, 40), "Page ").text_frame.paragraphs[0]._p.append(etree.fromstring(number))


def in_a_group(slide: Any) -> None:
    """Scaled to half its size, and turned: the words stand in the middle of what the box becomes."""
    group = slide.shapes.add_group_shape()
    box(group, (0, 0, 400, 80), "In a group")
    box(group, (0, 320, 400, 80), "and another")
    group.left, group.top, group.width, group.height = map(Pt, (500, 100, 200, 200))
    group.rotation = 90


def one_line_label(slide: Any) -> None:
    """It doesn't wrap, and its box can't be seen: nobody sees that it's wider."""
    box(slide, (300, 200, 40, 24), "A wide label").text_frame.word_wrap = False


def grows(slide: Any) -> None:
    shape = box(slide, (40, 100, 200, 30), "One line that fits, and a second that doesn't")
    shape.text_frame.auto_size = MSO_AUTO_SIZE.SHAPE_TO_FIT_TEXT


def on_a_panel(slide: Any) -> None:
    panel_below(slide)
    box(slide, (310, 104, 200, 30), "Within")


def title_on_a_ground(slide: Any) -> None:
    ground = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, (0, 0, 960, 90)))
    slide.shapes._spTree.insert(2, ground._element)
    title(slide, "On a band")


GOOD = [
    plain_text,
    slanted_and_upright,
    from_right,
    without_spaces,
    symbols,
    bullets_and_number,
    in_a_group,
    one_line_label,
    grows,
    on_a_panel,
    title_on_a_ground,
]


@pytest.fixture(scope="module", autouse=True)
def office() -> None:
    if not (shutil.which("soffice") or shutil.which("libreoffice")):
        pytest.skip("LibreOffice isn't installed")


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Measured]:
    """All bad slides in a file, all good ones in another."""
    folder = tmp_path_factory.mktemp("measured")
    bad, good = folder / "bad.pptx", folder / "good.pptx"
    presentation(*(draw for draw, _ in BAD.values())).save(bad)
    presentation(*GOOD).save(good)
    results = measure([bad, good])
    return {"bad": results[bad], "good": results[good]}


@pytest.mark.parametrize("name", BAD)
def test_a_fault_is_found(measured: Mapping[str, Measured], name: str) -> None:
    number = list(BAD).index(name) + 1
    found = [each for each in measured["bad"].findings if each.slide == number]
    wanted = BAD[name][1]
    if not any(fault == "empty" for fault, _ in wanted):  # these slides hold little else
        found = [each for each in found if each.fault != "empty"]
    assert [(each.fault, each.words.replace("|", "")) for each in found] == wanted


@pytest.mark.parametrize("draw", GOOD, ids=lambda draw: draw.__name__)
def test_what_is_right_has_no_finding(measured: Mapping[str, Measured], draw: Callable[[Any], None]) -> None:
    number = GOOD.index(draw) + 1
    found = [each for each in measured["good"].findings if each.slide == number and each.fault != "empty"]
    assert found == []


def test_a_full_page_is_not_empty(measured: Mapping[str, Measured]) -> None:
    assert measured["good"].empty_shares[0] < 0.2


def test_a_word_that_the_page_has_not_is_missing(tmp_path: Path) -> None:
    """As if the renderer had lost it: the PDF is of a file without."""
    drawn, wanted = tmp_path / "drawn.pptx", tmp_path / "wanted.pptx"
    presentation(lambda slide: box(slide, (40, 100, 400, 40), "Seven of nine")).save(drawn)
    presentation(lambda slide: box(slide, (40, 100, 400, 40), "Seven lost of nine")).save(wanted)
    found = measure_pdf(wanted, convert([drawn], tmp_path)[drawn]).findings
    assert [(each.fault, each.words) for each in found if each.fault != "empty"] == [("missing", "lost")]


def test_a_hidden_slide_is_left_out(tmp_path: Path) -> None:
    made = presentation(torn_in_a_box, plain_text)
    made.slides[0]._element.set("show", "0")
    made.save(tmp_path / "hidden.pptx")
    (result,) = measure([tmp_path / "hidden.pptx"]).values()
    assert result.titles == ("Office waffles, naïve fiancés, AVATAR To",)
    assert result.findings == ()
