"""An OKX account with a past: rows in every list that a backup saves."""

from __future__ import annotations

from typing import Any, Final

from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.simulator import OkxAccount, rows
from readiness.simulator.okx.routes import ROUTES

LATE: Final = {"trade/one-click-repay-history-v2": 1}
"""Lists of one account mode only."""

BOTS: Final = {
    "tradingBot/grid/sub-orders": "tradingBot/grid/orders-algo-history",
    "tradingBot/signal/sub-orders": "tradingBot/signal/orders-algo-history",
    "tradingBot/signal/positions-history": "tradingBot/signal/orders-algo-history",
    "tradingBot/dca/cycle-list": "tradingBot/dca/history-list",
    "tradingBot/dca/orders": "tradingBot/dca/history-list",
    "tradingBot/recurring/sub-orders": "tradingBot/recurring/orders-algo-history",
}
"""Lists that have to be asked for bot by bot, and the list that names the bots."""


def applying(mode: int) -> list[str]:
    """The lists that an account in this mode has."""
    traits = {"mode": str(mode)}
    return [entry.id for entry in CATALOGUE.history.values() if entry.applies(traits)]


def rich(mode: int = 3, each: int = 3) -> OkxAccount:
    """An account with so many rows in every list; lists of bots have one bot's."""
    account = OkxAccount(mode=mode)
    account.join("trading-team")
    account.join("copy-trading")
    for path in applying(mode):
        for number in range(each):
            account.put(path, plant(account, path, number))
    return account


def plant(account: OkxAccount, path: str, number: int) -> dict[str, Any]:
    """A complete row for a list, of a kind that one of its calls asks for."""
    row = dict(rows.FACTORIES[path]())
    calls = CATALOGUE.history[path].calls
    chosen = calls[number % len(calls)].params
    fields = {narrowing.name: narrowing.field or narrowing.name for narrowing in _filters(path)}
    for name, value in chosen.items():
        if fields.get(name) in row:
            row[fields[name]] = value.split(",")[0]
    if path in BOTS:
        bot = account.rows(BOTS[path])[0]
        row |= {name: bot[name] for name in ("algoId", "algoOrdType") if name in row}
    return row


def _filters(path: str) -> Any:
    return ROUTES[path].filters
