"""Ready-made futures accounts for the demo, for rehearsals and for tests."""

from __future__ import annotations

from typing import Any

from readiness.simulator.kraken.worlds import iban
from readiness.simulator.kraken_futures import rows
from readiness.simulator.kraken_futures.account import KrakenFuturesAccount


def messy() -> KrakenFuturesAccount:
    """An account that somebody used for years and now wants to close.

    Dust in the holding wallet, collateral that margin holds, an inverse position in a wallet of
    its own, orders with and without a trigger, a readiness to take over positions of others,
    and a sub-account `grid01` with money.
    """
    account = _account("messy")
    account.hold("xbt", "0.00000012")
    account.hold("usd", "1.5")
    account.collateral("USD", "31.2", used="20")
    account.collateral("XBT", "0.0004")
    account.margin("fi_ethusd", "eth", eth="0.003")
    account.put("derivatives/api/v3/openorders", rows.open_order(), rows.stop_order())
    account.put(
        "derivatives/api/v3/openpositions",
        rows.open_position(),
        rows.open_position(symbol="PI_XBTUSD", side="long", size=30, unrealizedPnl=0),
    )
    account.put("derivatives/api/v3/assignmentprogram/current", rows.participant())
    grid = account.sub_account("grid01")
    grid.collateral("USDT", "5")
    return account


def empty() -> KrakenFuturesAccount:
    """An account with nothing in it and a past in its history."""
    account = _account("empty")
    account.hold("usd", "0")
    account.collateral("USD", "0")
    account.margin("fi_xbtusd", "xbt", xbt="0")
    account.put("api/history/v3/account-log", rows.log_entry())
    return account


def trading_key() -> KrakenFuturesAccount:
    """An account whose key can trade: nothing should be asked with it."""
    permissions = ("general.FULL_ACCESS", "transfer.NO_ACCESS")
    account = _account("trading", permissions=permissions)
    account.collateral("USDT", "250")
    return account


def _account(name: str, **arranged: Any) -> KrakenFuturesAccount:
    secret = f"not/a/real/secret/kraken/futures/{name}"
    return KrakenFuturesAccount(
        key=f"not-a-real-key-kraken-futures-{name}",
        secret=secret.ljust(-(-len(secret) // 4) * 4, "0"),
        label=f"demo {name}",
        iiban=iban(name),
        **arranged,
    )
