# ruff: noqa: E501  the tables
"""Values that an author may slip, and that a stranger may plant."""

from __future__ import annotations

from random import Random
from typing import Any

TEXTS = (
    "", " ", "x", "a" * 5000, "infrastructure " * 400, "Hyperparameteroptimierungsverfahren" * 6,
    "null", "~", "yes", "0", "1_000", "2026-01-03", "- not a list", "key: value", "# not a comment", "a #42",
    "**bold", "*a* **b** `c", "`{{ x }}`", "{{ x }}", "{{ 1 > 'x' }}", "{% for a in b %}", "{{ x | upper }}", "{#", "}}",
    "[a](https://example.org)", "[a](https://example.org/?q=50%)", "[a](#s1)", "[a](#nowhere)", "[a](https://[::1)",
    "[a](javascript:alert(1))", "[a](https://münchen.example/straße)", "[a](mailto:x@example.org)", "[](https://x.example)",
    "a\nb", "a\n\nb", "a\\\nb", "\ta\tb", "a\u2028b", "a\u2029b", "a\u0085b", "a\u00a0b", "\ufeffa", "a\u00adb", "\u200b",
    "日本語のテキストです。" * 9, "עברית", "العربية 123 abc", "👩‍👩‍👧‍👦🎉", "e\u0301\u0327" * 20, "\u202eabc", "A\u0300" * 300,
    "\x1b[31mred", "\x07", "\x00", "\x7f", "\x9b1m", "::error::planted", "%0A::add-mask::x", "]]>", "<b>&amp;</b>", "<br>",
    "$x^2$", "~~gone~~", "> quote", "![p](images/a.png)", "| a | b |\n|---|---|\n| 1 | 2 |", "```\ncode\n```", "[Pause]", "1. one\n2. two",
    "../../etc/passwd", "images/a.png", "images\\a.png", "C:\\x", "file:///etc/passwd", "a -> b", "a->b: x", "x" * 300 + ".png",
    "#FF0000", "green", "server", "brand:python", "slide", "s1", "5/7", "stacked", "full", "0/12",
)  # fmt: skip

NUMBERS: tuple[Any, ...] = (
    0, 1, -1, 2, 3, 7, 10, 100, -100, 1_000_000, 10**18, 10**25, 0.0, 0.5, -0.5, 1e-9, 1e9, 1e99, 0.1 + 0.2,
)  # fmt: skip

ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    [],
    {},
    [[]],
    [None],
    {"": None},
    [1, "a", None],
    {"a": {"a": {"a": 1}}},
)


def text(random: Random) -> str:
    """A text, often a plain one."""
    if random.random() < 0.4:
        words = (
            "Queues",
            "absorb",
            "bursts",
            "the",
            "load",
            "of",
            "three",
            "workers",
            "p95",
            "300 ms",
            "and",
        )
        return " ".join(random.choice(words) for _ in range(random.randint(1, 9)))
    found = random.choice(TEXTS)
    return found + random.choice(TEXTS) if random.random() < 0.2 else found


def number(random: Random) -> Any:
    return random.choice(NUMBERS) if random.random() < 0.7 else round(random.uniform(-50, 200), 2)


def anything(random: Random) -> Any:
    """A value of any type."""
    return random.choice((text, number, lambda r: r.choice(ODD)))(random)
