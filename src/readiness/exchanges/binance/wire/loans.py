"""Flexible loans and VIP loans."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class FlexibleLoan(CamelRow):
    """``sapi/v2/loan/flexible/ongoing/orders``; the debt includes its interest."""

    loan_coin: WireText
    total_debt: WireAmount
    collateral_coin: WireText
    collateral_amount: WireAmount


class FlexibleRepayment(CamelRow):
    """``sapi/v2/loan/flexible/repay/history``."""

    loan_coin: WireText
    repay_amount: WireAmount
    repay_status: WireText
    repay_time: WireText = ""


class VipLoan(CamelRow):
    """``sapi/v1/loan/vip/ongoing/orders``; the collateral is a value, in no asset."""

    order_id: WireName
    loan_coin: WireText
    total_debt: WireAmount
    residual_interest: WireAmount = _NOT_STATED
    locked_collateral_value: WireText = ""


class VipInterest(CamelRow):
    """``sapi/v1/loan/vip/accruedInterest``: one row for each time that interest was charged."""

    order_id: WireName
    loan_coin: WireText
    principal_amount: WireAmount
    interest_amount: WireAmount
    accrual_time: WireText


class VipApplication(CamelRow):
    """``sapi/v1/loan/vip/request/data``: applications, and the loans that came of them."""

    request_id: WireName
    loan_coin: WireText
    loan_amount: WireAmount
    status: WireText


class VipCollateral(CamelRow):
    """``sapi/v1/loan/vip/collateral/account``: an account that stands in for a VIP loan."""

    collateral_account_id: WireName
    collateral_coin: WireText = ""
