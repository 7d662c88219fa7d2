"""USD prices from Kraken's spot market.

A market is named by its two assets. Old markets join old names (``XXBTZUSD``), newer ones
the plain ones (``SOLUSD``); only a name on the closed list of old ones is taken for one, so
that ``XTZUSD`` is the price of XTZ.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from readiness.domain.amount import Exact
from readiness.exchanges.kraken.names import OLD_NAMES, asset_of
from readiness.exchanges.kraken.wire.account import Ticker

_DOLLARS: Final = ("USDC", "USDT", "USD")
"""Quotes that stand for the dollar; a later one wins over an earlier one."""
_OLD_QUOTE: Final = "ZUSD"
_OLD_BASES: Final = frozenset({*OLD_NAMES, "USDT"})
_BRIDGES: Final = {"EUR": ("ZEUR", "EUR"), "BTC": ("XXBT", "XBT")}
"""Assets that price others, with their names at the end of a market's."""


def read_prices(rows: Sequence[Ticker]) -> Mapping[str, Decimal]:
    """The price of each asset in USD; zero or unreadable prices are no prices."""
    last = {row.pair: price for row in rows for price in _last(row)}
    prices: dict[str, Decimal] = {}
    for quote in _DOLLARS:
        prices |= {asset_of(base): price for base, price in _bases(last, quote)}
    prices |= {"USD": Decimal(1)}
    for bridge, names in _BRIDGES.items():
        for name in names:
            for base, price in _bases(last, name):
                if bridge in prices:
                    prices.setdefault(asset_of(base), price * prices[bridge])
    return prices


def _last(row: Ticker) -> Iterator[Decimal]:
    match row.c:
        case [Exact(value=value), *_] if value > 0:
            yield value


def _bases(last: Mapping[str, Decimal], quote: str) -> Iterator[tuple[str, Decimal]]:
    """What is priced in a quote, by its name in the market."""
    for pair, price in last.items():
        old = pair.removesuffix(_OLD_QUOTE)
        if quote == "USD" and old != pair and old in _OLD_BASES:
            yield old, price
        elif pair.endswith(quote) and pair != quote:
            yield pair.removesuffix(quote), price
