"""The key, the account's mode, the clock, prices, the state of the platform."""

from __future__ import annotations

from readiness.simulator.bybit.routes.shared import BybitRoute, assumed, each_second
from readiness.simulator.bybit.views import key, public
from readiness.simulator.tables.filter import equal
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Params

_CATEGORIES = ("spot", "linear", "inverse", "option")


def _one_option(params: Params) -> None:
    if params["category"] == "option" and not (params.get("symbol") or params.get("baseCoin")):
        raise RefusalError(Problem.ANY_OF, "symbol, baseCoin")


ROUTES = (
    BybitRoute(path="user/query-api", limits=each_second(10), single=True, view=key.query_api),
    BybitRoute(path="account/info", limits=each_second(50), single=True, view=key.account_info),
    BybitRoute(path="market/time", access="public", single=True, view=public.server_time),
    BybitRoute(
        path="market/tickers",
        access="public",
        required=("category",),
        choices={"category": _CATEGORIES},
        rule=_one_option,
        filters=equal("symbol"),
        view=public.tickers,
        beside=public.category,
        at="list",
    ),
    BybitRoute(
        path="system/status",
        access="public",
        limits=assumed(50),
        filters=equal("id", "state"),
        at="list",
    ),
)
