"""Sub-accounts, as the main account's key sees them."""

from pydantic import Field

from readiness.exchanges.kucoin.wire.wallets import UnifiedCurrency
from readiness.exchanges.wire import (
    CamelRow,
    WireAmount,
    WireName,
    WireNullAmount,
    WireNullText,
    WireText,
)


class SubAccountRow(CamelRow):
    """``v2/sub/user``: the uid is what other requests want, and the name what people know."""

    sub_name: WireName
    uid: WireName
    status: WireText
    type: WireText = ""
    hosted_status: WireNullText = ""


class SubBalance(CamelRow):
    """One currency of a sub-account; the tag names a pair where the account has one."""

    currency: WireText
    balance: WireAmount
    available: WireAmount
    holds: WireAmount
    tag: WireNullText = ""


class SubWallets(CamelRow):
    """``v2/sub-accounts``: funding, spot and margin; old sub-accounts have one more."""

    sub_name: WireName
    main_accounts: list[SubBalance]
    trade_accounts: list[SubBalance]
    margin_accounts: list[SubBalance]
    trade_hf_accounts: list[SubBalance] = Field(alias="tradeHFAccounts", default_factory=list)


class SubCurrency(UnifiedCurrency):
    """One currency of a sub-account's account."""

    liability_principle: WireNullAmount


class SubAccountPart(CamelRow):
    """One account of a sub-account, in the words of the newer API."""

    account_type: WireText
    account_sub_type: WireNullText = ""
    currency_list: list[SubCurrency]


class SubEverything(CamelRow):
    """``ua/v1/sub-account/balance``: every account of one sub-account."""

    uid: WireName
    account_list: list[SubAccountPart]
