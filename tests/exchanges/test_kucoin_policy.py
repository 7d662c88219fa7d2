"""What KuCoin's policy says, typed a second time from its part of the fact sheet.

Codes, what refusals mean, the areas, and what only a person can look at.
"""

from __future__ import annotations

from itertools import product
from typing import Final

import pytest

from readiness.domain.area import Area
from readiness.domain.policy import Handling, Outcome
from readiness.exchanges.registry import EXCHANGES, load_catalogue
from readiness.policies import load_policy

POLICY: Final = load_policy("kucoin")
CATALOGUE: Final = load_catalogue("kucoin")
REQUESTS: Final = tuple(
    {request.id: None for request in CATALOGUE} | dict.fromkeys(CATALOGUE.history)
)


def codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


RETRY: Final = codes("408000 429000 500000 503 135005 135018")
CLOCK: Final = codes("400002")
REJECTED: Final = codes("400001 400003 400004 400005 400006 400008 400009 400401")
RESTRICTING: Final = codes("400301 400303 400500 411100 126002 130201 130302")
FINAL: Final = RESTRICTING | codes(
    """
    400007 400010 101030 112010 404 404000 401000
    200004 400100 400400 415000
    """
)
SILENT: Final = codes("101030")
"""What was never switched on needs no advice."""


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
    """Frozen, not served in its region, or without an identity check: and no others."""
    assert {entry.code for entry in POLICY.codes if entry.restricts} == RESTRICTING


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    """Advice for everything that is not absence."""
    for entry in POLICY.codes:
        assert entry.meaning
        assert bool(entry.advice) == (entry.code not in SILENT), entry.code


def test_a_key_that_is_gone() -> None:
    """One code says so; it is also the answer to a key of another site of KuCoin."""
    (gone,) = [entry for entry in POLICY.codes if entry.key_gone]
    assert gone.code == "400003"
    assert gone.key_gone is not None
    assert "another site" in gone.key_gone.also


# -- refusals ----------------------------------------------------------------------------------

HF: Final = "api/v1/hf/orders/active/symbols"
MARGIN_HF: Final = "api/v3/hf/margin/order/active/symbols"
MARGIN: Final = (
    "api/v3/margin/accounts",
    "api/v3/isolated/accounts",
    "api/v3/hf/margin/account/ledgers",
    *(
        f"{path}:{kind}"
        for kind in ("cross", "isolated")
        for path in (
            *("api/v1/orders", "api/v1/stop-order", MARGIN_HF),
            *("api/v3/hf/margin/stop-orders", "api/v3/hf/margin/oco-orders"),
        )
    ),
)
TIED: Final = (
    *(HF, f"{MARGIN_HF}:cross", f"{MARGIN_HF}:isolated"),
    *("api/v1/positions", "api/v1/account-overview"),
    *("api/v1/otc-loan/loan", "api/v1/otc-loan/accounts"),
)
"""Reads that the specification ties to a permission to trade."""
OLD: Final = ("api/v1/orders", "api/v1/orders:cross", "api/v1/orders:isolated", "api/v3/oco/orders")

PROVES_ABSENCE: Final = set(product(MARGIN, ("101030",)))
LEFT_TO_A_PERSON: Final = {
    *product(TIED, ("400007",)),
    *product(("api/v1/deposits", "api/v1/withdrawals"), ("400100",)),
    ("api/ua/v1/unified/order/open-list", "400100"),
    ("api/ua/v1/sub-account/balance", "112010"),
    ("api/v1/struct-earn/orders", "400100"),
    *product(OLD, ("401000", "404000")),
}


def test_every_read_that_is_tied_to_trading_has_an_answer() -> None:
    """All that the catalogue names a further permission for, and nothing else."""
    assert {r.id for r in CATALOGUE if r.permission != "read_only"} == set(TIED)


@pytest.mark.parametrize("mode", ["", "CLASSIC", "UNIFIED"])
def test_no_other_refusal_is_more_than_a_failed_look(mode: str) -> None:
    """Over all requests and codes, HTTP statuses among them."""
    statuses = {str(status) for status in (400, 401, 403, 404, 405, 418, 429, 451, 500, 503, 520)}
    known = {entry.code for entry in POLICY.codes} | statuses
    found = {
        (request, code): entry.outcome
        for request, code in product(REQUESTS, sorted(known))
        for entry in [POLICY.fallback(request, code, {"mode": mode} if mode else {})]
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


def test_what_a_person_looks_at_instead_is_told() -> None:
    """Where, or whom to ask."""
    for entry in POLICY.fallbacks:
        assert entry.meaning
        if entry.outcome is Outcome.MANUAL:
            assert "look" in entry.meaning or "ask your contact" in entry.meaning


# -- areas -------------------------------------------------------------------------------------

EVERYTHING: Final = {
    Area.ACCOUNT_KEY,
    *(Area.ORDERS_OPEN, Area.ORDERS_ALGO, Area.ORDERS_CONVERT),
    *(Area.ORDERS_MARGIN_CROSS, Area.ORDERS_MARGIN_ISOLATED),
    *(Area.ORDERS_FUTURES_USDM, Area.ORDERS_FUTURES_COINM),
    *(Area.POSITIONS_FUTURES_USDM, Area.POSITIONS_FUTURES_COINM),
    *(Area.LOANS_MARGIN, Area.LOANS_INSTITUTIONAL),
    *(Area.EARN_FLEXIBLE, Area.EARN_DUAL_INVESTMENT, Area.EARN_OTHER),
    *(Area.TRANSFERS_DEPOSITS, Area.TRANSFERS_WITHDRAWALS, Area.TRANSFERS_INTERNAL),
    Area.SUB_ACCOUNTS,
    *(Area.WALLET_FUNDING, Area.WALLET_SPOT),
    *(Area.WALLET_MARGIN_CROSS, Area.WALLET_MARGIN_ISOLATED),
    *(Area.WALLET_FUTURES_USDM, Area.WALLET_FUTURES_COINM),
}
ONLY_IF_THERE: Final = {Area.WALLET_TRADING, Area.ACCOUNT_TOTALS, Area.ACCOUNT_RESTRICTIONS}
"""The unified account, its total, and what the margin accounts say of themselves."""


def test_every_area_is_asked_about_and_says_where_to_clear_it() -> None:
    """No area without a request, no request without an area, a remedy for each."""
    assert set(POLICY.areas) == EVERYTHING
    assert CATALOGUE.areas == EVERYTHING | ONLY_IF_THERE
    assert set(POLICY.remedies) == (EVERYTHING | ONLY_IF_THERE) - {Area.ACCOUNT_KEY}
    assert set(POLICY.sources) <= EVERYTHING | ONLY_IF_THERE


def test_what_each_kind_of_key_cannot_see() -> None:
    """Of a sub-account, the main account's key sees the wallets that say whose they are."""
    assert set(POLICY.main_only.areas) == {Area.SUB_ACCOUNTS}
    shown = {
        *(Area.WALLET_FUNDING, Area.WALLET_SPOT),
        *(Area.WALLET_FUTURES_USDM, Area.WALLET_FUTURES_COINM),
    }
    own = {Area.ACCOUNT_KEY, Area.SUB_ACCOUNTS}
    assert set(POLICY.master_blind.areas) == EVERYTHING - shown - own


def test_what_the_unified_account_s_total_is_held_against() -> None:
    """The one total that KuCoin states, and the margin that is in use."""
    margin, worth = POLICY.wallets
    assert (margin.place, margin.areas) == ("unified margin", ())
    assert (worth.place, set(worth.areas)) == ("unified", {Area.WALLET_TRADING})
    assert worth.could_be
    assert POLICY.obstacles == ()


def test_what_a_person_has_to_look_at() -> None:
    """What no request shows, each with the place where it is seen."""
    assert [item.item for item in POLICY.manual] == [
        "trading-bots",
        "copy-trading",
        "p2p",
        "fiat-and-card",
        "campaigns",
        "other-family",
        "structured-earn",
        "options-and-old-coins",
        "crypto-loans",
        "web3-wallet",
        "kyc-review",
        "referral-income",
        "saved-addresses",
        "tax-reports",
    ]
    for item in POLICY.manual:
        assert item.look
        assert item.source.host == "www.kucoin.com"


def test_other_sites_of_the_brand_are_named_and_not_served() -> None:
    """Companies of their own, for which this tool has no addresses."""
    info = EXCHANGES["kucoin"]
    assert set(info.namesakes) == {"kucoin.eu", "kucoin.au", "kucoin.th", "kucoin.tr"}
    assert all(host.endswith(".kucoin.com") for hosts in info.hosts.values() for host in hosts)
