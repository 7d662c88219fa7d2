"""USD prices from the indices of the contracts."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact
from readiness.exchanges.kraken_futures.names import asset_of
from readiness.exchanges.kraken_futures.wire.account import Ticker

_DOLLARS: Final = ("USDC", "USDT")
"""What stands for the dollar where no contract prices it."""


def read_prices(rows: Sequence[Ticker]) -> Mapping[str, Decimal]:
    """The price of each asset in USD; zero or unreadable prices are no prices."""
    prices: dict[str, Decimal] = {}
    for row in rows:
        base, _, quote = row.pair.partition(":")
        for price in (row.mark_price, row.index_price):
            if quote == "USD" and isinstance(price, Exact) and price.value > 0:
                prices[asset_of(base)] = price.value
    return {**dict.fromkeys(_DOLLARS, Decimal(1)), **prices, "USD": Decimal(1)}
