"""What a main account sees of its sub-accounts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.holdings import Coin
from readiness.simulator.kucoin.rows import sub_user
from readiness.simulator.kucoin.views.wallets import merged, worth
from readiness.simulator.numbers import text
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.route import Asked

_BASE = "BTC"


def users(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `sub/user`."""
    return [
        sub_user(userId=sub.user_id, uid=int(sub.uid), subName=sub.name) | sub.listing
        for sub in list(asked.account.subs.values())
    ]


def balances(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `sub-accounts`: coins of which nothing is there are left out."""
    subs = list(asked.account.subs.values())
    return [_balances(sub, asked.market, zeros=False) for sub in subs]


def balance(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `sub-accounts/{subUserId}`."""
    zeros = asked.params.get("includeBaseAmount") == "true"
    return [_balances(asked.account, asked.market, zeros=zeros)]


def _balances(sub: KucoinAccount, market: Market, *, zeros: bool) -> dict[str, Any]:
    lent = merged(dict(sub.old_margins), dict(sub.margins))
    margin = {coin: Coin(held.total, held.hold) for coin, held in lent.items()}
    wallets: Mapping[str, Mapping[str, Coin]] = {
        "mainAccounts": sub.fundings,
        "tradeAccounts": sub.trades,
        "marginAccounts": margin,
        "tradeHFAccounts": {},
    }
    shown = {
        name: [
            _coin(coin, held, market)
            for coin, held in list(coins.items())
            if zeros or held.balance or held.holds
        ]
        for name, coins in wallets.items()
    }
    return {"subUserId": sub.user_id, "subName": sub.name, **shown}


def _coin(coin: str, held: Coin, market: Market) -> dict[str, Any]:
    return {
        "currency": coin,
        "balance": text(held.balance),
        "available": text(held.available),
        "holds": text(held.holds),
        "baseCurrency": _BASE,
        "baseCurrencyPrice": worth(market, _BASE, Decimal(1), coin),
        "baseAmount": worth(market, coin, held.balance, _BASE),
        "tag": "DEFAULT",
    }
