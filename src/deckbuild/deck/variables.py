"""Variables: `{{ name }}` in any text of a deck, filled in before the deck is validated.

Expressions are Jinja's, in a sandbox, cut down to names, constants, conditions and a few filters: no loops,
no attributes, no calls, so filling in a text can neither reach out nor run for long. Code stays as it is:
nothing is filled in inside `inline code`, nor in what is shown character for character.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from deckbuild.diagnostics import DeckError, Diagnostic, Severity, Span, did_you_mean
from deckbuild.diagnostics.codes.variables import BAD_VARIABLE, NOT_ALLOWED, UNDEFINED, UNUSED
from deckbuild.diagnostics.codes.yaml import DUPLICATE_KEY
from deckbuild.sources.values import SourceList, SourceMap, SourceStr
from deckbuild.sources.yaml import read_yaml

FILTERS = ("capitalize", "default", "lower", "title", "trim", "upper")

MAX_TEXT = 200_000
"""Characters that one text with braces may have, before it is filled in and after: notes have thousands."""

MAX_DECK = 4_000_000
"""Characters that all of a deck's filled-in texts may have together."""

MAX_EXPRESSIONS = 2_000  # in one text
MAX_NESTING = 24  # brackets, conditions and filters within each other in one expression

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Filter, nodes.Concat,
    nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test, nodes.Keyword,
)  # fmt: skip

_FAILURES = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError)
"""What computing an expression may raise: Jinja's own errors, and those of the operations it is made of."""

Literal = Callable[[SourceMap, str], frozenset[str]]

_SIMPLER = "say it more simply: fill in parts that are worked out under `vars` already"
_HINT = 'write {{ name }}; for braces that stay write {{ "{{" }}, or the text as `code`'


class Filled(NamedTuple):
    """A tree that is filled in, what went wrong on the way, and the names that it uses."""

    tree: Any
    diagnostics: tuple[Diagnostic, ...]
    used: frozenset[str]


def fill_in(
    tree: Any,
    variables: Mapping[str, str],
    literal: Literal = lambda _map, _key: frozenset(),
    keep: frozenset[str] = frozenset(),
) -> Filled:
    """The tree with `{{ … }}` filled in wherever text stands, keys included.

    `literal` tells for a mapping, and the key under which it stands, the keys whose values stay as they are;
    `keep` are such keys of the tree itself.
    """
    filler = _Filler(variables)
    filled = _walk(tree, filler, lambda map, key: keep if map is tree else literal(map, key), "")
    return Filled(filled, tuple(filler.diagnostics), frozenset(filler.used))


def _walk(tree: Any, filler: _Filler, literal: Literal, under: str) -> Any:
    match tree:
        case SourceMap():
            skipped = literal(tree, under)
            items: dict[str, Any] = {}
            keys, values = dict(tree.key_spans), dict(tree.value_spans)
            for key, value in tree.items():
                name = filler.fill(key) if isinstance(key, SourceStr) else key
                if name in items or (name is not key and name in tree):
                    message = f"key {str(name)!r} stands twice in this mapping once it is filled in"
                    at = tree.key_spans.get(key, tree.span)
                    filler.diagnostics.append(Diagnostic(DUPLICATE_KEY, message, at, "keep one of them"))
                    continue
                items[name] = value if key in skipped else _walk(value, filler, literal, name)
                if name is not key and key in tree.key_spans:
                    keys[name], values[name] = tree.key_spans[key], tree.value_spans[key]
            return SourceMap(items, tree.span, keys, values, tree.given)
        case SourceList():
            items_ = [_walk(item, filler, literal, "") for item in tree]
            return SourceList(items_, tree.span, tree.item_spans)
        case SourceStr():
            return filler.fill(tree)
        case _:
            return tree


class _Filler:
    """Fills in text after text, within the limits, and collects what goes wrong."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self.variables = variables
        self.environment = _environment()
        self.diagnostics: list[Diagnostic] = []
        self.used: set[str] = set()
        self.characters = 0

    def fill(self, text: SourceStr) -> SourceStr:
        """The text filled in; as it is, with a diagnostic, where that can't be done."""
        if not _BRACES.search(text) or self.characters > MAX_DECK:
            return text
        shielded = shield_code(text)
        if not _BRACES.search(shielded):
            return text
        if _HIDDEN_BRACE in text or _HIDDEN_CLOSE in text:
            return text  # a character that no text may have: what reads it says so
        if problem := self._too_large(shielded):
            self._fault(NOT_ALLOWED, problem, text.at(_first(shielded)), _SIMPLER)
            return text
        try:
            template = self.environment.parse(shielded)
            faults = list(self._faults(template, SourceStr.like(text, shielded)))
            if not faults:
                return self._rendered(text, shielded)
            self.diagnostics += faults
        except TemplateSyntaxError as error:
            self._fault(NOT_ALLOWED, f"not a variable: {error.message}", text.at(_first(shielded)), _HINT)
        except RecursionError:
            self._fault(NOT_ALLOWED, "too deeply nested to be filled in", text.at(_first(shielded)), _SIMPLER)
        except ValueError as error:  # a number of thousands of digits
            self._fault(NOT_ALLOWED, f"not a variable: {error}", text.at(_first(shielded)), _HINT)
        return text

    def _fault(self, code: str, message: str, at: Span, hint: str = "") -> None:
        self.diagnostics.append(Diagnostic(code, message, at, hint))

    def _too_large(self, text: str) -> str:
        """Why Jinja should not even look at a text; empty if it may."""
        if len(text) > MAX_TEXT:
            return f"a text of {len(text):,} characters; {{{{ }}}} is filled in up to {MAX_TEXT:,}"
        if (count := text.count("{{")) > MAX_EXPRESSIONS:
            return f"{count:,} times {{{{ }}}} in one text; up to {MAX_EXPRESSIONS:,} are filled in"
        deepest = max((_brackets(found.group()) for found in _EXPRESSION.finditer(text)), default=0)
        return f"more than {MAX_NESTING} brackets within each other" if deepest > MAX_NESTING else ""

    def _faults(self, template: nodes.Template, text: SourceStr) -> Iterator[Diagnostic]:
        """What isn't allowed in a parsed text, names that stand for nothing, and too much of it."""
        at = text.at(_first(text))
        every = list(_nodes(template))
        optional = {id(n.node) for n, _ in every if isinstance(n, _FORGIVING) and n.name in _FORGIVEN}
        size = 0
        for node, depth in every:
            if not isinstance(node, _ALLOWED):
                what = type(node).__name__.lower()
                hint = f"only {{{{ name }}}}, filters ({', '.join(FILTERS)}) and conditions are filled in"
                yield Diagnostic(NOT_ALLOWED, f"{what!r} isn't allowed in a variable", at, hint)
                return
            if depth > MAX_NESTING:
                yield Diagnostic(NOT_ALLOWED, f"nested deeper than {MAX_NESTING} levels", at, _SIMPLER)
                return
            if isinstance(node, nodes.Name):
                self.used.add(node.name)
                size += len(self.variables.get(node.name, ""))
                if node.name not in self.variables and id(node) not in optional:
                    known = self.variables
                    hint = did_you_mean(node.name, known) if known else "the deck has no 'vars'"
                    message = f"unknown variable {node.name!r}"
                    yield Diagnostic(UNDEFINED, message, _place(text, node.name), hint)
            elif isinstance(node, nodes.Const):
                if isinstance(node.value, float) and not math.isfinite(node.value):
                    yield Diagnostic(NOT_ALLOWED, "a number that is too large", at, _SIMPLER)
                    return
                size += len(str(node.value))
            elif isinstance(node, nodes.TemplateData):
                size += len(node.data)
        if size > MAX_TEXT:
            message = f"up to {size:,} characters once it is filled in; a text has up to {MAX_TEXT:,}"
            yield Diagnostic(NOT_ALLOWED, message, at, "write less")

    def _rendered(self, text: SourceStr, shielded: str) -> SourceStr:
        try:
            result = self._render(shielded)
        except _FAILURES as error:
            message = f"can't be filled in: {_said(error)}"
            self._fault(NOT_ALLOWED, message, text.at(self._failing(shielded)), _cure(error))
            return text
        self.characters += len(result)
        if self.characters > MAX_DECK:
            message = f"the deck's texts have more than {MAX_DECK:,} characters once they are filled in"
            self._fault(NOT_ALLOWED, message, text.at(_first(shielded)), "write less")
            return text
        return text.with_text(result.replace(_HIDDEN_BRACE, "{").replace(_HIDDEN_CLOSE, "}"))

    def _render(self, text: str) -> str:
        return self.environment.from_string(text).render(self.variables)

    def _failing(self, text: str) -> int:
        """Where the expression begins that can't be computed, of the several that a text may have."""
        for found in _EXPRESSION.finditer(text):
            try:
                self._render(found.group())
            except TemplateSyntaxError:  # a piece of one: its braces stand in quotes
                break
            except _FAILURES:
                return found.start()
        return _first(text)


_BRACES = re.compile(r"\{\{|\{%")
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_FORGIVING = (nodes.Filter, nodes.Test)
_FORGIVEN = ("default", "defined", "undefined")


def _brackets(expression: str) -> int:
    """How deep the brackets of an expression go, its braces not counted."""
    depth = deepest = 0
    for character in expression[2:-2]:
        if character in "([{":
            deepest = max(deepest, depth := depth + 1)
        elif character in ")]}":
            depth = max(depth - 1, 0)
    return deepest


def _first(text: str) -> int:
    found = _BRACES.search(text)
    return found.start() if found else 0


def _nodes(template: nodes.Template) -> Iterator[tuple[nodes.Node, int]]:
    """All nodes in reading order with their depth below the template's output, without recursion."""
    todo: list[tuple[nodes.Node, int]] = [(template, -2)]
    while todo:
        node, depth = todo.pop()
        yield node, depth
        todo += reversed([(child, depth + 1) for child in node.iter_child_nodes()])


def _said(error: Exception) -> str:
    """What Jinja says, in one short line."""
    if isinstance(error, RecursionError):
        return "it is too deeply nested"
    said = str(getattr(error, "message", None) or error).strip().split("\n")[0]
    said = re.sub(r"^(?:do_|sync_do_|test_)?(\w+)\(\) ", r"\1 ", said)
    return said if len(said) <= 160 else f"{said[:159]}…"


def _cure(error: Exception) -> str:
    if isinstance(error, TypeError) and "not supported between" in str(error):
        return "variables are texts: compare them with a text in quotes, as in {{ … if name == '12' else … }}"
    return f"filters ({', '.join(FILTERS)}) and conditions take what Jinja's manual says of them"


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        comment_start_string="{#!",  # so that "{#" in a text stands for itself
        cache_size=0,
        optimized=False,  # constants are computed where everything else is, so that errors come from there
    )
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.tests = {name: environment.tests[name] for name in ("defined", "undefined")}
    return environment


def _place(text: SourceStr, name: str) -> Span:
    """Where `name` first stands inside braces."""
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for braces in _EXPRESSION.finditer(text):
        if found := word.search(text, braces.start(), braces.end()):
            return text.at(found.start())
    return text.span


# --- code within a text ---------------------------------------------------------------------------------

_HIDDEN_BRACE, _HIDDEN_CLOSE = "\ufffe", "\uffff"
"""Stand for braces that are none of ours. No text may have these characters (XML 1.0, §2.2)."""

_TICKS = re.compile(r"\\[\\`]|(`+)")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_FENCE = 3


def shield_code(text: str) -> str:
    """The text with the braces in its inline code and fenced code hidden, one for one.

    Code begins and ends with the same number of backticks (CommonMark 0.31, §6.1), in one paragraph; fenced
    code (§4.5) may have blank lines.

    >>> shield_code("`{{ a }}` {{ b }}") == "`\\ufffe\\ufffe a \\uffff\\uffff` {{ b }}"
    True
    """
    runs = [(m.start(), len(m.group())) for m in re.finditer(r"`+", text)]
    places: dict[int, list[int]] = {}
    for start, length in runs:
        places.setdefault(length, []).append(start)
    parts: list[str] = []
    done = 0
    for ticks in _TICKS.finditer(text):
        if not ticks[1] or ticks.start() < done:
            continue
        length = len(ticks[1])
        candidates = places.get(length, [])
        index = bisect_left(candidates, ticks.end())
        if index == len(candidates):
            continue
        close = candidates[index]
        line = text.rfind("\n", 0, ticks.start()) + 1
        fenced = length >= _FENCE and not text[line : ticks.start()].strip()
        if not fenced and _BLANK_LINE.search(text, ticks.end(), close):
            continue
        parts.append(text[done : ticks.end()])
        code = text[ticks.end() : close]
        parts.append(code.replace("{", _HIDDEN_BRACE).replace("}", _HIDDEN_CLOSE))
        parts.append(ticks[1])
        done = close + length
    return "".join([*parts, text[done:]])


def read_variables(path: Path, warnings: list[Diagnostic] | None = None) -> dict[str, str]:
    """Variables from a YAML file of names and values; raises `DeckError` for anything else in it.

    What the author may not have meant is added to `warnings`.
    """
    tree = read_yaml(path, str(path), warnings)
    if not isinstance(tree, SourceMap):
        hint = "write lines such as  instructor: Jane Doe"
        message, span = "must be a mapping of names and values", Span(str(path), 1, 1)
        raise DeckError([Diagnostic(BAD_VARIABLE, message, span, hint)])
    variables, diagnostics = variables_of(tree)
    if diagnostics:
        raise DeckError(diagnostics)
    if warnings is not None:
        comments = (value.comment for value in tree.values() if isinstance(value, SourceStr))
        warnings += [comment for comment in comments if comment is not None]
    return variables


RESERVED = frozenset({"and", "else", "false", "if", "in", "is", "none", "not", "or", "self", "true"})
"""Words that mean something in an expression: `{{ self }}` isn't the variable of that name."""


def can_be_named(name: str) -> bool:
    """Whether a variable may have this name."""
    return name.isidentifier() and name.lower() not in RESERVED


def variables_of(tree: SourceMap) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Names and values of a mapping, numbers as they were spelled, and what can't be a variable."""
    variables: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    for name, value in tree.items():
        spelling = getattr(value, "spelling", value)
        if not can_be_named(name):
            reserved = ", ".join(sorted(RESERVED))
            hint = f"use letters, digits and '_', starting with a letter, and none of {reserved}"
            diagnostics.append(
                Diagnostic(BAD_VARIABLE, f"{name!r} can't be a variable's name", tree.key_spans[name], hint)
            )
        elif not isinstance(spelling, str):
            message, at = f"variable {name!r} must be text", tree.value_spans[name]
            diagnostics.append(Diagnostic(BAD_VARIABLE, message, at, f'quote its value: {name}: "…"'))
        else:
            variables[name] = str(spelling)
    return variables, tuple(diagnostics)


def unused(
    overrides: Mapping[str, str], used: frozenset[str], declared: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """A warning for each variable set from outside that the deck neither declares nor uses."""
    return tuple(
        Diagnostic(
            UNUSED,
            f"no text uses the variable {name!r}",
            Span("--set"),
            did_you_mean(name, declared) if declared else "",
            Severity.WARNING,
        )
        for name in overrides
        if name not in used and name not in declared
    )
