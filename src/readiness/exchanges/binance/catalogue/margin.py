"""Cross and isolated margin, their orders, and loans that come with them."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.begun import begun
from readiness.exchanges.binance.catalogue.pages import margin_page
from readiness.exchanges.binance.catalogue.source import documented, get, sapi_ip, sapi_uid
from readiness.exchanges.binance.collectors import margin, open_orders
from readiness.exchanges.binance.wire.margin import (
    BorrowRepay,
    IsolatedAccount,
    IsolatedLimit,
    LiquidationLoan,
    LoanGroup,
    LoanGroupDetails,
    MarginAccount,
    SmallLiability,
)
from readiness.exchanges.binance.wire.open_orders import OpenOrder, OrderList
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Asked, Call, Feed, Loop, Request, nothing_left
from readiness.exchanges.paging import Numbered, One, Windows

_ISOLATED_ID: Final = "sapi/v1/margin/isolated/account"
_EACH_PAIR: Final = Loop(_ISOLATED_ID, "symbol", margin.isolated_symbols)
_CROSS: Final = (Call({"isIsolated": "FALSE"}),)
_ISOLATED: Final = (Call({"isIsolated": "TRUE"}),)
_ORDERS_ROUTE: Final = get("sapi/v1/margin/openOrders", "isIsolated", "symbol")
_ORDERS_PAGE: Final = margin_page("trade#query-margin-accounts-open-orders")
_LISTS_ROUTE: Final = get("sapi/v1/margin/openOrderList", "isIsolated", "symbol")
_LISTS_PAGE: Final = margin_page("trade#query-margin-accounts-open-oco")

MARGIN: Final = (
    Request(
        id="sapi/v1/margin/account",
        route=get("sapi/v1/margin/account"),
        ccxt_method="sapiGetMarginAccount",
        limit=sapi_ip(10),
        purpose="cross margin: money, debts with interest, and whether money can leave",
        source=margin_page("account#query-cross-margin-account-details"),
        row=MarginAccount,
        paging=One(),
        feeds=(
            Feed(Area.WALLET_MARGIN_CROSS, margin.cross),
            Feed(Area.LOANS_MARGIN, margin.cross_debts),
            Feed(Area.ACCOUNT_RESTRICTIONS, margin.cross_flags),
        ),
        twice=True,
    ),
    Request(
        id=_ISOLATED_ID,
        route=get(_ISOLATED_ID),
        ccxt_method="sapiGetMarginIsolatedAccount",
        limit=sapi_ip(10),
        purpose="isolated margin: money and debts of each pair",
        source=margin_page("account#query-isolated-margin-account-info"),
        row=IsolatedAccount,
        paging=One(),
        feeds=(
            Feed(Area.WALLET_MARGIN_ISOLATED, margin.isolated),
            Feed(Area.LOANS_MARGIN, margin.isolated_debts),
        ),
        twice=True,
    ),
    Request(
        id="sapi/v1/margin/isolated/accountLimit",
        route=get("sapi/v1/margin/isolated/accountLimit"),
        ccxt_method="sapiGetMarginIsolatedAccountLimit",
        limit=sapi_ip(1),
        purpose="how many isolated pairs were enabled; an empty one stands in nobody's way",
        source=margin_page("account#query-enabled-isolated-margin-account-limit"),
        row=IsolatedLimit,
        paging=One(),
        feeds=(Feed(Area.WALLET_MARGIN_ISOLATED, nothing_left),),
    ),
    # Lists before orders: what orders show of a leg is more, and counts as seen last.
    Request(
        id="sapi/v1/margin/openOrderList",
        route=_LISTS_ROUTE,
        ccxt_method="sapiGetMarginOpenOrderList",
        limit=sapi_ip(10),
        purpose="lists of cross margin orders that depend on each other",
        source=_LISTS_PAGE,
        row=OrderList,
        calls=_CROSS,
        feeds=(Feed(Area.ORDERS_MARGIN_CROSS, open_orders.lists()),),
    ),
    Request(
        id="sapi/v1/margin/openOrders",
        route=_ORDERS_ROUTE,
        ccxt_method="sapiGetMarginOpenOrders",
        limit=sapi_ip(10),
        purpose="open cross margin orders of every symbol",
        source=_ORDERS_PAGE,
        row=OpenOrder,
        calls=_CROSS,
        feeds=(Feed(Area.ORDERS_MARGIN_CROSS, open_orders.plain()),),
    ),
    Request(
        id="sapi/v1/margin/openOrderList:isolated",
        route=_LISTS_ROUTE,
        ccxt_method="sapiGetMarginOpenOrderList",
        limit=sapi_ip(10),
        purpose="lists of isolated margin orders; each pair has to be asked for",
        source=_LISTS_PAGE,
        row=OrderList,
        calls=_ISOLATED,
        loop=_EACH_PAIR,
        feeds=(Feed(Area.ORDERS_MARGIN_ISOLATED, open_orders.lists()),),
    ),
    Request(
        id="sapi/v1/margin/openOrders:isolated",
        route=_ORDERS_ROUTE,
        ccxt_method="sapiGetMarginOpenOrders",
        limit=sapi_ip(10),
        purpose="open isolated margin orders; each pair has to be asked for",
        source=_ORDERS_PAGE,
        row=OpenOrder,
        calls=_ISOLATED,
        loop=_EACH_PAIR,
        feeds=(Feed(Area.ORDERS_MARGIN_ISOLATED, open_orders.plain()),),
    ),
    Request(
        id="sapi/v1/margin/borrow-repay",
        route=get("sapi/v1/margin/borrow-repay", "type", "startTime", "endTime", "current", "size"),
        ccxt_method="sapiGetMarginBorrowRepay",
        limit=sapi_ip(10),
        purpose="borrowings and repayments that have not ended",
        source=margin_page("borrow-repay#query-borrow-repay-records-in-margin-account"),
        row=BorrowRepay,
        calls=by("type", "BORROW", "REPAY"),
        paging=Numbered("current", "size", 100),
        rows_at="rows",
        total_at="total",
        windows=Windows("startTime", "endTime", 7, count=4),  # seven days for all assets at once
        feeds=(Feed(Area.LOANS_MARGIN, margin.borrowings),),
        begun=begun("timestamp", "asset", "amount"),
    ),
    Request(
        id="sapi/v1/margin/exchange-small-liability",
        route=get("sapi/v1/margin/exchange-small-liability"),
        ccxt_method="sapiGetMarginExchangeSmallLiability",
        limit=sapi_ip(100),
        purpose="cross margin debts small enough to be exchanged away",
        source=margin_page("trade#get-small-liability-exchange-coin-list"),
        row=SmallLiability,
        feeds=(Feed(Area.LOANS_MARGIN, margin.small_liabilities),),
        twice=True,
    ),
    Request(
        id="sapi/v1/margin/liquidation-loan",
        route=get("sapi/v1/margin/liquidation-loan"),
        ccxt_method="",
        limit=sapi_uid(100),
        purpose="what a liquidation of cross margin left unpaid",
        source=margin_page("trade#query-liquidation-loan"),
        row=LiquidationLoan,
        paging=One(),
        feeds=(Feed(Area.LOANS_MARGIN, margin.liquidation_loans),),
        twice=True,
    ),
    Request(
        id="sapi/v1/margin/loan-groups/activated",
        route=get("sapi/v1/margin/loan-groups/activated"),
        ccxt_method="",
        limit=sapi_ip(10),
        purpose="groups of an institutional loan that the account belongs to",
        source=documented("institutional_loan/account/Query-Institution-Loan-Group_Activated"),
        row=LoanGroup,
        asked=Asked.MAIN_ONLY,
        feeds=(Feed(Area.LOANS_INSTITUTIONAL, margin.loan_groups),),
    ),
    Request(
        id="sapi/v1/margin/loan-group/ltv-details",
        route=get("sapi/v1/margin/loan-group/ltv-details"),
        ccxt_method="",
        limit=sapi_ip(200),
        purpose="what an institutional loan's group owes, and holds back",
        source=documented("institutional_loan/account"),
        row=LoanGroupDetails,
        feeds=(Feed(Area.LOANS_INSTITUTIONAL, margin.loan_group_debts),),
        twice=True,
    ),
)
