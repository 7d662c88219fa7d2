"""Which exchanges want one request after the other from a key, and which answer many at once."""

from __future__ import annotations

from readiness.exchanges.binance.dialect import BinanceDialect
from readiness.exchanges.bybit.dialect import BybitDialect
from readiness.exchanges.kraken.dialect import KrakenDialect
from readiness.exchanges.kraken_futures.dialect import KrakenFuturesDialect
from readiness.exchanges.kucoin.dialect import KucoinDialect
from readiness.exchanges.okx.dialect import OkxDialect

AT_ONCE = (BinanceDialect, BybitDialect, KrakenFuturesDialect, KucoinDialect, OkxDialect)


def test_nonces_have_to_grow() -> None:
    """Where Kraken counts them, none may overtake another; elsewhere, turns only take time."""
    assert KrakenDialect.in_turn
    assert not [dialect for dialect in AT_ONCE if dialect.in_turn]
