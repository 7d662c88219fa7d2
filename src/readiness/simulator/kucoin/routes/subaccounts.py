"""What a main account's key may ask about sub-accounts."""

from __future__ import annotations

from readiness.simulator.kucoin import pools
from readiness.simulator.kucoin.paging import Pages
from readiness.simulator.kucoin.routes.build import get, listed
from readiness.simulator.kucoin.views import subaccounts

ROUTES = (
    listed(
        "api/v2/sub/user",
        limits=pools.management(20),
        main_only=True,
        view=subaccounts.users,
        paging=Pages(default=10, maximum=100),
    ),
    listed(
        "api/v2/sub-accounts",
        limits=pools.management(20),
        main_only=True,
        view=subaccounts.balances,
        paging=Pages(default=10, maximum=100, least=10),
    ),
    get(
        "api/v1/sub-accounts/{subUserId}",
        limits=pools.management(15),
        main_only=True,
        scope="subUserId",
        single=True,
        view=subaccounts.balance,
    ),
)
