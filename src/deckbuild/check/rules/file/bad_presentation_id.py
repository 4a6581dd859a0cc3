"""FIL003."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.package.findings import file_findings
from deckbuild.check.package.sheets import id_faults
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext, Package
from deckbuild.diagnostics import Severity


@rule("FIL003", on=Package, severity=Severity.ERROR)
def bad_presentation_id(package: Package, context: CheckContext) -> Iterator[Finding]:
    """An id of a slide, layout or master is out of its range, used twice or unknown.

    Slide ids run from 256 to below 2³¹, ids of masters and layouts from there on in one space (ECMA-376
    Part 1, §19.7.13 and §19.7.3); sections name each slide once ([MS-PPTX], 2.6.13). PowerPoint offers to
    repair a file with such a fault. No deck should be able to cause it: whoever sees this has found a bug
    of the program.
    """
    yield from file_findings(id_faults(package.archive), package, context)
