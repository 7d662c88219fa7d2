"""Time, prices, contracts, the key, and the mode of the account."""

from __future__ import annotations

from readiness.simulator.kucoin import pools
from readiness.simulator.kucoin.routes.build import get, public
from readiness.simulator.kucoin.views import key
from readiness.simulator.kucoin.views import public as views

ROUTES = (
    # Both APIs tell the time under one path; at the futures API it weighs a little less.
    public("api/v1/timestamp", limits=pools.public(3), single=True, view=views.clock),
    public("api/v1/prices", limits=pools.public(3), single=True, view=views.prices),
    public(
        "api/v1/market/allTickers",
        limits=pools.public(15),
        view=views.tickers,
        beside=views.beside_tickers,
        at="ticker",
    ),
    public("api/v1/contracts/active", limits=pools.public(3), view=views.contracts),
    get("api/v1/user/api-key", limits=pools.management(20), single=True, view=key.key),
    get("api/ua/v1/user/api-key", limits=pools.unified(10), single=True, view=key.unified_key),
    get("api/ua/v1/account/mode", limits=pools.unified(30), single=True, view=key.mode),
)
