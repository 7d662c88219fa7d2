"""Redemptions of every product: what comes of them is told, since that is what is waited for."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from readiness.domain.items import Holding, Nature
from readiness.exchanges.amounts import AnyAmount, first_left
from readiness.exchanges.wire import mandatory

PAID: Final = frozenset({"paid"})
"""Ends in Simple Earn: no other one is documented."""
DONE: Final = frozenset({"success", "failed"})
"""Ends in staking."""
ARRIVED: Final = frozenset({"success"})
"""Ends of the yield-bearing dollars: no other one is documented."""

Part = tuple[str, AnyAmount]
"""An asset, and how much of it."""


def redeeming(
    name: str, state: str, arrives: datetime | None, given: Part, *comes: Part
) -> Iterator[Holding]:
    """A redemption, told as what comes of it where that is stated already."""
    stated = [(asset, amount) for asset, amount in comes if asset and first_left(amount)]
    asset, amount = stated[0] if stated else (given[0], mandatory(given[1]))
    yield Holding(
        nature=Nature.REDEEMING,
        id=name,
        asset=asset,
        amount=amount,
        clears_at=arrives,
        details=(("state", state),),
    )
