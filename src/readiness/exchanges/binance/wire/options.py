"""European options."""

from readiness.domain.amount import NotStated
from readiness.exchanges.binance.wire.futures import TradingFlags
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class OptionsAsset(CamelRow):
    """One asset of ``eapi/v1/marginAccount``; ``equity`` counts what positions are worth."""

    asset: WireText
    margin_balance: WireAmount
    equity: WireAmount = _NOT_STATED


class OptionsAccount(TradingFlags):
    """``eapi/v1/marginAccount``."""

    asset: list[OptionsAsset]
    reduce_only: bool = False


class OptionPosition(CamelRow):
    """``eapi/v1/position``; the quantity is signed."""

    symbol: WireName
    side: WireText = ""
    quantity: WireAmount
    expiry_date: WireText = ""


class OptionOrder(CamelRow):
    """``eapi/v1/openOrders``."""

    symbol: WireText
    order_id: WireName
    type: WireText = ""
    side: WireText = ""
    quantity: WireAmount = _NOT_STATED
    price: WireText = ""
    status: WireText = ""
