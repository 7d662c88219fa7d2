"""A stable order in which nothing comes before what it depends on."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from heapq import heapify, heappop, heappush

from readiness.plan.grouping import Key
from readiness.plan.links import Edge


def without_cycles(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """The edges that can all be kept at once.

    Those that agree with the usual order cannot contradict each other and are kept. Of
    those that turn it around, in the order of their steps, one is left out if it would
    close a circle: the usual order then holds between its two steps.
    """
    asked = sorted(edges)
    kept = [edge for edge in asked if edge.before < edge.after]
    following: dict[Key, set[Key]] = defaultdict(set)
    for edge in kept:
        following[edge.before].add(edge.after)
    for edge in asked:
        if edge.before > edge.after and edge.before not in _led_to(edge.after, following):
            kept.append(edge)
            following[edge.before].add(edge.after)
    return tuple(kept)


def _led_to(start: Key, following: dict[Key, set[Key]]) -> set[Key]:
    """Every step that comes after a step, directly or not."""
    found: set[Key] = set()
    ahead = [start]
    while ahead:
        for key in following.get(ahead.pop(), set()) - found:
            found.add(key)
            ahead.append(key)
    return found


def in_order(keys: Collection[Key], edges: Iterable[Edge]) -> tuple[Key, ...]:
    """The keys, each after all that it depends on; else in the usual order.

    Args:
        keys: what is put in order.
        edges: free of circles (:func:`without_cycles`).
    """
    following: dict[Key, list[Key]] = defaultdict(list)
    missing = dict.fromkeys(keys, 0)
    for edge in edges:
        following[edge.before].append(edge.after)
        missing[edge.after] += 1
    ready = [key for key, count in missing.items() if not count]
    heapify(ready)
    ordered: list[Key] = []
    while ready:
        key = heappop(ready)
        ordered.append(key)
        for after in following[key]:
            missing[after] -= 1
            if not missing[after]:
                heappush(ready, after)
    return tuple(ordered)
