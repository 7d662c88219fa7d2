"""Money in the two wallets of an account, and the figures that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

ZERO = Decimal(0)


@dataclass
class Funding:
    """One coin in the funding account.

    Attributes:
        total: All of it.
        frozen: The part that is held back.
    """

    total: Decimal = ZERO
    frozen: Decimal = ZERO


@dataclass
class Trading:
    """One coin in the trading account.

    Attributes:
        cash: Own balance; negative where it was borrowed.
        frozen: Locked for other reasons than the ones below.
        orders: Locked by orders.
        fixed: Locked by dip and peak snipers.
        liab: Owed, positive.
        interest: Interest owed, positive.
        bots: Money inside bots.
        copy: Money in spot copy trading.
        sync: Money in smart sync.
        upl: Unrealised profit or loss.
        reward: Trial funds.
        auto_lend: Amount that auto-lend has lent out.
        auto_lend_status: `unsupported`, `off`, `pending` or `active`.
        fields: Fields of the answer to overwrite.
    """

    cash: Decimal = ZERO
    frozen: Decimal = ZERO
    orders: Decimal = ZERO
    fixed: Decimal = ZERO
    liab: Decimal = ZERO
    interest: Decimal = ZERO
    bots: Decimal = ZERO
    copy: Decimal = ZERO
    sync: Decimal = ZERO
    upl: Decimal = ZERO
    reward: Decimal = ZERO
    auto_lend: Decimal = ZERO
    auto_lend_status: str = "off"
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def equity(self) -> Decimal:
        """Cash, results, and the money that bots and copy trading hold."""
        return self.cash + self.upl + self.bots + self.copy + self.sync

    @property
    def locked(self) -> Decimal:
        """Everything that cannot be moved; bot money is part of it."""
        return self.frozen + self.orders + self.fixed + self.bots + self.copy + self.sync

    @property
    def available(self) -> Decimal:
        """What can be used: never below zero."""
        return max(ZERO, self.equity - self.locked)
