"""Orders and positions."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Feed, Pages, Request
from readiness.exchanges.okx.catalogue.source import by, documented, get, per_user
from readiness.exchanges.okx.collectors import orders, positions
from readiness.exchanges.okx.wire.trade import AlgoOrder, PendingOrder, PositionRow

ALGO_TYPES: Final = (
    "conditional,oco",  # the only pair that may be combined
    "trigger",
    "move_order_stop",
    "iceberg",
    "twap",
    "chase",
    "smart_iceberg",
)

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
)
