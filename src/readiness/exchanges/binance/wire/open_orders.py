"""Open orders, as spot, margin, futures and portfolio margin show them alike."""

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class OpenOrder(CamelRow):
    """An order of any ``openOrders``; numbers are given out for each symbol anew."""

    symbol: WireText
    order_id: WireName
    type: WireText = ""
    side: WireText = ""
    position_side: WireText = ""
    orig_qty: WireAmount = _NOT_STATED
    price: WireText = ""
    stop_price: WireText = ""
    status: WireText = ""


class Leg(CamelRow):
    """One order of a list of orders."""

    symbol: WireText
    order_id: WireName


class OrderList(CamelRow):
    """A list of orders that depend on each other (OCO, OTO, OTOCO): any ``openOrderList``."""

    order_list_id: WireName
    contingency_type: WireText = ""
    list_order_status: WireText = ""
    symbol: WireText = ""
    orders: list[Leg]


class TriggerOrder(CamelRow):
    """An order that waits for a price: any ``openAlgoOrders`` of the derivatives."""

    algo_id: WireName
    symbol: WireText = ""
    order_type: WireText = ""
    side: WireText = ""
    position_side: WireText = ""
    quantity: WireAmount = _NOT_STATED
    trigger_price: WireText = ""
    algo_status: WireText = ""


class StrategyOrder(CamelRow):
    """The same in portfolio margin's older ``conditional/openOrders``."""

    strategy_id: WireName
    symbol: WireText = ""
    strategy_type: WireText = ""
    side: WireText = ""
    position_side: WireText = ""
    orig_qty: WireAmount = _NOT_STATED
    stop_price: WireText = ""
    strategy_status: WireText = ""
