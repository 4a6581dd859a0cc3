"""Faults of the package itself: its parts, content types and relationships (ECMA-376 Part 2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from deckbuild.check.package.archive import CONTENT_TYPES, NAMESPACES, Archive, Element, PartFault, qualified

SIGNATURES = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF8",),
    "image/svg+xml": (b"<", b"\xef\xbb\xbf<"),
}
"""How the bytes of a picture begin, by content type."""

NEEDED = {
    ("a:blip", "embed"): "image",
    ("asvg:svgBlip", "embed"): "image",
    ("p:sldId", "id"): "slide",
    ("p:sldMasterId", "id"): "slideMaster",
    ("p:sldLayoutId", "id"): "slideLayout",
    ("p:notesMasterId", "id"): "notesMaster",
    ("c:chart", "id"): "chart",
    ("c:externalData", "id"): "package",
}
"""What kind of relationship an element's `r:` attribute must name."""

UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
ESCAPED = re.compile(r"_x00([01][0-9A-Fa-f]|7F)_")
"""Control characters as Office writes them where XML can't (Part 1, §22.9.2.19)."""


def part_faults(archive: Archive) -> Iterator[PartFault]:
    """Names, content types, bytes that aren't what they say, parts that nothing leads to."""
    yield from archive.unreadable
    if not archive.names:
        return
    for name, count in Counter(name.lower() for name in archive.names).items():
        if count > 1:
            yield PartFault(name, f"{count} parts have this name, capitals aside")
    types = archive.trees.get(CONTENT_TYPES)
    if types is None:
        yield PartFault(CONTENT_TYPES, "isn't there")
        return
    known = {name.lower() for name in archive.parts}
    overrides = [each.get("PartName", "") for each in types.iter(qualified("ct:Override"))]
    for name in overrides:
        if name.lower() not in known:
            yield PartFault(CONTENT_TYPES, f"gives a content type to {name}, which isn't there")
    for name, count in Counter(name.lower() for name in overrides).items():
        if count > 1:
            yield PartFault(CONTENT_TYPES, f"gives {count} content types to {name}")
    for name, content in archive.parts.items():
        if name == CONTENT_TYPES:
            continue
        kind = archive.content_type(name)
        if not kind or (kind == "application/xml" and not name.startswith("/customXml/")):
            yield PartFault(name, "has no content type of its own")
        if kind in SIGNATURES and not content.lstrip().startswith(SIGNATURES[kind]):
            yield PartFault(name, f"isn't the {kind} that its content type says")
    reached = _reached(archive)
    for name in archive.parts:
        if not name.endswith(".rels") and name != CONTENT_TYPES and name not in reached:
            yield PartFault(name, "can't be reached from the package's relationships")


def _reached(archive: Archive) -> set[str]:
    reached: set[str] = set()
    pending = ["/"]
    for source in pending:
        for each in archive.relations.get(source, ()):
            if not each.external and each.target in archive.parts and each.target not in reached:
                reached.add(each.target)
                pending.append(each.target)
    return reached


def relationship_faults(archive: Archive) -> Iterator[PartFault]:
    """Relationships that lead nowhere, and references to ones that aren't there or of another kind."""
    for part, relations in archive.relations.items():
        for ident, count in Counter(each.ident for each in relations).items():
            if count > 1:
                yield PartFault(part, f"{count} relationships have the id {ident!r}")
        for each in relations:
            if not each.external and each.target not in archive.parts:
                yield PartFault(part, f"{each.ident} leads to {each.target}, which isn't there")
        if part in archive.trees:
            yield from _reference_faults(archive, part)


def _reference_faults(archive: Archive, part: str) -> Iterator[PartFault]:
    kinds = {each.ident: each.kind for each in archive.relations[part]}
    needed = {(qualified(tag), name): kind for (tag, name), kind in NEEDED.items()}
    for element, attribute, value in _references(archive.trees[part]):
        local = etree.QName(element).localname
        if value not in kinds:
            yield PartFault(part, f"<{local}> refers to relationship {value}, which isn't there")
            continue
        kind, wanted = kinds[value], needed.get((str(element.tag), attribute))
        if wanted and kind != wanted:
            yield PartFault(part, f"<{local}> needs a relationship to a {wanted}, {value} is to a {kind}")


def _references(tree: Element) -> Iterator[tuple[Element, str, str]]:
    """Every `r:` attribute with a value: its element, its local name and the value."""
    found = tree.xpath("//@r:*", namespaces={"r": NAMESPACES["r"]})
    for value in found if isinstance(found, list) else ():
        if isinstance(value, etree._ElementUnicodeResult) and value:
            element = value.getparent()
            if element is not None:
                yield element, etree.QName(str(value.attrname)).localname, str(value)


def text_faults(archive: Archive) -> Iterator[PartFault]:
    """Control characters in text."""
    for part, tree in archive.trees.items():
        for element in tree.iter(qualified("a:t")):
            text = element.text or ""
            if found := UNWANTED.search(text):
                yield PartFault(part, f"has the control character U+{ord(found[0]):04X} in {text[:40]!r}")
            elif escaped := ESCAPED.search(text):
                yield PartFault(part, f"has the control character {escaped[0]} in {text[:40]!r}")
