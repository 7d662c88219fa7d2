"""Orders and trades on spot.

They are shown for one symbol at a time, from a number on and back to the first one. Nobody is
told which symbols an account has traded, so all that the exchange lists are asked about.
"""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.names import EACH_ROUTED_SYMBOL, EACH_SYMBOL
from readiness.exchanges.binance.catalogue.pages import spot_page
from readiness.exchanges.binance.catalogue.source import api, get
from readiness.exchanges.history import HistoryKind, HistoryList, Onward

ORDER: Final = ("symbol", "orderId")
TRADE: Final = ("symbol", "id")
ORDERS: Final = Onward("orderId", "orderId", first="1")
TRADES: Final = Onward("fromId", "id")
LISTS: Final = Onward("fromId", "orderListId", first="1")

_SYMBOL: Final[dict[str, Any]] = {"each": EACH_SYMBOL, "time": "time", "limit": api(20)}

SPOT: Final = (
    HistoryList(
        id="api/v3/allOrders",
        kind=HistoryKind.ORDERS,
        route=get("api/v3/allOrders", "symbol", "orderId", "limit"),
        ccxt_method="privateGetAllOrders",
        purpose="spot orders",
        source=spot_page("account#all-orders"),
        identity=ORDER,
        paging=ORDERS,
        **_SYMBOL,
    ),
    HistoryList(
        id="api/v3/myTrades",
        kind=HistoryKind.FILLS,
        route=get("api/v3/myTrades", "symbol", "fromId", "limit"),
        ccxt_method="privateGetMyTrades",
        purpose="spot trades",
        source=spot_page("account#my-trades"),
        identity=TRADE,
        paging=TRADES,
        **_SYMBOL,
    ),
    HistoryList(
        id="api/v3/allOrderList",
        kind=HistoryKind.ORDERS,
        route=get("api/v3/allOrderList", "fromId", "limit"),
        ccxt_method="privateGetAllOrderList",
        limit=api(20),
        purpose="lists of spot orders that depended on each other",
        source=spot_page("account#all-order-list"),
        identity=("orderListId",),
        time="transactionTime",
        paging=LISTS,
    ),
    HistoryList(
        id="api/v3/myAllocations",
        kind=HistoryKind.FILLS,
        route=get("api/v3/myAllocations", "symbol", "fromAllocationId", "limit"),
        ccxt_method="privateGetMyAllocations",
        limit=api(20),
        purpose="spot trades of routed orders",
        source=spot_page("account#my-allocations"),
        identity=("symbol", "allocationId"),
        time="time",
        paging=Onward("fromAllocationId", "allocationId"),
        each=EACH_ROUTED_SYMBOL,
    ),
)
