# ruff: noqa: E501  the tables
"""Changes to trees of values and to bytes."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

from tools.fuzz import values

Place = tuple[Any, Any]
"""A list or mapping, and the index or key of one of its values."""


def places(tree: Any) -> Iterator[Place]:
    """Every place in a tree where a value stands."""
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in list(entries):
        yield tree, key
        yield from places(value)


def mutated(tree: Any, random: Random, fragments: list[Any], times: int) -> Any:
    """A copy of the tree with `times` changes; `fragments` are values to put in."""
    tree = copy.deepcopy(tree)
    for _ in range(times):
        known = list(places(tree))
        if not known:
            break
        _change(*random.choice(known), known, random, fragments)
    return tree


def _change(holder: Any, key: Any, known: list[Place], random: Random, fragments: list[Any]) -> None:
    value = holder[key]
    match random.randrange(10):
        case 0:
            del holder[key]
        case 1:
            holder[key] = values.anything(random)
        case 2:
            holder[key] = values.number(random) if isinstance(value, int | float) else values.text(random)
        case 3:
            holder[key] = copy.deepcopy(random.choice(fragments))
        case 4:
            other, place = random.choice(known)
            try:
                holder[key] = copy.deepcopy(other[place])
            except (KeyError, IndexError):
                return  # a change before this one took it away
        case 5 if isinstance(holder, list):
            holder[key:key] = [copy.deepcopy(value) for _ in range(random.choice((1, 2, 40)))]
        case 6 if isinstance(holder, dict):
            holder[values.text(random)[:60]] = holder.pop(key)
        case 7 if isinstance(value, str):
            at = random.randint(0, len(value))
            holder[key] = value[:at] + values.text(random) + value[at:]
        case 8:
            deep: Any = value
            for _ in range(random.choice((1, 3, 12, 80))):
                deep = [deep] if random.random() < 0.5 else {"a": deep}
            holder[key] = deep
        case _ if isinstance(value, int | float) and not isinstance(value, bool):
            holder[key] = values.number(random)
        case _:
            holder[key] = values.text(random)


SPLICES = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\r", b"\r\n", b"\t", b"\n", b" ", b"\xe2\x80\xa8",
    b"\xc2\x85", b"\xc2\xa0", b": ", b"- ", b"#", b" #x", b"!", b"&a ", b"*a", b"|", b">", b"{", b"}", b"[", b"]", b"'", b'"', b"{{", b"}}",
    b"---\n", b"...\n", b"%", b"\x1b[0m", b"?", b"<<: ", b"!!python/object:os.system ", b"[" * 500, b"\xf0\x9f\x8e\x89",
)  # fmt: skip


def changed_bytes(data: bytes, random: Random, times: int) -> bytes:
    """The bytes with `times` changes: some flipped, cut, doubled or put in."""
    changed = bytearray(data)
    for _ in range(times):
        at = random.randint(0, len(changed))
        match random.randrange(6):
            case 0 if at < len(changed):
                changed[at] = random.randrange(256)
            case 1 if at < len(changed):
                changed[at] ^= 1 << random.randrange(8)
            case 2:
                del changed[at : at + random.choice((1, 2, 9, 200))]
            case 3:
                changed[at:at] = random.choice(SPLICES)
            case 4:
                piece = changed[at : at + random.choice((1, 8, 300))]
                changed[at:at] = piece * random.choice((1, 2, 30))
            case _ if random.random() < 0.15:
                del changed[at:]
            case _:
                changed[at : at + 1] = random.choice(SPLICES)
    return bytes(changed)
