"""What the exchange says the wallets are worth, all of them and some of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.holdings import ZERO
from readiness.simulator.binance.market import BinanceMarket
from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.numbers import loose, padded, text

FLEXIBLE = "sapi/v1/simple-earn/flexible/position"
LOCKED = "sapi/v1/simple-earn/locked/position"
ON_CHAIN = "sapi/v1/onchain-yields/locked/position"
DUAL = "sapi/v1/dci/product/positions"

_OVER_DUAL = ("PURCHASE_FAIL", "REFUND_SUCCESS", "SETTLED")


def wallet_totals(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/asset/wallet/balance`: ten wallets in one unit."""
    unit = asked.query.get("quoteAsset", "BTC")
    price = asked.market.price(unit)
    if not price:
        raise RefusalError("-1130", "quoteAsset")
    account = asked.account
    return [
        {
            "activate": _active(account, name),
            "balance": text(round(usdt / price, 8)),
            "walletName": name,
        }
        for name, usdt in wallets_usdt(account, asked.market).items()
    ]


def wallets_usdt(account: BinanceAccount, market: BinanceMarket) -> dict[str, Decimal]:
    """Return what each wallet is worth in USDT."""
    pairs = [coin for pair in account.pairs.values() for coin in pair.holding.items()]
    um_upnl = sum((p.upnl for p in account.um_positions), ZERO)
    sums = {
        "Spot": [(n, c.total) for n, c in account.spots.items() if not _receipt(n)],
        "Funding": [(name, coin.total) for name, coin in account.fundings.items()],
        "Cross Margin": [(name, coin.net) for name, coin in account.margins.items()],
        "Isolated Margin": [(name, coin.net) for name, coin in pairs],
        "USDⓈ-M Futures": [*account.ums.items(), ("USDT", um_upnl)],
        "COIN-M Futures": list(account.cms.items()),
        "Earn": [("USDT", earn_usdt(account, market))],
        "Options": list(account.option_wallets.items()),
    }
    worth = {
        name: sum((market.worth(coin, amount) for coin, amount in held), ZERO)
        for name, held in sums.items()
    }
    return worth | account.wholes


def earn_usdt(account: BinanceAccount, market: BinanceMarket) -> Decimal:
    """Return what lies in Earn: what was set, or what the positions come to."""
    told = account.settings["earn_usdt"]
    if told is not None:
        return Decimal(told)
    return (
        _sum(account, market, FLEXIBLE, "asset", "totalAmount")
        + _sum(account, market, LOCKED, "asset", "amount")
        + _sum(account, market, ON_CHAIN, "asset", "amount")
        + dual_usdt(account, market)
    )


def simple_earn(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/simple-earn/account`."""
    flexible = _sum(asked.account, asked.market, FLEXIBLE, "asset", "totalAmount")
    locked = _sum(asked.account, asked.market, LOCKED, "asset", "amount")
    return [_in_both(asked.market, flexible, locked)]


def on_chain(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/onchain-yields/account`."""
    locked = _sum(asked.account, asked.market, ON_CHAIN, "asset", "amount")
    return [_in_both(asked.market, ZERO, locked)]


def dual_investment(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/dci/product/accounts`."""
    value = dual_usdt(asked.account, asked.market)
    return [_two(asked.market, "totalAmount", value)]


def dual_usdt(account: BinanceAccount, market: BinanceMarket) -> Decimal:
    """Return what lies in dual investments that are not over."""
    rows = [row for row in _rows(account, DUAL) if row.get("purchaseStatus") not in _OVER_DUAL]
    return sum((_worth(market, r, "investCoin", "subscriptionAmount") for r in rows), ZERO)


def _in_both(market: BinanceMarket, flexible: Decimal, locked: Decimal) -> Row:
    return {
        **_two(market, "totalAmount", flexible + locked),
        **_two(market, "totalFlexibleAmount", flexible),
        **_two(market, "totalLocked", locked),
    }


def _two(market: BinanceMarket, name: str, usdt: Decimal) -> Row:
    price = market.price("BTC")
    return {
        f"{name}InBTC": padded(round(usdt / price, 8) if price else ZERO),
        f"{name}InUSDT": padded(round(usdt, 8)),
    }


def _sum(
    account: BinanceAccount, market: BinanceMarket, path: str, coin: str, amount: str
) -> Decimal:
    return sum((_worth(market, row, coin, amount) for row in _rows(account, path)), ZERO)


def _worth(market: BinanceMarket, row: Row, coin: str, amount: str) -> Decimal:
    return market.worth(str(row.get(coin)), loose(row.get(amount)))


def _rows(account: BinanceAccount, path: str) -> list[Row]:
    planted: list[Any] = account.rows(path)
    return [row for row in planted if isinstance(row, dict)]


def _receipt(coin: str) -> bool:
    """Receipts of flexible Earn lie in the spot wallet, and are worth nothing there."""
    return coin.startswith("LD") and len(coin) > len("LDO")


def _active(account: BinanceAccount, name: str) -> bool:
    flags = {
        "Cross Margin": "isMarginEnabled",
        "Isolated Margin": "isMarginEnabled",
        "USDⓈ-M Futures": "isFutureEnabled",
        "COIN-M Futures": "isFutureEnabled",
        "Options": "isOptionsEnabled",
    }
    opened = bool(account.info.get(flags[name], False)) if name in flags else True
    return opened and name not in account.inactive
