"""Prices, which anybody may ask for."""

from __future__ import annotations

from decimal import Decimal

from readiness.simulator.kraken_futures.account import KrakenFuturesAccount
from readiness.simulator.kraken_futures.errors import stamp
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.route import Asked


def tickers(asked: Asked[KrakenFuturesAccount]) -> list[Row]:
    """Compute `derivatives/api/v3/tickers`: a perpetual contract for all that has a price."""
    prices = asked.market.prices
    return [_ticker(coin, price, asked.ms) for coin, price in prices.items() if coin != "USD"]


def _ticker(coin: str, price: Decimal, ms: int) -> Row:
    return {
        "tag": "perpetual",
        "pair": f"{coin}:USD",
        "symbol": f"PF_{coin}USD",
        "markPrice": price,
        "bid": price,
        "bidSize": 1,
        "ask": price,
        "askSize": 1,
        "vol24h": 100,
        "volumeQuote": 1000,
        "openInterest": 1000,
        "open24h": price,
        "high24h": price,
        "low24h": price,
        "last": price,
        "lastTime": stamp(ms),
        "lastSize": 1,
        "suspended": False,
        "fundingRate": 0,
        "fundingRatePrediction": 0,
        "indexPrice": price,
        "postOnly": False,
        "change24h": 0,
    }
