"""What Binance's overviews, lists of orders and redemptions tell of several cells at once."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.exchanges.telling import tell

from readiness.simulator.binance import rows

_WALLETS: Final = "sapi/v1/asset/wallet/balance"


def wallet(name: str, worth: str, *parts: dict[str, str]) -> dict[str, Any]:
    """A wallet of the overview; without parts, it tells only what it is worth."""
    row = rows.wallet_total(walletName=name, balance=worth)
    return {**row, "assetBalances": [*parts]} if parts else row


def part(**amounts: str) -> dict[str, str]:
    return {"asset": "ETH", "free": "0"} | amounts


def test_an_asset_is_counted_over_all_wallets() -> None:
    """Whatever holds it back, and whatever it is worth."""
    found = tell(
        "binance",
        _WALLETS,
        wallet("Spot", "9", part(free="1", locked="2"), part(asset="OLD", free="0")),
        wallet("Funding", "0", part(freeze="4", withdrawing="8")),
    )
    assert found == [
        "account.totals: total place=Spot value_usd=9",
        "account.totals: total place=Funding value_usd=0",
        "account.totals: holding nature=across id=all-wallets asset=ETH amount=15",
    ]


@pytest.mark.parametrize(
    ("name", "area", "nature"),
    [
        ("Trading Bots", "wallet.bots", "bots"),
        ("Copy Trading", "wallet.copy-trading", "copy-trading"),
    ],
)
def test_a_wallet_that_only_the_overview_shows(name: str, area: str, nature: str) -> None:
    """Its assets one by one; its worth only where they are not told."""

    def inside(*wallets: dict[str, Any]) -> list[str]:
        told = tell("binance", _WALLETS, wallet("Spot", "9", part(free="1")), *wallets)
        return [line.partition(": ")[2] for line in told if line.startswith(f"{area}: ")]

    held_back = part(free="1", locked="2", freeze="4", withdrawing="8")
    assert inside(wallet(name, "9", held_back)) == [
        f"holding nature={nature} asset=ETH amount=15 frozen=14"
    ]
    assert inside(wallet(name, "9", part())) == inside(wallet(name, "9"))
    assert inside(wallet(name, "9")) == [
        f"holding nature={nature} asset=USDT amount=9 value_usd=9 details=((total_valued_in, USDT))"
    ]
    assert inside(wallet(name, "0")) == []
    assert inside(wallet("Spot", "0"), wallet(name, "9")) != []


def test_legs_of_a_list_are_the_orders_themselves() -> None:
    """A list without legs is one order; a leg without a symbol has that of its list."""
    legs = [{"symbol": "BTCUSDT", "orderId": 1}, {"symbol": "", "orderId": 2}]
    found = [
        tell("binance", "api/v3/openOrderList", {**rows.oco_list(orderListId=7), "orders": each})
        for each in (legs, [])
    ]
    common = "side='' size=? state=EXECUTING details=((order_list, 7))"
    assert found == [
        [
            f"orders.open: order id=BTCUSDT:1 order_type=OCO instrument=BTCUSDT {common}",
            f"orders.open: order id=ETHUSDT:2 order_type=OCO instrument=ETHUSDT {common}",
        ],
        [f"orders.open: order id=list:7 order_type=OCO instrument=ETHUSDT {common}"],
    ]


@pytest.mark.parametrize(
    ("receives", "told"),
    [
        ({"receiveAsset": "USDC", "receiveAmount": "5"}, "asset=USDC amount=5"),
        ({"receiveAsset": "", "receiveAmount": "5"}, "asset=BFUSD amount=6"),
        ({"receiveAsset": "USDC", "receiveAmount": "0"}, "asset=BFUSD amount=6"),
        ({"receiveAsset": "USDC", "receiveAmount": ""}, "asset=BFUSD amount=6"),
    ],
)
def test_a_redemption_is_told_as_what_comes_of_it(receives: dict[str, str], told: str) -> None:
    """Where that is stated; else as what was given."""
    row = rows.bfusd_redemption(status="PENDING", asset="BFUSD", amount="6", **receives)
    (found,) = tell("binance", "sapi/v1/bfusd/history/redemptionHistory", row)
    assert f" {told} " in found


@pytest.mark.parametrize(
    ("amount", "redeeming", "told"),
    [
        ("6", "0", ["nature=earn"]),
        ("6", "2", ["nature=earn", "nature=redeeming"]),
        ("0", "2", ["nature=redeeming"]),
        # Whatever is listed is there.
        ("0", "0", ["nature=earn"]),
        ("", "0", ["nature=earn"]),
    ],
)
def test_locked_earn(amount: str, redeeming: str, told: list[str]) -> None:
    """What is held, and what is being redeemed."""
    row = rows.locked_position(amount=amount, redeemingAmt=redeeming)
    found = tell("binance", "sapi/v1/simple-earn/locked/position", row)
    assert [line.split()[2] for line in found if line.startswith("earn.fixed")] == told


@pytest.mark.parametrize(
    ("request_id", "make", "field", "ended"),
    [
        ("sapi/v1/margin/borrow-repay", rows.borrow_repay, "status", ("CONFIRMED", "FAILED")),
        ("papi/v1/margin/marginLoan", rows.pm_loan, "status", ("CONFIRMED", "FAILED")),
        (
            "sapi/v1/dci/product/positions",
            rows.dual_position,
            "purchaseStatus",
            ("SETTLED", "PURCHASE_FAIL", "REFUND_SUCCESS"),
        ),
        (
            "sapi/v1/simple-earn/flexible/history/redemptionRecord",
            rows.flexible_redemption,
            "status",
            ("PAID", "paid"),
        ),
        (
            "sapi/v2/loan/flexible/repay/history",
            rows.flexible_repayment,
            "repayStatus",
            ("Repaid",),
        ),
    ],
)
def test_what_has_ended_is_nothing(
    request_id: str, make: Any, field: str, ended: tuple[str, ...]
) -> None:
    """In its documented ends; in all other states it is there."""
    found = [tell("binance", request_id, make(**{field: state})) for state in ended]
    assert found == [[] for _ in ended]
    assert tell("binance", request_id, make(**{field: "unheard of"})) != []


def test_a_lock_on_trading_may_have_no_planned_end() -> None:
    """A time of zero is none."""
    row = rows.api_trading_status()
    for moment in ("0", ""):
        lock = {**row["data"], "plannedRecoverTime": moment}
        (found,) = tell("binance", "sapi/v1/account/apiTradingStatus", {"data": lock})
        assert found == "account.restrictions: restriction code=isLocked"
