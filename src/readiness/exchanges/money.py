"""What a wallet shows of an asset, as items: the same words at every exchange."""

from typing import Final

from readiness.domain.amount import NotStated
from readiness.domain.items import Debt, Holding, Nature
from readiness.exchanges.amounts import AnyAmount, first_left, negative, owed

NOTHING: Final = NotStated()


def held(
    asset: str,
    amount: AnyAmount,
    view: str,
    *,
    name: str = "",
    frozen: AnyAmount = NOTHING,
    nature: Nature = Nature.OWN,
) -> Holding | Debt:
    """What a wallet shows of an asset: a holding, or a debt if the balance is below zero."""
    if negative(amount):
        return Debt(asset=asset, amount=owed(amount), view=view, details=_named(name))
    return Holding(nature=nature, id=name, asset=asset, amount=amount, frozen=frozen)


def borrowed(
    asset: str, principal: AnyAmount, interest: AnyAmount, view: str, *, name: str = ""
) -> Debt | None:
    """A debt with its interest; ``None`` if neither is left."""
    left = first_left(principal, interest)
    if left is None:
        return None
    return Debt(
        asset=asset, amount=owed(left), interest=owed(interest), view=view, details=_named(name)
    )


def _named(name: str) -> tuple[tuple[str, str], ...]:
    """Two debts of the same size in two places are two debts."""
    return (("place", name),) if name else ()
