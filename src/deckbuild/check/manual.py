"""The rule manual, made from the rules' own pages."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from deckbuild.check.checklist import CHECKLIST
from deckbuild.check.rule import GROUPS, Rule, matches
from deckbuild.deck.settings import CheckSettings

INTRODUCTION = """\
# Rules

What `deckbuild check` looks for, made by `deckbuild rules --format markdown`. `deckbuild rules CODE` shows a
rule's page in the terminal. An error makes `check` fail; a warning only with `--release`. A rule that doesn't
apply to a slide, or to a deck, is waived there, with a reason and perhaps a last day:

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


def by_group(rules: Iterable[Rule]) -> Iterator[tuple[str, list[Rule]]]:
    """The rules of each family in the manual's order."""
    order = list(GROUPS)
    ordered = sorted(rules, key=lambda rule: (order.index(rule.code[:3]), rule.code))
    for group, members in groupby(ordered, key=lambda rule: rule.group):
        yield group, list(members)


def page(rule: Rule) -> str:
    """One rule's page for a terminal."""
    manual = rule.manual
    parts = [f"{rule.code} {rule.name} ({_kind(rule)})", manual.summary, manual.rationale]
    if manual.bad:
        parts.append("Bad:\n" + textwrap.indent(manual.bad.rstrip(), "    "))
        parts.append("Good:\n" + textwrap.indent(manual.good.rstrip(), "    "))
    return "\n\n".join(part for part in parts if part)


def overview(rules: Iterable[Rule]) -> str:
    """A line for each rule, by family."""
    lines: list[str] = []
    for group, members in by_group(rules):
        lines += ["", group] if lines else [group]
        lines += [f"  {rule.code}  {rule.severity:<7}  {rule.manual.summary}" for rule in members]
    return "\n".join(lines)


def markdown(rules: Mapping[str, Rule]) -> str:
    """The whole manual as one Markdown file."""
    blocks = [INTRODUCTION.rstrip(), *_settings(), *_checklist(rules)]
    for group, members in by_group(rules.values()):
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


def as_json(rules: Iterable[Rule]) -> str:
    """The rules for programs."""
    entries = [
        {
            "code": rule.code,
            "name": rule.name,
            "group": rule.group,
            "severity": str(rule.severity),
            "online": rule.online,
            "summary": rule.manual.summary,
            "rationale": rule.manual.rationale,
            "bad": rule.manual.bad,
            "good": rule.manual.good,
        }
        for rule in rules
    ]
    return json.dumps(entries, indent=2, ensure_ascii=False)


def _kind(rule: Rule) -> str:
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


def _checklist(rules: Mapping[str, Rule]) -> Iterator[str]:
    """Which rules decide which item of the checklist, and where a person signs."""
    yield "## The quality checklist"
    yield (
        "Each item is decided by rules, signed by a person (`deckbuild signoff ITEM --by NAME`), or both. "
        "A signature holds for exactly the content it was given for, and expires when that changes."
    )
    lines = ["| group | item | decided by | signed as |", "|---|---|---|---|"]
    for item in CHECKLIST:
        codes = [code for code in rules if item.rules and matches(code, item.rules)]
        links = ", ".join(f"[{code}](#{code.lower()})" for code in codes)
        lines.append(f"| {item.group} | {item.text} | {links} | {f'`{item.key}`' if item.person else ''} |")
    yield "\n".join(lines)
