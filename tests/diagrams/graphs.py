"""Graphs of all kinds for tests: the same sixty each time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

WORDS = ("Order", "Stock", "Billing", "Sign-in", "Reports", "Key store", "Web shop", "Archive", "Mail")


@dataclass(slots=True)
class Graph:
    """A graph as an author would write it: `spec` is what stands below `kind: flow`. Panels hold whom
    `held` says, by all levels."""

    name: str
    spec: dict[str, Any]
    held: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def labelled(self) -> list[int]:
        return [number for number, edge in enumerate(self.spec["edges"]) if edge.get("label")]


def sixty() -> Iterator[Graph]:
    """Trees, chains with a way back, and graphs at random, some with groups in groups, of 3 to 30 nodes."""
    for seed in range(60):
        rng = random.Random(seed)
        direction = ("right", "down")[seed % 2]
        kind = (_tree, _cycle, _random, _grouped, _nested)[seed // 2 % 5]
        graph = kind(rng, 3 + seed * 27 // 59 if kind is not _cycle else 3 + seed % 4)
        graph.spec["direction"] = direction
        graph.name = f"{seed:02} {kind.__name__[1:]} {direction}"
        yield graph


def _nodes(rng: random.Random, count: int) -> dict[str, str]:
    return {f"n{index}": f"{rng.choice(WORDS)} {index}" for index in range(count)}


def _tree(rng: random.Random, count: int) -> Graph:
    count = min(count, 16)
    edges = [
        {"from": f"n{rng.randrange(max(0, index - 4), index)}", "to": f"n{index}"}
        for index in range(1, count)
    ]
    return Graph("", {"nodes": _nodes(rng, count), "edges": edges})


def _cycle(rng: random.Random, count: int) -> Graph:
    edges = [{"from": f"n{index}", "to": f"n{index + 1}"} for index in range(count - 1)]
    edges.append({"from": f"n{count - 1}", "to": f"n{rng.randrange(count - 2)}", "label": "What comes back"})
    return Graph("", {"nodes": _nodes(rng, count), "edges": edges})


def _random(rng: random.Random, count: int) -> Graph:
    pairs: dict[tuple[int, int], None] = {}
    for index in range(1, count):
        pairs[rng.randrange(index // 3, index // 2 + 1) if index > 1 else 0, index] = None
    for _ in range(count // 4):
        one, other = rng.sample(range(count), 2)
        if (other, one) not in pairs:
            pairs[one, other] = None
    edges: list[dict[str, str]] = []
    for one, other in pairs:
        edge = {"from": f"n{one}", "to": f"n{other}"}
        if rng.random() < (0.2 if count < 16 else 0.05 if count < 26 else 0.0):
            edge["label"] = rng.choice(("once a day", "yes", "personal data over the line"))
        edges.append(edge)
    return Graph("", {"nodes": _nodes(rng, count), "edges": edges})


def _grouped(rng: random.Random, count: int) -> Graph:
    graph = _random(rng, max(count, 5))
    names = list(graph.spec["nodes"])
    first = rng.randrange(len(names) // 2)
    size = 2 + len(names) // 5
    one, two = names[first : first + size], names[first + size : first + size + 2]
    groups = {"inside": {"title": "Inside", "nodes": one}, "data": {"title": "Data zone", "nodes": two}}
    graph.spec["groups"] = groups
    graph.held = {key: frozenset(group["nodes"]) for key, group in groups.items()}
    return graph


def _nested(rng: random.Random, count: int) -> Graph:
    graph = _grouped(rng, max(count, 6))
    groups = graph.spec["groups"]
    names = [
        name for name in graph.spec["nodes"] if not any(name in group["nodes"] for group in groups.values())
    ]
    own = names[:1]
    groups["outer"] = {"title": "All of it", "nodes": [*own, "inside"]}
    graph.held = {**graph.held, "outer": frozenset([*own, "inside", *groups["inside"]["nodes"]])}
    return graph
