"""Every endpoint of the look-alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from readiness.simulator.faults import Quirk
from readiness.simulator.kraken_futures.account import KrakenFuturesAccount
from readiness.simulator.kraken_futures.views import key, public, wallets
from readiness.simulator.limits import Limit
from readiness.simulator.numbers import loose
from readiness.simulator.tables.filter import equal
from readiness.simulator.tables.paging import Capped, Page
from readiness.simulator.tables.route import Asked, Route
from readiness.simulator.tables.table import Table
from readiness.simulator.tables.window import Window

FuturesRoute = Route[KrakenFuturesAccount]

_READ = ("general.READ_ONLY", "general.FULL_ACCESS")
_V3 = "derivatives/api/v3"

LOG_COSTS = ((25, 1), (50, 2), (1000, 3), (5000, 6), (100_000, 10))
"""What the account log costs for at most so many rows."""


def spends(cost: int, *, published: bool = True) -> tuple[Limit, ...]:
    """Return what a request takes of the 500 that an address can spend in ten seconds."""
    return (Limit(500, 10, "ip", published, cost, pool="derivatives"),)


@dataclass(frozen=True)
class _Log(Capped):
    """The newest entries first, unless the oldest are wanted first."""

    def cut(self, rows: Sequence[Any], params: Mapping[str, str], quirk: Quirk) -> Page:
        """Return the first rows that fit, in the order that is asked for."""
        oldest_first = params.get("sort") == "asc"
        return super().cut(list(rows)[::-1] if oldest_first else rows, params, quirk)


def _outside(asked: Asked[KrakenFuturesAccount], row: Any) -> bool:
    """Whether an entry of the log has another number than those asked for."""
    if not isinstance(row, dict) or "id" not in row:
        return False
    first, last = asked.params.get("from", ""), asked.params.get("to", "")
    number = loose(row["id"])
    return bool(first and number < loose(first)) or bool(last and number > loose(last))


def _beside_log(asked: Asked[KrakenFuturesAccount], _rows: list[Any]) -> dict[str, Any]:
    return {"accountUid": asked.account.uid}


ROUTES = (
    FuturesRoute(
        path="api/auth/v1/api-keys/v3/check",
        limits=(Limit(10, 1, "ip", published=False),),
        single=True,
        view=key.check,
    ),
    FuturesRoute(
        path=f"{_V3}/accounts",
        limits=spends(2),
        needs=_READ,
        view=wallets.accounts,
        at="accounts",
        keyed="name",
    ),
    FuturesRoute(
        path=f"{_V3}/openorders",
        limits=spends(2),
        needs=_READ,
        at="openOrders",
    ),
    FuturesRoute(
        path=f"{_V3}/openpositions",
        limits=spends(2),
        needs=_READ,
        at="openPositions",
    ),
    FuturesRoute(
        path=f"{_V3}/subaccounts",
        limits=spends(2, published=False),
        needs=_READ,
        view=wallets.sub_accounts,
        beside=wallets.whose,
        at="subaccounts",
    ),
    FuturesRoute(
        path=f"{_V3}/assignmentprogram/current",
        limits=spends(2, published=False),
        needs=_READ,
        at="participants",
    ),
    FuturesRoute(
        path=f"{_V3}/tickers",
        access="public",
        filters=equal("symbol"),
        view=public.tickers,
        at="tickers",
    ),
    FuturesRoute(
        path="api/history/v3/account-log",
        limits=(Limit(100, 600, "ip", weight=3, pool="history", decays=True),),
        needs=_READ,
        choices={"sort": ("asc", "desc")},
        filters=equal("info"),
        hides=_outside,
        window=Window("date", start="since", end="before"),
        paging=_Log(size="count", default=500, maximum=100_000, ids=("id",)),
        beside=_beside_log,
        at="logs",
    ),
)

TABLE = Table(ROUTES)
"""The route table."""
