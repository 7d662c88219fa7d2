"""USD prices, as KuCoin converts its coins into fiat money."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact
from readiness.exchanges.kucoin.wire.account import Price

_ALSO: Final = {"XBT": "BTC"}
"""What the futures side calls a coin that the spot side calls otherwise."""


def read_prices(rows: Sequence[Price]) -> Mapping[str, Decimal]:
    """The price of each asset in USD; zero or unreadable prices are no prices."""
    prices = {
        row.currency: row.value.value
        for row in rows
        if isinstance(row.value, Exact) and row.value.value > 0
    }
    prices["USD"] = Decimal(1)
    prices.setdefault("USDT", Decimal(1))
    for name, coin in _ALSO.items():
        if coin in prices:
            prices.setdefault(name, prices[coin])
    return prices
