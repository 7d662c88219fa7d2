"""Orders, positions, and the account's log."""

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.catalogue import WireRow
from readiness.exchanges.kraken.wire.moments import WireInstant
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class OpenOrder(CamelRow):
    """A line of ``openorders``: plain and trigger orders alike."""

    order_id: WireName = Field(alias="order_id")
    symbol: WireText
    side: WireText = ""
    order_type: WireText = ""
    unfilled_size: WireAmount = _NOT_STATED
    status: WireText = ""


class OpenPosition(CamelRow):
    """A line of ``openpositions``; contracts that have matured and not settled are there too."""

    symbol: WireText
    side: WireText = ""
    size: WireAmount


class LogEntry(WireRow):
    """A line of ``account-log``: a change of a wallet's balance, or of a position."""

    booking_uid: WireName
    asset: WireText
    info: WireText = ""
    margin_account: WireText = ""
    date: WireInstant
    old_balance: WireAmount = _NOT_STATED
    new_balance: WireAmount
