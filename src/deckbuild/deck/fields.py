"""Field types of the authoring format: inline text, colour names, ids and files."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    Field,
    PlainValidator,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)

from deckbuild.context import Memo
from deckbuild.deck.faults import Fault, raise_faults
from deckbuild.deck.inline import link_targets, plain_text
from deckbuild.deck.links import BadAddress, is_internal, web_uri
from deckbuild.diagnostics import Diagnostic, did_you_mean
from deckbuild.diagnostics.codes.deck import BAD_COLOR, BAD_LINK, BAD_REFERENCE, BAD_TEXT, WRONG_TYPE
from deckbuild.diagnostics.codes.files import FILE_MISSING, FILE_OUTSIDE, FILE_TYPE, FILE_UNREADABLE
from deckbuild.document import Color
from deckbuild.files import real_path
from deckbuild.sources.disguise import LINE_BREAKS
from deckbuild.sources.values import InlineStr, SourceFloat, SourceInt, SourceStr, VerbatimStr

IMAGE_TYPES = (".png", ".jpg", ".jpeg", ".webp", ".gif")

CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 can't hold (§2.2) or what has no business in text; tab and newline may stay, as may
U+0085, which is a line break too."""


@dataclass(frozen=True)
class LoadContext:
    """What validation looks up beyond the value at hand. None switches a check off.

    `palette` are the theme's colours, `folder` is the deck's, `slides` and `objectives` are the deck's ids.
    """

    folder: Path | None = None
    palette: Mapping[str, Color] | None = None
    slides: frozenset[str] | None = None
    objectives: frozenset[str] | None = None
    warnings: list[Diagnostic] | None = None
    """Gets what authors may not have meant."""
    memo: Memo = field(default_factory=Memo, repr=False, compare=False)
    """What was read before: a picture that is shown twice is decoded once."""


def load_context(info: ValidationInfo) -> LoadContext:
    """The context that validation runs in; one that checks nothing if there is none."""
    return info.context if isinstance(info.context, LoadContext) else LoadContext()


def describe(value: object) -> str:
    """What a value is in YAML's words."""
    match value:
        case None:
            return "empty"
        case bool():
            return f"the truth value {str(value).lower()}"
        case SourceInt() | SourceFloat():
            return f"the number {_shortened(value.spelling)}"
        case int() | float():
            return f"the number {_shortened(str(value))}"
        case str():
            return repr(_shortened(str(value)))
        case Mapping():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return f"a {type(value).__name__}"


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def as_text(value: object) -> SourceStr:
    """Text as written; numbers keep their spelling. Anything else is a fault."""
    match value:
        case SourceStr():
            text = value
        case str():
            text = SourceStr(value)
        case bool():
            word = str(value).lower()
            raise Fault(f"must be text, is {describe(value)}", f'quote it: "{word}"', WRONG_TYPE).error()
        case SourceInt() | SourceFloat():
            text = SourceStr(value.spelling, value.span)
        case int() | float():
            text = SourceStr(str(value))
        case Mapping() if len(value) == 1:
            key, inner = next(iter(value.items()))
            hint = colon_hint(key, inner)
            raise Fault(f"must be text, is a mapping with the key {key!r}", hint, WRONG_TYPE).error()
        case _:
            raise Fault(f"must be text, is {describe(value)}", "", WRONG_TYPE).error()
    if found := CONTROL_CHARACTERS.search(text):
        message = f"contains the control character U+{ord(found.group()):04X}"
        raise Fault(message, "delete it", BAD_TEXT, span=text.at(found.start())).error()
    return text


def colon_hint(key: str, inner: object) -> str:
    """The cure for text that became a mapping because of its colon; empty if that can't be what happened."""
    if inner is None:
        return f'quote text that ends with ":", as in "{key}:"'
    return f'quote text that contains ": ", as in "{key}: {inner}"' if _is_scalar(inner) else ""


def _is_scalar(value: object) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool) and len(str(value)) < 60


def _plain(value: Any, constraints: ValidatorFunctionWrapHandler) -> SourceStr:
    text = as_text(value)
    constraints(str(text))
    return text


def _verbatim(value: Any, constraints: ValidatorFunctionWrapHandler, info: ValidationInfo) -> VerbatimStr:
    text = _plain(value, constraints)
    note_comment(text, info)
    if any(separator in text for separator in LINE_BREAKS):
        text = text.with_text(text.translate(dict.fromkeys(map(ord, LINE_BREAKS), "\n")))
    return text.retyped(VerbatimStr)


def note_comment(text: SourceStr, info: ValidationInfo) -> None:
    """Warn of words behind a text that is shown which YAML takes for a comment."""
    warnings = load_context(info).warnings
    if warnings is not None and text.comment is not None and text.comment not in warnings:
        warnings.append(text.comment)


def _inline(value: Any, constraints: ValidatorFunctionWrapHandler, info: ValidationInfo) -> InlineStr:
    return _unshown(value, constraints, info).retyped(InlineStr)


def _unshown(value: Any, constraints: ValidatorFunctionWrapHandler, info: ValidationInfo) -> SourceStr:
    text = _plain(value, constraints)
    note_comment(text, info)
    check_links(text, load_context(info))
    return text


_WORDLESS = re.compile(r"(?<![\\!])\[\s*\]\([^()\s]+\)")


def check_links(text: SourceStr, context: LoadContext) -> None:
    """Raise for links that lead nowhere allowed: only to the web, to mail and to slides of this deck."""
    faults = []
    for target in link_targets(text):
        fault = _link_fault(target, context)
        if fault is not None:
            faults.append(replace(fault, span=text.at(max(text.find(target), 0))))
    shown = None
    for empty in _WORDLESS.finditer(text):
        shown = plain_text(text) if shown is None else shown
        if empty[0] not in shown:  # in code it stands as typed
            message, hint = "a link without words", "write what it leads to between the brackets"
            faults.append(Fault(message, hint, BAD_LINK, span=text.at(empty.start())))
    raise_faults(faults)


def _link_fault(target: str, context: LoadContext) -> Fault | None:
    """What is wrong with a link's target, without its place."""
    if is_internal(target):
        slide = target[1:]
        if context.slides is None or slide in context.slides:
            return None
        hint = did_you_mean(slide, context.slides)
        return Fault(f"link to unknown slide {slide!r}", hint, BAD_REFERENCE)
    try:
        web_uri(target)
    except BadAddress as error:
        return Fault(f"link to {target!r} leads nowhere: {error.fault}", error.cure, BAD_LINK)
    return None


def _color(value: Any, info: ValidationInfo) -> SourceStr:
    name = as_text(value)
    palette = load_context(info).palette
    if palette is not None and name not in palette:
        hint = did_you_mean(name, palette)
        if name.startswith("#"):
            hint = f"name a colour of the theme; {hint}"
        raise Fault(f"unknown colour {name!r}", hint, BAD_COLOR).error()
    return name


def _identifier(value: Any) -> SourceStr:
    name = as_text(value)
    if not re.fullmatch(r"[^\W_][\w.-]*", name):
        hint = "use letters, digits, '-', '_' and '.', starting with a letter or digit"
        raise Fault(f"{name!r} can't be an id", hint).error()
    return name


def _objective(value: Any, info: ValidationInfo) -> SourceStr:
    name = _identifier(value)
    known = load_context(info).objectives
    if known is not None and name not in known:
        raise Fault(f"unknown objective {name!r}", did_you_mean(name, known), BAD_REFERENCE).error()
    return name


def asset(value: Any, info: ValidationInfo) -> Path:
    """The existing image that a path from the deck's folder leads to."""
    if isinstance(value, Path):
        return value
    name = _spelled(as_text(value))
    if PurePosixPath(name).suffix.lower() not in IMAGE_TYPES:
        raise Fault(f"{name!r} isn't an image", f"use {', '.join(IMAGE_TYPES)}", FILE_TYPE).error()
    folder = load_context(info).folder
    if folder is None:
        return Path(name)
    return inside(folder, name)


def inside(folder: Path, name: str) -> Path:
    """The existing plain file `name` in `folder`, links resolved.

    A path that leaves the folder or doesn't exist is a fault, whose hint is the nearest file there is.
    """
    root = real_path(folder)
    path = real_path(root / name)
    if not path.is_relative_to(root) or PurePosixPath(name).is_absolute() or "\\" in name:
        raise Fault(f"{name!r} leads out of the deck's folder", "copy the file into it", FILE_OUTSIDE).error()
    try:
        if path.is_file():
            return path
        near = path.parent if path.parent.is_dir() else root
    except OSError as error:  # a name of 300 characters, a folder that may not be entered
        message = f"there can be no file {describe(name)}: {error.strerror}"
        raise Fault(message, "", FILE_UNREADABLE).error() from None
    if os.path.lexists(root / name):  # a folder, a pipe, a link that leads nowhere or in a circle
        raise Fault(f"{name!r} is no plain file", "copy the file itself there", FILE_UNREADABLE).error()
    suffix = PurePosixPath(name).suffix
    files = [found.relative_to(root).as_posix() for found in near.glob(f"*{suffix}") if found.is_file()]
    hint = did_you_mean(name, files) if files else ""
    raise Fault(f"there is no file {name!r}", hint, FILE_MISSING).error()


_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")
_ELSEWHERE = re.compile(r"[A-Za-z]:|~/")


def _spelled(name: SourceStr) -> str:
    """A path from the deck's folder, however it is spelled: with backslashes, or from where it is written."""
    path = name.replace("\\", "/")
    if _ADDRESS.match(path):
        hint = "save the file in the deck's folder, and name it there"
        raise Fault(f"{describe(name)} is an address and no file", hint, FILE_OUTSIDE).error()
    if _ELSEWHERE.match(path):
        raise Fault(f"{path!r} leads out of the deck's folder", "copy the file into it", FILE_OUTSIDE).error()
    if path.startswith("../"):
        here = posixpath.normpath(PurePosixPath(name.span.file).parent / path)
        return path if here.startswith("../") else here
    return path


F = TypeVar("F", bound=Callable[[Any], Any])
M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Short:
    """What a field also takes, as JSON Schema, because a function reads it before the field's own type does.

    Of a list it is what stands for one of its entries if `each` says so; without a schema, one entry alone.
    """

    schema: Mapping[str, Any] | None = None
    each: bool = False

    def __call__(self, function: F) -> F:
        """Decorator: the function reads this short form, as editors are told."""
        vars(function)["short"] = self
        return function


STRING = {"type": "string"}
TEXT = {"type": ["string", "number"]}


@Short(STRING)
def as_list(value: Any) -> Any:
    """A single text as a list of one, for fields that take either."""
    return [value] if isinstance(value, str) else value


def marks(annotation: Any, metadata: Iterable[Any] = ()) -> Iterator[Any]:
    """Everything that a field's type, or a type inside it, is annotated with."""
    yield from metadata
    if get_origin(annotation) is Annotated:
        inner, *own = get_args(annotation)
        yield from marks(inner, own)
    else:
        for inner in get_args(annotation):
            yield from marks(inner)


def fields_marked(model: type[BaseModel], kind: type[M]) -> Iterator[tuple[str, M]]:
    """The fields of a model that have a mark of this kind, with it."""
    for name, declared in model.model_fields.items():
        for mark in marks(declared.annotation, declared.metadata):
            if isinstance(mark, kind):
                yield name, mark


_TEXT_SCHEMA = WithJsonSchema(TEXT)

PlainStr = Annotated[str, WrapValidator(_plain), WithJsonSchema({"type": "string"})]
"""Text that is taken literally and not shown: a name, a choice. Always a `SourceStr` after validation."""

Verbatim = Annotated[str, WrapValidator(_verbatim), WithJsonSchema({"type": "string"})]
"""Text that is shown character for character, such as code. Always a `VerbatimStr` after validation."""

VERBATIM = get_args(Verbatim)[1:2]
"""What marks a field as `Verbatim`."""


@dataclass(frozen=True, slots=True)
class Code:
    """The mark of a field that holds source code; `language` is the field of the same node that says in
    which language."""

    language: str = "language"


SourceCode = Annotated[Verbatim, Code()]
"""Source code, which has to parse where its language is known."""


@dataclass(frozen=True, slots=True)
class Icon:
    """The mark of a field that names an icon."""


@dataclass(frozen=True, slots=True)
class Hue:
    """The mark of a field that names a colour."""


Inline = Annotated[str, WrapValidator(_inline), _TEXT_SCHEMA]
"""Text with inline markup, shown or spoken. Always an `InlineStr` after validation."""

Unshown = Annotated[str, WrapValidator(_unshown), _TEXT_SCHEMA]
"""Text with inline markup that isn't shown for itself: it names something else, or is for authors only."""

ColorName = Annotated[str, PlainValidator(_color), WithJsonSchema({"type": "string"}), Hue()]
"""The name of a colour in the theme's palette."""

Identifier = Annotated[str, PlainValidator(_identifier), WithJsonSchema({"type": "string"})]
"""A name to refer to: of a slide, a graphic, an objective."""

ObjectiveId = Annotated[str, PlainValidator(_objective), WithJsonSchema({"type": "string"})]
"""The id of one of the deck's objectives."""

AssetPath = Annotated[Path, PlainValidator(asset), WithJsonSchema({"type": "string"})]
"""An image inside the deck's folder, by its path from there. An absolute path after validation."""

InlineList = Annotated[tuple[Inline, ...], BeforeValidator(as_list)]
"""A list of texts; a single text counts as a list of one."""

Minutes = Annotated[float, Field(gt=0, le=24 * 60)]
"""A duration in minutes."""
