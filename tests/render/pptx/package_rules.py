"""What makes PowerPoint offer to repair a file, as a list: what the file rules of check find."""

from __future__ import annotations

from deckbuild.check.package.archive import read_archive
from deckbuild.check.package.content import chart_faults, picture_faults, table_faults
from deckbuild.check.package.opc import part_faults, relationship_faults, text_faults
from deckbuild.check.package.sheets import id_faults, link_faults, shape_faults

RULES = (
    part_faults,
    relationship_faults,
    text_faults,
    id_faults,
    link_faults,
    shape_faults,
    table_faults,
    picture_faults,
    chart_faults,
)


def faults(content: bytes) -> list[str]:
    """Everything wrong with the file, one line each."""
    archive = read_archive(content)
    return [str(fault) for rule in RULES for fault in rule(archive)]
