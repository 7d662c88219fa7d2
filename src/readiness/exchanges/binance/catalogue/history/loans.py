"""Flexible and VIP loans. Loans with a fixed rate are retired, and so are their lists."""

from typing import Any, Final

from readiness.exchanges.binance.catalogue.history.shared import OPENED, SPAN, spans
from readiness.exchanges.binance.catalogue.product_pages import service_page
from readiness.exchanges.binance.catalogue.source import get, sapi_ip, sapi_uid
from readiness.exchanges.history import HistoryKind, HistoryList
from readiness.exchanges.paging import Numbered
from readiness.gate.route import Limit


def _list(
    path: str,
    what: str,
    page: tuple[str, str],
    time: str,
    *,
    method: str = "",
    limit: Limit | None = None,
    days: int = 180,
    **more: Any,
) -> HistoryList:
    return HistoryList(
        id=f"sapi/{path}",
        kind=HistoryKind.LOANS,
        route=get(f"sapi/{path}", *SPAN, "current", "limit"),
        ccxt_method=method,
        limit=limit or sapi_ip(400),
        purpose=what,
        source=service_page(*page),
        time=time,
        rows_at="rows",
        total_at="total",
        paging=Numbered("current", "limit", 100),
        spans=spans(days),
        reach=OPENED,
        for_few=True,
        elsewhere="Binance website: Orders, Loan history; or an account statement",
        **{"identity": (), **more},
    )


_LOAN, _VIP = "crypto-loan", "vip-loan"

LOANS: Final = (
    _list(
        "v2/loan/flexible/borrow/history",
        "borrowings of flexible loans",
        (_LOAN, "flexible-rate#get-flexible-loan-borrow-history"),
        "borrowTime",
        identity=("borrowTime", "loanCoin", "collateralCoin", "initialLoanAmount"),
        method="sapiV2GetLoanFlexibleBorrowHistory",
    ),
    _list(
        "v2/loan/flexible/repay/history",
        "repayments of flexible loans",
        (_LOAN, "flexible-rate#get-flexible-loan-repayment-history"),
        "repayTime",
        method="sapiV2GetLoanFlexibleRepayHistory",
        identity=("repayTime", "loanCoin", "collateralCoin", "repayAmount"),
    ),
    _list(
        "v2/loan/flexible/ltv/adjustment/history",
        "changes of the collateral of flexible loans",
        (_LOAN, "flexible-rate#get-flexible-loan-ltv-adjustment-history"),
        "adjustTime",
        method="sapiV2GetLoanFlexibleLtvAdjustmentHistory",
        limit=sapi_uid(400),
    ),
    _list(
        "v2/loan/flexible/liquidation/history",
        "liquidations of flexible loans",
        (_LOAN, "flexible-rate#get-flexible-loan-liquidation-history"),
        "liquidationStartingTime",
        identity=("liquidationStartingTime", "loanCoin", "collateralCoin"),
    ),
    _list(
        "v1/loan/vip/repay/history",
        "repayments of VIP loans",
        (_VIP, "user-information#get-viploan-repayment-history"),
        "repayTime",
        identity=("orderId", "repayTime", "repayAmount"),
        method="sapiGetLoanVipRepayHistory",
    ),
    _list(
        "v1/loan/vip/accruedInterest",
        "interest of VIP loans",
        (_VIP, "user-information#get-viploan-accrued-interest"),
        "accrualTime",
        days=90,
    ),
)
