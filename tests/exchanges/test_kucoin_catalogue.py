"""KuCoin's catalogue says what its documents say, and its look-alike agrees.

Weights, pools and permissions were typed from the fact sheet and from the specification that
KuCoin publishes with its client library (2025-11-04) a second time, and the look-alike's
routes were written by somebody else: a slip in one of the three shows up as a difference.
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

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.kucoin.catalogue import CATALOGUE
from readiness.exchanges.kucoin.catalogue.service import BY_MODE, MODE
from readiness.exchanges.paging import Newest, Numbered
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.route import Per
from readiness.simulator import KucoinAccount
from readiness.simulator.kucoin.routes import TABLE, past
from readiness.simulator.tables.paging import Numbered as ServedByNumber

CCXT: Final = getattr(ccxt, EXCHANGES["kucoin"].ccxt_id)()
FUTURES: Final = "futures:"

# By pool: what a request takes of it.
WEIGHTS: Final = {
    "spot": """
        2: v1/hf/orders/active/symbols v1/hf/orders/active v1/hf/orders/active/page v1/orders
           v3/oco/orders v3/hf/margin/oco-orders v1/hf/accounts/ledgers
           v3/hf/margin/account/ledgers
        4: v3/hf/margin/order/active/symbols v3/hf/margin/orders/active
        5: v1/convert/limit/orders
        8: v1/stop-order v3/hf/margin/stop-orders
        10: v3/purchase/orders v3/redeem/orders
        15: v3/margin/accounts v3/isolated/accounts
    """,
    "futures:": """
        2: futures:v1/orders v1/positions v1/transaction-history
        5: v1/account-overview
        6: v1/account-overview-all v1/stopOrders
    """,
    "management": """
        2: v1/accounts/ledgers ua/v1/account/ledger
        5: v1/accounts v1/deposits v1/otc-loan/loan ua/v1/unified/account/balance
           ua/v1/unified/account/overview ua/v1/sub-account/balance ua/v1/account/balance
        20: v1/user/api-key v1/withdrawals v1/otc-loan/accounts v2/sub/user v2/sub-accounts
        30: ua/v1/account/mode
    """,
    "earn": """
        5: v1/earn/hold-assets v1/struct-earn/orders
    """,
    "unified": """
        3: ua/v1/unified/position/open-list
        4: ua/v1/unified/order/open-list
    """,
    "public": """
        3: v1/timestamp v1/prices v1/contracts/active
    """,
}

# What a pool holds for VIP level 0, and for how many seconds.
POOLS: Final = {
    "spot": (4000, 30),
    "futures:": (2000, 30),
    "management": (2000, 30),
    "earn": (2000, 30),
    "public": (2000, 30),
    "unified": (200, 3),
}

# What the specification ties to a permission beyond General.
PERMISSIONS: Final = {
    "v1/hf/orders/active/symbols": "Spot",
    "v3/hf/margin/order/active/symbols": "Margin",
    "v1/account-overview": "Futures",
    "v1/positions": "Futures",
    "v1/otc-loan/loan": "Spot",
    "v1/otc-loan/accounts": "Spot",
}

FUTURES_HOST: Final = {
    "futures:v1/orders",
    "v1/stopOrders",
    "v1/positions",
    "v1/account-overview",
    "v1/account-overview-all",
    "v1/contracts/active",
    "v1/transaction-history",
}

OF_MAIN: Final = {"api/v2/sub/user", "api/v1/account-overview-all"}
OF_ALL_SUBS: Final = {
    "api/v2/sub-accounts",
    "api/v1/account-overview-all:subs",
    "api/ua/v1/sub-account/balance",
}

NOT_IN_CCXT: Final = {"api/v1/hf/orders/active/page"}

# What the look-alike serves and no scan asks for.
NOT_ASKED: Final = {
    # True or false, and nothing that could be left behind.
    "v1/hf/accounts/opened",
    # One coin or sub-account at a time, of what a list shows at once.
    "v1/sub-accounts/{subUserId}",
    # The same as another one about the key, and as one about prices.
    "ua/v1/user/api-key",
    "v1/market/allTickers",
}

EVERY = each("request_", CATALOGUE)
TRAITS: Final = tuple(
    {name: value for name, value in zip(("kind", "mode"), values, strict=True) if value}
    for values in product(("", "main", "sub"), ("", "CLASSIC", "UNIFIED"))
)


def place(request: Request) -> str:
    """Where a request goes, in short; two of them share a path on different hosts."""
    path = request.route.path.removeprefix("/api/")
    shared = path == "v1/orders" and request.route.api == FUTURES
    return f"{FUTURES}{path}" if shared else path


def weights() -> dict[str, tuple[str, int]]:
    """Pool and weight of every place."""
    found: dict[str, tuple[str, int]] = {}
    for pool, text in WEIGHTS.items():
        weight = 0
        for word in text.split():
            if word[:-1].isdigit():
                weight = int(word[:-1])
            else:
                found[word] = (pool, weight)
    return found


@EVERY
def test_id_is_the_documented_path(request_: Request) -> None:
    """Reasons, policy and evidence name a request by its path; a suffix tells two of them apart."""
    path, _, suffix = request_.id.partition(":")
    assert path == request_.route.path.removeprefix("/")
    assert suffix in ("", "cross", "isolated", "futures", "margin", "coin", "subs", "since", "week")


@EVERY
def test_only_reads(request_: Request) -> None:
    """Every request is a GET."""
    assert request_.route.method == "GET"


@EVERY
def test_is_asked_at_its_own_host(request_: Request) -> None:
    """Futures have a host of their own, with paths that the other one has as well."""
    assert (request_.route.api == FUTURES) == (place(request_) in FUTURES_HOST)
    hosts = EXCHANGES["kucoin"].hosts
    assert hosts == {"": ("api.kucoin.com",), FUTURES: ("api-futures.kucoin.com",)}


@EVERY
def test_is_documented(request_: Request) -> None:
    """Every request says what it is for, and where that stands."""
    assert request_.purpose
    assert date(2025, 11, 4) <= request_.source.checked <= datetime.now(UTC).date()
    page = urlsplit(request_.source.url)
    assert page.scheme == "https"
    official = page.hostname == "www.kucoin.com" and page.path.startswith("/docs-new/")
    assert official or (page.hostname, page.path) == ("github.com", "/Kucoin/kucoin-skills-hub")


@EVERY
def test_weight_and_pool_are_the_published_ones(request_: Request) -> None:
    """Four fifths of a pool are used at most; public ones are counted for each address."""
    pool, weight = weights()[place(request_)]
    limit = request_.limit
    count, seconds = POOLS[pool]
    assert (limit.pool, limit.weight) == (pool, weight)
    assert (limit.count, limit.seconds) == (count * 4 // 5, seconds)
    assert limit.per is (Per.USER if request_.signed else Per.IP)


@EVERY
def test_permission_is_the_documented_one(request_: Request) -> None:
    """And the look-alike wants the same of a key."""
    needed = PERMISSIONS.get(place(request_), "read_only")
    assert request_.permission == needed
    wanted = TABLE[_named(request_)].needs
    if request_.signed:
        assert wanted == ((needed,) if needed != "read_only" else ("General",))


def _named(request: Request) -> str:
    where = place(request)
    return f"{FUTURES}api/{where.removeprefix(FUTURES)}" if FUTURES in where else f"api/{where}"


@EVERY
def test_look_alike_has_the_route(request_: Request) -> None:
    """The look-alike, written by itself, has the same route, key and weight."""
    route = TABLE[_named(request_)]
    assert route.method == request_.route.method
    assert (route.access == "signed") == request_.signed
    (limit,) = route.limits
    assert limit.weight == request_.limit.weight
    assert request_.limit.count * limit.seconds <= limit.count * request_.limit.seconds
    if limit.published and limit.pool != "unified":
        assert limit.pool == request_.limit.pool.removesuffix(":")
    assert route.main_only == (request_.id in OF_MAIN | OF_ALL_SUBS)


def test_whatever_shows_a_blocker_is_asked() -> None:
    """What the look-alike serves and a scan does not ask for is left out on purpose."""
    served = {route.name or route.path for route in TABLE.routes}
    served -= {route.name or route.path for route in past.ROUTES}
    assert served - {_named(request) for request in CATALOGUE} == {
        f"api/{name}" for name in NOT_ASKED
    }


@EVERY
def test_whose_key_may_ask(request_: Request) -> None:
    """A sub-account's key is not asked for what only the main account sees."""
    assert (request_.asked is Asked.MAIN_ONLY) == (request_.id in OF_MAIN)
    assert (request_.asked is Asked.ALL_SUB_ACCOUNTS) == (request_.id in OF_ALL_SUBS)
    assert request_.scope_parameter == ""


@EVERY
def test_the_kind_of_trading_is_always_said(request_: Request) -> None:
    """Where one address answers both hosts, nothing else tells the two lists of orders apart."""
    if request_.route.path == "/api/v1/orders":
        told = ["tradeType" in call.params for call in request_.calls]
        assert told == [request_.route.api != FUTURES]
        assert ("tradeType" in request_.route.parameters) == (request_.route.api != FUTURES)


@EVERY
def test_parameters_are_those_that_are_sent(request_: Request) -> None:
    """Whatever a request is going to send, its own route lets through, and little more."""
    others = [other for other in CATALOGUE if other.route == request_.route]
    sent = set().union(*(sent_by(other, call) for other in others for call in other.calls))
    assert sent == request_.route.parameters


@EVERY
def test_no_page_is_larger_than_the_largest(request_: Request) -> None:
    """Nor smaller than the smallest."""
    paging = TABLE[_named(request_)].paging
    match request_.paging:
        case Numbered(parameter=parameter, size=size):
            if paging is not None:
                assert isinstance(paging, ServedByNumber)
                assert size <= paging.maximum
                assert parameter == paging.page
        case Newest(size=size):
            assert paging is not None
            assert size <= paging.maximum
        case _:
            pass


@EVERY
def test_ccxt_knows_the_method(request_: Request) -> None:
    """The named implicit method exists; one list is not in ccxt."""
    assert (request_.ccxt_method == "") == (request_.id in NOT_IN_CCXT)
    if request_.ccxt_method:
        assert hasattr(CCXT, request_.ccxt_method)


def test_nothing_is_asked_that_no_area_needs() -> None:
    """A request feeds at least one area, or the session itself needs it."""
    for request in CATALOGUE:
        assert request.feeds or request.asked is Asked.SERVICE, request.id


@pytest.mark.parametrize("traits", TRAITS, ids=repr)
@each("area", BY_MODE, str)
def test_the_mode_alone_proves_nothing(area: Area, traits: dict[str, str]) -> None:
    """Where the two families differ, something that was really asked has to prove an area empty.

    A sub-account's key may not ask for what only the main account sees.
    """
    shown = [
        request.id
        for request in CATALOGUE
        if request.applies(traits)
        and request.asked in (Asked.ACCOUNT, *((Asked.MAIN_ONLY,) * (traits.get("kind") != "sub")))
        and any(feed.area is area and feed.proves for feed in request.feeds)
    ]
    assert set(shown) - {MODE.id}


@pytest.mark.parametrize("traits", [t for t in TRAITS if "mode" not in t], ids=repr)
@EVERY
def test_an_unknown_mode_leaves_nothing_out(request_: Request, traits: dict[str, str]) -> None:
    """Which family it is cannot be guessed, so all that either would be asked is asked."""
    either = any(request_.applies({**traits, "mode": mode}) for mode in ("CLASSIC", "UNIFIED"))
    assert request_.applies(traits) or not either


@pytest.mark.parametrize("traits", TRAITS, ids=repr)
@pytest.mark.parametrize("request_", [r for r in CATALOGUE if r.loop], ids=lambda r: r.id)
def test_a_loop_is_asked_only_where_its_names_are(
    request_: Request, traits: dict[str, str]
) -> None:
    """Were the names not asked for, nobody would make the loop, nor say that it is missing."""
    assert request_.loop is not None
    names = CATALOGUE[request_.loop.over]
    assert names.feeds, "what feeds no area is not asked for by a scan"
    assert names.applies(traits) or not request_.applies(traits)
    own = (Asked.ACCOUNT, Asked.MAIN_ONLY, Asked.ALL_SUB_ACCOUNTS)
    assert names.asked is not Asked.MAIN_ONLY or request_.asked in own[1:]


@pytest.mark.parametrize("mode", ["CLASSIC", "UNIFIED"])
def test_every_call_is_understood(mode: str) -> None:
    """No call is refused as badly put: parameters and values are documented ones."""
    account = KucoinAccount(mode=mode, enforces=False)
    account.funding("TRX", "0")
    account.sub_account("grid01")
    for name in ("v1/hf/orders/active/symbols", "v3/hf/margin/order/active/symbols"):
        account.put(f"api/{name}", "TRX-USDT")
    desk = Desk(account, "kucoin")
    assert [desk.fetch(request).failures() for request in CATALOGUE if request.feeds] == [
        [] for request in CATALOGUE if request.feeds
    ]


def test_areas_of_policy_and_catalogue_are_the_same() -> None:
    """What has to be accounted for is looked at; some areas are only there if KuCoin says so."""
    policy = Desk(exchange="kucoin").policy
    assert set(policy.areas) <= set(CATALOGUE.areas)
    assert set(CATALOGUE.areas) - set(policy.areas) == {
        Area.WALLET_TRADING,
        Area.ACCOUNT_TOTALS,
        Area.ACCOUNT_RESTRICTIONS,
    }
