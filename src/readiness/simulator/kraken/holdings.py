"""What an account holds, and what of it is lent to Earn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

ZERO = Decimal(0)


@dataclass(frozen=True)
class Balance:
    """One asset in the default wallet.

    Attributes:
        amount: All of it.
        hold_trade: Held by open spot orders.
        credit: Credit line in the asset.
        credit_used: Used part of the credit line.
        leaving: On its way out: `Balance` leaves it out, `BalanceEx` does not.
    """

    amount: Decimal = ZERO
    hold_trade: Decimal = ZERO
    credit: Decimal = ZERO
    credit_used: Decimal = ZERO
    leaving: Decimal = ZERO


@dataclass(frozen=True)
class Allocation:
    """What is allocated to one Earn strategy.

    Attributes:
        asset: The asset.
        total: All of it.
        bonding: The part that is not earning yet.
        unbonding: The part that is on its way back.
        exit_queue: The part that waits to be on its way back.
        pending: What an unfinished request adds, or takes away if it is negative.
        rewarded: What was earned so far.
        suffix: How the asset is marked among the balances; empty if it is not there.
        lock: The strategy's terms: `instant`, `flex`, `bonded`, `timed`, or a new word.
    """

    asset: str
    total: Decimal
    bonding: Decimal = ZERO
    unbonding: Decimal = ZERO
    exit_queue: Decimal = ZERO
    pending: Decimal = ZERO
    rewarded: Decimal = ZERO
    suffix: str = ""
    lock: str = "instant"

    @property
    def shown_as(self) -> str:
        """The name of the asset among the balances."""
        return f"{self.asset}.{self.suffix}" if self.suffix else ""


@dataclass(frozen=True)
class WalletAccount:
    """A wallet beside the default one.

    Attributes:
        id: Its id.
        kind: `main`, `spot`, `pay`, `prop_paper`, `prop_real`, or a new word.
        name: Its owner's name for it, if there is one.
        status: `active`, `disabled`, `closed`, or a new word.
        amounts: What it holds; other endpoints show it only to who names the wallet.
    """

    id: str
    kind: str
    name: str | None = None
    status: str = "active"
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
