"""Money that is on its way, and what has moved."""

from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireNullText, WireText

_NOT_STATED = NotStated()


def _from_seconds(raw: Any) -> Any:
    text = str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw
    return f"{text}000" if isinstance(text, str) and text.isascii() and text.isdigit() else text


WireSeconds: TypeAlias = Annotated[str, BeforeValidator(_from_seconds)]
"""A moment that is sent in seconds, kept in milliseconds like all others."""


class Deposit(CamelRow):
    """``asset/deposit/query-record``: no time but that of its success."""

    id: WireText = ""
    tx_id: WireText = Field(alias="txID", default="")
    tx_index: WireText = ""
    coin: WireText
    chain: WireText = ""
    amount: WireAmount
    status: WireText
    deposit_type: WireText = ""
    tax_status: WireNullText = ""
    success_at: WireText = ""


class InternalDeposit(CamelRow):
    """``asset/deposit/query-internal-record``: from another account of Bybit."""

    id: WireText
    coin: WireText
    amount: WireAmount
    status: WireText
    compliance_status: WireNullText = ""
    tax_status: WireNullText = ""
    created_time: WireSeconds


class Withdrawal(CamelRow):
    """``asset/withdraw/query-record``, on chain and off."""

    withdraw_id: WireText
    coin: WireText
    chain: WireText = ""
    amount: WireAmount
    status: WireText
    create_time: WireText


class TransferRow(CamelRow):
    """A transfer between own wallets, or between a main account and its sub-accounts."""

    transfer_id: WireText
    coin: WireText
    amount: WireAmount
    status: WireText
    timestamp: WireText
    from_account_type: WireText = ""
    to_account_type: WireText = ""
    from_member_id: WireText = ""
    to_member_id: WireText = ""


class TradingLog(CamelRow):
    """``account/transaction-log``: every change of a balance of the unified account."""

    id: WireText
    currency: WireText = ""
    type: WireText = ""
    change: WireAmount = _NOT_STATED
    transaction_time: WireText


class FundingLog(CamelRow):
    """``asset/fundinghistory``: every change of a balance of the funding account."""

    currency: WireText = ""
    txn_amt: WireAmount = _NOT_STATED
    create_time: WireSeconds
    show_busi_type_en: WireText = ""
