"""Markdown's links by reference, `[words][label]` with `[label]: address` elsewhere, as plain links.

Only what can't be meant otherwise: a definition is a paragraph's line with the address of a web page, a
mailbox or a slide, and somebody uses its label. Everything else stands as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from deckbuild.sources.values import SplicedStr

_TITLE = r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'))?"  # kept, so that it is told of as that of any link
_DEFINITION = re.compile(rf"\[([^\[\]]+)\]:[ \t]+<?((?:https?://|mailto:|#)[^\s<>]+)>?({_TITLE})(?: |$)")
_USE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)|(?<!\\)\[([^\[\]]+)\](?:\[([^\[\]]*)\]|(?![\[(:]))", re.DOTALL)


def definitions(paragraph: str) -> dict[str, str]:
    """What a paragraph defines, as the targets of plain links by their labels; nothing if it holds anything
    else."""
    found = list(_DEFINITION.finditer(paragraph))
    if not found or "".join(match[0] for match in found) != paragraph:
        return {}
    return {_label(match[1]): f"<{match[2]}>{match[3]}" for match in reversed(found)}


def used_labels(text: str, known: Mapping[str, str]) -> Iterator[str]:
    """The known labels that a text refers to."""
    return (label for _, _, label in _uses(text, known))


def linked(text: str, known: Mapping[str, str]) -> str:
    """The text with plain links for those by reference to a known label."""
    changes = [(words, end, f"]({known[label]})") for words, end, label in _uses(text, known)]
    if not changes or not isinstance(text, SplicedStr):
        return text
    return text.replaced(changes)


def _uses(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """For each reference: where its words end, where it ends, and its label."""
    for match in _USE.finditer(text):
        if match[2] is not None and (label := _label(match[3] or match[2])) in known:
            yield match.end(2), match.end(), label


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()
