"""Balances, and what is owed on a credit line."""

from typing import Any, Final

from pydantic import Field, model_validator

from readiness.domain.amount import NotStated
from readiness.exchanges.catalogue import WireRow
from readiness.exchanges.wire import WireAmount, WireName, WireNullAmount

_NOT_STATED: Final = NotStated()


class ExtendedBalance(WireRow):
    """``BalanceEx``: one name, with what orders hold; credit only where there is a line."""

    name: WireName
    balance: WireAmount
    hold_trade: WireAmount
    credit_used: WireNullAmount = _NOT_STATED


class Balance(WireRow):
    """``Balance``: one name, without what pending withdrawals take."""

    name: WireName
    value: WireAmount


class WalletBalance(Balance):
    """The same of another wallet."""

    wallet: str = ""
    """Its id, as it was asked for."""


class CreditOfAsset(WireRow):
    """What of a credit line is used in one asset."""

    credit_used: WireAmount


class _Monitor(WireRow):
    total_credit_used_usd: WireNullAmount = _NOT_STATED


class CreditLines(WireRow):
    """``CreditLines``: by asset, and in all. Where there is no credit line, ``null``."""

    asset_details: dict[str, CreditOfAsset]
    limits_monitor: _Monitor = Field(default_factory=_Monitor)

    @model_validator(mode="before")
    @classmethod
    def _none(cls, raw: Any) -> Any:
        """The documented answer to an account without a credit line."""
        return {"asset_details": {}} if raw is None else raw
