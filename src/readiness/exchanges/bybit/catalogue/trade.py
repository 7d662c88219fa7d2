"""Orders and positions: a call for each kind of product."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.bybit.catalogue.source import (
    CURSOR,
    documented,
    get,
    pages,
    per_user,
)
from readiness.exchanges.bybit.collectors import orders, positions
from readiness.exchanges.bybit.wire.trade import (
    OpenOrder,
    PositionRow,
    Quote,
    Rfq,
    SpreadOrder,
    Strategy,
)
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Request
from readiness.exchanges.paging import Tokens

_FUTURES: Final = (
    # Without a coin or a symbol, linear contracts are not listed at all.
    Call({"category": "linear", "settleCoin": "USDT"}),
    Call({"category": "linear", "settleCoin": "USDC"}),
    Call({"category": "inverse"}),
    Call({"category": "option"}),
)
_LISTED: Final = ("category", "settleCoin", "limit", CURSOR)

TRADE: Final = (
    Request(
        id="order/realtime",
        route=get("order/realtime", *_LISTED),
        ccxt_method="privateGetV5OrderRealtime",
        limit=per_user(50),
        purpose="open orders of every product, conditional ones too",
        source=documented("order/open-order"),
        row=OpenOrder,
        rows_at="list",
        calls=(*_FUTURES, Call({"category": "spot"})),
        paging=pages(50),
        feeds=(Feed(Area.ORDERS_OPEN, orders.open_orders),),
    ),
    Request(
        id="position/list",
        route=get("position/list", *_LISTED),
        ccxt_method="privateGetV5PositionList",
        limit=per_user(50),
        purpose="positions, and margin left in empty ones",
        source=documented("position"),
        row=PositionRow,
        rows_at="list",
        calls=_FUTURES,
        paging=pages(200),
        feeds=(Feed(Area.POSITIONS_OPEN, positions.open_positions),),
    ),
    Request(
        id="spread/order/realtime",
        route=get("spread/order/realtime", "limit", CURSOR),
        ccxt_method="",
        limit=per_user(50),
        purpose="open orders for two instruments at once",
        source=documented("spread/trade/open-order"),
        row=SpreadOrder,
        rows_at="list",
        paging=pages(50),
        feeds=(Feed(Area.ORDERS_SPREAD, orders.spread),),
    ),
    Request(
        id="strategy/list",
        route=get("strategy/list", "pageSize", CURSOR),
        ccxt_method="",
        limit=per_user(200),
        purpose="TWAP, chase, iceberg and POV strategies that have not ended",
        source=documented("strategy/strategy-list"),
        row=Strategy,
        rows_at="list",
        paging=Tokens(CURSOR, "nextCursor", 50, "pageSize"),
        feeds=(Feed(Area.ORDERS_ALGO, orders.strategies),),
    ),
    Request(
        id="rfq/rfq-realtime",
        route=get("rfq/rfq-realtime", "traderType"),
        ccxt_method="",
        limit=per_user(50),
        purpose="block-trade requests for quotes that have not ended",
        source=documented("rfq/trade/rfq-realtime"),
        row=Rfq,
        rows_at="list",
        calls=by("traderType", "request", "quote"),
        feeds=(Feed(Area.ORDERS_RFQ, orders.rfqs),),
    ),
    Request(
        id="rfq/quote-realtime",
        route=get("rfq/quote-realtime", "traderType"),
        ccxt_method="",
        limit=per_user(50),
        purpose="block-trade quotes that can still be taken",
        source=documented("rfq/trade/quote-realtime"),
        row=Quote,
        rows_at="list",
        calls=by("traderType", "request", "quote"),
        feeds=(Feed(Area.ORDERS_RFQ, orders.quotes),),
    ),
)
