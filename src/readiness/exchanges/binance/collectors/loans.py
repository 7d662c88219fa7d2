"""Flexible and VIP loans: what is owed, and what is locked for it."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import Unreadable
from readiness.domain.items import Debt, Holding, Item, Nature, Order
from readiness.exchanges.amounts import first_left, owed
from readiness.exchanges.binance.wire.loans import (
    FlexibleLoan,
    FlexibleRepayment,
    VipApplication,
    VipCollateral,
    VipInterest,
    VipLoan,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.wire import mandatory

FLEXIBLE_VIEW: Final = "sapi/v2/loan/flexible/ongoing/orders"
REPAYING_VIEW: Final = "sapi/v2/loan/flexible/repay/history"
VIP_VIEW: Final = "sapi/v1/loan/vip/ongoing/orders"
INTEREST_VIEW: Final = "sapi/v1/loan/vip/accruedInterest"
APPLIED_VIEW: Final = "sapi/v1/loan/vip/request/data"

_REPAID: Final = frozenset({"repaid", "failed"})
_VIP_ENDED: Final = frozenset({"repaid", "liquidated", "failed"})
_ASKED_FOR: Final = "pending"


def flexible(rows: Sequence[FlexibleLoan], _: Traits) -> Iterator[Item]:
    """Every loan and its locked collateral."""
    for row in rows:
        pair = (("loan", f"{row.loan_coin} for {row.collateral_coin}"),)
        debt = first_left(mandatory(row.total_debt))
        if debt:
            yield Debt(asset=row.loan_coin, amount=owed(debt), view=FLEXIBLE_VIEW, details=pair)
        locked = first_left(mandatory(row.collateral_amount))
        if locked:
            yield Holding(
                nature=Nature.COLLATERAL, asset=row.collateral_coin, amount=locked, details=pair
            )


def repayments(rows: Sequence[FlexibleRepayment], _: Traits) -> Iterator[Item]:
    """What is being repaid is owed until it is repaid."""
    for row in rows:
        if row.repay_status.lower() not in _REPAID:
            yield Debt(
                asset=row.loan_coin,
                amount=owed(mandatory(row.repay_amount)),
                view=REPAYING_VIEW,
                details=(("state", row.repay_status), ("repaid_at", row.repay_time)),
            )


def vip(rows: Sequence[VipLoan], _: Traits) -> Iterator[Item]:
    """Every running VIP loan, whatever it says is still owed."""
    for row in rows:
        yield Debt(
            asset=row.loan_coin,
            amount=owed(mandatory(row.total_debt)),
            interest=owed(row.residual_interest),
            view=VIP_VIEW,
            details=(
                ("loan", row.order_id),
                ("locked_collateral_value", row.locked_collateral_value),
            ),
        )


def vip_interest(rows: Sequence[VipInterest], _: Traits) -> Iterator[Item]:
    """Loans that were charged interest lately, each as it was charged last."""
    last = sorted(rows, key=lambda row: (len(row.accrual_time), row.accrual_time))
    for row in {row.order_id: row for row in last}.values():
        yield Debt(
            asset=row.loan_coin,
            amount=owed(mandatory(row.principal_amount)),
            interest=owed(row.interest_amount),
            view=INTEREST_VIEW,
            details=(("loan", row.order_id),),
        )


def vip_applications(rows: Sequence[VipApplication], _: Traits) -> Iterator[Item]:
    """Applications that nobody has decided on, and loans that have not ended."""
    for row in rows:
        state = row.status.lower()
        if state == _ASKED_FOR:
            yield Order(
                id=row.request_id,
                order_type=wording.VIP_APPLICATION,
                instrument=row.loan_coin,
                side="borrow",
                size=row.loan_amount,
                state=row.status,
            )
        elif state not in _VIP_ENDED:
            yield Debt(
                asset=row.loan_coin,
                amount=owed(mandatory(row.loan_amount)),
                view=APPLIED_VIEW,
                details=(("application", row.request_id), ("state", row.status)),
            )


def vip_collateral(rows: Sequence[VipCollateral], _: Traits) -> Iterator[Item]:
    """Accounts that stand in for a VIP loan: how much of them is locked is not said."""
    for row in rows:
        yield Holding(
            nature=Nature.COLLATERAL,
            id=row.collateral_account_id,
            asset="",
            amount=Unreadable(raw=wording.NOT_SHOWN),
            details=(("coins", row.collateral_coin),),
        )
