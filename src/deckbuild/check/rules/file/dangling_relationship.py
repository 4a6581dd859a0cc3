"""FIL002."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.package.findings import file_findings
from deckbuild.check.package.opc import relationship_faults
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext, Package
from deckbuild.diagnostics import Severity


@rule("FIL002", on=Package, severity=Severity.ERROR)
def dangling_relationship(package: Package, context: CheckContext) -> Iterator[Finding]:
    """A relationship leads nowhere, or to the wrong kind of part.

    Every relationship's target is there, its id is unique in its part, and what refers to it finds a part
    of the kind it needs (ECMA-376 Part 2, §6.5). PowerPoint offers to repair a file with such a fault. No
    deck should be able to cause it: whoever sees this has found a bug of the program.
    """
    yield from file_findings(relationship_faults(package.archive), package, context)
