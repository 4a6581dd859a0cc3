"""The check itself: every rule on everything it looks at, then waivers, then the checklist."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from deckbuild.check.checklist import CHECKLIST, checklist
from deckbuild.check.measures.appendices import read_appendices
from deckbuild.check.online import Ask, ask
from deckbuild.check.outcome import Outcome
from deckbuild.check.reports.report import Report, Result, in_order
from deckbuild.check.rule import Finding, Rule, discover_rules, matches
from deckbuild.check.signoffs import SignOff, units
from deckbuild.check.subjects import CheckContext, Package, Place, check_context, subjects
from deckbuild.check.waivers import waive
from deckbuild.deck.models import Deck
from deckbuild.diagnostics import NOWHERE, Diagnostic
from deckbuild.document import Document
from deckbuild.theme import Theme


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: those whose codes begin with one of `select` (all, when empty), less `ignore`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    online: bool = False

    def rules(self, known: Mapping[str, Rule]) -> tuple[Rule, ...]:
        """The rules to run, in the order of their codes."""
        return tuple(
            rule
            for code, rule in known.items()
            if (not self.select or matches(code, self.select))
            and not matches(code, self.ignore)
            and (self.online or not rule.online)
        )


def check(
    deck: Deck,
    document: Document,
    theme: Theme,
    *,
    today: datetime.date,
    selection: Selection = Selection(),
    signoffs: Iterable[SignOff] = (),
    package: Callable[[], bytes] | None = None,
    folder: str = "",
    name: str = "",
    ask: Ask = ask,
) -> Report:
    """Everything wrong with `deck`, which `document` is the layout of, and the state of its checklist.

    `today` decides which waivers have expired. `package` yields the .pptx that rendering would write, for the
    rules on files; without it they don't run. `folder` is where the deck's files are, `name` what the report
    calls it. `ask` asks the web addresses if the selection is `online`.
    """
    known = discover_rules()
    rules = tuple(rule for rule in selection.rules(known) if package or rule.on is not Package)
    ran = frozenset(rule.code for rule in rules)
    appendices, unreadable = read_appendices(deck.folder)
    context = check_context(deck, document, theme, appendices=appendices, ask=ask)
    results, idle = waive(run(rules, context, package), deck, today)
    signed, signable = tuple(signoffs), units(deck, appendices)
    outcome = Outcome(
        idle, frozenset(known), ran, today, signed, signable, tuple(item.key for item in CHECKLIST)
    )
    read = (Result(found) for found in (*deck.warnings, *unreadable))
    results = in_order((*results, *read, *_closing(rules, outcome, context)))
    return Report(
        name=name or PurePath(folder).name or str(deck.title),
        folder=folder,
        slides=len(document.pages),
        results=results,
        items=checklist(rules, results, signed, signable),
        rules=rules,
    )


def faults_on_render(
    deck: Deck, document: Document, theme: Theme, today: datetime.date
) -> tuple[Diagnostic, ...]:
    """What rendering warns of: the findings of the rules marked for it, those waived left out."""
    rules = tuple(rule for rule in discover_rules().values() if rule.on_render)
    results, _ = waive(run(rules, check_context(deck, document, theme)), deck, today)
    return tuple(result.diagnostic for result in in_order(results) if result.waiver is None)


def report_on_mistakes(diagnostics: Iterable[Diagnostic], folder: str, name: str = "") -> Report:
    """The report on a deck that can't be read: its mistakes, and nothing else checked."""
    results = in_order(Result(diagnostic) for diagnostic in diagnostics)
    name = name or PurePath(folder).name or folder
    return Report(name, folder, 0, results, checklist((), results, (), None))


def run(
    rules: Iterable[Rule], context: CheckContext, package: Callable[[], bytes] | None = None
) -> tuple[Result, ...]:
    """What the rules find, waivers not yet applied. Rules on the outcome wait for it."""
    rules = tuple(rule for rule in rules if rule.on is not Outcome)
    needed = package if any(rule.on is Package for rule in rules) else None
    on = subjects(context, needed)
    slides = _Slides(context.deck)
    found = (
        slides.result(rule, finding, place)
        for rule in rules
        for subject, place in on[rule.on]
        for finding in rule.run(subject, context)
    )
    return (*found, *_from_layout(rules, context, slides))


def _from_layout(rules: Iterable[Rule], context: CheckContext, slides: _Slides) -> Iterator[Result]:
    """What laying out found and left in its pages, as far as `rules` has its codes.

    A code that nobody declared is a bug, and raises `KeyError`: its finding would reach nobody.
    """
    chosen = frozenset(rule.code for rule in rules)
    known = discover_rules()
    for page in context.document.pages:
        place = Place(page.number, page.span)
        for fault in page.faults:
            rule = known[fault.code]
            if rule.code in chosen:
                finding = Finding(fault.message, fault.span, fault.hint, fault.severity)
                yield slides.result(rule, finding, place)


def _closing(rules: Iterable[Rule], outcome: Outcome, context: CheckContext) -> tuple[Result, ...]:
    """What the rules on the outcome find."""
    slides = _Slides(context.deck)
    whole = Place(None, context.deck.span)
    return tuple(
        slides.result(rule, finding, whole)
        for rule in rules
        if rule.on is Outcome
        for finding in rule.run(outcome, context)
    )


class _Slides:
    """Which slide a finding belongs to: its subject's, or the one whose file its position is in."""

    def __init__(self, deck: Deck) -> None:
        self.numbers = {number: slide.number for slide in deck.slides for number in slide.numbers}
        self.titles = {slide.number: slide.plain_title for slide in deck.slides}
        own = [slide for slide in deck.slides if slide.span.file != deck.span.file]
        self.files = {slide.span.file: slide.number for slide in own}

    def result(self, rule: Rule, finding: Finding, place: Place) -> Result:
        span = finding.span if finding.span != NOWHERE else place.span
        page = finding.slide or place.slide or self.files.get(span.file)
        number = self.numbers.get(page or 0)
        severity = finding.severity or rule.severity
        diagnostic = Diagnostic(rule.code, finding.message, span, finding.hint, severity)
        return Result(diagnostic, number, self.titles.get(number or 0, ""))
