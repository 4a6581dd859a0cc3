"""FIL004."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.package.findings import file_findings
from deckbuild.check.package.sheets import link_faults
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext, Package
from deckbuild.diagnostics import Severity


@rule("FIL004", on=Package, severity=Severity.ERROR)
def sheet_without_owner(package: Package, context: CheckContext) -> Iterator[Finding]:
    """A slide, layout, master or notes page doesn't hang together with the others.

    A slide has one layout, that one master, that one theme with three styles in each list; notes have a
    master that the presentation lists (ECMA-376 Part 1, §13.3). PowerPoint offers to repair a file with
    such a fault. No deck should be able to cause it: whoever sees this has found a bug of the program.
    """
    yield from file_findings(link_faults(package.archive), package, context)
