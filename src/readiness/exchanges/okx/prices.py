"""USD prices from OKX's indices."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact
from readiness.exchanges.okx.catalogue.service import IndexTicker

_QUOTES: Final = ("USDT", "USD")
"""Later wins: an index in USD is better than one in a stablecoin."""


def read_prices(rows: Sequence[IndexTicker]) -> Mapping[str, Decimal]:
    """The price of each asset in USD; zero or unreadable prices are no prices."""
    prices = {"USD": Decimal(1)}
    for wanted in _QUOTES:
        for row in rows:
            base, _, quote = row.inst_id.partition("-")
            if quote == wanted and isinstance(row.idx_px, Exact) and row.idx_px.value > 0:
                prices[base] = row.idx_px.value
    prices.setdefault("USDT", Decimal(1))
    return prices
