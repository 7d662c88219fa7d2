"""Money and positions in the wallets of an account."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

ZERO = Decimal(0)


@dataclass
class Coin:
    """One coin in the spot or in the funding wallet.

    Attributes:
        free: What can be used.
        locked: Held by orders.
        freeze: Frozen by the platform.
        withdrawing: On its way out.
        ipoing: Subscribed to a launch.
        storage: Lent to the old storage product.
    """

    free: Decimal = ZERO
    locked: Decimal = ZERO
    freeze: Decimal = ZERO
    withdrawing: Decimal = ZERO
    ipoing: Decimal = ZERO
    storage: Decimal = ZERO

    @property
    def total(self) -> Decimal:
        """All of it."""
        held = self.free + self.locked + self.freeze + self.withdrawing
        return held + self.ipoing + self.storage


@dataclass
class Loaned:
    """One coin in a margin wallet.

    Attributes:
        free: What can be used.
        locked: Held by orders.
        borrowed: Owed, positive.
        interest: Interest owed, positive.
    """

    free: Decimal = ZERO
    locked: Decimal = ZERO
    borrowed: Decimal = ZERO
    interest: Decimal = ZERO

    @property
    def owed(self) -> Decimal:
        """What has to be paid back."""
        return self.borrowed + self.interest

    @property
    def total(self) -> Decimal:
        """What lies there, debts not taken off."""
        return self.free + self.locked

    @property
    def net(self) -> Decimal:
        """What would be left after paying back; may be negative."""
        return self.total - self.owed


@dataclass
class Pair:
    """The isolated margin account of one symbol.

    Attributes:
        base: The coin that is traded.
        quote: The coin that is paid with.
        holding: What lies there of each of them.
        created: Whether the account was opened.
        enabled: Whether it is switched on.
    """

    base: str
    quote: str
    holding: dict[str, Loaned] = field(default_factory=dict)
    created: bool = True
    enabled: bool = True


@dataclass
class Position:
    """A futures or an options position.

    Attributes:
        symbol: The contract.
        amount: Signed size: coins on USD-M, contracts on COIN-M and on options.
        side: `BOTH`, or `LONG` and `SHORT` in hedge mode.
        entry: The price at which it was opened.
        upnl: Unrealised profit or loss.
        isolated: Money set apart for it.
    """

    symbol: str
    amount: Decimal
    side: str = "BOTH"
    entry: Decimal = ZERO
    upnl: Decimal = ZERO
    isolated: Decimal = ZERO
