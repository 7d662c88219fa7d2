"""Rows that are otherwise computed: sub-accounts in their list, tickers, and contracts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.kucoin.rows.build import Row, build, hex_id, new_id, new_ts


def sub_user(**overrides: Any) -> Row:
    """Return a sub-account in the main account's list."""
    values = {
        "userId": hex_id(),
        "uid": new_id(),
        "subName": "grid01",
        "status": 2,
        "type": 0,
        "access": "All",
        "createdAt": new_ts(),
        "remarks": "",
        "tradeTypes": ["Spot", "Futures", "Margin"],
        "openedTradeTypes": ["Spot"],
        "hostedStatus": None,
    }
    return build(overrides, values)


def ticker(**overrides: Any) -> Row:
    """Return the ticker of a pair."""
    symbol = str(overrides.get("symbol", "BTC-USDT"))
    last = overrides.get("last", "60000")
    values = {
        "symbol": symbol,
        "symbolName": symbol,
        "buy": "0",
        "bestBidSize": "0",
        "sell": "0",
        "bestAskSize": "0",
        "changeRate": "0",
        "changePrice": "0",
        "high": "0",
        "low": "0",
        "vol": "1",
        "volValue": "1",
        "last": "0",
        "averagePrice": "0",
        "takerFeeRate": "0.001",
        "makerFeeRate": "0.001",
        "takerCoefficient": "1",
        "makerCoefficient": "1",
    }
    prices = dict.fromkeys(("buy", "sell", "high", "low", "averagePrice"), last)
    return build({**prices, **overrides}, values)


def contract(**overrides: Any) -> Row:
    """Return a futures contract that is traded; its numbers are JSON numbers."""
    values = {
        "symbol": "XBTUSDTM",
        "rootSymbol": "USDT",
        "type": "FFWCSX",
        "firstOpenDate": 1_585_555_200_000,
        "expireDate": None,
        "settleDate": None,
        "baseCurrency": "XBT",
        "quoteCurrency": "USDT",
        "settleCurrency": "USDT",
        "maxOrderQty": 1_000_000,
        "lotSize": 1,
        "tickSize": Decimal("0.1"),
        "multiplier": Decimal("0.001"),
        "isInverse": False,
        "status": "Open",
        "maxLeverage": 125,
    }
    return build(overrides, values)
