"""Orders, strategies, spreads, block trades, positions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readiness.simulator.bybit.account import UNIFIED
from readiness.simulator.bybit.routes.shared import BybitRoute, each_second, pages
from readiness.simulator.bybit.views.public import category
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.paging import Token
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Params

_CLOSED = ("Rejected", "PartiallyFilledCanceled", "Filled", "Cancelled", "Triggered", "Deactivated")
_DERIVATIVES = ("linear", "inverse", "option")
_STRATEGIES = ("2", "3", "4", "5", "6")
_TRADER = Filter("traderType", "_trader", values=("quote", "request"), default="quote")


def _settled_in(row: Mapping[str, Any]) -> str:
    """USDT contracts say so in their names; other linear contracts are settled in USDC."""
    symbol = str(row.get("symbol", ""))
    if symbol.endswith("USD"):
        return symbol.removesuffix("USD")
    return "USDT" if symbol.endswith("USDT") or "USDT-" in symbol else "USDC"


def _is_closed(row: Mapping[str, Any]) -> str:
    return "1" if row.get("orderStatus") in _CLOSED else "0"


def _linear_of_what(*names: str) -> Any:
    def rule(params: Params) -> None:
        if params["category"] == "linear" and not any(params.get(name) for name in names):
            raise RefusalError(Problem.ANY_OF, ", ".join(names))

    return rule


ROUTES = (
    BybitRoute(
        path="order/realtime",
        limits=each_second(50),
        required=("category",),
        choices={"category": (*_DERIVATIVES, "spot")},
        rule=_linear_of_what("symbol", "baseCoin", "settleCoin"),
        split="category",
        filters=(
            Filter("settleCoin", of=_settled_in),
            Filter("openOnly", of=_is_closed, values=("0", "1"), default="0"),
            Filter("orderFilter", "_filter"),
            *equal("symbol", "orderId", "orderLinkId"),
        ),
        paging=pages(20, 50, "orderId"),
        beside=category,
        at="list",
    ),
    BybitRoute(
        path="spread/order/realtime",
        limits=each_second(50),
        modes=UNIFIED,
        filters=equal("symbol", "baseCoin", "orderId", "orderLinkId"),
        paging=pages(20, 50, "orderId"),
        at="list",
    ),
    BybitRoute(
        path="strategy/list",
        limits=each_second(200),
        modes=UNIFIED,
        filters=(
            Filter("status", values=_STRATEGIES),
            *equal("strategyId", "symbol", "category", "strategyType"),
        ),
        paging=Token(
            told="nextCursor", size="pageSize", default=20, maximum=50, ids=("strategyId",)
        ),
        beside=lambda *_: {"prevCursor": ""},
        at="list",
    ),
    BybitRoute(
        path="rfq/rfq-realtime",
        limits=each_second(50),
        filters=(_TRADER, *equal("rfqId", "rfqLinkId")),
        at="list",
    ),
    BybitRoute(
        path="rfq/quote-realtime",
        limits=each_second(50),
        filters=(_TRADER, *equal("rfqId", "quoteId", "quoteLinkId")),
        at="list",
    ),
    BybitRoute(
        path="position/list",
        limits=each_second(50),
        required=("category",),
        choices={"category": _DERIVATIVES},
        rule=_linear_of_what("symbol", "settleCoin"),
        split="category",
        filters=(Filter("settleCoin", of=_settled_in), *equal("symbol")),
        paging=pages(20, 200, "symbol", lingers=False),
        beside=category,
        at="list",
    ),
)
