"""Variables: `{{ name }}` in any text of a deck, filled in before the deck is validated.

Expressions are Jinja's, in a sandbox, cut down to names, constants, conditions and a few filters: no loops,
no attributes, no calls, so filling in a text can neither reach out nor run for long. Code stays as it is:
nothing is filled in below a key named `source`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from deckbuild.deck.source import SourceMap, SourceStr, map_strings
from deckbuild.deck.yaml import read_yaml
from deckbuild.diagnostics import DeckError, Diagnostic, Severity, Span, did_you_mean
from deckbuild.diagnostics.codes.variables import BAD_VARIABLE, NOT_ALLOWED, UNDEFINED, UNUSED

LITERAL_KEYS = frozenset({"source", "vars"})
"""Keys whose values are never filled in: code, and the variables themselves."""

FILTERS = ("capitalize", "default", "lower", "title", "trim", "upper")

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Filter, nodes.Concat,
    nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test,
)  # fmt: skip


def fill_in(tree: Any, variables: Mapping[str, str]) -> tuple[Any, tuple[Diagnostic, ...], frozenset[str]]:
    """The tree with its `{{ … }}` filled in, what went wrong, and the names that it uses."""
    environment = _environment()
    diagnostics: list[Diagnostic] = []
    used: set[str] = set()

    def fill(text: SourceStr) -> SourceStr:
        if "{{" not in text and "{%" not in text:
            return text
        try:
            template = environment.parse(text)
            faults = list(_faults(template, text, variables, used))
            if not faults:
                return text.with_text(environment.from_string(template).render(variables))
            diagnostics.extend(faults)
        except TemplateSyntaxError as error:
            hint = 'write {{ name }}; code belongs under "source", where nothing is filled in'
            at = text.at(max(text.find("{"), 0))
            diagnostics.append(Diagnostic(NOT_ALLOWED, f"not a variable: {error.message}", at, hint))
        except UndefinedError as error:
            at = text.at(max(text.find("{{"), 0))
            diagnostics.append(Diagnostic(UNDEFINED, str(error.message), at))
        return text

    filled = map_strings(tree, fill, skip=LITERAL_KEYS)
    return filled, tuple(diagnostics), frozenset(used)


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        comment_start_string="{#!",  # so that "{#" in a text stands for itself
        cache_size=0,
    )
    environment.globals.clear()
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.tests = {name: environment.tests[name] for name in ("defined", "undefined")}
    return environment


def _faults(
    template: nodes.Template, text: SourceStr, variables: Mapping[str, str], used: set[str]
) -> Iterator[Diagnostic]:
    """What isn't allowed in a parsed text, and names that stand for nothing."""
    at = text.at(min(place for place in (text.find("{{"), text.find("{%")) if place >= 0))
    optional = {
        id(node.node) for node in template.find_all((nodes.Filter, nodes.Test)) if node.name in _FORGIVING
    }
    for node in template.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            what = type(node).__name__.lower()
            hint = f"only {{{{ name }}}}, filters ({', '.join(FILTERS)}) and conditions are filled in"
            yield Diagnostic(NOT_ALLOWED, f"{what!r} isn't allowed in a variable", at, hint)
            return
        if isinstance(node, nodes.Name):
            used.add(node.name)
            if node.name not in variables and id(node) not in optional:
                hint = did_you_mean(node.name, variables) if variables else "the deck has no 'vars'"
                yield Diagnostic(UNDEFINED, f"unknown variable {node.name!r}", _place(text, node.name), hint)


_FORGIVING = ("default", "defined", "undefined")


def _place(text: SourceStr, name: str) -> Span:
    """Where `name` first stands inside braces."""
    braces = text.find("{{")
    while braces >= 0:
        end = text.find("}}", braces)
        found = text.find(name, braces, end)
        if found >= 0:
            return text.at(found)
        braces = text.find("{{", braces + 2)
    return text.span


def read_variables(path: Path) -> dict[str, str]:
    """Variables from a YAML file of names and values; raises `DeckError` for anything else in it."""
    tree = read_yaml(path, str(path))
    if not isinstance(tree, SourceMap):
        hint = "write lines such as  instructor: Jane Doe"
        message, span = "must be a mapping of names and values", Span(str(path), 1, 1)
        raise DeckError([Diagnostic(BAD_VARIABLE, message, span, hint)])
    variables, diagnostics = variables_of(tree)
    if diagnostics:
        raise DeckError(diagnostics)
    return variables


def variables_of(tree: SourceMap) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Names and values of a mapping, numbers as they were spelled, and what can't be a variable."""
    variables: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    for name, value in tree.items():
        spelling = getattr(value, "spelling", value)
        if not name.isidentifier():
            hint = "use letters, digits and '_', starting with a letter"
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
