"""What is the same for every account: prices, coins, notices."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.numbers import Number, exact

Row = dict[str, Any]

PRICES: Mapping[str, str] = {
    "BTC": "60000",
    "ETH": "3000",
    "SOL": "150",
    "OKB": "50",
    "DOT": "5",
    "ADA": "0.5",
    "TRX": "0.25",
    "USDT": "1",
    "USDC": "1",
    "USDG": "1",
    "OKUSD": "1",
    "BETH": "3000",
    "OKSOL": "160",
    "EUR": "1.1",
}
"""Made-up prices in USD."""

USD_INDEXES = frozenset(("BTC", "ETH", "SOL", "USDT", "USDC", "EUR"))
"""Coins that have an index against USD; the others have one against USDT only."""


class OkxMarket:
    """Public data of the embedded exchange.

    Attributes:
        prices: USD prices by coin; a coin that is missing has no price anywhere.
        usd_indexes: Coins with an index against USD.
        tables: Rows of public lists by path, such as `system/status`.
        hidden: Coins that `asset/currencies` does not list, though they have a price.
    """

    def __init__(self, prices: Mapping[str, Number] | None = None) -> None:
        """Start with a small made-up market, or with the prices given."""
        given = PRICES if prices is None else prices
        self.prices: dict[str, Decimal] = {ccy: exact(price) for ccy, price in given.items()}
        self.usd_indexes: set[str] = set(USD_INDEXES)
        self.tables: dict[str, list[Row]] = {}
        self.hidden: set[str] = set()

    def price(self, ccy: str) -> Decimal:
        """Return a coin's price in USD, zero if it has none."""
        return self.prices.get(ccy, Decimal(0))

    def put(self, path: str, *rows: Row) -> None:
        """Add rows to a public list."""
        self.tables.setdefault(path, []).extend(rows)
