"""Account configuration, clock and sub-account list."""

from pydantic import Field

from readiness.exchanges.wire import CamelRow, WireName, WireText


class Clock(CamelRow):
    """``public/time``."""

    ts: WireText


class AccountConfig(CamelRow):
    """``account/config``; ``perm`` is what the key may do."""

    uid: WireName
    main_uid: WireText = ""
    perm: str
    acct_lv: WireText = ""
    type: WireText = ""
    auto_loan: bool = False
    enable_spot_borrow: bool = False
    role_type: WireText = ""
    spot_role_type: WireText = ""


class SubAccountRow(CamelRow):
    """``users/subaccount/list``; ``subAcct`` is the name that all other requests use."""

    sub_acct: WireName
    uid: WireText = ""
    type: WireText = ""
    enable: bool = True
    frozen_func: list[str] = Field(default_factory=list)


class EntrustedSubAccount(CamelRow):
    """``users/entrust-subaccount-list``: somebody else's, managed by this trading team."""

    sub_acct: WireName
