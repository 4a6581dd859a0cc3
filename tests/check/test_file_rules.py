"""Each file rule against a sound file with one fault planted in its bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

import pytest

from deckbuild.check.engine import run
from deckbuild.check.package.archive import read_archive
from deckbuild.check.package.content import chart_faults
from deckbuild.check.reports.report import Result
from deckbuild.check.rule import discover_rules
from deckbuild.check.subjects import CheckContext, Package, check_context
from deckbuild.diagnostics import Severity
from deckbuild.layout.deck import lay_out
from deckbuild.pipeline import layout_context, read
from deckbuild.render.pptx import render_pptx
from tests.check.proof import CASES, small_deck
from tests.render.pptx.sample import PNG, everything

RULES = tuple(rule for rule in discover_rules().values() if rule.on is Package)
SLIDE = "ppt/slides/slide2.xml"
TABLE_SLIDE = "ppt/slides/slide3.xml"
Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def sound() -> Parts:
    with zipfile.ZipFile(io.BytesIO(render_pptx(everything()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> CheckContext:
    """A deck of three slides, for the numbers of slides: the file is another one."""
    deck = read(
        small_deck(
            "title: Three\nslides: [one, two, three]",
            tmp_path_factory.mktemp("deck"),
            {f"slides/{name}.yaml": f"title: {name}\n" for name in ("one", "two", "three")},
        )
    )
    surroundings = layout_context(deck)
    return check_context(deck, lay_out(deck, surroundings), surroundings.theme)


def packed(parts: Mapping[str, bytes], *more: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in (*parts.items(), *more):
            archive.writestr(name, content)
    return stream.getvalue()


def findings(data: bytes, context: CheckContext) -> list[Result]:
    return list(run(RULES, context, lambda: data))


def changed(part: str, pattern: str, new: str, count: int = 1) -> Callable[[Parts], Parts]:
    """The parts with the first match of a pattern in one of them replaced."""

    def change(parts: Parts) -> Parts:
        text, done = re.subn(pattern, new, parts[part].decode(), count=count, flags=re.DOTALL)
        assert done, f"{pattern!r} isn't in {part}"
        return {**parts, part: text.encode()}

    return change


def without(part: str) -> Callable[[Parts], Parts]:
    return lambda parts: {name: content for name, content in parts.items() if name != part}


def having(part: str, content: bytes) -> Callable[[Parts], Parts]:
    return lambda parts: {**parts, part: content}


PRESENTATION = "ppt/presentation.xml"
TYPES = "[Content_Types].xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"

PLANTED = [
    ("FIL001", "no content type", changed(TYPES, r'<Override PartName="/ppt/presentation.xml"[^>]*/>', "")),
    ("FIL001", "isn't there", changed(TYPES, "/ppt/presProps", "/ppt/absent")),
    ("FIL001", "isn't XML", changed(SLIDE, "</p:sld>", "")),
    ("FIL001", "isn't the image/png", having("ppt/media/image2.png", b"GIF89a")),
    ("FIL001", "can't be reached", having("ppt/media/image9.png", PNG)),
    ("FIL002", "rId404, which isn't there", changed(SLIDE, r'r:embed="\w+"', 'r:embed="rId404"')),
    ("FIL002", "/ppt/media/absent.png, which isn't there", changed(
        "ppt/slides/_rels/slide2.xml.rels", r"\.\./media/image\d.png", "../media/absent.png")),
    ("FIL002", "needs a relationship to a slide", changed(
        PRESENTATION, r'(<p:sldId [^>]*r:id=")\w+(")', r"\1rId1\2")),
    ("FIL003", "slide id 12 isn't between", changed(
        PRESENTATION, r'(<p:sldId [^>]*?\bid=")256(")', r"\g<1>12\2")),
    ("FIL003", "used 2 times", changed(PRESENTATION, r'(<p:sldId [^>]*?\bid=")257(")', r"\g<1>256\2")),
    ("FIL003", "which no slide has", changed(
        PRESENTATION, r'(<p14:sldId [^>]*?\bid=")256(")', r"\g<1>999\2")),
    ("FIL004", "relationships to a slideLayout", changed(
        "ppt/slides/_rels/slide2.xml.rels", "relationships/slideLayout", "relationships/other")),
    ("FIL004", "has 0 relationships to a slide whose notes these are", changed(
        "ppt/notesSlides/_rels/notesSlide1.xml.rels", 'relationships/slide"', 'relationships/other"')),
    ("FIL004", "notes masters of 1", changed(
        PRESENTATION, "<p:notesMasterIdLst>.*</p:notesMasterIdLst>", "")),
    ("FIL004", "doesn't list its layout", changed(MASTER, r"<p:sldLayoutId [^>]*/>", "")),
    ("FIL004", "styles in fillStyleLst", changed(
        "ppt/theme/theme1.xml", r"(<a:fillStyleLst>).*?(</a:fillStyleLst>)", r"\1<a:noFill/>\2")),
    ("FIL005", "used 2 times", changed(SLIDE, r'(<p:cNvPr id=")3(")', r"\g<1>2\2")),
    ("FIL005", "unknown preset 'roundedRect'", changed(SLIDE, 'prst="roundRect"', 'prst="roundedRect"')),
    ("FIL005", "adjusts 'adj9'", changed(SLIDE, r'(<a:gd name=")adj(")', r"\g<1>adj9\2")),
    ("FIL005", "shape 777, which isn't there", changed(SLIDE, r'(<a:stCxn id=")\d+(")', r"\g<1>777\2")),
    ("FIL005", "site 77 of", changed(SLIDE, r'(<a:stCxn id="\d+" idx=")\d+(")', r"\g<1>77\2")),
    ("FIL005", "a group has no extent", changed(
        SLIDE, r'(<p:grpSpPr><a:xfrm><a:off [^>]*/><a:ext cx=")[1-9]\d*(")', r"\g<1>0\2")),
    ("FIL005", "negative size", changed(SLIDE, r'(<a:ext cx=")([1-9])', r"\g<1>-\2")),
    ("FIL005", "which its layout hasn't", changed(SLIDE, r'(<p:ph [^>]*)idx="1"', r'\1idx="99"')),
    ("FIL006", "cells in", changed(TABLE_SLIDE, r"<a:tc>.*?</a:tc>", "")),
    ("FIL006", "spans more than there is", changed(TABLE_SLIDE, r"<a:tc>", '<a:tc gridSpan="9">')),
    ("FIL006", "no paragraph", changed(TABLE_SLIDE, r"(<a:tc><a:txBody>.*?)<a:p>.*?</a:p>", r"\1")),
    ("FIL007", "can't be read", having("ppt/media/image2.png", PNG[:20])),
    ("FIL007", "hasn't the content type of SVG", changed(
        SLIDE, r'(<a:blip r:embed="(\w+)".*?<asvg:svgBlip[^>]*r:embed=")\w+(")', r"\1\2\3")),
    ("FIL009", "U+0085", changed(SLIDE, r"<a:t>[^<]+</a:t>", "<a:t>a\x85b</a:t>")),
    ("FIL009", "_x0001_", changed(SLIDE, r"<a:t>[^<]+</a:t>", "<a:t>a_x0001_b</a:t>")),
]  # fmt: skip


def test_a_sound_file_has_no_fault(sound: Parts, context: CheckContext) -> None:
    assert findings(packed(sound), context) == []


@pytest.mark.parametrize(("code", "says", "change"), PLANTED, ids=[f"{c}-{s}" for c, s, _ in PLANTED])
def test_a_planted_fault_is_found(
    code: str, says: str, change: Callable[[Parts], Parts], sound: Parts, context: CheckContext
) -> None:
    found = findings(packed(change(dict(sound))), context)

    own = [result for result in found if result.code == code]
    assert any(says in result.diagnostic.message for result in own), [r.diagnostic.message for r in found]
    assert own[0].severity is Severity.ERROR


def test_a_fault_on_a_slide_belongs_to_the_slide(sound: Parts, context: CheckContext) -> None:
    change = changed(SLIDE, 'prst="roundRect"', 'prst="roundedRect"')

    (found,) = findings(packed(change(dict(sound))), context)

    assert (found.slide, found.diagnostic.span.file) == (2, "slides/two.yaml")
    assert found.diagnostic.message.startswith("/ppt/slides/slide2.xml: ")


def test_names_that_differ_in_capitals_collide(sound: Parts, context: CheckContext) -> None:
    again = (SLIDE.replace("slide2", "Slide2"), sound[SLIDE])

    found = findings(packed(sound, again), context)

    assert any("parts have this name" in result.diagnostic.message for result in found)


def test_bytes_that_are_no_archive(context: CheckContext) -> None:
    messages = [result.diagnostic.message for result in findings(b"not a zip", context)]

    assert messages[0] == "/: isn't a ZIP archive: File is not a zip file"


CHART = """<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">
<c:chart><c:plotArea><c:barChart>
<c:ser><c:idx val="0"/><c:order val="0"/></c:ser><c:ser><c:idx val="{idx}"/><c:order val="1"/></c:ser>
<c:axId val="1"/><c:axId val="2"/></c:barChart>
<c:catAx><c:axId val="1"/><c:crossAx val="2"/></c:catAx>
<c:valAx><c:axId val="2"/><c:crossAx val="{cross}"/></c:valAx>
</c:plotArea></c:chart></c:chartSpace>"""


@pytest.mark.parametrize(
    ("idx", "cross", "facts"),
    [
        (1, 1, []),
        (0, 1, ["2 series have the idx 0"]),
        (1, 7, ["an axis crosses one that isn't there", "refers to axis 7, which isn't there"]),
        (1, -7, ["an axis crosses one that isn't there", "has the negative axis id -7"]),
    ],
)
def test_charts(idx: int, cross: int, facts: list[str]) -> None:
    chart = CHART.format(idx=idx, cross=cross).encode()

    assert [
        fault.fact for fault in chart_faults(read_archive(packed({"ppt/charts/chart1.xml": chart})))
    ] == facts


def test_a_chart_whose_workbook_does_not_open() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{office}/package" Target="../embeddings/book.xlsx"/></Relationships>'
    ).encode()
    parts = {
        "ppt/charts/chart1.xml": CHART.format(idx=1, cross=1).encode(),
        "ppt/charts/_rels/chart1.xml.rels": relations,
        "ppt/embeddings/book.xlsx": b"broken",
    }

    facts = [fault.fact for fault in chart_faults(read_archive(packed(parts)))]

    assert facts == ["its workbook /ppt/embeddings/book.xlsx doesn't open"]


def test_every_file_rule_is_proved() -> None:
    proved = {code for code, _, _ in PLANTED} | {"FIL008"}  # test_charts
    assert proved == {rule.code for rule in RULES}
    assert all((CASES / "file" / f"{rule.name.replace('-', '_')}.yaml").is_file() for rule in RULES)
