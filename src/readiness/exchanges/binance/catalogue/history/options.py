"""Orders, trades and the ledger of European options.

Trades and orders are shown for one contract at a time, and expired contracts are no longer
listed: of those, the ones that were exercised are asked about.
"""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.names import EACH_OPTION, each, field
from readiness.exchanges.binance.catalogue.history.shared import OPENED, SPAN, spans
from readiness.exchanges.binance.catalogue.pages import options_page
from readiness.exchanges.binance.catalogue.source import get, options
from readiness.exchanges.catalogue import Call
from readiness.exchanges.history import HistoryKind, HistoryList, LastDays
from readiness.exchanges.paging import Capped

_EXERCISED: Final = "eapi/v1/exerciseRecord"
_STATEMENT: Final = "Binance website: Orders, Options order, export; or an account statement"
_PAGE: Final = Capped(1000)
_TRADES: Final[dict[str, Any]] = {
    "kind": HistoryKind.FILLS,
    "route": get("eapi/v1/userTrades", "symbol", *SPAN, "limit"),
    "ccxt_method": "eapiPrivateGetUserTrades",
    "limit": options(5),
    "source": options_page("trade#account-trade-list"),
    "identity": ("id",),
    "time": "time",
    "paging": _PAGE,
    "spans": spans(366),
}

OPTIONS: Final = (
    HistoryList(
        id="eapi/v1/bill",
        kind=HistoryKind.BILLS,
        route=get("eapi/v1/bill", "currency", *SPAN, "limit"),
        ccxt_method="eapiPrivateGetBill",
        limit=options(1),
        purpose="ledger of options",
        source=options_page("account#account-funding-flow"),
        identity=(),
        time="createDate",
        calls=(Call({"currency": "USDT"}),),
        paging=_PAGE,
        spans=spans(30),
        reach=LastDays(89),
        elsewhere=_STATEMENT,
    ),
    HistoryList(
        id=_EXERCISED,
        kind=HistoryKind.POSITIONS,
        route=get(_EXERCISED, *SPAN, "limit"),
        ccxt_method="eapiPrivateGetExerciseRecord",
        limit=options(5),
        purpose="options that were exercised",
        source=options_page("trade#user-exercise-record"),
        identity=("id",),
        time="createDate",
        paging=_PAGE,
        spans=spans(30),
        reach=OPENED,
    ),
    HistoryList(
        id="eapi/v1/historyOrders",
        kind=HistoryKind.ORDERS,
        route=get("eapi/v1/historyOrders", "symbol", *SPAN, "limit"),
        ccxt_method="eapiPrivateGetHistoryOrders",
        limit=options(3),
        purpose="orders of options",
        source=options_page("trade#query-option-order-history"),
        identity=("symbol", "orderId"),
        time="createTime",
        paging=_PAGE,
        # A little more than all there is, so that one question is enough.
        spans=spans(6),
        each=EACH_OPTION,
        reach=LastDays(5),
        elsewhere=_STATEMENT,
        for_few=True,
    ),
    HistoryList(
        id="eapi/v1/userTrades",
        purpose="trades of options that have not expired",
        each=EACH_OPTION,
        # No option lives longer than that.
        reach=LastDays(730),
        **_TRADES,
    ),
    HistoryList(
        id="eapi/v1/userTrades:exercised",
        purpose="trades of options that were exercised",
        each=each(_EXERCISED, "symbol", field("symbol")),
        reach=OPENED,
        **_TRADES,
    ),
)
