"""FIL007."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.package.content import picture_faults
from deckbuild.check.package.findings import file_findings
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext, Package
from deckbuild.diagnostics import Severity


@rule("FIL007", on=Package, severity=Severity.ERROR)
def picture_without_fallback(package: Package, context: CheckContext) -> Iterator[Finding]:
    """A picture can't be read, or a vector picture lacks its bitmap.

    Programs that can't draw SVG show the bitmap beside it; if that is broken, everyone sees a red cross
    ([MS-ODRAWXML], 2.3.5.1). PowerPoint offers to repair a file with such a fault. No deck should be able
    to cause it: whoever sees this has found a bug of the program.
    """
    yield from file_findings(picture_faults(package.archive), package, context)
