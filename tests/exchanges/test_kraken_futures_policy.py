"""What the policy of Kraken's futures says, typed a second time from the reference."""

from __future__ import annotations

from itertools import product
from typing import Final

from readiness.domain.area import Area
from readiness.domain.policy import Handling, Outcome
from readiness.exchanges.registry import load_catalogue
from readiness.policies import load_policy

POLICY: Final = load_policy("kraken-futures")
CATALOGUE: Final = load_catalogue("kraken-futures")

CODES: Final[dict[Handling, set[str]]] = {
    Handling.RETRY: {
        *("apiLimitExceeded", "Server Error", "Unavailable", "unknownError"),
        *("marketUnavailable", "nonceBelowThreshold", "nonceDuplicate"),
    },
    Handling.CLOCK: set(),
    Handling.REJECTED: {"authenticationError", "unauthorized"},
    Handling.FINAL: {
        *("accountInactive", "invalidAccount", "notFound", "insufficientFunds"),
        *("invalidAmount", "invalidArgument", "invalidUnit", "Json Parse Error"),
        "requiredArgumentMissing",
    },
}
_FUTURES: Final = {
    *(Area.ORDERS_FUTURES_USDM, Area.ORDERS_FUTURES_COINM),
    *(Area.POSITIONS_FUTURES_USDM, Area.POSITIONS_FUTURES_COINM),
}
EVERYTHING: Final = _FUTURES | {
    *(Area.ACCOUNT_KEY, Area.ACCOUNT_RESTRICTIONS, Area.ACCOUNT_SETTINGS, Area.ACCOUNT_TOTALS),
    *(Area.SUB_ACCOUNTS, Area.TRANSFERS_INTERNAL),
    *(Area.WALLET_FUTURES_USDM, Area.WALLET_FUTURES_COINM),
}


def test_codes_are_filed_as_the_reference_has_them() -> None:
    """Each under its own heading, once, with what to do."""
    found = {h: {e.code for e in POLICY.codes if e.handling is h} for h in Handling}
    assert found == CODES
    assert len(POLICY.codes) == sum(map(len, CODES.values()))
    assert all(entry.meaning and entry.advice for entry in POLICY.codes)


def test_no_refusal_means_that_nothing_is_there() -> None:
    """An account that is inactive may have been stopped with money in it."""
    requests = [request.id for request in CATALOGUE]
    codes = {*(entry.code for entry in POLICY.codes), "400", "401", "403", "404", "500"}
    for request, code in product(requests, sorted(codes)):
        entry = POLICY.fallback(request, code, {})
        assert entry is None or entry.outcome is Outcome.UNKNOWN, (request, code)


def test_every_area_is_asked_about() -> None:
    """No area without a request, and no request without an area."""
    assert set(POLICY.areas) == EVERYTHING == CATALOGUE.areas


def test_what_kraken_s_own_numbers_are_held_against() -> None:
    """Margin is held by orders and positions; results are of positions."""
    found = {kind: set(entry.areas) for entry in POLICY.obstacles for kind in entry.types}
    positions = {Area.POSITIONS_FUTURES_USDM, Area.POSITIONS_FUTURES_COINM}
    assert found == {
        "futures margin in use": _FUTURES,
        "unrealised result of futures": positions,
        "unrealised funding of futures": positions,
    }


def test_it_is_a_part_of_an_account() -> None:
    """It takes the place of one item; who scans it alone is told of the rest."""
    part = POLICY.part_of
    assert part is not None
    assert (part.family, part.replaces) == ("kraken", "futures")
    # Scanned by itself, nobody asks whose its key is; in an account, nobody asks for the rest.
    assert [item.item for item in POLICY.manual] == [part.alone] == ["spot"]
    (of_whole,) = load_policy("kraken").parts
    assert [item.item for item in of_whole.manual] == [part.unproven] == ["futures-key"]
