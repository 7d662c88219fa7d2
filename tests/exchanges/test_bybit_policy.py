"""What Bybit's refusals mean, typed a second time from its fact sheet.

A refusal proves that a product was never opened only where the account's own mode says the
same. What a better read-only key could see is a failed look; what no ordinary key can see is
left to a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import Final

import pytest
from tests.matrix.bybit_faults import CODES

from readiness.domain.policy import Handling, Outcome
from readiness.exchanges.registry import load_catalogue
from readiness.policies import load_policy

POLICY: Final = load_policy("bybit")
CATALOGUE: Final = load_catalogue("bybit")
REQUESTS: Final = tuple(
    {request.id: None for request in CATALOGUE} | dict.fromkeys(CATALOGUE.history)
)
Traits = Mapping[str, str]

CLASSIC: Final[Traits] = {"kind": "main", "uta": "0", "mode": "1"}
UNIFIED: Final[Traits] = {"kind": "main", "uta": "1", "mode": "6"}
NOT_KNOWN: Final[Traits] = {"kind": "main", "uta": "0"}
OF_A_SUB: Final[Traits] = {"kind": "sub", "uta": "1", "mode": "5"}
ACCOUNTS: Final[tuple[Traits, ...]] = (
    *(CLASSIC, UNIFIED, NOT_KNOWN, OF_A_SUB, {}),
    *({**UNIFIED, "mode": mode} for mode in ("3", "4", "7")),
)

NOT_OPENED: Final = Outcome.NOT_OPENED
MANUAL: Final = Outcome.MANUAL
UNKNOWN: Final = Outcome.UNKNOWN
"""Also for what the policy says nothing of: it comes to the same."""

EARN: Final = (
    *("earn/position", "earn/position:on-chain", "earn/fixed-term/position"),
    *("earn/advance/position", "earn/advance/position:structured"),
    *("earn/liquidity-mining/position", "earn/rwa/position", "earn/token/position"),
    *("earn/order", "earn/liquidity-mining/order", "earn/token/order"),
    *("earn/fixed-term/order", "earn/advance/order", "earn/advance/order:structured"),
    "spot-x/launchpool/user/current-staking",
)
WEALTH: Final = ("earn/pwm/investment-plan/all", "earn/pwm/investment-plan/order")
LOANS: Final = (
    *("crypto-loan-common/position", "crypto-loan-flexible/ongoing-coin"),
    *("crypto-loan-fixed/borrow-contract-info", "crypto-loan-fixed/borrow-order-info"),
    *("crypto-loan-fixed/supply-contract-info", "crypto-loan-fixed/supply-order-info"),
    "crypto-loan/ongoing-orders",
)
BLOCK_TRADES: Final = ("rfq/rfq-realtime", "rfq/quote-realtime")
OVERVIEW: Final = ("asset/asset-overview", "asset/asset-overview:sub")
FOR_UNIFIED: Final = (
    *("account/wallet-balance", "spread/order/realtime", "strategy/list"),
    *("account/transaction-log", "account/borrow-history"),
)

Rule = tuple[tuple[str, ...], str, Traits]
PROVES_ABSENCE: Final[tuple[Rule, ...]] = ((FOR_UNIFIED, "10028", {"mode": "1"}),)
"""Requests, code, and the mode that says the same."""

LEFT_TO_A_PERSON: Final[tuple[Rule, ...]] = (
    (
        (
            "spot-margin-trade/fixedborrow-contract-info",
            "spot-margin-trade/fixedborrow-order-info",
        ),
        "10028",
        {"mode": "1"},
    ),
    # Only some clients can have a key that is answered.
    (
        (
            *("fiat/balance-query", "user/escrow_sub_members", "ins-loan/loan-order"),
            *(*WEALTH, *BLOCK_TRADES),
        ),
        "10005",
        {},
    ),
    # A region is refused whatever the key.
    *(((*EARN, *LOANS, *WEALTH, *BLOCK_TRADES), code, {}) for code in ("10009", "10024", "110132")),
    # The regional companies do not serve everything, and old products are taken out.
    *(((*OVERVIEW, "crypto-loan/ongoing-orders", EARN[-1]), code, {}) for code in ("404", "10017")),
)
"""Refusals that an ordinary read-only key can get where something may well be."""

# The scope that a better read-only key has, as its advice names it.
TICKED: Final[dict[str, tuple[str, ...]]] = {
    "the permission Earn ticked, it cannot subscribe or redeem": EARN,
    "the permission Spot trade ticked, it cannot trade": LOANS,
    "the permissions for account and sub-account transfers ticked, it cannot transfer": (
        *("user/submembers", "user/query-sub-members"),
        *("asset/transfer/query-sub-member-list", "asset/transfer/query-universal-transfer-list"),
        "asset/transfer/query-universal-transfer-list:since",
    ),
}

STATUSES: Final = (400, 401, 403, 404, 405, 409, 410, 418, 429, 451, 500, 502, 503, 504)

# What any read-only key of any account sees: each refusal is a failed look.
ALWAYS_VISIBLE: Final = (
    *("user/query-api", "account/info", "user/get-member-type", "user/get-member-type:sub"),
    *("order/realtime", "position/list", "spot-margin-trade/liability"),
    *("asset/transfer/query-account-coins-balance", "asset/withdraw/withdrawable-amount"),
    *("asset/transfer/query-account-coins-balance:classic", "asset/fundinghistory"),
    *("asset/transfer/query-account-coins-balance:sub", "asset/total-members-assets"),
    "asset/transfer/query-account-coins-balance:sub-trading",
    "asset/transfer/query-account-coins-balance:sub-classic",
    *("asset/deposit/query-record", "asset/deposit/query-internal-record"),
    *("asset/deposit/query-sub-member-record", "asset/withdraw/query-record"),
    "asset/transfer/query-inter-transfer-list",
)


def allowed(rules: tuple[Rule, ...], request: str, code: str, traits: Traits) -> bool:
    """Whether one of the rules speaks of this refusal."""
    return any(
        code == listed and traits.items() >= needed.items() and request in names
        for names, listed, needed in rules
    )


def outcome(request: str, code: str, traits: Traits) -> Outcome:
    """What the policy makes of a refusal."""
    entry = POLICY.fallback(request, code, traits)
    return entry.outcome if entry else UNKNOWN


def refusals() -> Iterator[tuple[str, str, Traits]]:
    """Every request x every code or status x every kind of account."""
    statuses = {str(status) for status in STATUSES}
    listed = {code for entry in POLICY.fallbacks for code in entry.codes}
    known = {entry.code for entry in POLICY.codes} | statuses | listed
    return product(REQUESTS, sorted(known), ACCOUNTS)


def of_scan(name: str) -> bool:
    """Whether a scan makes the request, and not only a backup."""
    return name not in CATALOGUE.history


def test_codes_are_filed_as_the_documents_have_them() -> None:
    """Retry, clock, rejected or final: each documented code under its own heading.

    The page of errors also has codes of single services; they are filed with the others.
    """
    by_handling = {
        handling: {entry.code for entry in POLICY.codes if entry.handling is handling}
        for handling in Handling
    }
    assert CODES.retry <= by_handling[Handling.RETRY]
    assert by_handling[Handling.CLOCK] == CODES.clock
    assert by_handling[Handling.REJECTED] - CODES.either == CODES.rejected
    filed = {code for codes in by_handling.values() for code in codes}
    assert CODES.final | CODES.either <= filed
    assert CODES.final <= by_handling[Handling.FINAL]
    assert len(POLICY.codes) == len({entry.code for entry in POLICY.codes})


def test_restrictions_are_those_of_the_documents() -> None:
    """The codes that say that the account itself is banned or blocked, and no others."""
    assert {entry.code for entry in POLICY.codes if entry.restricts} == {
        *CODES.restricting,
        "3100197",
    }


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    """Bybit has no code without advice."""
    for entry in POLICY.codes:
        assert entry.meaning
        assert entry.advice, entry.code


def test_no_code_says_that_a_key_is_gone() -> None:
    """10003 is also the answer to a key that was copied wrong, and to another company's."""
    assert not [entry.code for entry in POLICY.codes if entry.key_gone]


def test_absence_is_proved_only_where_the_mode_says_the_same() -> None:
    """Over all requests, codes and accounts: nothing else makes a product look unopened."""
    for request, code, traits in refusals():
        absent = outcome(request, code, traits) is NOT_OPENED
        assert absent == allowed(PROVES_ABSENCE, request, code, traits), (request, code, traits)


def test_a_persons_job_is_only_what_ordinary_keys_cannot_see() -> None:
    """Over all requests, codes and accounts: every other refusal is a failed look."""
    for request, code, traits in refusals():
        manual = outcome(request, code, traits) is MANUAL
        listed = allowed(LEFT_TO_A_PERSON, request, code, traits)
        assert manual == listed or not of_scan(request), (request, code, traits)


@pytest.mark.parametrize("advice", TICKED)
def test_what_a_better_key_would_see_is_a_failed_look(advice: str) -> None:
    """The reason names the scope to tick on a read-only key, and says that it cannot act."""
    for request in TICKED[advice]:
        for traits in ACCOUNTS:
            entry = POLICY.fallback(request, "10005", traits)
            assert entry is not None, request
            assert entry.outcome is UNKNOWN
            assert entry.meaning.endswith(f"make a read-only key with {advice}")


@pytest.mark.parametrize("name", ALWAYS_VISIBLE)
def test_nothing_to_fall_back_on(name: str) -> None:
    """For what every key can see, each refusal is a failed look."""
    assert name in REQUESTS
    assert [entry for entry in POLICY.fallbacks if name in entry.requests] == []


def test_what_passes_by_itself_means_nothing() -> None:
    """No code that another try can mend, and no HTTP status but 404, is listed for anything."""
    listed = {code for entry in POLICY.fallbacks for code in entry.codes}
    assert listed.isdisjoint(CODES.retry | CODES.clock)
    assert {code for code in listed if len(code) == 3} == {"404"}


def test_a_code_means_one_thing_for_a_request() -> None:
    """For one account no two entries speak of the same refusal."""
    for request, code, traits in refusals():
        entries = [entry for entry in POLICY.fallbacks if entry.fits(request, code, traits)]
        assert len(entries) <= 1, (request, code, traits)


def test_every_fallback_is_about_a_request_that_exists() -> None:
    """A fallback for a request that nobody makes would be a leftover."""
    assert {name for entry in POLICY.fallbacks for name in entry.requests} <= set(REQUESTS)


def test_every_fallback_says_where_that_stands() -> None:
    """Meaning, page and day: the report shows them."""
    for entry in POLICY.fallbacks:
        assert entry.meaning
        assert entry.source.host == "bybit-exchange.github.io"
