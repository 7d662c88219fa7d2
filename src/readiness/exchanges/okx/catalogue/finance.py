"""Loans and Earn."""

from typing import Final

from readiness.domain.area import Area
from readiness.exchanges.catalogue import Feed, Request
from readiness.exchanges.okx.catalogue.source import documented, get, per_user
from readiness.exchanges.okx.collectors import earn, loans
from readiness.exchanges.okx.wire.earn import SavingsBalance
from readiness.exchanges.okx.wire.loans import FlexibleLoan, InterestLimits

FINANCE: Final = (
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
        id="finance/flexible-loan/loan-info",
        route=get("finance/flexible-loan/loan-info"),
        ccxt_method="privateGetFinanceFlexibleLoanLoanInfo",
        limit=per_user(5),
        purpose="flexible loans and the collateral they lock",
        source=documented("financial-product-flexible-loan-get-loan-info"),
        row=FlexibleLoan,
        feeds=(Feed(Area.LOANS_FLEXIBLE, loans.flexible),),
    ),
    Request(
        id="finance/savings/balance",
        route=get("finance/savings/balance"),
        ccxt_method="privateGetFinanceSavingsBalance",
        limit=per_user(6, 1),
        purpose="Simple Earn flexible",
        source=documented("financial-product-simple-earn-flexible"),
        row=SavingsBalance,
        feeds=(Feed(Area.EARN_FLEXIBLE, earn.savings),),
    ),
)
