"""The manual of codes, made from their own pages."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from deckbuild.check.checklist import CHECKLIST
from deckbuild.check.rule import matches
from deckbuild.deck.settings import CheckSettings
from deckbuild.diagnostics.codes import FAMILIES, Code
from deckbuild.printable import json_text

INTRODUCTION = """\
# Rules

Every code that `deckbuild` may report, made by `deckbuild rules --format markdown`. `deckbuild rules CODE`
shows a code's page in the terminal. An error makes `check` fail; a warning only with `--release`. What is
found on reading the sources has to be mended. A rule that doesn't apply to a slide, or to a deck, is waived
there, with a reason and perhaps a last day:

```yaml
waivers:
  - rule: LAY001
    reason: The legend is set small on purpose; it is read from the handout.
    until: 2026-12-31
```
"""

SETTINGS_EXAMPLE = """\
```yaml
check:
  words_per_minute: 120
  slowest: 100
  max_list_items: 6
glossary:
  - term: on-premises
    avoid: [on premise, onprem]
```
"""


def by_group(codes: Iterable[Code]) -> Iterator[tuple[str, list[Code]]]:
    """The codes of each family in the manual's order."""
    order = list(FAMILIES)
    ordered = sorted(codes, key=lambda rule: (order.index(rule.code[:3]), rule.code))
    for group, members in groupby(ordered, key=lambda rule: rule.group):
        yield group, list(members)


def page(rule: Code) -> str:
    """One code's page for a terminal."""
    manual = rule.manual
    parts = [f"{rule.code} {rule.name} ({_kind(rule)})", manual.summary, manual.rationale]
    if manual.bad:
        parts.append("Bad:\n" + textwrap.indent(manual.bad.rstrip(), "    "))
        parts.append("Good:\n" + textwrap.indent(manual.good.rstrip(), "    "))
    return "\n\n".join(part for part in parts if part)


def overview(codes: Iterable[Code]) -> str:
    """A line for each code, by family."""
    lines: list[str] = []
    for group, members in by_group(codes):
        lines += ["", group] if lines else [group]
        lines += [f"  {rule.code}  {rule.severity:<7}  {rule.manual.summary}" for rule in members]
    return "\n".join(lines)


def markdown(codes: Mapping[str, Code]) -> str:
    """The whole manual as one Markdown file."""
    blocks = [INTRODUCTION.rstrip(), *_settings(), *_checklist(codes)]
    for group, members in by_group(codes.values()):
        blocks.append(f"## {group}")
        table = ["| code | rule | severity |", "|---|---|---|"]
        table += [
            f"| [{rule.code}](#{rule.code.lower()}) | {rule.manual.summary} | {_kind(rule)} |"
            for rule in members
        ]
        blocks.append("\n".join(table))
        for rule in members:
            manual = rule.manual
            blocks += [
                f"### {rule.code}",
                f"**{rule.name}** ({_kind(rule)}): {manual.summary}",
                manual.rationale,
            ]
            if manual.bad:
                blocks += [f"Bad:\n\n```yaml\n{manual.bad}```", f"Good:\n\n```yaml\n{manual.good}```"]
    return "\n\n".join(block for block in blocks if block) + "\n"


def as_json(codes: Iterable[Code]) -> str:
    """The codes for programs."""
    entries = [
        {
            "code": rule.code,
            "name": rule.name,
            "group": rule.group,
            "severity": str(rule.severity),
            "online": rule.online,
            "found": rule.found,
            "summary": rule.manual.summary,
            "rationale": rule.manual.rationale,
            "bad": rule.manual.bad,
            "good": rule.manual.good,
        }
        for rule in codes
    ]
    return json_text(entries)


def _kind(rule: Code) -> str:
    if rule.found == "reading":
        return f"{rule.severity}, on reading"
    return f"{rule.severity}, with --online" if rule.online else str(rule.severity)


def _settings() -> Iterator[str]:
    """What a deck can set for its checks, read from the model."""
    yield "## Settings"
    yield (
        "A deck can set its own limits, and the words it prefers, in deck.yaml. These are the settings "
        "with their defaults:"
    )
    lines = ["| `check:` | default | what it is |", "|---|---|---|"]
    for name, field in CheckSettings.model_fields.items():
        if name not in CheckSettings.loader_fields:
            default = field.get_default(call_default_factory=True)
            shown = ", ".join(map(str, default)) if isinstance(default, (tuple, list)) else str(default)
            lines.append(f"| `{name}` | {shown} | {field.description} |")
    yield "\n".join(lines)
    yield SETTINGS_EXAMPLE.rstrip()


def _checklist(codes: Mapping[str, Code]) -> Iterator[str]:
    """Which rules decide which item of the checklist, and where a person signs."""
    yield "## The quality checklist"
    yield (
        "Each item is decided by rules, signed by a person (`deckbuild signoff ITEM --by NAME`), or both. "
        "A signature holds for exactly the content it was given for, and expires when that changes."
    )
    lines = ["| group | item | decided by | signed as |", "|---|---|---|---|"]
    for item in CHECKLIST:
        deciding = [code for code in codes if item.rules and matches(code, item.rules)]
        links = ", ".join(f"[{code}](#{code.lower()})" for code in deciding)
        lines.append(f"| {item.group} | {item.text} | {links} | {f'`{item.key}`' if item.person else ''} |")
    yield "\n".join(lines)
