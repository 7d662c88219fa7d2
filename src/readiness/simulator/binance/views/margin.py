"""Cross and isolated margin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.holdings import Loaned, Pair
from readiness.simulator.binance.market import BinanceMarket
from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.numbers import padded

ISOLATED = "sapi/v1/margin/isolated/account"


def margin_assets(asked: Asked) -> list[Row]:
    """Compute the coins of a cross margin account."""
    return [
        {"asset": name, **_amounts(coin)} for name, coin in sorted(asked.account.margins.items())
    ]


def margin_totals(asked: Asked, _rows: list[Any]) -> Mapping[str, Any]:
    """Compute what stands beside them in `sapi/v1/margin/account`."""
    opened = bool(asked.account.info.get("isMarginEnabled"))
    flags = ("created", "borrowEnabled", "tradeEnabled", "transferInEnabled", "transferOutEnabled")
    return dict.fromkeys(flags, opened) | in_btc(asked.account.margins.items(), asked.market)


def in_btc(coins: Iterable[tuple[str, Loaned]], market: BinanceMarket) -> dict[str, str]:
    """Return assets, liabilities and what is left, in BTC."""
    held = list(coins)
    assets = sum((market.worth(name, c.total, "BTC") for name, c in held), Decimal(0))
    owed = sum((market.worth(name, c.owed, "BTC") for name, c in held), Decimal(0))
    return {
        "totalAssetOfBtc": padded(round(assets, 8)),
        "totalLiabilityOfBtc": padded(round(owed, 8)),
        "totalNetAssetOfBtc": padded(round(assets - owed, 8)),
    }


def isolated_pairs(asked: Asked) -> list[Row]:
    """Compute the accounts of `sapi/v1/margin/isolated/account`."""
    wanted = asked.query.get("symbols", "").split(",") if asked.query.get("symbols") else []
    if len(wanted) > _MOST_SYMBOLS:
        raise RefusalError("-1130", "symbols")
    return [
        _pair(asked, symbol, pair)
        for symbol, pair in sorted(asked.account.pairs.items())
        if not wanted or symbol in wanted
    ]


def isolated_totals(asked: Asked, _rows: list[Any]) -> Mapping[str, Any]:
    """Compute the totals beside them; a question about some symbols gets none."""
    if asked.query.get("symbols"):
        return {}
    coins = [coin for pair in asked.account.pairs.values() for coin in pair.holding.items()]
    return in_btc(coins, asked.market)


def isolated_limit(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/margin/isolated/accountLimit`."""
    enabled = [pair for pair in asked.account.pairs.values() if pair.created and pair.enabled]
    planted = _planted(asked.account) - set(asked.account.pairs)
    return [{"enabledAccount": len(enabled) + len(planted), "maxAccount": 20}]


def check_isolated(asked: Asked) -> list[Row]:
    """Refuse a question about isolated orders without a symbol, or about one never opened."""
    if asked.query.get("isIsolated", "FALSE") == "TRUE":
        if not asked.query.get("symbol"):
            raise RefusalError("-1102", "symbol")
        if asked.query["symbol"] not in isolated_symbols(asked.account):
            raise RefusalError("-11001")
    return []


def isolated_symbols(account: BinanceAccount) -> set[str]:
    """Return the symbols with an isolated account, computed and planted."""
    return {*account.pairs, *_planted(account)}


def _planted(account: BinanceAccount) -> set[str]:
    planted: list[Any] = account.rows(ISOLATED)
    listed: list[Any] = []
    for row in planted:
        inner = row.get("assets") if isinstance(row, dict) else None
        listed += inner if isinstance(inner, list) else [row]
    return {str(row["symbol"]) for row in listed if isinstance(row, dict) and "symbol" in row}


_MOST_SYMBOLS = 5


def _amounts(coin: Loaned) -> Row:
    return {
        "borrowed": padded(coin.borrowed),
        "free": padded(coin.free),
        "interest": padded(coin.interest),
        "locked": padded(coin.locked),
        "netAsset": padded(coin.net),
    }


def _pair(asked: Asked, symbol: str, pair: Pair) -> Row:
    def side(name: str) -> Row:
        coin = pair.holding.get(name, Loaned())
        return {
            "asset": name,
            "borrowEnabled": True,
            **_amounts(coin),
            "netAssetOfBtc": padded(round(asked.market.worth(name, coin.net, "BTC"), 8)),
            "repayEnabled": True,
            "totalAsset": padded(coin.total),
        }

    return {
        "baseAsset": side(pair.base),
        "quoteAsset": side(pair.quote),
        "symbol": symbol,
        "isolatedCreated": pair.created,
        "enabled": pair.enabled,
        "marginLevel": "999.00000000",
        "marginLevelStatus": "EXCESSIVE",
        "marginRatio": "10.00000000",
        "indexPrice": padded(asked.market.worth(pair.base, Decimal(1), pair.quote)),
        "liquidatePrice": "0.00000000",
        "liquidateRate": "0.00000000",
        "tradeEnabled": True,
    }
