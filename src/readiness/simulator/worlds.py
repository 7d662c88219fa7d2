"""Ready-made accounts by the name under which a rehearsal asks for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from readiness.simulator.binance import worlds as binance
from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.bybit import worlds as bybit
from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.kraken import worlds as kraken
from readiness.simulator.kraken.account import KrakenAccount
from readiness.simulator.kraken_futures import worlds as kraken_futures
from readiness.simulator.kraken_futures.account import KrakenFuturesAccount
from readiness.simulator.kucoin import worlds as kucoin
from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.worlds import empty, messy, trading_key

OKX_WORLDS: Mapping[str, Callable[[], OkxAccount]] = {
    "okx-messy": messy,
    "okx-empty": empty,
    "okx-trading-key": trading_key,
}
"""The OKX worlds by account name."""

BINANCE_WORLDS: Mapping[str, Callable[[], BinanceAccount]] = {
    "binance-messy": binance.messy,
    "binance-empty": binance.empty,
    "binance-trading-key": binance.trading_key,
}
"""The Binance worlds by account name."""

BYBIT_WORLDS: Mapping[str, Callable[[], BybitAccount]] = {
    "bybit-messy": bybit.messy,
    "bybit-empty": bybit.empty,
    "bybit-trading-key": bybit.trading_key,
}
"""The Bybit worlds by account name."""

KRAKEN_WORLDS: Mapping[str, Callable[[], KrakenAccount]] = {
    "kraken-messy": kraken.messy,
    "kraken-empty": kraken.empty,
    "kraken-trading-key": kraken.trading_key,
}
"""The Kraken worlds by account name."""

KRAKEN_FUTURES_WORLDS: Mapping[str, Callable[[], KrakenFuturesAccount]] = {
    "kraken-futures-messy": kraken_futures.messy,
    "kraken-futures-empty": kraken_futures.empty,
    "kraken-futures-trading-key": kraken_futures.trading_key,
}
"""The worlds of Kraken's futures by account name."""

KUCOIN_WORLDS: Mapping[str, Callable[[], KucoinAccount]] = {
    "kucoin-messy": kucoin.messy,
    "kucoin-empty": kucoin.empty,
    "kucoin-trading-key": kucoin.trading_key,
}
"""The KuCoin worlds by account name."""

__all__ = [
    "BINANCE_WORLDS",
    "BYBIT_WORLDS",
    "KRAKEN_FUTURES_WORLDS",
    "KRAKEN_WORLDS",
    "KUCOIN_WORLDS",
    "OKX_WORLDS",
    "empty",
    "messy",
    "trading_key",
]
