"""Earn: what is allocated to which strategy, on what terms, and what is under way.

What is allocated is asked for right after the key, so that the terms of its strategies are
known before it is told in an area. Strategies of the past are asked for as well
(``hide_zero_allocations`` is not sent): nobody says whether one whose first allocation is
still pending counts as one that holds nothing.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from readiness.domain.area import Area
from readiness.domain.items import Nature
from readiness.exchanges.catalogue import Asked, Feed, Loop, Request
from readiness.exchanges.kraken.catalogue.source import documented, points, post
from readiness.exchanges.kraken.collectors import earn
from readiness.exchanges.kraken.wire.earn import Allocation, AllocationStatus, Strategy
from readiness.exchanges.paging import One, Tokens

_FUNDS: Final = "query-funds"
# Answers to allocations have the field as well, though no parameter is documented for it.
_PAGES: Final = Tokens("cursor", "next_cursor", absent_ends=True)


def _strategies(rows: Sequence[Allocation]) -> Iterator[str]:
    return (row.strategy_id for row in rows)


ALLOCATIONS: Final = Request(
    id="Earn/Allocations",
    route=post("Earn/Allocations", "cursor"),
    ccxt_method="privatePostEarnAllocations",
    limit=points(),
    purpose="what is in Earn, with what is bonding, unbonding or waiting to leave",
    source=documented("earn/list-earn-allocations"),
    row=Allocation,
    paging=_PAGES,
    rows_at="items",
    permission=_FUNDS,
    asked=Asked.IDENTITY,
    feeds=(
        Feed(Area.EARN_FLEXIBLE, earn.allocated(earn.at_once)),
        Feed(Area.EARN_FIXED, earn.allocated(earn.bonded)),
        Feed(Area.EARN_OTHER, earn.allocated(earn.unheard_of)),
    ),
    twice=True,
)

STRATEGIES: Final = Request(
    id="Earn/Strategies",
    route=post("Earn/Strategies", "cursor"),
    ccxt_method="privatePostEarnStrategies",
    limit=points(),
    purpose="whether what is in Earn can be left at once; without it, it is told as other Earn",
    source=documented("earn/list-earn-strategies"),
    row=Strategy,
    paging=_PAGES,
    rows_at="items",
    permission="",
    asked=Asked.IDENTITY,
)

EARN: Final = (
    ALLOCATIONS,
    STRATEGIES,
    Request(
        id="Earn/AllocateStatus",
        route=post("Earn/AllocateStatus", "strategy_id"),
        ccxt_method="privatePostEarnAllocateStatus",
        limit=points(),
        purpose="whether money is on its way into a strategy",
        source=documented("earn/get-allocation-status"),
        row=AllocationStatus,
        paging=One(),
        permission=_FUNDS,
        loop=Loop("Earn/Allocations", "strategy_id", _strategies, told_in="strategy"),
        feeds=(Feed(Area.EARN_OTHER, earn.under_way(Nature.EARN, "allocating")),),
    ),
    Request(
        id="Earn/DeallocateStatus",
        route=post("Earn/DeallocateStatus", "strategy_id"),
        ccxt_method="privatePostEarnDeallocateStatus",
        limit=points(),
        purpose="whether money is on its way out of a strategy",
        source=documented("earn/get-deallocation-status"),
        row=AllocationStatus,
        paging=One(),
        permission=_FUNDS,
        loop=Loop("Earn/Allocations", "strategy_id", _strategies, told_in="strategy"),
        feeds=(Feed(Area.EARN_OTHER, earn.under_way(Nature.REDEEMING, "deallocating")),),
    ),
)
