"""What anybody may ask: the clock and prices."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.numbers import text
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.route import Asked

_UNITS = ("USDT", "USD")


def server_time(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `market/time`."""
    return [{"timeSecond": str(asked.ms // 1000), "timeNano": str(asked.ms * 1_000_000)}]


def category(asked: Asked[BybitAccount], _rows: list[Any]) -> Mapping[str, Any]:
    """Repeat beside the rows what category was asked for."""
    return {"category": asked.params["category"]}


def tickers(asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `market/tickers`: every coin with a price has a spot pair against USDT."""
    if asked.params["category"] != "spot":
        return []
    prices = asked.market.prices
    return [ticker(coin, price) for coin, price in prices.items() if coin not in _UNITS]


def ticker(coin: str, price: Decimal) -> Row:
    """Return one pair of `market/tickers` with the category spot."""
    shown = text(price)
    return {
        "symbol": f"{coin}USDT",
        "bid1Price": shown,
        "bid1Size": "2",
        "ask1Price": shown,
        "ask1Size": "2",
        "lastPrice": shown,
        "prevPrice24h": shown,
        "price24hPcnt": "0",
        "highPrice24h": shown,
        "lowPrice24h": shown,
        "turnover24h": "1000",
        "volume24h": "10",
        "usdIndexPrice": shown,
    }
