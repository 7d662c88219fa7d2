"""Orders, trades and ledgers of futures in portfolio margin."""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.futures import (
    CLOSED,
    HALF_YEAR,
    INCOME,
    QUARTER,
    WEEK,
)
from readiness.exchanges.binance.catalogue.history.names import EACH_CM, EACH_UM
from readiness.exchanges.binance.catalogue.history.shared import OPENED, SPAN, spans
from readiness.exchanges.binance.catalogue.history.spot import ORDER, TRADE
from readiness.exchanges.binance.catalogue.pages import portfolio_page
from readiness.exchanges.binance.catalogue.source import get, portfolio_margin
from readiness.exchanges.history import HistoryKind, HistoryList
from readiness.exchanges.paging import Capped


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

PORTFOLIO_FUTURES: Final = (
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
)
