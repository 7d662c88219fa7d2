"""Published budgets: every request takes its weight of a pool, which is full again in 30 s.

The smallest level of customers is served. Private pools are counted for each user, the public
one for each address.
"""

from __future__ import annotations

from readiness.simulator.limits import Limit, Per

_SECONDS = 30


def _pool(
    name: str, count: int, weight: int, per: Per = "user", *, published: bool = True
) -> tuple[Limit, ...]:
    limit = Limit(count, _SECONDS, per, published=published, weight=weight, pool=name)
    return (limit,)


def spot(weight: int) -> tuple[Limit, ...]:
    """Spot and margin."""
    return _pool("spot", 4000, weight)


def futures(weight: int) -> tuple[Limit, ...]:
    """Futures."""
    return _pool("futures", 2000, weight)


def management(weight: int) -> tuple[Limit, ...]:
    """Accounts, sub-accounts, deposits, withdrawals, institutional loans."""
    return _pool("management", 2000, weight)


def earn(weight: int) -> tuple[Limit, ...]:
    """Earn."""
    return _pool("earn", 2000, weight)


def unified(weight: int) -> tuple[Limit, ...]:
    """The unified account; neither its pool nor its weights could be read."""
    return _pool("unified", 2000, weight, published=False)


def public(weight: int) -> tuple[Limit, ...]:
    """What needs no key."""
    return _pool("public", 2000, weight, "ip")
