"""Crypto loans, old and new, and what institutions borrow; margin debts are with the wallets."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import NotStated
from readiness.domain.items import Debt, Holding, Item, Nature, Order, Total
from readiness.exchanges.amounts import AnyAmount, first_left, owed
from readiness.exchanges.bybit.wire.loans import (
    BorrowOrder,
    FixedLoan,
    FlexibleLoan,
    InstitutionalLoan,
    LegacyLoan,
    LoanPosition,
)
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.money import borrowed
from readiness.exchanges.wire import mandatory, moment

POSITION_VIEW: Final = "crypto-loan-common/position"
FLEXIBLE_VIEW: Final = "crypto-loan-flexible/ongoing-coin"
LEGACY_VIEW: Final = "crypto-loan/ongoing-orders"
INSTITUTIONAL_VIEW: Final = "ins-loan/loan-order"
SUPPLIED: Final = "crypto loan supply"
"""The total of money that is lent out, as a place to be held against what was found."""

_REPAID: Final = "2"
_OVERDUE: Final = "3"
_ORDER_ENDED: Final = frozenset({"2", "3", "4", "5"})


def flexible_position(rows: Sequence[LoanPosition], _: Traits) -> Iterator[Item]:
    """Flexible debts by coin, and all collateral; totals that no coin explains stay unnamed."""
    for row in rows:
        debts = [(coin.loan_currency, coin.flexible_total_debt) for coin in row.borrow_list]
        yield from _debts(debts)
        for coin in row.collateral_list:
            locked = first_left(mandatory(coin.amount))
            if locked:
                yield Holding(nature=Nature.COLLATERAL, asset=coin.currency, amount=locked)
        total = first_left(mandatory(row.total_debt), mandatory(row.total_collateral))
        if total and not _named(row):
            amount = NotStated()
            yield Debt(asset="", amount=amount, value_usd=owed(total), view=POSITION_VIEW)


def _named(row: LoanPosition) -> bool:
    """Whether a coin tells of a debt or of collateral."""
    debts = ((coin.flexible_total_debt, coin.fixed_total_debt) for coin in row.borrow_list)
    owed_or_locked = (
        *(amount for parts in debts for amount in parts),
        *(coin.amount for coin in row.collateral_list),
    )
    return first_left(*map(mandatory, owed_or_locked)) is not None


def fixed_position(rows: Sequence[LoanPosition], _: Traits) -> Iterator[Item]:
    """Debts at a fixed rate, by coin."""
    for row in rows:
        yield from _debts([(coin.loan_currency, coin.fixed_total_debt) for coin in row.borrow_list])


def _debts(parts: Sequence[tuple[str, AnyAmount]]) -> Iterator[Debt]:
    for asset, amount in parts:
        left = first_left(mandatory(amount))
        if left:
            yield Debt(asset=asset, amount=owed(left), view=POSITION_VIEW)


def supplied(rows: Sequence[LoanPosition], _: Traits) -> Iterator[Item]:
    """What all that is lent out is worth, to be held against the contracts."""
    for row in rows:
        yield Total(place=SUPPLIED, value_usd=mandatory(row.total_supply))


def flexible(rows: Sequence[FlexibleLoan], _: Traits) -> Iterator[Item]:
    """Flexible loans that run, coin by coin."""
    for row in rows:
        principal = first_left(mandatory(row.total_debt), row.unpaid_amount) or NotStated()
        debt = borrowed(row.loan_currency, principal, row.unpaid_interest, FLEXIBLE_VIEW)
        if debt:
            yield debt


def fixed(view: str) -> RowReader:
    """Loans at a fixed rate that are not repaid; what is overdue has run out, and is owed."""

    def read(rows: Sequence[FixedLoan], _: Traits) -> Iterator[Item]:
        for row in rows:
            interest = mandatory(row.residual_penalty_interest)
            left = first_left(mandatory(row.residual_principal), interest)
            stated = first_left(row.residual_principal, row.residual_penalty_interest)
            repaid = row.status == _REPAID and stated is None
            if not repaid and not (row.status == _OVERDUE and left is None):
                yield Debt(
                    asset=row.borrow_currency,
                    amount=owed(left or row.residual_principal),
                    interest=owed(interest),
                    view=view,
                    details=(("loan", row.loan_id), ("due", _day(row.repayment_time))),
                )

    return read


def _day(milliseconds: str) -> str:
    at = moment(milliseconds)
    return at.date().isoformat() if at else ""


def borrow_orders(rows: Sequence[BorrowOrder], _: Traits) -> Iterator[Item]:
    """Offers to borrow that somebody may still take."""
    yield from _offers(rows, wording.BORROW_ORDER, "borrow")


def supply_orders(rows: Sequence[BorrowOrder], _: Traits) -> Iterator[Item]:
    """Offers to lend that somebody may still take."""
    yield from _offers(rows, wording.LENDING_ORDER, "lend")


def _offers(rows: Sequence[BorrowOrder], kind: str, side: str) -> Iterator[Order]:
    for row in rows:
        if row.state not in _ORDER_ENDED:
            yield Order(
                id=row.order_id,
                order_type=kind,
                instrument=row.order_currency,
                side=side,
                size=row.order_qty,
                state=row.state,
            )


def legacy_flexible(rows: Sequence[LegacyLoan], _: Traits) -> Iterator[Item]:
    """Loans of the old kind that have no term, with their collateral."""
    for row in rows:
        if not row.loan_term:
            yield from _legacy(row)


def legacy_fixed(rows: Sequence[LegacyLoan], _: Traits) -> Iterator[Item]:
    """Loans of the old kind that have a term, with their collateral."""
    for row in rows:
        if row.loan_term:
            yield from _legacy(row)


def _legacy(row: LegacyLoan) -> Iterator[Item]:
    loan = (("loan", row.order_id),)
    interest = first_left(row.residual_interest, row.residual_penalty_interest) or NotStated()
    yield Debt(
        asset=row.loan_currency,
        amount=owed(mandatory(row.total_debt)),
        interest=owed(interest),
        view=LEGACY_VIEW,
        details=loan,
    )
    locked = first_left(mandatory(row.collateral_amount))
    if locked:
        yield Holding(
            nature=Nature.COLLATERAL, asset=row.collateral_currency, amount=locked, details=loan
        )


def institutional(rows: Sequence[InstitutionalLoan], _: Traits) -> Iterator[Item]:
    """Loans of institutions that are not paid off."""
    for row in rows:
        left = first_left(row.unpaid_amount, row.unpaid_interest)
        if row.status != _REPAID or left:
            yield Debt(
                asset=row.loan_coin,
                amount=owed(mandatory(left or row.unpaid_amount)),
                interest=owed(row.unpaid_interest),
                view=INSTITUTIONAL_VIEW,
                details=(("loan", row.order_id),),
            )
