"""Elements of the Office Open XML vocabularies, written as one nested expression."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

Element = etree._Element

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES: dict[str, str] = {
    "a": A,
    "p": P,
    "r": R,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
}
FAMILIES = (("a", "p", "r"), ("cp", "dc"))
"""Prefixes that occur together in a part."""

NOT_TEXT = re.compile(r"[\x00-\x08\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What XML 1.0 forbids or discourages in text (§2.2), except the vertical tab and the white space."""


def clean(text: str) -> str:
    """The text without control characters and non-characters."""
    return NOT_TEXT.sub("", text)


def qualified(tag: str) -> str:
    """`a:off` in Clark notation."""
    prefix, _, local = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def el(
    tag: str, *children: Element | None, text: str | None = None, **attributes: str | int | bool | None
) -> Element:
    """An element by its prefixed tag; children and attributes that are None are left out.

    A double underscore stands for the colon of an attribute (`r__id`), a trailing one guards a keyword.
    """
    prefix = tag.partition(":")[0]
    element = etree.Element(qualified(tag), nsmap={prefix: NAMESPACES[prefix]})
    return _filled(element, children, text, attributes)


def alternatives(choice: Element, fallback: Element, prefix: str, namespace: str) -> Element:
    """`choice` for readers that know the namespace, `fallback` for the others (ECMA-376 Part 3, §7.5)."""
    chosen = etree.Element(qualified("mc:Choice"), {"Requires": prefix}, nsmap={prefix: namespace})
    chosen.append(choice)
    return el("mc:AlternateContent", chosen, el("mc:Fallback", fallback))


def root(tag: str, *children: Element | None, **attributes: str | int | bool | None) -> Element:
    """Like `el`, for the root of a part: the namespaces that its content needs are declared here, once."""
    own = tag.partition(":")[0]
    prefixes = next((family for family in FAMILIES if own in family), (own,))
    element = etree.Element(qualified(tag), nsmap={prefix: NAMESPACES[prefix] for prefix in prefixes})
    return _filled(element, children, None, attributes)


def _filled(
    element: Element,
    children: Iterable[Element | None],
    text: str | None,
    attributes: Mapping[str, str | int | bool | None],
) -> Element:
    for name, value in attributes.items():
        if value is None:
            continue
        key = qualified(name.replace("__", ":")) if "__" in name else name.rstrip("_")
        element.set(key, str(int(value)) if isinstance(value, int) else clean(str(value)))
    if text is not None:
        element.text = clean(text)
    element.extend([child for child in children if child is not None])
    return element
