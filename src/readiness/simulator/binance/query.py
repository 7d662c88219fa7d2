"""Checks a request's parameters and narrows a list by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.route import Filter, Route


def check(route: Route, query: Mapping[str, str]) -> None:
    """Refuse a request with a parameter too many, too few, or with an impossible value."""
    unread = sorted(set(query) - route.known)
    if unread:
        raise RefusalError("-1104", ", ".join(unread))
    for name in route.required:
        if name not in query:
            raise RefusalError("-1102", name)
    for name, value in query.items():
        if not value:
            raise RefusalError("-1105", name)
    kinds = {route.kinds.parameter: tuple(route.kinds.shapes)} if route.kinds else {}
    allowed = kinds | dict(route.choices) | {each.name: each.values for each in route.filters}
    for name, values in allowed.items():
        if values and name in query and query[name] not in values:
            raise RefusalError("-1130", name)


def narrowed(rows: Iterable[Any], filters: Sequence[Filter], query: Mapping[str, str]) -> list[Any]:
    """Return the rows that fit every filter given."""
    kept = list(rows)
    for narrowing in filters:
        wanted = query.get(narrowing.name, narrowing.default)
        if wanted:
            name = narrowing.field or narrowing.name
            kept = [row for row in kept if _fits(row, name, wanted)]
    return kept


def _fits(row: Any, name: str, wanted: str) -> bool:
    # A row that was planted without the field, or that is no row at all, cannot be told
    # apart: show it, so that a test which plants rubbish gets rubbish.
    if not isinstance(row, dict) or name not in row:
        return True
    return str(row[name]).casefold() == wanted.casefold()
