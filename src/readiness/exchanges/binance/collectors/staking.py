"""Staked ETH and SOL, redemptions on their way, rewards that nobody has claimed."""

from collections.abc import Iterator, Sequence

from readiness.domain import wording
from readiness.domain.items import Holding, Item, Nature
from readiness.exchanges.amounts import AnyAmount, first_left
from readiness.exchanges.binance.collectors.redemptions import DONE, redeeming
from readiness.exchanges.binance.wire.staking import (
    EthStakingAccount,
    SolStakingAccount,
    StakingRedemption,
    UnclaimedReward,
    Unwrapping,
)
from readiness.exchanges.catalogue import Traits
from readiness.exchanges.wire import mandatory, moment


def eth(rows: Sequence[EthStakingAccount], _: Traits) -> Iterator[Item]:
    """Staked ETH over the whole account: what is in a wallet is told there."""
    for row in rows:
        tokens = (("WBETH", row.holdings.wbeth_amount), ("BETH", row.holdings.beth_amount))
        yield from _staked(tokens, ("ETH", row.holding_in_eth))


def sol(rows: Sequence[SolStakingAccount], _: Traits) -> Iterator[Item]:
    """Staked SOL over the whole account: what is in a wallet is told there."""
    for row in rows:
        yield from _staked((("BNSOL", row.bnsol_amount),), ("SOL", row.holding_in_sol))


def _staked(
    tokens: Sequence[tuple[str, AnyAmount]], whole: tuple[str, AnyAmount]
) -> Iterator[Item]:
    """The tokens; the whole, in the coin that is staked, only where no token shows it."""
    named = [
        (asset, mandatory(amount)) for asset, amount in tokens if first_left(mandatory(amount))
    ]
    for asset, amount in named or [(whole[0], mandatory(whole[1]))]:
        if first_left(amount):
            yield Holding(nature=Nature.ACROSS, asset=asset, amount=amount)


def redemptions(rows: Sequence[StakingRedemption], _: Traits) -> Iterator[Item]:
    """Redemptions that have not ended."""
    for row in rows:
        if row.status.lower() not in DONE:
            yield from redeeming(
                f"{row.asset}:{row.time}",
                row.status,
                moment(row.arrival_time),
                (row.asset, row.amount),
                (row.distribute_asset, row.distribute_amount),
            )


def unwrappings(rows: Sequence[Unwrapping], _: Traits) -> Iterator[Item]:
    """Wrapped tokens that are being turned back into plain ones."""
    for row in rows:
        if row.status.lower() not in DONE:
            yield from redeeming(
                f"{row.from_asset}:{row.time}",
                row.status,
                None,
                (row.from_asset, row.from_amount),
                (row.to_asset, row.to_amount),
            )


def unclaimed(rows: Sequence[UnclaimedReward], _: Traits) -> Iterator[Item]:
    """Rewards that are lost unless somebody claims them."""
    for row in rows:
        amount = mandatory(row.amount)
        if first_left(amount):
            yield Holding(
                nature=Nature.EARN,
                id=wording.UNCLAIMED_REWARD,
                asset=row.rewards_asset,
                amount=amount,
            )
