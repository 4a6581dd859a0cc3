"""Text bodies, paragraphs and runs as DrawingML, with every size written out."""

from __future__ import annotations

import re
import uuid

from deckbuild.bidi import has_right_to_left
from deckbuild.document import (
    BOX,
    TICKED_BOX,
    Anchor,
    Bullet,
    Face,
    Numbering,
    Paragraph,
    Run,
    TextBody,
    TextStyle,
)
from deckbuild.geometry import Insets
from deckbuild.render.pptx.paint import color, fill
from deckbuild.render.pptx.sheet import Sheet
from deckbuild.render.pptx.units import emu, hundredths, thousandths_of_percent
from deckbuild.render.pptx.xml import Element, el

THEME_FACES = {"major": "+mj-lt", "minor": "+mn-lt"}
COMPLEX_FACES = {"major": "+mj-cs", "minor": "+mn-cs"}
ALIGNMENTS = {"left": "l", "center": "ctr", "right": "r"}
ANCHORS: dict[Anchor, str] = {"top": "t", "middle": "ctr", "bottom": "b"}
NUMBERINGS: dict[Numbering, str] = {
    "1.": "arabicPeriod",
    "1)": "arabicParenR",
    "a.": "alphaLcPeriod",
    "i.": "romanLcPeriod",
}
"""Numbering schemes (§20.1.10.61)."""
BOX_FACE = "Segoe UI Symbol"
"""Draws boxes that stand on the baseline; where it isn't there, another face draws the same characters. Those
of Wingdings hang above the line in LibreOffice, and are no boxes in any other face."""
STRIKES = {True: "sngStrike", False: "noStrike"}
BREAK = re.compile(r"([\v\n])")
NUMBER_FIELD = "{" + str(uuid.uuid5(uuid.NAMESPACE_OID, "slide number")).upper() + "}"
KEEP_RUN_COLOR = "{A12FA001-AC4F-418D-AE19-62706E023703}"
"""Extension by which a link keeps its run's colour (MS-ODRAWXML, `hlinkClr`)."""


def text_body(
    tag: str,
    body: TextBody,
    sheet: Sheet,
    *,
    insets: Insets | None = None,
    inherited: TextBody | None = None,
    number_field: bool = False,
    bare: bool = False,
) -> Element:
    """The body as `tag` (`p:txBody`, `a:txBody`).

    `inherited` is the text of the placeholder this one fills: what it says already isn't repeated,
    except for sizes, which are fitted to this text. `insets` replaces the body's own where the shape eats
    into them.
    A `bare` body leaves insets and anchor to its table cell.
    """
    # LibreOffice takes the direction of the paragraph above where one says nothing.
    shown = (*body.paragraphs, *(inherited.paragraphs if inherited else ()))
    turned = any(each.rtl for each in shown)
    return el(
        tag,
        el("a:bodyPr") if bare else body_properties(body, insets or body.insets, inherited),
        el("a:lstStyle"),
        *(
            paragraph(each, sheet, inherited, number_field=number_field, turned=turned)
            for each in body.paragraphs or (Paragraph(()),)
        ),
    )


def body_properties(body: TextBody, insets: Insets, inherited: TextBody | None = None) -> Element:
    """`a:bodyPr` without autofit: PowerPoint applies it only after an edit, and then over the fitted size."""
    fit = el("a:noAutofit")
    if inherited and (inherited.insets, inherited.anchor, inherited.wrap) == (insets, body.anchor, body.wrap):
        return el("a:bodyPr", fit)
    return el(
        "a:bodyPr",
        fit,
        vert="horz",
        wrap="square" if body.wrap else "none",
        lIns=emu(insets.left),
        tIns=emu(insets.top),
        rIns=emu(insets.right),
        bIns=emu(insets.bottom),
        rtlCol=False,
        anchor=ANCHORS[body.anchor],
    )


def paragraph(
    value: Paragraph,
    sheet: Sheet,
    inherited: TextBody | None = None,
    *,
    in_placeholder: bool = False,
    number_field: bool = False,
    turned: bool = False,
) -> Element:
    """One `a:p`. What `inherited` says of its level isn't repeated; `in_placeholder` alone repeats it all.
    `turned`: others around it run from right to left."""
    base = style_of(inherited, value.level) if inherited else None
    runs: list[Element] = []
    for run in value.runs:
        runs += [number_run(run, sheet, base)] if number_field else run_elements(run, sheet, base)
    end = None
    if value.runs:
        end = run_properties("a:endParaRPr", value.runs[-1].style, sheet, base)
    said = in_placeholder or inherited is not None
    return el("a:p", paragraph_properties("a:pPr", value, in_placeholder=said, turned=turned), *runs, end)


def paragraph_properties(
    tag: str,
    value: Paragraph,
    *,
    in_placeholder: bool,
    default: Element | None = None,
    turned: bool = False,
) -> Element:
    """`a:pPr`, or a level of a list style with its `default` run. In a placeholder what isn't wanted is
    said too, since it would come from the master; the direction where others are `turned`.

    `marL` and `indent` count from the side where reading begins, `algn` names the side as seen.
    """
    bullet = bullet_elements(value.bullet)
    if value.bullet is None and in_placeholder:
        bullet = [el("a:buNone")]
    said = in_placeholder or value.margin or value.indent
    return el(
        tag,
        el("a:lnSpc", line_spacing(value)),
        el("a:spcBef", el("a:spcPts", val=hundredths(value.space_before))),
        el("a:spcAft", el("a:spcPts", val=hundredths(value.space_after))),
        *bullet,
        default,
        marL=emu(value.margin) if said else None,
        indent=emu(value.indent) if said else None,
        lvl=value.level if value.level and tag == "a:pPr" else None,
        algn=ALIGNMENTS[value.align],
        rtl=value.rtl if value.rtl or turned else None,
    )


def line_spacing(value: Paragraph) -> Element:
    if value.pitch is not None:
        return el("a:spcPts", val=hundredths(value.pitch))
    return el("a:spcPct", val=thousandths_of_percent(value.line_spacing))


def bullet_elements(bullet: Bullet | None) -> list[Element]:
    if bullet is None:
        return []
    mark = (
        el(
            "a:buAutoNum",
            type=NUMBERINGS[bullet.numbering],
            startAt=bullet.start if bullet.start != 1 else None,
        )
        if bullet.numbering
        else el("a:buChar", char=bullet.char)
    )
    name = BOX_FACE if bullet.char in (BOX, TICKED_BOX) else bullet.face
    face = el("a:buFont", typeface=name) if name else el("a:buFontTx")
    return [el("a:buClr", color(bullet.color)) if bullet.color else el("a:buClrTx"), face, mark]


def run_elements(run: Run, sheet: Sheet, base: TextStyle | None = None) -> list[Element]:
    """The run's pieces, with an `a:br` for each break in it."""
    elements = []
    for piece in BREAK.split(run.text):
        if not piece:
            continue
        if piece in "\v\n":
            elements.append(el("a:br", run_properties("a:rPr", run.style, sheet, base)))
        else:
            link, turned = link_element(run, sheet), has_right_to_left(piece)
            properties = run_properties("a:rPr", run.style, sheet, base, link, turned)
            elements.append(el("a:r", properties, el("a:t", text=piece)))
    return elements


def number_run(run: Run, sheet: Sheet, base: TextStyle | None = None) -> Element:
    """The run as a field that shows its slide's number."""
    properties = run_properties("a:rPr", run.style, sheet, base)
    return el("a:fld", properties, el("a:t", text=run.text), id=NUMBER_FIELD, type="slidenum")


def link_element(run: Run, sheet: Sheet) -> Element | None:
    """`a:hlinkClick`, or None if there's no link or its page isn't in this output (a partial build)."""
    if run.link is None:
        return None
    relation = sheet.link(run.link)
    if relation is None:
        return None
    internal = run.link.startswith("#")
    keep = el("a:extLst", el("a:ext", el("ahyp:hlinkClr", val="tx"), uri=KEEP_RUN_COLOR))
    return el(
        "a:hlinkClick",
        None if run.style.color.slot == "link" else keep,
        r__id=relation,
        action="ppaction://hlinksldjump" if internal else None,
    )


def run_properties(
    tag: str,
    style: TextStyle,
    sheet: Sheet | None,
    base: TextStyle | None = None,
    link: Element | None = None,
    complex_script: bool = False,
) -> Element:
    """How a run looks, without what it shares with `base` (its size and language are always said).

    A list style's default is on no sheet, and so of no language. `kern="0"` turns kerning off, so that a
    line is as wide as the sum of the advances it was measured by. Text in a face of its own, such as
    code, is not proofed.
    """
    own_face = base is None or base.face != style.face
    return el(
        tag,
        fill(style.color) if base is None or base.color != style.color else None,
        *(faces(style.face, sheet) if own_face else ()),
        complex_face(style.face, sheet) if complex_script else None,
        link,
        lang=sheet.language if sheet else None,
        sz=hundredths(style.size),
        b=style.bold if base is None or base.bold != style.bold else None,
        i=style.italic if style.italic or (base and base.italic) else None,
        u=("sng" if style.underline else "none") if style.underline or (base and base.underline) else None,
        strike=STRIKES[style.strike] if style.strike or (base and base.strike) else None,
        kern=0,
        cap=("all" if style.caps else "none") if style.caps or (base and base.caps) else None,
        spc=hundredths(style.tracking) if style.tracking or (base and base.tracking) else None,
        noProof=True if sheet and style.face.theme_font is None else None,
    )


def faces(face: Face, sheet: Sheet | None) -> tuple[Element, ...]:
    if face.theme_font is None or (sheet and not sheet.theme_fonts):
        return (el("a:latin", typeface=face.name), el("a:cs", typeface=face.name))
    return (el("a:latin", typeface=THEME_FACES[face.theme_font]),)


def complex_face(face: Face, sheet: Sheet | None) -> Element | None:
    """The theme's face for letters that run from right to left, which names one for each script; None where
    the face is said by its name."""
    if face.theme_font is None or (sheet and not sheet.theme_fonts):
        return None
    return el("a:cs", typeface=COMPLEX_FACES[face.theme_font])


def style_of(body: TextBody, level: int) -> TextStyle | None:
    """The style of the first run at this level, which is what a list style takes its default from."""
    return next(
        (each.runs[0].style for each in body.paragraphs if each.level == level and each.runs),
        None,
    )


def list_levels(body: TextBody) -> dict[int, Paragraph]:
    """The paragraph that shows how a level looks: the first of that level, by level."""
    levels: dict[int, Paragraph] = {}
    for each in body.paragraphs:
        if each.runs:
            levels.setdefault(each.level, each)
    return levels


def list_level(level: int, value: Paragraph) -> Element:
    """A paragraph's looks as the list style of a level (0 to 8)."""
    default = run_properties("a:defRPr", value.runs[0].style, None)
    return paragraph_properties(f"a:lvl{level + 1}pPr", value, in_placeholder=True, default=default)


def list_style(body: TextBody) -> Element:
    levels = list_levels(body)
    return el("a:lstStyle", *(list_level(level, levels[level]) for level in sorted(levels)))
