"""Money that works somewhere else: Earn, structured products, automatic investment."""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain import wording
from readiness.domain.amount import Unreadable
from readiness.domain.items import Bot, Effect, Holding, Item, Nature, Setting
from readiness.exchanges.amounts import AnyAmount, first_left
from readiness.exchanges.binance.collectors.redemptions import ARRIVED, PAID, redeeming
from readiness.exchanges.binance.wire.earn import (
    AccumulatorPosition,
    AutoInvestPlan,
    BfusdAccount,
    DualPosition,
    EarnRedemption,
    FlexiblePosition,
    LockedPosition,
    RwusdAccount,
    SoftStaking,
    StableRedemption,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.wire import mandatory, moment

AUTO_SUBSCRIBE: Final = "auto-subscribe"


def flexible(rows: Sequence[FlexiblePosition], _: Traits) -> Iterator[Item]:
    """Flexible Earn, and what of it is pledged to a loan."""
    for row in rows:
        for nature, amount in (
            (Nature.EARN, mandatory(row.total_amount)),
            (Nature.COLLATERAL, mandatory(row.collateral_amount)),
        ):
            if first_left(amount):
                yield Holding(nature=nature, id=row.product_id, asset=row.asset, amount=amount)


def locked(rows: Sequence[LockedPosition], _: Traits) -> Iterator[Item]:
    """Locked Earn and on-chain yields: what is held, and what is being redeemed.

    Whatever is listed is there, even if both of its amounts are zero.
    """
    for row in rows:
        redeeming = mandatory(row.redeeming_amt)
        arrives = row.partial_amt_deliver_date or row.deliver_date
        for nature, amount, clears_at in (
            (Nature.EARN, mandatory(row.amount), row.deliver_date),
            (Nature.REDEEMING, redeeming, arrives),
        ):
            listed = nature is Nature.EARN and first_left(redeeming) is None
            if first_left(amount) or listed:
                yield Holding(
                    nature=nature,
                    id=row.position_id,
                    asset=row.asset,
                    amount=amount,
                    clears_at=moment(clears_at),
                    details=(("state", row.status), ("product", row.project_id)),
                )


def auto_subscribe(rows: Sequence[FlexiblePosition | LockedPosition], _: Traits) -> Iterator[Item]:
    """Positions that take what lies in the spot wallet, or begin again by themselves."""
    for row in rows:
        if row.auto_subscribe:
            yield Setting(name=AUTO_SUBSCRIBE, effect=Effect.REFILLS, asset=row.asset)


def earn_redemptions(rows: Sequence[EarnRedemption], _: Traits) -> Iterator[Item]:
    """Redemptions of Simple Earn that have not ended."""
    for row in rows:
        if row.status.lower() not in PAID:
            given = (row.asset, row.amount)
            yield from redeeming(row.redeem_id, row.status, moment(row.deliver_date), given)


def bfusd(rows: Sequence[BfusdAccount], _: Traits) -> Iterator[Item]:
    """BFUSD, counted over the whole account."""
    for row in rows:
        yield from _across("BFUSD", row.bfusd_amount)


def rwusd(rows: Sequence[RwusdAccount], _: Traits) -> Iterator[Item]:
    """RWUSD, counted over the whole account."""
    for row in rows:
        yield from _across("RWUSD", row.rwusd_amount)


def _across(asset: str, amount: AnyAmount) -> Iterator[Item]:
    left = first_left(mandatory(amount))
    if left:
        yield Holding(nature=Nature.ACROSS, asset=asset, amount=left)


def stable_redemptions(rows: Sequence[StableRedemption], _: Traits) -> Iterator[Item]:
    """Redemptions of the yield-bearing dollars that have not ended."""
    for row in rows:
        if row.status.lower() not in ARRIVED:
            yield from redeeming(
                f"{row.asset}:{row.time}",
                row.status,
                moment(row.arrival_time),
                (row.asset, row.amount),
                (row.receive_asset, row.receive_amount),
            )


def soft_staking(rows: Sequence[SoftStaking], _: Traits) -> Iterator[Item]:
    """Soft staking pays for what lies in the spot wallet, and locks nothing."""
    for row in rows:
        if row.status:
            yield Setting(name="soft-staking", effect=Effect.PAYS)


DUAL_OPEN: Final = ("PENDING", "PURCHASE_SUCCESS", "SETTLING", "REFUNDING")
_DUAL_ENDED: Final = frozenset({"settled", "purchase_fail", "refund_success"})
_REFUNDING: Final = "refunding"
_NO_PLAN: Final = frozenset({"", "none"})


def dual_investment(rows: Sequence[DualPosition], _: Traits) -> Iterator[Item]:
    """Dual investment in every state but the ended ones."""
    for row in _open_dual(rows):
        refunding = row.purchase_status.lower() == _REFUNDING
        yield Holding(
            nature=Nature.REDEEMING if refunding else Nature.EARN,
            id=row.id,
            asset=row.invest_coin,
            amount=mandatory(row.subscription_amount),
            clears_at=moment(row.settle_date),
            details=(("state", row.purchase_status),),
        )


def auto_compound(rows: Sequence[DualPosition], _: Traits) -> Iterator[Item]:
    """Dual investments that begin again by themselves."""
    for row in _open_dual(rows):
        if row.auto_compound_plan.lower() not in _NO_PLAN:
            yield Setting(name="auto-compound", effect=Effect.REFILLS, asset=row.invest_coin)


def _open_dual(rows: Sequence[DualPosition]) -> Iterator[DualPosition]:
    for row in rows:
        if row.purchase_status.lower() not in _DUAL_ENDED:
            yield row


def accumulator(rows: Sequence[AccumulatorPosition], _: Traits) -> Iterator[Item]:
    """Accumulators: nobody documents amounts or states, so each that is listed is there."""
    for row in rows:
        yield Holding(
            nature=Nature.EARN,
            id=row.position_id,
            asset="",
            amount=Unreadable(raw=wording.NOT_DOCUMENTED),
            details=(("state", row.status),),
        )


def plans(rows: Sequence[AutoInvestPlan], _: Traits) -> Iterator[Item]:
    """Plans that buy again and again, the paused ones too: they can still hold something."""
    for row in rows:
        yield Bot(
            id=row.plan_id,
            bot_type=f"auto-invest {row.plan_type}".rstrip(),
            instrument=row.target_asset,
            state=row.status,
            asset=row.source_asset,
            invested=row.subscription_amount,
        )


def auto_invest(rows: Sequence[AutoInvestPlan], _: Traits) -> Iterator[Item]:
    """The same plans as what they do to a wallet, unless they are paused."""
    for row in rows:
        if row.status.lower() != "paused":
            yield Setting(name="auto-invest", effect=Effect.REFILLS, asset=row.target_asset)
