"""What is the same for every account: prices, symbols, the state of the platform."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.numbers import Number, exact

Row = dict[str, Any]

PRICES: Mapping[str, str] = {
    "BTC": "60000",
    "ETH": "3000",
    "BNB": "600",
    "SOL": "150",
    "LTC": "80",
    "ADA": "0.5",
    "TRX": "0.25",
    "USDT": "1",
    "USDC": "1",
    "FDUSD": "1",
    "BFUSD": "1",
    "RWUSD": "1",
    "WBETH": "3200",
    "BETH": "3000",
    "BNSOL": "165",
    "EUR": "1.1",
}
"""Made-up prices in USDT."""

QUOTES: Mapping[str, str] = {"BETH": "ETH", "BNSOL": "SOL"}
"""Coins that are quoted in another coin than USDT."""

FIAT = frozenset(("EUR",))
UM_SYMBOLS: Mapping[str, str] = {
    "BTCUSDT": "TRADING",
    "ETHUSDT": "TRADING",
    "BNBUSDT": "TRADING",
    "SOLUSDT": "SETTLING",
}
CM_SYMBOLS: Mapping[str, str] = {
    "BTCUSD_PERP": "TRADING",
    "ETHUSD_PERP": "TRADING",
    "BTCUSD_261225": "DELIVERING",
}
"""Futures contracts and their states."""
OPTION_SYMBOLS = ("ETH-271231-4000-C", "BTC-271231-60000-P")
"""Options that have not expired."""
ENDED = (("LUNC", "BUSD"),)
"""Coin and unit of symbols that are listed and that nobody trades any more."""


class BinanceMarket:
    """Public data of the embedded exchange.

    Attributes:
        prices: USDT prices by coin; a coin that is missing has no price anywhere.
        quotes: Coins quoted in another coin than USDT.
        fiat: Coins that are legal money.
        um_symbols: USD-M contracts and their states.
        cm_symbols: COIN-M contracts and their states.
        option_symbols: Options that have not expired.
        ended: Coin and unit of symbols that are listed and that nobody trades any more.
        maintenance: Whether the wallets are under maintenance.
        shared_futures_pool: Whether USD-M and COIN-M share one weight budget.
        tables: Rows planted under public paths.
    """

    def __init__(self, prices: Mapping[str, Number] | None = None) -> None:
        """Start with a small made-up market, or with the prices given."""
        given = PRICES if prices is None else prices
        self.prices: dict[str, Decimal] = {coin: exact(price) for coin, price in given.items()}
        self.quotes: dict[str, str] = dict(QUOTES)
        self.fiat: set[str] = set(FIAT)
        self.um_symbols: dict[str, str] = dict(UM_SYMBOLS)
        self.cm_symbols: dict[str, str] = dict(CM_SYMBOLS)
        self.option_symbols: list[str] = list(OPTION_SYMBOLS)
        self.ended: list[tuple[str, str]] = list(ENDED)
        self.maintenance = False
        self.shared_futures_pool = True
        self.tables: dict[str, list[Row]] = {}

    def price(self, coin: str) -> Decimal:
        """Return a coin's price in USDT, zero if it has none."""
        return self.prices.get(coin, Decimal(0))

    def worth(self, coin: str, amount: Decimal, unit: str = "USDT") -> Decimal:
        """Return what an amount of a coin is worth, zero where there is no price."""
        price = self.price(unit)
        return amount * self.price(coin) / price if price else Decimal(0)

    def put(self, path: str, *rows: Row) -> None:
        """Add rows to a public list, or fields to a public object."""
        self.tables.setdefault(path, []).extend(rows)
