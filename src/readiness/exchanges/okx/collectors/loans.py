"""Borrowed money: margin borrowing and flexible loans with their collateral."""

from collections.abc import Iterator, Sequence

from readiness.domain.amount import NotStated
from readiness.domain.items import Debt, Holding, Item, Nature
from readiness.exchanges.amounts import first_left, owed
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.wire.loans import FlexibleLoan, InterestLimits, RepayList
from readiness.exchanges.wire import mandatory

LIMITS_VIEW = "account/interest-limits"
REPAY_VIEW = "trade/one-click-repay-currency-list"
FLEXIBLE_VIEW = "finance/flexible-loan/loan-info"


def borrowed(rows: Sequence[InterestLimits], _: Traits) -> Iterator[Item]:
    """Debts by currency; a total in USD that no currency explains is kept unnamed."""
    for row in rows:
        named = False
        for record in row.records:
            principal = first_left(record.used_lmt, record.used_loan, record.interest)
            if principal:
                named = True
                yield Debt(
                    asset=record.ccy,
                    amount=owed(principal),
                    interest=owed(record.interest),
                    view=LIMITS_VIEW,
                )
        unnamed = first_left(mandatory(row.debt), mandatory(row.interest))
        if unnamed and not named:
            yield Debt(asset="", amount=NotStated(), value_usd=owed(unnamed), view=LIMITS_VIEW)


def repayable(rows: Sequence[RepayList], _: Traits) -> Iterator[Item]:
    """What one-click repay could repay: the same debts, told once more."""
    for row in rows:
        for part in row.debt_data:
            amount = first_left(mandatory(part.debt_amt))
            if amount:
                yield Debt(asset=part.debt_ccy, amount=owed(amount), view=REPAY_VIEW)


def flexible(rows: Sequence[FlexibleLoan], _: Traits) -> Iterator[Item]:
    """Every loan and its locked collateral."""
    for row in rows:
        loan = (("loan", row.ord_id),)
        named = False
        for part in row.loan_data:
            amount = first_left(mandatory(part.amt))
            if amount:
                named = True
                yield Debt(asset=part.ccy, amount=owed(amount), view=FLEXIBLE_VIEW, details=loan)
        for part in row.collateral_data:
            amount = first_left(mandatory(part.amt))
            if amount:
                named = True
                yield Holding(nature=Nature.COLLATERAL, asset=part.ccy, amount=amount, details=loan)
        total = first_left(row.loan_notional_usd, row.collateral_notional_usd)
        if total and not named:
            yield Debt(
                asset="",
                amount=NotStated(),
                value_usd=owed(total),
                view=FLEXIBLE_VIEW,
                details=loan,
            )
