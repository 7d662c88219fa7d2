"""Answers that are the same for everybody: clock, platform, symbols, prices."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal

from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.market import BinanceMarket
from readiness.simulator.binance.pools import API
from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.numbers import padded

TRADED = "TRADING"
"""The state of a symbol that can be traded, on margin as well."""


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
        {
            "symbol": symbol,
            "status": status,
            "baseAsset": coin,
            "quoteAsset": unit,
            "isSpotTradingAllowed": status == TRADED,
            "isMarginTradingAllowed": status == TRADED,
        }
        for symbol, (coin, unit, status) in spot_symbols(asked.market).items()
        if wanted in (None, symbol)
    ]
    return [
        {
            "timezone": "UTC",
            "serverTime": asked.ms,
            "rateLimits": [budget],
            "exchangeFilters": [],
            "symbols": symbols,
            "sors": [{"baseAsset": "BTC", "symbols": ["BTCUSDT"]}],
        }
    ]


def spot_symbols(market: BinanceMarket) -> dict[str, tuple[str, str, str]]:
    """Return coin, unit and state of every symbol of spot, traded or not any more."""
    traded = {f"{coin}{unit}": (coin, unit, TRADED) for coin, unit in _pairs(market)}
    ended = {f"{coin}{unit}": (coin, unit, "BREAK") for coin, unit in market.ended}
    return traded | ended


def um_info(asked: Asked) -> list[Row]:
    """Compute `fapi/v1/exchangeInfo`, as far as anybody here needs it."""
    return _contracts(asked, "status", asked.market.um_symbols)


def cm_info(asked: Asked) -> list[Row]:
    """Compute `dapi/v1/exchangeInfo`."""
    return _contracts(asked, "contractStatus", asked.market.cm_symbols)


def options_info(asked: Asked) -> list[Row]:
    """Compute `eapi/v1/exchangeInfo`: only what has not expired."""
    symbols = [
        {"symbol": name, "side": "CALL" if name.endswith("C") else "PUT", "quoteAsset": "USDT"}
        for name in asked.market.option_symbols
    ]
    return [{"timezone": "UTC", "serverTime": asked.ms, "optionSymbols": symbols}]


def _contracts(asked: Asked, key: str, symbols: Mapping[str, str]) -> list[Row]:
    listed = [
        {"symbol": name, "pair": name.partition("_")[0], key: state}
        for name, state in symbols.items()
    ]
    return [{"timezone": "UTC", "serverTime": asked.ms, "symbols": listed}]


def prices(asked: Asked) -> list[Row]:
    """Compute `api/v3/ticker/price`: every coin against one other."""
    wanted = _symbols(asked.query)
    rows = [
        {"symbol": f"{coin}{unit}", "price": padded(asked.market.worth(coin, Decimal(1), unit))}
        for coin, unit in _pairs(asked.market)
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


def _pairs(market: BinanceMarket) -> list[tuple[str, str]]:
    return [(coin, market.quotes.get(coin, "USDT")) for coin in market.prices if coin != "USDT"]
