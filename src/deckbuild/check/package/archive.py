"""A .pptx as the parts, trees and relationships that the file rules look at."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
CONTENT_TYPES = "/[Content_Types].xml"
PRESENTATION = "/ppt/presentation.xml"


@dataclass(frozen=True, slots=True)
class PartFault:
    """Something wrong with a part of the file, `/` being the package itself."""

    part: str
    fact: str

    def __str__(self) -> str:
        return f"{self.part}: {self.fact}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: its kind is the last word of its type."""

    ident: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Archive:
    """`names` are of the ZIP's entries in their order; `unreadable` says what couldn't be parsed."""

    names: tuple[str, ...]
    parts: Mapping[str, bytes] = field(repr=False)
    trees: Mapping[str, Element] = field(repr=False)
    relations: Mapping[str, tuple[Relation, ...]] = field(repr=False)
    unreadable: tuple[PartFault, ...] = ()

    def targets(self, part: str, kind: str) -> list[str]:
        """The parts that a part is related to in this way."""
        return [
            each.target for each in self.relations.get(part, ()) if each.kind == kind and not each.external
        ]

    def sheets(self, *kinds: str) -> Iterator[tuple[str, Element]]:
        """Parts in the folders `kinds` of /ppt with their trees: slides, slideLayouts, theme …"""
        for name, tree in self.trees.items():
            if re.fullmatch(rf"/ppt/({'|'.join(kinds)})/[^/]+\.xml", name):
                yield name, tree

    def content_type(self, part: str) -> str:
        """The content type of a part: its own, else that of its extension, else nothing."""
        tree = self.trees.get(CONTENT_TYPES)
        if tree is None:
            return ""
        extension = part.rpartition(".")[2].lower()
        found = ""
        for each in tree:
            if each.get("PartName", "").lower() == part.lower():
                return each.get("ContentType", "")
            if each.get("Extension", "").lower() == extension:
                found = each.get("ContentType", "")
        return found

    def slide_parts(self) -> tuple[str, ...]:
        """The slides' parts in the order they are shown."""
        tree = self.trees.get(PRESENTATION)
        if tree is None:
            return ()
        by_id = {each.ident: each.target for each in self.relations.get(PRESENTATION, ())}
        idents = (str(each.get(qualified("r:id"))) for each in find(tree, "p:sldIdLst/p:sldId"))
        return tuple(by_id.get(ident, "") for ident in idents)


def read_archive(data: bytes) -> Archive:
    """The parts of a file. What isn't a ZIP archive has none, and says so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = tuple(f"/{entry.filename}" for entry in archive.infolist())
            parts = {f"/{entry.filename}": archive.read(entry) for entry in archive.infolist()}
    except zipfile.BadZipFile as error:
        return Archive((), {}, {}, {}, (PartFault("/", f"isn't a ZIP archive: {error}"),))
    trees: dict[str, Element] = {}
    unreadable = []
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(content)
            except etree.XMLSyntaxError as error:
                unreadable.append(PartFault(name, f"isn't XML: {error.msg}"))
    sources = ["/", *(name for name in parts if not name.endswith(".rels"))]
    relations = {name: tuple(_relations(name, trees)) for name in sources}
    return Archive(names, parts, trees, relations, tuple(unreadable))


def _relations(part: str, trees: Mapping[str, Element]) -> Iterator[Relation]:
    folder, name = posixpath.split(part)
    tree = trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    for each in tree.iter(qualified("rel:Relationship")) if tree is not None else ():
        external = each.get("TargetMode") == "External"
        target = each.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join(folder, target))
        yield Relation(each.get("Id", ""), each.get("Type", "").rpartition("/")[2], target, external)


def qualified(tag: str) -> str:
    """`a:off` in Clark notation."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def find(tree: Element, path: str) -> list[Element]:
    """The elements at a path with prefixes, such as `p:sldIdLst/p:sldId`."""
    return tree.findall(path, NAMESPACES)


def number(element: Element, attribute: str, default: int = 0) -> int:
    """An attribute as a whole number; `default` if it isn't there or isn't one."""
    try:
        return int(element.get(attribute, default))
    except ValueError:
        return default
