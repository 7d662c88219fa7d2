"""Earn, structured products and automatic investment."""

from typing import Self

from pydantic import ConfigDict, model_validator

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class FlexiblePosition(CamelRow):
    """``sapi/v1/simple-earn/flexible/position``; collateral is pledged to a loan."""

    product_id: WireText = ""
    asset: WireText
    total_amount: WireAmount
    collateral_amount: WireAmount
    auto_subscribe: bool


class LockedPosition(CamelRow):
    """``locked/position`` of Simple Earn and of on-chain yields."""

    position_id: WireText
    project_id: WireText = ""
    asset: WireText
    amount: WireAmount
    redeeming_amt: WireAmount
    deliver_date: WireText = ""
    partial_amt_deliver_date: WireText = ""
    auto_subscribe: bool
    status: WireText = ""


class EarnRedemption(CamelRow):
    """``{flexible,locked}/history/redemptionRecord`` of Simple Earn."""

    redeem_id: WireText
    asset: WireText
    amount: WireAmount
    deliver_date: WireText = ""
    time: WireText
    status: WireText


class BfusdAccount(CamelRow):
    """``sapi/v1/bfusd/account``."""

    bfusd_amount: WireAmount


class RwusdAccount(CamelRow):
    """``sapi/v1/rwusd/account``."""

    rwusd_amount: WireAmount


class StableRedemption(CamelRow):
    """``{bfusd,rwusd}/history/redemptionHistory``: what is given, and what comes for it."""

    time: WireText
    asset: WireText
    amount: WireAmount
    receive_asset: WireText = ""
    receive_amount: WireAmount = _NOT_STATED
    arrival_time: WireText = ""
    status: WireText


class SoftStaking(CamelRow):
    """``sapi/v1/soft-staking/list``: one switch for all assets, and no lock on any."""

    status: bool


class DualPosition(CamelRow):
    """``sapi/v1/dci/product/positions``."""

    id: WireName
    invest_coin: WireText
    subscription_amount: WireAmount
    settle_date: WireText = ""
    purchase_status: WireText
    auto_compound_plan: WireText = ""


class AccumulatorPosition(CamelRow):
    """``sapi/v1/accumulator/product/position/list``: no page says what stands in a row.

    So nothing in it is relied on, but a row of nothing is none.
    """

    model_config = ConfigDict(extra="allow")

    position_id: WireText = ""
    status: WireText = ""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.position_id or self.status or self.model_extra):
            raise ValueError("nothing in it")
        return self


class AutoInvestPlan(CamelRow):
    """``sapi/v1/lending/auto-invest/plan/list``."""

    plan_id: WireName
    plan_type: WireText = ""
    status: WireText
    source_asset: WireText = ""
    target_asset: WireText = ""
    subscription_amount: WireAmount = _NOT_STATED
