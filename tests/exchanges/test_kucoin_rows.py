"""What KuCoin's rows tell where one cell has to be weighed against another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.exchanges.registry import load_catalogue
from readiness.simulator.kucoin.rows import FACTORIES

ZEROS: Final = dict.fromkeys(("total", "available", "hold", "liability"), "0")
TOTALS: Final = {"totalAssetOfQuoteCurrency": "0", "totalLiabilityOfQuoteCurrency": "0"}
UNEXPLAINED: Final = (
    "holding nature=unexplained asset=USDT amount=5 details=((total_valued_in, USDT))"
)
OWED_IN_ALL: Final = "debt asset=USDT amount=5 view=margin details=((total_valued_in, USDT))"


def asset(currency: str = "BTC", **cells: str) -> dict[str, str]:
    return {"currency": currency, **ZEROS, **cells}


def cross(*assets: Mapping[str, str], status: str = "EFFECTIVE", **totals: str) -> list[str]:
    row = {"status": status, "accounts": list(assets), **TOTALS, **totals}
    return tell("kucoin", "api/v3/margin/accounts", row)


def isolated(
    base: Mapping[str, str], quote: Mapping[str, str], status: str = "EFFECTIVE", **totals: str
) -> list[str]:
    pair = {"symbol": "BTC-USDT", "status": status, "baseAsset": base, "quoteAsset": quote}
    return tell("kucoin", "api/v3/isolated/accounts", {"assets": [pair], **TOTALS, **totals})


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, []),
        ({"total": "2"}, ["wallet.margin-cross: holding asset=BTC amount=2 frozen=0"]),
        # Of nothing in all, a part is there all the same.
        ({"available": "2"}, ["wallet.margin-cross: holding asset=BTC amount=2 frozen=0"]),
        ({"hold": "2"}, ["wallet.margin-cross: holding asset=BTC amount=2 frozen=2"]),
        # Below zero it is owed, whatever the cell for debts says.
        ({"total": "-2"}, ["loans.margin: debt asset=BTC amount=2 view=margin"]),
        ({"total": "-2", "liability": "3"}, ["loans.margin: debt asset=BTC amount=3 view=margin"]),
        ({"liabilityPrincipal": "3"}, ["loans.margin: debt asset=BTC amount=3 view=margin"]),
        (
            {"liabilityInterest": "3"},
            ["loans.margin: debt asset=BTC amount=3 interest=3 view=margin"],
        ),
    ],
)
def test_one_asset_of_margin(cells: Mapping[str, str], told: list[str]) -> None:
    """Every cell counts by itself, in the cross account and on either side of a pair."""
    assert cross(asset(**cells)) == told
    for side, entries in (
        ("base", (asset(**cells), asset("USDT"))),
        ("quote", (asset("USDT"), asset(**cells))),
    ):
        name = f"BTC-USDT:{side}"
        assert isolated(*entries) == [
            line.replace("margin-cross: holding", f"margin-isolated: holding id={name}")
            + (f" details=((place, {name}))" if "debt" in line else "")
            for line in told
        ]


def test_a_total_that_no_asset_explains() -> None:
    """It is told, and not told twice where an asset explains it."""
    none, some = asset(), asset(total="2")
    due = asset(liability="2")
    more = {"totalAssetOfQuoteCurrency": "5"}
    assert cross(none, **more) == [f"wallet.margin-cross: {UNEXPLAINED}"]
    assert isolated(none, none, **more) == [f"wallet.margin-isolated: {UNEXPLAINED}"]
    assert cross(some, **more) == cross(some)
    assert isolated(some, none, **more) == isolated(some, none)
    owing = {"totalLiabilityOfQuoteCurrency": "5"}
    assert cross(none, **owing) == [f"loans.margin: {OWED_IN_ALL}"]
    assert isolated(none, none, **owing) == [f"loans.margin: {OWED_IN_ALL}"]
    assert cross(due, **owing) == cross(due)
    assert isolated(due, none, **owing) == isolated(due, none)


def test_the_state_of_margin() -> None:
    """What is under way restricts the account, and names where."""
    (told,) = cross(status="LIQUIDATION")
    assert told == (
        "account.restrictions: restriction code=margin-status values=((state, LIQUIDATION))"
    )
    (told,) = isolated(asset(), asset(), status="BORROW")
    assert told == (
        "account.restrictions: restriction code=isolated-status "
        "values=((symbol, BTC-USDT), (state, BORROW))"
    )


NOTHING: Final = {**dict.fromkeys(("balance", "available", "hold"), "0"), "liability": None}


def unified(**cells: Any) -> list[str]:
    entry = {"currency": "BTC", **NOTHING, **cells}
    row = {"accountType": "UNIFIED", "accounts": [{"currencies": [entry]}]}
    return tell("kucoin", "api/ua/v1/unified/account/balance", row)


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({}, []),
        ({"balance": "2"}, ["holding asset=BTC amount=2 frozen=0"]),
        ({"available": "2"}, ["holding asset=BTC amount=2 frozen=0"]),
        ({"hold": "2"}, ["holding asset=BTC amount=2 frozen=2"]),
        ({"equity": "2"}, ["holding asset=BTC amount=2 frozen=0"]),
        ({"unrealisedPnl": "2"}, ["holding asset=BTC amount=2 frozen=0"]),
        # A balance stays one beside an equity below zero, and both are told.
        (
            {"balance": "2", "equity": "-1"},
            ["holding asset=BTC amount=2 frozen=0", "debt asset=BTC amount=1 view=margin"],
        ),
        ({"balance": "-2"}, ["debt asset=BTC amount=2 view=margin"]),
        ({"balance": "-2", "available": "1"}, ["debt asset=BTC amount=2 view=margin"]),
        ({"equity": "-2"}, ["debt asset=BTC amount=2 view=margin"]),
        ({"liability": "2", "equity": "-1"}, ["debt asset=BTC amount=2 view=margin"]),
        ({"liabilityPrinciple": "2"}, ["debt asset=BTC amount=2 view=margin"]),
        ({"liabilityInterest": "2"}, ["debt asset=BTC amount=2 interest=2 view=margin"]),
    ],
)
def test_one_currency_of_the_unified_account(cells: Mapping[str, str], told: list[str]) -> None:
    """Every cell counts by itself; what is below zero is owed."""
    assert [line.partition(": ")[2] for line in unified(**cells)] == told


def test_the_total_of_the_unified_account() -> None:
    """Below zero in all it owes, whatever is said of debts."""
    request = "api/ua/v1/unified/account/overview"
    (total, debt) = tell("kucoin", request, {"equity": "-3", "liability": "0"})
    assert total == "account.totals: total place=unified value_usd=-3"
    assert debt == f"loans.margin: debt asset='' amount=? value_usd=3 view={request[4:]}"


@pytest.mark.parametrize("kinds", [("FUTURES", "SPOT"), ("SPOT", "FUTURES"), ("SPOT", "SPOT")])
def test_an_answer_about_another_account_is_none(kinds: tuple[str, str]) -> None:
    """One row of another kind is enough."""
    request = load_catalogue("kucoin")["api/ua/v1/account/balance"]
    rows = [request.row.model_validate({"accountType": kind, "accounts": []}) for kind in kinds]
    assert request.objection(rows)


@pytest.mark.parametrize(
    ("status", "size", "back", "told"),
    [
        ("PENDING", "1", "0", "1"),
        ("PENDING", "1", "0.4", "0.6"),
        # Until it is done, something may still come of what is back in all.
        ("PENDING", "1", "1", "1"),
        ("DONE", "1", "0.4", "0.6"),
        ("DONE", "1", "1", None),
        ("DONE", "1", "2", None),
        ("DONE", "-1", "0", "-1"),
        ("DONE", "1", "", "1"),
        ("DONE", "", "0", "unreadable:''"),
    ],
)
def test_what_is_lent(status: str, size: str, back: str, told: str | None) -> None:
    """Only amounts say that all of it has come back."""
    row = FACTORIES["api/v3/purchase/orders"]()
    row |= {"status": status, "purchaseSize": size, "incomeSize": back}
    found = tell("kucoin", "api/v3/purchase/orders", row)
    assert [line.split(" amount=")[1].split(" ")[0] for line in found] == (
        [told] if told is not None else []
    )


@pytest.mark.parametrize(
    ("is_open", "size", "margin", "stated", "side"),
    [
        (False, 0, "0", "BOTH", None),
        (True, 0, "0", "BOTH", "BOTH"),
        (False, 1, "0", "BOTH", "LONG"),
        (False, -1, "0", "BOTH", "SHORT"),
        (False, 0, "1", "BOTH", "BOTH"),
        (True, 1, "1", "SHORT", "SHORT"),
        (True, 1, "1", "", "LONG"),
    ],
)
def test_a_position(is_open: bool, size: int, margin: str, stated: str, side: str | None) -> None:
    """Each sign of one counts by itself; outside of hedge mode its size says which side it is."""
    row = FACTORIES["api/v1/positions"]()
    row |= {"isOpen": is_open, "currentQty": size, "posMargin": margin, "positionSide": stated}
    found = tell("kucoin", "api/v1/positions", {**row, "id": ""})
    assert [line.split(" side=")[1].split(" ")[0] for line in found] == ([side] if side else [])
    assert all(f" id={row['symbol']}:{side} " in line for line in found)
