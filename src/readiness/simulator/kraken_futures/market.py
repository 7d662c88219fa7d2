"""Prices of what futures are made of."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

from readiness.simulator.tables.market import Market


class KrakenFuturesMarket(Market):
    """Prices by the names of Kraken's futures, in capital letters."""

    PRICES: ClassVar[Mapping[str, str]] = {
        "XBT": "60000",
        "ETH": "3000",
        "SOL": "150",
        "ADA": "0.5",
        "TRX": "0.25",
        "XRP": "2",
        "USDT": "1",
        "USDC": "1",
        "EUR": "1.1",
        "USD": "1",
    }
    """Made-up prices in USD."""

    def price(self, coin: str) -> Decimal:
        """Return the price of a currency in USD, in whatever letters it is written."""
        name = coin.upper()
        return super().price("XBT" if name == "BTC" else name)
