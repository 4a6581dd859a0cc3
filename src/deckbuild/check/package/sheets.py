"""Faults of the presentation and its sheets: ids, how slides, layouts and masters hang together, shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from deckbuild.check.package.archive import PRESENTATION, Archive, Element, PartFault, find, number, qualified
from deckbuild.presets import PRESETS, PresetFacts

FIRST_SLIDE_ID, FIRST_MASTER_ID = 256, 2**31
"""Slide ids run from 256 to below 2³¹ (ECMA-376 Part 1, §19.7.13), others from there on (§19.7.3)."""

LINKS = (
    ("slides", "slideLayout"),
    ("slideLayouts", "slideMaster"),
    ("slideMasters", "theme"),
    ("notesMasters", "theme"),
    ("notesSlides", "notesMaster"),
)
"""Which sheets need exactly one relationship to which other."""

SHEETS = ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters")
STYLE_LISTS = ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst")


def id_faults(archive: Archive) -> Iterator[PartFault]:
    """Ids of slides, masters and layouts, and the lists that name them."""
    tree = archive.trees.get(PRESENTATION)
    if tree is None:
        yield PartFault(PRESENTATION, "isn't there")
        return
    slides = [number(each, "id") for each in find(tree, "p:sldIdLst/p:sldId")]
    yield from _repeated(PRESENTATION, slides, "slide id")
    for ident in slides:
        if not FIRST_SLIDE_ID <= ident < FIRST_MASTER_ID:
            yield PartFault(PRESENTATION, f"slide id {ident} isn't between 256 and 2147483647")
    big = [number(each, "id") for each in find(tree, "p:sldMasterIdLst/p:sldMasterId")]
    for _, master in archive.sheets("slideMasters"):
        big += [number(each, "id") for each in find(master, "p:sldLayoutIdLst/p:sldLayoutId")]
    yield from _repeated(PRESENTATION, big, "master or layout id")
    for ident in big:
        if ident < FIRST_MASTER_ID:
            yield PartFault(PRESENTATION, f"master or layout id {ident} is below 2147483648")
    listed = [number(each, "id") for each in find(tree, ".//p14:section/p14:sldIdLst/p14:sldId")]
    yield from _repeated(PRESENTATION, listed, "slide id in sections")
    for ident in listed:
        if ident not in slides:
            yield PartFault(PRESENTATION, f"a section lists slide id {ident}, which no slide has")
    missing = [ident for ident in slides if ident not in listed]
    if listed and missing:
        yield PartFault(PRESENTATION, f"no section lists slide id {missing[0]}")


def link_faults(archive: Archive) -> Iterator[PartFault]:
    """Slides without a layout, layouts without a master, notes without theirs, themes with too few styles."""
    for folder, wanted in LINKS:
        for name, _ in archive.sheets(folder):
            count = len(archive.targets(name, wanted))
            if count != 1:
                yield PartFault(name, f"has {count} relationships to a {wanted}, needs one")
    for name, tree in archive.sheets("slideMasters"):
        listed = {each.get(qualified("r:id")) for each in find(tree, "p:sldLayoutIdLst/p:sldLayoutId")}
        for each in archive.relations[name]:
            if each.kind == "slideLayout" and each.ident not in listed:
                yield PartFault(name, f"doesn't list its layout {each.target}")
    presentation = archive.trees.get(PRESENTATION)
    if presentation is not None:
        masters = len(archive.targets(PRESENTATION, "notesMaster"))
        listed_masters = len(find(presentation, "p:notesMasterIdLst/p:notesMasterId"))
        if masters != listed_masters or masters > 1:
            yield PartFault(PRESENTATION, f"lists {listed_masters} notes masters of {masters}")
    for name, tree in archive.sheets("notesSlides"):
        yield from _notes_faults(name, tree, archive)
    for name, tree in archive.sheets("theme"):
        for kind in STYLE_LISTS:
            count = len(find(tree, f".//a:{kind}/*"))
            if count < 3:
                yield PartFault(name, f"has {count} styles in {kind}, needs three")


def _notes_faults(name: str, tree: Element, archive: Archive) -> Iterator[PartFault]:
    """Notes belong to one slide, which is theirs in turn; to other slides they may have links."""
    slides = [each for each in archive.relations[name] if each.kind == "slide" and not each.external]
    own = [each for each in slides if archive.targets(each.target, "notesSlide") == [name]]
    if len(own) != 1:
        yield PartFault(name, f"has {len(own)} relationships to a slide whose notes these are, needs one")
    linked = {link.get(qualified("r:id")) for link in find(tree, ".//a:hlinkClick")}
    for each in slides:
        if each not in own and each.ident not in linked:
            yield PartFault(name, f"belongs to {each.target}, which has other notes")


def shape_faults(archive: Archive) -> Iterator[PartFault]:
    """Ids, placeholders, connectors' ends, preset names and sizes of shapes."""
    presets = PRESETS
    for name, tree in archive.sheets(*SHEETS):
        alternatives = {each for part in tree.iter(qualified("mc:Fallback")) for each in part.iter()}
        shown = [each for each in tree.iter(qualified("p:cNvPr")) if each not in alternatives]
        yield from _repeated(name, [number(each, "id") for each in shown], "shape id")
        yield from _size_faults(name, tree)
        for geometry in tree.iter(qualified("a:prstGeom")):
            facts = presets.get(geometry.get("prst", ""))
            if facts is None:
                yield PartFault(name, f"has a shape of the unknown preset {geometry.get('prst')!r}")
                continue
            for guide in find(geometry, "a:avLst/a:gd"):
                if guide.get("name") not in facts.adjusts:
                    yield PartFault(
                        name, f"adjusts {guide.get('name')!r}, which {geometry.get('prst')} hasn't"
                    )
        ends = tuple(tree.iter(qualified("a:stCxn"), qualified("a:endCxn")))
        sites = _sites(tree, presets, frozenset(number(end, "id") for end in ends))
        for end in ends:
            ident, site = number(end, "id"), number(end, "idx")
            if ident not in sites:
                yield PartFault(name, f"a connector sticks to shape {ident}, which isn't there")
            elif site >= sites[ident]:
                yield PartFault(
                    name, f"a connector sticks to site {site} of shape {ident}, which has {sites[ident]}"
                )
    yield from _placeholder_faults(archive)


def _size_faults(name: str, tree: Element) -> Iterator[PartFault]:
    for group in tree.iter(qualified("p:grpSp")):
        for extent in ("a:ext", "a:chExt"):
            for size in find(group, f"p:grpSpPr/a:xfrm/{extent}"):
                if not (number(size, "cx") and number(size, "cy")):
                    yield PartFault(name, "a group has no extent")
    for size in tree.iter(qualified("a:ext"), qualified("a:chExt")):
        if number(size, "cx") < 0 or number(size, "cy") < 0:
            yield PartFault(name, "a shape has a negative size")


def _sites(tree: Element, presets: Mapping[str, PresetFacts], wanted: frozenset[int]) -> dict[int, int]:
    """How many connection sites each of the `wanted` shapes has, by its id."""
    found: dict[int, int] = {}
    for ident in tree.iter(qualified("p:cNvPr")) if wanted else ():
        if number(ident, "id") not in wanted:
            continue
        above = ident.getparent()
        shape = above.getparent() if above is not None else None
        if shape is None:
            continue
        preset = find(shape, "p:spPr/a:prstGeom")
        custom = find(shape, "p:spPr/a:custGeom")
        count = 4
        if preset and preset[0].get("prst", "") in presets:
            count = presets[preset[0].get("prst", "")].sites
        elif custom:
            count = len(find(custom[0], "a:cxnLst/a:cxn"))
        found[number(ident, "id")] = count
    return found


def _placeholder_faults(archive: Archive) -> Iterator[PartFault]:
    for name, tree in archive.sheets("slides"):
        offered: set[tuple[str | None, str | None]] = set()
        for layout in archive.targets(name, "slideLayout"):
            if layout in archive.trees:
                slots = archive.trees[layout].iter(qualified("p:ph"))
                offered |= {(each.get("type"), each.get("idx")) for each in slots}
        used = [(each.get("type"), each.get("idx")) for each in tree.iter(qualified("p:ph"))]
        for kind, index in used:
            if (kind, index) not in offered:
                yield PartFault(
                    name, f"fills the placeholder {kind or 'body'} {index or 0}, which its layout hasn't"
                )
        if len(set(used)) < len(used):
            yield PartFault(name, "fills a placeholder twice")


def _repeated(part: str, idents: list[int], what: str) -> Iterator[PartFault]:
    for ident, count in Counter(idents).items():
        if count > 1:
            yield PartFault(part, f"{what} {ident} is used {count} times")
