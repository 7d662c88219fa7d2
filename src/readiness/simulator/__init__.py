"""An embedded exchange on loopback, for the demo, the tests, benchmarks and rehearsals.

It is written from the exchange's published documents alone and shares no code with the
readers of the answers, so that a misreading cannot agree with itself.

    account = OkxAccount()
    account.funding("USDT", "12.5", frozen="2")
    with OkxSimulator([account]).serving() as sim:
        print(sim.base_url, account.key, account.secret, account.passphrase)

    account = BinanceAccount()
    account.spot("USDT", "12.5", locked="2")
    account.put("api/v3/openOrders", binance_rows.spot_order())
    with BinanceSimulator([account]).serving() as sim:
        print(sim.base_url, account.key, account.secret)

    account = BybitAccount()
    account.fund("USDT", "12.5", locked="2")
    account.put("order/realtime:spot", bybit_rows.spot_order())
    with BybitSimulator([account]).serving() as sim:
        print(sim.base_url, account.key, account.secret)

    account = KrakenAccount()
    account.balance("ZUSD", "12.5", hold_trade="2")
    account.put("OpenOrders", kraken_rows.order())
    with KrakenSimulator([account]).serving() as sim:
        print(sim.base_url, account.key, account.secret)

    account = KrakenFuturesAccount()
    account.collateral("USD", "12.5", used="2")
    account.put("derivatives/api/v3/openorders", kraken_futures_rows.open_order())
    with KrakenFuturesSimulator([account]).serving() as sim:
        print(sim.base_url, account.key, account.secret)

    account = KucoinAccount()
    account.spot_order("ETH-USDT", "sell", "0.01", price="4000")
    with KucoinSimulator([account]).serving() as sim:
        print(sim.base_url, account.key, account.secret, account.passphrase)
"""

from __future__ import annotations

from readiness.simulator.binance import rows as binance_rows
from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.market import BinanceMarket
from readiness.simulator.binance.simulator import BinanceSimulator
from readiness.simulator.bybit import rows as bybit_rows
from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.bybit.simulator import BybitSimulator
from readiness.simulator.faults import Fault, Quirk
from readiness.simulator.journal import Arrival, Violation
from readiness.simulator.kraken import rows as kraken_rows
from readiness.simulator.kraken.account import KrakenAccount
from readiness.simulator.kraken.assets import KrakenMarket
from readiness.simulator.kraken.simulator import KrakenSimulator
from readiness.simulator.kraken_futures import rows as kraken_futures_rows
from readiness.simulator.kraken_futures.account import KrakenFuturesAccount
from readiness.simulator.kraken_futures.market import KrakenFuturesMarket
from readiness.simulator.kraken_futures.simulator import KrakenFuturesSimulator
from readiness.simulator.kucoin import rows as kucoin_rows
from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.market import KucoinMarket
from readiness.simulator.kucoin.simulator import KucoinSimulator
from readiness.simulator.okx import rows
from readiness.simulator.okx.account import OkxAccount
from readiness.simulator.okx.auth import ApiKey
from readiness.simulator.okx.market import OkxMarket
from readiness.simulator.okx.simulator import OkxSimulator

__all__ = [
    "ApiKey",
    "Arrival",
    "BinanceAccount",
    "BinanceMarket",
    "BinanceSimulator",
    "BybitAccount",
    "BybitSimulator",
    "Fault",
    "KrakenAccount",
    "KrakenFuturesAccount",
    "KrakenFuturesMarket",
    "KrakenFuturesSimulator",
    "KrakenMarket",
    "KrakenSimulator",
    "KucoinAccount",
    "KucoinMarket",
    "KucoinSimulator",
    "OkxAccount",
    "OkxMarket",
    "OkxSimulator",
    "Quirk",
    "Violation",
    "binance_rows",
    "bybit_rows",
    "kraken_futures_rows",
    "kraken_rows",
    "kucoin_rows",
    "rows",
]
