"""What Binance's refusals mean, typed a second time from its fact sheet.

Section 4 files each code; section 4.1 says which refusals prove that a product was never
opened, with which flag of the account. Whatever it calls "could not look" has to stay so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product
from typing import Final

import pytest

from readiness.domain.policy import Handling, Outcome
from readiness.exchanges.registry import load_catalogue
from readiness.policies import load_policy

POLICY: Final = load_policy("binance")
CATALOGUE: Final = load_catalogue("binance")
REQUESTS: Final = tuple(
    {request.id: None for request in CATALOGUE} | dict.fromkeys(CATALOGUE.history)
)
Traits = Mapping[str, str]


def codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


RETRY: Final = codes("-1000 -1001 -1003 -1006 -1007 -1008 -3000 -3044")
CLOCK: Final = codes("-1021")
REJECTED: Final = codes("-1022 -1099 -2008 -2014 -2015")
RESTRICTING: Final = codes("-3014 -3018 -3019 -3022 -3036")
FINAL: Final = RESTRICTING | codes(
    """
    -1002 -1016 -1020 -1100 -1101 -1102 -1103 -1104 -1105 -1106 -1111 -1121 -1127 -1128 -1130
    -3003 -3007 -3028 -3999 -4006 -4046 -4047 -4060 -5004 -5005 -5006 -5011 -5012 -6003 -6017 -8012
    -9000 -10038 -11001 -12022 -21001 -21004 -27001 -27011 100001002 100001003 200003903 497203
    """
)

# The flags of account/info, whose key it is, and the VIP level.
ALL_ON: Final[Traits] = {
    "kind": "main",
    "margin": "on",
    "futures": "on",
    "options": "on",
    "portfolio_margin": "on",
    "vip": "3",
}
ALL_OFF: Final[Traits] = {
    "kind": "main",
    "margin": "off",
    "futures": "off",
    "options": "off",
    "portfolio_margin": "off",
    "vip": "0",
}
NOT_KNOWN: Final[Traits] = {"kind": "main"}
OF_A_SUB: Final[Traits] = {**ALL_OFF, "kind": "sub"}
ACCOUNTS: Final[tuple[Traits, ...]] = (ALL_ON, ALL_OFF, NOT_KNOWN, OF_A_SUB, {})

NOT_OPENED: Final = Outcome.NOT_OPENED
MANUAL: Final = Outcome.MANUAL
UNKNOWN: Final = Outcome.UNKNOWN
"""Also for what the policy says nothing of: it comes to the same."""

# Names of requests, or of the folder that they are in.
FUTURES: Final = ("fapi/", "dapi/")
TRANSFERS: Final = (
    "sapi/v1/asset/transfer",
    "sapi/v1/asset/transfer:since",
    "sapi/v2/sub-account/futures/account",
    "sapi/v2/sub-account/futures/account:coinm",
    "sapi/v2/sub-account/futures/positionRisk",
    "sapi/v2/sub-account/futures/positionRisk:coinm",
)
MARGIN: Final = (
    "sapi/v1/margin/account",
    "sapi/v1/margin/openOrders",
    "sapi/v1/margin/openOrderList",
    "sapi/v1/margin/borrow-repay",
    "sapi/v1/margin/exchange-small-liability",
    "sapi/v1/margin/liquidation-loan",
)
PAST_OF_MARGIN: Final = (
    *(
        f"sapi/v1/margin/{name}"
        for name in ("forceLiquidationRec", "liquidation-loan/repay-history")
    ),
    "sapi/v1/margin/exchange-small-liability-history",
    *(
        f"sapi/v1/margin/{name}{suffix}"
        for suffix in ("", ":isolated")
        for name in (
            *("allOrders", "myTrades", "allOrderList"),
            *("interestHistory", "transfer", "capital-flow"),
        )
    ),
    *(
        f"sapi/v1/margin/borrow-repay:{what}"
        for what in ("repayments", "isolated", "isolated-repayments")
    ),
)
ISOLATED: Final = (
    "sapi/v1/margin/isolated/",
    "sapi/v1/margin/openOrders:isolated",
    "sapi/v1/margin/openOrderList:isolated",
)
SUB_MARGIN: Final = "sapi/v1/sub-account/margin/accountSummary"
SUB_FUTURES: Final = (
    "sapi/v2/sub-account/futures/accountSummary",
    "sapi/v2/sub-account/futures/accountSummary:coinm",
)
OWN_SUBS: Final = (
    "sapi/v1/sub-account/list",
    "sapi/v1/sub-account/status",
    "sapi/v1/sub-account/spotSummary",
    SUB_MARGIN,
    *SUB_FUTURES,
)
DUST: Final = ("sapi/v1/asset/dust-btc", "sapi/v1/asset/dust-convert/query-convertible-assets")
INSTITUTIONAL: Final = (
    "sapi/v1/margin/loan-groups/activated",
    "sapi/v1/margin/loan-group/ltv-details",
)
WITH_SUBS: Final = (
    "sapi/v1/sub-account/universalTransfer",
    "sapi/v1/sub-account/sub/transfer/history",
)
OTHERS_SUBS: Final = ("sapi/v1/managed-subaccount/info", "sapi/v1/broker/subAccount")
GROUP: Final = "sapi/v1/margin/loan-group/ltv-details"
EARN: Final = (
    "sapi/v1/simple-earn/",
    "sapi/v1/bfusd/",
    "sapi/v1/rwusd/",
    "sapi/v1/onchain-yields/",
    "sapi/v1/soft-staking/",
    "sapi/v2/eth-staking/",
    "sapi/v1/eth-staking/",
    "sapi/v1/sol-staking/",
    "sapi/v1/dci/",
    "sapi/v1/accumulator/",
    "sapi/v1/lending/",
)
MAYBE_GONE: Final = (
    "sapi/v1/nft/",
    "sapi/v1/lending/",
    "sapi/v1/accumulator/",
    "sapi/v1/mining/",
)
VIP: Final = (
    "sapi/v1/loan/vip/ongoing/orders",
    "sapi/v1/loan/vip/accruedInterest",
    "sapi/v1/loan/vip/request/data",
    "sapi/v1/loan/vip/repay/history",
)

Rule = tuple[tuple[str, ...], str, Traits]
PROVES_ABSENCE: Final[tuple[Rule, ...]] = (
    (FUTURES, "-2015", {"futures": "off"}),
    (FUTURES, "-5011", {"futures": "off"}),
    (TRANSFERS, "-5011", {}),
    (("eapi/",), "-2015", {"options": "off"}),
    (("eapi/",), "-1130", {"options": "off"}),
    (("papi/",), "-2015", {"portfolio_margin": "off"}),
    (("sapi/v1/portfolio/", "sapi/v2/portfolio/"), "-21001", {}),
    (("sapi/v1/portfolio/pmLoan",), "-21004", {}),
    ((*MARGIN, *PAST_OF_MARGIN, "sapi/v1/sub-account/margin/account"), "-3003", {}),
    (ISOLATED, "-11001", {}),
    (("sapi/v1/margin/loan-groups/", GROUP), "-27001", {}),
    ((GROUP,), "-27011", {}),
    (("sapi/v1/sub-account/transfer/subUserHistory",), "-12022", {}),
    ((*OWN_SUBS, *OTHERS_SUBS, *WITH_SUBS), "-8012", {"kind": "main"}),
    ((*OWN_SUBS, *OTHERS_SUBS, *WITH_SUBS), "-9000", {"kind": "main"}),
    ((*OWN_SUBS, *WITH_SUBS), "-10038", {"kind": "main"}),
    ((SUB_MARGIN,), "-3003", {}),
    (SUB_FUTURES, "-5011", {}),
    *((DUST, f"-500{number}", {}) for number in range(1, 10)),
    (("sapi/v1/equity/",), "497203", {}),
)
"""Section 4.1, "never opened": requests, code, and the flags that it needs."""

LEFT_TO_A_PERSON: Final[tuple[Rule, ...]] = (
    *((("sapi/v1/algo/",), code, {}) for code in ("-1002", "-2015")),
    *((("sapi/v1/asset/wallet/",), code, {}) for code in ("-1002", "-2015")),
    *(
        (OTHERS_SUBS, code, {"kind": "main"})
        for code in ("404", "-1002", "-1099", "-2015", "-12022", "success=false")
    ),
    ((*OWN_SUBS, *WITH_SUBS), "success=false", {"kind": "main"}),
    *((INSTITUTIONAL, code, {"kind": "main"}) for code in ("-1002", "-2015")),
    *((DUST, code, {}) for code in ("404", "-1002", "-2015")),
    *((("sapi/v1/copyTrading/",), code, {}) for code in ("-1002", "-2015", "-3999", "-4046")),
    *(((*EARN, "sapi/v2/loan/"), code, {}) for code in ("-3999", "-4046", "-6017")),
    *((VIP, code, {"vip": "0"}) for code in ("-1002", "-2015", "-3999", "-4046", "-6003", "-6017")),
    *((MAYBE_GONE, code, {}) for code in ("404", "-1016", "-1020")),
    *((("dapi/v1/openAlgoOrders",), code, {}) for code in ("404", "-1121")),
    (("papi/v1/margin/openOrders",), "-1102", {}),
    (("eapi/v1/historyOrders",), "-1002", {}),
    *(
        ((f"{family}/v1/margin/{name}{suffix}",), "-3028", {})
        for family, suffix in (("sapi", ""), ("sapi", ":isolated"), ("papi", ""))
        for name in ("allOrders", "myTrades")
    ),
)
"""Refusals that an ordinary read-only key can get where something may well be."""


def allowed(rules: tuple[Rule, ...], request: str, code: str, traits: Traits) -> bool:
    """Whether one of the rules speaks of this refusal."""
    return any(
        code == listed
        and traits.items() >= needed.items()
        and any(request == n or (n.endswith("/") and request.startswith(n)) for n in names)
        for names, listed, needed in rules
    )


def outcome(request: str, code: str, traits: Traits) -> Outcome:
    """What the policy makes of a refusal."""
    entry = POLICY.fallback(request, code, traits)
    return entry.outcome if entry else UNKNOWN


def refusals() -> Iterator[tuple[str, str, Traits]]:
    """Every request x every code or status x every kind of account."""
    statuses = codes("400 401 403 404 405 409 410 418 429 451 500 502 503 504 success=false")
    listed = {code for entry in POLICY.fallbacks for code in entry.codes}
    known = {entry.code for entry in POLICY.codes} | statuses | listed
    return product(REQUESTS, sorted(known), ACCOUNTS)


@cache
def judged() -> tuple[tuple[str, str, Traits, Outcome], ...]:
    """All of them, and what the policy makes of each."""
    return tuple((*refusal, outcome(*refusal)) for refusal in refusals())


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


def test_restrictions_are_those_of_the_fact_sheet() -> None:
    """The codes that say that the account itself is banned or frozen, and no others."""
    assert {entry.code for entry in POLICY.codes if entry.restricts} == RESTRICTING


def test_every_code_says_what_it_means_and_what_to_do() -> None:
    """Advice for everything that is not absence."""
    absent = {code for _, code, _ in PROVES_ABSENCE} | {"-3028"}
    for entry in POLICY.codes:
        assert entry.meaning
        assert entry.advice or entry.code in absent, entry.code


PRODUCTS: Final[tuple[tuple[str, str, Traits, Outcome], ...]] = (
    # request, code, traits, what it means
    ("fapi/v3/account", "-2015", ALL_OFF, NOT_OPENED),
    ("fapi/v3/account", "-2015", ALL_ON, UNKNOWN),
    ("fapi/v3/account", "-2015", NOT_KNOWN, UNKNOWN),
    ("fapi/v3/account", "-1002", ALL_OFF, UNKNOWN),
    ("dapi/v1/positionRisk", "-2015", ALL_OFF, NOT_OPENED),
    ("dapi/v1/positionRisk", "-2015", {}, UNKNOWN),
    ("dapi/v1/openAlgoOrders", "-2015", ALL_OFF, NOT_OPENED),
    ("dapi/v1/openAlgoOrders", "404", ALL_ON, MANUAL),
    ("fapi/v1/openAlgoOrders", "404", ALL_ON, UNKNOWN),
    ("eapi/v1/position", "-2015", ALL_OFF, NOT_OPENED),
    ("eapi/v1/position", "-1130", ALL_OFF, NOT_OPENED),
    ("eapi/v1/position", "-2015", ALL_ON, UNKNOWN),
    ("eapi/v1/position", "-1130", ALL_ON, UNKNOWN),
    ("papi/v1/balance", "-2015", ALL_OFF, NOT_OPENED),
    ("papi/v1/balance", "-2015", ALL_ON, UNKNOWN),
    ("sapi/v1/portfolio/balance", "-21001", ALL_ON, NOT_OPENED),
    ("sapi/v1/portfolio/balance", "-21004", ALL_ON, UNKNOWN),
    ("sapi/v1/portfolio/pmLoan", "-21004", ALL_OFF, NOT_OPENED),
    ("sapi/v1/margin/account", "-3003", ALL_OFF, NOT_OPENED),
    ("sapi/v1/margin/account", "-2015", ALL_OFF, UNKNOWN),
    ("sapi/v1/margin/account", "-1002", ALL_OFF, UNKNOWN),
    ("sapi/v1/margin/isolated/account", "-11001", ALL_OFF, NOT_OPENED),
    ("sapi/v1/margin/isolated/account", "-3003", ALL_OFF, UNKNOWN),
    ("sapi/v1/sub-account/list", "-8012", ALL_ON, NOT_OPENED),
    ("sapi/v1/sub-account/list", "-8012", OF_A_SUB, UNKNOWN),
    ("sapi/v1/sub-account/list", "-2015", ALL_OFF, UNKNOWN),
    ("sapi/v1/sub-account/list", "-4006", ALL_OFF, UNKNOWN),
    ("sapi/v1/sub-account/list", "success=false", ALL_OFF, MANUAL),
    ("sapi/v1/sub-account/list", "success=false", OF_A_SUB, UNKNOWN),
    ("sapi/v1/sub-account/status", "-9000", ALL_ON, NOT_OPENED),
    ("sapi/v1/sub-account/transfer/subUserHistory", "-12022", NOT_KNOWN, NOT_OPENED),
    ("sapi/v1/broker/subAccount", "-9000", ALL_ON, NOT_OPENED),
    ("sapi/v1/broker/subAccount", "-10038", ALL_ON, UNKNOWN),
    ("sapi/v1/broker/subAccount", "-2015", ALL_ON, MANUAL),
    ("sapi/v1/simple-earn/flexible/position", "-6017", ALL_OFF, MANUAL),
    ("sapi/v1/simple-earn/flexible/position", "-6003", ALL_OFF, UNKNOWN),
    ("sapi/v1/simple-earn/flexible/position", "-2015", ALL_OFF, UNKNOWN),
    ("sapi/v1/loan/vip/ongoing/orders", "-1002", ALL_OFF, MANUAL),
    ("sapi/v1/loan/vip/ongoing/orders", "-1002", ALL_ON, UNKNOWN),
    ("sapi/v1/loan/vip/ongoing/orders", "-1002", NOT_KNOWN, UNKNOWN),
    ("sapi/v1/algo/spot/openOrders", "-1002", ALL_ON, MANUAL),
    ("sapi/v1/nft/user/getAsset", "-1000", ALL_ON, UNKNOWN),
    ("sapi/v1/nft/user/getAsset", "404", ALL_ON, MANUAL),
    ("sapi/v1/equity/order/open-orders", "497203", ALL_ON, NOT_OPENED),
    ("api/v3/account", "-2015", ALL_OFF, UNKNOWN),
)


@pytest.mark.parametrize(("request_id", "code", "traits", "expected"), PRODUCTS)
def test_never_opened_and_could_not_look_are_told_apart(
    request_id: str, code: str, traits: Traits, expected: Outcome
) -> None:
    """Section 4.1, product by product."""
    assert request_id in REQUESTS
    assert outcome(request_id, code, traits) is expected


def test_absence_is_proved_only_where_the_documents_say_so() -> None:
    """Over all requests, codes and accounts: nothing else makes a product look unopened."""
    for request, code, traits, found in judged():
        absent = found is NOT_OPENED
        assert absent == allowed(PROVES_ABSENCE, request, code, traits), (request, code, traits)


def test_a_persons_job_is_only_what_ordinary_keys_cannot_see() -> None:
    """Over all requests, codes and accounts: every other refusal is a failed look."""
    for request, code, traits, found in judged():
        manual = found is MANUAL
        assert manual == allowed(LEFT_TO_A_PERSON, request, code, traits), (request, code, traits)


def test_what_passes_by_itself_means_nothing() -> None:
    """No code that another try can mend, and no HTTP status but 404, is listed for anything."""
    listed = {code for entry in POLICY.fallbacks for code in entry.codes}
    assert listed.isdisjoint(RETRY | CLOCK)
    assert {code for code in listed if code.isdigit() and len(code) == 3} == {"404"}


def test_the_reason_says_what_to_do_about_the_key() -> None:
    """A key that is too old for a product that is open: the user needs a new one."""
    for request in ("fapi/v3/account", "eapi/v1/position", "papi/v1/balance"):
        entry = POLICY.fallback(request, "-2015", ALL_ON)
        assert entry is not None
        assert entry.outcome is UNKNOWN
        assert "make a new read-only key" in entry.meaning


def test_a_code_means_one_thing_for_a_request() -> None:
    """For one account no two entries speak of the same refusal."""
    listed = {code for entry in POLICY.fallbacks for code in entry.codes}
    for request, code, traits in product(REQUESTS, sorted(listed), ACCOUNTS):
        entries = [entry for entry in POLICY.fallbacks if entry.fits(request, code, traits)]
        assert len(entries) <= 1, (request, code, traits)


def test_every_fallback_is_about_a_request_that_exists() -> None:
    """A fallback for a request that nobody makes would be a leftover."""
    assert {name for entry in POLICY.fallbacks for name in entry.requests} <= set(REQUESTS)
