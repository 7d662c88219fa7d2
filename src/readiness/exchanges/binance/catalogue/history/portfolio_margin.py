"""Orders, trades, ledgers and debts of portfolio margin, and of portfolio margin Pro."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.names import EACH_MARGIN_SYMBOL, EACH_SYMBOL
from readiness.exchanges.binance.catalogue.history.portfolio_debts import PORTFOLIO_DEBTS
from readiness.exchanges.binance.catalogue.history.portfolio_futures import PORTFOLIO_FUTURES
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
from readiness.exchanges.catalogue import Call, Params
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


PORTFOLIO_MARGIN: Final = (
    *PORTFOLIO_FUTURES,
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
