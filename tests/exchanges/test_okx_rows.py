"""What OKX's rows tell where one cell has to be weighed against another."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.exchanges.catalogue import SINCE
from readiness.simulator import rows


def rows_told(request_id: str, **cells: Any) -> list[str]:
    return tell("okx", request_id, {**rows.FACTORIES[request_id](), **cells})


@pytest.mark.parametrize(
    ("status", "frozen", "dispute", "trouble"),
    [
        ("completed", False, "0", None),
        ("cancelled", False, "", None),
        ("new", False, "0", False),
        ("unheard of", False, "", False),
        # An order that has ended is there as long as its money is held, or somebody objects.
        ("completed", True, "0", True),
        ("completed", False, "1", True),
        ("cancelled", True, "1", True),
        ("new", True, "", True),
    ],
)
def test_p2p_orders(status: str, frozen: bool, dispute: str, trouble: bool | None) -> None:
    """What has ended in peace is nothing; anything else is told, and whether there is trouble."""
    found = rows_told("p2p/order/list", orderStatus=status, isFrozen=frozen, disputeStatus=dispute)
    assert len(found) == (trouble is not None)
    for line in found:
        assert (" order_type=P2P " not in line) is trouble


def test_an_order_on_chain_that_names_no_amount() -> None:
    """It is there, of the currency that it names; how much of it cannot be read."""
    (found,) = rows_told(
        "finance/staking-defi/orders-active", investData=[], estSettlementTime="4102444800000"
    )
    assert " asset=DOT amount=unreadable:" in found
    assert " clears_at=2100-01-01 " in found


@pytest.mark.parametrize(
    ("redeeming", "amount"), [("0.02", "0.02"), ("0", "0.05"), ("", "0.05"), ("0.01", "0.01")]
)
def test_what_is_being_redeemed(redeeming: str, amount: str) -> None:
    """What is still on its way; where that is nothing or not stated, all of it."""
    (found,) = rows_told(
        "finance/staking-defi/eth/purchase-redeem-history", amt="0.05", redeemingAmt=redeeming
    )
    assert f" amount={amount} " in found


@pytest.mark.parametrize(("side", "direction"), [("sell", "out"), ("buy", "in")])
def test_fiat_money_that_is_bought_or_sold(side: str, direction: str) -> None:
    """Crypto that is sold leaves, what is bought comes."""
    (found,) = rows_told("fiat/buy-sell/history", side=side)
    assert f" direction={direction} " in found


ZERO: Final = {"funding": "0", "trading": "0", "earn": "0"}


@pytest.mark.parametrize(
    ("whole", "places", "nowhere"),
    [
        ("0", ZERO, None),
        ("1", {**ZERO, "funding": "1"}, None),
        # Cents may be missing where there is something, and not where there is nothing.
        ("1.05", {**ZERO, "funding": "1"}, None),
        ("1.06", {**ZERO, "funding": "1"}, "0.06"),
        ("0.01", ZERO, "0.01"),
        ("3", {**ZERO, "classic": "1"}, "2"),
        ("", ZERO, "unreadable:''"),
    ],
)
def test_value_that_is_in_no_place(whole: str, places: dict[str, str], nowhere: str | None) -> None:
    """What only the sum shows is told, beyond what rounding explains."""
    found = tell("okx", "asset/asset-valuation", {"totalBal": whole, "details": places})
    assert found[: len(places)] == [
        f"account.totals: total place={place} value_usd={value}" for place, value in places.items()
    ]
    rest = [f"account.totals: total place=total value_usd={nowhere}"] if nowhere else []
    assert found[len(places) :] == rest


def test_a_place_that_is_always_stated_has_to_be() -> None:
    """Of the others, one that is left blank says nothing."""
    places = {"funding": "0", "trading": "0", "classic": ""}
    found = tell("okx", "asset/asset-valuation", {"totalBal": "0", "details": places})
    values = {line.split("place=")[1].split(" ")[0]: line.split("value_usd=")[1] for line in found}
    assert values["funding"] == values["trading"] == "0"
    assert values["classic"] == "?"
    assert values["earn"].startswith("unreadable:")


@pytest.mark.parametrize(
    ("request_id", "cells", "told"),
    [
        (
            "tradingBot/signal/orders-algo-pending",
            {"instIds": ["BTC-USDT-SWAP", "ETH-USDT-SWAP"]},
            "instrument='BTC-USDT-SWAP, ETH-USDT-SWAP'",
        ),
        (
            "tradingBot/recurring/orders-algo-pending",
            {"source": ["1", "2", "3", "99"]},
            "details=((takes_from, 'trading account, funding account, Simple Earn, 99'))",
        ),
        # Where it has no number of its own, it goes by what makes it the only one of its kind.
        ("account/positions", {"posId": "7"}, "id=7 instrument=ETH-USDT-SWAP"),
        (
            "account/positions",
            {"posId": "", "mgnMode": "cross", "posSide": "net"},
            "id=ETH-USDT-SWAP:cross:net instrument=ETH-USDT-SWAP",
        ),
        ("account/move-positions-history", {"state": "pending", "blockTdId": "7"}, "id=7"),
        (
            "account/move-positions-history",
            {"state": "pending", "blockTdId": "", "clientId": "mine"},
            "id=mine",
        ),
    ],
)
def test_names_of_things(request_id: str, cells: dict[str, Any], told: str) -> None:
    """What is shown to tell them apart."""
    (found, *_) = rows_told(request_id, **cells)
    assert f" {told}" in found


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"roleType": "0", "spotRoleType": "0"}, []),
        # Older answers do not have them.
        ({"roleType": "", "spotRoleType": ""}, []),
        ({"roleType": "1", "spotRoleType": ""}, ["leads id=SWAP:1"]),
        ({"roleType": "", "spotRoleType": "2"}, ["copies id=SPOT:2"]),
        ({"roleType": "99", "spotRoleType": "0"}, ["copies id=SWAP:99"]),
    ],
)
def test_roles_that_the_account_tells(cells: dict[str, str], told: list[str]) -> None:
    """Leading and copying; a role that nobody documents counts as copying."""
    found = tell("okx", "account/config", {"uid": "1", "perm": "read_only", **cells})
    lines = [line for line in found if line.startswith("copy-trading: ")]
    assert [line.partition("tie=")[2].partition(" details")[0] for line in lines] == told


@pytest.mark.parametrize(
    ("loans", "collateral", "sums", "told"),
    [
        (("5",), ("3",), ("7", "9"), ["debt asset=ETH amount=5", "holding asset=BTC amount=3"]),
        (("5",), (), ("7", "0"), ["debt asset=ETH amount=5"]),
        ((), ("3",), ("7", "9"), ["holding asset=BTC amount=3"]),
        (("0",), ("0",), ("7", "9"), ["debt asset='' amount=? value_usd=7"]),
        ((), (), ("0", "9"), ["debt asset='' amount=? value_usd=9"]),
        ((), (), ("0", "0"), []),
    ],
)
def test_flexible_loans(
    loans: tuple[str, ...],
    collateral: tuple[str, ...],
    sums: tuple[str, str],
    told: list[str],
) -> None:
    """Coin by coin; a total that no coin explains is a debt of something."""
    request_id = "finance/flexible-loan/loan-info"
    owed, locked = sums
    row = {
        "ordId": "6",
        "loanData": [{"ccy": "ETH", "amt": amount} for amount in loans],
        "collateralData": [{"ccy": "BTC", "amt": amount} for amount in collateral],
        "loanNotionalUsd": owed,
        "collateralNotionalUsd": locked,
    }
    ends = {"debt": f" view={request_id}", "holding": ""}
    assert [line.replace("nature=collateral ", "") for line in tell("okx", request_id, row)] == [
        f"loans.flexible: {line}{ends[line.split()[0]]} details=((loan, 6))" for line in told
    ]


@pytest.mark.parametrize(
    ("since", "moment", "told"),
    [
        ("", "1", True),
        ("2000", "1999", False),
        ("2000", "2000", True),
        ("2000", "2001", True),
        ("2000", "", True),
    ],
)
def test_bills_since_the_scan_began(since: str, moment: str, told: bool) -> None:
    """Where nobody says when that was, and where a bill has no time, it counts."""
    row = {**rows.FACTORIES["account/bills"](), "ts": moment}
    found = tell("okx", "account/bills", row, traits={SINCE: since} if since else {})
    assert len(found) == told
