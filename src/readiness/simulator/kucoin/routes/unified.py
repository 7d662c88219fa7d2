"""The unified account. For a classic one all of this is empty."""

from __future__ import annotations

from readiness.simulator.kucoin import pools
from readiness.simulator.kucoin.paging import Pages
from readiness.simulator.kucoin.routes.build import Time, get, listed
from readiness.simulator.kucoin.views import orders, unified
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.paging import Told

_TOLD: dict[str, Told] = {
    "pageNumber": "page",
    "pageSize": "size",
    "totalNum": "count",
    "totalPage": "pages",
}


def _conditional(row: object) -> str:
    waits = isinstance(row, dict) and row.get("triggerPrice")
    return "ADVANCED" if waits else "NORMAL"


ROUTES = (
    get(
        "api/ua/v1/unified/account/balance",
        limits=pools.unified(5),
        view=unified.balance,
        beside=unified.beside_balance,
        at="accounts",
    ),
    get(
        "api/ua/v1/unified/account/overview",
        limits=pools.unified(5),
        single=True,
        view=unified.overview,
    ),
    get(
        "api/ua/v1/account/balance",
        limits=pools.unified(5),
        required=("accountType",),
        choices={"accountType": ("FUNDING", "SPOT", "CROSS", "ISOLATED", "FUTURES")},
        view=unified.classic_balance,
        beside=unified.beside_balance,
        at="accounts",
    ),
    # Orders that wait for a price have to be asked for apart.
    listed(
        "api/ua/v1/unified/order/open-list",
        limits=pools.unified(4),
        required=("tradeType",),
        choices={"tradeType": ("SPOT", "FUTURES", "MARGIN")},
        split="tradeType",
        filters=(
            Filter("orderFilter", values=("NORMAL", "ADVANCED"), default="NORMAL", of=_conditional),
            *equal("symbol"),
        ),
        beside=orders.trade_type,
        paging=Pages("pageNumber", default=50, maximum=200, tells=_TOLD),
    ),
    get(
        "api/ua/v1/unified/position/open-list",
        limits=pools.unified(3),
        filters=equal("symbol"),
    ),
    get(
        "api/ua/v1/account/ledger",
        limits=pools.management(2),
        required=("accountType",),
        split="accountType",
        window=Time("_ms"),
        at="items",
    ),
    get(
        "api/ua/v1/sub-account/balance",
        limits=pools.unified(5),
        main_only=True,
        view=unified.sub_balances,
        beside=unified.beside_sub_balances,
        at="userList",
    ),
)
