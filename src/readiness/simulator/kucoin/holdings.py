"""Money in the wallets of an account."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

ZERO = Decimal(0)


@dataclass
class Coin:
    """One coin in the funding or in the trading account.

    Attributes:
        balance: All of it.
        holds: The part of it that orders, withdrawals and the like hold.
    """

    balance: Decimal = ZERO
    holds: Decimal = ZERO

    @property
    def available(self) -> Decimal:
        """What can be used."""
        return self.balance - self.holds


@dataclass
class Loaned:
    """One coin in a margin account.

    Attributes:
        total: What lies there, debts not taken off.
        hold: The part of it that orders hold.
        principal: Borrowed and not paid back.
        interest: Interest owed.
    """

    total: Decimal = ZERO
    hold: Decimal = ZERO
    principal: Decimal = ZERO
    interest: Decimal = ZERO

    @property
    def available(self) -> Decimal:
        """What can be used."""
        return self.total - self.hold

    @property
    def liability(self) -> Decimal:
        """What has to be paid back."""
        return self.principal + self.interest


@dataclass
class Pair:
    """The isolated margin account of one symbol.

    Attributes:
        base: The coin that is traded.
        quote: The coin that is paid with.
        fast: Whether it is one of the high-frequency engine, as all newer ones are.
    """

    base: Loaned = field(default_factory=Loaned)
    quote: Loaned = field(default_factory=Loaned)
    fast: bool = True


@dataclass
class Futures:
    """The futures account in one currency of settlement.

    Attributes:
        available: What can be used.
        frozen: On its way out.
        orders: Margin of orders.
        positions: Margin of positions.
        upnl: Unrealised profit or loss of positions.
    """

    available: Decimal = ZERO
    frozen: Decimal = ZERO
    orders: Decimal = ZERO
    positions: Decimal = ZERO
    upnl: Decimal = ZERO

    @property
    def margin(self) -> Decimal:
        """The margin balance, as the documents define it."""
        return self.positions + self.orders + self.frozen + self.available - self.upnl

    @property
    def equity(self) -> Decimal:
        """All of it."""
        return self.margin + self.upnl

    def __add__(self, other: Futures) -> Futures:
        """Add up two accounts."""
        both = {name: getattr(self, name) + getattr(other, name) for name in vars(self)}
        return Futures(**both)


@dataclass
class Unified:
    """One coin in the unified account.

    Attributes:
        balance: What lies there; negative where it is owed.
        hold: The part of it that orders hold.
        liability: What has to be paid back.
        upnl: Unrealised profit or loss of positions.
    """

    balance: Decimal = ZERO
    hold: Decimal = ZERO
    liability: Decimal = ZERO
    upnl: Decimal = ZERO

    @property
    def available(self) -> Decimal:
        """What can be used."""
        return max(ZERO, self.balance - self.hold)

    @property
    def equity(self) -> Decimal:
        """What would be left after paying back."""
        return self.balance + self.upnl - self.liability
