"""What makes PowerPoint offer to repair a file, as a list of faults."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from tests.render.pptx.sample import find, parts

from deckbuild.render.pptx.xml import NAMESPACES, Element, qualified

RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
SIGNATURES = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<"}
UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
SHEETS = ("slides", "slideLayouts", "slideMasters", "notesSlides", "notesMasters")


class Package:
    """The parts of a file with their trees and relationships."""

    def __init__(self, content: bytes) -> None:
        self.parts = {f"/{name}": blob for name, blob in parts(content).items()}
        self.trees = {
            name: etree.fromstring(blob)
            for name, blob in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    def relations(self, part: str) -> dict[str, tuple[str, str, bool]]:
        """Type, target and whether it is external, by relationship id."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = {}
        for each in tree.iter(RELATIONSHIPS) if tree is not None else ():
            external = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            if not external:
                target = posixpath.normpath(posixpath.join(folder, target))
            found[each.get("Id", "")] = (each.get("Type", "").rpartition("/")[2], target, external)
        return found

    def targets(self, part: str, kind: str) -> list[str]:
        return [target for type_, target, _ in self.relations(part).values() if type_ == kind]

    def sheets(self, *kinds: str) -> Iterator[tuple[str, Element]]:
        for name, tree in self.trees.items():
            if re.fullmatch(rf"/ppt/({'|'.join(kinds)})/[^/]+\.xml", name):
                yield name, tree


def faults(content: bytes) -> list[str]:
    """Everything wrong with the file, one line each."""
    package = Package(content)
    return [
        *_package(package),
        *_references(package),
        *_presentation(package),
        *_relations_between_sheets(package),
        *(fault for name, tree in package.sheets(*SHEETS) for fault in _sheet(name, tree)),
        *_placeholders(package),
        *_themes(package),
    ]


def _package(package: Package) -> Iterator[str]:
    names = Counter(name.lower() for name in package.parts)
    yield from (f"{name}: {count} parts of this name" for name, count in names.items() if count > 1)
    types = package.trees["/[Content_Types].xml"]
    defaults = {each.get("Extension") for each in types.iter(f"{TYPES}Default")}
    overrides = [each.get("PartName") for each in types.iter(f"{TYPES}Override")]
    yield from (f"override for absent {name}" for name in overrides if name not in package.parts)
    for name, blob in package.parts.items():
        extension = name.rpartition(".")[2]
        if name != "/[Content_Types].xml" and name not in overrides and extension not in defaults - {"xml"}:
            yield f"{name}: no content type of its own"
        if name.startswith("/ppt/media/") and not blob.startswith(SIGNATURES[extension]):
            yield f"{name}: not what its extension says"
    reached, pending = set(), ["/"]
    for source in pending:
        for _, target, external in package.relations(source).values():
            if external or target in reached:
                continue
            if target not in package.parts:
                yield f"{source}: relationship to absent {target}"
                continue
            reached.add(target)
            pending.append(target)
    for name in package.parts:
        if not name.endswith((".rels", "[Content_Types].xml")) and name not in reached:
            yield f"{name}: unreachable"


def _references(package: Package) -> Iterator[str]:
    for name, tree in package.trees.items():
        known = package.relations(name)
        for each in tree.iter(etree.Element):
            for attribute, value in each.attrib.items():
                if str(attribute).startswith(f"{{{NAMESPACES['r']}}}") and value not in known:
                    yield f"{name}: {value!r} is no relationship"
            if each.text and UNWANTED.search(each.text):
                yield f"{name}: control characters in {each.text!r}"


def _presentation(package: Package) -> Iterator[str]:
    tree = package.trees["/ppt/presentation.xml"]
    ids = [int(each.get("id", 0)) for each in find(tree, "p:sldIdLst/p:sldId")]
    if len(set(ids)) < len(ids) or not all(256 <= ident < 2**31 for ident in ids):
        yield f"slide ids {ids}"
    big = [int(each.get("id", 0)) for each in find(tree, "p:sldMasterIdLst/p:sldMasterId")]
    for _, master in package.sheets("slideMasters"):
        big += [int(each.get("id", 0)) for each in find(master, "p:sldLayoutIdLst/p:sldLayoutId")]
    if len(set(big)) < len(big) or min(big) < 2**31:
        yield f"master and layout ids {big}"
    if len(find(tree, "p:notesMasterIdLst/p:notesMasterId")) != 1:
        yield "the notes master isn't listed"
    listed = [int(each.get("id", 0)) for each in find(tree, ".//p14:section/p14:sldIdLst/p14:sldId")]
    if listed and listed != ids:
        yield f"sections list {listed}, not {ids}"


def _relations_between_sheets(package: Package) -> Iterator[str]:
    for kinds, wanted in (
        ("slides", "slideLayout"),
        ("slideLayouts", "slideMaster"),
        ("slideMasters", "theme"),
        ("notesMasters", "theme"),
        ("notesSlides", "notesMaster"),
        ("notesSlides", "slide"),
    ):
        for name, _ in package.sheets(kinds):
            if len(package.targets(name, wanted)) != 1:
                yield f"{name}: {len(package.targets(name, wanted))} relationships to a {wanted}"
    for name, tree in package.sheets("slideMasters"):
        if len(find(tree, "p:sldLayoutIdLst/p:sldLayoutId")) != len(package.targets(name, "slideLayout")):
            yield f"{name}: layouts not listed"
    for name, _ in package.sheets("notesSlides"):
        owner = package.targets(name, "slide")[0]
        if package.targets(owner, "notesSlide") != [name]:
            yield f"{name}: {owner} has other notes"


def _sheet(name: str, tree: Element) -> Iterator[str]:
    fallback = {
        each for part in tree.iter(qualified("mc:Fallback")) for each in part.iter(qualified("p:cNvPr"))
    }
    shown = [each for each in tree.iter(qualified("p:cNvPr")) if each not in fallback]
    ids = Counter(each.get("id") for each in shown)
    yield from (f"{name}: shape id {ident} used {count} times" for ident, count in ids.items() if count > 1)
    for end in (*tree.iter(qualified("a:stCxn")), *tree.iter(qualified("a:endCxn"))):
        if end.get("id") not in ids:
            yield f"{name}: a connector sticks to absent shape {end.get('id')}"
    for table in tree.iter(qualified("a:tbl")):
        columns = len(find(table, "a:tblGrid/a:gridCol"))
        for row in find(table, "a:tr"):
            if len(find(row, "a:tc")) != columns:
                yield f"{name}: a row of {len(find(row, 'a:tc'))} cells in {columns} columns"
            yield from (
                f"{name}: a cell without a paragraph"
                for cell in find(row, "a:tc")
                if not find(cell, "a:txBody/a:p")
            )
    for group in tree.iter(qualified("p:grpSp")):
        for extent in ("a:ext", "a:chExt"):
            size = find(group, f"p:grpSpPr/a:xfrm/{extent}")[0]
            if "0" in (size.get("cx"), size.get("cy")):
                yield f"{name}: a flat group"
    for size in tree.iter(qualified("a:ext")):
        if size.get("cx", "0").startswith("-") or size.get("cy", "0").startswith("-"):
            yield f"{name}: a negative size"


def _placeholders(package: Package) -> Iterator[str]:
    for name, tree in package.sheets("slides"):
        layout = package.trees[package.targets(name, "slideLayout")[0]]
        offered = {(each.get("type"), each.get("idx")) for each in layout.iter(qualified("p:ph"))}
        used = [(each.get("type"), each.get("idx")) for each in tree.iter(qualified("p:ph"))]
        yield from (f"{name}: no placeholder {each} on its layout" for each in used if each not in offered)
        if len(set(used)) < len(used):
            yield f"{name}: a placeholder filled twice"


def _themes(package: Package) -> Iterator[str]:
    for name, tree in package.sheets("theme"):
        for kind in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
            if len(find(tree, f".//a:{kind}/*")) < 3:
                yield f"{name}: fewer than three in {kind}"
