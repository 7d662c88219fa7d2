"""Orders of every kind and positions."""

from __future__ import annotations

from readiness.simulator.okx.paging import Cursor
from readiness.simulator.okx.route import Filter, Route, equal, limit, names
from readiness.simulator.okx.views.positions import position_risk

KINDS = Filter("instType", values=names("SPOT MARGIN SWAP FUTURES OPTION EVENTS"))
_COMBINABLE = names("conditional oco")
_ALONE = names("trigger move_order_stop iceberg twap chase smart_iceberg")
ALGO_KINDS = Filter("ordType", values=_COMBINABLE + _ALONE, many=True, alone=_ALONE)
_BLOCK_STATES = names("active canceled pending_fill filled expired failed traded_away")


def by_id(field: str) -> Cursor:
    """Return the paging of spreads, block trades and dual investment."""
    return Cursor(field, older="endId", newer="beginId")


ROUTES = (
    Route(
        path="trade/orders-pending",
        limit=limit(60, 2),
        paging=Cursor("ordId"),
        filters=(
            KINDS,
            Filter("state", values=("live", "partially_filled")),
            Filter("ordType", many=True),
            *equal("instId", "instFamily"),
        ),
    ),
    Route(
        path="trade/orders-algo-pending",
        limit=limit(20, 2),
        paging=Cursor("algoId"),
        required=("ordType",),
        filters=(
            ALGO_KINDS,
            Filter("instType", values=names("SPOT MARGIN SWAP FUTURES")),
            *equal("algoId", "algoClOrdId", "instId"),
        ),
    ),
    Route(
        path="sprd/orders-pending",
        limit=limit(10, 2),
        paging=by_id("ordId"),
        filters=equal("sprdId", "ordType", "state"),
    ),
    Route(
        path="rfq/rfqs",
        limit=limit(2, 2),
        paging=by_id("rfqId"),
        filters=(Filter("state", values=_BLOCK_STATES), *equal("rfqId", "clRfqId")),
    ),
    Route(
        path="rfq/quotes",
        limit=limit(2, 2),
        paging=by_id("quoteId"),
        filters=(
            Filter("state", values=_BLOCK_STATES),
            *equal("rfqId", "clRfqId", "quoteId", "clQuoteId"),
        ),
    ),
    Route(path="rfq/maker-instrument-settings", limit=limit(5, 2)),
    Route(
        path="account/positions",
        limit=limit(10, 2),
        filters=(
            Filter("instType", values=names("MARGIN SWAP FUTURES OPTION EVENTS")),
            Filter("instId", many=True),
            Filter("posId", many=True),
        ),
    ),
    Route(path="account/account-position-risk", limit=limit(10, 2), view=position_risk),
    Route(
        path="account/move-positions-history",
        limit=limit(2, 2, "main-user"),
        paging=Cursor("ts", older="endTs", newer="beginTs"),
        filters=(
            Filter("state", values=("filled", "pending")),
            *equal("blockTdId", "clientId"),
        ),
        main_only=True,
    ),
)
