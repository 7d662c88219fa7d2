"""Puts an answer together: computed and planted rows, filters, windows, pages, the envelope."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.errors import dialect
from readiness.simulator.binance.query import narrowed
from readiness.simulator.binance.route import Asked, Route, Row
from readiness.simulator.binance.shape import Shape
from readiness.simulator.faults import Quirk
from readiness.simulator.reply import Reply, encode


def answer(route: Route, asked: Asked, quirk: Quirk) -> Reply:
    """Return the honest answer to a request, but for a quirk of its paging."""
    shape = route.shape_for(asked.query)
    return Reply(200, encode(_body(route, shape, asked, quirk)), dialect(shape.rows_key))


def _body(route: Route, shape: Shape, asked: Asked, quirk: Quirk) -> Any:
    planted = _planted(route, asked)
    bodies = [row for row in planted if shape.is_body(row)]
    computed = route.view(asked) if route.view else []
    if shape.single:
        body: Any = computed[0] if computed else {}
    else:
        rows = [row for row in planted if not shape.is_body(row)]
        body = _listed(route, shape, asked, merged(computed, rows, route.identity), quirk)
    for over in bodies:
        body = {**body, **over} if isinstance(body, dict) and isinstance(over, dict) else over
    return body


def _planted(route: Route, asked: Asked) -> list[Any]:
    if not route.signed:
        return list(asked.market.tables.get(route.path, []))
    planted = list(asked.account.rows(route.path))
    if route.kinds is None:
        return planted
    wanted = asked.query[route.kinds.parameter]
    return [row for row in planted if route.kinds.of(row) == wanted]


def _listed(route: Route, shape: Shape, asked: Asked, rows: list[Any], quirk: Quirk) -> Any:
    listed = narrowed(rows, route.filters, asked.query)
    if route.window:
        listed = route.window.narrowed(listed, asked.query, asked.ms)
    page = route.paging.cut(listed, asked.query, quirk) if route.paging else listed
    beside = route.beside(asked, listed) if route.beside else {}
    # Who serves pages without an end does not say where they end.
    count = len(listed) if quirk is not Quirk.ENDLESS else 10**6
    return shape.body(page, count, beside)


def merged(computed: list[Row], planted: list[Any], identity: str) -> list[Any]:
    """Return planted rows among computed ones, in the place of those about the same thing."""
    if not identity:
        return [*computed, *planted]
    named = {row[identity]: row for row in planted if isinstance(row, dict) and identity in row}
    kept = [named.pop(row[identity], row) for row in computed]
    return [*kept, *(row for row in planted if not any(row is each for each in kept))]
