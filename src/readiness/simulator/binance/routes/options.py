"""European options."""

from __future__ import annotations

from readiness.simulator.binance.paging import Capped
from readiness.simulator.binance.pools import EAPI
from readiness.simulator.binance.route import Route, equal
from readiness.simulator.binance.shape import OBJECT
from readiness.simulator.binance.views import options
from readiness.simulator.binance.window import Window

ROUTES = (
    Route(
        path="eapi/v1/marginAccount",
        weight=3,
        pool=EAPI,
        shape=OBJECT,
        view=options.options_wallet,
        product="options",
    ),
    Route(
        path="eapi/v1/position",
        weight=5,
        pool=EAPI,
        filters=equal("symbol"),
        view=options.option_positions,
        identity="symbol",
        product="options",
    ),
    Route(
        path="eapi/v1/openOrders",
        weight=40,
        with_symbol=1,
        pool=EAPI,
        filters=equal("symbol", "orderId"),
        window=Window("createTime"),
        product="options",
    ),
    Route(
        path="eapi/v1/block/order/orders",
        weight=5,
        pool=EAPI,
        takes=("blockOrderMatchingKey", "underlying"),
        window=Window("createTime"),
        product="options",
        trade=("enableVanillaOptions",),
    ),
    Route(
        path="eapi/v1/exerciseRecord",
        weight=5,
        pool=EAPI,
        filters=equal("symbol"),
        window=Window("createDate"),
        paging=Capped(default=1000),
        product="options",
    ),
)
