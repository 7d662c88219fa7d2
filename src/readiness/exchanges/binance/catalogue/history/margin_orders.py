"""Orders and trades of cross and isolated margin."""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.names import (
    EACH_MARGIN_SYMBOL,
    EACH_PAIR,
    EACH_SYMBOL,
)
from readiness.exchanges.binance.catalogue.history.shared import MARGIN_HISTORY
from readiness.exchanges.binance.catalogue.history.spot import LISTS, ORDER, TRADE, TRADES
from readiness.exchanges.binance.catalogue.pages import margin_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip
from readiness.exchanges.catalogue import Call
from readiness.exchanges.history import HistoryKind, HistoryList, Onward

# A pair that is not on margin any more may be refused by name.
_NOT_EVERY_PAIR: Final[dict[str, Any]] = {"for_few": True, "elsewhere": MARGIN_HISTORY}
_ORDERS: Final[dict[str, Any]] = {
    "kind": HistoryKind.ORDERS,
    "route": get("sapi/v1/margin/allOrders", "symbol", "isIsolated", "orderId", "limit"),
    "ccxt_method": "sapiGetMarginAllOrders",
    "limit": sapi_ip(200),
    "source": margin_page("trade#query-margin-accounts-all-orders"),
    "identity": ORDER,
    "time": "time",
    "paging": Onward("orderId", "orderId", first="1", size=500),
    **_NOT_EVERY_PAIR,
}
_TRADES: Final[dict[str, Any]] = {
    "kind": HistoryKind.FILLS,
    "route": get("sapi/v1/margin/myTrades", "symbol", "isIsolated", "fromId", "limit"),
    "ccxt_method": "sapiGetMarginMyTrades",
    "limit": sapi_ip(10),
    "source": margin_page("trade#query-margin-accounts-trade-list"),
    "identity": TRADE,
    "time": "time",
    "paging": TRADES,
    **_NOT_EVERY_PAIR,
}
_LISTS: Final[dict[str, Any]] = {
    "kind": HistoryKind.ORDERS,
    "route": get("sapi/v1/margin/allOrderList", "symbol", "isIsolated", "fromId", "limit"),
    "ccxt_method": "sapiGetMarginAllOrderList",
    "limit": sapi_ip(200),
    "source": margin_page("trade#query-margin-accounts-all-oco"),
    "identity": ("orderListId",),
    "time": "transactionTime",
    "paging": LISTS,
}
_CROSS: Final = (Call({"isIsolated": "FALSE"}),)

MARGIN_ORDERS: Final = (
    # So heavy that only pairs that are on margin today are asked about; trades have them all.
    HistoryList(
        id="sapi/v1/margin/allOrders",
        purpose="orders of cross margin",
        calls=_CROSS,
        each=EACH_MARGIN_SYMBOL,
        **_ORDERS,
    ),
    HistoryList(
        id="sapi/v1/margin/allOrders:isolated",
        purpose="orders of isolated margin",
        each=EACH_PAIR,
        **_ORDERS,
    ),
    HistoryList(
        id="sapi/v1/margin/myTrades",
        purpose="trades of cross margin",
        calls=_CROSS,
        each=EACH_SYMBOL,
        **_TRADES,
    ),
    HistoryList(
        id="sapi/v1/margin/myTrades:isolated",
        purpose="trades of isolated margin",
        each=EACH_PAIR,
        **_TRADES,
    ),
    HistoryList(
        id="sapi/v1/margin/allOrderList",
        purpose="lists of cross margin orders that depended on each other",
        calls=_CROSS,
        **_LISTS,
    ),
    HistoryList(
        id="sapi/v1/margin/allOrderList:isolated",
        purpose="lists of isolated margin orders that depended on each other",
        each=EACH_PAIR,
        **_LISTS,
    ),
)
