"""USD prices from Binance's spot market."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact
from readiness.exchanges.binance.wire.account import Ticker

_DOLLARS: Final = ("FDUSD", "USDC", "USDT")
"""Quotes that stand for the dollar; a later one wins over an earlier one."""
_BRIDGES: Final = ("BNB", "BTC")


def read_prices(rows: Sequence[Ticker]) -> Mapping[str, Decimal]:
    """The price of each asset in USD; zero or unreadable prices are no prices."""
    quoted = {
        row.symbol: row.price.value
        for row in rows
        if isinstance(row.price, Exact) and row.price.value > 0
    }
    prices = {"USD": Decimal(1), **dict.fromkeys(_DOLLARS, Decimal(1))}
    direct = {
        symbol.removesuffix(quote): price
        for quote in _DOLLARS
        for symbol, price in quoted.items()
        if symbol.endswith(quote) and symbol != quote
    }
    prices = {**direct, **prices}
    for bridge in _BRIDGES:
        for symbol, price in quoted.items():
            base = symbol.removesuffix(bridge)
            if symbol.endswith(bridge) and base and base not in prices and bridge in prices:
                prices[base] = price * prices[bridge]
    return prices
