"""Puts an answer together: computed or put rows, filters, the window, the page, its form."""

from __future__ import annotations

from typing import Any

from readiness.simulator.faults import Quirk
from readiness.simulator.tables.account import A
from readiness.simulator.tables.filter import narrowed
from readiness.simulator.tables.paging import Page
from readiness.simulator.tables.route import Asked, Route


def page_of(route: Route[A], asked: Asked[A], quirk: Quirk) -> Page:
    """Return the rows that a request asks for, and what stands beside them."""
    rows = narrowed(_rows(route, asked), route.filters, asked.params)
    if route.hides is not None:
        rows = [row for row in rows if not route.hides(asked, row)]
    if route.window is not None:
        rows = route.window.narrowed(rows, asked.params, asked.ms)
    beside = route.beside(asked, rows) if route.beside else {}
    page = route.paging.cut(rows, asked.params, quirk) if route.paging else Page(rows)
    return Page([_visible(row) for row in page.rows], {**beside, **page.told})


def payload(route: Route[A], page: Page) -> Any:
    """Return a page in the form of its route, without the exchange's envelope."""
    if route.single:
        body: Any = page.rows[0] if page.rows else {}
        return _with(body, page.told) if isinstance(body, dict) else body
    listed: Any = _keyed(page.rows, route.keyed) if route.keyed else page.rows
    if not route.at:
        return _with(listed, page.told) if isinstance(listed, dict) else listed
    return _with({}, {route.at: listed, **page.told})


def _rows(route: Route[A], asked: Asked[A]) -> list[Any]:
    place = route.place(asked.params)
    shelf = asked.market if route.access == "public" else asked.account
    put = list(shelf.rows(place))
    if route.view is None:
        return put
    if not route.single:
        return put if place in shelf.tables else route.view(asked)
    body: Any = route.view(asked)[0]
    for over in put:
        body = {**(body or {}), **over} if isinstance(over, dict) else over
    return [body]


def _visible(row: Any) -> Any:
    """What the exchange knows of a row and does not show begins with an underscore."""
    if not isinstance(row, dict):
        return row
    return {name: value for name, value in row.items() if not name.startswith("_")}


def _keyed(rows: list[Any], name: str) -> dict[str, Any]:
    found = {}
    for row in rows:
        inner = dict(row)
        key = str(inner.pop(name))
        found[key] = inner
    return found


def _with(body: dict[str, Any], places: dict[str, Any] | Any) -> dict[str, Any]:
    whole = dict(body)
    for place, value in places.items():
        *parents, last = place.split(".")
        inner = whole
        for parent in parents:
            inner[parent] = dict(inner.get(parent, {}))
            inner = inner[parent]
        inner[last] = value
    return whole
