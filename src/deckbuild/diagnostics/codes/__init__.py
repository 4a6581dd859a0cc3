"""Every code that a diagnostic may have, each with its page: the one registry.

A code is declared once. Codes of sources that can't be read and faults that only laying out can find stand in
the modules of this package, a family each; a check's code is declared by its rule. `deckbuild rules CODE`
shows the page of any of them.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent
from typing import Literal

from deckbuild.diagnostics import Severity
from deckbuild.registry import Registry, discover

FAMILIES = {
    "CON": "Content",
    "NOT": "Speaker notes",
    "TIM": "Timing",
    "TYP": "Typography",
    "LAY": "Layout",
    "COL": "Colour",
    "GFX": "Graphics",
    "TEC": "Technical",
    "ACC": "Accessibility",
    "FIL": "File",
    "WVR": "Waivers and sign-offs",
    "YML": "YAML",
    "VAR": "Variables",
    "DCK": "Deck",
    "THM": "Theme",
    "PLG": "Plug-ins",
}
"""What the letters of a code stand for, in the order reports and the manual show them."""


Stage = Literal["reading", "layout", "check"]


@dataclass(frozen=True, slots=True)
class Manual:
    """A code's page in the manual. `summary` is one sentence; `bad` and `good` are examples, often YAML."""

    summary: str
    rationale: str = ""
    bad: str = ""
    good: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """What a diagnostic's code means.

    `found` says by which stage: by reading the sources, by laying them out (which leaves it in its frames and
    pages), or by a check. What layout finds is chosen, waived and counted for the checklist like a check's
    finding; mistakes found on reading can't be waived. `online` ones are only looked for when asked to.
    """

    code: str
    name: str
    severity: Severity
    manual: Manual
    found: Stage = "reading"
    online: bool = False

    @property
    def group(self) -> str:
        """The family's name."""
        return FAMILIES[self.code[:3]]


CODES: Registry[Code] = Registry("code")


def code(name: str, called: str, severity: Severity, text: str, *, found: Stage = "reading") -> str:
    """Declare the code `name`, which is returned, with its page `text` (`read_manual` tells its form).

    Raises `ValueError` for what isn't letters of a family and three digits, and for a second declaration.
    """
    declare(Code(name, called, severity, read_manual(text), found))
    return name


def declare(new: Code) -> None:
    """Add a code to the registry. Raises `ValueError` for a malformed or a second one."""
    if not re.fullmatch(rf"({'|'.join(FAMILIES)})\d{{3}}", new.code):
        raise ValueError(f"{new.code!r} isn't a code: letters of a family and three digits")
    CODES.register(new.code)(new)


def discover_codes() -> Mapping[str, Code]:
    """All codes that are declared in this package; rules add theirs when they are discovered."""
    discover(__name__)
    return CODES


def read_manual(text: str) -> Manual:
    """A page from text: a summary line, the reason, and examples below lines `Bad:` and `Good:`."""
    summary, _, rest = inspect.cleandoc(text).partition("\n")
    parts = re.split(r"^(Bad|Good):\s*$", rest, flags=re.MULTILINE)
    examples = dict(zip(parts[1::2], map(_example, parts[2::2]), strict=True))
    return Manual(summary, parts[0].strip(), examples.get("Bad", ""), examples.get("Good", ""))


def _example(text: str) -> str:
    return dedent(text).strip("\n").rstrip() + "\n"
