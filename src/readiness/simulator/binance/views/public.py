"""Answers that are the same for everybody: clock, platform, symbols, prices."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.pools import API
from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.numbers import padded


def server_time(asked: Asked) -> list[Row]:
    """Compute `api/v3/time`."""
    return [{"serverTime": asked.ms}]


def system_status(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/system/status`."""
    down = asked.market.maintenance
    return [{"status": int(down), "msg": "system maintenance" if down else "normal"}]


def exchange_info(asked: Asked) -> list[Row]:
    """Compute `api/v3/exchangeInfo`, as far as anybody here needs it."""
    wanted = asked.query.get("symbol")
    budget = {
        "rateLimitType": "REQUEST_WEIGHT",
        "interval": "MINUTE",
        "intervalNum": 1,
        "limit": API.ceiling,
    }
    symbols = [
        {"symbol": f"{coin}{unit}", "status": "TRADING", "baseAsset": coin, "quoteAsset": unit}
        for coin, unit in _pairs(asked)
        if wanted in (None, f"{coin}{unit}")
    ]
    return [
        {
            "timezone": "UTC",
            "serverTime": asked.ms,
            "rateLimits": [budget],
            "exchangeFilters": [],
            "symbols": symbols,
        }
    ]


def prices(asked: Asked) -> list[Row]:
    """Compute `api/v3/ticker/price`: every coin against one other."""
    wanted = _symbols(asked.query)
    rows = [
        {"symbol": f"{coin}{unit}", "price": padded(asked.market.worth(coin, Decimal(1), unit))}
        for coin, unit in _pairs(asked)
    ]
    known = {row["symbol"] for row in rows}
    if wanted is None:
        return rows
    if not wanted <= known:
        raise RefusalError("-1121")
    return [row for row in rows if row["symbol"] in wanted]


def _symbols(query: Mapping[str, str]) -> set[str] | None:
    if query.get("symbol"):
        return {query["symbol"]}
    if not query.get("symbols"):
        return None
    try:
        return set(json.loads(query["symbols"]))
    except (ValueError, TypeError):
        raise RefusalError("-1130", "symbols") from None


def _pairs(asked: Asked) -> list[tuple[str, str]]:
    quotes = asked.market.quotes
    return [(coin, quotes.get(coin, "USDT")) for coin in asked.market.prices if coin != "USDT"]
