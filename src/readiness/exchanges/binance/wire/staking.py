"""Staking of ETH and SOL."""

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

_NOT_STATED = NotStated()


class EthHoldings(CamelRow):
    """The two tokens that stand for staked ETH."""

    wbeth_amount: WireAmount
    beth_amount: WireAmount


class EthStakingAccount(CamelRow):
    """``sapi/v2/eth-staking/account``: over the whole account, wallets included."""

    holding_in_eth: WireAmount = Field(alias="holdingInETH")
    holdings: EthHoldings


class SolStakingAccount(CamelRow):
    """``sapi/v1/sol-staking/account``: over the whole account, wallets included."""

    bnsol_amount: WireAmount
    holding_in_sol: WireAmount = Field(alias="holdingInSOL")


class StakingRedemption(CamelRow):
    """``{eth,sol}/history/redemptionHistory``: what is given, and what comes for it."""

    time: WireText
    asset: WireText
    amount: WireAmount
    distribute_asset: WireText = ""
    distribute_amount: WireAmount = _NOT_STATED
    arrival_time: WireText = ""
    status: WireText


class Unwrapping(CamelRow):
    """``sapi/v1/eth-staking/wbeth/history/unwrapHistory``."""

    time: WireText
    from_asset: WireText
    from_amount: WireAmount
    to_asset: WireText = ""
    to_amount: WireAmount = _NOT_STATED
    status: WireText


class UnclaimedReward(CamelRow):
    """``sapi/v1/sol-staking/sol/history/unclaimedRewards``: lost if nobody claims it."""

    rewards_asset: WireText
    amount: WireAmount
