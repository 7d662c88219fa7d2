"""Cross and isolated margin, and loans that come with them."""

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireText

_NOT_STATED = NotStated()


class MarginAsset(CamelRow):
    """One asset of a margin account.

    ``borrowed`` and ``interest`` are positive when something is owed; ``netAsset`` is
    ``free`` + ``locked`` without them.
    """

    asset: WireText
    free: WireAmount
    locked: WireAmount
    borrowed: WireAmount
    interest: WireAmount
    net_asset: WireAmount


class MarginAccount(CamelRow):
    """``sapi/v1/margin/account``."""

    trade_enabled: bool
    transfer_out_enabled: bool
    user_assets: list[MarginAsset]
    total_asset_of_btc: WireAmount = _NOT_STATED
    total_liability_of_btc: WireAmount = _NOT_STATED


class IsolatedPair(CamelRow):
    """One pair of ``sapi/v1/margin/isolated/account``: an account of its own."""

    symbol: WireName
    base_asset: MarginAsset
    quote_asset: MarginAsset


class IsolatedAccount(CamelRow):
    """``sapi/v1/margin/isolated/account``."""

    assets: list[IsolatedPair]
    total_asset_of_btc: WireAmount = _NOT_STATED
    total_liability_of_btc: WireAmount = _NOT_STATED


class IsolatedLimit(CamelRow):
    """``sapi/v1/margin/isolated/accountLimit``."""

    enabled_account: WireText


class BorrowRepay(CamelRow):
    """``sapi/v1/margin/borrow-repay``; which of the two it is, only the question says."""

    tx_id: WireText
    type: WireText = ""
    isolated_symbol: WireText = ""
    asset: WireText
    amount: WireAmount
    status: WireText
    timestamp: WireText


class SmallLiability(CamelRow):
    """``sapi/v1/margin/exchange-small-liability``."""

    asset: WireText
    principal: WireAmount
    interest: WireAmount


class LiquidationLoan(CamelRow):
    """``sapi/v1/margin/liquidation-loan``: what a liquidation left unpaid."""

    asset: WireText
    remaining_amount: WireAmount


class LoanGroupMember(CamelRow):
    """A member of an institutional loan's group; members are counted, never named."""

    type: WireText = ""


class LoanGroup(CamelRow):
    """``sapi/v1/margin/loan-groups/activated``."""

    group_id: WireName
    members: list[LoanGroupMember] = Field(default_factory=list[LoanGroupMember])


class GroupLiability(CamelRow):
    """One asset that a group owes."""

    asset_name: WireText
    principal: WireAmount
    interest: WireAmount


class LoanGroupDetails(CamelRow):
    """``sapi/v1/margin/loan-group/ltv-details``; its totals are in USD."""

    group_id: WireName
    total_liability: WireAmount
    parent_account_frozen_amount: WireAmount = _NOT_STATED
    liabilities: list[GroupLiability]
