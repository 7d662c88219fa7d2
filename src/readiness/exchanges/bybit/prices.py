"""USD prices from Bybit's spot market."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact
from readiness.exchanges.bybit.wire.account import Ticker

_DOLLARS: Final = ("USDC", "USDT")
"""Quotes that stand for the dollar; a later one wins over an earlier one."""


def read_prices(rows: Sequence[Ticker]) -> Mapping[str, Decimal]:
    """The price of each asset in USD; zero or unreadable prices are no prices.

    The index is in USD and better than a price in a stablecoin, where there is one.
    """
    prices = {"USD": Decimal(1), **dict.fromkeys(_DOLLARS, Decimal(1))}
    for quote in _DOLLARS:
        for row in rows:
            base = row.symbol.removesuffix(quote)
            told = (row.usd_index_price, row.last_price)
            price = next((p.value for p in told if isinstance(p, Exact) and p.value > 0), None)
            if base not in ("", row.symbol, *_DOLLARS) and price is not None:
                prices[base] = price
    return prices
