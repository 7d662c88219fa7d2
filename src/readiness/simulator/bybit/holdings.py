"""Money in the wallets of an account, and the figures that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

ZERO = Decimal(0)


@dataclass
class Funding:
    """One coin in the funding wallet.

    Attributes:
        total: All of it.
        locked: The part that cannot be transferred.
        bonus: Bonus money, told only if asked for.
    """

    total: Decimal = ZERO
    locked: Decimal = ZERO
    bonus: Decimal = ZERO

    @property
    def free(self) -> Decimal:
        """What can be transferred."""
        return max(ZERO, self.total - self.locked)


@dataclass
class Unified:
    """One coin in the unified trading account.

    Attributes:
        wallet: Wallet balance.
        locked: Held by open spot orders.
        spot_borrow: Owed by spot margin trading and manual borrowing.
        derivatives_borrow: Owed by derivatives.
        fixed_borrow: The part of what is owed that has a fixed rate.
        interest: Interest that has accrued.
        order_im: Margin held by orders.
        position_im: Margin held by positions.
        upl: Unrealised profit or loss.
        option_value: Value of options.
        bonus: Bonus money.
        fields: Fields of the answer to overwrite.
    """

    wallet: Decimal = ZERO
    locked: Decimal = ZERO
    spot_borrow: Decimal = ZERO
    derivatives_borrow: Decimal = ZERO
    fixed_borrow: Decimal = ZERO
    interest: Decimal = ZERO
    order_im: Decimal = ZERO
    position_im: Decimal = ZERO
    upl: Decimal = ZERO
    option_value: Decimal = ZERO
    bonus: Decimal = ZERO
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def borrowed(self) -> Decimal:
        """All that is owed of the coin, interest left out."""
        return self.spot_borrow + self.derivatives_borrow

    @property
    def equity(self) -> Decimal:
        """What the coin is worth to its owner, in the coin."""
        return self.wallet - self.spot_borrow + self.upl + self.option_value

    @property
    def free(self) -> Decimal:
        """What can be transferred."""
        held = self.locked + self.order_im + self.position_im + self.bonus + self.spot_borrow
        return max(ZERO, self.wallet - held)


@dataclass(frozen=True)
class Elsewhere:
    """Money that only the overview shows.

    Attributes:
        kind: Account type, as the overview calls it.
        category: Sub-category of it; empty where the type has none.
        coin: The coin.
        equity: How much; negative if it is owed.
    """

    kind: str
    category: str
    coin: str
    equity: Decimal
