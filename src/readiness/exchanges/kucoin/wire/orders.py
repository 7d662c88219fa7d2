"""Orders of every kind, and positions.

An order's own amount is only for the reader: what is listed as open is open.
"""

from typing import Annotated

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import (
    CamelRow,
    WireAmount,
    WireName,
    WireNullAmount,
    WireNullText,
    WireText,
)

_NOT_STATED = NotStated()


class ActiveSymbols(CamelRow):
    """``hf/orders/active/symbols`` and its like for margin: the pairs with open orders.

    Only texts are pairs: asking for the orders of anything else would show that there are none.
    """

    symbols: list[Annotated[str, Field(min_length=1)]]


class SpotOrder(CamelRow):
    """An open order of the spot or margin engine, old or new; also one of futures."""

    id: WireName
    symbol: WireText = ""
    type: WireNullText = ""
    side: WireNullText = ""
    size: WireNullAmount = _NOT_STATED
    price: WireNullText = ""
    trade_type: WireNullText = ""


class StopOrder(CamelRow):
    """``stop-order`` and ``hf/margin/stop-orders``: what waits for its trigger."""

    id: WireName
    symbol: WireText = ""
    type: WireNullText = ""
    side: WireNullText = ""
    size: WireNullAmount = _NOT_STATED
    stop_price: WireNullText = ""
    status: WireText = ""


class OcoOrder(CamelRow):
    """``oco/orders`` and ``hf/margin/oco-orders``: two orders of which one cancels the other."""

    order_id: WireName
    symbol: WireText = ""
    status: WireText


class FuturesOrder(CamelRow):
    """``orders`` and ``stopOrders`` of futures; sizes are numbers of contracts."""

    id: WireName
    symbol: WireText = ""
    type: WireNullText = ""
    side: WireNullText = ""
    size: WireNullAmount = _NOT_STATED
    status: WireText = ""
    settle_currency: WireText


class FuturesPosition(CamelRow):
    """``positions``: one contract; a quantity below zero is short."""

    id: WireText = ""
    symbol: WireName
    current_qty: WireAmount
    pos_margin: WireAmount
    settle_currency: WireText
    margin_mode: WireText = ""
    position_side: WireText = ""
    is_open: bool = False


class UnifiedOrder(CamelRow):
    """``ua/v1/unified/order/open-list``: statuses are numbers."""

    order_id: WireName
    symbol: WireText = ""
    order_type: WireText = ""
    side: WireText = ""
    size: WireAmount = _NOT_STATED
    price: WireNullText = ""
    status: WireText
    trigger_price: WireNullText = ""


class UnifiedPosition(CamelRow):
    """``ua/v1/unified/position/open-list``; a size below zero is short."""

    id: WireText = ""
    symbol: WireName
    size: WireAmount
    margin_mode: WireText = ""
    initial_margin: WireAmount = _NOT_STATED
    position_value: WireAmount = _NOT_STATED


class ConvertOrder(CamelRow):
    """``convert/limit/orders``."""

    order_id: WireName
    status: WireText
    from_currency: WireText
    from_currency_size: WireAmount = _NOT_STATED
    to_currency: WireText = ""
