"""Faults of the written file as findings: one for each part, on its slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckbuild.check.package.archive import PartFault
from deckbuild.check.rule import Finding
from deckbuild.check.subjects import CheckContext, Package


def file_findings(faults: Iterable[PartFault], package: Package, context: CheckContext) -> Iterator[Finding]:
    """The first fault of each part, and how many more it has; parts of slides point at their slide."""
    parts: dict[str, list[str]] = {}
    for fault in faults:
        parts.setdefault(fault.part, []).append(fault.fact)
    if not parts:
        return
    pages = dict(zip(package.archive.slide_parts(), context.document.pages, strict=False))
    for part, facts in parts.items():
        more = f" (and {len(facts) - 1} more faults)" if len(facts) > 1 else ""
        message, hint = f"{part}: {facts[0]}{more}", "report it with the deck: the program wrote a bad file"
        if part in pages:
            yield Finding(message, pages[part].span, hint, slide=pages[part].number)
        else:
            yield Finding(message, hint=hint)
