"""Deposits, withdrawals and the ledger."""

from typing import Final

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.catalogue import WireRow
from readiness.exchanges.kraken.wire.moments import WireSeconds
from readiness.exchanges.wire import WireAmount, WireName, WireNullText, WireText

_NOT_STATED: Final = NotStated()


class FundingStatus(WireRow):
    """``DepositStatus`` and ``WithdrawStatus``: one transfer and its state."""

    refid: WireNullText = ""
    asset: WireText
    amount: WireAmount
    method: WireNullText = ""
    time: WireSeconds
    status: WireText
    status_prop: WireNullText = Field(default="", alias="status-prop")


class LedgerEntry(WireRow):
    """``Ledgers``: one entry by its number."""

    id: WireName
    asset: WireText = ""
    type: WireText = ""
    amount: WireAmount = _NOT_STATED
    time: WireSeconds
