"""FIL008."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.package.content import chart_faults
from deckbuild.check.package.findings import file_findings
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext, Package
from deckbuild.diagnostics import Severity


@rule("FIL008", on=Package, severity=Severity.ERROR)
def broken_chart(package: Package, context: CheckContext) -> Iterator[Finding]:
    """A native chart's axes, series or workbook don't agree.

    Axes pair up by ids that aren't negative, series have numbers of their own, and the workbook inside
    opens (ECMA-376 Part 1, §21.2.2). PowerPoint offers to repair a file with such a fault. No deck should
    be able to cause it: whoever sees this has found a bug of the program.
    """
    yield from file_findings(chart_faults(package.archive), package, context)
