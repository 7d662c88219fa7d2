"""What Kraken's policy says, typed a second time from its part of the fact sheet.

Codes, what refusals mean, the areas, and what only a person can look at.
"""

from __future__ import annotations

from itertools import product
from typing import Any, Final

import pytest

from readiness.domain.area import Area
from readiness.domain.policy import Handling, Outcome, Policy
from readiness.exchanges.registry import load_catalogue
from readiness.policies import load_policy

FUTURES: Final = load_policy("kraken-futures")


def by_itself() -> Policy:
    """What is known of the spot exchange alone: what is looked up, parts have added to."""
    whole = load_policy("kraken")
    added = ("codes", "fallbacks", "obstacles", "wallets")
    own: dict[str, Any] = {
        name: tuple(e for e in getattr(whole, name) if e not in getattr(FUTURES, name))
        for name in added
    }
    for name in ("sources", "remedies"):
        own[name] = {k: v for k, v in getattr(whole, name).items() if k in whole.areas}
    return whole.model_copy(update=own)


POLICY: Final = by_itself()
CATALOGUE: Final = load_catalogue("kraken")
REQUESTS: Final = tuple(
    {request.id: None for request in CATALOGUE} | dict.fromkeys(CATALOGUE.history)
)


def lines(text: str) -> frozenset[str]:
    """Codes are sentences here: one a line."""
    return frozenset(filter(None, map(str.strip, text.splitlines())))


RETRY: Final = lines(
    """
    EAPI:Rate limit exceeded
    EAuth:Rate limit exceeded
    EAuth:Too many requests
    EDatabase:Internal error
    EGeneral:Internal error
    EGeneral:Too many requests
    EService:Busy
    EService:Deadline elapsed
    EService:Throttled
    EService:Unavailable
    """
)
CLOCK: Final = {"EAPI:Invalid nonce"}
REJECTED: Final = {"EAPI:Invalid key", "EAPI:Invalid signature"}
RESTRICTING: Final = lines(
    """
    EAuth:Account temporary disabled
    EAuth:Account unconfirmed
    ETrade:Locked
    ETrade:User Locked
    """
)
FINAL: Final = RESTRICTING | lines(
    """
    EAPI:Feature disabled
    EAccount:Invalid permissions
    EEarnings:Above max
    EEarnings:Below min
    EEarnings:Insufficient funds
    EGeneral:Invalid arguments
    EGeneral:Permission denied
    EGeneral:Temporary lockout
    EGeneral:Unknown method
    EService:Market in cancel_only mode
    EService:Market in post_only mode
    """
)
ABSENT: Final = {"EEarnings:Insufficient funds", "EEarnings:Above max", "EEarnings:Below min"}
"""The error of the last operation is told by the question about it: nothing is under way."""

STOPPING: Final = REJECTED | {"EGeneral:Temporary lockout"}


def test_codes_are_filed_as_the_fact_sheet_has_them() -> None:
    """Retry, clock, rejected or final: each documented code under its own heading."""
    by_handling = {
        handling: {entry.code for entry in POLICY.codes if entry.handling is handling}
        for handling in Handling
    }
    assert by_handling == {
        Handling.RETRY: RETRY,
        Handling.CLOCK: CLOCK,
        Handling.REJECTED: REJECTED,
        Handling.FINAL: FINAL,
    }
    assert len(POLICY.codes) == len({entry.code for entry in POLICY.codes})


def test_restrictions_are_those_of_the_account() -> None:
    """The codes that say that the account itself is locked or switched off, and no others."""
    assert {entry.code for entry in POLICY.codes if entry.restricts} == RESTRICTING


def test_after_a_wrong_key_nothing_more_is_sent() -> None:
    """Kraken locks out whoever goes on; a permission that lacks locks nobody out."""
    assert {entry.code for entry in POLICY.codes if entry.stops} == STOPPING


def test_a_key_that_is_gone() -> None:
    """One code says so, and typing errors too; a signature that is wrong says nothing of it."""
    assert {entry.code for entry in POLICY.codes if entry.key_gone} == {"EAPI:Invalid key"}


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    """Advice for everything that is not absence."""
    for entry in POLICY.codes:
        assert entry.meaning
        assert entry.advice or entry.code in ABSENT, entry.code


def test_a_number_that_is_too_low_needs_a_key_of_its_own() -> None:
    """It is tried once more with a clock that was read anew; nothing else helps."""
    entry = POLICY.error("EAPI:Invalid nonce")
    assert entry is not None
    assert entry.advice.startswith("Give this tool a key of its own")


# -- refusals ----------------------------------------------------------------------------------

DENIED: Final = "EGeneral:Permission denied"
QUERY_FUNDS: Final = (
    *("BalanceEx", "Balance", "Balance:wallets", "CreditLines", "DepositStatus"),
    *("Earn/Allocations", "Earn/AllocateStatus", "Earn/DeallocateStatus"),
)
QUERY_OPEN: Final = ("TradeBalance", "OpenOrders", "OpenPositions")
QUERY_LEDGER: Final = ("WithdrawStatus", "Ledgers", "Ledgers:since")
PERMISSIONS: Final = {
    **dict.fromkeys(QUERY_FUNDS, ("query-funds", "Query under Funds permissions")),
    **dict.fromkeys(QUERY_OPEN, ("query-open-trades", "Query open orders & trades")),
    **dict.fromkeys(QUERY_LEDGER, ("query-ledger", "Query ledger entries")),
}

STATUS: Final = ("Earn/AllocateStatus", "Earn/DeallocateStatus")
PROVES_ABSENCE: Final = set(product(STATUS, ABSENT))

LEFT_TO_A_PERSON: Final = {
    ("ListWalletAccounts", code) for code in ("EGeneral:Unknown method", "404")
}


@pytest.mark.parametrize("request_id", PERMISSIONS)
def test_a_permission_that_lacks_is_named(request_id: str) -> None:
    """It proves nothing, and the advice is that very permission and none that acts."""
    permission, words = PERMISSIONS[request_id]
    assert CATALOGUE[request_id].permission == permission
    entry = POLICY.fallback(request_id, DENIED, {})
    assert entry is not None
    assert entry.outcome is Outcome.UNKNOWN
    assert words in entry.meaning
    assert "nothing else" in entry.meaning or "no permission to withdraw" in entry.meaning


def test_every_request_that_needs_a_permission_says_which() -> None:
    """And the others need none."""
    needing = {request.id for request in CATALOGUE if request.signed and request.permission}
    assert needing == PERMISSIONS.keys()


def test_no_other_refusal_is_more_than_a_failed_look() -> None:
    """Over all requests and codes, HTTP statuses among them."""
    statuses = {str(status) for status in (400, 401, 403, 404, 405, 418, 429, 451, 500, 503, 520)}
    codes = {entry.code for entry in POLICY.codes} | statuses
    found = {
        (request, code): entry.outcome
        for request, code in product(REQUESTS, sorted(codes))
        for entry in [POLICY.fallback(request, code, {})]
        if entry and entry.outcome is not Outcome.UNKNOWN
    }
    assert found == {
        **dict.fromkeys(PROVES_ABSENCE, Outcome.NOT_OPENED),
        **dict.fromkeys(LEFT_TO_A_PERSON, Outcome.MANUAL),
    }


def test_a_code_means_one_thing_for_a_request() -> None:
    """No two entries speak of the same refusal, and none of a request that nobody makes."""
    pairs = [
        (name, code)
        for entry in POLICY.fallbacks
        for name in entry.requests
        for code in entry.codes
    ]
    assert len(set(pairs)) == len(pairs)
    assert {name for name, _ in pairs} <= set(REQUESTS)


# -- areas -------------------------------------------------------------------------------------

EVERYTHING: Final = {
    Area.ACCOUNT_KEY,
    Area.ACCOUNT_RESTRICTIONS,
    Area.ACCOUNT_TOTALS,
    Area.ORDERS_OPEN,
    Area.POSITIONS_OPEN,
    Area.LOANS_MARGIN,
    Area.LOANS_VIP,
    Area.EARN_FLEXIBLE,
    Area.EARN_FIXED,
    Area.EARN_ON_CHAIN,
    Area.EARN_OTHER,
    Area.TRANSFERS_DEPOSITS,
    Area.TRANSFERS_WITHDRAWALS,
    Area.TRANSFERS_INTERNAL,
    Area.WALLET_SPOT,
    Area.WALLET_OTHER,
}


def test_every_area_is_asked_about_and_says_where_to_clear_it() -> None:
    """No area without a request, no request without an area, a remedy for each."""
    assert set(POLICY.areas) == EVERYTHING == CATALOGUE.areas
    assert set(POLICY.remedies) == EVERYTHING - {Area.ACCOUNT_KEY}
    assert set(POLICY.sources) <= EVERYTHING


def test_what_each_kind_of_key_cannot_see() -> None:
    """No request lists sub-accounts: of one, a main account's key sees nothing."""
    assert set(POLICY.main_only.areas) == {Area.WALLET_OTHER}
    own = {Area.ACCOUNT_KEY, Area.TRANSFERS_INTERNAL, Area.WALLET_OTHER}
    assert set(POLICY.master_blind.areas) == EVERYTHING - own
    assert Area.SUB_ACCOUNTS not in CATALOGUE.areas


def test_what_kraken_s_own_numbers_are_held_against() -> None:
    """What orders hold, what margin uses, and what everything is worth."""
    found = {kind: set(entry.areas) for entry in POLICY.obstacles for kind in entry.types}
    of_orders = {"hold_trade", "value of orders"}
    of_positions = {
        *("margin in use", "unrealised result"),
        *("cost of positions", "value of positions"),
    }
    assert found.keys() == of_orders | of_positions
    assert all(found[kind] == {Area.ORDERS_OPEN} for kind in of_orders)
    assert all(found[kind] == {Area.POSITIONS_OPEN} for kind in of_positions)
    (worth,) = POLICY.wallets
    assert worth.place == "equivalent balance"
    assert set(worth.areas) == {
        area for area in EVERYTHING if area.startswith(("wallet.", "earn."))
    }
    assert worth.could_be


def test_what_a_person_has_to_look_at() -> None:
    """What no request shows; a key of Kraken futures takes the first away."""
    assert [item.item for item in POLICY.manual] == [
        "futures",
        "recurring-orders",
        "auto-earn",
        "krak",
        "nft",
        "otc",
        "sub-accounts",
        "reviews",
    ]
    futures = POLICY.manual[0]
    assert set(futures.covers) == {
        Area.WALLET_FUTURES_USDM,
        Area.WALLET_FUTURES_COINM,
        Area.ORDERS_FUTURES_USDM,
        Area.ORDERS_FUTURES_COINM,
        Area.POSITIONS_FUTURES_USDM,
        Area.POSITIONS_FUTURES_COINM,
    }
    for item in POLICY.manual:
        assert item.look
        assert (item.source.host or "").endswith(".kraken.com")


def test_no_advice_asks_for_a_key_that_can_act() -> None:
    """A permission to withdraw or to trade is only named to say that it is not wanted."""
    told = [entry.advice for entry in POLICY.codes] + [entry.meaning for entry in POLICY.fallbacks]
    for text in told:
        if "permission" in text and ("withdraw" in text or "trade or" in text):
            assert "never" in text or "no permission to withdraw" in text, text
