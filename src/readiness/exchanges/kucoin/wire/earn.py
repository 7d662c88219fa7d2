"""Earn: savings and staking, structured products, and money that is lent to margin traders."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireNullText, WireText

_NOT_STATED = NotStated()


class EarnHolding(CamelRow):
    """``earn/hold-assets``: savings, promotions and staking, whatever the product."""

    order_id: WireText
    product_category: WireText = ""
    product_type: WireText = ""
    currency: WireText
    hold_amount: WireAmount
    redeeming_amount: WireAmount
    lock_end_time: WireNullText = ""
    purchase_time: WireNullText = ""
    status: WireText = ""


class StructuredOrder(CamelRow):
    """``struct-earn/orders``: dual investments."""

    order_id: WireText
    category: WireText = ""
    invest_currency: WireText
    invest_amount: WireAmount
    expiration_time: WireNullText = ""
    status: WireText


class LendingPurchase(CamelRow):
    """``v3/purchase/orders``: ``incomeSize`` is what has been redeemed of it."""

    purchase_order_no: WireText
    currency: WireText
    purchase_size: WireAmount
    income_size: WireAmount
    match_size: WireAmount = _NOT_STATED
    apply_time: WireNullText = ""
    status: WireText


class LendingRedemption(CamelRow):
    """``v3/redeem/orders``."""

    redeem_order_no: WireText
    currency: WireText
    redeem_size: WireAmount
    apply_time: WireNullText = ""
    status: WireText
