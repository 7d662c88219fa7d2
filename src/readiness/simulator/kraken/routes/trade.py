"""Orders, trades and margin positions, each under its id."""

from __future__ import annotations

from readiness.simulator.kraken.routes.shared import (
    PAST_TRADES,
    TRADES,
    KrakenRoute,
    counted,
    fifty,
)
from readiness.simulator.kraken.views.key import is_hidden
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.window import Window

ROUTES = (
    KrakenRoute(
        path="OpenOrders",
        method="POST",
        limits=counted(),
        needs=TRADES,
        filters=equal("userref", "cl_ord_id"),
        at="open",
        keyed="txid",
    ),
    KrakenRoute(
        path="OpenPositions",
        method="POST",
        limits=counted(),
        needs=TRADES,
        choices={"consolidation": ("market",)},
        filters=equal("txid"),
        keyed="txid",
    ),
    KrakenRoute(
        path="ClosedOrders",
        method="POST",
        limits=counted(),
        needs=PAST_TRADES,
        hides=is_hidden,
        filters=equal("userref", "cl_ord_id"),
        window=Window("closetm", "start", "end", after=True, row_unit=1000, unit=1000),
        paging=fifty("txid"),
        at="closed",
        keyed="txid",
    ),
    KrakenRoute(
        path="TradesHistory",
        method="POST",
        limits=counted(2),
        needs=PAST_TRADES,
        hides=is_hidden,
        filters=(Filter("type", every="all"),),
        window=Window("time", "start", "end", after=True, row_unit=1000, unit=1000),
        paging=fifty("txid"),
        at="trades",
        keyed="txid",
    ),
)
