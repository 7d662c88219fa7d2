"""Orders and positions at the futures API."""

from __future__ import annotations

from readiness.simulator.kucoin import pools
from readiness.simulator.kucoin.paging import Pages
from readiness.simulator.kucoin.routes.build import SINCE, get, listed
from readiness.simulator.tables.filter import Filter, equal

_PAGES = Pages(maximum=1000)

ROUTES = (
    # The spot API has the same path; there every question names the kind of trade.
    listed(
        "api/v1/orders",
        name="futures:api/v1/orders",
        limits=pools.futures(2),
        filters=(
            Filter(
                "status",
                values=("active", "done"),
                default="done",
                meanings={"active": ("open",)},
            ),
            *equal("symbol", "side", "type"),
        ),
        window=SINCE,
        paging=_PAGES,
    ),
    listed(
        "api/v1/stopOrders",
        limits=pools.futures(6),
        filters=equal("symbol", "side", "type"),
        window=SINCE,
        paging=_PAGES,
    ),
    get(
        "api/v1/positions",
        limits=pools.futures(2),
        needs=("Futures",),
        filters=(Filter("currency", field="settleCurrency"),),
    ),
)
