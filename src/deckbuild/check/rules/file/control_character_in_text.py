"""FIL009."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.package.findings import file_findings
from deckbuild.check.package.opc import text_faults
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext, Package
from deckbuild.diagnostics import Severity


@rule("FIL009", on=Package, severity=Severity.ERROR)
def control_character_in_text(package: Package, context: CheckContext) -> Iterator[Finding]:
    """Text in the file has a control character.

    XML forbids or discourages them (XML 1.0, §2.2), and PowerPoint shows them as boxes or not at all.
    PowerPoint offers to repair a file with such a fault. No deck should be able to cause it: whoever sees
    this has found a bug of the program.
    """
    yield from file_findings(text_faults(package.archive), package, context)
