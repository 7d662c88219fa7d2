"""Binance's lists of history say what its documents say, and the simulator agrees.

Weights, spans and sizes below were typed a second time, from the official connector and the
pages of developers.binance.com; the simulator's routes were written before the catalogue.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final
from urllib.parse import urlsplit

import ccxt
from tests.each import each

from readiness.exchanges.catalogue import Asked
from readiness.exchanges.history import (
    Beginning,
    Everything,
    HistoryKind,
    HistoryList,
    LastDays,
    Onward,
)
from readiness.exchanges.paging import Capped, Numbered, Single
from readiness.exchanges.registry import EXCHANGES, load_catalogue
from readiness.gate.route import Per
from readiness.simulator.binance import rows
from readiness.simulator.binance.paging import FromId, Offset
from readiness.simulator.binance.routes import ROUTES, history

CATALOGUE: Final = load_catalogue("binance")
LISTS: Final = tuple(CATALOGUE.history.values())
CCXT: Final = getattr(ccxt, EXCHANGES["binance"].ccxt_id)()
SIGNATURE: Final = frozenset({"timestamp", "recvWindow", "signature"})
FACTORIES: Final = {**rows.FACTORIES, **rows.HISTORY}

# By budget, as in the proof of the scan's requests: path below sapi/v1 where it says no other.
WEIGHTS: Final = {
    "IP": """
        1: capital/deposit/hisrec asset/transfer asset/dribblet fiat/payments
           c2c/orderMatch/listUserOrderHistory simple-earn/flexible/history/collateralRecord
           dci/product/positions margin/interestHistory margin/transfer
           margin/forceLiquidationRec sub-account/universalTransfer
           sub-account/sub/transfer/history sub-account/futures/internalTransfer
           sub-account/transfer/subUserHistory capital/deposit/subHisrec equity/order/history
           equity/trade/history equity/tokenized/history mining/payment/uid
        10: asset/assetDividend margin/borrow-repay margin/myTrades
        50: onchain-yields/locked/history/subscriptionRecord
            onchain-yields/locked/history/redemptionRecord
            onchain-yields/locked/history/rewardsRecord soft-staking/history/rewardsRecord
            portfolio/interest-history
        100: margin/capital-flow
        150: simple-earn/flexible/history/subscriptionRecord
             simple-earn/flexible/history/redemptionRecord
             simple-earn/flexible/history/rewardsRecord
             simple-earn/locked/history/subscriptionRecord
             simple-earn/locked/history/redemptionRecord
             simple-earn/locked/history/rewardsRecord bfusd/history/subscriptionHistory
             bfusd/history/redemptionHistory bfusd/history/rewardsHistory
             rwusd/history/subscriptionHistory rwusd/history/redemptionHistory
             rwusd/history/rewardsHistory eth-staking/eth/history/stakingHistory
             eth-staking/eth/history/redemptionHistory
             eth-staking/eth/history/wbethRewardsHistory eth-staking/wbeth/history/wrapHistory
             eth-staking/wbeth/history/unwrapHistory sol-staking/sol/history/stakingHistory
             sol-staking/sol/history/redemptionHistory
             sol-staking/sol/history/bnsolRewardsHistory
             sol-staking/sol/history/boostRewardsHistory
        200: margin/allOrders margin/allOrderList
        400: v2/loan/flexible/borrow/history v2/loan/flexible/repay/history
             v2/loan/flexible/liquidation/history loan/vip/repay/history loan/vip/accruedInterest
        500: portfolio/pmloan-history
    """,
    "UID": """
        100: margin/exchange-small-liability-history margin/liquidation-loan/repay-history
        400: v2/loan/flexible/ltv/adjustment/history
        600: asset/ledger-transfer/cloud-mining/queryByPage
        3000: convert/tradeFlow pay/transactions nft/history/transactions nft/history/deposit
              nft/history/withdraw
        12000: rebate/taxQuery
        18000: capital/withdraw/history
        45000: fiat/orders
    """,
    "/api": "20: api/v3/allOrders api/v3/myTrades api/v3/allOrderList api/v3/myAllocations",
    "/fapi": """
        5: fapi/v1/allOrders fapi/v1/allAlgoOrders fapi/v1/userTrades
        20: dapi/v1/allOrders dapi/v1/userTrades dapi/v1/income dapi/v1/forceOrders
        30: fapi/v1/income
        50: fapi/v1/forceOrders
    """,
    "/eapi": """
        1: eapi/v1/bill
        3: eapi/v1/historyOrders
        5: eapi/v1/userTrades eapi/v1/exerciseRecord
    """,
    "/papi": """
        1: papi/v1/margin/marginInterestHistory papi/v1/margin/forceOrders
        5: papi/v1/um/allOrders papi/v1/um/userTrades papi/v1/um/algo/allAlgoOrders
           papi/v1/margin/myTrades
        10: papi/v1/margin/marginLoan papi/v1/margin/repayLoan
        20: papi/v1/cm/allOrders papi/v1/cm/userTrades
        30: papi/v1/um/income papi/v1/cm/income
        50: papi/v1/um/forceOrders papi/v1/cm/forceOrders papi/v1/portfolio/interest-history
        100: papi/v1/margin/allOrders papi/v1/margin/allOrderList
             papi/v1/portfolio/negative-balance-exchange-record
    """,
}
CEILINGS: Final = {
    "IP": 12_000,
    "UID": 180_000,
    "/api": 6_000,
    "/fapi": 2_400,
    "/eapi": 2_400,
    "/papi": 6_000,
}

# Days that a list reaches back, where its page says so; asked for is a little less, since a
# question that is put a little later must not reach too far.
REACHES: Final = {
    30: "sapi/v1/sub-account/futures/internalTransfer",
    90: """
        sapi/v1/margin/interestHistory sapi/v1/margin/interestHistory:isolated
        sapi/v1/margin/capital-flow sapi/v1/margin/capital-flow:isolated
        sapi/v1/margin/liquidation-loan/repay-history fapi/v1/allOrders fapi/v1/allAlgoOrders
        fapi/v1/income dapi/v1/allOrders dapi/v1/forceOrders eapi/v1/bill papi/v1/um/allOrders
        papi/v1/um/algo/allAlgoOrders papi/v1/um/income papi/v1/cm/allOrders
    """,
    180: """
        sapi/v1/asset/transfer sapi/v1/asset/transfer:isolated
        sapi/v1/c2c/orderMatch/listUserOrderHistory fapi/v1/userTrades dapi/v1/userTrades
        papi/v1/um/userTrades papi/v1/cm/userTrades
    """,
    548: "sapi/v1/pay/transactions",
}
# A contract that is listed today is no older, and orders of options are shown for five days.
BOUNDED_BY_ITSELF: Final = {"eapi/v1/userTrades": 730, "eapi/v1/historyOrders": 5}

NOT_IN_CCXT: Final = (
    *("sapi/v1/bfusd/", "sapi/v1/rwusd/", "sapi/v1/onchain-yields/", "sapi/v1/soft-staking/"),
    *("sapi/v1/loan/vip/accruedInterest", "sapi/v1/margin/liquidation-loan/"),
    *("sapi/v2/loan/flexible/liquidation/", "sapi/v1/sol-staking/sol/history/boostRewards"),
    "papi/v1/portfolio/negative-balance-exchange-record",
)

# The simulator has them, and a backup does not ask.
NOT_SAVED: Final = {"fapi/v1/exchangeInfo", "dapi/v1/exchangeInfo", "eapi/v1/exchangeInfo"}
SUFFIXES: Final = {"", "isolated", "repayments", "isolated-repayments", "withdrawals", "sales"} | {
    "margin",
    "exercised",
}

EVERY: Final = each("entry", LISTS)


def path_of(entry: HistoryList) -> str:
    return entry.route.path.removeprefix("/")


def weights() -> dict[str, tuple[str, int]]:
    """Budget and weight of every path."""
    found: dict[str, tuple[str, int]] = {}
    for budget, text in WEIGHTS.items():
        weight = 0
        for word in text.split():
            if word.endswith(":"):
                weight = int(word[:-1])
                continue
            version = "" if word.startswith("v2/") else "v1/"
            found[f"sapi/{version}{word}" if budget in ("IP", "UID") else word] = (budget, weight)
    return found


def test_every_list_is_weighed() -> None:
    """Whatever is saved stands in the table above, and nothing else does."""
    assert {*weights()} == {path_of(entry) for entry in LISTS}


def test_whatever_the_simulator_shows_of_the_past_is_saved() -> None:
    """Both were written from the documents, and neither has a list that the other lacks."""
    past = {route.path for route in history.ROUTES} - NOT_SAVED
    assert past <= {path_of(entry) for entry in LISTS}
    assert NOT_SAVED | {"api/v3/exchangeInfo"} == {
        request.route.path[1:] for request in CATALOGUE.names.values()
    }


@EVERY
def test_is_a_documented_read(entry: HistoryList) -> None:
    """A GET with a source and a date, named by its path; never a job that makes a file."""
    path, _, suffix = entry.id.partition(":")
    assert (path, entry.route.method) == (path_of(entry), "GET")
    assert suffix in SUFFIXES
    assert "asyn" not in path
    assert entry.purpose
    assert (entry.permission, entry.signed) == ("read_only", True)
    assert date(2026, 1, 1) <= entry.source.checked <= datetime.now(UTC).date()
    page = urlsplit(entry.source.url)
    assert (page.scheme, page.hostname) == ("https", "developers.binance.com")
    assert entry.kind in HistoryKind


@EVERY
def test_weight_is_the_published_one(entry: HistoryList) -> None:
    """Budget and weight are the documents'; four fifths of a budget are used at most."""
    budget, weight = weights()[path_of(entry)]
    assert entry.limit.weight == weight
    assert entry.limit.per is (Per.USER if budget == "UID" else Per.IP)
    assert entry.limit.pool == (budget if budget.startswith("/") else "")
    assert (entry.limit.count, entry.limit.seconds) == (CEILINGS[budget] * 4 // 5, 60)


@EVERY
def test_simulator_has_the_list(entry: HistoryList) -> None:
    """The same verb, weight, budget and key; a main account's lists are for main accounts."""
    route = ROUTES[path_of(entry)]
    assert (route.method, route.signed) == ("GET", True)
    assert route.weight == entry.limit.weight
    assert (route.pool.per == "user") == (entry.limit.per is Per.USER)
    assert (route.who == "main") == (entry.asked is Asked.MAIN_ONLY)
    assert not route.trade, "an ordinary read-only key would be refused"


@EVERY
def test_sends_what_its_route_lets_through(entry: HistoryList) -> None:
    """Every parameter of the allow-list is sent by one of the lists of that path, and known."""
    same = [other for other in LISTS if other.route == entry.route]
    sent = set().union(*(sent_by(other) for other in same))
    # What a name is asked with is made while the backup runs: the simulator knows the words.
    allowed = entry.route.parameters - SIGNATURE
    assert sent <= allowed
    assert allowed - sent <= set(ROUTES[path_of(entry)].known) | {"email"}
    assert allowed <= ROUTES[path_of(entry)].known | {"email"}
    needed = set(ROUTES[path_of(entry)].required)
    assert needed <= allowed


def sent_by(entry: HistoryList) -> set[str]:
    """The parameters of a list that its declaration tells."""
    sent = {name for call in entry.calls for name in call.params}
    if entry.spans:
        sent |= {entry.spans.start, entry.spans.end}
    match entry.paging:
        case (
            Numbered(parameter=name, size_parameter=size)
            | Onward(parameter=name, size_parameter=size)
        ):
            sent |= {name, size}
        case Capped(size_parameter=size):
            sent |= {size}
        case _:
            pass
    return sent - {""}


@EVERY
def test_pages_fit_what_is_served(entry: HistoryList) -> None:
    """A page is no larger than the largest, counted as the documents count, and by their field."""
    paging = ROUTES[path_of(entry)].paging
    match entry.paging:
        case Numbered(parameter=name, size=size, first=first, step=step):
            assert paging is not None
            assert size <= paging.maximum
            assert name in paging.parameters
            assert (first, step) == ((0, size) if isinstance(paging, Offset) else (1, 1))
        case Onward(parameter=name, field=field, size=size):
            assert isinstance(paging, FromId)
            assert (name, field) == (paging.cursor, paging.field)
            assert size == paging.maximum
            assert entry.spans is None, "a number shows everything from there on"
        case Capped(size=size):
            assert paging is not None
            assert size == (paging.maximum if paging.size else paging.default)
            assert entry.spans is not None, "a full answer can only be asked for in two halves"
        case Single():
            assert paging is None


@EVERY
def test_spans_fit_what_is_served_at_once(entry: HistoryList) -> None:
    """No span is longer than the longest, and no list with a usual window is asked without one."""
    window = ROUTES[path_of(entry)].window
    if entry.spans is None:
        by_number = isinstance(entry.paging, Onward)
        assert window is None or window.instead or (by_number and not window.default)
        return
    assert window is not None
    assert {entry.spans.start, entry.spans.end} == {window.start, window.end}
    assert not window.longest or entry.spans.days <= window.longest
    assert not window.without or entry.spans.days <= window.without[1]
    assert entry.time == window.field
    assert not isinstance(entry.reach, Everything)


@EVERY
def test_reach_is_the_documented_one(entry: HistoryList) -> None:
    """A list that does not reach back to the beginning says where the rest is."""
    documented = {id_: days for days, text in REACHES.items() for id_ in text.split()}
    if isinstance(entry.reach, LastDays):
        shown = documented.get(entry.id) or BOUNDED_BY_ITSELF[entry.id]
        assert shown - 3 <= entry.reach.days <= shown
        assert entry.elsewhere or entry.id in BOUNDED_BY_ITSELF
    else:
        assert entry.id not in documented
        if isinstance(entry.reach, Beginning):
            assert entry.reach.day == date(2017, 7, 1)


@EVERY
def test_rows_have_what_tells_them_apart(entry: HistoryList) -> None:
    """Identity, time and cursor are fields of the rows that the simulator makes."""
    row = FACTORIES[path_of(entry)]()
    assert {*entry.identity} <= {*row}
    assert not entry.time or entry.time in row
    if isinstance(entry.paging, Onward):
        assert entry.paging.field in row


@EVERY
def test_what_is_shown_to_few_says_where_else(entry: HistoryList) -> None:
    """A refusal that is no gap has to be named in the manifest, with another way."""
    assert entry.elsewhere or not entry.for_few


@EVERY
def test_ccxt_knows_the_method(entry: HistoryList) -> None:
    """The named implicit method exists; only what is listed above has none."""
    assert (entry.ccxt_method == "") == entry.id.startswith(NOT_IN_CCXT)
    assert not entry.ccxt_method or hasattr(CCXT, entry.ccxt_method)


def test_what_the_api_cannot_give_is_named() -> None:
    """Statements, tax reports, bots, card and whatever else: each with a reason and a place."""
    told = " ".join(each.what for each in CATALOGUE.not_available).casefold()
    for word in ("statement", "tax", "bots", "card", "gift", "p2p", "lists no more", "travel rule"):
        assert word in told
    for missing in CATALOGUE.not_available:
        assert missing.what
        assert missing.why
        assert missing.where.startswith(("Binance ", "https://"))
        if missing.where.startswith("https://"):
            host = urlsplit(missing.where).hostname or ""
            assert host == "binance.com" or host.endswith(".binance.com")


def test_the_gate_of_a_backup_lets_nothing_else_through() -> None:
    """History, the names to ask about, and what every session begins with."""
    begun = {"/api/v3/time", "/api/v3/account", "/api/v3/ticker/price"} | {
        f"/sapi/v1/{path}" for path in ("account/apiRestrictions", "account/info", "system/status")
    }
    named = {
        "/sapi/v1/margin/isolated/account",
        "/sapi/v1/sub-account/list",
        "/sapi/v1/mining/pub/algoList",
        "/papi/v1/balance",
    }
    public = {request.route.path for request in CATALOGUE.names.values()}
    listed = {entry.route.path for entry in LISTS}
    extra = {route.path for route in CATALOGUE.backup_routes} - listed - public - named
    assert extra <= begun
    assert {route.method for route in CATALOGUE.backup_routes} == {"GET"}
    # What names pairs and contracts is for a backup alone.
    assert {route.path for route in CATALOGUE.scan_routes}.isdisjoint(public)
