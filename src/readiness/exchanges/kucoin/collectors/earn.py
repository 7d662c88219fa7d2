"""Money that works somewhere else."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.amount import Exact, NotStated
from readiness.domain.items import Holding, Item, Nature
from readiness.exchanges.amounts import first_left, less, negative
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.kucoin.wire.earn import (
    EarnHolding,
    LendingPurchase,
    LendingRedemption,
    StructuredOrder,
)
from readiness.exchanges.wire import mandatory, moment

DONE: Final = "DONE"
PENDING: Final = "PENDING"
"""The two statuses of a lending order: carried out, and not yet."""
_STRUCTURED_ENDED: Final = frozenset({"FINISHED"})


def holdings(rows: Sequence[EarnHolding], _: Traits) -> Iterator[Item]:
    """Savings, promotions and staking: what is held, and what is being redeemed.

    Whatever is listed is there, even if both of its amounts are zero.
    """
    for row in rows:
        redeeming, amount = mandatory(row.redeeming_amount), mandatory(row.hold_amount)
        # A redemption is part of what is held until it is paid.
        nature = Nature.REDEEMING if first_left(redeeming) else Nature.EARN
        yield Holding(
            nature=nature,
            id=row.order_id,
            asset=row.currency,
            amount=first_left(amount, redeeming) or amount,
            frozen=redeeming,
            clears_at=moment(row.lock_end_time),
            details=(
                ("state", row.status),
                ("product", f"{row.product_category} {row.product_type}".strip()),
            ),
        )


def structured(rows: Sequence[StructuredOrder], _: Traits) -> Iterator[Item]:
    """Dual investments in every state but the last one."""
    for row in rows:
        if row.status not in _STRUCTURED_ENDED:
            yield Holding(
                nature=Nature.EARN,
                id=row.order_id,
                asset=row.invest_currency,
                amount=mandatory(row.invest_amount),
                clears_at=moment(row.expiration_time),
                details=(("state", row.status), ("product", row.category)),
            )


def lent(rows: Sequence[LendingPurchase], _: Traits) -> Iterator[Item]:
    """Money lent to margin traders: what of it has not been redeemed, or is not lent yet.

    A purchase that is done is money lent out; only its amounts say that it has come back.
    """
    for row in rows:
        size, back = mandatory(row.purchase_size), mandatory(row.income_size)
        rest = less(size, [back])
        over = isinstance(rest, Exact) and rest.value <= 0 and not negative(size)
        if row.status != DONE or not over:
            yield Holding(
                nature=Nature.LENT,
                id=row.purchase_order_no,
                asset=row.currency,
                amount=size if over or isinstance(rest, NotStated) else rest,
                details=(("state", row.status),),
            )


def redemptions(rows: Sequence[LendingRedemption], _: Traits) -> Iterator[Item]:
    """Money that is on its way back from margin traders."""
    for row in rows:
        if row.status != DONE:
            yield Holding(
                nature=Nature.REDEEMING,
                id=row.redeem_order_no,
                asset=row.currency,
                amount=mandatory(row.redeem_size),
                details=(("state", row.status),),
            )
