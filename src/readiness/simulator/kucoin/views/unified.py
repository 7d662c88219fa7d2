"""The unified account, and what the unified API shows of classic wallets."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.holdings import ZERO, Coin, Loaned, Unified
from readiness.simulator.kucoin.views.wallets import coins_of, merged
from readiness.simulator.numbers import text
from readiness.simulator.tables.route import Asked

_PLACES = 10

Shown = dict[str, Any]


def balance(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `unified/account/balance`: one account with its coins."""
    held = list(asked.account.unifieds.items())
    return [{"currencies": [_unified(coin, each) for coin, each in held]}]


def beside_balance(asked: Asked[KucoinAccount], rows: list[Any]) -> Shown:
    """Tell the kind of account, and when it was looked at."""
    del rows
    return {"accountType": asked.params.get("accountType", "UNIFIED"), "ts": asked.ms}


def overview(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `unified/account/overview`: the account's worth in USDT."""
    held = list(asked.account.unifieds.items())
    equity = sum((asked.market.price(coin) * each.equity for coin, each in held), ZERO)
    owed = sum((asked.market.price(coin) * each.liability for coin, each in held), ZERO)
    zero = _padded(ZERO)
    return [
        {
            "accountType": "UNIFIED",
            "riskRatio": zero,
            "equity": _padded(equity),
            "liability": _padded(owed),
            "availableMargin": _padded(equity),
            "adjustedEquity": _padded(equity),
            "im": zero,
            "mm": zero,
        }
    ]


def classic_balance(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `account/balance`: one classic wallet, or one for each symbol."""
    kind = asked.params["accountType"]
    account = asked.account
    if kind == "ISOLATED":
        return [
            {"accountSubtype": symbol, "riskRatio": "0", "currencies": _pair(symbol, account)}
            for symbol in list(account.pairs)
        ]
    wallets: Mapping[str, list[Shown]] = {
        "FUNDING": _coins(account.fundings),
        "SPOT": _coins(account.trades),
        "CROSS": [_owed(coin, each) for coin, each in _cross(account)],
        "FUTURES": [
            _row(coin, each.equity, each.available, each.orders + each.positions, ZERO)
            for coin, each in list(account.futures.items())
        ],
    }
    return [{"currencies": wallets[kind]}]


def sub_balances(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `sub-account/balance`: every wallet of every sub-account."""
    subs = list(asked.account.subs.values())
    return [{"uid": int(sub.uid), "accountList": _wallets(sub)} for sub in subs]


def beside_sub_balances(asked: Asked[KucoinAccount], rows: list[Any]) -> Shown:
    """Tell when the balances were looked at."""
    del rows
    return {"ts": asked.ms}


def _wallets(sub: KucoinAccount) -> list[Shown]:
    wallets: list[tuple[str, str | None, list[Shown]]] = [
        ("SPOT", None, [_held(coin, each) for coin, each in coins_of(sub.trades)]),
        ("FUNDING", None, [_held(coin, each) for coin, each in coins_of(sub.fundings)]),
        ("CROSS", None, [_lent(coin, each) for coin, each in _cross(sub)]),
        *(("ISOLATED", symbol, _lent_pair(symbol, sub)) for symbol in list(sub.pairs)),
        ("FUTURES", None, _futures(sub)),
        ("UNIFIED", None, _unifieds(sub)),
    ]
    return [
        {"accountType": kind, "accountSubType": symbol, "currencyList": coins}
        for kind, symbol, coins in wallets
        if coins
    ]


def _held(coin: str, each: Coin) -> Shown:
    return _sub_row(coin, each.balance, each.available, each.holds)


def _lent(coin: str, each: Loaned) -> Shown:
    row = _sub_row(coin, each.total, each.available, each.hold)
    owed = {"liabilityPrinciple": text(each.principal), "liabilityInterest": text(each.interest)}
    return {**row, **owed}


def _lent_pair(symbol: str, sub: KucoinAccount) -> list[Shown]:
    pair = sub.pairs[symbol]
    base, _, quote = symbol.partition("-")
    return [_lent(base, pair.base), _lent(quote, pair.quote)]


def _futures(sub: KucoinAccount) -> list[Shown]:
    return [
        {
            **_sub_row(coin, each.margin, each.available, each.orders + each.positions),
            "equity": text(each.equity),
            "unrealisedPnl": text(each.upnl),
        }
        for coin, each in list(sub.futures.items())
    ]


def _unifieds(sub: KucoinAccount) -> list[Shown]:
    return [
        {
            **_sub_row(coin, each.balance, each.available, each.hold),
            "equity": _padded(each.equity),
            "liability": _padded(each.liability),
            "unrealisedPnl": _padded(each.upnl),
        }
        for coin, each in list(sub.unifieds.items())
    ]


def _sub_row(coin: str, whole: Decimal, available: Decimal, hold: Decimal) -> Shown:
    return {
        "currency": coin,
        "equity": None,
        "balance": text(whole),
        "available": text(available),
        "liabilityPrinciple": None,
        "liabilityInterest": None,
        "hold": text(hold),
        "liability": None,
        "unrealisedPnl": None,
    }


def _unified(coin: str, each: Unified) -> Shown:
    row = _row(coin, each.balance, each.available, each.hold, each.liability)
    return {**row, "equity": _padded(each.equity)}


def _coins(wallet: Mapping[str, Coin]) -> list[Shown]:
    return [
        _row(coin, each.balance, each.available, each.holds, ZERO)
        for coin, each in list(wallet.items())
    ]


def _cross(account: KucoinAccount) -> list[tuple[str, Loaned]]:
    return list(merged(dict(account.old_margins), dict(account.margins)).items())


def _owed(coin: str, each: Loaned) -> Shown:
    return _row(coin, each.total, each.available, each.hold, each.liability)


def _pair(symbol: str, account: KucoinAccount) -> list[Shown]:
    pair = account.pairs[symbol]
    base, _, quote = symbol.partition("-")
    return [_owed(base, pair.base), _owed(quote, pair.quote)]


def _row(coin: str, whole: Decimal, available: Decimal, hold: Decimal, owed: Decimal) -> Shown:
    return {
        "currency": coin,
        "equity": _padded(whole - owed),
        "hold": _padded(hold),
        "balance": _padded(whole),
        "available": _padded(available),
        "liability": _padded(owed),
    }


def _padded(value: Decimal) -> str:
    return f"{value:.{_PLACES}f}"
