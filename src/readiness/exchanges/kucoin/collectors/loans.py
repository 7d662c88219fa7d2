"""Loans to institutions: what is owed, what stands in for it, and who takes part."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.items import Debt, Holding, Item, Nature
from readiness.exchanges.amounts import first_left, owed
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kucoin.wire.loans import InstitutionalLoan, LoanParticipant
from readiness.exchanges.restricted import restricted
from readiness.exchanges.wire import mandatory
from readiness.language import message

VIEW: Final = "otc-loan/loan"


def institutional(rows: Sequence[InstitutionalLoan], _: Traits) -> Iterator[Item]:
    """Every order of the loan that is not repaid, and its collateral."""
    for row in rows:
        for order in row.orders:
            left = first_left(mandatory(order.principal), mandatory(order.interest))
            if left:
                yield Debt(
                    asset=order.currency,
                    amount=owed(left),
                    interest=owed(order.interest),
                    view=VIEW,
                    details=(("loan", order.order_id),),
                )
        for margin in row.margins:
            locked = first_left(mandatory(margin.margin_qty))
            if locked:
                yield Holding(nature=Nature.COLLATERAL, asset=margin.margin_ccy, amount=locked)


def participants(rows: Sequence[LoanParticipant], _: Traits) -> Iterator[Item]:
    """Accounts that the loan binds, whatever they hold."""
    for row in rows:
        yield restricted(
            "otc-loan",
            message("account {uid} stands in for an institutional loan with its {kind} account"),
            uid=row.uid,
            kind=row.account_type,
        )
