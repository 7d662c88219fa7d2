"""Which calls Bybit's lists are asked with, and how each of them is read to its end.

The tables were typed from the reference (https://bybit-exchange.github.io/docs/v5/, read
2026-07-24) a second time; the look-alike's routes were written by somebody else.
"""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest
from tests.each import each
from tests.exchanges.support import Desk

from readiness.exchanges.bybit.catalogue import CATALOGUE
from readiness.exchanges.catalogue import Asked, Request
from readiness.exchanges.paging import Capped, Newest, One, Single, Some, Tokens
from readiness.simulator import BybitAccount
from readiness.simulator.bybit.routes import TABLE
from readiness.simulator.tables.paging import Capped as ServedCapped
from readiness.simulator.tables.paging import Token

SUB: Final = "grid01"

# The largest page, and what stands in place of a token on the last one beside nothing.
TOKENS: Final = {
    "order/realtime": (50, ()),
    "spread/order/realtime": (50, ()),
    "strategy/list": (50, ()),
    "position/list": (200, ()),
    "spot-margin-trade/fixedborrow-contract-info": (100, ("0",)),
    "crypto-loan-fixed/borrow-contract-info": (100, ("0",)),
    "crypto-loan-fixed/borrow-order-info": (100, ("0",)),
    "crypto-loan-fixed/supply-contract-info": (100, ("0",)),
    "crypto-loan-fixed/supply-order-info": (100, ("0",)),
    "spot-margin-trade/fixedborrow-order-info": (100, ("0",)),
    "crypto-loan/ongoing-orders": (100, ("0",)),
    "earn/order": (100, ()),
    "earn/liquidity-mining/order": (50, ()),
    "earn/token/order": (100, ()),
    "earn/pwm/investment-plan/order": (50, ()),
    "earn/fixed-term/order": (50, ()),
    "earn/advance/order": (20, ()),
    "earn/advance/position": (20, ()),
    "earn/pwm/investment-plan/all": (50, ()),
    "asset/deposit/query-record": (50, ()),
    "asset/deposit/query-internal-record": (50, ()),
    "asset/deposit/query-sub-member-record": (50, ()),
    "asset/withdraw/query-record": (50, ()),
    "asset/transfer/query-inter-transfer-list": (50, ()),
    "asset/transfer/query-universal-transfer-list": (50, ()),
    "user/submembers": (100, ("0",)),
    "user/escrow_sub_members": (100, ("0",)),
}
# Lists with one page of so many rows, and no way to another.
CUT_OFF: Final = {"ins-loan/loan-order": 100, "spot-x/launchpool/user/current-staking": 30}

# By category and settle coin; by kind; by account type.
CALLS: Final[dict[str, list[dict[str, str]]]] = {
    "order/realtime": [
        {"category": "linear", "settleCoin": "USDT"},
        {"category": "linear", "settleCoin": "USDC"},
        {"category": "inverse"},
        {"category": "option"},
        {"category": "spot"},
    ],
    "position/list": [
        {"category": "linear", "settleCoin": "USDT"},
        {"category": "linear", "settleCoin": "USDC"},
        {"category": "inverse"},
        {"category": "option"},
    ],
    "rfq/rfq-realtime": [{"traderType": "request"}, {"traderType": "quote"}],
    "rfq/quote-realtime": [{"traderType": "request"}, {"traderType": "quote"}],
    "earn/position": [{"category": "FlexibleSaving"}],
    "earn/position:on-chain": [{"category": "OnChain"}],
    "earn/advance/position": [{"category": "DualAssets"}],
    "earn/advance/position:structured": [
        {"category": "DiscountBuy"},
        {"category": "DoubleWin"},
        {"category": "SmartLeverage"},
    ],
    "earn/advance/order": [{"category": "DualAssets"}],
    "earn/advance/order:structured": [
        {"category": "DiscountBuy"},
        {"category": "DoubleWin"},
        {"category": "SmartLeverage"},
    ],
    "earn/token/position": [{"coin": "BYUSDT"}],
    "earn/token/order": [{"coin": "BYUSDT"}],
    "earn/order": [{"category": "FlexibleSaving"}],
    # Without it, only what has ended.
    "earn/liquidity-mining/order": [{"status": "Processing"}],
    "account/wallet-balance": [{"accountType": "UNIFIED"}],
    "account/transaction-log": [{"accountType": "UNIFIED"}],
    "market/tickers": [{"category": "spot"}],
    # On chain and off; without it only the former.
    "asset/withdraw/query-record": [{"withdrawType": "2"}],
}

EVERY = each("request_", CATALOGUE)


def place(request: Request) -> str:
    """The path of a request within the API."""
    return request.route.path.removeprefix("/v5/")


@EVERY
def test_calls_cover_every_kind(request_: Request) -> None:
    """Every category with every settle coin, every kind, every state."""
    calls = [dict(call.params) for call in request_.calls]
    if place(request_) != "asset/transfer/query-account-coins-balance":
        assert calls == CALLS.get(request_.id, [{}])


def test_other_wallets_are_asked_for_by_their_names() -> None:
    """Funding is a wallet of its own; classic accounts have two more in place of the unified."""
    path = "asset/transfer/query-account-coins-balance"
    types = {
        request.id.removeprefix(path): [call.params.get("accountType") for call in request.calls]
        for request in CATALOGUE
        if place(request) == path
    }
    assert types == {
        "": ["FUND"],
        ":classic": ["CONTRACT", "SPOT"],
        ":sub": ["FUND"],
        # The types come from what Bybit says the sub-account has.
        ":sub-trading": [None],
        ":sub-classic": [None],
    }
    (call,) = CATALOGUE[f"{path}:sub-trading"].calls
    assert len(call.params["coin"].split(",")) <= 10, "the documents allow no more"


@EVERY
def test_paging_is_the_documented_one(request_: Request) -> None:
    """The largest pages, to the end that the answers tell; the look-alike serves no larger."""
    path = place(request_)
    served = TABLE[path].paging
    match request_.paging:
        case Tokens() as tokens:
            size, more = TOKENS[path]
            assert (tokens.size, tokens.ends) == (size, ("", *more))
            assert not tokens.absent_ends
            assert isinstance(served, Token)
            assert (tokens.parameter, tokens.at, tokens.size_parameter, tokens.size) == (
                served.parameter,
                served.told,
                served.size,
                served.maximum,
            )
        case Newest(size=size):
            assert request_.asked in (Asked.MOVEMENT, Asked.MAIN_MOVEMENT)
            assert isinstance(served, Token)
            assert size == served.maximum
        case Capped(size=size):
            assert size == CUT_OFF[path]
            assert served is None or size == served.maximum
        case Single() | One() | Some():
            # At most a thousand rows, of which the paged list beside it shows all.
            assert served is None or isinstance(served, ServedCapped)
            assert path not in TOKENS
        case other:
            pytest.fail(f"undocumented: {other}")


@EVERY
def test_spans_fit_what_is_served_at_once(request_: Request) -> None:
    """Spans are as long as is served, and go back a year, or some weeks where that is quick."""
    window = TABLE[place(request_)].window
    if request_.windows is None:
        # A list whose newest page is read begins with the scan; the other has no longest span.
        assert window is None or not window.longest or isinstance(request_.paging, Newest)
        return
    assert window is not None
    assert (request_.windows.start, request_.windows.end) == (window.start, window.end)
    if window.longest == 30:
        assert request_.windows.days == 29, "a span of exactly 30 days may be too long"
        assert request_.windows.days * request_.windows.count >= 365
    else:
        weeks = 4 if "transfer" in request_.id else 1
        assert (request_.windows.days, request_.windows.count) == (window.longest, weeks)


# Only a partner of Bybit can tick the permission that the fiat wallet wants.
NOT_FOR_ORDINARY_KEYS: Final = ("fiat/balance-query", "10005")

MODES: Final = ("", "1", "3", "4", "5", "6", "7")


@pytest.mark.parametrize(
    "request_", [entry for entry in CATALOGUE if entry.loop], ids=lambda request: request.id
)
def test_a_loop_is_asked_only_where_its_names_are(request_: Request) -> None:
    """Were the names not asked for, nobody would make the loop, nor say that it is missing."""
    assert request_.loop is not None
    names = CATALOGUE[request_.loop.over]
    assert names.asked is request_.asked
    assert names.feeds, "what feeds no area is not asked for by a scan"
    for mode, kind, uta in product(MODES, ("", "main", "sub"), ("", "0", "1")):
        traits = {"mode": mode, "kind": kind, "uta": uta}
        assert names.applies(traits) or not request_.applies(traits), traits


@pytest.mark.parametrize("mode", ["1", "3", "4", "5", "6"])
def test_every_call_is_understood_in_every_kind_of_account(mode: str) -> None:
    """No call is refused as badly put; a classic account refuses what is for unified ones."""
    account = BybitAccount(mode=mode)
    sub = account.sub_account(SUB)
    desk = Desk(account, "bybit")
    refused = set()
    for request in CATALOGUE:
        if request.applies(desk.traits):
            scope = {request.scope_parameter: sub.uid} if request.scope_parameter else {}
            refused |= set(desk.fetch(request, scope_params=scope).failures())
    for_unified = {
        request.id
        for request in CATALOGUE
        # A loop is not begun where the list of its names is refused.
        if TABLE[place(request)].modes and request.applies(desk.traits) and not request.loop
    }
    classic = {(name, "10028") for name in for_unified}
    assert refused == {NOT_FOR_ORDINARY_KEYS, *(classic if mode == "1" else ())}
