"""Simple Earn."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

_NOT_STATED = NotStated()


class SavingsBalance(CamelRow):
    """``finance/savings/balance``: ``amt`` is lent plus waiting to be lent."""

    ccy: WireText
    amt: WireAmount
    loan_amt: WireAmount = _NOT_STATED
    pending_amt: WireAmount = _NOT_STATED


class FixedEarnOrder(CamelRow):
    """``finance/simple-earn-fixed/order-list``: not in the public reference.

    Shape and states are those that OKX's own open-source agent-trade-kit reads
    (repository okx/agent-trade-kit, 2026-04-20).
    """

    req_id: WireText
    ccy: WireText
    amt: WireAmount
    state: WireText
    final_settlement_date: WireText = ""


class OnChainAmount(CamelRow):
    """One asset of an on-chain order."""

    ccy: WireText
    amt: WireAmount


class OnChainOrder(CamelRow):
    """``finance/staking-defi/orders-active``."""

    ord_id: WireText
    ccy: WireText = ""
    state: WireText = ""
    protocol: WireText = ""
    invest_data: list[OnChainAmount]
    est_settlement_time: WireText = ""


class StakedBalance(CamelRow):
    """``finance/staking-defi/{eth,sol}/balance``: over the whole account, wallets included."""

    ccy: WireText
    amt: WireAmount


class StakingEvent(CamelRow):
    """``finance/staking-defi/{eth,sol}/purchase-redeem-history``."""

    type: WireText = ""
    amt: WireAmount
    redeeming_amt: WireAmount = _NOT_STATED
    request_time: WireText
    est_completed_time: WireText = ""
    status: WireText


class DualInvestment(CamelRow):
    """``finance/sfp/dcd/order-history``."""

    ord_id: WireText
    product_id: WireText = ""
    notional_sz: WireAmount
    notional_ccy: WireText
    state: WireText
    exp_time: WireText = ""


class StableReward(CamelRow):
    """One asset of ``finance/stable-rewards/balance``: redemptions in progress included."""

    ccy: WireText
    amt: WireAmount
    state: WireText = ""


class StableRewards(CamelRow):
    """``finance/stable-rewards/balance``."""

    details: list[StableReward]


class OkusdAccount(CamelRow):
    """``finance/okusd/account``: of the main account, shared by its sub-accounts."""

    ccy: WireText
    amt: WireAmount


class OkusdRedemption(CamelRow):
    """``finance/okusd/redeem/history``."""

    ord_id: WireText
    ccy: WireText
    amt: WireAmount
    status: WireText
    ts: WireText
    est_settlement_time: WireText = ""
