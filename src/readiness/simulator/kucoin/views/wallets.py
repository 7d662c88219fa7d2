"""The wallets of a classic account."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.kucoin.account import KucoinAccount
from readiness.simulator.kucoin.holdings import ZERO, Coin, Futures, Loaned, Pair
from readiness.simulator.numbers import text
from readiness.simulator.tables.market import Market
from readiness.simulator.tables.route import Asked

_QUOTE = "USDT"
_MORE_TO_BORROW = "100"
_DEFAULT_CURRENCY = "XBT"


def accounts(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `accounts`: the funding and the trading account in one list."""
    wallets = {"main": asked.account.fundings, "trade": asked.account.trades}
    return [
        {
            "id": _id(asked.account, kind, coin),
            "currency": coin,
            "type": kind,
            "balance": text(held.balance),
            "available": text(held.available),
            "holds": text(held.holds),
        }
        for kind, coins in wallets.items()
        for coin, held in list(coins.items())
    ]


def hf_opened(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `hf/accounts/opened`: a bare truth value."""
    return [bool(asked.account.settings["hf_opened"])]


def margin(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `margin/accounts`; the engine has to be asked for."""
    return [_loaned(coin, held) for coin, held in _margin(asked).items()]


def beside_margin(asked: Asked[KucoinAccount], rows: list[Any]) -> dict[str, Any]:
    """Tell the totals of the cross margin account."""
    del rows
    held, owed = _sums(asked, _margin(asked).items())
    return {
        "totalAssetOfQuoteCurrency": held,
        "totalLiabilityOfQuoteCurrency": owed,
        "debtRatio": "0",
        "status": "EFFECTIVE",
    }


def isolated(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `isolated/accounts`; the engine has to be asked for."""
    return [
        {
            "symbol": symbol,
            "status": "EFFECTIVE",
            "debtRatio": "0",
            "baseAsset": _loaned(symbol.partition("-")[0], pair.base),
            "quoteAsset": _loaned(symbol.partition("-")[2], pair.quote),
        }
        for symbol, pair in _pairs(asked)
    ]


def beside_isolated(asked: Asked[KucoinAccount], rows: list[Any]) -> dict[str, Any]:
    """Tell the totals of the isolated margin accounts."""
    del rows
    coins = [
        (coin, part)
        for symbol, pair in _pairs(asked)
        for coin, part in zip(symbol.split("-"), (pair.base, pair.quote), strict=False)
    ]
    held, owed = _sums(asked, coins)
    return {
        "totalAssetOfQuoteCurrency": held,
        "totalLiabilityOfQuoteCurrency": owed,
        "timestamp": asked.ms,
    }


def overview(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute `account-overview`: the futures account in one currency."""
    currency = asked.params.get("currency") or _DEFAULT_CURRENCY
    held = asked.account.futures.get(currency, Futures())
    return [
        {**_futures(held, currency), "riskRatio": ZERO, "maxWithdrawAmount": held.available},
    ]


def overview_all(asked: Asked[KucoinAccount]) -> list[Any]:
    """Compute the rows of `account-overview-all`: the sub-accounts, and the main account last."""
    currency = asked.params.get("currency") or _DEFAULT_CURRENCY
    return [
        {"accountName": account.name or "main", **_futures(held, currency)}
        for account, held in _everybodys(asked.account, currency)
    ]


def beside_overview_all(asked: Asked[KucoinAccount], rows: list[Any]) -> dict[str, Any]:
    """Tell the sums over all accounts."""
    del rows
    currency = asked.params.get("currency") or _DEFAULT_CURRENCY
    whole = sum((held for _, held in _everybodys(asked.account, currency)), Futures())
    parts = dict(_futures(whole, currency))
    unit = {"currency": parts.pop("currency")}
    return {"summary": {f"{name}Total": value for name, value in parts.items()} | unit}


def _id(account: KucoinAccount, kind: str, coin: str) -> str:
    return hashlib.sha256(f"{account.uid}/{kind}/{coin}".encode()).hexdigest()[:24]


def _margin(asked: Asked[KucoinAccount]) -> dict[str, Loaned]:
    kind = asked.params.get("queryType") or "MARGIN"
    new = {} if kind == "MARGIN" else dict(asked.account.margins)
    old = {} if kind == "MARGIN_V2" else dict(asked.account.old_margins)
    return merged(old, new)


def merged(old: Mapping[str, Loaned], new: Mapping[str, Loaned]) -> dict[str, Loaned]:
    """Return what the accounts of both engines hold together."""
    both = {coin: _sum(old[coin], new[coin]) for coin in old if coin in new}
    return {**old, **new, **both}


def _sum(left: Loaned, right: Loaned) -> Loaned:
    return Loaned(**{name: getattr(left, name) + getattr(right, name) for name in vars(left)})


def _pairs(asked: Asked[KucoinAccount]) -> list[tuple[str, Pair]]:
    kind = asked.params.get("queryType") or "ISOLATED"
    shown = {"ISOLATED": (False,), "ISOLATED_V2": (True,), "ALL": (False, True)}[kind]
    symbol = asked.params.get("symbol")
    return [
        (name, pair)
        for name, pair in list(asked.account.pairs.items())
        if pair.fast in shown and symbol in (None, "", name)
    ]


def _loaned(coin: str, held: Loaned) -> dict[str, Any]:
    return {
        "currency": coin,
        "total": text(held.total),
        "available": text(held.available),
        "hold": text(held.hold),
        "liability": text(held.liability),
        "liabilityPrincipal": text(held.principal),
        "liabilityInterest": text(held.interest),
        "maxBorrowSize": _MORE_TO_BORROW,
        "borrowEnabled": True,
        "transferInEnabled": True,
    }


def _sums(asked: Asked[KucoinAccount], coins: Iterable[tuple[str, Loaned]]) -> tuple[str, str]:
    """What lies there and what is owed, in the currency asked for; coins without a price are 0."""
    unit = asked.market.price(asked.params.get("quoteCurrency") or _QUOTE)
    parts = [(asked.market.price(coin), held) for coin, held in coins]
    held = sum((price * part.total for price, part in parts), ZERO)
    owed = sum((price * part.liability for price, part in parts), ZERO)
    return _worth(held, unit), _worth(owed, unit)


def _worth(value: Decimal, unit: Decimal) -> str:
    return text(round(value / unit, 8)) if unit else "0"


def worth(market: Market, coin: str, amount: Decimal, unit: str) -> str:
    """Return what an amount is worth in another coin, eight decimals; 0 without a price."""
    return _worth(market.price(coin) * amount, market.price(unit))


def _everybodys(account: KucoinAccount, currency: str) -> list[tuple[KucoinAccount, Futures]]:
    family = [*account.subs.values(), account]
    return [(each, each.futures.get(currency, Futures())) for each in family]


def _futures(held: Futures, currency: str) -> Mapping[str, Any]:
    return {
        "accountEquity": held.equity,
        "unrealisedPNL": held.upnl,
        "marginBalance": held.margin,
        "positionMargin": held.positions,
        "orderMargin": held.orders,
        "frozenFunds": held.frozen,
        "availableBalance": held.available,
        "currency": currency,
    }


def coins_of(wallet: Mapping[str, Coin]) -> list[tuple[str, Coin]]:
    """Return the coins of a wallet of which something is there."""
    return [(coin, held) for coin, held in list(wallet.items()) if held.balance or held.holds]
