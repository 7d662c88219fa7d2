"""Ready-made KuCoin accounts for the demo, for rehearsals and for tests."""

from __future__ import annotations

import time

from readiness.simulator.kucoin import rows
from readiness.simulator.kucoin.account import KucoinAccount

_DAY = 86_400
GRID = "grid01"
"""The sub-account of the messy world."""


def messy() -> KucoinAccount:
    """An account that somebody used for years and now wants to close.

    Dust, a coin without a price, orders of both engines, a position, margin debt, staking that
    is being redeemed, lending, a pending withdrawal, a deposit that never arrived, and a
    sub-account with dust of its own and its own read-only key.
    """
    account = _account("messy")
    _fill_wallets(account)
    _fill_trading(account)
    _fill_transfers(account)
    account.put(
        "api/v1/earn/hold-assets",
        rows.earn_holding(holdAmount="3", redeemingAmount="3", status="REDEEMING"),
    )
    account.put("api/v3/purchase/orders", rows.lending_order(purchaseSize="0.001"))
    grid = account.sub_account(GRID, key=_name("messy-grid01", "key"))
    grid.trade("TRX", "1.2")
    return account


def empty() -> KucoinAccount:
    """An account with nothing in it and a past in its history."""
    account = _account("empty")
    account.put("api/v1/deposits", rows.deposit(status="SUCCESS", createdAt=_ago(300)))
    account.put("api/v1/withdrawals", rows.withdrawal(status="SUCCESS", createdAt=_ago(2)))
    return account


def trading_key() -> KucoinAccount:
    """An account whose key can trade: nothing should be asked with it."""
    account = _account("trading", ("General", "Spot"))
    account.trade("USDT", "250")
    return account


def _account(name: str, permissions: tuple[str, ...] = ("General",)) -> KucoinAccount:
    return KucoinAccount(
        key=_name(name, "key"),
        secret=_name(name, "secret"),
        passphrase=_name(name, "passphrase"),
        permissions=permissions,
        label=f"demo {name}",
    )


def _name(account: str, part: str) -> str:
    return f"not-a-real-{part}-kucoin-{account}"


def _ago(days: float) -> int:
    return int((time.time() - days * _DAY) * 1000)


def _fill_wallets(account: KucoinAccount) -> None:
    # What the funding account holds is the withdrawal that waits, and its fee.
    account.funding("USDT", "21.8", holds="21")
    account.funding("NOPRICE", "8123.5")
    account.trade("BTC", "0.00000012")
    account.margin("USDT", "0.5", principal="25.5", interest="0.0031")
    account.margin("TRX", "0.4", old=True)
    account.isolated("SOL-USDT", quote="4.97")
    account.future("USDT", "18.4", upnl="-0.5")


def _fill_trading(account: KucoinAccount) -> None:
    account.spot_order("ETH-USDT", "sell", "0.01", "4000")
    account.put("api/v1/orders", rows.order(side="buy", createdAt=_ago(400)))
    account.put("api/v1/stop-order", rows.stop_order())
    account.position(
        "ETHUSDTM", 1, "3", settleCurrency="USDT", unrealisedPnl="-0.5", isInverse=False
    )


def _fill_transfers(account: KucoinAccount) -> None:
    account.put(
        "api/v1/withdrawals",
        rows.withdrawal(status="PROCESSING", amount="20", fee="1", createdAt=_ago(1)),
        rows.withdrawal(status="SUCCESS", createdAt=_ago(40)),
    )
    account.put(
        "api/v1/deposits",
        rows.deposit(status="SUCCESS", createdAt=_ago(20)),
        rows.deposit(status="PROCESSING", currency="ETH", amount="0.03", createdAt=_ago(200)),
    )
