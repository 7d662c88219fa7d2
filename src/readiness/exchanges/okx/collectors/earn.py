"""Money that works somewhere else."""

from collections.abc import Iterator, Sequence

from readiness.domain.items import Holding, Item, Nature
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.okx.collectors.amounts import first_left
from readiness.exchanges.okx.wire.earn import SavingsBalance
from readiness.exchanges.wire import mandatory


def savings(rows: Sequence[SavingsBalance], _: Traits) -> Iterator[Item]:
    """Simple Earn flexible: lent out and waiting to be lent."""
    for row in rows:
        amount = first_left(mandatory(row.amt), row.loan_amt, row.pending_amt)
        if amount:
            yield Holding(nature=Nature.EARN, asset=row.ccy, amount=amount, frozen=row.loan_amt)
