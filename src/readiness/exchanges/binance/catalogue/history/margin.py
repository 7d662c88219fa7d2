"""Orders, trades, debts and movements of cross and isolated margin.

Isolated margin is shown for one pair at a time: those that the account has are asked about.
"""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.margin_orders import MARGIN_ORDERS
from readiness.exchanges.binance.catalogue.history.names import (
    EACH_ISOLATED_SYMBOL,
    EACH_PAIR_BY_SYMBOL,
)
from readiness.exchanges.binance.catalogue.history.shared import (
    MARGIN_HISTORY,
    OPENED,
    PAGE,
    PAGES,
    SPAN,
    spans,
)
from readiness.exchanges.binance.catalogue.pages import margin_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip, sapi_uid
from readiness.exchanges.catalogue import Call
from readiness.exchanges.history import Each, HistoryKind, HistoryList, LastDays
from readiness.exchanges.paging import Capped

_TABLE: Final[dict[str, Any]] = {"rows_at": "rows", "total_at": "total", "paging": PAGES}
_NOT_OLDER: Final[dict[str, Any]] = {"reach": LastDays(89), "elsewhere": MARGIN_HISTORY}
_CROSS: Final[tuple[str, str, Each | None]] = ("", "cross margin", None)
_ISOLATED: Final[tuple[str, str, Each | None]] = (
    ":isolated",
    "isolated margin",
    EACH_ISOLATED_SYMBOL,
)


def _borrowings(way: str, what: str, suffix: str, market: str, each: Each | None) -> HistoryList:
    return HistoryList(
        id=f"sapi/v1/margin/borrow-repay{suffix}",
        kind=HistoryKind.LOANS,
        route=get("sapi/v1/margin/borrow-repay", "type", "isolatedSymbol", *SPAN, *PAGE),
        ccxt_method="sapiGetMarginBorrowRepay",
        limit=sapi_ip(10),
        purpose=f"{what} of {market}",
        source=margin_page("borrow-repay#query-borrow-repay-records-in-margin-account"),
        identity=("txId", "asset"),
        time="timestamp",
        calls=(Call({"type": way}),),
        # Without an asset no more than a week is shown, however long the span is.
        spans=spans(7),
        reach=OPENED,
        each=each,
        **_TABLE,
    )


MARGIN: Final = (
    *MARGIN_ORDERS,
    *(
        _borrowings(way, what, suffix, market, each)
        for way, what, suffix, (_, market, each) in (
            ("BORROW", "borrowings", "", _CROSS),
            ("REPAY", "repayments", ":repayments", _CROSS),
            ("BORROW", "borrowings", ":isolated", _ISOLATED),
            ("REPAY", "repayments", ":isolated-repayments", _ISOLATED),
        )
    ),
    *(
        HistoryList(
            id=f"sapi/v1/margin/interestHistory{suffix}",
            kind=HistoryKind.BILLS,
            route=get("sapi/v1/margin/interestHistory", "isolatedSymbol", *SPAN, *PAGE),
            ccxt_method="sapiGetMarginInterestHistory",
            limit=sapi_ip(1),
            purpose=f"interest of {market}",
            source=margin_page("borrow-repay#get-interest-history"),
            identity=(),
            time="interestAccuredTime",
            spans=spans(30),
            each=each,
            **_TABLE,
            **_NOT_OLDER,
        )
        for suffix, market, each in (_CROSS, _ISOLATED)
    ),
    *(
        HistoryList(
            id=f"sapi/v1/margin/transfer{suffix}",
            kind=HistoryKind.TRANSFERS,
            route=get("sapi/v1/margin/transfer", "isolatedSymbol", *SPAN, *PAGE),
            ccxt_method="sapiGetMarginTransfer",
            limit=sapi_ip(1),
            purpose=f"transfers to and from {market}",
            source=margin_page("transfer#get-cross-margin-transfer-history"),
            identity=("txId", "type"),
            time="timestamp",
            spans=spans(30),
            reach=OPENED,
            each=each,
            **_TABLE,
        )
        for suffix, market, each in (_CROSS, _ISOLATED)
    ),
    *(
        HistoryList(
            id=f"sapi/v1/margin/capital-flow{suffix}",
            kind=HistoryKind.BILLS,
            route=get("sapi/v1/margin/capital-flow", "symbol", *SPAN, "limit"),
            ccxt_method="sapiGetMarginCapitalFlow",
            limit=sapi_ip(100),
            purpose=f"movements of {market}",
            source=margin_page("account#query-cross-isolated-margin-capital-flow"),
            identity=("id",),
            time="timestamp",
            paging=Capped(1000),
            spans=spans(7),
            each=each,
            **_NOT_OLDER,
        )
        for suffix, market, each in (
            ("", "cross margin", None),
            (":isolated", "isolated margin", EACH_PAIR_BY_SYMBOL),
        )
    ),
    HistoryList(
        id="sapi/v1/margin/forceLiquidationRec",
        kind=HistoryKind.ORDERS,
        route=get("sapi/v1/margin/forceLiquidationRec", *SPAN, *PAGE),
        ccxt_method="sapiGetMarginForceLiquidationRec",
        limit=sapi_ip(1),
        purpose="liquidations on margin",
        source=margin_page("trade#get-force-liquidation-record"),
        identity=("symbol", "orderId"),
        time="updatedTime",
        # No longest span is documented: a short one is served under any.
        spans=spans(30),
        reach=OPENED,
        **_TABLE,
    ),
    HistoryList(
        id="sapi/v1/margin/exchange-small-liability-history",
        kind=HistoryKind.CONVERTS,
        route=get("sapi/v1/margin/exchange-small-liability-history", *SPAN, *PAGE),
        ccxt_method="sapiGetMarginExchangeSmallLiabilityHistory",
        limit=sapi_uid(100),
        purpose="small debts of margin that were exchanged",
        source=margin_page("trade#get-small-liability-exchange-history"),
        identity=(),
        time="timestamp",
        spans=spans(30),
        reach=OPENED,
        **_TABLE,
    ),
    HistoryList(
        id="sapi/v1/margin/liquidation-loan/repay-history",
        kind=HistoryKind.LOANS,
        route=get("sapi/v1/margin/liquidation-loan/repay-history", *SPAN, *PAGE),
        ccxt_method="",
        limit=sapi_uid(100),
        purpose="repayments of what a liquidation left unpaid",
        source=margin_page("trade#query-liquidation-loan-repay-history"),
        identity=("repayId",),
        time="createTime",
        spans=spans(30),
        **_TABLE,
        **_NOT_OLDER,
    ),
)
