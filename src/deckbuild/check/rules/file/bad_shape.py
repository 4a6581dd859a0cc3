"""FIL005."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.package.findings import file_findings
from deckbuild.check.package.sheets import shape_faults
from deckbuild.check.rule import Finding, rule
from deckbuild.check.subjects import CheckContext, Package
from deckbuild.diagnostics import Severity


@rule("FIL005", on=Package, severity=Severity.ERROR)
def bad_shape(package: Package, context: CheckContext) -> Iterator[Finding]:
    """A shape's id, preset, placeholder, size or connector end isn't legal.

    Shape ids are unique in their sheet, groups included; presets and adjust values are those of the
    standard (ECMA-376 Part 1, §20.1.9.18 and §20.1.10.56); connectors stick to sites that exist; groups
    have an extent. PowerPoint offers to repair a file with such a fault. No deck should be able to cause
    it: whoever sees this has found a bug of the program.
    """
    yield from file_findings(shape_faults(package.archive), package, context)
