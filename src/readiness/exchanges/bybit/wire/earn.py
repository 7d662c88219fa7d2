"""Money that works somewhere else."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class Frozen(CamelRow):
    """A part of a position that is held back."""

    amount: WireAmount


class EarnPosition(CamelRow):
    """``earn/position``: a flexible product that was redeemed to the end stays, with amount 0."""

    coin: WireName
    product_id: WireText = ""
    id: WireText = ""
    amount: WireAmount
    claimable_yield: WireAmount = _NOT_STATED
    available_amount: WireAmount = _NOT_STATED
    freeze_details: list[Frozen] | None = None
    status: WireText = ""
    estimate_redeem_time: WireText = ""
    settlement_time: WireText = ""
    auto_reinvest: WireText = ""


class EarnOrder(CamelRow):
    """``earn/order``: a subscription, or a redemption that may take days."""

    order_id: WireText
    coin: WireName
    order_value: WireAmount
    order_type: WireText
    status: WireText


class LiquidityOrder(CamelRow):
    """``earn/liquidity-mining/order``."""

    order_id: WireText
    order_type: WireText
    base_coin: WireName
    quote_coin: WireName
    base_amount: WireAmount = _NOT_STATED
    quote_amount: WireAmount = _NOT_STATED
    status: WireText


class TokenOrder(CamelRow):
    """``earn/token/order``: one coin becomes another one."""

    order_id: WireText
    order_type: WireText
    from_coin: WireName
    from_amount: WireAmount
    status: WireText


class WealthOrder(CamelRow):
    """``earn/pwm/investment-plan/order``."""

    order_id: WireText
    plan_id: WireText = ""
    type: WireText
    coin: WireName
    amount: WireAmount
    status: WireText


class FixedTermOrder(CamelRow):
    """``earn/fixed-term/order``: what is ``Active`` is in the list of positions."""

    order_id: WireText
    order_type: WireText
    category: WireText = ""
    coin: WireName
    amount: WireAmount
    status: WireText


class AdvancedOrder(CamelRow):
    """``earn/advance/order``: the coin has another name in each product.

    ``refund_status`` tells whether the money of an order that failed is back.
    """

    order_id: WireText
    order_type: WireText
    invest_coin: WireText = ""
    coin: WireText = ""
    amount: WireAmount
    status: WireText
    refund_status: WireText = ""


class FixedTerm(CamelRow):
    """``earn/fixed-term/position``: what has been settled is not in the list."""

    position_id: WireText
    category: WireText = ""
    coin: WireName
    amount: WireAmount
    status: WireText
    settlement_time: WireText = ""
    auto_reinvest: WireText = ""


class AdvancedPosition(CamelRow):
    """``earn/advance/position``: the coin stands under ``coin`` for Discount Buy."""

    position_id: WireText
    product_id: WireText = ""
    invest_coin: WireText = ""
    coin: WireText = ""
    amount: WireAmount
    status: WireText
    settlement_time: WireText = ""


class LiquidityPosition(CamelRow):
    """``earn/liquidity-mining/position``: two coins, one's own and borrowed; the loan is in quote.

    ``principal...`` is one's own part of each coin.
    """

    position_id: WireText
    base_coin: WireName
    quote_coin: WireName
    principal_base_amount: WireAmount
    principal_quote_amount: WireAmount
    loan: WireAmount
    claimable_yield: WireAmount = _NOT_STATED
    margin: WireAmount = _NOT_STATED
    status: WireText = ""


class RwaPosition(CamelRow):
    """``earn/rwa/position``: shares of a fund; what is on its way is told apart."""

    product_id: WireText = ""
    coin: WireName
    asset_symbol: WireText = ""
    effective_share: WireAmount
    processing_stake_amount: WireAmount
    processing_redeem_share: WireAmount
    hold_amount: WireAmount = _NOT_STATED


class TokenPosition(CamelRow):
    """``earn/token/position``: one token, wherever in the account it lies."""

    total_amount: WireAmount


class PlanPart(CamelRow):
    """One product of a plan of private wealth management."""

    category: WireText = ""
    product_id: WireText = ""
    coin: WireText = ""
    current_amount: WireAmount


class WealthPlan(CamelRow):
    """``earn/pwm/investment-plan/all``."""

    plan_id: WireText
    plan_name: WireText = ""
    status: WireText
    current_asset_usd: WireAmount
    investment_distribution: list[PlanPart]


class LaunchpoolStake(CamelRow):
    """``spot-x/launchpool/user/current-staking``."""

    stake_coin: WireName
    stake_amount: WireAmount
    reward_coin: WireText = ""
    auto_redeem_date: WireText = ""
