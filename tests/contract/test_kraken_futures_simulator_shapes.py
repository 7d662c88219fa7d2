"""Outside truth: answers of the look-alike of Kraken's futures have the form of samples."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.contract.support import needs_samples, sample
from tests.simulator.kraken_futures.support import V3, serving

from readiness.simulator import KrakenFuturesAccount, kraken_futures_rows

pytestmark = needs_samples("kraken")

ANSWERS = {
    "futures-accounts": "accounts",
    "futures-accounts.flex": "accounts",
    "futures-openorders": "openorders",
    "futures-openpositions": "openpositions",
}
_FLEX = ".accounts.flex.currencies.*"
# What only the sample shows, and what only we do, each with its reason.
KNOWN: dict[str, tuple[set[str], set[str]]] = {
    # An older answer: the value as collateral has another name there, and two figures are newer.
    "futures-accounts": (
        {f"{_FLEX}.collateralValue"},
        {
            f"{_FLEX}.collateral",
            ".accounts.f?_*.auxiliary.usd",
            ".accounts.f?_*.auxiliary.funding",
        },
    ),
    # This example tells no profit, which the documents' table has.
    "futures-openpositions": (set(), {".openPositions[].unrealizedPnl"}),
}


def furnished() -> KrakenFuturesAccount:
    account = KrakenFuturesAccount(unquoted=True)
    account.hold("xbt", "1")
    account.collateral("XBT", "1")
    account.margin("fi_xbtusd", "xbt", xbt="1")
    account.put(f"{V3}/openorders", kraken_futures_rows.open_order())
    account.put(
        f"{V3}/openpositions",
        kraken_futures_rows.open_position(pnlCurrency="BTC", maxFixedLeverage=5),
    )
    return account


def forms(value: Any, where: str = "") -> dict[str, str]:
    """Every field by its place, with the kind of its value; names of things fall together."""
    match value:
        case dict():
            found = {where: "object"}
            for name, inner in value.items():
                shown = "*" if where.endswith((".balances", ".currencies")) else name
                found |= forms(inner, f"{where}.{'f?_*' if shown[2:3] == '_' else shown}")
            return found
        case list():
            found = {where: "list"}
            for inner in value:
                found |= forms(inner, f"{where}[]")
            return found
        case bool():
            return {where: "truth"}
        case int() | float() | Decimal():
            return {where: "number"}
        case _:
            return {where: "text"}


@pytest.mark.parametrize("name", ANSWERS)
def test_form_of_an_answer(name: str) -> None:
    """The same fields of the same kinds, from the envelope down to the last row."""
    with serving(furnished()) as client:
        ours = forms(client.get(ANSWERS[name]))
    theirs = forms(sample("kraken", name))
    missing, extra = KNOWN.get(name, (set(), set()))
    assert set(theirs) - set(ours) == missing
    assert set(ours) - set(theirs) == extra
    for where in set(ours) & set(theirs):
        assert ours[where] == theirs[where], where
