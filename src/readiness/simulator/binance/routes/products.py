"""Algorithms, mining, copy trading, stocks, prediction markets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readiness.simulator.binance.paging import Numbered, Offset
from readiness.simulator.binance.route import Asked, Route, Row
from readiness.simulator.binance.shape import OBJECT, Shape, mining
from readiness.simulator.binance.window import Window

_ALGO = Shape("orders", "total")
_POOL_PAGES = Numbered("pageIndex", "pageSize", default=20, maximum=200)
# A row's number is its place in the list.
_STOCK_PAGES = Offset("lastId", "size", default=20, maximum=100)
_FUTURES = ("enableFutures", "enablePortfolioMarginTrading")
# No documented flag of a key allows it; the permission is only named in the pages.
_PREDICTION = ("enablePredictionTrade",)


def _algorithms(_: Asked) -> list[Row]:
    """Compute `sapi/v1/mining/pub/algoList`: what the pool mines."""
    names = ("sha256", "ethash", "scrypt")
    return [
        {"algoName": name, "algoId": number, "poolIndex": number - 1, "unit": "h/s"}
        for number, name in enumerate(names, start=1)
    ]


def _more(asked: Asked, rows: list[Any]) -> Mapping[str, Any]:
    """Compute what stands beside a page of tokenised stocks: where the next one begins."""
    size = int(asked.query.get("size", _STOCK_PAGES.default))
    end = int(asked.query.get("lastId", "0")) + size
    return {"hasMore": True, "nextLastId": end} if len(rows) > end else {"hasMore": False}


ROUTES = (
    Route(
        path="sapi/v1/algo/spot/openOrders",
        shape=_ALGO,
        trade=("enableSpotAndMarginTrading",),
    ),
    Route(path="sapi/v1/algo/futures/openOrders", shape=_ALGO, trade=_FUTURES),
    Route(
        path="sapi/v1/mining/pub/algoList",
        shape=Shape("data", beside={"code": 0, "msg": ""}),
        view=_algorithms,
        identity="algoName",
    ),
    Route(
        path="sapi/v1/mining/worker/list",
        shape=mining("workerDatas"),
        required=("algo", "userName"),
        takes=("sort", "sortColumn", "workerStatus"),
        paging=Numbered("pageIndex", "", default=20, maximum=20),
    ),
    Route(
        path="sapi/v1/mining/statistics/user/status",
        shape=OBJECT,
        required=("algo", "userName"),
        view=lambda asked: [
            {
                "code": 0,
                "msg": "",
                "data": {
                    "fifteenMinHashRate": "0",
                    "dayHashRate": "0",
                    "validNum": 0,
                    "invalidNum": 0,
                    "profitToday": {},
                    "profitYesterday": {},
                    "userName": asked.query["userName"],
                    "unit": "h/s",
                    "algo": asked.query["algo"],
                },
            }
        ],
    ),
    Route(
        path="sapi/v1/mining/statistics/user/list",
        shape=Shape("data", beside={"code": 0, "msg": ""}),
        required=("algo", "userName"),
    ),
    Route(
        path="sapi/v1/mining/payment/uid",
        shape=mining("accountProfits"),
        required=("algo",),
        window=Window("time", start="startDate", end="endDate"),
        paging=_POOL_PAGES,
    ),
    Route(
        path="sapi/v1/mining/hash-transfer/config/details/list",
        shape=mining("configDetails"),
        paging=_POOL_PAGES,
    ),
    Route(
        path="sapi/v1/copyTrading/futures/userStatus",
        shape=OBJECT,
        view=lambda asked: [
            {
                "code": "000000",
                "message": "success",
                "data": {"isLeadTrader": False, "time": asked.ms},
                "success": True,
            }
        ],
    ),
    Route(path="sapi/v1/equity/order/open-orders"),
    Route(
        path="sapi/v1/equity/tokenized/history",
        shape=Shape("rows"),
        beside=_more,
        window=Window("createdAt"),
        paging=_STOCK_PAGES,
    ),
    Route(
        path="sapi/v1/w3w/wallet/prediction/wallet/list",
        weight=200,
        shape=Shape("wallets"),
        trade=_PREDICTION,
    ),
    Route(
        path="sapi/v1/w3w/wallet/prediction/position/list",
        weight=200,
        shape=Shape("positions", beside={"summary": {}, "counts": {}}),
        required=("walletAddress",),
        takes=("tab", "offset", "limit"),
        trade=_PREDICTION,
    ),
)
