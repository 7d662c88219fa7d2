"""Ready-made Binance accounts for the demo, for rehearsals and for tests."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from readiness.simulator.binance import rows
from readiness.simulator.binance.account import BinanceAccount

_DAY = 86_400
GRID = "grid01_virtual@made-up.example"
"""The sub-account of the messy world: virtual e-mails are how Binance names them."""


def messy() -> BinanceAccount:
    """An account that somebody used for years and now wants to close.

    Dust, a coin without a price, frozen money, orders on spot and futures, a short position,
    margin debt, money in bots and in Earn that refills itself, a pending withdrawal, a deposit
    that waits for an answer, and a sub-account with dust of its own and its own read-only key.
    """
    account = _account("messy")
    _fill_wallets(account)
    _fill_trading(account)
    _fill_transfers(account)
    account.put(
        "sapi/v1/simple-earn/flexible/position",
        rows.flexible_position(asset="USDT", totalAmount="40", autoSubscribe=True),
    )
    account.spot("LDUSDT", "40")
    account.bots("45")
    grid = account.sub_account(GRID, key=_name("messy-grid01", "key"))
    grid.spot("TRX", "1.2")
    return account


def empty() -> BinanceAccount:
    """An account with nothing in it and a past in its history."""
    account = _account("empty")
    account.put(
        "sapi/v1/capital/deposit/hisrec",
        rows.deposit(status=1, confirmTimes="6/6", insertTime=_ago(60)),
    )
    account.put(
        "sapi/v1/capital/withdraw/history",
        rows.withdrawal(status=6, applyTime=_utc(2), completeTime=_utc(2)),
    )
    return account


def trading_key() -> BinanceAccount:
    """An account whose key can trade: nothing should be asked with it."""
    account = _account("trading", enableSpotAndMarginTrading=True)
    account.spot("USDT", "250")
    return account


def _account(name: str, **restrictions: bool) -> BinanceAccount:
    return BinanceAccount(
        key=_name(name, "key"), secret=_name(name, "secret"), restrictions=restrictions
    )


def _name(account: str, part: str) -> str:
    return f"not-a-real-{part}-binance-{account}"


def _ago(days: float) -> int:
    return int((time.time() - days * _DAY) * 1000)


def _utc(days: float) -> str:
    return datetime.fromtimestamp(time.time() - days * _DAY, UTC).strftime("%Y-%m-%d %H:%M:%S")


def _fill_wallets(account: BinanceAccount) -> None:
    # What is on its way out is the withdrawal that waits, and its fee.
    account.spot("USDT", "0.8", withdrawing="21")
    account.spot("BTC", "0.00000012")
    account.spot("ETH", "0.01", locked="0.01")
    account.spot("NOPRICE", "8123.5")
    account.funding("TRX", "0.4")
    account.margin("USDT", borrowed="25.5", interest="0.0031")
    account.margin("BNB", "0.08")
    account.um("USDT", "18.4")


def _fill_trading(account: BinanceAccount) -> None:
    account.um_position("ETHUSDT", "-0.01", entry="2950", upnl="-0.5")
    account.put("api/v3/openOrders", rows.open_order(origQty="0.01", time=_ago(60)))
    account.put("fapi/v1/openAlgoOrders", rows.um_algo_order())


def _fill_transfers(account: BinanceAccount) -> None:
    account.put(
        "sapi/v1/capital/withdraw/history",
        rows.withdrawal(status=4, coin="USDT", amount="20", transactionFee="1", applyTime=_utc(1)),
        rows.withdrawal(status=6, applyTime=_utc(40), completeTime=_utc(40)),
    )
    account.put(
        "sapi/v1/capital/deposit/hisrec",
        rows.deposit(status=1, confirmTimes="6/6", insertTime=_ago(20)),
        # Waits for the user to confirm it since then.
        rows.deposit(status=8, coin="ETH", amount="0.03", insertTime=_ago(80)),
    )
