"""Orders, trades, ledgers and debts of portfolio margin, and of portfolio margin Pro."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.futures import (
    CLOSED,
    HALF_YEAR,
    INCOME,
    QUARTER,
    WEEK,
)
from readiness.exchanges.binance.catalogue.history.names import (
    EACH_CM,
    EACH_MARGIN_SYMBOL,
    EACH_SYMBOL,
    EACH_UM,
)
from readiness.exchanges.binance.catalogue.history.portfolio_debts import PORTFOLIO_DEBTS
from readiness.exchanges.binance.catalogue.history.shared import (
    MARGIN_HISTORY,
    OPENED,
    PAGE,
    PAGES,
    SPAN,
    spans,
)
from readiness.exchanges.binance.catalogue.history.spot import ORDER, TRADE, TRADES
from readiness.exchanges.binance.catalogue.pages import portfolio_page
from readiness.exchanges.binance.catalogue.source import get, portfolio_margin
from readiness.exchanges.catalogue import Call, Capped, Params
from readiness.exchanges.history import Each, HistoryKind, HistoryList, Onward, RawRow

_INTEREST: Final = "papi/v1/margin/marginInterestHistory"
_BALANCE: Final = "papi/v1/balance"
_TABLE: Final[dict[str, Any]] = {
    "rows_at": "rows",
    "total_at": "total",
    "paging": PAGES,
    "reach": OPENED,
}
# What is older than half a year lies in an archive of its own.
_BOTH: Final = (Call(), Call({"archived": "true"}))


def _assets(rows: Mapping[str, Iterable[RawRow]]) -> Iterator[Params]:
    """Whatever cost interest, and whatever there is."""
    for source in (_INTEREST, _BALANCE):
        for row in rows[source]:
            yield {"asset": str(row["asset"])}


_EACH_ASSET: Final = Each((_INTEREST, _BALANCE), _assets)


def _debts(path: str, purpose: str, page: str, method: str) -> HistoryList:
    return HistoryList(
        id=f"papi/v1/margin/{path}",
        kind=HistoryKind.LOANS,
        route=get(f"papi/v1/margin/{path}", "asset", "archived", *SPAN, *PAGE),
        ccxt_method=method,
        limit=portfolio_margin(10),
        purpose=purpose,
        source=portfolio_page(f"account#{page}"),
        identity=("txId",),
        time="timestamp",
        calls=_BOTH,
        spans=spans(30),
        each=_EACH_ASSET,
        **_TABLE,
    )


def _futures(
    path: str,
    purpose: str,
    page: str,
    *,
    method: str,
    weight: int,
    kind: HistoryKind,
    **more: Any,
) -> HistoryList:
    sized = ("page", "limit") if kind is HistoryKind.BILLS else ("limit",)
    named = ("symbol",) if "each" in more else ()
    return HistoryList(
        id=f"papi/v1/{path}",
        kind=kind,
        route=get(f"papi/v1/{path}", *named, *SPAN, *sized),
        ccxt_method=method,
        limit=portfolio_margin(weight),
        purpose=f"{purpose} of portfolio margin",
        source=portfolio_page(page),
        **{"time": "time", **more},
    )


_ORDERS: Final[dict[str, Any]] = {"kind": HistoryKind.ORDERS, "identity": ORDER}
_TRADES: Final[dict[str, Any]] = {"kind": HistoryKind.FILLS, "identity": TRADE}
_BILLS: Final[dict[str, Any]] = {"kind": HistoryKind.BILLS, "identity": ()}
_UM: Final[dict[str, Any]] = {"each": EACH_UM, **WEEK}
_CM: Final[dict[str, Any]] = {"each": EACH_CM}

PORTFOLIO_MARGIN: Final = (
    _futures(
        "um/allOrders",
        "USDⓈ-M orders",
        "trade#query-all-um-orders",
        method="papiGetUmAllOrders",
        weight=5,
        **_ORDERS,
        **_UM,
        **QUARTER,
    ),
    _futures(
        "um/algo/allAlgoOrders",
        "conditional USDⓈ-M orders",
        "trade#query-um-algo-order-history",
        method="papiGetUmAlgoAllAlgoOrders",
        weight=5,
        kind=HistoryKind.ORDERS,
        identity=("algoId",),
        time="createTime",
        **_UM,
        **QUARTER,
    ),
    _futures(
        "um/userTrades",
        "USDⓈ-M trades",
        "trade#um-account-trade-list",
        method="papiGetUmUserTrades",
        weight=5,
        **_TRADES,
        **_UM,
        **HALF_YEAR,
    ),
    _futures(
        "um/income",
        "USDⓈ-M ledger",
        "account#get-um-income-history",
        method="papiGetUmIncome",
        weight=30,
        **_BILLS,
        **INCOME,
        **QUARTER,
    ),
    _futures(
        "um/forceOrders",
        "USDⓈ-M liquidations",
        "trade#query-users-um-force-orders",
        method="papiGetUmForceOrders",
        weight=50,
        reach=OPENED,
        **_ORDERS,
        **CLOSED,
    ),
    _futures(
        "cm/allOrders",
        "COIN-M orders",
        "trade#query-all-cm-orders",
        method="papiGetCmAllOrders",
        weight=20,
        **_ORDERS,
        **_CM,
        **CLOSED,
        **QUARTER,
    ),
    _futures(
        "cm/userTrades",
        "COIN-M trades",
        "trade#cm-account-trade-list",
        method="papiGetCmUserTrades",
        weight=20,
        paging=Capped(1000),
        spans=spans(1),
        **_TRADES,
        **_CM,
        **HALF_YEAR,
    ),
    _futures(
        "cm/income",
        "COIN-M ledger",
        "account#get-cm-income-history",
        method="papiGetCmIncome",
        weight=30,
        reach=OPENED,
        **_BILLS,
        **INCOME,
    ),
    _futures(
        "cm/forceOrders",
        "COIN-M liquidations",
        "trade#query-users-cm-force-orders",
        method="papiGetCmForceOrders",
        weight=50,
        reach=OPENED,
        **_ORDERS,
        **CLOSED,
    ),
    HistoryList(
        id="papi/v1/margin/allOrders",
        kind=HistoryKind.ORDERS,
        route=get("papi/v1/margin/allOrders", "symbol", "orderId", "limit"),
        ccxt_method="papiGetMarginAllOrders",
        limit=portfolio_margin(100),
        purpose="margin orders of portfolio margin",
        source=portfolio_page("trade#query-all-margin-account-orders"),
        identity=ORDER,
        time="time",
        paging=Onward("orderId", "orderId", first="1", size=500),
        each=EACH_MARGIN_SYMBOL,
        for_few=True,
        elsewhere=MARGIN_HISTORY,
    ),
    HistoryList(
        id="papi/v1/margin/myTrades",
        kind=HistoryKind.FILLS,
        route=get("papi/v1/margin/myTrades", "symbol", "fromId", "limit"),
        ccxt_method="papiGetMarginMyTrades",
        limit=portfolio_margin(5),
        purpose="margin trades of portfolio margin",
        source=portfolio_page("trade#margin-account-trade-list"),
        identity=TRADE,
        time="time",
        paging=TRADES,
        each=EACH_SYMBOL,
        for_few=True,
        elsewhere=MARGIN_HISTORY,
    ),
    HistoryList(
        id="papi/v1/margin/allOrderList",
        kind=HistoryKind.ORDERS,
        route=get("papi/v1/margin/allOrderList", "fromId", "limit"),
        ccxt_method="papiGetMarginAllOrderList",
        limit=portfolio_margin(100),
        purpose="lists of margin orders of portfolio margin that depended on each other",
        source=portfolio_page("trade#query-margin-accounts-all-oco"),
        identity=("orderListId",),
        time="transactionTime",
        paging=Onward("fromId", "orderListId", first="1", size=500),
    ),
    HistoryList(
        id=_INTEREST,
        kind=HistoryKind.BILLS,
        route=get(_INTEREST, "archived", *SPAN, *PAGE),
        ccxt_method="papiGetMarginMarginInterestHistory",
        limit=portfolio_margin(1),
        purpose="interest of portfolio margin",
        source=portfolio_page("account#get-margin-borrow-loan-interest-history"),
        identity=(),
        time="interestAccuredTime",
        calls=_BOTH,
        spans=spans(30),
        **_TABLE,
    ),
    _debts(
        "marginLoan",
        "borrowings of portfolio margin",
        "query-margin-loan-record",
        "papiGetMarginMarginLoan",
    ),
    _debts(
        "repayLoan",
        "repayments of portfolio margin",
        "query-margin-repay-record",
        "papiGetMarginRepayLoan",
    ),
    HistoryList(
        id="papi/v1/margin/forceOrders",
        kind=HistoryKind.ORDERS,
        route=get("papi/v1/margin/forceOrders", *SPAN, *PAGE),
        ccxt_method="papiGetMarginForceOrders",
        limit=portfolio_margin(1),
        purpose="margin liquidations of portfolio margin",
        source=portfolio_page("trade#query-users-margin-force-orders"),
        identity=ORDER,
        time="updatedTime",
        spans=spans(30),
        **_TABLE,
    ),
    *PORTFOLIO_DEBTS,
)
