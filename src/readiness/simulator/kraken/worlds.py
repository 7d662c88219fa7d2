"""Ready-made Kraken accounts for the demo, for rehearsals and for tests."""

from __future__ import annotations

import time
from typing import Any

from readiness.simulator.kraken import rows
from readiness.simulator.kraken.account import READ_PERMISSIONS, KrakenAccount, base64_like


def messy() -> KrakenAccount:
    """An account that somebody used for years and now wants to close.

    Dust, an asset without a price, orders with and without leverage, a short position on
    margin, bonded and unbonding Earn, a second wallet, a withdrawal on hold, and a deposit
    that waits.
    """
    account = _account("messy")
    _fill_wallets(account)
    _fill_trading(account)
    _fill_transfers(account)
    account.allocate("ESRFUO3-Q62XD-WIOIL7", "DOT", "12.5", rewarded="0.4")
    account.allocate("ESDQCOL-WTZEU-NU55QF", "ETH", "0.021", unbonding="0.021", lock="bonded")
    account.open_wallet("spot", "grid", USDT="5")
    return account


def empty() -> KrakenAccount:
    """An account with nothing in it and a past in its history."""
    account = _account("empty")
    account.balance("ZUSD")
    account.balance("XXBT")
    account.allocate("ESRFUO3-Q62XD-WIOIL7", "DOT", "0", rewarded="1.2")
    account.put("DepositStatus", rows.deposit(time=_ago(25)))
    account.put("WithdrawStatus", rows.withdrawal(time=_ago(2)))
    return account


def trading_key() -> KrakenAccount:
    """An account whose key can trade: nothing should be asked with it."""
    account = _account("trading", permissions=(*READ_PERMISSIONS, "modify-trades"))
    account.balance("USDT", "250")
    return account


def iban(name: str) -> str:
    """Return the number of an account, by which its futures know whose they are."""
    return f"AA00 N84G DEMO {name[:4].upper()}"


def _account(name: str, **arranged: Any) -> KrakenAccount:
    return KrakenAccount(
        key=f"not-a-real-key-kraken-{name}",
        secret=base64_like("not/a/real/secret/kraken", name),
        label=f"demo {name}",
        fields={"iban": iban(name)},
        **arranged,
    )


def _ago(days: float) -> int:
    return int(time.time() - days * 86_400)


def _fill_wallets(account: KrakenAccount) -> None:
    account.balance("ZUSD", "31.2", hold_trade="20")
    account.balance("XXBT", "0.00000012")
    account.balance("XETH", "0.05", hold_trade="0.01")
    account.balance("NOPRICE", "8123.5")
    account.balance("USDT", "20", leaving="20")
    account.balance("XBT.F", "0.001")


def _fill_trading(account: KrakenAccount) -> None:
    then = rows.seconds(_ago(60) * 1000)
    sold = {"pair": "ETHUSD", "type": "sell", "order": "sell 0.01000000 ETHUSD @ limit 5000.0"}
    account.put(
        "OpenOrders",
        rows.order(opentm=then),
        rows.order(descr=sold, vol="0.01000000", opentm=then),
        rows.stop_order(descr={"leverage": "3:1"}, opentm=then),
    )
    account.put("OpenPositions", rows.position(time=then))


def _fill_transfers(account: KrakenAccount) -> None:
    leaving = {"asset": "USDT", "method": "Tether USD (TRC20)", "amount": "19.00000000"}
    account.put(
        "WithdrawStatus",
        rows.withdrawal(status="Pending", status_prop="onhold", time=_ago(1), **leaving),
        rows.withdrawal(time=_ago(20)),
    )
    account.put(
        "DepositStatus",
        rows.deposit(status="Settled", asset="XETH", amount="0.0300000000", time=_ago(12)),
        rows.deposit(time=_ago(20)),
    )
