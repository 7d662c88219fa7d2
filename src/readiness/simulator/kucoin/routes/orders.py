"""Orders of a classic account: spot and margin, both engines, Convert."""

from __future__ import annotations

from readiness.simulator.kucoin import pools
from readiness.simulator.kucoin.paging import Pages
from readiness.simulator.kucoin.routes.build import (
    MARGIN_TYPES,
    SINCE,
    TRADE_TYPES,
    Time,
    get,
    listed,
)
from readiness.simulator.kucoin.views import orders
from readiness.simulator.tables.filter import Filter, equal

_KIND = Filter("tradeType", values=TRADE_TYPES, default="TRADE")
_MARGIN = Filter("tradeType", values=MARGIN_TYPES, default="MARGIN_TRADE")
_TIME = Time("orderTime")

ROUTES = (
    get(
        "api/v1/hf/orders/active/symbols",
        limits=pools.spot(2),
        needs=("Spot",),
        view=orders.symbols,
        at="symbols",
    ),
    get(
        "api/v1/hf/orders/active",
        limits=pools.spot(2),
        required=("symbol",),
        filters=equal("symbol"),
    ),
    listed(
        "api/v1/hf/orders/active/page",
        limits=pools.spot(2),
        required=("symbol",),
        filters=equal("symbol"),
        view=orders.active,
        paging=Pages("pageNum", default=20, maximum=50),
    ),
    listed(
        "api/v1/orders",
        limits=pools.spot(2),
        when=lambda params: "tradeType" in params,
        filters=(
            _KIND,
            Filter(
                "status",
                field="isActive",
                values=("active", "done"),
                default="done",
                meanings={"active": ("true",), "done": ("false",)},
            ),
            *equal("symbol", "side", "type"),
        ),
        window=SINCE,
    ),
    listed(
        "api/v1/stop-order",
        limits=pools.spot(8),
        filters=(_KIND, *equal("symbol", "side", "type")),
        window=SINCE,
    ),
    listed("api/v3/oco/orders", limits=pools.spot(2), filters=equal("symbol"), window=_TIME),
    get(
        "api/v3/hf/margin/order/active/symbols",
        limits=pools.spot(4),
        needs=("Margin",),
        required=("tradeType",),
        choices={"tradeType": MARGIN_TYPES},
        view=orders.margin_symbols,
        beside=orders.count_symbols,
        at="symbols",
    ),
    get(
        "api/v3/hf/margin/orders/active",
        limits=pools.spot(4),
        required=("symbol", "tradeType"),
        filters=(_MARGIN, *equal("symbol")),
    ),
    # What these two show without a kind of margin is documented nowhere: one of them only, so
    # that both have to be asked for.
    listed(
        "api/v3/hf/margin/stop-orders",
        limits=pools.spot(8),
        filters=(_MARGIN, *equal("symbol", "side", "type")),
        window=SINCE,
    ),
    listed(
        "api/v3/hf/margin/oco-orders",
        limits=pools.spot(2),
        filters=(_MARGIN, *equal("symbol")),
        window=_TIME,
    ),
    listed(
        "api/v1/convert/limit/orders",
        limits=pools.spot(5),
        # The one who waits is called active in the question and open in the answer.
        filters=(Filter("status", meanings={"ACTIVE": ("ACTIVE", "OPEN")}),),
        window=_TIME,
        paging=Pages("page", default=20, maximum=100, least=20),
    ),
)
