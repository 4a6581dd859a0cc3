"""The quality checklist: 15 items, each decided by rules, by a person who signs for it, or by both.

The wording is the program's own (quality checklist of the session document, Appendix C).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckbuild.check.reports.report import ItemStatus, Result, Status
from deckbuild.check.rule import Rule, matches
from deckbuild.check.signoffs import Signing, SignOff, Unit, signing, units_for
from deckbuild.diagnostics import Severity

CONTENT, NOTES, TECHNICAL = "Content Quality", "Speaker Notes Quality", "Technical Quality"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the checklist. `rules` are codes or their beginnings, `person` says who must sign too."""

    key: str
    group: str
    text: str
    rules: tuple[str, ...] = ()
    person: bool = False


CHECKLIST = (
    Item("objectives", CONTENT, "All learning objectives explicitly addressed in slides", ("CON001",)),
    Item("segments", CONTENT, "Each segment has clear opening, body, and summary", ("CON002", "CON003")),
    Item("technical-accuracy", CONTENT,
         "Technical accuracy verified (commands, code, architecture patterns)", (), person=True),
    Item("realistic-examples", CONTENT,
         "Examples are realistic and relevant to target audience", (), person=True),
    Item("terminology", CONTENT,
         "Terminology consistent with Block 3 and prior modules", ("CON010",), person=True),
    Item("notes", NOTES, "Every content slide has speaker notes", ("NOT001",)),
    Item("cues", NOTES, "Notes include delivery cues ([Pause], [Emphasize], [Transition])",
         ("NOT002", "NOT003", "NOT004")),
    Item("timing", NOTES, "Approximate timing aligns with segment durations", ("TIM",)),
    Item("questions", NOTES, "Questions and transitions scripted", ("NOT004", "NOT006")),
    Item("backup", NOTES, "Backup explanations prepared for complex topics", ("NOT007",)),
    Item("code", TECHNICAL, "All code examples are syntactically correct", ("TEC001",)),
    Item("architecture", TECHNICAL, "Architecture diagrams are technically sound", ("GFX",), person=True),
    Item("commands", TECHNICAL, "Commands have been tested", (), person=True),
    Item("links", TECHNICAL, "Links and references are valid", ("TEC01", "CON011")),
    Item("versions", TECHNICAL, "Version numbers and dates are current", ("TEC02",)),
)  # fmt: skip


def checklist(
    ran: Sequence[Rule],
    results: Sequence[Result],
    signoffs: Sequence[SignOff],
    signable: Sequence[Unit] | None,
) -> tuple[ItemStatus, ...]:
    """Where every item stands. `signable` is what can be signed for, None if the deck couldn't be read."""
    return tuple(_status(item, ran, results, signoffs, signable) for item in CHECKLIST)


def _status(
    item: Item,
    ran: Sequence[Rule],
    results: Sequence[Result],
    signoffs: Sequence[SignOff],
    signable: Sequence[Unit] | None,
) -> ItemStatus:
    rules = tuple(rule.code for rule in ran if matches(rule.code, item.rules)) if item.rules else ()
    found = [result for result in results if result.code in rules]
    active = [result for result in found if result.waiver is None]
    signed: Signing | None = None
    wanted: Sequence[Unit] = ()
    if item.person and signable is not None:
        wanted = units_for(item.key, signable)
        signed = signing(item.key, wanted, signoffs)
    status: Status = "not checked" if signable is None or not (rules or signed) else "pass"
    if active:
        status = "findings"
    elif signed is not None and wanted:
        status = "signed" if signed.complete else "open"
    return ItemStatus(
        item.key,
        item.group,
        item.text,
        status,
        rules,
        sum(result.severity is Severity.ERROR for result in active),
        sum(result.severity is Severity.WARNING for result in active),
        len(found) - len(active),
        signed.notes if signed else (),
        item.person,
    )
