"""Orders and positions."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Call, Feed, Request
from readiness.exchanges.okx.catalogue.modes import SPOT, in_mode
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.collectors import orders, positions
from readiness.exchanges.okx.wire.trade import (
    AlgoOrder,
    EasyConvert,
    MakerInstrument,
    OneClickRepay,
    PendingOrder,
    PositionRow,
    Quote,
    Rfq,
    SpreadOrder,
)
from readiness.exchanges.paging import CursorKind, Newest, Pages

ALGO_TYPES: Final = (
    "conditional,oco",  # the only pair that may be combined
    "trigger",
    "move_order_stop",
    "iceberg",
    "twap",
    "chase",
    "smart_iceberg",
)

_NEWEST: Final = Call(paging=Newest(100))
"""Shows states that nobody documents yet; the calls by state find what is old."""

TRADE: Final = (
    Request(
        id="trade/orders-pending",
        route=get("trade/orders-pending", "after", "limit"),
        ccxt_method="privateGetTradeOrdersPending",
        limit=per_user(60),
        purpose="open orders of every instrument type",
        source=documented("order-book-trading-trade-get-order-list"),
        row=PendingOrder,
        paging=Pages("after", "ordId", most=41),  # an account may have 4,000 open orders
        feeds=(Feed(Area.ORDERS_OPEN, orders.pending),),
    ),
    Request(
        id="trade/orders-algo-pending",
        route=get("trade/orders-algo-pending", "ordType", "after", "limit"),
        ccxt_method="privateGetTradeOrdersAlgoPending",
        limit=per_user(20),
        purpose="algo orders; each type has to be asked for",
        source=documented("order-book-trading-algo-trading-get-algo-order-list"),
        row=AlgoOrder,
        calls=by("ordType", *ALGO_TYPES),
        paging=Pages("after", "algoId"),
        feeds=(Feed(Area.ORDERS_ALGO, orders.algo),),
    ),
    Request(
        id="account/positions",
        route=get("account/positions"),
        ccxt_method="privateGetAccountPositions",
        limit=per_user(10),
        purpose="positions, margin left in empty ones, and what they owe",
        source=documented("trading-account-rest-api-get-positions"),
        row=PositionRow,
        feeds=(
            Feed(Area.POSITIONS_OPEN, positions.open_positions),
            Feed(Area.LOANS_MARGIN, positions.debts),
        ),
    ),
    Request(
        id="sprd/orders-pending",
        route=get("sprd/orders-pending", "endId", "limit"),
        ccxt_method="privateGetSprdOrdersPending",
        limit=per_user(10),
        purpose="spread orders, with what is still settling",
        source=documented("spread-trading-rest-api-get-active-orders"),
        row=SpreadOrder,
        paging=Pages("endId", "ordId", most=6),  # an account may have 500 open spread orders
        feeds=(Feed(Area.ORDERS_SPREAD, orders.spread),),
    ),
    Request(
        id="rfq/rfqs",
        route=get("rfq/rfqs", "state", "endId", "limit"),
        ccxt_method="privateGetRfqRfqs",
        limit=per_user(2),
        purpose="block-trade requests for quotes that have not ended",
        source=documented("block-trading-rest-api-get-rfqs"),
        row=Rfq,
        calls=(_NEWEST, *by("state", *orders.RFQ_OPEN)),
        paging=Pages("endId", "rfqId"),
        feeds=(Feed(Area.ORDERS_RFQ, orders.rfqs),),
    ),
    Request(
        id="rfq/quotes",
        route=get("rfq/quotes", "state", "endId", "limit"),
        ccxt_method="privateGetRfqQuotes",
        limit=per_user(2),
        purpose="block-trade quotes that can still be taken",
        source=documented("block-trading-rest-api-get-quotes"),
        row=Quote,
        calls=(_NEWEST, *by("state", *orders.RFQ_OPEN)),
        paging=Pages("endId", "quoteId"),
        feeds=(Feed(Area.ORDERS_RFQ, orders.quotes),),
    ),
    Request(
        id="rfq/maker-instrument-settings",
        route=get("rfq/maker-instrument-settings"),
        ccxt_method="privateGetRfqMakerInstrumentSettings",
        limit=per_user(5),
        purpose="standing offers of a maker to quote",
        source=documented("block-trading-rest-api-get-quote-products"),
        row=MakerInstrument,
        feeds=(Feed(Area.ORDERS_RFQ, orders.maker_offers),),
    ),
    Request(
        id="trade/easy-convert-history",
        route=get("trade/easy-convert-history", "after", "limit"),
        ccxt_method="privateGetTradeEasyConvertHistory",
        limit=per_user(1),
        purpose="dust conversions that are running",
        source=documented("order-book-trading-trade-get-easy-convert-history"),
        row=EasyConvert,
        paging=Pages("after", "uTime", CursorKind.TIME),
        feeds=(Feed(Area.ORDERS_CONVERT, orders.easy_converts),),
    ),
    Request(
        id="trade/one-click-repay-history-v2",
        route=get("trade/one-click-repay-history-v2", "after", "limit"),
        ccxt_method="privateGetTradeOneClickRepayHistoryV2",
        limit=per_user(1),
        purpose="one-click repayments that are running",
        source=documented("order-book-trading-trade-get-one-click-repay-history-new"),
        row=OneClickRepay,
        paging=Pages("after", "ts", CursorKind.TIME),
        applies=in_mode(SPOT),
        feeds=(Feed(Area.ORDERS_CONVERT, orders.repayments),),
    ),
)
