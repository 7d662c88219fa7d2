"""What is the same for every account: prices and public lists."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

from readiness.simulator.numbers import Number, exact


class Market:
    """Public data of an embedded exchange.

    Attributes:
        prices: USD prices by coin; a coin that is missing has no price anywhere.
        tables: Rows of public lists by place.
    """

    PRICES: ClassVar[Mapping[str, str]] = {
        "BTC": "60000",
        "ETH": "3000",
        "SOL": "150",
        "ADA": "0.5",
        "TRX": "0.25",
        "USDT": "1",
        "USDC": "1",
        "EUR": "1.1",
    }
    """Made-up prices in USD."""

    def __init__(self, prices: Mapping[str, Number] | None = None) -> None:
        """Start with a small made-up market, or with the prices given."""
        given = self.PRICES if prices is None else prices
        self.prices: dict[str, Decimal] = {coin: exact(price) for coin, price in given.items()}
        self.tables: dict[str, list[Any]] = {}

    def price(self, coin: str) -> Decimal:
        """Return a coin's price in USD, zero if it has none."""
        return self.prices.get(coin, Decimal(0))

    def put(self, place: str, *rows: Any) -> None:
        """Add rows to a public list."""
        self.tables.setdefault(place, []).extend(rows)

    def rows(self, place: str) -> list[Any]:
        """Return the rows put at a public place."""
        return self.tables.get(place, [])
