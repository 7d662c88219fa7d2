"""Deposits, withdrawals, and the ledgers of all accounts."""

from __future__ import annotations

from readiness.simulator.kucoin import pools
from readiness.simulator.kucoin.paging import After
from readiness.simulator.kucoin.routes.build import SINCE, Time, get, listed
from readiness.simulator.tables.filter import Filter, equal

_COINS = Filter("currency", many=True, most=10)
_BUSINESS = (_COINS, *equal("direction", "bizType"))

ROUTES = (
    listed(
        "api/v1/deposits",
        limits=pools.management(5),
        filters=(
            Filter("status", values=("PROCESSING", "SUCCESS", "FAILURE")),
            *equal("currency"),
        ),
        window=SINCE,
    ),
    listed(
        "api/v1/withdrawals",
        limits=pools.management(20),
        filters=(
            Filter(
                "status",
                values=("REVIEW", "PROCESSING", "WALLET_PROCESSING", "SUCCESS", "FAILURE"),
            ),
            *equal("currency"),
        ),
        window=SINCE,
    ),
    listed("api/v1/accounts/ledgers", limits=pools.management(2), filters=_BUSINESS, window=SINCE),
    get(
        "api/v1/hf/accounts/ledgers",
        limits=pools.spot(2),
        filters=_BUSINESS,
        window=SINCE,
        paging=After(),
    ),
    get(
        "api/v3/hf/margin/account/ledgers",
        limits=pools.spot(2),
        filters=_BUSINESS,
        window=SINCE,
        paging=After(),
    ),
    get(
        "api/v1/transaction-history",
        limits=pools.futures(2),
        filters=equal("currency", "type"),
        window=Time("time"),
        paging=After("maxCount", 50, 1000, cursor="offset", key="offset", more="hasMore"),
        at="dataList",
    ),
)
