"""Ready-made OKX accounts for the demo, for rehearsals and for tests."""

from __future__ import annotations

import time

from readiness.simulator.okx import rows
from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.rows import Row

_DAY = 86_400


def messy() -> OkxAccount:
    """An account that somebody used for years and now wants to close.

    Dust, a coin without a price, orders, a position, margin debt, a bot, savings, a pending
    withdrawal, a deposit stuck for months, an asset that cannot be traded, and a sub-account
    `grid01` with dust of its own and its own read-only key.
    """
    account = _account("messy")
    _fill_funding(account)
    _fill_trading(account)
    account.put("finance/savings/balance", rows.savings())
    account.put("asset/non-tradable-assets", rows.non_tradable())
    account.put("asset/subaccount/bills", rows.sub_account_bill(ts=_ago(90), ccy="TRX", amt="1.2"))
    grid = account.sub_account("grid01", key=_name("messy-grid01", "key"))
    grid.funding("TRX", "1.2")
    return account


def empty() -> OkxAccount:
    """An account with nothing in it and a past in its history."""
    account = _account("empty")
    account.put("asset/deposit-history", rows.deposit(ts=_ago(300)))
    account.put("asset/withdrawal-history", rows.withdrawal(ts=_ago(2)))
    return account


def trading_key() -> OkxAccount:
    """An account whose key can trade: nothing should be asked with it."""
    account = _account("trading", ("read_only", "trade"))
    account.funding("USDT", "250")
    return account


def _account(name: str, permissions: tuple[str, ...] = ("read_only",)) -> OkxAccount:
    return OkxAccount(
        key=_name(name, "key"),
        secret=_name(name, "secret"),
        passphrase=_name(name, "passphrase"),
        permissions=permissions,
        label=f"demo {name}",
    )


def _name(account: str, part: str) -> str:
    return f"not-a-real-{part}-okx-{account}"


def _ago(days: float) -> str:
    return str(int((time.time() - days * _DAY) * 1000))


def _fill_funding(account: OkxAccount) -> None:
    # The frozen part is the withdrawal that waits, and its fee.
    account.funding("USDT", "31.2", frozen="21")
    account.funding("TRX", "0.4")
    account.funding("NOPRICE", "8123.5")
    account.put(
        "asset/withdrawal-history",
        rows.withdrawal(
            state="0", ccy="USDT", chain="USDT-TRC20", amt="20", fee="1", feeCcy="USDT", ts=_ago(1)
        ),
        rows.withdrawal(ts=_ago(40)),
    )
    account.put(
        "asset/deposit-history",
        rows.deposit(ts=_ago(20)),
        # Waits for an answer to the Travel Rule question since then.
        rows.deposit(state="17", ccy="ETH", chain="ETH-ERC20", amt="0.03", ts=_ago(200)),
    )


def _fill_trading(account: OkxAccount) -> None:
    account.trading("ETH", "0.05", orders="0.01", bots="0.005")
    account.trading("USDT", "-25.5", liab="25.5", interest="0.0031", bots="45", upl="0.5")
    account.trading("BTC", "0.00000012")
    account.put("trade/orders-pending", rows.order(sz="0.01", cTime=_ago(60)))
    account.put("trade/orders-algo-pending", rows.algo_order(cTime=_ago(60)))
    account.put("account/positions", _small_position())
    account.put("tradingBot/grid/orders-algo-pending", rows.grid_bot(cTime=_ago(30)))


def _small_position() -> Row:
    return rows.position(
        pos="0.1", availPos="0.1", notionalUsd="30", upl="0.5", imr="6", mmr="0.15", fee="-0.015"
    )
