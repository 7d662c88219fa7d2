"""Execution algorithms (TWAP, VP); a key that only reads is known to be refused here."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.binance.catalogue.pages import algo_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip
from readiness.exchanges.binance.collectors import algo
from readiness.exchanges.binance.wire.algo import AlgoOrder
from readiness.exchanges.catalogue import Feed, Request

ALGO: Final = (
    Request(
        id="sapi/v1/algo/spot/openOrders",
        route=get("sapi/v1/algo/spot/openOrders"),
        ccxt_method="sapiGetAlgoSpotOpenOrders",
        limit=sapi_ip(1),
        purpose="spot orders that are executed over time",
        source=algo_page("spot-algo#query-current-algo-open-orders-spot-algo"),
        row=AlgoOrder,
        rows_at="orders",
        total_at="total",
        feeds=(Feed(Area.ORDERS_ALGO, algo.orders("spot")),),
    ),
    Request(
        id="sapi/v1/algo/futures/openOrders",
        route=get("sapi/v1/algo/futures/openOrders"),
        ccxt_method="sapiGetAlgoFuturesOpenOrders",
        limit=sapi_ip(1),
        purpose="futures orders that are executed over time",
        source=algo_page("future-algo#query-current-algo-open-orders-future-algo"),
        row=AlgoOrder,
        rows_at="orders",
        total_at="total",
        feeds=(Feed(Area.ORDERS_ALGO, algo.orders("futures")),),
    ),
)
