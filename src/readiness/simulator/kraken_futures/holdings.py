"""Money in the wallets of a futures account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

ZERO = Decimal(0)


@dataclass(frozen=True)
class Collateral:
    """One currency in the multi-collateral wallet.

    Attributes:
        quantity: All of it.
        used: The part that margin holds.
        fields: Fields of the answer to overwrite.
    """

    quantity: Decimal = ZERO
    used: Decimal = ZERO
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class MarginWallet:
    """A wallet with a single collateral.

    Attributes:
        currency: The collateral.
        balances: What it holds by asset; positions are added to the answer.
        pnl: Profit or loss of open positions.
        margin: Initial margin.
        fields: Fields of the answer to overwrite.
    """

    currency: str
    balances: Mapping[str, Decimal] = field(default_factory=dict)
    pnl: Decimal = ZERO
    margin: Decimal = ZERO
    fields: Mapping[str, Any] = field(default_factory=dict)
