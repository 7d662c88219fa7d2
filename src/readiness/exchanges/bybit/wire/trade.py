"""Orders and positions."""

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireText

_NOT_STATED = NotStated()


class OpenOrder(CamelRow):
    """``order/realtime``: plain, conditional and take-profit or stop-loss orders."""

    order_id: WireText
    symbol: WireText = ""
    side: WireText = ""
    order_type: WireText = ""
    stop_order_type: WireText = ""
    order_status: WireText
    qty: WireAmount = _NOT_STATED
    price: WireText = ""
    trigger_price: WireText = ""


class SpreadOrder(CamelRow):
    """``spread/order/realtime``."""

    order_id: WireText
    symbol: WireText = ""
    side: WireText = ""
    order_type: WireText = ""
    order_status: WireText
    qty: WireAmount = _NOT_STATED
    price: WireText = ""


class Strategy(CamelRow):
    """``strategy/list``: TWAP, chase, iceberg and POV."""

    strategy_id: WireText
    strategy_type: WireText = ""
    symbol: WireText = ""
    side: WireText = ""
    size: WireAmount = _NOT_STATED
    status: WireText


class Rfq(CamelRow):
    """``rfq/rfq-realtime``; ``expiresAt`` says when it ends by itself."""

    rfq_id: WireText
    status: WireText
    expires_at: WireText = ""


class Quote(CamelRow):
    """``rfq/quote-realtime``."""

    quote_id: WireText
    status: WireText
    exec_quote_side: WireText = ""
    expires_at: WireText = ""


class PositionRow(CamelRow):
    """``position/list``: one without a size may still keep margin."""

    symbol: WireText = ""
    position_idx: WireText = ""
    side: WireText = ""
    size: WireAmount
    position_balance: WireAmount = _NOT_STATED
    position_im: WireAmount = Field(alias="positionIM", default=_NOT_STATED)
    position_value: WireAmount = _NOT_STATED
    unrealised_pnl: WireAmount = _NOT_STATED
    position_status: WireText = ""
