"""Orders and positions in futures of a classic account; the wallets are with the others."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Call, Feed, Request
from readiness.exchanges.kucoin.catalogue.source import (
    documented,
    futures,
    futures_get,
    known_unified,
    pages,
)
from readiness.exchanges.kucoin.collectors import orders, positions
from readiness.exchanges.kucoin.wire.orders import FuturesOrder, FuturesPosition

_ORDERS: Final = (
    Feed(Area.ORDERS_FUTURES_USDM, orders.futures(dollars=True)),
    Feed(Area.ORDERS_FUTURES_COINM, orders.futures(dollars=False)),
)

FUTURES_TRADE: Final = (
    Request(
        id="api/v1/orders:futures",
        route=futures_get("api/v1/orders", "status", "currentPage", "pageSize"),
        ccxt_method="futuresPrivateGetOrders",
        limit=futures(2),
        purpose="open futures orders of every contract",
        source=documented(3470244),
        row=FuturesOrder,
        calls=(Call({"status": "active"}),),
        paging=pages(1000),
        rows_at="items",
        total_at="totalNum",
        adds_only=known_unified,
        feeds=_ORDERS,
    ),
    Request(
        id="api/v1/stopOrders",
        route=futures_get("api/v1/stopOrders", "currentPage", "pageSize"),
        ccxt_method="futuresPrivateGetStopOrders",
        limit=futures(6),
        purpose="futures orders that wait for a trigger",
        source=documented(3470247),
        row=FuturesOrder,
        paging=pages(1000),
        rows_at="items",
        total_at="totalNum",
        adds_only=known_unified,
        feeds=_ORDERS,
    ),
    Request(
        id="api/v1/positions",
        route=futures_get("api/v1/positions"),
        ccxt_method="futuresPrivateGetPositions",
        limit=futures(2),
        purpose="futures positions; KuCoin ties them to a permission to trade",
        source=documented(3470253),
        row=FuturesPosition,
        permission="Futures",
        adds_only=known_unified,
        feeds=(
            Feed(Area.POSITIONS_FUTURES_USDM, positions.classic(dollars=True)),
            Feed(Area.POSITIONS_FUTURES_COINM, positions.classic(dollars=False)),
        ),
        twice=True,
    ),
)
