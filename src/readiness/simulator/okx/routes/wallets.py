"""Balances, totals, coins and prices."""

from __future__ import annotations

from readiness.simulator.okx.route import Filter, Route, equal, limit
from readiness.simulator.okx.views import public
from readiness.simulator.okx.views.balance import account_balance
from readiness.simulator.okx.views.wallets import (
    convertible_dust,
    funding_balances,
    max_withdrawal,
    valuation,
)

COINS = (Filter("ccy", many=True),)

ROUTES = (
    # No filter on coins here: the view leaves them out inside the row.
    Route(path="account/balance", limit=limit(10, 2), view=account_balance),
    Route(path="asset/balances", limit=limit(6), filters=COINS, view=funding_balances),
    Route(path="asset/non-tradable-assets", limit=limit(6), filters=COINS),
    Route(path="asset/asset-valuation", limit=limit(1), view=valuation),
    Route(path="account/max-withdrawal", limit=limit(20, 2), filters=COINS, view=max_withdrawal),
    Route(
        path="trade/easy-convert-currency-list",
        limit=limit(1, 2),
        filters=(Filter("source", values=("1", "2")),),
        view=convertible_dust,
    ),
    Route(path="asset/currencies", limit=limit(6), view=public.currencies),
    Route(
        path="market/index-tickers",
        access="public",
        limit=limit(20, 2, "ip"),
        any_of=("quoteCcy", "instId"),
        view=public.index_tickers,
    ),
    Route(
        path="market/tickers",
        access="public",
        limit=limit(20, 2, "ip"),
        required=("instType",),
        filters=(
            *equal("instFamily"),
            Filter("instType", values=("SPOT", "SWAP", "FUTURES", "OPTION")),
        ),
        view=public.tickers,
    ),
)
