"""Wallets of the account, and of its sub-accounts."""

from typing import Self

from pydantic import Field, model_validator

from readiness.domain.amount import NotStated
from readiness.exchanges.wire import CamelRow, WireAmount, WireName, WireNullText, WireText

_NOT_STATED = NotStated()


class Collateral(CamelRow):
    """One currency of the multi-collateral wallet; the quantity may be below zero."""

    quantity: WireAmount
    value: WireAmount = _NOT_STATED
    available: WireAmount = _NOT_STATED


class Margin(CamelRow):
    """What holds margin in the multi-collateral wallet, in US dollars."""

    initial_margin: WireAmount = _NOT_STATED
    initial_margin_with_orders: WireAmount = _NOT_STATED
    maintenance_margin: WireAmount = _NOT_STATED
    pnl: WireAmount = _NOT_STATED
    unrealized_funding: WireAmount = _NOT_STATED
    balance_value: WireAmount = _NOT_STATED


class Auxiliary(CamelRow):
    """Results of the positions of a single-collateral wallet, and what it is worth with them."""

    pv: WireAmount = _NOT_STATED
    pnl: WireAmount = _NOT_STATED
    funding: WireAmount = _NOT_STATED


class Requirements(CamelRow):
    """Margin that a single-collateral wallet has to keep."""

    im: WireAmount = _NOT_STATED
    mm: WireAmount = _NOT_STATED


class Wallet(Margin):
    """A value of ``accounts``, with its key: the holding wallet, or one for margin.

    Balances of a single-collateral wallet hold its positions as well, by symbol.
    """

    name: WireName
    type: WireText
    balances: dict[str, WireAmount] = Field(default_factory=dict)
    currencies: dict[str, Collateral] | None = None
    auxiliary: Auxiliary = Auxiliary()
    margin_requirements: Requirements = Requirements()

    @model_validator(mode="after")
    def _has_contents(self) -> Self:
        if "balances" not in self.model_fields_set and self.currencies is None:
            raise ValueError("a wallet without balances")
        return self


class HoldingAccount(CamelRow):
    """One currency of a sub-account's holding wallet."""

    currency: WireText
    amount: WireAmount


class FuturesAccount(CamelRow):
    """A single-collateral wallet of a sub-account; only its free margin is told."""

    name: WireText
    available_margin: WireAmount


class SubCollateral(Collateral):
    """One currency of a sub-account's multi-collateral wallet."""

    currency: WireText


class FlexAccount(Margin):
    """A sub-account's multi-collateral wallet."""

    currencies: list[SubCollateral]


class SubAccount(CamelRow):
    """A line of ``subaccounts``: who it is, and what is in its wallets."""

    account_uid: WireName
    email: WireText = ""
    full_name: WireNullText = ""
    holding_accounts: list[HoldingAccount]
    futures_accounts: list[FuturesAccount]
    flex_account: FlexAccount
