"""Outside truth: the answers of the Kraken look-alike have the form of samples from elsewhere."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.contract.support import needs_samples, sample
from tests.simulator.kraken.support import serving

from readiness.simulator import KrakenAccount, kraken_rows
from readiness.simulator.kraken.routes import PUBLIC

pytestmark = needs_samples("kraken")

# Sample, place, parameters.
ANSWERS: dict[str, tuple[str, dict[str, str]]] = {
    "Balance": ("Balance", {}),
    "BalanceEx": ("BalanceEx", {}),
    "BalanceEx.suffixes": ("BalanceEx", {}),
    "DepositStatus": ("DepositStatus", {}),
    "Earn-AllocateStatus": ("Earn/AllocateStatus", {"strategy_id": "S1"}),
    "Earn-Allocations": ("Earn/Allocations", {}),
    "Earn-DeallocateStatus": ("Earn/DeallocateStatus", {"strategy_id": "S1"}),
    "Earn-Strategies": ("Earn/Strategies", {}),
    "GetApiKeyInfo": ("GetApiKeyInfo", {}),
    "GetApiKeyInfo.read-only": ("GetApiKeyInfo", {}),
    "Ledgers": ("Ledgers", {}),
    "OpenOrders": ("OpenOrders", {}),
    "OpenOrders.empty": ("OpenOrders", {}),
    "OpenPositions": ("OpenPositions", {}),
    "OpenPositions.empty": ("OpenPositions", {}),
    "SystemStatus": ("SystemStatus", {}),
    "TradeBalance": ("TradeBalance", {}),
    "WithdrawStatus": ("WithdrawStatus", {}),
    "WithdrawStatus.pending": ("WithdrawStatus", {}),
}
# Fields of a row that the sample has and a usual row does not.
FIELDS: dict[str, dict[str, Any]] = {
    "DepositStatus": {"status_prop": "return", "originators": ["a"]},
    "OpenOrders": {"trades": ["T1"]},
    "OpenPositions.empty": {},
    "WithdrawStatus": {"status_prop": "canceled"},
    "WithdrawStatus.pending": {"status_prop": "onhold", "network": "Bitcoin"},
}
# Where the keys of an object are names of things and no fields.
NAMES = {
    "Balance": ".result",
    "BalanceEx": ".result",
    "BalanceEx.suffixes": ".result",
    "Ledgers": ".result.ledger",
    "OpenOrders": ".result.open",
    "OpenOrders.empty": ".result.open",
    "OpenPositions": ".result",
    "OpenPositions.empty": ".result",
}
# What only the sample shows, and what only we do, each with its reason.
KNOWN: dict[str, tuple[set[str], set[str]]] = {
    # This sample is made from the fields of the other one, and leaves out the owner's name for
    # the address.
    "WithdrawStatus.pending": (set(), {".result[].key"}),
}
# Kinds that differ, each with its reason.
OTHER_KINDS = {
    # Copied from an example; the live API quotes amounts here.
    "BalanceEx": {".result.*.balance", ".result.*.hold_trade"},
    # The sample stops in the middle of a list of pages, ours at its end.
    "Earn-Allocations": {".result.next_cursor"},
    "Earn-Strategies": {".result.next_cursor"},
}


def furnished(name: str) -> KrakenAccount:
    """An account with something in all that is computed, and in the place of a sample."""
    account = KrakenAccount(ips=["127.0.0.1"])
    account.balance("ZUSD", "1")
    account.allocate("S1", "ETH", "0.021", bonding="0.021")
    place = ANSWERS[name][0]
    make = kraken_rows.FACTORIES.get(place)
    if make and place not in ("Earn/Allocations",) and not name.endswith(".empty"):
        account.put(place, make(**FIELDS.get(name, {})))
    if place == "TradeBalance":
        account.put("OpenPositions", kraken_rows.position())
    return account


def forms(value: Any, names: str = "", where: str = "") -> dict[str, str]:
    """Every field by its place, with the kind of its value; entries of lists fall together."""
    match value:
        case dict():
            found = {where: "object"}
            for name, inner in value.items():
                found |= forms(inner, names, f"{where}.{'*' if where == names else name}")
            return found
        case list():
            found = {where: "list"}
            for inner in value:
                found |= forms(inner, names, f"{where}[]")
            return found
        case None:
            return {where: "nothing"}
        case bool():
            return {where: "truth"}
        case int() | float() | Decimal():
            return {where: "number"}
        case _:
            return {where: "text"}


@pytest.mark.parametrize("name", ANSWERS)
def test_form_of_an_answer(name: str) -> None:
    """The same fields of the same kinds, from the envelope down to the last row."""
    place, params = ANSWERS[name]
    with serving(furnished(name)) as client:
        ask = client.get if place in PUBLIC else client.post
        answer = ask(place, **params)
    names = NAMES.get(name, "-")
    ours, theirs = forms(answer.json(), names), forms(sample("kraken", name), names)
    missing, extra = KNOWN.get(name, (set(), set()))
    # A list of addresses may be empty on either side.
    alone = {".result.ip_allowlist[]"}
    assert set(theirs) - set(ours) - alone == missing
    assert set(ours) - set(theirs) - alone == extra
    for where in (set(ours) & set(theirs)) - OTHER_KINDS.get(name, set()):
        if "nothing" not in (ours[where], theirs[where]):
            assert ours[where] == theirs[where], where


@pytest.mark.parametrize(
    "name",
    [
        "invalid-key",
        "invalid-nonce",
        "invalid-signature",
        "lockout",
        "permission-denied",
        "rate-limit",
        "throttled",
        "unavailable",
    ],
)
def test_form_of_an_error(name: str) -> None:
    """An error answer is a list of texts, and nothing else."""
    theirs = sample("kraken", f"error.{name}")
    account = KrakenAccount()
    account.refuse("BalanceEx", theirs["error"][0])
    with serving(account) as client:
        assert client.post("BalanceEx").json() == theirs
