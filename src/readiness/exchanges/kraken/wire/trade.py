"""Orders and margin positions."""

from typing import Final

from readiness.domain.amount import NotStated
from readiness.exchanges.catalogue import WireRow
from readiness.exchanges.wire import WireAmount, WireName, WireText

_NOT_STATED: Final = NotStated()


class _Description(WireRow):
    pair: WireText = ""
    type: WireText = ""
    ordertype: WireText = ""
    price: WireText = ""
    leverage: WireText = ""


class OpenOrder(WireRow):
    """``OpenOrders``: one order by its number, conditional ones too."""

    id: WireName
    status: WireText = ""
    descr: _Description = _Description()
    vol: WireAmount = _NOT_STATED
    vol_exec: WireAmount = _NOT_STATED


class OpenPosition(WireRow):
    """``OpenPositions``: one margin position by the number of its trade."""

    id: WireName
    posstatus: WireText = ""
    pair: WireText = ""
    type: WireText = ""
    vol: WireAmount
    vol_closed: WireAmount
    margin: WireAmount = _NOT_STATED
