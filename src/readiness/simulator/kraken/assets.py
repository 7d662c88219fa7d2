"""How Kraken names assets and pairs, and how it writes amounts and prices."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar

from readiness.simulator.numbers import text
from readiness.simulator.tables.market import Market

_MONEY = ("ZUSD", "ZEUR", "ZGBP")
_ZERO = Decimal(0)


class KrakenMarket(Market):
    """Prices by Kraken's own names of assets."""

    PRICES: ClassVar[Mapping[str, str]] = {
        "XXBT": "60000",
        "XETH": "3000",
        "SOL": "150",
        "DOT": "4",
        "ADA": "0.5",
        "TRX": "0.25",
        "USDT": "1",
        "USDC": "1",
        "ZUSD": "1",
        "ZEUR": "1.1",
    }
    """Made-up prices in USD."""

    def price(self, asset: str) -> Decimal:
        """Return the price of an asset in USD, of its staked and earning kinds as well."""
        base = plain(asset)
        found = (self.prices.get(name) for name in (asset, base, f"X{base}", f"Z{base}"))
        return next((price for price in found if price is not None), _ZERO)


def plain(asset: str) -> str:
    """Return the name of an asset without what says how it is held: `DOT28.S` is `DOT`."""
    base, dot, _ = asset.partition(".")
    return base.rstrip("0123456789") or base if dot else base


def pair(asset: str) -> str:
    """Return the name of an asset's pair against the dollar."""
    old = len(asset) == len("XXBT") and asset[0] in "XZ"
    return f"{asset}ZUSD" if old or asset == "USDT" else f"{asset}USD"


def written(asset: str, amount: Decimal) -> str:
    """Return an amount as Kraken writes it: four decimals of money, ten of everything else."""
    places = 4 if f"Z{plain(asset)}" in _MONEY or asset in _MONEY else 10
    exactly = text(amount)
    return exactly if len(exactly.partition(".")[2]) > places else format(amount, f".{places}f")


def dollars(amount: Decimal) -> str:
    """Return a value in a reference currency, with four decimals."""
    return format(round(amount, 4), ".4f")
