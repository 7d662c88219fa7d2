"""Borrowed money."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.calls import by
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.okx.catalogue.modes import MARGIN_MODES, REPAY_MODES, in_mode
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.collectors import loans
from readiness.exchanges.okx.wire.loans import FlexibleLoan, InterestLimits, RepayList

LOANS: Final = (
    Request(
        id="account/interest-limits",
        route=get("account/interest-limits"),
        ccxt_method="privateGetAccountInterestLimits",
        limit=per_user(5),
        purpose="margin borrowing and interest not yet paid",
        source=documented("trading-account-rest-api-get-borrow-interest-and-limit"),
        row=InterestLimits,
        feeds=(Feed(Area.LOANS_MARGIN, loans.borrowed),),
    ),
    Request(
        id="trade/one-click-repay-currency-list-v2",
        route=get("trade/one-click-repay-currency-list-v2"),
        ccxt_method="privateGetTradeOneClickRepayCurrencyListV2",
        limit=per_user(1),
        purpose="debts by currency, interest included",
        source=documented("order-book-trading-trade-get-one-click-repay-currency-list-new"),
        row=RepayList,
        applies=in_mode(*REPAY_MODES),
        feeds=(Feed(Area.LOANS_MARGIN, loans.repayable),),
    ),
    Request(
        id="trade/one-click-repay-currency-list",
        route=get("trade/one-click-repay-currency-list", "debtType"),
        ccxt_method="privateGetTradeOneClickRepayCurrencyList",
        limit=per_user(1),
        purpose="debts by currency, cross and isolated",
        source=documented("order-book-trading-trade-get-one-click-repay-currency-list"),
        row=RepayList,
        calls=by("debtType", "cross", "isolated"),
        applies=in_mode(*MARGIN_MODES),
        feeds=(Feed(Area.LOANS_MARGIN, loans.repayable),),
    ),
    Request(
        id="finance/flexible-loan/loan-info",
        route=get("finance/flexible-loan/loan-info"),
        ccxt_method="privateGetFinanceFlexibleLoanLoanInfo",
        limit=per_user(5),
        purpose="flexible loans and the collateral they lock",
        source=documented("financial-product-flexible-loan-get-loan-info"),
        row=FlexibleLoan,
        feeds=(Feed(Area.LOANS_FLEXIBLE, loans.flexible),),
    ),
)
