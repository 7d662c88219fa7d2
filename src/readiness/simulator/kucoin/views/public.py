"""Time, prices and contracts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.rows import contract, ticker
from readiness.simulator.tables.route import Asked

_QUOTE = "USDT"
_PLACES = 16


def clock(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `timestamp`: a bare number."""
    return [asked.ms]


def prices(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `prices`: what one of each coin costs in a currency."""
    unit = _unit(asked)
    wanted = (asked.params.get("currencies") or "").split(",")
    shown = {
        coin: f"{price / unit:.{_PLACES}f}"
        for coin, price in asked.market.prices.items()
        if unit and (wanted == [""] or coin in wanted)
    }
    return [shown]


def tickers(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `market/allTickers`: every coin against Tether."""
    quote = asked.market.price(_QUOTE)
    return [
        ticker(symbol=f"{coin}-{_QUOTE}", last=price / quote)
        for coin, price in asked.market.prices.items()
        if quote and coin != _QUOTE
    ]


def beside_tickers(asked: Asked[KucoinAccount], rows: list[Any]) -> dict[str, Any]:
    """Tell when the tickers were taken."""
    del rows
    return {"time": asked.ms}


def contracts(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `contracts/active`: Bitcoin in two dollars, and two coins in themselves.

    A contract that is settled in a coin is inverse.
    """
    del asked
    return [
        contract(
            symbol=f"{base}{quote}M",
            rootSymbol=quote,
            baseCurrency=base,
            quoteCurrency=quote,
            settleCurrency=base if quote == "USD" else quote,
            isInverse=quote == "USD",
        )
        for base, quote in (("XBT", "USDT"), ("XBT", "USDC"), ("XBT", "USD"), ("ETH", "USD"))
    ]


def _unit(asked: Asked[KucoinAccount]) -> Decimal:
    base = asked.params.get("base") or "USD"
    return Decimal(1) if base == "USD" else asked.market.price(base)
