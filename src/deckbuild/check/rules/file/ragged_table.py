"""FIL006."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.package.content import table_faults
from deckbuild.check.package.findings import file_findings
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext, Package
from deckbuild.diagnostics import Severity


@rule("FIL006", on=Package, severity=Severity.ERROR)
def ragged_table(package: Package, context: CheckContext) -> Iterator[Finding]:
    """A table's rows don't fill its grid.

    Each row has a cell for every grid column, spans stay inside, and a cell's text has a paragraph
    (ECMA-376 Part 1, §21.1.3). PowerPoint offers to repair a file with such a fault. No deck should be
    able to cause it: whoever sees this has found a bug of the program.
    """
    yield from file_findings(table_faults(package.archive), package, context)
