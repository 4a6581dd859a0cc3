"""From a folder, or one YAML file, to a `Deck`; or to everything that is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from deckbuild.deck.explain import explain
from deckbuild.deck.fields import LoadContext, describe
from deckbuild.deck.kinds import verbatim_keys
from deckbuild.deck.models import FORMAT, Deck
from deckbuild.deck.variables import fill_in, unused, variables_of
from deckbuild.diagnostics import DeckError, Diagnostic, Severity, Span, did_you_mean
from deckbuild.diagnostics.codes.deck import DUPLICATE, OUT_OF_RANGE, UNKNOWN_FORMAT, WRONG_TYPE
from deckbuild.diagnostics.codes.files import FILE_MISSING, FILE_OUTSIDE, FILE_UNUSED
from deckbuild.files import real_path
from deckbuild.sources import is_there
from deckbuild.sources.paths import NoFile, file_names, find_file
from deckbuild.sources.values import SourceList, SourceMap, SourceStr, locate, span_of
from deckbuild.sources.yaml import parse_yaml, read_yaml
from deckbuild.theme import Theme, load_theme

ThemeLoader = Callable[[str, Path | None, Span | None], Theme]

DECK_FILE = "deck.yaml"
ENDINGS = (".yaml", ".yml")
SLIDES = "slides"


def load_deck(
    path: Path,
    *,
    variables: Mapping[str, str] | None = None,
    theme_loader: ThemeLoader = load_theme,
) -> Deck:
    """Read the deck at `path`: a folder with `deck.yaml`, or one YAML file.

    `variables` override the deck's `vars`. Block and graphic kinds must have been discovered. Raises
    `DeckError` with all mistakes of all files.
    """
    folder, name = (path, _deck_file(path)) if path.is_dir() else (path.parent, path.name)
    if not is_there(folder / name):
        near = [each for each in file_names(folder) if each.endswith(ENDINGS)]
        hint = did_you_mean(name, near) if near else "a deck is a folder with deck.yaml, or a YAML file"
        raise DeckError([Diagnostic(FILE_MISSING, f"there is no file {name!r}", Span(name), hint)])
    warnings: list[Diagnostic] = []
    tree = read_yaml(folder / name, name, warnings)
    return _load(tree, name, folder, variables or {}, theme_loader, warnings)


def _deck_file(folder: Path) -> str:
    """The name of a folder's deck: `deck.yaml`, or `deck.yml` where that is there and the other isn't."""
    names = [f"deck{ending}" for ending in ENDINGS]
    there = file_names(folder)
    return next((name for name in names if name in there), DECK_FILE)


def deck_from_text(
    text: str,
    *,
    name: str = DECK_FILE,
    folder: Path = Path(),
    variables: Mapping[str, str] | None = None,
    theme_loader: ThemeLoader = load_theme,
) -> Deck:
    """A deck from YAML in memory, which spans call `name`; slide files are looked up in `folder`."""
    warnings: list[Diagnostic] = []
    tree = parse_yaml(text, name, warnings)
    return _load(tree, name, folder, variables or {}, theme_loader, warnings)


def _load(
    tree: Any,
    name: str,
    folder: Path,
    overrides: Mapping[str, str],
    theme_loader: ThemeLoader,
    warnings: list[Diagnostic],
) -> Deck:
    if not isinstance(tree, SourceMap):
        message = f"a deck must be a mapping, is {describe(tree)}"
        raise DeckError([Diagnostic(WRONG_TYPE, message, Span(name, 1, 1))])
    _refuse_other_format(tree)
    declared, diagnostics = _variables(tree)
    values = {**declared, **overrides}
    linker = _Linker(folder, warnings)
    tree = linker.link(tree)
    problems = [*diagnostics, *linker.diagnostics]
    tree, faults, used = fill_in(tree, values, verbatim_keys, keep=frozenset({"vars"}))
    problems += faults
    objectives = frozenset(_ids(tree.get("objectives")))
    context = LoadContext(folder, None, frozenset(linker.ids), objectives, warnings=warnings)
    try:
        theme = _theme(tree, folder, theme_loader)
        warnings += theme.warnings
        context = replace(context, palette=theme.palette)
    except DeckError as error:
        problems += error.diagnostics
    tree = tree.with_items(tree, folder=folder)
    try:
        deck = Deck.model_validate(tree, context=context)
    except ValidationError as error:
        raise DeckError(_ordered([*problems, *explain(error, tree), *warnings], name)) from None
    if problems:
        raise DeckError(_ordered([*problems, *warnings], name))
    warnings = [*_ordered(warnings, name), *linker.unused_files(), *unused(overrides, used, declared)]
    return deck.model_copy(update={"warnings": tuple(warnings)})


def _refuse_other_format(tree: SourceMap) -> None:
    """Raise for a deck in another format: whatever else seems wrong in it may be right there."""
    written = tree.get("format", FORMAT)
    if written == FORMAT and isinstance(written, int) and not isinstance(written, bool):
        return
    newer = isinstance(written, int) and written > FORMAT
    hint = "the deck is for a newer deckbuild: update it" if newer else f"write `format: {FORMAT}`"
    message = f"'format' must be {FORMAT}, the only one there is, not {describe(written)}"
    raise DeckError([Diagnostic(UNKNOWN_FORMAT, message, locate(tree, ("format",)), hint)])


def _variables(tree: SourceMap) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    declared = tree.get("vars")
    return variables_of(declared) if isinstance(declared, SourceMap) else ({}, ())


def _theme(tree: SourceMap, folder: Path, theme_loader: ThemeLoader) -> Theme:
    named = tree.get("theme")
    if not isinstance(named, SourceStr):
        return theme_loader(Deck.model_fields["theme"].default, folder, None)
    return theme_loader(str(named), folder, named.span)


def _ids(entries: Any) -> Iterator[str]:
    for entry in entries if isinstance(entries, SourceList) else ():
        if isinstance(entry, SourceMap) and isinstance(entry.get("id"), str):
            yield str(entry["id"])


def _ordered(diagnostics: list[Diagnostic], first: str) -> list[Diagnostic]:
    """In reading order: the deck's own file first, then the others by name."""
    return sorted(dict.fromkeys(diagnostics), key=lambda found: (found.span.file != first, found.span))


def _as_id(name: str) -> str:
    """A name as an id: what an id can't have becomes a hyphen; empty if nothing is left."""
    return re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", name)).strip("-._")


def _type_of(slide: Any) -> str:
    return str(slide.get("type", "concept")) if isinstance(slide, SourceMap) else ""


def _told_their_places(slides: Sequence[Any], in_segment: bool) -> list[Any]:
    """The slides of a segment, or of a deck without any, with what they are told of those around them: which
    one opens the segment, and what comes after a transition."""
    types = [_type_of(slide) for slide in slides]
    opener = next((i for i, each in enumerate(types) if each not in ("", "title", "closing")), None)
    told = list(slides)
    part = 0
    for index, slide in enumerate(slides):
        given: dict[str, Any] = {}
        if in_segment and index == opener:
            given["opens"] = True
        if types[index] == "transition":
            part += 1
            given["coming"] = _coming(slides[index + 1 :])
            if not in_segment:
                given["part"] = part
        if given:
            told[index] = slide.with_items(slide, **given)
    return told


def _coming(slides: Iterable[Any]) -> tuple[str, ...]:
    """The titles of the slides up to the next transition; summaries and the closing slide tell nothing
    new."""
    ahead = takewhile(lambda slide: _type_of(slide) != "transition", slides)
    return tuple(
        slide["title"]
        for slide in ahead
        if _type_of(slide) not in ("", "summary", "closing") and isinstance(slide.get("title"), str)
    )


class _Linker:
    """Puts the slides' files in the place of their names, numbers all slides, and collects what is wrong."""

    def __init__(self, folder: Path, warnings: list[Diagnostic]) -> None:
        self.folder = folder
        self.warnings = warnings
        self.diagnostics: list[Diagnostic] = []
        self.ids: dict[str, Span] = {}
        self.files: set[Path] = set()
        self.names: dict[Path, str] = {}
        self.number = 0

    def link(self, tree: SourceMap) -> SourceMap:
        """The deck's tree with every slide in it."""
        linked = dict(tree)
        if "slides" in tree:
            linked["slides"] = self._slides(tree["slides"], "")
        if isinstance(segments := tree.get("segments"), SourceList):
            if not segments:
                self._fault(OUT_OF_RANGE, "the list of segments is empty", segments.span)
            linked["segments"] = SourceList(
                [self._segment(segment) for segment in segments], segments.span, segments.item_spans
            )
        return tree.with_items(linked)

    def unused_files(self) -> Iterator[Diagnostic]:
        """A warning for each file in `slides/` that the deck doesn't name."""
        for name in file_names(self.folder / SLIDES):
            if name.endswith(ENDINGS) and real_path(self.folder / SLIDES / name) not in self.files:
                where = Span(f"{SLIDES}/{name}")
                hint = "name it in deck.yaml, or delete it"
                yield Diagnostic(FILE_UNUSED, "no segment uses this slide", where, hint, Severity.WARNING)

    def _segment(self, segment: Any) -> Any:
        if not isinstance(segment, SourceMap) or "slides" not in segment:
            return segment
        name = segment.get("id")
        slides = self._slides(segment["slides"], str(name) if isinstance(name, str) else "")
        return segment.with_items({**segment, "slides": slides})

    def _slides(self, entries: Any, segment: str) -> Any:
        if not isinstance(entries, SourceList):
            return entries
        slides: list[Any] = []
        spans: list[Span] = []
        for entry, span in zip(entries, entries.item_spans, strict=True):
            self.number += 1
            slide = self._slide(entry, span, segment)
            if slide is not None:
                slides.append(slide)
                spans.append(span)
        if not entries:
            self._fault(OUT_OF_RANGE, "the list of slides is empty", entries.span)
        return SourceList(_told_their_places(slides, bool(segment)), entries.span, spans)

    def _slide(self, entry: Any, span: Span, segment: str) -> Any:
        """The slide at an entry; None where there is none, with a diagnostic."""
        name = entry if isinstance(entry, str) else getattr(entry, "spelling", None)
        if name is None and not isinstance(entry, SourceMap):
            hint = f"name a file in {SLIDES}/ without .yaml, or write the slide here"
            self._fault(WRONG_TYPE, f"a slide must be a name or a mapping, is {describe(entry)}", span, hint)
            return None
        slide, file = (entry, None) if name is None else self._file(str(name), span)
        own = slide.get("id") if isinstance(slide, SourceMap) else None
        slide_id = str(own) if isinstance(own, str) else self._derived_id(str(name or ""), file)
        first = self.ids.setdefault(slide_id, span)
        if first is not span:
            at = span_of(own) if own is not None else span
            self._fault(DUPLICATE, f"slide {slide_id!r} is in the deck twice, first in line {first.line}", at)
        if slide is None:
            return None
        given: dict[str, Any] = {"number": self.number, "segment": segment}
        return slide.with_items(slide, **given, **({} if own is not None else {"id": slide_id}))

    def _derived_id(self, name: str, file: Path | None) -> str:
        """An id for a slide that has none of its own: its file's name, with what makes it unique of its path.

        A file that is in the deck already gets its id again, which is an error.
        """
        if file is not None and file in self.names:
            return self.names[file]
        parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("..", "/")]
        if parts:
            parts[-1] = parts[-1].removesuffix(ENDINGS[0]).removesuffix(ENDINGS[1])
        choices = [_as_id("-".join(parts[-count:])) for count in range(1, len(parts) + 1)]
        choices = [choice for choice in choices if choice] or [f"slide-{self.number}"]
        found = next((choice for choice in choices if choice not in self.ids), None)
        number = 2
        while found is None:
            numbered = f"{choices[0]}-{number}"
            found = numbered if numbered not in self.ids else None
            number += 1
        if file is not None:
            self.names[file] = found
        return found

    def _file(self, name: str, span: Span) -> tuple[SourceMap | None, Path | None]:
        """The tree of the slide file that an entry names, and the file."""
        path = name.replace("\\", "/")
        stem = path.removesuffix(ENDINGS[0]).removesuffix(ENDINGS[1])
        try:
            if path.startswith("/"):
                raise NoFile(
                    FILE_OUTSIDE, f"{name!r} leads out of the deck's folder", "copy the file into it"
                )
            stems = [f"{SLIDES}/{stem}", *([stem] if stem.startswith(f"{SLIDES}/") else [])]
            file = find_file(self.folder, [f"{each}{ending}" for each in stems for ending in ENDINGS])
        except NoFile as error:
            hint = error.hint
            if error.code == FILE_MISSING:
                there = [each for each in file_names(self.folder / SLIDES) if each.endswith(ENDINGS)]
                stems = [PurePosixPath(each).stem for each in there]
                hint = did_you_mean(name, stems) if stems else f"the deck has no folder {SLIDES}/"
            self._fault(error.code, error.message, span, hint)
            return None, None
        self.files.add(file)
        shown = f"{SLIDES}/{stem}{file.suffix if file.suffix in ENDINGS else ENDINGS[0]}"
        try:
            tree = read_yaml(file, shown, self.warnings, named_at=span)
        except DeckError as error:
            self.diagnostics += error.diagnostics
            return None, file
        if not isinstance(tree, SourceMap):
            message = f"a slide must be a mapping, is {describe(tree)}"
            self._fault(WRONG_TYPE, message, Span(shown, 1, 1))
            return None, file
        return tree, file

    def _fault(self, code: str, message: str, span: Span, hint: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, span, hint))
