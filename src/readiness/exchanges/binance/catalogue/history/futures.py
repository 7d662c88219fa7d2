"""Orders, trades and ledgers of USDⓈ-M and COIN-M futures.

Orders and trades are shown for one contract and a week at a time. Which contracts an account
has traded is not told: all that are listed are asked about.
"""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.names import EACH_CM, EACH_UM
from readiness.exchanges.binance.catalogue.history.shared import (
    FUTURES_HISTORY,
    OPENED,
    SPAN,
    spans,
)
from readiness.exchanges.binance.catalogue.history.spot import ORDER, TRADE
from readiness.exchanges.binance.catalogue.pages import coinm_page, usdm_page
from readiness.exchanges.binance.catalogue.source import futures, get
from readiness.exchanges.history import HistoryKind, HistoryList, LastDays
from readiness.exchanges.paging import Capped, Numbered

QUARTER: Final[dict[str, Any]] = {"reach": LastDays(89), "elsewhere": FUTURES_HISTORY}
HALF_YEAR: Final[dict[str, Any]] = {"reach": LastDays(179), "elsewhere": FUTURES_HISTORY}
WEEK: Final[dict[str, Any]] = {"paging": Capped(1000), "spans": spans(7)}
INCOME: Final[dict[str, Any]] = {"paging": Numbered("page", "limit", 1000), "spans": spans(30)}
CLOSED: Final[dict[str, Any]] = {"paging": Capped(100), "spans": spans(7)}

FUTURES: Final = (
    HistoryList(
        id="fapi/v1/allOrders",
        kind=HistoryKind.ORDERS,
        route=get("fapi/v1/allOrders", "symbol", *SPAN, "limit"),
        ccxt_method="fapiPrivateGetAllOrders",
        limit=futures(5),
        purpose="orders of USDⓈ-M futures",
        source=usdm_page("trade#all-orders"),
        identity=ORDER,
        time="time",
        each=EACH_UM,
        **WEEK,
        **QUARTER,
    ),
    HistoryList(
        id="fapi/v1/allAlgoOrders",
        kind=HistoryKind.ORDERS,
        route=get("fapi/v1/allAlgoOrders", "symbol", *SPAN, "limit"),
        ccxt_method="fapiPrivateGetAllAlgoOrders",
        limit=futures(5),
        purpose="conditional orders of USDⓈ-M futures",
        source=usdm_page("trade#query-all-algo-orders"),
        identity=("algoId",),
        time="createTime",
        each=EACH_UM,
        **WEEK,
        **QUARTER,
    ),
    HistoryList(
        id="fapi/v1/userTrades",
        kind=HistoryKind.FILLS,
        route=get("fapi/v1/userTrades", "symbol", *SPAN, "limit"),
        ccxt_method="fapiPrivateGetUserTrades",
        limit=futures(5),
        purpose="trades of USDⓈ-M futures",
        source=usdm_page("trade#account-trade-list"),
        identity=TRADE,
        time="time",
        each=EACH_UM,
        **WEEK,
        **HALF_YEAR,
    ),
    HistoryList(
        id="fapi/v1/income",
        kind=HistoryKind.BILLS,
        route=get("fapi/v1/income", *SPAN, "page", "limit"),
        ccxt_method="fapiPrivateGetIncome",
        limit=futures(30),
        purpose="ledger of USDⓈ-M futures",
        source=usdm_page("account#get-income-history"),
        identity=(),
        time="time",
        **INCOME,
        **QUARTER,
    ),
    HistoryList(
        id="fapi/v1/forceOrders",
        kind=HistoryKind.ORDERS,
        route=get("fapi/v1/forceOrders", *SPAN, "limit"),
        ccxt_method="fapiPrivateGetForceOrders",
        limit=futures(50),
        purpose="liquidations of USDⓈ-M futures",
        source=usdm_page("trade#users-force-orders"),
        identity=ORDER,
        time="time",
        # Neither a reach nor a longest span is documented.
        reach=OPENED,
        **CLOSED,
    ),
    HistoryList(
        id="dapi/v1/allOrders",
        kind=HistoryKind.ORDERS,
        route=get("dapi/v1/allOrders", "symbol", *SPAN, "limit"),
        ccxt_method="dapiPrivateGetAllOrders",
        limit=futures(20),
        purpose="orders of COIN-M futures",
        source=coinm_page("trade#all-orders"),
        identity=ORDER,
        time="time",
        each=EACH_CM,
        **CLOSED,
        **QUARTER,
    ),
    HistoryList(
        id="dapi/v1/userTrades",
        kind=HistoryKind.FILLS,
        route=get("dapi/v1/userTrades", "symbol", *SPAN, "limit"),
        ccxt_method="dapiPrivateGetUserTrades",
        limit=futures(20),
        purpose="trades of COIN-M futures",
        source=coinm_page("trade#account-trade-list"),
        identity=TRADE,
        time="time",
        each=EACH_CM,
        **WEEK,
        **HALF_YEAR,
    ),
    HistoryList(
        id="dapi/v1/income",
        kind=HistoryKind.BILLS,
        route=get("dapi/v1/income", *SPAN, "page", "limit"),
        ccxt_method="dapiPrivateGetIncome",
        limit=futures(20),
        purpose="ledger of COIN-M futures",
        source=coinm_page("account#get-income-history"),
        identity=(),
        time="time",
        reach=OPENED,
        **INCOME,
    ),
    HistoryList(
        id="dapi/v1/forceOrders",
        kind=HistoryKind.ORDERS,
        route=get("dapi/v1/forceOrders", *SPAN, "limit"),
        ccxt_method="dapiPrivateGetForceOrders",
        limit=futures(20),
        purpose="liquidations of COIN-M futures",
        source=coinm_page("trade#users-force-orders"),
        identity=ORDER,
        time="time",
        **CLOSED,
        **QUARTER,
    ),
)
