"""Balances of the account's own wallets.

What is on hold is part of the balance, and never of what is available.
"""

from pydantic import Field

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireNullAmount, WireNullText, WireText

_NOT_STATED = NotStated()


class SpotBalance(CamelRow):
    """One currency of one account in ``accounts``: funding (main) or spot (trade)."""

    currency: WireText
    type: WireText
    balance: WireAmount
    available: WireAmount
    holds: WireAmount


class MarginAsset(CamelRow):
    """One currency of a margin account, with what is owed of it.

    Interest is part of ``liability``; the two parts are only there in the third version.
    """

    currency: WireText
    total: WireAmount
    available: WireAmount
    hold: WireAmount
    liability: WireAmount
    liability_principal: WireAmount = _NOT_STATED
    liability_interest: WireAmount = _NOT_STATED


class MarginAccount(CamelRow):
    """``v3/margin/accounts``: totals are in the currency that was asked for."""

    status: WireText
    accounts: list[MarginAsset]
    total_asset_of_quote_currency: WireAmount = _NOT_STATED
    total_liability_of_quote_currency: WireAmount = _NOT_STATED


class IsolatedPair(CamelRow):
    """One pair of ``v3/isolated/accounts``."""

    symbol: WireText
    status: WireText
    base_asset: MarginAsset
    quote_asset: MarginAsset


class IsolatedAccount(CamelRow):
    """``v3/isolated/accounts``."""

    assets: list[IsolatedPair]
    total_asset_of_quote_currency: WireAmount = _NOT_STATED
    total_liability_of_quote_currency: WireAmount = _NOT_STATED


class FuturesWallet(CamelRow):
    """``account-overview``, and an account in ``account-overview-all``: one settlement coin.

    Numbers are not quoted. The equity is the margin balance and what positions have not
    realised; the margin balance is positions, orders, what is held for a transfer, and what
    is available.
    """

    account_name: WireText = ""
    currency: WireText
    account_equity: WireAmount
    margin_balance: WireAmount
    position_margin: WireAmount
    order_margin: WireAmount
    frozen_funds: WireAmount
    available_balance: WireAmount


class UnifiedCurrency(CamelRow):
    """One currency of a unified account: the newer API states ``null`` where nothing applies."""

    currency: WireText
    balance: WireAmount
    available: WireAmount
    hold: WireAmount
    equity: WireNullAmount = _NOT_STATED
    liability: WireNullAmount
    liability_principle: WireNullAmount = _NOT_STATED
    liability_interest: WireNullAmount = _NOT_STATED
    unrealised_pnl: WireNullAmount = _NOT_STATED


class UnifiedPart(CamelRow):
    """One part of a unified account."""

    account_sub_type: WireNullText = ""
    currencies: list[UnifiedCurrency]


class UnifiedBalance(CamelRow):
    """``ua/v1/unified/account/balance``."""

    account_type: WireText
    accounts: list[UnifiedPart]


class UnifiedOverview(CamelRow):
    """``ua/v1/unified/account/overview``: what all of it is worth, in US dollars."""

    equity: WireAmount
    liability: WireAmount
    im: WireAmount = Field(default=_NOT_STATED)
