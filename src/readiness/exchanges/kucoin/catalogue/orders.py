"""Spot and margin orders of a classic account, of both engines, and conversions.

The spot side and the futures side share the path of the orders. Here the kind of trading is
always said, so that the two can be told apart wherever one address answers both.
"""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Call, Feed, Loop, Request, never, nothing_left
from readiness.exchanges.kucoin.catalogue.source import (
    documented,
    get,
    known_unified,
    newer,
    pages,
    spot,
)
from readiness.exchanges.kucoin.collectors import orders
from readiness.exchanges.kucoin.wire.orders import (
    ActiveSymbols,
    ConvertOrder,
    OcoOrder,
    SpotOrder,
    StopOrder,
)
from readiness.exchanges.paging import One

_SYMBOLS: Final = "api/v1/hf/orders/active/symbols"
_MARGIN_SYMBOLS: Final = "api/v3/hf/margin/order/active/symbols"

_KINDS: Final = (
    ("", "spot", "TRADE", Area.ORDERS_OPEN, Area.ORDERS_ALGO, known_unified),
    (":cross", "cross margin", "MARGIN_TRADE", *(Area.ORDERS_MARGIN_CROSS,) * 2, known_unified),
    # A unified account has nothing of the kind, so whatever is left of it is here.
    (
        *(":isolated", "isolated margin", "MARGIN_ISOLATED_TRADE"),
        *((Area.ORDERS_MARGIN_ISOLATED,) * 2),
        never,
    ),
)
"""Kinds of trading: suffix of the ids, name, parameter, area of orders, area of stop orders,
and for which accounts they only add what they show."""

_NEW: Final = (
    Request(
        id=_SYMBOLS,
        route=get(_SYMBOLS),
        ccxt_method="privateGetHfOrdersActiveSymbols",
        limit=spot(2),
        purpose="which spot pairs have open orders; KuCoin ties it to a permission to trade",
        source=documented(3470177),
        row=ActiveSymbols,
        permission="Spot",
        paging=One(),
        adds_only=known_unified,
        feeds=(Feed(Area.ORDERS_OPEN, nothing_left),),
    ),
    Request(
        id="api/v1/hf/orders/active",
        route=get("api/v1/hf/orders/active", "symbol"),
        ccxt_method="privateGetHfOrdersActive",
        limit=spot(2),
        purpose="open spot orders, pair by pair",
        source=documented(3470178),
        row=SpotOrder,
        loop=Loop(_SYMBOLS, "symbol", orders.symbols),
        adds_only=known_unified,
        feeds=(Feed(Area.ORDERS_OPEN, orders.plain),),
    ),
    Request(
        id="api/v1/hf/orders/active/page",
        route=get("api/v1/hf/orders/active/page", "symbol", "pageNum", "pageSize"),
        ccxt_method="",
        limit=spot(2),
        purpose="the same page by page: its number of rows is stated",
        source=documented(3471591),
        row=SpotOrder,
        loop=Loop(_SYMBOLS, "symbol", orders.symbols),
        paging=pages(50, "pageNum"),
        rows_at="items",
        total_at="totalNum",
        adds_only=known_unified,
        feeds=(Feed(Area.ORDERS_OPEN, orders.plain),),
    ),
    *(
        request
        for suffix, name, kind, area, _, adds_only in _KINDS[1:]
        for request in (
            Request(
                id=f"{_MARGIN_SYMBOLS}{suffix}",
                route=get(_MARGIN_SYMBOLS, "tradeType"),
                ccxt_method="privateGetHfMarginOrderActiveSymbols",
                limit=spot(4),
                purpose=f"which {name} pairs have open orders; tied to a permission to trade",
                source=documented(3470196),
                row=ActiveSymbols,
                permission="Margin",
                calls=(Call({"tradeType": kind}),),
                paging=One(),
                adds_only=adds_only,
                feeds=(Feed(area, nothing_left),),
            ),
            Request(
                id=f"api/v3/hf/margin/orders/active{suffix}",
                route=get("api/v3/hf/margin/orders/active", "symbol", "tradeType"),
                ccxt_method="privateGetHfMarginOrdersActive",
                limit=spot(4),
                purpose=f"open {name} orders, pair by pair",
                source=documented(3470198),
                row=SpotOrder,
                calls=(Call({"tradeType": kind}),),
                loop=Loop(f"{_MARGIN_SYMBOLS}{suffix}", "symbol", orders.symbols),
                adds_only=adds_only,
                feeds=(Feed(area, orders.plain),),
            ),
            Request(
                id=f"api/v3/hf/margin/stop-orders{suffix}",
                route=get("api/v3/hf/margin/stop-orders", "tradeType", "currentPage", "pageSize"),
                ccxt_method="privateGetHfMarginStopOrders",
                limit=spot(8),
                purpose=f"{name} orders that wait for a trigger",
                source=newer("margin-trading/orders/get-stop-order-list"),
                row=StopOrder,
                calls=(Call({"tradeType": kind}),),
                paging=pages(500),
                rows_at="items",
                total_at="totalNum",
                adds_only=adds_only,
                feeds=(Feed(area, orders.stops),),
            ),
            Request(
                id=f"api/v3/hf/margin/oco-orders{suffix}",
                route=get("api/v3/hf/margin/oco-orders", "tradeType", "currentPage", "pageSize"),
                ccxt_method="privateGetHfMarginOcoOrders",
                limit=spot(2),
                purpose=f"pairs of {name} orders of which one cancels the other",
                source=newer("margin-trading/orders/get-open-orders"),
                row=OcoOrder,
                calls=(Call({"tradeType": kind}),),
                paging=pages(500),
                rows_at="items",
                total_at="totalNum",
                adds_only=adds_only,
                feeds=(Feed(area, orders.ocos),),
            ),
        )
    ),
)

ORDERS: Final = (
    *(
        request
        for suffix, name, kind, area, stop_area, adds_only in _KINDS
        for request in (
            Request(
                id=f"api/v1/orders{suffix}",
                route=get("api/v1/orders", "status", "tradeType", "currentPage", "pageSize"),
                ccxt_method="privateGetOrders",
                limit=spot(2),
                purpose=f"open {name} orders of the old engine; a plain key may see them",
                source=documented(3470346),
                row=SpotOrder,
                calls=(Call({"status": "active", "tradeType": kind}),),
                paging=pages(500),
                rows_at="items",
                total_at="totalNum",
                adds_only=adds_only,
                feeds=(Feed(area, orders.plain),),
            ),
            Request(
                id=f"api/v1/stop-order{suffix}",
                route=get("api/v1/stop-order", "tradeType", "currentPage", "pageSize"),
                ccxt_method="privateGetStopOrder",
                limit=spot(8),
                purpose=f"{name} orders that wait for a trigger",
                source=documented(3470338),
                row=StopOrder,
                calls=(Call({"tradeType": kind}),),
                paging=pages(500),
                rows_at="items",
                total_at="totalNum",
                adds_only=adds_only,
                feeds=(Feed(stop_area, orders.stops),),
            ),
        )
    ),
    *_NEW,
    Request(
        id="api/v3/oco/orders",
        route=get("api/v3/oco/orders", "currentPage", "pageSize"),
        ccxt_method="privateGetOcoOrders",
        limit=spot(2),
        purpose="pairs of spot orders of which one cancels the other",
        source=documented(3470360),
        row=OcoOrder,
        paging=pages(500),
        rows_at="items",
        total_at="totalNum",
        adds_only=known_unified,
        feeds=(Feed(Area.ORDERS_ALGO, orders.ocos),),
    ),
    Request(
        id="api/v1/convert/limit/orders",
        route=get("api/v1/convert/limit/orders", "page", "pageSize"),
        ccxt_method="privateGetConvertLimitOrders",
        limit=spot(5),
        purpose="conversions that wait for their price",
        source=newer("convert/get-convert-limit-orders"),
        row=ConvertOrder,
        # Pages differ on what the open ones are called, so nothing is left out.
        paging=pages(100, "page"),
        rows_at="items",
        total_at="totalNum",
        feeds=(Feed(Area.ORDERS_CONVERT, orders.converts),),
    ),
)
