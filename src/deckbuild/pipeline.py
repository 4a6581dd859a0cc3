"""The one place that strings the stages together: load, lay out, look over, render, write."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuild.bidi import is_right_to_left
from deckbuild.cache import PageCache
from deckbuild.context import LayoutContext
from deckbuild.deck.kinds import KINDS
from deckbuild.deck.load import load_deck
from deckbuild.deck.models import Deck
from deckbuild.diagnostics import DeckError, Diagnostic, Severity, did_you_mean
from deckbuild.diagnostics.codes.theme import UNMEASURED_FACE
from deckbuild.document import Document, Page
from deckbuild.files import place_to_write, write_atomically
from deckbuild.outputs import BUILD, SUFFIX, default_output, output_to, refuse_input
from deckbuild.plugins import discover_plugins
from deckbuild.registry import discover
from deckbuild.sources.values import span_of

if TYPE_CHECKING:
    from deckbuild.check.engine import Selection
    from deckbuild.check.reports.report import Report

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how much of it is done, and how much there is."""


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


class NotBuilt(LookupError):
    """Asked to explain a slide that isn't among those that are built."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did. `path` is the file written; `diagnostics` are what it warns of; `explained` are the
    pages whose arrangement is to be explained, in the order of the deck."""

    path: Path
    slides: int
    graphics: int
    diagnostics: tuple[Diagnostic, ...]
    seconds: float
    explained: tuple[Page, ...] = ()


def discover_kinds() -> None:
    """Make all block and graphic kinds known. Raises `DeckError` for packages whose kinds can't be used."""
    for package in KINDS:
        discover(package)
    discover_plugins(*KINDS)


def read(path: Path, variables: Mapping[str, str] | None = None, only: frozenset[int] | None = None) -> Deck:
    """The deck at `path`, or just its slides with pages of the numbers in `only`; slides that go on over
    several pages are split.

    Raises `DeckError` with all of its mistakes, `NoSuchSlide` for an unknown number.
    """
    discover_kinds()
    deck = load_deck(path, variables=variables or {})
    if any(slide.continues for slide in deck.slides):
        from deckbuild.layout.continued import split_slides

        deck = split_slides(deck, layout_context(deck))
    return deck if only is None else deck.only(only)


def layout_context(deck: Deck) -> LayoutContext:
    """The surroundings for laying out `deck`: its theme and the metrics of its faces.

    Raises `DeckError` for a theme that can't be read, or that names a face without measurements.
    """
    from deckbuild.text.metrics import load_metrics
    from deckbuild.text.typesetter import Typesetter
    from deckbuild.theme import load_theme

    theme = load_theme(deck.theme, deck.folder)
    metrics = load_metrics()
    scale = theme.type
    faces = dict.fromkeys(role.style.face.name for role in (scale.title, scale.body, scale.code))
    if unmeasured := [
        Diagnostic(
            UNMEASURED_FACE,
            f"theme {theme.name!r} uses {face}, of which there are no measurements",
            span_of(deck.theme),
            did_you_mean(face, metrics.names()),
        )
        for face in faces
        if not metrics.knows(face)
    ]:
        raise DeckError(unmeasured)
    return LayoutContext(
        theme, Typesetter(metrics, is_right_to_left(deck.language)), theme.type.body.style.size, theme.light
    )


def lay_out_deck(
    deck: Deck,
    progress: Progress = silent,
    context: LayoutContext | None = None,
    pages: PageCache | None = None,
) -> Document:
    """The deck as a document, laid out in `context`, by default its own; `pages` may know some already."""
    from deckbuild.layout.deck import lay_out

    total = sum(len(slide.numbers) for slide in deck.slides)
    return lay_out(
        deck,
        context or layout_context(deck),
        lambda done: progress("Laying out", done, total),
        *([pages.page] if pages else []),
    )


def build(
    path: Path,
    *,
    output: Path | None = None,
    variables: Mapping[str, str] | None = None,
    only: frozenset[int] | None = None,
    progress: Progress = silent,
    today: datetime.date | None = None,
    cache: Path | None = None,
    explain: frozenset[int] = frozenset(),
) -> BuildResult:
    """Build the deck at `path` into a file, by default `build/NAME.pptx` below the current folder. What an
    `output` holds is said by the end of its name.

    `today`, by default the current date, decides which waivers of warnings have expired. `cache` is a file
    that keeps pages between runs (`page_cache` names the usual one), with how their arrangement was chosen:
    `explain` holds the numbers of the pages for which the result tells that.
    Raises `DeckError` for mistakes in the sources; then nothing is written and the last output stays.
    `NoSuchOutput` if the output's name ends as none does, `NamesAnInput` if it is one of the sources,
    `NotBuilt` for a number in `explain` that isn't built, `OSError` if it can't be written.
    """
    started = time.perf_counter()
    target, within = (output, None) if output else (default_output(path), BUILD)
    refuse_input(target, [path])
    render = output_to(target)
    place_to_write(target, within)
    progress("Reading", 0, 1)
    deck = read(path, variables, only)
    progress("Reading", 1, 1)
    numbers = {number for slide in deck.slides for number in slide.numbers}
    if missing := sorted(explain - numbers):
        raise NotBuilt(f"there is no slide {missing[0]} among the {len(numbers)} that are built")
    context = layout_context(deck)
    pages = PageCache.open(cache, deck, context)
    document = lay_out_deck(deck, progress, context, pages)
    warnings = _warnings(deck, document, context, today)
    progress("Writing", 0, 1)
    content = render(document)
    write_atomically(target, content, within=within)
    if target.suffix.lower() == SUFFIX:
        pages.keep_package(content)
    pages.save(partial=only is not None)
    progress("Writing", 1, 1)
    return BuildResult(
        path=target,
        slides=len(document.pages),
        graphics=sum(len(slide.graphics) for slide in deck.slides),
        diagnostics=warnings,
        seconds=time.perf_counter() - started,
        explained=tuple(page for page in document.pages if page.number in explain),
    )


def write(
    deck: Deck, target: Path, document: Document | None = None, today: datetime.date | None = None
) -> tuple[Diagnostic, ...]:
    """Write `deck`, which `document` is the layout of, to `target`; what `deckbuild.render_deck` does."""
    render = output_to(target)
    refuse_input(target, [deck.folder])
    context = layout_context(deck)
    document = document or lay_out_deck(deck, context=context)
    warnings = _warnings(deck, document, context, today)
    write_atomically(target, render(document))
    return warnings


def _warnings(
    deck: Deck, document: Document, context: LayoutContext, today: datetime.date | None
) -> tuple[Diagnostic, ...]:
    """What writing a deck warns of. Raises `DeckError` with all of it if any is an error."""
    from deckbuild.check.engine import faults_on_render

    faults = faults_on_render(deck, document, context.theme, today or datetime.date.today())
    found = (*deck.warnings, *faults)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in found):
        raise DeckError(found)
    return tuple(diagnostic for diagnostic in found if diagnostic.severity is not Severity.INFO)


def findings(
    deck: Deck, document: Document | None = None, today: datetime.date | None = None
) -> tuple[Diagnostic, ...]:
    """Everything wrong with `deck`, which `document` is the layout of; what `deckbuild.check_deck` does."""
    from deckbuild.check import engine
    from deckbuild.check.signoff_file import read_signoffs
    from deckbuild.render.pptx import render_pptx

    signoffs = read_signoffs(deck.folder)
    context = layout_context(deck)
    pages = document or lay_out_deck(deck, context=context)
    report = engine.check(
        deck,
        pages,
        context.theme,
        today=today or datetime.date.today(),
        signoffs=signoffs,
        package=lambda: render_pptx(pages),
    )
    return tuple(result.diagnostic for result in report.active)


def check(
    path: Path,
    *,
    selection: Selection | None = None,
    progress: Progress = silent,
    today: datetime.date | None = None,
    cache: Path | None = None,
) -> Report:
    """Check the deck at `path`. Mistakes in the sources are findings of the report like any other.

    `today`, by default the current date, decides which waivers have expired; `cache` is as in `build`.
    """
    from deckbuild.check import engine
    from deckbuild.check.rule import discover_rules
    from deckbuild.check.signoff_file import read_signoffs

    folder = path if path.is_dir() else path.parent
    progress("Reading", 0, 1)
    try:
        deck = read(path)
        discover_rules()
        signoffs = read_signoffs(folder)
        context = layout_context(deck)
    except DeckError as error:
        return engine.report_on_mistakes(error.diagnostics, str(folder), default_output(path).stem)
    progress("Reading", 1, 1)
    pages = PageCache.open(cache, deck, context)
    document = lay_out_deck(deck, progress, context, pages)

    def package() -> bytes:
        if (known := pages.known_package()) is not None:
            return known
        from deckbuild.render.pptx import render_pptx

        pages.keep_package(rendered := render_pptx(document))
        return rendered

    progress("Checking", 0, 1)
    report = engine.check(
        deck,
        document,
        context.theme,
        today=today or datetime.date.today(),
        selection=selection or engine.Selection(),
        signoffs=signoffs,
        package=package,
        folder=str(folder),
        name=default_output(path).stem,
    )
    pages.save()
    return report
