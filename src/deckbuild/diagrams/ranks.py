"""Ranks of a diagram: which boxes stand beside each other, and which come after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Ranks = tuple[tuple[str, ...], ...]
"""The names of a diagram's boxes, rank by rank."""


def rank_nodes(nodes: Iterable[str], edges: Sequence[tuple[str, str, bool]]) -> Ranks:
    """Nodes by rank, in their own order; sources share the first rank, every other node stands right after
    the last of those that lead to it.

    An edge is start, end and whether it joins peers, which share a rank. An edge that would close a circle
    ranks nothing.
    """
    names = list(nodes)
    home = {name: name for name in names}
    for start, end, peers in edges:
        if peers:
            old, new = home[end], home[start]
            home = {name: new if at == old else at for name, at in home.items()}
    following: dict[str, list[str]] = {name: [] for name in set(home.values())}
    for start, end, peers in edges:
        if not peers and home[start] != home[end]:
            following[home[start]].append(home[end])
    order = _leading_first([home[name] for name in names], following)
    rank = dict.fromkeys(order, 0)
    position = {name: index for index, name in enumerate(order)}
    for name in order:
        for after in following[name]:
            if position[after] > position[name]:
                rank[after] = max(rank[after], rank[name] + 1)
    count = max(rank.values(), default=-1) + 1
    return tuple(tuple(name for name in names if rank[home[name]] == level) for level in range(count))


def _leading_first(names: Sequence[str], following: dict[str, list[str]]) -> list[str]:
    """Nodes so that all edges but those closing a circle lead on: reversed depth-first finishing order.

    Starts at nodes that nothing leads to, in the author's order, so that "back" means what an author means.
    """
    targets = {after for ends in following.values() for after in ends}
    roots = [name for name in names if name not in targets]
    done: list[str] = []
    seen: set[str] = set()
    for root in (*roots, *names):
        stack = [(root, iter(following[root]))] if root not in seen else []
        seen.add(root)
        while stack:
            name, rest = stack[-1]
            after = next((node for node in rest if node not in seen), None)
            if after is None:
                done.append(name)
                stack.pop()
            else:
                seen.add(after)
                stack.append((after, iter(following[after])))
    return done[::-1]
