"""Wallets and debts of a classic account."""

from __future__ import annotations

from readiness.simulator.kucoin import pools
from readiness.simulator.kucoin.routes.build import get
from readiness.simulator.kucoin.views import wallets
from readiness.simulator.tables.filter import equal

_QUOTES = ("USDT", "KCS", "BTC")

ROUTES = (
    get(
        "api/v1/accounts",
        limits=pools.management(5),
        filters=equal("currency", "type"),
        view=wallets.accounts,
    ),
    get("api/v1/hf/accounts/opened", limits=pools.spot(30), single=True, view=wallets.hf_opened),
    get(
        "api/v3/margin/accounts",
        limits=pools.spot(15),
        choices={"quoteCurrency": _QUOTES, "queryType": ("MARGIN", "MARGIN_V2", "ALL")},
        view=wallets.margin,
        beside=wallets.beside_margin,
        at="accounts",
    ),
    get(
        "api/v3/isolated/accounts",
        limits=pools.spot(15),
        choices={"quoteCurrency": _QUOTES, "queryType": ("ISOLATED", "ISOLATED_V2", "ALL")},
        view=wallets.isolated,
        beside=wallets.beside_isolated,
        at="assets",
    ),
    get(
        "api/v1/account-overview",
        limits=pools.futures(5),
        needs=("Futures",),
        single=True,
        split="currency",
        view=wallets.overview,
    ),
    get(
        "api/v1/account-overview-all",
        limits=pools.futures(6),
        main_only=True,
        view=wallets.overview_all,
        beside=wallets.beside_overview_all,
        at="accounts",
    ),
)
