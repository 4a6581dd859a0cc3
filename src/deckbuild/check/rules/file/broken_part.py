"""FIL001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.package.findings import file_findings
from deckbuild.check.package.opc import part_faults
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext, Package
from deckbuild.diagnostics import Severity


@rule("FIL001", on=Package, severity=Severity.ERROR)
def broken_part(package: Package, context: CheckContext) -> Iterator[Finding]:
    """A part of the file is broken, unnamed or out of reach.

    Every part has a name of its own whatever the capitals, one content type, bytes that are what it says,
    and a way to it through relationships (ECMA-376 Part 2, §6.2 and §7.2). PowerPoint offers to repair a
    file with such a fault. No deck should be able to cause it: whoever sees this has found a bug of the
    program.
    """
    yield from file_findings(part_faults(package.archive), package, context)
