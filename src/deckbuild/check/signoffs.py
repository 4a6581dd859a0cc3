"""Sign-offs: who vouches for what a program can't decide, and for exactly which content.

`signoffs.yaml` in the deck's folder holds for each sign-off the item of the checklist, the person, the day,
the evidence, and a digest of every slide or appendix it covers. Changed content has another digest, so its
sign-off expires by itself.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from pydantic import Field, ValidationError

from deckbuild.check.measures.appendices import Appendix
from deckbuild.check.measures.code import code_of
from deckbuild.check.measures.commands import SHELLS, inline_commands
from deckbuild.check.measures.passages import slide_passages
from deckbuild.deck.explain import explain
from deckbuild.deck.fields import Identifier, Inline, PlainStr
from deckbuild.deck.markdown import TOP, Divider, Grid, Title, Verbatim
from deckbuild.deck.models import Deck
from deckbuild.deck.nodes import Block, Graphic, Node
from deckbuild.deck.notes import Cue, NotesPart, Speech
from deckbuild.deck.slides import Slide

NO_CONTENT = frozenset({"waivers", "continues"})
"""Fields of a slide that nobody signs for."""

FEW = 2  # appendices that are called by their paths


class SignOff(Node):
    """One person's signature under one item, for the content whose digests stand in `covers`."""

    noun: ClassVar[str] = "sign-off"

    item: Identifier
    by: Inline = Field(min_length=1)
    date: datetime.date
    evidence: Inline = ""
    covers: dict[str, PlainStr] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Unit:
    """Something to sign for: a slide by its id, or an appendix by its path. `label` is for messages."""

    key: str
    label: str
    digest: str
    slide: int | None = None
    drawn: bool = False
    commands: bool = False


@dataclass(frozen=True, slots=True)
class Signing:
    """How far an item is signed. `notes` are the facts in words, `expired` who signed what changed."""

    complete: bool
    notes: tuple[str, ...] = ()
    expired: tuple[tuple[SignOff, Unit], ...] = ()


def units(deck: Deck, appendices: Iterable[Appendix]) -> tuple[Unit, ...]:
    """Everything there is to sign for: slides in order, then the deck's appendices."""
    slides = tuple(
        Unit(
            key=str(slide.id),
            label=f'slide {slide.number} "{slide.plain_title}"',
            digest=digest(canonical(slide)),
            slide=slide.number,
            drawn=bool(slide.graphics),
            commands=_has_commands(slide),
        )
        for slide in deck.slides
    )
    return slides + tuple(map(_appendix, appendices))


def units_for(item: str, every: Iterable[Unit]) -> tuple[Unit, ...]:
    """What has to be signed for an item: all of it, or where graphics or commands are."""
    match item:
        case "architecture":
            return tuple(unit for unit in every if unit.drawn)
        case "commands":
            return tuple(unit for unit in every if unit.commands)
        case "technical-accuracy":
            return tuple(every)
        case _:
            return tuple(unit for unit in every if unit.slide is not None)


def signing(item: str, wanted: Sequence[Unit], signoffs: Iterable[SignOff]) -> Signing:
    """How far the sign-offs for `item` cover `wanted`; the last one for a unit counts."""
    latest: dict[str, SignOff] = {}
    for signoff in sorted((each for each in signoffs if each.item == item), key=lambda each: each.date):
        latest.update(dict.fromkeys(signoff.covers, signoff))
    holding: dict[int, list[Unit]] = {}
    stale: list[tuple[SignOff, Unit]] = []
    missing: list[Unit] = []
    for unit in wanted:
        found = latest.get(unit.key)
        if found is None:
            missing.append(unit)
        elif found.covers[unit.key] != unit.digest:
            stale.append((found, unit))
        else:
            holding.setdefault(id(found), []).append(unit)
    signed_by = {id(signoff): signoff for signoff in latest.values()}
    notes = [
        f"signed by {signed_by[key].by} on {signed_by[key].date} for {named(covered, wanted)}"
        + (f": {signed_by[key].evidence}" if signed_by[key].evidence else "")
        for key, covered in holding.items()
    ]
    notes += [f"{unit.label} has changed since {by.by} signed it on {by.date}" for by, unit in stale]
    if missing:
        notes.append(f"nobody has signed for {named(missing, wanted)}")
    if not wanted:
        notes.append("the deck has nothing of the kind")
    return Signing(not stale and not missing, tuple(notes), tuple(stale))


def named(some: Sequence[Unit], of: Sequence[Unit]) -> str:
    """Units in few words: `all 25 slides and 6 appendices`, `slides 4, 7-9 and appendices/H.md`."""
    numbers = [unit.slide for unit in some if unit.slide is not None]
    others = [unit.key for unit in some if unit.slide is None]
    if len(some) == len(of) and len(numbers) > 1:
        appendices = f" and {len(others)} appendi{'x' if len(others) == 1 else 'ces'}" if others else ""
        return f"all {len(numbers)} slides{appendices}"
    ranges = [f"slide{'s' * (len(numbers) != 1)} {_ranges(numbers)}"] if numbers else []
    return " and ".join([*ranges, *(others if len(others) <= FEW else [f"{len(others)} appendices"])])


def _ranges(numbers: Sequence[int]) -> str:
    """
    >>> _ranges([1, 2, 3, 7, 9, 10])
    '1-3, 7, 9-10'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


class Unsignable(ValueError):
    """What a sign-off can't say: the message is for whoever wanted to sign."""


def sign(
    signoffs: Iterable[SignOff],
    item: str,
    signed: Iterable[Unit],
    by: str,
    date: datetime.date,
    evidence: str,
) -> tuple[SignOff, ...]:
    """The sign-offs with a new one, which takes the place of older ones for the same item and content.

    Raises `Unsignable` for a name or an evidence that can't stand in a sign-off.
    """
    covers = {unit.key: unit.digest for unit in signed}
    kept = []
    for old in signoffs:
        rest = {key: value for key, value in old.covers.items() if old.item != item or key not in covers}
        if rest:
            kept.append(old.model_copy(update={"covers": rest}))
    if not by.strip() or "\n" in by:
        raise Unsignable(f"'by' must be a name, is {by!r}")
    written = {"item": item, "by": by, "date": date, "evidence": evidence, "covers": covers}
    try:
        return (*kept, SignOff.model_validate(written))
    except ValidationError as error:
        found = explain(error, written)
        raise Unsignable(
            "; ".join(f"{each.message}; {each.hint}" if each.hint else each.message for each in found)
        ) from None


def digest(content: str | bytes) -> str:
    """SHA-256 in hexadecimal, with the name of the algorithm before it."""
    data = content.encode() if isinstance(content, str) else content
    return "sha256:" + hashlib.sha256(data).hexdigest()


def canonical(slide: Slide) -> str:
    """A slide's content in one spelling, whatever its layout in the file: JSON with sorted keys; positions,
    waivers and whether it goes on over several pages are left out, files stand by their digest."""
    return json.dumps(_plain(slide), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> Any:
    match value:
        case Node():
            fields = type(value).model_fields
            left_out = type(value).loader_fields | (NO_CONTENT if isinstance(value, Slide) else set())
            names = [name for name in fields if name not in left_out]
            kind = {"kind": value.kind} if isinstance(value, (Block, Graphic)) else {}
            given = {name: _plain(getattr(value, name)) for name in names}
            return kind | {name: each for name, each in given.items() if each not in (None, "", [], {})}
        case Cue() | Speech() | Title() | Verbatim() | Grid() | Divider():
            return _notes_part(value)
        case Path():
            return digest(value.read_bytes()) if value.is_file() else value.name
        case bool() | int() | float() | None:
            return value
        case Mapping():
            return {str(key): _plain(each) for key, each in value.items()}
        case tuple() | list():
            return [_plain(each) for each in value]
        case _:
            return str(value)


def _notes_part(part: NotesPart) -> dict[str, Any]:
    """A part of the notes; where it stands in lists and quotes is said only if it does."""
    nest = part.nest
    mark = [[nest.mark.kind, nest.mark.number]] if nest.mark else []
    place = {"in": [*nest.levels, *mark]} if nest != TOP else {}
    match part:
        case Cue(text):
            return {"cue": str(text)} | place
        case Speech(text):
            return {"speech": str(text)} | place
        case Title(text, level):
            return {"heading": str(text), "level": level} | place
        case Verbatim(text, language):
            return {"code": str(text), "language": language, "title": part.title} | place
        case Grid(header, rows):
            return {"table": [[str(cell) for cell in row] for row in (header, *rows)]} | place
        case Divider():
            return {"rule": True} | place


def _has_commands(slide: Slide) -> bool:
    """Whether the slide shows, says or answers with something to type into a shell."""
    shown = (code.language for node in (*slide.blocks, *slide.graphics) for code in code_of(node))
    spoken = (part.language.lower() for part in slide.notes if isinstance(part, Verbatim))
    if any(language in SHELLS for language in (*shown, *spoken)):
        return True
    texts = (passage.text for passage in slide_passages(slide) if not passage.code and "`" in passage.text)
    return any(True for text in texts for _ in inline_commands(text))


def _appendix(appendix: Appendix) -> Unit:
    text = appendix.text
    fences = re.findall(r"^\s*```([\w-]+)", text, re.MULTILINE)
    commands = any(fence.lower() in SHELLS for fence in fences) or any(True for _ in inline_commands(text))
    return Unit(appendix.name, appendix.name, digest(text), commands=commands)
