"""Bybit's catalogue says what its documents say, and its look-alike agrees.

The tables below were typed from the fact sheet and the reference
(https://bybit-exchange.github.io/docs/v5/, read 2026-07-24) a second time, and the
look-alike's routes were written by somebody else: a slip in one of the three shows up as a
difference.
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

from readiness.domain.area import Area
from readiness.exchanges.bybit.catalogue import CATALOGUE
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.registry import EXCHANGES
from readiness.gate.route import Per
from readiness.simulator.bybit.routes import TABLE

# Requests in a second; in a minute where the number is followed by "/min"; "-" where the
# documents name none.
LIMITS: Final = """
    10      user/query-api user/get-member-type user/query-sub-members earn/position
            earn/fixed-term/position earn/advance/position earn/liquidity-mining/position
            earn/rwa/position earn/order earn/liquidity-mining/order earn/fixed-term/order
            earn/advance/order
    50      account/info account/wallet-balance asset/asset-overview asset/total-members-assets
            order/realtime spread/order/realtime position/list rfq/rfq-realtime
            rfq/quote-realtime
    5       asset/transfer/query-account-coins-balance spot-margin-trade/liability
            spot-margin-trade/fixedborrow-contract-info crypto-loan-common/position
            crypto-loan-flexible/ongoing-coin crypto-loan-fixed/borrow-contract-info
            crypto-loan-fixed/borrow-order-info crypto-loan-fixed/supply-contract-info
            crypto-loan-fixed/supply-order-info
            crypto-loan/ongoing-orders user/submembers user/escrow_sub_members
            asset/transfer/query-universal-transfer-list
    20      ins-loan/loan-order
    25      account/transaction-log
    30      asset/fundinghistory
    200     strategy/list
    300     asset/withdraw/withdrawable-amount asset/deposit/query-internal-record
    1000    fiat/balance-query
    60/min  asset/transfer/query-inter-transfer-list asset/transfer/query-sub-member-list
    100/min asset/deposit/query-record
    300/min asset/withdraw/query-record asset/deposit/query-sub-member-record
    -       earn/token/position earn/pwm/investment-plan/all
            spot-x/launchpool/user/current-staking earn/token/order
            earn/pwm/investment-plan/order spot-margin-trade/fixedborrow-order-info
"""

# All that any request says.
PARAMETERS: Final = {
    "market/tickers": "category",
    "account/wallet-balance": "accountType",
    "asset/transfer/query-account-coins-balance": "accountType coin memberId withBonus",
    "asset/withdraw/withdrawable-amount": "coin",
    "spot-margin-trade/liability": "currency",
    "order/realtime": "category cursor limit settleCoin",
    "position/list": "category cursor limit settleCoin",
    "spread/order/realtime": "cursor limit",
    "strategy/list": "cursor pageSize",
    "rfq/rfq-realtime": "traderType",
    "rfq/quote-realtime": "traderType",
    "spot-margin-trade/fixedborrow-contract-info": "cursor limit",
    "crypto-loan-fixed/borrow-contract-info": "cursor limit",
    "crypto-loan-fixed/borrow-order-info": "cursor limit",
    "crypto-loan-fixed/supply-contract-info": "cursor limit",
    "crypto-loan-fixed/supply-order-info": "cursor limit",
    "spot-margin-trade/fixedborrow-order-info": "cursor limit",
    "crypto-loan/ongoing-orders": "cursor limit",
    "ins-loan/loan-order": "limit",
    "earn/position": "category",
    "earn/fixed-term/order": "cursor limit",
    "earn/advance/order": "category cursor limit",
    "earn/advance/position": "category cursor limit",
    "earn/token/position": "coin",
    "earn/pwm/investment-plan/all": "cursor limit",
    "earn/order": "category cursor endTime limit startTime",
    "earn/liquidity-mining/order": "cursor limit status",
    "earn/token/order": "coin cursor limit",
    "earn/pwm/investment-plan/order": "cursor limit",
    "asset/deposit/query-record": "cursor endTime limit startTime",
    "asset/deposit/query-internal-record": "cursor endTime limit startTime",
    "asset/deposit/query-sub-member-record": "cursor endTime limit startTime subMemberId",
    "asset/withdraw/query-record": "cursor endTime limit startTime withdrawType",
    "asset/transfer/query-inter-transfer-list": "cursor endTime limit startTime",
    "asset/transfer/query-universal-transfer-list": "cursor endTime limit startTime",
    "account/transaction-log": "accountType limit startTime",
    "asset/fundinghistory": "limit",
    "user/submembers": "nextCursor pageSize",
    "user/escrow_sub_members": "nextCursor pageSize",
    "user/get-member-type": "memberIds",
    "asset/asset-overview": "memberId",
}

# Only a main account's key is answered, or may ask about a sub-account.
OF_MAIN: Final = {
    "asset/withdraw/query-record",
    "asset/transfer/query-universal-transfer-list",
    "asset/transfer/query-universal-transfer-list:since",
    "user/submembers",
    "user/query-sub-members",
    "user/escrow_sub_members",
    "asset/transfer/query-sub-member-list",
    "asset/total-members-assets",
}
OF_EACH_SUB: Final = {
    "user/get-member-type:sub",
    "asset/transfer/query-account-coins-balance:sub",
    "asset/transfer/query-account-coins-balance:sub-trading",
    "asset/transfer/query-account-coins-balance:sub-classic",
    "asset/asset-overview:sub",
    "asset/deposit/query-sub-member-record",
}

NOT_IN_CCXT: Final = (
    "spread/order/realtime",
    "strategy/list",
    "rfq/",
    "earn/fixed-term/position",
    "earn/advance/position",
    "earn/liquidity-mining/position",
    "earn/rwa/position",
    "earn/token/position",
    "earn/pwm/investment-plan/all",
    "earn/fixed-term/order",
    "earn/advance/order",
    "earn/advance/order:structured",
    "earn/liquidity-mining/order",
    "earn/token/order",
    "earn/pwm/investment-plan/order",
)

# The look-alike serves it, and nothing of an account is in it.
NOT_ASKED: Final = {"system/status"}

# What is in these is told by its name, and never that nothing is in them.
TOLD_ONLY: Final = {Area.WALLET_BOTS, Area.WALLET_COPY_TRADING}

EVERY = each("request_", CATALOGUE)


def place(request: Request) -> str:
    """The path of a request within the API."""
    return request.route.path.removeprefix("/v5/")


def limits() -> dict[str, tuple[int, int]]:
    """Requests and seconds of every path; none where nothing is published."""
    found: dict[str, tuple[int, int]] = {}
    count, seconds = 0, 0
    for word in LIMITS.split():
        if "/" in word and not word.endswith("/min"):
            found[word] = (count, seconds)
        else:
            number = word.removesuffix("/min")
            count = int(number) if number.isdigit() else 0
            seconds = 60 if word.endswith("/min") else 1
    return found


@EVERY
def test_id_is_the_documented_path(request_: Request) -> None:
    """Reasons, policy and evidence name a request by its path; a suffix tells two of them apart."""
    path, _, suffix = request_.id.partition(":")
    assert path == place(request_)
    assert suffix in (
        *("", "since", "classic", "funding", "on-chain", "structured"),
        *("sub", "sub-trading", "sub-classic"),
    )


@EVERY
def test_only_reads(request_: Request) -> None:
    """Every request is a GET; Bybit's powers to act are all POST."""
    assert request_.route.method == "GET"


@EVERY
def test_is_documented(request_: Request) -> None:
    """Every request says what it is for, what a key needs for it, and where that stands."""
    assert request_.purpose
    assert request_.permission == "read_only" or request_.permission.endswith(" (read-only)")
    assert date(2026, 1, 1) <= request_.source.checked <= datetime.now(UTC).date()
    page = urlsplit(request_.source.url)
    assert (page.scheme, page.hostname) == ("https", "bybit-exchange.github.io")
    assert page.path.startswith("/docs/v5/")


@EVERY
def test_permission_is_what_the_exchange_wants(request_: Request) -> None:
    """What the look-alike refuses without a scope, the catalogue names that scope for."""
    needs = TABLE[place(request_)].needs
    named = request_.permission.removesuffix(" (read-only)")
    readable = {need.removesuffix(".*") for need in needs} & set(named.split(" or "))
    assert bool(needs) == bool(readable) == (named != "read_only")


@EVERY
def test_limit_is_the_published_one(request_: Request) -> None:
    """Per user and endpoint; public ones are counted for each address."""
    limit = request_.limit
    if not request_.signed:
        assert (limit.count, limit.seconds, limit.per) == (600, 5, Per.IP)
        return
    count, seconds = limits()[place(request_)]
    assert limit.per is Per.USER
    assert (limit.count, limit.seconds) == ((count, seconds) if count else (1, 1))


@EVERY
def test_look_alike_has_the_route(request_: Request) -> None:
    """The look-alike, written by itself, has the same route, key and limit."""
    route = TABLE[place(request_)]
    assert route.method == request_.route.method
    assert (route.access == "signed") == request_.signed
    for limit in route.limits:
        ours = (request_.limit.count, request_.limit.seconds)
        assert ours == (limit.count, limit.seconds) or not limit.published
        assert request_.limit.count * limit.seconds <= limit.count * request_.limit.seconds
    assert route.main_only <= (request_.id in OF_MAIN | OF_EACH_SUB)
    if request_.scope_parameter and request_.scope_parameter != "memberIds":
        assert route.scope == request_.scope_parameter


def test_whatever_shows_a_blocker_is_asked() -> None:
    """What the look-alike serves and a scan does not ask for is left out on purpose."""
    past = {entry.route.path.removeprefix("/v5/") for entry in CATALOGUE.history.values()}
    served = {route.path for route in TABLE.routes}
    assert served - past - {place(request) for request in CATALOGUE} == NOT_ASKED


@EVERY
def test_whose_key_may_ask(request_: Request) -> None:
    """A sub-account's key is not asked for what only the main account sees."""
    main_only = request_.asked in (Asked.MAIN_ONLY, Asked.MAIN_MOVEMENT)
    assert main_only == (request_.id in OF_MAIN)
    each = request_.asked is Asked.EACH_SUB_ACCOUNT
    assert each == (request_.id in OF_EACH_SUB) == bool(request_.scope_parameter)
    assert request_.scope_by_uid == each


@EVERY
def test_parameters_are_the_documented_ones(request_: Request) -> None:
    """Whatever a request is going to send, its own route lets through, and nothing more."""
    sent = set().union(*(sent_by(request_, call) for call in request_.calls))
    assert sent == request_.route.parameters
    assert sent <= set(PARAMETERS.get(place(request_), "").split())


@pytest.mark.parametrize("path", PARAMETERS)
def test_every_documented_parameter_is_used(path: str) -> None:
    """Over all requests of a path, nothing of the table is left."""
    of_path = [request for request in CATALOGUE if place(request) == path]
    used = set().union(*(request.route.parameters for request in of_path))
    assert used == set(PARAMETERS[path].split())


@EVERY
def test_ccxt_knows_the_method(request_: Request) -> None:
    """The named implicit method exists in every class that signs for Bybit."""
    ids = {info.ccxt_id for info in EXCHANGES.values() if info.family == "bybit"}
    assert ids == {"bybit", "bybiteu", "bybitid"}
    assert (request_.ccxt_method == "") == request_.id.startswith(NOT_IN_CCXT)
    if request_.ccxt_method:
        words = place(request_).replace("_", "-").replace("/", "-").split("-")
        tree = "private" if request_.signed else "public"
        expected = f"{tree}GetV5" + "".join(word[:1].upper() + word[1:] for word in words)
        assert request_.ccxt_method == expected
        for name in ids:
            assert hasattr(getattr(ccxt, name)(), request_.ccxt_method), name


def test_nothing_is_asked_that_no_area_needs() -> None:
    """A request feeds at least one area, or the session itself needs it."""
    for request in CATALOGUE:
        assert request.feeds or request.asked is Asked.SERVICE, request.id


def test_areas_of_policy_and_catalogue_are_the_same() -> None:
    """What has to be accounted for is looked at, and what is looked at is accounted for.

    Bots and copied trades have no list: what a total shows of them is told, and a person
    confirms that nothing of them runs.
    """
    policy = Desk(exchange="bybit").policy
    assert set(CATALOGUE.areas) - set(policy.areas) == TOLD_ONLY
    assert set(policy.areas) <= set(CATALOGUE.areas)
    for request in CATALOGUE:
        for feed in request.feeds:
            assert not (feed.area in TOLD_ONLY and feed.proves), request.id
