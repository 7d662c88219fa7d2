"""What a catalogue lets out, what it refuses to be built of, and where its places are answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from tests.each import each

from readiness.exchanges.catalogue import Asked, Catalogue, Loop, Request, Source, WireRow
from readiness.exchanges.history import Each, History, HistoryKind, HistoryList
from readiness.exchanges.interface import ExchangeInfo
from readiness.gate.route import Limit, Route

LIMIT: Final = Limit(1, 1)
SOURCE: Final = Source("https://example.com", date(2026, 6, 1))


def request(name: str, asked: Asked = Asked.ACCOUNT) -> Request:
    return Request(
        id=name,
        route=Route("GET", f"/{name}"),
        ccxt_method="",
        limit=LIMIT,
        purpose="",
        source=SOURCE,
        row=WireRow,
        asked=asked,
    )


def looped(name: str, over: str, spared_by: str = "") -> Request:
    return replace(request(name), loop=Loop(over, "name", lambda _: (), spared_by=spared_by))


def saved(name: str, *over: str) -> HistoryList:
    return HistoryList(
        id=name,
        kind=HistoryKind.BILLS,
        route=Route("GET", f"/{name}"),
        ccxt_method="",
        limit=LIMIT,
        purpose="",
        source=SOURCE,
        identity=(),
        time="",
        each=Each(over, lambda _: ()) if over else None,
    )


def built(*lists: HistoryList) -> Catalogue:
    """A catalogue of every kind of request, with these lists of history."""
    scanned = (
        request("clock", Asked.SERVICE),
        request("whose", Asked.IDENTITY),
        request("pairs"),
        request("wallet"),
        request("moved", Asked.MOVEMENT),
        looped("orders", "pairs"),
    )
    return Catalogue(scanned, history=History(lists=lists, names=(request("coins"),)))


def paths(routes: frozenset[Route]) -> set[str]:
    return {route.path for route in routes}


def test_a_backup_asks_for_its_history_and_what_has_to_be_known_first() -> None:
    """Nothing else of a scan; and together they are all that can leave."""
    catalogue = built(saved("bills"), saved("fills", "pairs", "bills", "coins"))
    first = {"/clock", "/whose", "/pairs", "/coins"}
    assert paths(catalogue.backup_routes) == first | {"/bills", "/fills"}
    scan = {"/clock", "/whose", "/pairs", "/wallet", "/moved", "/orders"}
    assert paths(catalogue.scan_routes) == scan
    assert paths(catalogue.routes) == scan | {"/coins", "/bills", "/fills"}
    assert paths(built(saved("bills")).backup_routes) == first - {"/pairs"} | {"/bills"}


@each(
    "lists",
    [
        (saved("fills", "nobody"),),
        (saved("fills", "pairs", "nobody"),),
        # Names that are asked for one by one themselves.
        (saved("fills", "orders"),),
        # Only what was declared before can have been read before.
        (saved("fills", "bills"), saved("bills")),
        (saved("fills", "fills"),),
    ],
    str,
)
def test_a_list_of_history_loops_over_what_is_read_before(lists: tuple[HistoryList, ...]) -> None:
    """Anything else would leave it unasked."""
    with pytest.raises(ValueError, match="shows no names"):
        built(*lists)


def test_a_loop_that_is_spared_still_needs_its_names() -> None:
    """An account that is not spared asks name by name."""
    pairs, whole = request("pairs"), request("whole")
    Catalogue((pairs, whole, looped("orders", "pairs", spared_by="whole")))
    for requests in (
        (whole, looped("orders", "pairs", spared_by="whole")),
        (pairs, looped("orders", "pairs", spared_by="whole")),
    ):
        with pytest.raises(ValueError, match="shows no names"):
            Catalogue(requests)


def test_a_place_belongs_to_the_longest_beginning_that_fits() -> None:
    """Which hosts answer it does not depend on what stands first."""
    hosts = {"": ("any.example",), "/a/b": ("inner.example",), "/a": ("outer.example",)}
    info = ExchangeInfo("x", "x", "X", hosts, (), "x", "x")
    assert info.hosts_of("/a/b/c") == ("inner.example",)
    assert info.hosts_of("/a/bc") == ("outer.example",)
    assert info.hosts_of("/c") == ("any.example",)


@pytest.mark.parametrize("base_url", [None, ""])
def test_without_an_address_each_place_has_its_own_host(base_url: str | None) -> None:
    """An empty one is none."""
    hosts = {"/a": ("a.example", "b.example"), "/c": ("c.example",)}
    info = ExchangeInfo("x", "x", "X", hosts, (), "x", "x")
    assert info.origins(base_url) == {"/a": "https://a.example", "/c": "https://c.example"}
