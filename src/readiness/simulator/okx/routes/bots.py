"""Trading bots and copy trading."""

from __future__ import annotations

from readiness.simulator.okx.paging import Cursor
from readiness.simulator.okx.route import Filter, Product, Route, equal, limit
from readiness.simulator.okx.views.config import copy_config

COPYING = Product(
    "copy-trading", "59285", paths=("copytrading/",), roles=("roleType", "spotRoleType")
)
_GRID = Filter("algoOrdType", values=("grid", "contract_grid"))
_DCA = Filter("algoOrdType", values=("contract_dca", "spot_dca"))
_COPY_KINDS = Filter("instType", values=("SWAP", "SPOT"))

ROUTES = (
    Route(
        path="tradingBot/grid/orders-algo-pending",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        required=("algoOrdType",),
        filters=(_GRID, *equal("algoId", "instId", "instType")),
    ),
    Route(
        path="tradingBot/grid/positions",
        limit=limit(20, 2),
        required=("algoOrdType", "algoId"),
        filters=(Filter("algoOrdType", values=("contract_grid",)), *equal("algoId")),
    ),
    Route(
        path="tradingBot/grid/sub-orders",
        limit=limit(20, 2),
        paging=Cursor("ordId"),
        required=("algoOrdType", "algoId", "type"),
        filters=(
            _GRID,
            Filter("type", field="state", values=("live", "filled")),
            *equal("algoId", "groupId"),
        ),
    ),
    Route(
        path="tradingBot/signal/orders-algo-pending",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        required=("algoOrdType",),
        filters=(Filter("algoOrdType", values=("contract",)), *equal("algoId")),
    ),
    Route(
        path="tradingBot/signal/signals",
        limit=limit(20, 2),
        paging=Cursor("signalChanId"),
        required=("signalSourceType",),
        filters=(Filter("signalSourceType", values=("1", "2", "3")), *equal("signalChanId")),
    ),
    Route(
        path="tradingBot/dca/ongoing-list",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        required=("algoOrdType",),
        filters=(_DCA, *equal("algoId", "instId")),
    ),
    Route(
        path="tradingBot/dca/position-details",
        limit=limit(20, 2),
        required=("algoOrdType", "algoId"),
        filters=(_DCA, *equal("algoId")),
    ),
    Route(
        path="tradingBot/recurring/orders-algo-pending",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        filters=equal("algoId"),
    ),
    Route(path="copytrading/config", limit=limit(5, 2), view=copy_config),
    Route(
        path="copytrading/current-subpositions",
        limit=limit(20, 2),
        paging=Cursor("subPosId", maximum=500),
        filters=(_COPY_KINDS, *equal("instId", "uniqueCode")),
        product=COPYING,
    ),
    Route(
        path="copytrading/current-lead-traders",
        limit=limit(5, 2),
        filters=(Filter("instType", values=("SWAP",)),),
        product=COPYING,
    ),
    Route(
        path="copytrading/copy-settings",
        limit=limit(5, 2),
        required=("uniqueCode",),
        filters=(_COPY_KINDS,),
        product=COPYING,
    ),
    Route(
        path="copytrading/total-unrealized-profit-sharing",
        limit=limit(5, 2),
        filters=(_COPY_KINDS,),
        product=COPYING,
    ),
    Route(
        path="copytrading/unrealized-profit-sharing-details",
        limit=limit(5, 2),
        filters=(_COPY_KINDS,),
        product=COPYING,
    ),
)
