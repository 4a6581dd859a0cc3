"""Document properties. Without times: the same sources give the same file."""

from __future__ import annotations

from deckbuild.document import Document
from deckbuild.render.pptx.xml import Element, el, root

APPLICATION = "deckbuild"


def core_properties_root(document: Document) -> Element:
    """Dublin Core properties (ECMA-376 Part 2, core properties); empty ones are left out."""
    metadata = document.metadata
    properties = {
        "dc:title": metadata.title,
        "dc:subject": metadata.subject,
        "dc:creator": metadata.author,
        "cp:keywords": ", ".join(metadata.keywords),
        "dc:language": metadata.language,
        "cp:lastModifiedBy": metadata.author,
    }
    return root("cp:coreProperties", *(el(tag, text=value) for tag, value in properties.items() if value))


def application_properties_root(document: Document) -> Element:
    """Extended properties (ECMA-376 Part 1, §22.2)."""
    notes = sum(1 for page in document.pages if page.notes)
    properties = {
        "TotalTime": "0",
        "Application": APPLICATION,
        "PresentationFormat": "Widescreen",
        "Slides": str(len(document.pages)),
        "Notes": str(notes),
        "HiddenSlides": "0",
        "AppVersion": "16.0000",
    }
    return root("ep:Properties", *(el(f"ep:{name}", text=value) for name, value in properties.items()))
