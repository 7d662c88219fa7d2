"""Wallets, overviews, what risk control holds back."""

from __future__ import annotations

from readiness.simulator.bybit.account import UNIFIED
from readiness.simulator.bybit.routes.shared import BybitRoute, each_second
from readiness.simulator.bybit.views import overview, wallets
from readiness.simulator.tables.filter import Filter, equal
from readiness.simulator.tables.refusal import Problem, RefusalError
from readiness.simulator.tables.route import Params

MOST_COINS = 10


def _coins_of_unified(params: Params) -> None:
    if params["accountType"] != "UNIFIED":
        return
    coins = [coin for coin in params.get("coin", "").split(",") if coin]
    if not coins:
        raise RefusalError(Problem.REQUIRED, "coin")
    if len(coins) > MOST_COINS:
        raise RefusalError(Problem.VALUE, "coin")


ROUTES = (
    BybitRoute(
        path="account/wallet-balance",
        limits=each_second(50),
        modes=UNIFIED,
        required=("accountType",),
        choices={"accountType": ("UNIFIED",)},
        view=wallets.unified_wallet,
        at="list",
    ),
    BybitRoute(
        path="asset/transfer/query-account-coins-balance",
        limits=each_second(5),
        scope="memberId",
        required=("accountType",),
        choices={
            "accountType": ("FUND", "UNIFIED", "CONTRACT", "SPOT"),
            "withBonus": ("0", "1"),
        },
        rule=_coins_of_unified,
        split="accountType",
        filters=(Filter("coin", many=True),),
        view=wallets.coins_balance,
        beside=wallets.whose_balance,
        at="balance",
    ),
    BybitRoute(
        path="asset/withdraw/withdrawable-amount",
        limits=each_second(300),
        required=("coin",),
        single=True,
        view=wallets.withdrawable,
    ),
    BybitRoute(
        path="fiat/balance-query",
        limits=each_second(1000),
        needs=("FiatConvertBroker.*",),
        filters=equal("currency"),
        view=wallets.fiat_balances,
    ),
    BybitRoute(
        path="asset/asset-overview",
        limits=each_second(50),
        scope="memberId",
        filters=equal("accountType"),
        view=overview.asset_overview,
        beside=overview.total_equity,
        at="list",
    ),
    BybitRoute(
        path="asset/total-members-assets",
        limits=each_second(50),
        view=overview.members_assets,
        beside=overview.members_total,
        at="list",
    ),
)
