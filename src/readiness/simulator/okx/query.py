"""Checks a request's parameters and narrows a list by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from readiness.simulator.okx.errors import RefusalError
from readiness.simulator.okx.paging import Row
from readiness.simulator.okx.route import Filter, Route


def check(route: Route, query: Mapping[str, str]) -> None:
    """Refuse a request that leaves out a required parameter or gives an impossible value."""
    for name in route.required:
        if not query.get(name):
            raise RefusalError("50014", name)
    if route.any_of and not any(query.get(name) for name in route.any_of):
        raise RefusalError("50015", ", ".join(route.any_of))
    for narrowing in route.filters:
        _check_values(narrowing, query.get(narrowing.name, ""))


def narrowed(rows: Iterable[Row], filters: Sequence[Filter], query: Mapping[str, str]) -> list[Row]:
    """Return the rows that fit every filter given."""
    kept = list(rows)
    for narrowing in filters:
        given = query.get(narrowing.name) or narrowing.default
        if given:
            wanted = set(given.split(",")) if narrowing.many else {given}
            wanted = {meant for word in wanted for meant in narrowing.meanings.get(word, (word,))}
            name = narrowing.field or narrowing.name
            kept = [row for row in kept if _fits(row, name, wanted)]
    return kept


def remembered(rows: Iterable[Row], field: str, days: int, now_ms: int) -> list[Row]:
    """Return the rows that are not older than so many days; those without a time stay."""
    oldest = now_ms - days * 86_400_000
    return [row for row in rows if _moment(row, field, now_ms) >= oldest]


def _moment(row: object, field: str, otherwise: int) -> int:
    text = str(row.get(field)) if isinstance(row, dict) else ""
    return int(text) if text.isascii() and text.isdigit() else otherwise


def _fits(row: Row, name: str, wanted: set[str]) -> bool:
    # A row that was put there without the field, or that is no row at all, cannot be told
    # apart: show it, so that a test which plants rubbish gets rubbish.
    fields: object = row
    if not isinstance(fields, dict) or name not in fields:
        return True
    value = fields[name]
    return (str(value).lower() if isinstance(value, bool) else str(value)) in wanted


def _check_values(narrowing: Filter, given: str) -> None:
    if not given:
        return
    values = given.split(",") if narrowing.many else [given]
    if narrowing.values and not set(values) <= set(narrowing.values):
        raise RefusalError("51000", narrowing.name)
    if len(values) > 1 and set(values) & set(narrowing.alone):
        raise RefusalError("51000", narrowing.name)
