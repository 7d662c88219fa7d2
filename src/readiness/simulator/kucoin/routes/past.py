"""What has ended. Most of it has to be asked for symbol by symbol or coin by coin."""

from __future__ import annotations

from typing import Any

from readiness.simulator.kucoin import pools
from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.paging import After, Latest, Pages
from readiness.simulator.kucoin.routes.build import (
    MARGIN_TYPES,
    SINCE,
    TRADE_TYPES,
    KucoinRoute,
    Time,
    get,
    listed,
)
from readiness.simulator.limits import Limit
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.route import Asked

_MARGIN = Filter("tradeType", values=MARGIN_TYPES)
_WITHIN = ("symbol", "side", "type")


def _latest(path: str, limits: tuple[Limit, ...], key: str, *kind: Filter) -> KucoinRoute:
    """A list of the high-frequency engine: from new to old, by an id told beside the rows."""
    return get(
        path,
        limits=limits,
        required=("symbol", *(each.name for each in kind)),
        filters=(*kind, *equal(*_WITHIN, "orderId")),
        window=SINCE,
        paging=Latest(key=key),
        at="items",
    )


def _of_pair(row: Any) -> str:
    return "true" if isinstance(row, dict) and row.get("symbol") else "false"


def _when(asked: Asked[KucoinAccount], rows: list[Any]) -> dict[str, Any]:
    del rows
    return {"timestamp": asked.ms}


def _borrowed(path: str, weight: int, *required: str) -> KucoinRoute:
    return listed(
        path,
        limits=pools.spot(weight),
        needs=("Margin",),
        required=required,
        filters=(
            Filter("isIsolated", values=("true", "false"), default="false", of=_of_pair),
            *equal("currency", "symbol", "orderNo"),
        ),
        window=Time("createdTime", "startTime", "endTime"),
        beside=_when,
    )


ROUTES = (
    _latest("api/v1/hf/orders/done", pools.spot(2), "_id"),
    _latest("api/v1/hf/fills", pools.spot(2), "id"),
    _latest("api/v3/hf/margin/orders/done", pools.spot(10), "_id", _MARGIN),
    _latest("api/v3/hf/margin/fills", pools.spot(5), "id", _MARGIN),
    listed(
        "api/v1/fills",
        limits=pools.spot(10),
        when=lambda params: "tradeType" in params,
        required=("symbol",),
        filters=(
            Filter("tradeType", values=TRADE_TYPES, default="TRADE"),
            *equal(*_WITHIN, "orderId"),
        ),
        window=SINCE,
    ),
    # The futures API has the same path, as with orders.
    listed(
        "api/v1/fills",
        name="futures:api/v1/fills",
        limits=pools.futures(5),
        filters=(
            Filter("tradeTypes", field="tradeType", many=True),
            Filter("type", field="orderType"),
            *equal("symbol", "side", "orderId"),
        ),
        window=SINCE,
        paging=Pages(maximum=1000),
    ),
    listed(
        "api/v1/history-positions",
        limits=pools.futures(2),
        needs=("Futures",),
        filters=equal("symbol"),
        window=Time("closeTime", "from", "to"),
        paging=Pages("pageId", "limit", default=10, maximum=200, ids=("closeId",)),
    ),
    get(
        "api/v1/funding-history",
        limits=pools.futures(5),
        needs=("Futures",),
        required=("symbol",),
        filters=equal("symbol"),
        window=Time("timePoint"),
        paging=After("maxCount", 10, 100, cursor="offset", more="hasMore"),
        at="dataList",
    ),
    _borrowed("api/v3/margin/borrow", 15, "currency"),
    _borrowed("api/v3/margin/repay", 15, "currency"),
    _borrowed("api/v3/margin/interest", 20),
    listed(
        "api/v1/convert/order/history",
        limits=pools.spot(5),
        filters=equal("status"),
        window=Time("orderTime"),
        paging=Pages("page", default=20, maximum=100, least=20),
    ),
)
