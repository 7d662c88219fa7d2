"""Rebates, cloud mining, NFTs, stocks. Deposits, Pay and the like are in `transfers`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from readiness.simulator.binance.paging import Numbered
from readiness.simulator.binance.route import Kinds, Route, by_uid, equal
from readiness.simulator.binance.shape import TABLE, Shape
from readiness.simulator.binance.window import Window

_REBATES = Shape(
    "data.data",
    "data.totalRecords",
    {
        "status": "OK",
        "type": "GENERAL",
        "code": "000000000",
        "data": {"page": 1, "totalPageNum": 1},
    },
)
_TRADED = Shape("list", "total")
_NFT: dict[str, Any] = {
    **by_uid(3000),
    "shape": _TRADED,
    "paging": Numbered("page", "limit", default=50, maximum=50),
}
_QUARTER = Window("timestamp", longest=90, default=7)
_BOTH = ("startTime", "endTime")
_STOCKS: dict[str, Any] = {
    "shape": Shape("rows", "total", {"page": 1, "size": 20}),
    "paging": Numbered(default=20),
}


def _nft_kind(row: Any) -> str:
    # The number of an order begins with its kind.
    return str(row.get("orderNo", "")).partition("_")[0] if isinstance(row, dict) else ""


ROUTES = (
    Route(
        path="sapi/v1/rebate/taxQuery",
        **by_uid(12_000),
        shape=_REBATES,
        window=Window("updateTime", longest=30, default=7),
        paging=Numbered("page", "", default=200, maximum=200),
    ),
    Route(
        path="sapi/v1/asset/ledger-transfer/cloud-mining/queryByPage",
        **by_uid(600),
        shape=TABLE,
        takes=("clientTranId",),
        filters=equal("tranId", "asset"),
        window=Window("createTime", mandatory=_BOTH),
        paging=Numbered(),
    ),
    Route(
        path="sapi/v1/nft/history/transactions",
        required=("orderType",),
        kinds=Kinds("orderType", dict.fromkeys("01234", _TRADED), _nft_kind),
        window=replace(_QUARTER, field="tradeTime"),
        **_NFT,
    ),
    *(
        Route(path=f"sapi/v1/nft/history/{what}", window=_QUARTER, **_NFT)
        for what in ("deposit", "withdraw")
    ),
    Route(
        path="sapi/v1/equity/order/history",
        filters=equal("symbol", "orderType", "side"),
        takes=("orderStatus",),
        window=Window("createdAt", mandatory=_BOTH),
        **_STOCKS,
    ),
    Route(
        path="sapi/v1/equity/trade/history",
        filters=equal("symbol", "side", "orderId"),
        window=Window("executionAt", mandatory=_BOTH),
        **_STOCKS,
    ),
)
