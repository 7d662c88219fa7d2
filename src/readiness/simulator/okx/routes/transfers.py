"""Money in motion: crypto, fiat, conversions."""

from __future__ import annotations

from readiness.simulator.okx.paging import Cursor
from readiness.simulator.okx.route import Filter, Route, equal, limit, names

_FIAT_STATES = names("completed failed pending canceled inqueue processing")
# Fiat lists turn the meaning around: `after` is where the window begins, `before` where it ends.
_FIAT_WINDOW = Cursor("cTime", older="before", newer="after", inclusive=True)
_FIAT_FILTERS = (Filter("state", values=_FIAT_STATES), *equal("ccy", "paymentMethod"))

ROUTES = (
    Route(
        path="asset/deposit-history",
        limit=limit(6),
        paging=Cursor("ts"),
        filters=equal("ccy", "state", "depId", "fromWdId", "txId"),
    ),
    Route(
        path="asset/withdrawal-history",
        limit=limit(6),
        paging=Cursor("ts"),
        filters=equal("ccy", "state", "wdId", "clientId", "txId"),
    ),
    Route(
        path="asset/deposit-withdraw-status",
        limit=limit(1, 2),
        any_of=("wdId", "txId"),
        filters=equal("wdId", "txId"),
    ),
    Route(
        path="asset/transfer-state",
        limit=limit(10),
        any_of=("transId", "clientId"),
        filters=equal("transId", "clientId", "type"),
    ),
    Route(
        path="fiat/deposit-order-history",
        limit=limit(3),
        paging=_FIAT_WINDOW,
        filters=_FIAT_FILTERS,
    ),
    Route(
        path="fiat/withdrawal-order-history",
        limit=limit(3),
        paging=_FIAT_WINDOW,
        filters=_FIAT_FILTERS,
    ),
    Route(
        path="fiat/buy-sell/history",
        limit=limit(6),
        paging=Cursor("cTime", older="end", newer="begin", inclusive=True),
        filters=(
            Filter("state", values=("processing", "completed", "failed")),
            *equal("ordId", "clOrdId"),
        ),
    ),
    Route(path="asset/convert/history", limit=limit(6), paging=Cursor("ts")),
    Route(
        path="trade/easy-convert-history",
        limit=limit(1, 2),
        paging=Cursor("uTime"),
        reach=("uTime", 7),
    ),
    Route(
        path="trade/one-click-repay-history-v2",
        limit=limit(1, 2),
        modes=(1,),
        paging=Cursor("ts", inclusive=True),
        reach=("ts", 7),
    ),
)
