"""The package on python-pptx's parts and relationships, with every step of constant cost.

python-pptx names a new part, and finds an image that is there already, by walking the whole
relationship graph; and it scans all relationships of a part before it adds one. Both make a deck
cost the square of its slides. Here names come from counters and look-ups from dictionaries, behind
python-pptx's own methods, so that its parts (charts, workbooks) may join the package.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import cast

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.oxml import CT_Types
from pptx.opc.package import Part, XmlPart, _Relationship, _Relationships
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.package import Package
from pptx.util import lazyproperty

from deckbuild.render.pptx.xml import Element

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a ZIP entry can bear: the same bytes whenever the deck is built."""
COMPRESSED_ALREADY = (".png", ".jpg", ".xlsx")
DEFAULT_TYPES = {"png": CONTENT_TYPE.PNG, "jpg": CONTENT_TYPE.JPEG, "svg": "image/svg+xml"}


class IndexedRelationships(_Relationships):
    """Relationships of one source, found by type and target without a scan."""

    def __init__(self, base_uri: str) -> None:
        super().__init__(base_uri)
        self._ids: dict[tuple[str, object], str] = {}

    def get_or_add(self, reltype: str, target_part: Part) -> str:
        return self._id(reltype, target_part, is_external=False)

    def get_or_add_ext_rel(self, reltype: str, target_ref: str) -> str:
        return self._id(reltype, target_ref, is_external=True)

    def _id(self, reltype: str, target: Part | str, is_external: bool) -> str:
        known = self._ids.get((reltype, target))
        if known is None:
            known = self._ids[(reltype, target)] = self._add_relationship(reltype, target, is_external)
        return known


class MediaPart(Part):
    """A part whose content is bytes."""

    @lazyproperty
    def _rels(self) -> IndexedRelationships:
        return IndexedRelationships(self.partname.baseURI)


class ElementPart(XmlPart):
    """A part whose content is an XML tree, which may still be filled or replaced after the part was made."""

    @property
    def root(self) -> Element:
        return self._element

    @root.setter
    def root(self, root: Element) -> None:
        self._element = cast(BaseOxmlElement, root)

    @lazyproperty
    def _rels(self) -> IndexedRelationships:
        return IndexedRelationships(self.partname.baseURI)


class DeckPackage(Package):
    """An empty package that parts are added to, and that is written as bytes."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())
        self._numbers: Counter[str] = Counter()
        self._media: dict[tuple[bytes, str], MediaPart] = {}

    @lazyproperty
    def _rels(self) -> IndexedRelationships:
        return IndexedRelationships(PACKAGE_URI.baseURI)

    def next_partname(self, tmpl: str) -> PackURI:
        self._numbers[tmpl] += 1
        return PackURI(tmpl % self._numbers[tmpl])

    def add_part(self, name: str, content_type: str, root: Element) -> ElementPart:
        """A new XML part; a `%d` in the name is replaced by the next number for that name."""
        uri = self.next_partname(name) if "%d" in name else PackURI(name)
        return ElementPart(uri, content_type, self, cast(BaseOxmlElement, root))

    def media_part(self, content: bytes, extension: str) -> MediaPart:
        """The part that holds these bytes: the one that already does, or else a new one."""
        key = (hashlib.sha1(content, usedforsecurity=False).digest(), extension)
        if key not in self._media:
            uri = PackURI(f"/ppt/media/image{len(self._media) + 1}.{extension}")
            self._media[key] = MediaPart(uri, DEFAULT_TYPES[extension], self, content)
        return self._media[key]

    def iter_rels(self) -> Iterator[_Relationship]:
        """Every relationship once, breadth first (links between slides would nest a recursion deeply)."""
        pending: list[_Relationships] = [self._rels]
        seen: set[Part] = set()
        for relationships in pending:
            for relationship in relationships.values():
                yield relationship
                if relationship.is_external or relationship.target_part in seen:
                    continue
                seen.add(relationship.target_part)
                pending.append(relationship.target_part.rels)

    def to_bytes(self) -> bytes:
        """The package as a ZIP archive: the same parts give the same bytes."""
        parts = list(self.iter_parts())
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            _write(archive, CONTENT_TYPES_URI, _content_types(parts))
            _write(archive, PACKAGE_URI.rels_uri, self._rels.xml)
            for part in parts:
                _write(archive, part.partname, part.blob)
                if part.rels:
                    _write(archive, part.partname.rels_uri, part.rels.xml)
        return stream.getvalue()


def _content_types(parts: list[Part]) -> bytes:
    types = CT_Types.new()
    types.add_default("rels", CONTENT_TYPE.OPC_RELATIONSHIPS)
    types.add_default("xml", CONTENT_TYPE.XML)
    defaults = {part.partname.ext: part.content_type for part in parts if part.partname.ext in DEFAULT_TYPES}
    for extension, content_type in sorted(defaults.items()):
        types.add_default(extension, content_type)
    for part in sorted(parts, key=lambda part: str(part.partname)):
        if part.partname.ext not in defaults:
            types.add_override(part.partname, part.content_type)
    return etree.tostring(types, encoding="UTF-8", standalone=True)


def _write(archive: zipfile.ZipFile, uri: PackURI, content: bytes) -> None:
    entry = zipfile.ZipInfo(uri.membername, ZIP_EPOCH)
    stored = uri.membername.endswith(COMPRESSED_ALREADY)
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    entry.create_system = 0  # MS-DOS: the same whatever system builds the deck
    archive.writestr(entry, content)


__all__ = ["CONTENT_TYPE", "RELATIONSHIP_TYPE", "DeckPackage", "ElementPart", "MediaPart"]
