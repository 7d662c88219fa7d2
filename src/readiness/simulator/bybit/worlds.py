"""Ready-made Bybit accounts for the demo, for rehearsals and for tests."""

from __future__ import annotations

import time
from typing import Any

from readiness.simulator.bybit import rows
from readiness.simulator.bybit.account import BybitAccount


def messy() -> BybitAccount:
    """An account that somebody used for years and now wants to close.

    Dust, a coin without a price, orders on spot and futures, a short position, margin debt, a
    crypto loan, a bot, savings, a pending withdrawal, a deposit that waits for an answer, and a
    sub-account `grid01` with dust of its own and its own read-only key.
    """
    account = _account("messy")
    _fill_wallets(account)
    _fill_trading(account)
    _fill_transfers(account)
    account.put(
        "earn/position:FlexibleSaving",
        rows.flexible_saving(coin="USDT", amount="40", autoReinvest="Enable"),
    )
    account.put("crypto-loan-flexible/ongoing-coin", rows.flexible_loan())
    grid = account.sub_account("grid01", key=_name("messy-grid01", "key"))
    grid.fund("TRX", "1.2")
    return account


def empty() -> BybitAccount:
    """An account with nothing in it and a past in its history."""
    account = _account("empty")
    account.put("asset/deposit/query-record", rows.deposit(_at=_ago(25)))
    account.put("asset/withdraw/query-record", _withdrawal(2))
    redeemed = rows.flexible_saving(amount="0", availableAmount="0", claimableYield="0")
    account.put("earn/position:FlexibleSaving", redeemed)
    return account


def trading_key() -> BybitAccount:
    """An account whose key can trade: nothing should be asked with it."""
    account = _account("trading", read_only=False)
    account.fund("USDT", "250")
    return account


def _account(name: str, **settings: Any) -> BybitAccount:
    return BybitAccount(
        key=_name(name, "key"), secret=_name(name, "secret"), label=f"demo {name}", **settings
    )


def _name(account: str, part: str) -> str:
    return f"not-a-real-{part}-bybit-{account}"


def _ago(days: float) -> int:
    return int((time.time() - days * 86_400) * 1000)


def _withdrawal(days: float, **fields: Any) -> rows.Row:
    moment = str(_ago(days))
    return rows.withdrawal(createTime=moment, updateTime=moment, **fields)


def _fill_wallets(account: BybitAccount) -> None:
    account.fund("USDT", "31.2", locked="21")
    account.fund("TRX", "0.4")
    account.fund("NOPRICE", "8123.5")
    account.unified("BTC", "0.00000012")
    account.unified("ETH", "0.05", locked="0.01")
    account.unified("USDT", "10", spot_borrow="25.5", interest="0.0031", position_im="3")
    account.hold("TradingBot", "USDT", "45", category="Futures Grid Bot")


def _fill_trading(account: BybitAccount) -> None:
    then = str(_ago(60))
    account.put(
        "order/realtime:spot",
        rows.spot_order(symbol="ETHUSDT", side="Sell", qty="0.01", createdTime=then),
    )
    account.put(
        "order/realtime:linear",
        rows.order(stopOrderType="Stop", orderStatus="Untriggered", createdTime=then),
    )
    account.put("position/list:linear", rows.position(createdTime=then))


def _fill_transfers(account: BybitAccount) -> None:
    account.put(
        "asset/withdraw/query-record",
        _withdrawal(1, status="Pending", coin="USDT", chain="TRX", amount="20", withdrawFee="1"),
        _withdrawal(20),
    )
    account.put(
        "asset/deposit/query-record",
        # Waits for papers since then.
        rows.deposit(
            status=2, depositType="20", coin="ETH", amount="0.03", successAt="0", _at=_ago(12)
        ),
        rows.deposit(_at=_ago(20)),
    )
