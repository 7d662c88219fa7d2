"""Open orders and margin positions, each under its id."""

from __future__ import annotations

from readiness.simulator.kraken.routes.shared import TRADES, KrakenRoute, counted
from readiness.simulator.tables.filter import equal

ROUTES = (
    KrakenRoute(
        path="private/OpenOrders",
        method="POST",
        limits=counted(),
        needs=TRADES,
        filters=equal("userref", "cl_ord_id"),
        at="open",
        keyed="txid",
    ),
    KrakenRoute(
        path="private/OpenPositions",
        method="POST",
        limits=counted(),
        needs=TRADES,
        choices={"consolidation": ("market",)},
        filters=equal("txid"),
        keyed="txid",
    ),
)
