"""Which refusals may mean anything but "could not look", typed a second time.

The policy may list a code as absence (``not_opened``) or as a person's job (``manual``) only
where the fact sheet's table says so; the matrices take the policy at its word, so this is
where its word is checked.
"""

from __future__ import annotations

from typing import Final

import pytest
from tests.exchanges.support import Desk
from tests.matrix.okx_faults import CODES

from readiness.domain.policy import Confidence, ErrorCode, Fallback, Handling, Outcome
from readiness.policies import load_policy

# Section 4: "means none", "not applicable", "product unavailable", "empty". By beginning of path.
EARN: Final = ("finance/",)
COPYING: Final = ("copytrading/",)
BLOCK_TRADES: Final = ("rfq/",)
ELSEWHERE: Final = (*EARN, *COPYING, *BLOCK_TRADES, "fiat/", "p2p/")
MAY_PROVE_ABSENCE: Final[dict[str, tuple[str, ...]]] = {
    "58002": ("finance/savings/",),
    "59260": COPYING,
    "59262": COPYING,
    "59263": COPYING,
    "59264": COPYING,
    "59273": COPYING,
    "59285": COPYING,
    "70000": BLOCK_TRADES,
    "70001": BLOCK_TRADES,
    "70002": BLOCK_TRADES,
    "70003": BLOCK_TRADES,
    "51010": ("trade/one-click-repay-", "sprd/"),
    "58016": ("users/entrust-", "asset/subaccount/managed-"),
    "50051": ELSEWHERE,
    "50052": ELSEWHERE,
    "51155": ELSEWHERE,
    "51734": EARN,
    "51735": EARN,
}

# Section 4: "not visible", and refusals that a person can look behind. 404 is an unknown route.
MAY_BE_MANUAL: Final = frozenset(
    {"50030", "50041", "50120", "51070", "51732", "59613", "59614", "59619", "404"}
)

# The reference names a parameter that would make a list of this history useless.
NAMES_A_PARAMETER: Final = ("tradingBot/signal/orders-algo-history", "50014")

# What any read-only key of any account can see: there is nothing to fall back on.
ALWAYS_VISIBLE: Final = (
    "account/config",
    "account/balance",
    "account/positions",
    "account/interest-limits",
    "asset/balances",
    "asset/non-tradable-assets",
    "asset/asset-valuation",
    "asset/deposit-history",
    "asset/withdrawal-history",
    "asset/bills",
    "account/bills",
    "asset/subaccount/bills",
    "trade/orders-pending",
    "trade/orders-algo-pending",
    "users/subaccount/list",
)

# Asked for nobody's sake but some users': only these may be left to a person on a refusal.
FOR_SOME_ONLY: Final = (
    *COPYING,
    *BLOCK_TRADES,
    "finance/simple-earn-fixed/",
    "finance/savings/",
    "fiat/buy-sell/",
    "p2p/",
    "account/move-positions-history",
    "account/set-account-switch-precheck",
    "account/precheck-set-delta-neutral",
    "account/subaccount/",
    "asset/subaccount/balances",
)


def listed(outcome: Outcome) -> list[tuple[str, str]]:
    """Every request and code with this outcome."""
    return [
        (name, code)
        for entry in fallbacks()
        if entry.outcome is outcome
        for name in entry.requests
        for code in entry.codes
    ]


def fallbacks() -> tuple[Fallback, ...]:
    return Desk().policy.fallbacks


def codes() -> tuple[ErrorCode, ...]:
    return Desk().policy.codes


def test_absence_is_proved_only_where_the_documents_say_so() -> None:
    """No other code of no other request makes an area look as if it were never opened."""
    unfounded = [
        (name, code)
        for name, code in listed(Outcome.NOT_OPENED)
        if not name.startswith(MAY_PROVE_ABSENCE.get(code, ("nowhere",)))
    ]
    assert unfounded == []


def test_a_persons_job_is_only_what_some_users_cannot_see() -> None:
    """A refusal that every key can get is no reason to send a person."""
    unfounded = [
        (name, code)
        for name, code in listed(Outcome.MANUAL)
        if (name, code) != NAMES_A_PARAMETER
        and (code not in MAY_BE_MANUAL or not name.startswith(FOR_SOME_ONLY))
    ]
    assert unfounded == []


@pytest.mark.parametrize("name", ALWAYS_VISIBLE)
def test_nothing_to_fall_back_on(name: str) -> None:
    """For what every key can see, each refusal is a failed look."""
    assert [entry for entry in fallbacks() if name in entry.requests] == []


def test_a_code_means_one_thing_for_a_request() -> None:
    """No request lists a code twice, with two meanings."""
    pairs = [*listed(Outcome.NOT_OPENED), *listed(Outcome.MANUAL)]
    assert len(set(pairs)) == len(pairs)


def test_every_fallback_says_where_that_stands() -> None:
    """Meaning, page and day: the report shows them."""
    for entry in fallbacks():
        assert entry.meaning
        assert (entry.source.host or "").removeprefix("www.") == "okx.com"


def test_codes_are_filed_as_the_fact_sheet_has_them() -> None:
    """Retry, clock, rejected or final: each documented code under its own heading."""
    by_handling = {
        handling: {entry.code for entry in codes() if entry.handling is handling}
        for handling in Handling
    }
    assert by_handling[Handling.RETRY] == CODES.retry
    assert by_handling[Handling.CLOCK] == CODES.clock
    assert by_handling[Handling.REJECTED] - CODES.either == CODES.rejected
    assert by_handling[Handling.FINAL] - CODES.either <= CODES.final


def test_restrictions_are_those_of_the_fact_sheet() -> None:
    """The codes that say that the account itself is blocked, and no others."""
    assert {entry.code for entry in codes() if entry.restricts} == CODES.restricting


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    """No code twice, none without a meaning; advice for everything that is not absence."""
    assert len({entry.code for entry in codes()}) == len(codes())
    absent = {code for _, code in listed(Outcome.NOT_OPENED)}
    for entry in codes():
        assert entry.meaning
        assert entry.advice or entry.code in absent, entry.code


# Which answers mean that there is no such key, and nothing about an address, a permission or a
# typing error: the fact sheets' "does not exist", "user does not exist" and "unknown/deleted".
NO_SUCH_KEY: Final = {
    "okx": {"50119", "50008"},
    "binance": {"-2008"},
    "kraken": {"EAPI:Invalid key"},
}


@pytest.mark.parametrize("family", NO_SUCH_KEY)
def test_a_key_is_gone_only_where_the_documents_say_so(family: str) -> None:
    """Each such code rejects the key, and says what else is answered so, and where it stands."""
    gone = {entry.code: entry for entry in load_policy(family).codes if entry.key_gone}
    assert gone.keys() == NO_SUCH_KEY[family]
    for entry in gone.values():
        assert entry.handling is Handling.REJECTED
        assert entry.key_gone is not None
        assert entry.key_gone.also.endswith(".")


def test_a_waiting_period_is_nowhere_better_founded_than_it_is() -> None:
    """OKX names a number for something else; Binance none that can be read."""
    okx, binance = load_policy("okx").waiting, load_policy("binance").waiting
    assert okx is not None
    assert (okx.days, okx.confidence) == (30, Confidence.LOW)
    assert binance is None
