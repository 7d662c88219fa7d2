"""What the routes have in common: limits, permissions, pages."""

from __future__ import annotations

from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.limits import Limit
from readiness.simulator.tables.paging import Token
from readiness.simulator.tables.route import Route

BybitRoute = Route[BybitAccount]


def each_second(count: int) -> tuple[Limit, ...]:
    """Return a published limit for each second and user."""
    return (Limit(count, 1),)


def each_minute(count: int) -> tuple[Limit, ...]:
    """Return a published limit for each minute and user."""
    return (Limit(count, 60),)


def assumed(count: int) -> tuple[Limit, ...]:
    """Return a limit for each second where the documents give none."""
    return (Limit(count, 1, published=False),)


def pages(default: int, maximum: int, *ids: str, last: str = "", lingers: bool = True) -> Token:
    """Return pages by a token, which most examples tell beside the last rows too."""
    return Token(default=default, maximum=maximum, ids=ids, last=last, lingers=lingers)
