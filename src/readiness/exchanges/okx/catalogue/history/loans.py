"""What was borrowed, and the interest on it."""

from typing import Final

from readiness.exchanges.history import HistoryKind, HistoryList, LastDays
from readiness.exchanges.okx.catalogue.history import words
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.paging import CursorKind, Pages

_BY_TIME: Final = Pages("after", "ts", CursorKind.TIME)
_BY_REFERENCE: Final = Pages("after", "refId")

LOANS: Final = (
    HistoryList(
        id="account/interest-accrued",
        kind=HistoryKind.LOANS,
        route=get("account/interest-accrued", "after", "limit"),
        ccxt_method="privateGetAccountInterestAccrued",
        limit=per_user(5),
        purpose="interest on borrowed money",
        source=documented("trading-account-rest-api-get-interest-accrued-data"),
        identity=(),
        time="ts",
        paging=_BY_TIME,
        reach=LastDays(365),
        elsewhere=words.BILLS,
    ),
    HistoryList(
        id="account/spot-borrow-repay-history",
        kind=HistoryKind.LOANS,
        route=get("account/spot-borrow-repay-history", "after", "limit"),
        ccxt_method="privateGetAccountSpotBorrowRepayHistory",
        limit=per_user(5),
        purpose="borrowing and repaying in Spot mode",
        source=documented("trading-account-rest-api-get-borrow-repay-history"),
        identity=(),
        time="ts",
        paging=_BY_TIME,
    ),
    HistoryList(
        id="finance/flexible-loan/loan-history",
        kind=HistoryKind.LOANS,
        route=get("finance/flexible-loan/loan-history", "after", "limit"),
        ccxt_method="privateGetFinanceFlexibleLoanLoanHistory",
        limit=per_user(5),
        purpose="flexible loans: borrowed, repaid, collateral",
        source=documented("financial-product-flexible-loan-get-loan-history"),
        identity=("refId", "type", "ccy"),
        time="ts",
        paging=_BY_REFERENCE,
    ),
    HistoryList(
        id="finance/flexible-loan/interest-accrued",
        kind=HistoryKind.LOANS,
        route=get("finance/flexible-loan/interest-accrued", "after", "limit"),
        ccxt_method="privateGetFinanceFlexibleLoanInterestAccrued",
        limit=per_user(5),
        purpose="interest on flexible loans",
        source=documented("financial-product-flexible-loan-get-accrued-interest"),
        identity=("refId", "ccy"),
        time="ts",
        paging=_BY_REFERENCE,
        reach=LastDays(30),
        elsewhere=words.LOANS,
    ),
)
