"""Binance's catalogue says what the fact sheet says, and the simulator agrees.

The weights below were typed from the fact sheet a second time, and the simulator's routes
were written by somebody else: a slip in one of the three shows up as a difference.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import product
from typing import Final
from urllib.parse import urlsplit

import ccxt
import pytest
from tests.each import each
from tests.exchanges.sent import sent_by
from tests.exchanges.support import Desk

from readiness.exchanges.binance.catalogue import CATALOGUE
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.paging import Newest, Numbered
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.route import Per
from readiness.simulator import BinanceAccount
from readiness.simulator.binance import rows
from readiness.simulator.binance.paging import Offset
from readiness.simulator.binance.routes import ROUTES, history

CCXT: Final = getattr(ccxt, EXCHANGES["binance"].ccxt_id)()
SUB: Final = "grid01@example.com"
SIGNATURE: Final = frozenset({"timestamp", "recvWindow", "signature"})

# Section 2 of the fact sheet, by budget: per address (IP) or per user (UID) for each endpoint
# of /sapi, else the budget that all of a family share.
WEIGHTS: Final = {
    "IP": """
        1: account/apiRestrictions system/status account/info account/status
           account/apiTradingStatus sub-account/transfer/subUserHistory
           asset/get-funding-asset asset/dust-btc asset/dust-convert/query-convertible-assets
           asset/transfer capital/deposit/hisrec localentity/deposit/history
           v2/localentity/deposit/history localentity/withdraw/history
           v2/localentity/withdraw/history fiat/payments c2c/orderMatch/listUserOrderHistory
           margin/isolated/accountLimit algo/spot/openOrders algo/futures/openOrders
           dci/product/accounts dci/product/positions accumulator/product/position/list
           lending/auto-invest/plan/list mining/payment/uid mining/pub/algoList
           mining/hash-transfer/config/details/list copyTrading/futures/userStatus
           equity/order/open-orders equity/tokenized/history sub-account/list
           sub-account/spotSummary v2/sub-account/futures/account
           v2/sub-account/futures/positionRisk capital/deposit/subHisrec
           managed-subaccount/asset managed-subaccount/marginAsset broker/subAccount
        5: v3/asset/getUserAsset v2/portfolio/account
        10: capital/config/getall asset/assetDividend margin/account margin/isolated/account
            margin/openOrders margin/openOrderList margin/borrow-repay
            margin/loan-groups/activated sub-account/status sub-account/margin/account
            sub-account/margin/accountSummary v2/sub-account/futures/accountSummary
        20: portfolio/balance
        50: onchain-yields/account onchain-yields/locked/position soft-staking/list
        60: asset/wallet/balance
        100: margin/exchange-small-liability
        150: simple-earn/account simple-earn/flexible/position simple-earn/locked/position
             simple-earn/flexible/history/redemptionRecord
             simple-earn/locked/history/redemptionRecord bfusd/account
             bfusd/history/redemptionHistory rwusd/account rwusd/history/redemptionHistory
             v2/eth-staking/account eth-staking/eth/history/redemptionHistory
             eth-staking/wbeth/history/unwrapHistory sol-staking/account
             sol-staking/sol/history/redemptionHistory
             sol-staking/sol/history/unclaimedRewards
        200: margin/loan-group/ltv-details
        300: v2/loan/flexible/ongoing/orders
        400: v2/loan/flexible/repay/history loan/vip/ongoing/orders loan/vip/accruedInterest
        6000: loan/vip/collateral/account
    """,
    "UID": """
        5: portfolio/account
        60: v4/sub-account/assets managed-subaccount/info managed-subaccount/fetch-future-asset
        100: margin/liquidation-loan
        400: loan/vip/request/data
        500: portfolio/pmLoan
        3000: nft/user/getAsset convert/limit/queryOpenOrders convert/tradeFlow
        18000: capital/withdraw/history
        45000: fiat/orders
    """,
    "/api": """
        1: api/v3/time
        4: api/v3/ticker/price
        6: api/v3/openOrderList
        20: api/v3/account
        80: api/v3/openOrders
    """,
    "/fapi": """
        1: dapi/v1/balance dapi/v1/positionRisk
        5: fapi/v3/account fapi/v3/balance fapi/v3/positionRisk fapi/v2/account
           fapi/v1/accountConfig dapi/v1/account
        10: fapi/v1/apiTradingStatus
        40: fapi/v1/openOrders fapi/v1/openAlgoOrders dapi/v1/openOrders dapi/v1/openAlgoOrders
    """,
    "/eapi": """
        3: eapi/v1/marginAccount
        5: eapi/v1/position
        40: eapi/v1/openOrders
    """,
    "/papi": """
        1: papi/v1/cm/positionRisk
        5: papi/v2/um/account papi/v1/cm/account papi/v1/um/positionRisk
           papi/v1/margin/openOrders papi/v1/margin/openOrderList
        10: papi/v1/margin/marginLoan
        20: papi/v1/balance papi/v1/account
        40: papi/v1/um/openOrders papi/v1/cm/openOrders papi/v1/um/algo/openAlgoOrders
            papi/v1/um/conditional/openOrders papi/v1/cm/conditional/openOrders
    """,
}

# Section 6: weight in one minute.
CEILINGS: Final = {
    "IP": 12_000,
    "UID": 180_000,
    "/api": 6_000,
    "/fapi": 2_400,
    "/eapi": 2_400,
    "/papi": 6_000,
}

# Section 2.17, "missing in ccxt", as far as it is asked.
NOT_IN_CCXT: Final = (
    "sapi/v1/asset/dust-convert/",
    "sapi/v1/localentity/",
    "sapi/v2/localentity/",
    "sapi/v1/margin/liquidation-loan",
    "sapi/v1/margin/loan-group",
    "sapi/v1/bfusd/",
    "sapi/v1/rwusd/",
    "sapi/v1/onchain-yields/",
    "sapi/v1/soft-staking/",
    "sapi/v1/sol-staking/sol/history/unclaimedRewards",
    "sapi/v1/loan/vip/accruedInterest",
    "sapi/v1/mining/hash-transfer/config/details/list",
)

# What is decided not to be asked: the fact sheet has it, and it proves nothing or acts.
NOT_ASKED: Final = {
    "api/v3/exchangeInfo",
    "sapi/v1/capital/withdraw/quota",
    "sapi/v1/asset/dribblet",
    "sapi/v1/pay/transactions",
    "sapi/v1/asset/custody/transfer-history",
    "sapi/v1/margin/interestHistory",
    "fapi/v2/balance",
    "fapi/v2/positionRisk",
    "fapi/v1/multiAssetsMargin",
    "eapi/v1/block/order/orders",
    "eapi/v1/exerciseRecord",
    "papi/v1/um/account",
    "papi/v1/portfolio/interest-history",
    "papi/v1/portfolio/negative-balance-exchange-record",
    "sapi/v1/portfolio/interest-history",
    "sapi/v1/portfolio/earn-asset-balance",
    "sapi/v1/simple-earn/flexible/history/collateralRecord",
    "sapi/v1/lending/auto-invest/index/user-summary",
    "sapi/v1/mining/worker/list",
    "sapi/v1/mining/statistics/user/status",
    "sapi/v1/mining/statistics/user/list",
    "sapi/v1/w3w/wallet/prediction/wallet/list",
    "sapi/v1/w3w/wallet/prediction/position/list",
    "sapi/v3/sub-account/assets",
    "sapi/v1/sub-account/futures/accountSummary",
    "sapi/v1/sub-account/subAccountApi",
}

EVERY = each("request_", CATALOGUE)


def weights() -> dict[str, tuple[str, int]]:
    """Budget and weight of every path."""
    found: dict[str, tuple[str, int]] = {}
    for budget, text in WEIGHTS.items():
        weight = 0
        for word in text.split():
            if word.endswith(":"):
                weight = int(word[:-1])
            else:
                found[whole(word) if budget in ("IP", "UID") else word] = (budget, weight)
    return found


def whole(word: str) -> str:
    """A path of ``/sapi``; without a version it is the first."""
    versioned = word[0] == "v" and word[1].isdigit()
    return f"sapi/{word}" if versioned else f"sapi/v1/{word}"


def path_of(request: Request) -> str:
    return request.route.path.removeprefix("/")


@EVERY
def test_id_is_the_documented_path(request_: Request) -> None:
    """Reasons, policy and evidence name a request by its path; a suffix tells two of them apart."""
    path, _, suffix = request_.id.partition(":")
    assert path == path_of(request_)
    assert suffix in ("", "since", "isolated", "withdrawals", "sales", "coinm")


@EVERY
def test_is_documented(request_: Request) -> None:
    """Every request says what it is for, where that stands, and when it was read."""
    assert request_.purpose
    assert request_.permission == "read_only"
    assert date(2026, 1, 1) <= request_.source.checked <= datetime.now(UTC).date()
    page = urlsplit(request_.source.url)
    official = page.hostname == "developers.binance.com" or page.path.startswith("/binance/")
    assert page.scheme == "https"
    assert official


@EVERY
def test_weight_is_the_published_one(request_: Request) -> None:
    """Budget and weight are the fact sheet's; four fifths of a budget are used at most."""
    budget, weight = weights()[path_of(request_)]
    limit = request_.limit
    assert limit.weight == weight
    assert limit.per is (Per.USER if budget == "UID" else Per.IP)
    assert limit.pool == (budget if budget.startswith("/") else "")
    assert (limit.count, limit.seconds) == (CEILINGS[budget] * 4 // 5, 60)


@EVERY
def test_simulator_has_the_route(request_: Request) -> None:
    """The simulator, written by itself, has the same route, verb, key and weight."""
    route = ROUTES[path_of(request_)]
    assert route.method == request_.route.method
    assert route.signed == request_.signed
    assert route.weight == request_.limit.weight
    assert (route.pool.per == "user") == (request_.limit.per is Per.USER)
    main_only = request_.asked in (Asked.MAIN_ONLY, Asked.EACH_SUB_ACCOUNT, Asked.MAIN_MOVEMENT)
    assert route.who != "main" or main_only
    assert route.sub_scope == (request_.scope_parameter != "")


def test_whatever_shows_a_blocker_is_asked() -> None:
    """What the simulator serves and nobody asks for is left out on purpose."""
    past = {route.path for route in history.ROUTES}
    assert {*ROUTES} - past - {path_of(request) for request in CATALOGUE} == NOT_ASKED


@EVERY
def test_parameters_of_calls_are_on_the_allow_list(request_: Request) -> None:
    """Whatever a request is going to send, its own route lets through, and little more."""
    others = [other for other in CATALOGUE if other.route == request_.route]
    sent = set().union(*(sent_by(other, call) for other in others for call in other.calls))
    allowed = request_.route.parameters - (SIGNATURE if request_.signed else frozenset())
    assert sent == allowed
    assert allowed <= ROUTES[path_of(request_)].known | {"email"}


@EVERY
def test_simulator_pages_alike(request_: Request) -> None:
    """A page that is asked for is no larger than the largest that is served."""
    paging = ROUTES[path_of(request_)].paging
    for call in request_.calls:
        match request_.paging_of(call):
            case Numbered(parameter=parameter, size=size, first=first, step=step):
                assert paging is not None
                assert size <= paging.maximum
                assert parameter in paging.parameters
                counts_rows = isinstance(paging, Offset)
                assert (first, step) == ((0, size) if counts_rows else (1, 1))
            case Newest(size=size):
                assert paging is not None
                assert size <= paging.maximum
            case _:
                pass


@EVERY
def test_spans_fit_what_is_served_at_once(request_: Request) -> None:
    """No span of time is longer than the longest that the exchange serves."""
    window = ROUTES[path_of(request_)].window
    if request_.windows is None:
        # Without a span only what began just now is asked for, or all that there is.
        assert request_.since or window is None or not window.default or not window.mandatory
        return
    assert window is not None
    assert {request_.windows.start, request_.windows.end} == {window.start, window.end}
    assert not window.longest or request_.windows.days <= window.longest


@EVERY
def test_ccxt_knows_the_method(request_: Request) -> None:
    """The named implicit method exists; only what the fact sheet lists has none."""
    assert (request_.ccxt_method == "") == request_.id.startswith(NOT_IN_CCXT)
    if request_.ccxt_method:
        assert hasattr(CCXT, request_.ccxt_method)


def test_nothing_is_asked_that_no_area_needs() -> None:
    """A request feeds at least one area, or the session itself needs it."""
    for request in CATALOGUE:
        assert request.feeds or request.asked is Asked.SERVICE, request.id


TRAITS: Final = ("kind", "portfolio_margin", "margin", "futures", "options")


@pytest.mark.parametrize(
    "request_", [entry for entry in CATALOGUE if entry.loop], ids=lambda r: r.id
)
def test_a_loop_is_asked_only_where_its_names_are(request_: Request) -> None:
    """Were the names not asked for, nobody would make the loop, nor say that it is missing."""
    assert request_.loop is not None
    names = CATALOGUE[request_.loop.over]
    assert (names.asked, names.scope_parameter) == (request_.asked, request_.scope_parameter)
    assert names.feeds, "what feeds no area is not asked for by a scan"
    for values in product(("", "main", "sub"), *(("", "on", "off") for _ in TRAITS[1:])):
        traits = {name: value for name, value in zip(TRAITS, values, strict=True) if value}
        assert names.applies(traits) or not request_.applies(traits), traits


@pytest.mark.parametrize("portfolio_margin", [False, True])
def test_every_call_is_understood(*, portfolio_margin: bool) -> None:
    """No call is refused as badly put: parameters and values are documented ones."""
    account = BinanceAccount(
        info={"isPortfolioMarginRetailEnabled": portfolio_margin, "vipLevel": 1}, pm_pro=True
    )
    account.isolated("ETHUSDT")
    account.put("sapi/v1/managed-subaccount/info", rows.managed_sub_account())
    account.put("papi/v1/balance", rows.pm_balance(crossMarginBorrowed="1"))
    account.sub_account(SUB)
    desk = Desk(account, "binance")
    refused = []
    for request in CATALOGUE:
        if request.applies(desk.traits):
            scope = {request.scope_parameter: SUB} if request.scope_parameter else {}
            refused += desk.fetch(request, scope_params=scope).failures()
    never_opened = {
        (request.id, "-2015")
        for request in CATALOGUE
        # A loop is not begun where the list of its names is refused: that is told instead.
        if request.id.startswith("papi/") and not portfolio_margin and request.loop is None
    }
    assert sorted(set(refused)) == [
        *sorted(never_opened),
        ("sapi/v1/algo/futures/openOrders", "-1002"),
        ("sapi/v1/algo/spot/openOrders", "-1002"),
        ("sapi/v1/broker/subAccount", "-9000"),
        ("sapi/v1/sub-account/transfer/subUserHistory", "-12022"),
    ]
