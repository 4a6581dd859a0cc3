"""Kinds, rules and outputs that other installed packages bring along.

A package names the modules that register something as entry points, in the group of what they bring:

    [project.entry-points."deckbuild.blocks"]
    quote = "acme_decks.quote"

They are imported where our own are found, after these; see docs/plugins.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from deckbuild.diagnostics import DeckError, Diagnostic, Span
from deckbuild.diagnostics.codes.plugins import BROKEN, TAKEN
from deckbuild.registry import Taken, discover

INSTALLED = Span("<installed packages>")
"""Where a plug-in's faults are: in no source of the deck."""


def discover_plugins(*groups: str) -> None:
    """Import the modules that entry points of these groups name, and all modules below them.

    Raises `DeckError` with one error for each that can't be used.
    """
    faults = [found for each in plugins(*groups) if (found := _fault(each, _site(each))) is not None]
    if faults:
        raise DeckError(faults)


def plugins(*groups: str) -> Iterator[EntryPoint]:
    """The entry points of these groups, group by group, each in the order of package and name."""
    known = entry_points()
    for group in groups:
        yield from sorted(known.select(group=group), key=lambda each: (_package(each), each.name, each.value))


def plugin_places(*groups: str) -> tuple[Path, ...]:
    """The folders, or single files, of the packages whose modules these groups name; none of them twice."""
    places: dict[Path, None] = {}
    for plugin in plugins(*groups):
        spec = find_spec(plugin.value.partition(".")[0])
        if spec is not None:
            found = spec.submodule_search_locations or [spec.origin or ""]
            places.update(dict.fromkeys(map(Path, found)))
    return tuple(places)


@cache
def _fault(plugin: EntryPoint, site: Path) -> Diagnostic | None:  # noqa: ARG001  # tells it from a namesake
    """What is wrong with a plug-in that is installed in the folder `site`; None if it is there now.

    It is imported once, whatever comes of that: at a second try, what it registered before it failed would be
    taken by itself.
    """
    package = _package(plugin)
    try:
        discover(plugin.value)
    except Taken as error:
        article = "an" if error.what[0] in "aeiou" else "a"
        fact = f"the package {package} brings {article} {error.what} {error.name!r}, which is there already"
        return Diagnostic(TAKEN, fact, INSTALLED, f"uninstall {package}, or ask its authors for another name")
    except Exception as error:  # other people's code may raise anything while it is imported
        said = (str(error).splitlines() or [""])[0]
        what = f"{type(error).__name__}: {said}"
        fact = f"the package {package} can't be used: its module {plugin.value!r} fails with {what}"
        cure = f"update {package} to a version for this deckbuild, or uninstall it"
        return Diagnostic(BROKEN, fact, INSTALLED, cure)
    return None


def _site(plugin: EntryPoint) -> Path:
    """The folder that the plug-in's package is installed in."""
    return Path(str(plugin.dist.locate_file(""))) if plugin.dist is not None else Path()


def _package(plugin: EntryPoint) -> str:
    return plugin.dist.name if plugin.dist is not None else plugin.value
