"""Deposits, withdrawals, fiat money, P2P and conversions.

The other side of a transfer or an order is never read.
"""

from pydantic import Field

from readiness.exchanges.binance.wire.complete import NothingMore
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText, WireWords


class DepositRow(CamelRow):
    """``sapi/v1/capital/deposit/hisrec`` and ``subHisrec``."""

    id: WireText = ""
    coin: WireText
    amount: WireAmount
    network: WireText = ""
    status: WireText
    travel_rule_status: WireText = ""
    insert_time: WireText


class WithdrawalRow(CamelRow):
    """``sapi/v1/capital/withdraw/history``: its times are texts in UTC."""

    id: WireText = ""
    coin: WireText
    amount: WireAmount
    network: WireText = ""
    status: WireText
    travel_rule_status: WireText = ""
    apply_time: WireText


class LocalDeposit(CamelRow):
    """``sapi/v1/localentity/deposit/history``."""

    tran_id: WireText = ""
    coin: WireText
    amount: WireAmount
    network: WireText = ""
    deposit_status: WireText
    travel_rule_status: WireText
    require_questionnaire: bool
    insert_time: WireText = ""


class LocalDepositV2(CamelRow):
    """``sapi/v2/localentity/deposit/history``."""

    deposit_id: WireText = ""
    coin: WireText
    amount: WireAmount
    network: WireText = ""
    deposit_status: WireText
    travel_rule_req_status: WireText
    require_questionnaire: bool
    insert_time: WireText = ""


class LocalWithdrawal(CamelRow):
    """``sapi/{v1,v2}/localentity/withdraw/history``.

    One that has not come into being has neither an id nor a state of its own, and v2
    writes its times in milliseconds.
    """

    id: WireText = ""
    tr_id: WireName
    coin: WireText
    amount: WireAmount
    network: WireText = ""
    withdrawal_status: WireText = ""
    travel_rule_status: WireText
    apply_time: WireText = ""


class FiatOrder(CamelRow):
    """``sapi/v1/fiat/orders``: to and from a bank."""

    order_no: WireText
    fiat_currency: WireText
    amount: WireAmount
    method: WireWords = ""
    status: WireText
    create_time: WireText = ""


class FiatPayment(CamelRow):
    """``sapi/v1/fiat/payments``: crypto bought or sold for fiat money."""

    order_no: WireText
    crypto_currency: WireText
    obtain_amount: WireAmount
    fiat_currency: WireText = ""
    status: WireText
    create_time: WireText = ""


class P2pOrder(CamelRow):
    """``sapi/v1/c2c/orderMatch/listUserOrderHistory``."""

    order_number: WireName
    trade_type: WireText = ""
    asset: WireText
    amount: WireAmount
    order_status: WireText
    create_time: WireText = ""


class ConvertOrder(CamelRow):
    """One order of ``sapi/v1/convert/limit/queryOpenOrders`` or ``tradeFlow``."""

    order_id: WireName
    order_status: WireText
    from_asset: WireText
    from_amount: WireAmount
    to_asset: WireText = ""
    create_time: WireText = ""


class ConvertFlow(CamelRow):
    """``sapi/v1/convert/tradeFlow``: an answer that holds some back is no answer."""

    orders: list[ConvertOrder] = Field(alias="list")
    more_data: NothingMore
