"""What Kraken's balances, credit lines and wallets tell, name by name."""

from __future__ import annotations

from typing import Any

import pytest
from tests.exchanges.telling import tell

from readiness.exchanges.catalogue import SINCE
from readiness.exchanges.kraken.collectors import earn
from readiness.exchanges.registry import load_catalogue
from readiness.simulator.kraken.rows import FACTORIES


def balance(name: str, amount: str, hold: str = "0", **more: Any) -> dict[str, Any]:
    return {"name": name, "balance": amount, "hold_trade": hold, **more}


def owed(name: str, line: str) -> str:
    place = f" details=((place, {name}))" if name else ""
    return f"loans.margin: debt {line} view=BalanceEx{place}"


@pytest.mark.parametrize(
    ("name", "area", "line"),
    [
        ("XXBT", "wallet.spot", "asset=BTC"),
        ("XBT.HOLD", "wallet.spot", "id=XBT.HOLD asset=BTC"),
        ("DOT.F", "earn.flexible", "nature=receipt id=DOT.F asset=DOT"),
        ("DOT.B", "earn.fixed", "nature=receipt id=DOT.B asset=DOT"),
        ("DOT28.S", "earn.on-chain", "nature=receipt id=DOT28.S asset=DOT"),
    ],
)
def test_a_balance_by_its_name(name: str, area: str, line: str) -> None:
    """Nothing, something, something that orders hold, and what is owed."""
    place = "" if name == "XXBT" else name
    frozen = "5" if name.endswith(".HOLD") else "0"
    held_by_orders = "account.totals: eligibility type=hold_trade"
    asset = line.split("asset=")[1]
    for row, lines in {
        ("0", "0"): [],
        ("5", "0"): [f"{area}: holding {line} amount=5 frozen={frozen}"],
        ("-5", "0"): [owed(place, f"asset={asset} amount=5")],
    }.items():
        found = tell("kraken", "BalanceEx", balance(name, *row))
        assert found == lines, row
    found = tell("kraken", "BalanceEx", balance("XETH", "0"), balance(name, "0", "2"))
    assert found == [f"{area}: holding {line} amount=2 frozen=2", held_by_orders]
    (first, *_) = tell("kraken", "BalanceEx", balance(name, ""))
    assert f"{area}: holding {line} amount=unreadable:''" in first


@pytest.mark.parametrize(("used", "told"), [("3", "3"), ("-3", "3"), ("0", ""), (None, "")])
def test_credit_that_a_balance_shows(used: str | None, told: str) -> None:
    """Whichever way it is signed."""
    line = f"loans.vip: debt asset=BTC amount={told} view=BalanceEx"
    found = tell("kraken", "BalanceEx", balance("XXBT", "0", credit_used=used))
    assert found == ([line] if told else [])


@pytest.mark.parametrize(
    ("used", "total", "told"),
    [
        ({}, None, []),
        ({"XXBT": "0"}, "0", []),
        ({"XXBT": "3", "ZUSD": "0"}, "9", ["asset=BTC amount=3"]),
        ({"XXBT": ""}, "9", ["asset=BTC amount=unreadable:''"]),
        # A total that no asset explains.
        ({"XXBT": "0"}, "9", ["asset='' amount=? value_usd=9"]),
        ({}, "-9", ["asset='' amount=? value_usd=9"]),
    ],
)
def test_credit_lines(used: dict[str, str], total: str | None, told: list[str]) -> None:
    """By asset; what only the total shows is owed in something."""
    row = {
        "asset_details": {name: {"credit_used": amount} for name, amount in used.items()},
        "limits_monitor": {"total_credit_used_usd": total},
    }
    assert tell("kraken", "CreditLines", row) == [
        f"loans.vip: debt {line} view=CreditLines" for line in told
    ]


@pytest.mark.parametrize(
    ("amounts", "whole"),
    [
        (("2", "3"), "5"),
        (("0.5", "0.25"), "0.75"),
        (("0", "0"), None),
        (("2", "-3"), None),
        (("2", ""), "unreadable:''"),
    ],
)
def test_the_shorter_list_of_balances(amounts: tuple[str, str], whole: str | None) -> None:
    """Each asset in all of its places together; below zero it is told where it is owed."""
    names = ("XXBT", "XBT.F")
    rows = [{"name": name, "value": value} for name, value in zip(names, amounts, strict=True)]
    line = f"account.totals: holding nature=across id=Balance asset=BTC amount={whole}"
    assert tell("kraken", "Balance", *rows) == ([line] if whole else [])


@pytest.mark.parametrize(
    ("kinds", "others"),
    [
        (("main",), []),
        (("futures",), []),
        (("main", "futures", "custody"), ["2", "3"]),
        (("futures", "main"), ["1"]),
        # Without the usual one, it cannot be told which is shown if none is named.
        (("futures", "custody"), ["1", "2"]),
        (("main", "main"), ["2"]),
    ],
)
def test_wallets_that_have_to_be_named(kinds: tuple[str, ...], others: list[str]) -> None:
    """All but the usual one; the only one there is, is the usual one."""
    request = load_catalogue("kraken")["Balance:wallets"]
    assert request.loop is not None
    over = load_catalogue("kraken")[request.loop.over]
    accounts = [
        {"account_id": str(number), "type": kind, "status": "active"}
        for number, kind in enumerate(kinds, 1)
    ]
    row = over.row.model_validate({"accounts": accounts})
    assert list(request.loop.names([row])) == others


@pytest.mark.parametrize(
    ("cursors", "whole"),
    [
        ([None], True),
        ([{"next": None}], True),
        ([{"next": ""}], True),
        ([{"next": "more"}], False),
        ([None, {"next": "more"}], False),
    ],
)
def test_a_list_of_wallets_that_goes_on(cursors: list[Any], whole: bool) -> None:
    """No next page is documented to be asked for, so a list that has one is not all there is."""
    request = load_catalogue("kraken")["ListWalletAccounts"]
    accounts = [{"account_id": "1", "type": "main", "status": "active"}]
    rows = [
        request.row.model_validate({"accounts": accounts, "cursor": cursor}) for cursor in cursors
    ]
    assert (request.objection(rows) == "") is whole


@pytest.mark.parametrize(
    ("name", "amount", "told"),
    [
        ("XXBT", "0", None),
        ("XXBT", "5", "holding id=w asset=BTC amount=5"),
        ("XBT.F", "5", "holding id=w:XBT.F asset=BTC amount=5"),
        ("XXBT", "", "holding id=w asset=BTC amount=unreadable:''"),
        ("XBT.F", "-5", "debt asset=BTC amount=5 view=Balance details=((place, w:XBT.F))"),
    ],
)
def test_what_is_in_another_wallet(name: str, amount: str, told: str | None) -> None:
    """By the wallet's id, and by the name that says where in it."""
    row = {"name": name, "value": amount, "wallet": "w"}
    found = tell("kraken", "Balance:wallets", row)
    assert found == ([f"wallet.other: {told}"] if told else [])


@pytest.mark.parametrize(
    ("whole", "done", "left"),
    [
        ("5", "2", "3"),
        ("5", "0", "5"),
        ("5", "", "5"),
        ("5", "many", "5"),
        ("many", "2", "unreadable:many"),
    ],
)
def test_what_is_left_of_a_size(whole: str, done: str, left: str) -> None:
    """Less what is filled or closed; all of it where that cannot be told."""
    cells = {"id": "O", "vol": whole, "vol_exec": done}
    (order,) = tell("kraken", "OpenOrders", {**FACTORIES["OpenOrders"](), **cells})
    cells = {"id": "T", "vol": whole, "vol_closed": done}
    (position,) = tell("kraken", "OpenPositions", {**FACTORIES["OpenPositions"](), **cells})
    for found in (order, position):
        assert f" size={left} " in found


@pytest.mark.parametrize(
    ("since", "time", "told"),
    [
        ("", 1, True),
        ("2000", 1, False),
        ("2000", 2, True),
        ("2000", 3, True),
        ("2000", "no time", True),
    ],
)
def test_the_ledger_since_the_scan_began(since: str, time: Any, told: bool) -> None:
    """Where nobody says when that was, and where an entry has no time, it counts."""
    row = {"id": "L", "asset": "XXBT", "type": "trade", "amount": "5", "time": time}
    found = tell("kraken", "Ledgers:since", row, traits={SINCE: since} if since else {})
    assert len(found) == told


@pytest.mark.parametrize(
    ("lock", "area"),
    [
        ("flex", "earn.flexible"),
        ("instant", "earn.flexible"),
        ("bonded", "earn.fixed"),
        ("timed", "earn.fixed"),
        ("unheard of", "earn.other"),
        (None, "earn.other"),
    ],
)
def test_an_allocation_by_its_terms(lock: str | None, area: str) -> None:
    """It is told in one area, whatever is known of how it can be left."""
    amounts = {"total": {"native": "5"}}
    row = {"strategy_id": "S", "native_asset": "DOT", "amount_allocated": amounts}
    traits = {f"{earn.TERMS}S": lock} if lock else {}
    assert tell("kraken", "Earn/Allocations", row, traits=traits) == [
        f"{area}: holding nature=earn id=S asset=DOT amount=5"
    ]
