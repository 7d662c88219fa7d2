"""What OKX's rows tell where one cell has to be weighed against another."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

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
