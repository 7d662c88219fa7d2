"""The lists of history say what the reference says, and the simulator agrees.

The numbers below were typed from the reference a second time, and the simulator's routes were
written by themselves: a slip in one of the three shows up as a difference.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Final
from urllib.parse import urlsplit

import ccxt
import pytest
from tests.backup.okx_account import BOTS
from tests.each import each

from readiness.exchanges.catalogue import Asked, Catalogue
from readiness.exchanges.history import Beginning, Everything, History, HistoryList, LastDays
from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.exchanges.paging import Capped, CursorKind, Pages
from readiness.exchanges.registry import EXCHANGES
from readiness.simulator.okx.paging import Cursor
from readiness.simulator.okx.routes import ROUTES

PREFIX: Final = "/api/v5/"

# Requests, seconds; cursor, field of the row; days that it reaches back (0: no limit is told).
PUBLISHED: Final[dict[str, tuple[int, float, str, str, int]]] = {
    "account/bills-archive": (5, 2, "after", "billId", 90),
    "asset/bills-history": (1, 1, "after", "billId", 0),
    "asset/subaccount/bills": (6, 1, "after", "ts", 0),
    "asset/subaccount/managed-subaccount-bills": (6, 1, "after", "ts", 0),
    "asset/deposit-history": (6, 1, "after", "ts", 0),
    "asset/withdrawal-history": (6, 1, "after", "ts", 0),
    # Here the meaning of before and after is turned around.
    "fiat/deposit-order-history": (3, 1, "before", "cTime", 0),
    "fiat/withdrawal-order-history": (3, 1, "before", "cTime", 0),
    "fiat/buy-sell/history": (6, 1, "end", "cTime", 0),
    "asset/convert/history": (6, 1, "after", "ts", 0),
    "trade/easy-convert-history": (1, 2, "after", "uTime", 7),
    "trade/one-click-repay-history": (1, 2, "after", "uTime", 7),
    "trade/one-click-repay-history-v2": (1, 2, "after", "ts", 7),
    "trade/orders-history-archive": (20, 2, "after", "ordId", 90),
    "trade/orders-algo-history": (20, 2, "after", "algoId", 90),
    "trade/fills-history": (10, 2, "after", "billId", 90),
    "account/positions-history": (10, 2, "after", "uTime", 90),
    "account/move-positions-history": (2, 2, "endTs", "ts", 3),
    "sprd/orders-history-archive": (20, 2, "endId", "ordId", 90),
    "sprd/trades": (20, 2, "endId", "tradeId", 7),
    "rfq/rfqs": (2, 2, "endId", "rfqId", 0),
    "rfq/quotes": (2, 2, "endId", "quoteId", 0),
    "rfq/trades": (5, 2, "endId", "blockTdId", 0),
    "finance/savings/lending-history": (6, 1, "after", "ts", 30),
    "finance/simple-earn-fixed/order-list": (3, 1, "", "", 0),
    "finance/staking-defi/orders-history": (3, 1, "after", "ordId", 0),
    "finance/staking-defi/eth/purchase-redeem-history": (6, 1, "after", "requestTime", 0),
    "finance/staking-defi/sol/purchase-redeem-history": (6, 1, "after", "requestTime", 0),
    "finance/sfp/dcd/order-history": (1, 1, "endId", "ordId", 0),
    "finance/okusd/subscribe/history": (5, 2, "end", "ts", 0),
    "finance/okusd/redeem/history": (5, 2, "end", "ts", 0),
    "finance/okusd/rewards/history": (5, 2, "end", "ts", 0),
    "account/interest-accrued": (5, 2, "after", "ts", 365),
    "account/spot-borrow-repay-history": (5, 2, "after", "ts", 0),
    "finance/flexible-loan/loan-history": (5, 2, "after", "refId", 0),
    "finance/flexible-loan/interest-accrued": (5, 2, "after", "refId", 30),
    "tradingBot/grid/orders-algo-history": (20, 2, "after", "algoId", 0),
    "tradingBot/signal/orders-algo-history": (20, 2, "after", "algoId", 0),
    "tradingBot/dca/history-list": (20, 2, "after", "algoId", 0),
    "tradingBot/recurring/orders-algo-history": (20, 2, "after", "algoId", 0),
    "tradingBot/grid/sub-orders": (20, 2, "after", "ordId", 0),
    "tradingBot/signal/sub-orders": (20, 2, "after", "ordId", 0),
    "tradingBot/signal/positions-history": (10, 2, "after", "uTime", 90),
    "tradingBot/dca/cycle-list": (20, 2, "after", "cycleId", 0),
    "tradingBot/dca/orders": (20, 2, "after", "ordId", 0),
    "tradingBot/recurring/sub-orders": (20, 2, "after", "ordId", 0),
    "copytrading/subpositions-history": (20, 2, "after", "subPosId", 90),
    "copytrading/profit-sharing-details": (5, 2, "after", "profitSharingId", 90),
}

# Parameters without which a list refuses, and every value that has to be asked for.
MANDATORY: Final[dict[str, dict[str, set[str]]]] = {
    "trade/orders-history-archive": {
        "instType": {"SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"}
    },
    "trade/fills-history": {"instType": {"SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION", "EVENTS"}},
    "trade/orders-algo-history": {
        "ordType": {
            "conditional,oco",
            "trigger",
            "move_order_stop",
            "iceberg",
            "twap",
            "chase",
            "smart_iceberg",
        },
        "state": {"effective", "canceled", "order_failed"},
    },
    "finance/okusd/redeem/history": {"type": {"standard", "fast"}},
    "tradingBot/grid/orders-algo-history": {"algoOrdType": {"grid", "contract_grid"}},
    "tradingBot/signal/orders-algo-history": {"algoOrdType": {"contract"}},
    "tradingBot/dca/history-list": {"algoOrdType": {"contract_dca", "spot_dca"}},
}

UNKNOWN_PAGING: Final = {"finance/simple-earn-fixed/order-list"}
EVERY = each("entry", CATALOGUE.history.values())


@cache
def signers() -> tuple[object, ...]:
    """One of each class that signs for OKX; each takes a while to make."""
    ids = [info.ccxt_id for info in EXCHANGES.values() if info.family == "okx"]
    return tuple(getattr(ccxt, ccxt_id)() for ccxt_id in ids)


def test_every_list_was_typed_twice() -> None:
    """None is forgotten on either side."""
    assert set(PUBLISHED) == set(CATALOGUE.history)


@EVERY
def test_limit_paging_and_reach_are_the_published_ones(entry: HistoryList) -> None:
    """As typed a second time."""
    count, seconds, parameter, field, days = PUBLISHED[entry.id]
    assert (entry.limit.count, entry.limit.seconds, entry.limit.per.value) == (
        count,
        seconds,
        "user",
    )
    match entry.paging:
        case Pages() as pages:
            assert (pages.parameter, pages.field, pages.size) == (parameter, field, 100)
        case Capped(size=size):
            assert (entry.id in UNKNOWN_PAGING, size) == (True, 20)
        case _:
            pytest.fail("neither")
    assert (entry.reach == LastDays(days)) if days else not isinstance(entry.reach, LastDays)


@EVERY
def test_a_cursor_that_counts_time_steps_back_too_little(entry: HistoryList) -> None:
    """Times end in a time field's name, and ids do not: a wrong kind would lose rows."""
    if not isinstance(entry.paging, Pages):
        return
    counts_time = entry.paging.field.lower().endswith(("ts", "time"))
    assert (entry.paging.kind is CursorKind.TIME) == counts_time


@EVERY
def test_is_a_documented_read(entry: HistoryList) -> None:
    """A GET that a key may make which can only read, with a source and the day it was read."""
    assert entry.id == entry.route.path.removeprefix(PREFIX)
    assert entry.route.method == "GET"
    assert (entry.signed, entry.permission) == (True, "read_only")
    assert entry.purpose
    assert date(2026, 1, 1) <= entry.source.checked <= datetime.now(UTC).date()
    page = urlsplit(entry.source.url)
    assert page.scheme == "https"
    assert page.hostname in ("www.okx.com", "github.com")


@EVERY
def test_what_it_does_not_reach_is_said(entry: HistoryList) -> None:
    """A list that does not go back to the beginning says where a person gets the rest."""
    assert isinstance(entry.reach, Everything | Beginning) or entry.elsewhere
    assert not entry.for_few or entry.elsewhere


@EVERY
def test_parameters_are_on_the_allow_list(entry: HistoryList) -> None:
    """Whatever is going to be sent, the list's own route lets through, and nothing more."""
    sent = {entry.paging.parameter, "limit"} if isinstance(entry.paging, Pages) else set[str]()
    for call in entry.calls:
        sent |= set(call.params)
    if entry.spans:
        sent |= {entry.spans.start, entry.spans.end}
    if entry.each:
        bot = {"algoId": "1", "algoOrdType": "grid"}
        for name in entry.each.params({entry.each.over[0]: [bot]}):
            sent |= set(name)
    assert sent == set(entry.route.parameters)


@pytest.mark.parametrize("path", MANDATORY)
def test_every_kind_is_asked_for(path: str) -> None:
    """Lists that have to be asked by kind are asked for each, in every combination."""
    calls = [dict(call.params) for call in CATALOGUE.history[path].calls]
    wanted: list[dict[str, str]] = [{}]
    for name, values in MANDATORY[path].items():
        wanted = [one | {name: value} for one in wanted for value in sorted(values)]
    assert sorted(calls, key=str) == sorted(wanted, key=str)


@EVERY
def test_ccxt_knows_the_method(entry: HistoryList) -> None:
    """The named method exists in every class that signs for OKX, and is that of the path."""
    words = entry.id.replace("/", "-").split("-")
    expected = "privateGet" + "".join(word[:1].upper() + word[1:] for word in words)
    assert entry.ccxt_method == ("" if entry.id in UNKNOWN_PAGING else expected)
    assert all(hasattr(signer, entry.ccxt_method) for signer in signers() if entry.ccxt_method)


@EVERY
def test_the_simulator_agrees(entry: HistoryList) -> None:
    """Limit, paging, reach, what is mandatory, and who may ask."""
    route = ROUTES[entry.id]
    assert (route.limit.count, route.limit.seconds) == (entry.limit.count, entry.limit.seconds)
    if not isinstance(entry.paging, Pages):
        return
    cursor = route.paging
    assert isinstance(cursor, Cursor)
    field = cursor.switched if entry.id == "asset/bills-history" else cursor.field
    assert (cursor.older, field, cursor.maximum) == (
        entry.paging.parameter,
        entry.paging.field,
        entry.paging.size,
    )
    assert not route.main_only or entry.asked is Asked.MAIN_ONLY
    if route.reach and isinstance(entry.reach, LastDays):
        assert route.reach[1] == entry.reach.days
    named = {name for call in entry.calls for name in call.params}
    if entry.each:
        named |= {"algoId", "algoOrdType"}
    assert set(route.required) <= named
    assert not route.any_of or named & set(route.any_of)


@EVERY
def test_an_id_of_a_scan_is_the_same_request(entry: HistoryList) -> None:
    """The policy's refusals are told by id, so one id is one path."""
    asked = CATALOGUE.get(entry.id)
    if asked is not None:
        assert asked.route.path == entry.route.path
        assert asked.limit == entry.limit


def test_bots_are_asked_for_one_by_one() -> None:
    """By those that have ended, and by those that still run."""
    for path, ended in BOTS.items():
        each = CATALOGUE.history[path].each
        assert each is not None
        assert ended in each.over
        assert any(over.endswith(("-pending", "ongoing-list")) for over in each.over)


def test_nothing_of_it_is_a_secret() -> None:
    """Signals carry a token, and sub-accounts' keys are keys: neither is asked for."""
    asked = {path for path in CATALOGUE.history if "apikey" in path or "signals" in path}
    assert asked == set()
    assert "tradingBot/signal/event-history" not in CATALOGUE.history


def test_a_scan_is_let_ask_nothing_of_it() -> None:
    """The gate of a scan knows the history's paths only where a scan asks them itself."""
    scanned = {(route.method, route.path) for route in CATALOGUE.scan_routes}
    own = {(request.route.method, request.route.path) for request in CATALOGUE}
    assert scanned == own
    only_history = [e for e in CATALOGUE.history.values() if CATALOGUE.get(e.id) is None]
    assert len(only_history) > 30
    assert not scanned & {(entry.route.method, entry.route.path) for entry in only_history}


def test_a_backup_is_let_ask_nothing_else() -> None:
    """Its gate knows the history, the clock, the key, prices, and what names the bots."""
    more = {route.path.removeprefix(PREFIX) for route in CATALOGUE.backup_routes}
    assert more - set(CATALOGUE.history) == {
        "public/time",
        "account/config",
        "market/index-tickers",
        "tradingBot/grid/orders-algo-pending",
        "tradingBot/signal/orders-algo-pending",
        "tradingBot/dca/ongoing-list",
        "tradingBot/recurring/orders-algo-pending",
    }
    assert CATALOGUE.routes >= {
        route for route in CATALOGUE.backup_routes if route.path == "/api/v5/sprd/trades"
    }


def test_two_lists_with_one_id_make_no_catalogue() -> None:
    """A second list under the same id would hide the first."""
    one = CATALOGUE.history["sprd/trades"]
    with pytest.raises(ValueError, match="share an id"):
        Catalogue(history=History(lists=(one, one)))


def test_a_list_whose_names_come_from_nowhere_makes_no_catalogue() -> None:
    """What names the bots has to be declared before, or neither end would be reached."""
    looped = CATALOGUE.history["tradingBot/dca/orders"]
    with pytest.raises(ValueError, match="shows no names"):
        Catalogue(history=History(lists=(looped,)))
    first = replace(looped, id="a", each=replace(looped.each, over=("b",)))  # type: ignore[type-var]
    with pytest.raises(ValueError, match="shows no names"):
        Catalogue(history=History(lists=(first, replace(first, id="b", each=None))))


def test_what_a_span_begins_with_is_known() -> None:
    """A list that is asked for by spans says how far back they go."""
    for entry in CATALOGUE.history.values():
        assert entry.spans is None or isinstance(entry.reach, Beginning)
