"""What moved between a main account and its sub-accounts, as the main account's key sees it."""

from __future__ import annotations

from typing import Any

from readiness.simulator.binance.paging import Numbered
from readiness.simulator.binance.route import Filter, Route, equal
from readiness.simulator.binance.shape import LIST, Shape
from readiness.simulator.binance.views import history
from readiness.simulator.binance.window import Window

_MAIN: dict[str, Any] = {"who": "main", "product": "sub_accounts"}
_PAGES = Numbered("page", "limit", default=500, maximum=500)

ROUTES = (
    Route(
        path="sapi/v1/sub-account/sub/transfer/history",
        shape=LIST,
        view=history.one_direction,
        filters=(Filter("fromEmail", "from"), Filter("toEmail", "to")),
        window=Window("time"),
        paging=_PAGES,
        **_MAIN,
    ),
    Route(
        path="sapi/v1/sub-account/universalTransfer",
        shape=Shape("result", "totalCount"),
        view=history.one_direction,
        filters=equal("fromEmail", "toEmail", "clientTranId"),
        window=Window("createTimeStamp", longest=7, default=7, below=True),
        paging=_PAGES,
        **_MAIN,
    ),
    Route(
        path="sapi/v1/sub-account/futures/internalTransfer",
        shape=Shape("transfers", beside={"success": True, "futuresType": 1}),
        beside=lambda asked, _: {"futuresType": int(asked.query["futuresType"])},
        required=("email", "futuresType"),
        choices={"futuresType": ("1", "2")},
        sub_scope=True,
        window=Window("time", reach=30),
        paging=Numbered("page", "limit", default=50, maximum=500),
        **_MAIN,
    ),
)
