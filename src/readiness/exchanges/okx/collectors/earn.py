"""Money that works somewhere else."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.amount import NotStated, total
from readiness.domain.items import Holding, Item, Nature
from readiness.exchanges.amounts import first_left
from readiness.exchanges.catalogue import RowReader, Traits
from readiness.exchanges.okx.wire.earn import (
    DualInvestment,
    FixedEarnOrder,
    OkusdAccount,
    OkusdRedemption,
    OnChainOrder,
    SavingsBalance,
    StableRewards,
    StakedBalance,
    StakingEvent,
)
from readiness.exchanges.wire import mandatory, moment


def savings(rows: Sequence[SavingsBalance], _: Traits) -> Iterator[Item]:
    """Simple Earn flexible: lent out and waiting to be lent."""
    for row in rows:
        amount = first_left(mandatory(row.amt), total([row.loan_amt, row.pending_amt]))
        if amount:
            yield Holding(nature=Nature.EARN, asset=row.ccy, amount=amount, frozen=row.loan_amt)


FIXED_OPEN: Final = ("pending", "earning", "expired")
_FIXED_ENDED: Final = frozenset({"settled", "cancelled", "canceled"})
DUAL_OPEN: Final = ("initial", "live", "pending_settle", "pending_redeem")
_DUAL_ENDED: Final = frozenset({"settled", "redeemed", "rejected"})
_STAKING_ENDED: Final = frozenset({"success", "failed", "cancelled", "canceled"})
_OKUSD_ENDED: Final = frozenset({"success", "failed", "cancelled", "canceled"})


def fixed(rows: Sequence[FixedEarnOrder], _: Traits) -> Iterator[Item]:
    """Simple Earn fixed: locked until maturity."""
    for row in rows:
        if row.state not in _FIXED_ENDED:
            yield Holding(
                nature=Nature.EARN,
                id=row.req_id,
                asset=row.ccy,
                amount=mandatory(row.amt),
                clears_at=moment(row.final_settlement_date),
                details=(("state", row.state),),
            )


def on_chain(rows: Sequence[OnChainOrder], _: Traits) -> Iterator[Item]:
    """On-chain earn, redemptions in flight included."""
    for row in rows:
        parts = [(part.ccy, part.amt) for part in row.invest_data] or [(row.ccy, NotStated())]
        for asset, amount in parts:
            yield Holding(
                nature=Nature.EARN,
                id=row.ord_id,
                asset=asset,
                amount=mandatory(amount),
                clears_at=moment(row.est_settlement_time),
                details=(("state", row.state), ("protocol", row.protocol)),
            )


def staked(rows: Sequence[StakedBalance], _: Traits) -> Iterator[Item]:
    """Staked over the whole account: what is in a wallet is told there."""
    for row in rows:
        amount = first_left(mandatory(row.amt))
        if amount:
            yield Holding(nature=Nature.ACROSS, asset=row.ccy, amount=amount)


def redemptions(asset: str) -> RowReader:
    """Redemptions of a staked asset that have not ended; purchases on their way too."""

    def read(rows: Sequence[StakingEvent], _: Traits) -> Iterator[Item]:
        for row in rows:
            if row.status not in _STAKING_ENDED:
                yield Holding(
                    nature=Nature.REDEEMING,
                    id=f"{row.type}:{row.request_time}",
                    asset=asset,
                    amount=first_left(row.redeeming_amt) or mandatory(row.amt),
                    clears_at=moment(row.est_completed_time),
                    details=(("state", row.status),),
                )

    return read


def dual_investment(rows: Sequence[DualInvestment], _: Traits) -> Iterator[Item]:
    """Dual investment in every state but the ended ones."""
    for row in rows:
        if row.state not in _DUAL_ENDED:
            yield Holding(
                nature=Nature.EARN,
                id=row.ord_id,
                asset=row.notional_ccy,
                amount=mandatory(row.notional_sz),
                clears_at=moment(row.exp_time),
                details=(("state", row.state), ("product", row.product_id)),
            )


def stable_rewards(rows: Sequence[StableRewards], _: Traits) -> Iterator[Item]:
    """Stablecoin rewards: counted over the whole account, redemptions included."""
    for row in rows:
        for detail in row.details:
            amount = first_left(mandatory(detail.amt))
            if amount:
                yield Holding(
                    nature=Nature.ACROSS,
                    asset=detail.ccy,
                    amount=amount,
                    details=(("state", detail.state),),
                )


def okusd(rows: Sequence[OkusdAccount], _: Traits) -> Iterator[Item]:
    """OKUSD of the main account and its sub-accounts together."""
    for row in rows:
        amount = first_left(mandatory(row.amt))
        if amount:
            yield Holding(nature=Nature.ACROSS, asset=row.ccy, amount=amount)


def okusd_redemptions(rows: Sequence[OkusdRedemption], _: Traits) -> Iterator[Item]:
    """OKUSD redemptions that have not ended."""
    for row in rows:
        if row.status not in _OKUSD_ENDED:
            yield Holding(
                nature=Nature.REDEEMING,
                id=row.ord_id,
                asset=row.ccy,
                amount=mandatory(row.amt),
                clears_at=moment(row.est_settlement_time),
                details=(("state", row.status),),
            )
