"""The catalogue says what the fact sheet says, and the simulator agrees.

The numbers below were typed from the fact sheet a second time, and the simulator's routes
were written by somebody else: a slip in one of the three shows up as a difference.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final
from urllib.parse import urlsplit

import ccxt
import pytest
from tests.each import each
from tests.exchanges.sent import sent_by
from tests.exchanges.support import Desk

from readiness.exchanges.catalogue import Asked, Catalogue, Request
from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.exchanges.paging import Newest, Numbered, One, Pages, Single
from readiness.exchanges.registry import EXCHANGES
from readiness.simulator import OkxAccount
from readiness.simulator.okx import paging as sim_paging
from readiness.simulator.okx.routes import ROUTES

USER, IP = "user", "ip"
PREFIX = "/api/v5/"

# Section 2 of the fact sheet: requests, seconds, counted for whom.
PUBLISHED: Final[dict[str, tuple[int, float, str]]] = {
    "account/config": (5, 2, USER),
    "account/set-account-switch-precheck": (5, 2, USER),
    "account/precheck-set-delta-neutral": (1, 2, USER),
    "public/time": (10, 2, IP),
    "system/status": (1, 5, IP),
    "account/balance": (10, 2, USER),
    "asset/balances": (6, 1, USER),
    "asset/non-tradable-assets": (6, 1, USER),
    "asset/asset-valuation": (1, 1, USER),
    "account/max-withdrawal": (20, 2, USER),
    "trade/easy-convert-currency-list": (1, 2, USER),
    "asset/currencies": (6, 1, USER),
    "market/index-tickers": (20, 2, IP),
    "market/tickers": (20, 2, IP),
    "trade/orders-pending": (60, 2, USER),
    "trade/orders-algo-pending": (20, 2, USER),
    "sprd/orders-pending": (10, 2, USER),
    "rfq/rfqs": (2, 2, USER),
    "rfq/quotes": (2, 2, USER),
    "rfq/maker-instrument-settings": (5, 2, USER),
    "account/positions": (10, 2, USER),
    "account/account-position-risk": (10, 2, USER),
    "account/move-positions-history": (2, 2, USER),
    "account/interest-limits": (5, 2, USER),
    "trade/one-click-repay-currency-list-v2": (1, 2, USER),
    "trade/one-click-repay-currency-list": (1, 2, USER),
    "account/interest-accrued": (5, 2, USER),
    "account/spot-borrow-repay-history": (5, 2, USER),
    "finance/flexible-loan/loan-info": (5, 2, USER),
    "finance/flexible-loan/interest-accrued": (5, 2, USER),
    "finance/flexible-loan/loan-history": (5, 2, USER),
    "asset/deposit-history": (6, 1, USER),
    "asset/withdrawal-history": (6, 1, USER),
    "asset/deposit-withdraw-status": (1, 2, USER),
    "asset/transfer-state": (10, 1, USER),
    "fiat/deposit-order-history": (3, 1, USER),
    "fiat/withdrawal-order-history": (3, 1, USER),
    "fiat/buy-sell/history": (6, 1, USER),
    "asset/convert/history": (6, 1, USER),
    "trade/easy-convert-history": (1, 2, USER),
    "trade/one-click-repay-history-v2": (1, 2, USER),
    "tradingBot/grid/orders-algo-pending": (20, 2, USER),
    "tradingBot/grid/positions": (20, 2, USER),
    "tradingBot/grid/sub-orders": (20, 2, USER),
    "tradingBot/signal/orders-algo-pending": (20, 2, USER),
    "tradingBot/signal/signals": (20, 2, USER),
    "tradingBot/dca/ongoing-list": (20, 2, USER),
    "tradingBot/dca/position-details": (20, 2, USER),
    "tradingBot/recurring/orders-algo-pending": (20, 2, USER),
    "copytrading/config": (5, 2, USER),
    "copytrading/current-subpositions": (20, 2, USER),
    "copytrading/current-lead-traders": (5, 2, USER),
    "copytrading/copy-settings": (5, 2, USER),
    "copytrading/total-unrealized-profit-sharing": (5, 2, USER),
    "copytrading/unrealized-profit-sharing-details": (5, 2, USER),
    "finance/savings/balance": (6, 1, USER),
    "finance/simple-earn-fixed/order-list": (3, 1, USER),
    "finance/staking-defi/orders-active": (3, 1, USER),
    "finance/staking-defi/eth/balance": (6, 1, USER),
    "finance/staking-defi/eth/purchase-redeem-history": (6, 1, USER),
    "finance/staking-defi/sol/balance": (6, 1, USER),
    "finance/staking-defi/sol/purchase-redeem-history": (6, 1, USER),
    "finance/sfp/dcd/order-history": (1, 1, USER),
    "finance/stable-rewards/balance": (5, 2, USER),
    "finance/okusd/account": (2, 2, USER),
    "finance/okusd/redeem/history": (5, 2, USER),
    "users/subaccount/list": (20, 2, USER),
    "account/subaccount/balances": (6, 2, USER),
    "asset/subaccount/balances": (6, 2, USER),
    "account/subaccount/max-withdrawal": (20, 2, USER),
    "users/subaccount/apikey": (20, 2, USER),
    "asset/subaccount/bills": (6, 1, USER),
    "users/entrust-subaccount-list": (1, 1, USER),
    "asset/subaccount/managed-subaccount-bills": (6, 1, USER),
    "affiliate/performance/summary": (3, 1, USER),
    "affiliate/link/list": (3, 1, USER),
    "affiliate/sub-affiliate/list": (3, 1, USER),
    "support/announcements": (5, 2, USER),
    "account/bills": (5, 1, USER),
    "account/bills-archive": (5, 2, USER),
    "asset/bills": (6, 1, USER),
    "asset/bills-history": (1, 1, USER),
}

# No number is published for these: the fact sheet says "unknown".
UNPUBLISHED: Final = {"p2p/order/list", "p2p/ad/active-list"}

# The same section: (parameter for what is older, field of the row, largest page).
CURSORS: Final[dict[str, tuple[str, str, int]]] = {
    "trade/orders-pending": ("after", "ordId", 100),
    "trade/orders-algo-pending": ("after", "algoId", 100),
    "sprd/orders-pending": ("endId", "ordId", 100),
    "rfq/rfqs": ("endId", "rfqId", 100),
    "rfq/quotes": ("endId", "quoteId", 100),
    "asset/deposit-history": ("after", "ts", 100),
    "asset/withdrawal-history": ("after", "ts", 100),
    # Here the meaning of before and after is turned around.
    "fiat/deposit-order-history": ("before", "cTime", 100),
    "fiat/withdrawal-order-history": ("before", "cTime", 100),
    "fiat/buy-sell/history": ("end", "cTime", 100),
    "trade/easy-convert-history": ("after", "uTime", 100),
    "trade/one-click-repay-history-v2": ("after", "ts", 100),
    "tradingBot/grid/orders-algo-pending": ("after", "algoId", 100),
    "tradingBot/signal/orders-algo-pending": ("after", "algoId", 100),
    "tradingBot/dca/ongoing-list": ("after", "algoId", 100),
    "tradingBot/recurring/orders-algo-pending": ("after", "algoId", 100),
    "copytrading/current-subpositions": ("after", "subPosId", 500),
    "finance/staking-defi/eth/purchase-redeem-history": ("after", "requestTime", 100),
    "finance/staking-defi/sol/purchase-redeem-history": ("after", "requestTime", 100),
    "finance/sfp/dcd/order-history": ("endId", "ordId", 100),
    "finance/okusd/redeem/history": ("end", "ts", 100),
    "users/subaccount/list": ("after", "ts", 100),
    "account/bills": ("after", "billId", 100),
    "asset/bills": ("after", "ts", 100),
    "asset/bills-history": ("after", "ts", 100),
    "asset/subaccount/bills": ("after", "ts", 100),
    "account/move-positions-history": ("endTs", "ts", 100),
    "account/interest-accrued": ("after", "ts", 100),
}
# "unknown": the catalogue may try a cursor, and the reader stops where it leads nowhere.
UNKNOWN_PAGING: Final = {"finance/simple-earn-fixed/order-list"}

# Methods that no ccxt class has: the fact sheet marks them "missing".
NOT_IN_CCXT: Final = {
    "finance/simple-earn-fixed/order-list",
    "p2p/order/list",
    "p2p/ad/active-list",
}

# Open states, one call each, of the lists that have to be asked by state.
BY_STATE: Final[dict[str, tuple[str, frozenset[str]]]] = {
    "trade/orders-algo-pending": (
        "ordType",
        frozenset(
            {
                "conditional,oco",
                "trigger",
                "move_order_stop",
                "iceberg",
                "twap",
                "chase",
                "smart_iceberg",
            }
        ),
    ),
    "rfq/rfqs": ("state", frozenset({"active", "pending_fill"})),
    "rfq/quotes": ("state", frozenset({"active", "pending_fill"})),
    "asset/deposit-history": ("state", frozenset(["0", "1", "8", "11", "12", "13", "14", "17"])),
    "asset/withdrawal-history": (
        "state",
        frozenset(
            ["19", "17", "10", "0", "4", "5", "6", "8", "9", "12", "7", "1", "15", "16", "-3"]
        ),
    ),
    "fiat/deposit-order-history": ("state", frozenset({"pending", "inqueue", "processing"})),
    "fiat/withdrawal-order-history": ("state", frozenset({"pending", "inqueue", "processing"})),
    "fiat/buy-sell/history": ("state", frozenset({"processing"})),
    "tradingBot/grid/orders-algo-pending": ("algoOrdType", frozenset({"grid", "contract_grid"})),
    "tradingBot/signal/orders-algo-pending": ("algoOrdType", frozenset({"contract"})),
    "tradingBot/dca/ongoing-list": ("algoOrdType", frozenset({"contract_dca", "spot_dca"})),
    "finance/simple-earn-fixed/order-list": (
        "state",
        frozenset({"pending", "earning", "expired"}),
    ),
    "finance/sfp/dcd/order-history": (
        "state",
        frozenset({"initial", "live", "pending_settle", "pending_redeem"}),
    ),
    "finance/okusd/redeem/history": ("type", frozenset({"standard", "fast"})),
}

EVERY = each("request_", CATALOGUE)


def path_of(request: Request) -> str:
    return request.route.path.removeprefix(PREFIX)


def test_two_requests_with_one_id_make_no_catalogue() -> None:
    """A second request under the same id would hide the first, so it is a mistake."""
    one = next(iter(CATALOGUE))
    with pytest.raises(ValueError, match="share an id"):
        Catalogue((one,), (one,))


def test_ids_and_routes_are_unique() -> None:
    """Each request is declared once, and no two ask the same path."""
    requests = list(CATALOGUE)
    assert len({request.id for request in requests}) == len(requests)
    assert len({request.route.path for request in requests}) == len(requests)


@EVERY
def test_id_is_the_documented_path(request_: Request) -> None:
    """Reasons, policy and evidence name a request as OKX's documents do."""
    assert request_.id == path_of(request_)
    assert request_.route.method == "GET"


@EVERY
def test_is_documented(request_: Request) -> None:
    """Every request says what it is for, where that stands, and when it was read."""
    assert request_.purpose
    assert request_.permission == "read_only"
    assert date(2026, 1, 1) <= request_.source.checked <= datetime.now(UTC).date()
    page = urlsplit(request_.source.url)
    assert page.scheme == "https"
    if request_.id == "finance/simple-earn-fixed/order-list":
        assert (page.hostname, page.path) == ("github.com", "/okx/agent-trade-kit")
    else:
        assert page.hostname == "www.okx.com"
        assert page.path.startswith(("/docs-v5/en/", "/help/"))


@EVERY
def test_limit_is_the_published_one(request_: Request) -> None:
    """The limits are those of the fact sheet, typed a second time."""
    if request_.id in UNPUBLISHED:
        assert request_.limit.count / request_.limit.seconds <= 1, (
            "be careful where nothing is said"
        )
        return
    limit = request_.limit
    assert (limit.count, limit.seconds, limit.per.value) == PUBLISHED[request_.id]


@EVERY
def test_paging_is_the_documented_one(request_: Request) -> None:
    """Cursor parameter, cursor field and page size are those of the fact sheet."""
    for call in request_.calls:
        match request_.paging_of(call):
            case Pages() as pages if request_.id not in UNKNOWN_PAGING:
                assert (pages.parameter, pages.field, pages.size) == CURSORS[request_.id]
            case Newest(size=size) if request_.id not in UNKNOWN_PAGING:
                assert size <= CURSORS[request_.id][2]
            case Numbered() as numbered:
                assert request_.id == "p2p/order/list"
                assert (numbered.parameter, numbered.size) == ("pageIndex", 20)
            case Single() | One():
                assert request_.id not in CURSORS
            case _:
                assert request_.id in UNKNOWN_PAGING


def test_newest_page_alone_never_proves_an_area() -> None:
    """A list of which only the newest page is read has calls by state for what is older."""
    for request in CATALOGUE:
        only_newest = all(isinstance(request.paging_of(call), Newest) for call in request.calls)
        looks_back = request.asked in (Asked.MOVEMENT, Asked.MAIN_MOVEMENT)
        # Positions move within three days: that list is short by its nature.
        assert not only_newest or looks_back or request.id == "account/move-positions-history"


@pytest.mark.parametrize("request_id", BY_STATE)
def test_every_open_state_is_asked_for(request_id: str) -> None:
    """Lists that have to be asked by kind or state are asked for each open one."""
    name, wanted = BY_STATE[request_id]
    if request_id not in {request.id for request in CATALOGUE}:
        pytest.skip(f"{request_id} is not in the catalogue")
    asked = {call.params[name] for call in CATALOGUE[request_id].calls if name in call.params}
    assert asked == wanted


@EVERY
def test_parameters_of_calls_are_on_the_allow_list(request_: Request) -> None:
    """Whatever a request is going to send, its own route lets through, and nothing more."""
    sent = set().union(*(sent_by(request_, call) for call in request_.calls))
    assert set(request_.route.parameters) == sent


@EVERY
def test_ccxt_knows_the_method(request_: Request) -> None:
    """The named implicit method exists in every ccxt class that signs for OKX."""
    ids = {info.ccxt_id for info in EXCHANGES.values() if info.family == "okx"}
    assert ids == {"okx", "myokx", "okxus"}
    assert (request_.ccxt_method == "") == (request_.id in NOT_IN_CCXT)
    for name in ids:
        if request_.ccxt_method:
            assert hasattr(getattr(ccxt, name)(), request_.ccxt_method), name


@EVERY
def test_ccxt_method_is_the_one_of_the_path(request_: Request) -> None:
    """The named method and the route are the same request."""
    words = request_.id.replace("/", "-").split("-")
    tree = "private" if request_.signed else "public"
    expected = f"{tree}Get" + "".join(word[:1].upper() + word[1:] for word in words)
    assert request_.ccxt_method in ("", expected)


@EVERY
def test_simulator_has_the_route(request_: Request) -> None:
    """The simulator, written by itself, has the same route with the same limit."""
    route = ROUTES[request_.id]
    per = "user" if route.limit.per == "main-user" else route.limit.per
    if route.limit.published:
        assert (request_.limit.count, request_.limit.seconds) == (
            route.limit.count,
            route.limit.seconds,
        )
    else:
        ours = request_.limit.count / request_.limit.seconds
        assert ours <= route.limit.count / route.limit.seconds
    assert request_.limit.per.value == per
    assert request_.signed == (route.access != "public")
    main_only = request_.asked in (Asked.MAIN_ONLY, Asked.EACH_SUB_ACCOUNT, Asked.MAIN_MOVEMENT)
    assert not route.main_only or main_only


@EVERY
def test_simulator_pages_alike(request_: Request) -> None:
    """The simulator, written by itself, cuts the same list in the same way."""
    theirs = ROUTES[request_.id].paging
    for call in request_.calls:
        match request_.paging_of(call), theirs:
            case Pages() as pages, sim_paging.Cursor() as cursor:
                assert (pages.parameter, pages.field, pages.size) == (
                    cursor.older,
                    cursor.field,
                    cursor.maximum,
                )
            case Newest(size=size), sim_paging.Cursor() as cursor:
                assert size == cursor.maximum
            case Numbered() as numbered, sim_paging.Numbered() as counted:
                assert (numbered.parameter, numbered.size) == (counted.page, counted.maximum)
            case ((Single() | One()), None):
                pass
            case _:
                assert request_.id in UNKNOWN_PAGING


@pytest.mark.parametrize("mode", [1, 2, 3, 4])
def test_every_call_is_understood_in_every_account_mode(mode: int) -> None:
    """No call is refused as badly put: parameters and values are documented ones."""
    desk = Desk(OkxAccount(mode=mode))
    desk.account.join("copy-trading")
    desk.account.join("p2p-merchant")
    desk.account.join("trading-team")
    desk.account.sub_account("grid01")
    for request in CATALOGUE:
        if not request.applies({"mode": str(mode)}):
            continue
        scope = {request.scope_parameter: "grid01"} if request.scope_parameter else {}
        found = desk.fetch(request, scope_params=scope)
        assert found.failures() == [], request.id


def test_nothing_is_asked_that_no_area_needs() -> None:
    """A request feeds at least one area, or the session itself needs it."""
    for request in CATALOGUE:
        assert request.feeds or request.asked is Asked.SERVICE, request.id


def test_every_area_of_the_policy_is_fed() -> None:
    """What has to be accounted for before an account is ready, some request looks at."""
    desk = Desk()
    unfed = {area.value for area in desk.policy.areas} - {area.value for area in CATALOGUE.areas}
    assert unfed == set()


def test_every_fallback_of_the_policy_is_about_a_request_that_exists() -> None:
    """A fallback for a request that nobody makes would be a leftover."""
    desk = Desk()
    ids = {request.id for request in CATALOGUE} | set(CATALOGUE.history)
    for fallback in desk.policy.fallbacks:
        assert set(fallback.requests) <= ids
        assert all(code.isdigit() for code in fallback.codes)


def test_every_fed_area_is_in_the_policy() -> None:
    """An area that some request looks at is accounted for: a failed look there must show."""
    desk = Desk()
    unlisted = {area.value for area in CATALOGUE.areas} - {a.value for a in desk.policy.areas}
    assert unlisted == set()
