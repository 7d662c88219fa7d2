"""Earn: strategies, allocations, and requests that are not finished."""

from __future__ import annotations

from readiness.simulator.kraken.routes.shared import FUNDS, KrakenRoute, counted
from readiness.simulator.kraken.views import earn
from readiness.simulator.tables.filter import equal
from readiness.simulator.tables.paging import Token

_EITHER = ("query-funds", "earn-funds")

ROUTES = (
    KrakenRoute(
        path="Earn/Strategies",
        method="POST",
        limits=counted(),
        filters=equal("asset"),
        view=earn.strategies,
        paging=Token(told="next_cursor", default=100, maximum=500, last=None),
        at="items",
    ),
    KrakenRoute(
        path="Earn/Allocations",
        method="POST",
        limits=counted(),
        needs=FUNDS,
        view=earn.allocations,
        hides=earn.is_zero,
        beside=earn.totals,
        at="items",
    ),
    KrakenRoute(
        path="Earn/AllocateStatus",
        method="POST",
        limits=counted(),
        needs=_EITHER,
        required=("strategy_id",),
        single=True,
        view=earn.allocate_status,
    ),
    KrakenRoute(
        path="Earn/DeallocateStatus",
        method="POST",
        limits=counted(),
        needs=_EITHER,
        required=("strategy_id",),
        single=True,
        view=earn.deallocate_status,
    ),
)
