r"""deckbuild: slide decks as source, built into editable PowerPoint files.

The names in `__all__` are for other programs and change as `docs/releases.md` says. All others are internal
and may change at any time. Importing deckbuild costs next to nothing: what a function needs is imported when
it is called, a type when it is named.

>>> from pathlib import Path
>>> from deckbuild import DeckError, check_deck, lay_out_deck, load_deck, render_deck
>>> slide = "{title: Queues Absorb Bursts of Traffic, content: [Callers go on while workers catch up.]}"
>>> _ = Path("talk.yaml").write_text("format: 1\ntitle: Queues\nslides:\n- " + slide)
>>> deck = load_deck("talk.yaml")
>>> document = lay_out_deck(deck)
>>> len(document.pages)
1
>>> for finding in check_deck(deck, document):
...     if "notes" in finding.message:
...         print(finding)
talk.yaml:4:3: error: the slide has no speaker notes [NOT001]
    hint: write what the instructor says, under `notes: |`
>>> render_deck(deck, "talk.pptx", document)
()
>>> Path("talk.pptx").exists()
True

An author's mistakes come all at once, each with its place and its cure:

>>> _ = Path("talk.yaml").write_text("title: Queues\ntheem: slate\nslides: [{title: Queues, notse: None}]")
>>> try:
...     load_deck("talk.yaml")
... except DeckError as error:
...     for mistake in error.diagnostics:
...         print(f"{mistake.span}: {mistake.message}; {mistake.hint}")
talk.yaml:2:1: unknown key 'theem' in a deck; did you mean 'theme'?
talk.yaml:3:26: unknown key 'notse' in a slide; did you mean 'notes'?
"""

from __future__ import annotations

from deckbuild.version import __version__

TYPE_CHECKING = False  # true to type checkers; to import `typing` for it would cost more than all the rest

if TYPE_CHECKING:
    import datetime
    import os
    from collections.abc import Iterable, Mapping

    from deckbuild.deck.models import Deck, NoSuchSlide
    from deckbuild.diagnostics import DeckError, Diagnostic, Severity, Span
    from deckbuild.document import Document
else:
    _HOMES = {
        "Deck": "deckbuild.deck.models",
        "DeckError": "deckbuild.diagnostics",
        "Diagnostic": "deckbuild.diagnostics",
        "Document": "deckbuild.document",
        "NoSuchSlide": "deckbuild.deck.models",
        "Severity": "deckbuild.diagnostics",
        "Span": "deckbuild.diagnostics",
    }

    def __getattr__(name):
        """A type of the front door, imported from where it lives (PEP 562)."""
        from importlib import import_module

        if name not in _HOMES:
            raise AttributeError(f"module 'deckbuild' has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)

    def __dir__():
        return sorted({*globals(), *_HOMES})


def load_deck(
    path: str | os.PathLike[str],
    *,
    variables: Mapping[str, str] | None = None,
    only: Iterable[int] | None = None,
) -> Deck:
    """The deck at `path`: a folder with `deck.yaml`, or one YAML file that holds a whole deck.

    `variables` are filled in for `{{ name }}` and win over the deck's own `vars`. With `only`, the deck keeps
    just the slides of these numbers, which count from 1; all slides are read. A slide that goes on over
    several (`continue: true`) has as many numbers. What the sources warn of is in `deck.warnings`.

    Raises `DeckError` with all mistakes of all files, `NoSuchSlide` for a number in `only` that no slide has.
    """
    from pathlib import Path

    from deckbuild.pipeline import read

    return read(Path(path), variables, None if only is None else frozenset(only))


def lay_out_deck(deck: Deck) -> Document:
    """The deck as pages of items at fixed places, in points from a page's top left corner.

    The same deck gives the same document. What doesn't fit is laid out too; `check_deck` tells of it.

    Raises `DeckError` for a theme that can't be read, or that names a typeface without measurements.
    """
    from deckbuild import pipeline

    return pipeline.lay_out_deck(deck)


def check_deck(
    deck: Deck, document: Document | None = None, *, today: datetime.date | None = None
) -> tuple[Diagnostic, ...]:
    """What `deckbuild check` finds in the deck, by slide and code. Waived findings are left out.

    `document` is what `lay_out_deck` gave for the same deck, where it is at hand. `today`, by default the
    current date, decides which waivers have expired. Positions are relative to the deck's folder.

    Raises `DeckError` for what `lay_out_deck` does, and for a file of sign-offs that can't be read.
    """
    from deckbuild.pipeline import findings

    return findings(deck, document, today)


def render_deck(
    deck: Deck,
    path: str | os.PathLike[str],
    document: Document | None = None,
    *,
    today: datetime.date | None = None,
) -> tuple[Diagnostic, ...]:
    """Write the deck to a file, and return what it warns of, as `deckbuild render` does. The end of its name
    says what it is: `.pptx` a PowerPoint file, others what installed plug-ins write.

    The same deck gives the same bytes. An older file stays as it was until the new one is complete.
    `document` and `today` are as for `check_deck`.

    Raises `DeckError` where `lay_out_deck` does, and if text of the deck would be lost; `ValueError` for a
    `path` that ends as no output does or is one of the deck's sources; `OSError` if it can't be written.
    Nothing is written then.
    """
    from pathlib import Path

    from deckbuild.pipeline import write

    return write(deck, Path(path), document, today)


__all__ = [
    "Deck",
    "DeckError",
    "Diagnostic",
    "Document",
    "NoSuchSlide",
    "Severity",
    "Span",
    "__version__",
    "check_deck",
    "lay_out_deck",
    "load_deck",
    "render_deck",
]
