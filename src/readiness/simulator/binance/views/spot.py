"""The spot and the funding wallet, each as its several answers show it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.binance.holdings import Coin
from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.numbers import padded, text

_DUST_BTC = Decimal("0.001")
_FEE = Decimal("0.02")


def spot_balances(asked: Asked) -> list[Row]:
    """Compute the balances of `api/v3/account`."""
    rows = {
        name: {"asset": name, "free": padded(coin.free), "locked": padded(coin.locked)}
        for name, coin in sorted(asked.account.spots.items())
    }
    if asked.query.get("omitZeroBalances") == "true":
        empty = ("0.00000000", "0.00000000")
        return [r for r in rows.values() if (r["free"], r["locked"]) != empty]
    listed = sorted({*rows, *asked.market.prices})
    nothing = {"free": "0.00000000", "locked": "0.00000000"}
    return [rows.get(name, {"asset": name, **nothing}) for name in listed]


def spot_account(asked: Asked, _rows: list[Any]) -> Mapping[str, Any]:
    """Compute what stands beside the balances of `api/v3/account`."""
    return {"uid": int(asked.account.uid)}


def by_state(asked: Asked) -> list[Row]:
    """Compute `sapi/v3/asset/getUserAsset`: only what is there."""
    return [
        {
            "asset": name,
            "free": text(coin.free),
            "locked": text(coin.locked),
            "freeze": text(coin.freeze),
            "withdrawing": text(coin.withdrawing),
            "ipoable": "0",
            "btcValuation": _btc(asked, name, coin),
        }
        for name, coin in sorted(asked.account.spots.items())
        if coin.free or coin.locked or coin.freeze or coin.withdrawing
    ]


def funding_wallet(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/asset/get-funding-asset`: only what is there."""
    return [
        {
            "asset": name,
            "free": text(coin.free),
            "locked": text(coin.locked),
            "freeze": text(coin.freeze),
            "withdrawing": text(coin.withdrawing),
            "btcValuation": _btc(asked, name, coin),
        }
        for name, coin in sorted(asked.account.fundings.items())
        if coin.total
    ]


def coins(asked: Asked) -> list[Row]:
    """Compute `sapi/v1/capital/config/getall`: every coin of the exchange, held or not."""
    listed = sorted({*asked.market.prices, *asked.account.spots})
    return [_coin(asked, name, asked.account.spots.get(name, Coin())) for name in listed]


def dust(asked: Asked) -> list[Row]:
    """Compute the details of `sapi/v1/asset/dust-btc`: spot coins below 0.001 BTC."""
    found = []
    for name, amount in _small(asked):
        value = asked.market.worth(name, amount, "BNB")
        fee = value * _FEE
        found.append(
            {
                "asset": name,
                "assetFullName": name,
                "amountFree": text(amount),
                "toBTC": text(round(asked.market.worth(name, amount, "BTC"), 8)),
                "toBNB": text(round(value, 8)),
                "toBNBOffExchange": text(round(value - fee, 8)),
                "exchange": text(round(fee, 8)),
            }
        )
    return found


def convertible(asked: Asked) -> list[Row]:
    """Compute the details of `…/dust-convert/query-convertible-assets`."""
    target = asked.query["targetAsset"]
    found = []
    for name, amount in _small(asked):
        value = asked.market.worth(name, amount, target)
        fee = value * _FEE
        found.append(
            {
                "asset": name,
                "assetFullName": name,
                "amountFree": text(amount),
                "exchange": text(round(fee, 8)),
                "toQuotaAssetAmount": text(round(value, 8)),
                "toTargetAssetAmount": text(round(value, 8)),
                "toTargetAssetOffExchange": text(round(value - fee, 8)),
            }
        )
    return found


def _small(asked: Asked) -> list[tuple[str, Decimal]]:
    margin = asked.query.get("accountType") == "MARGIN"
    wallet: Mapping[str, Any] = asked.account.margins if margin else asked.account.spots
    return [
        (name, coin.free)
        for name, coin in sorted(wallet.items())
        if name != "BNB" and 0 < asked.market.worth(name, coin.free, "BTC") < _DUST_BTC
    ]


def _btc(asked: Asked, name: str, coin: Coin) -> str:
    if asked.query.get("needBtcValuation") != "true":
        return "0"
    return text(round(asked.market.worth(name, coin.total, "BTC"), 8))


def _coin(asked: Asked, name: str, coin: Coin) -> Row:
    fiat = name in asked.market.fiat
    return {
        "coin": name,
        "depositAllEnable": True,
        "free": text(coin.free),
        "freeze": text(coin.freeze),
        "ipoable": "0",
        "ipoing": text(coin.ipoing),
        "isLegalMoney": fiat,
        "locked": text(coin.locked),
        "name": name,
        "networkList": [] if fiat else [_network(name)],
        "storage": text(coin.storage),
        "trading": not fiat,
        "withdrawAllEnable": True,
        "withdrawing": text(coin.withdrawing),
    }


def _network(name: str) -> Row:
    return {
        "network": "MADEUP",
        "coin": name,
        "name": "Made up",
        "isDefault": True,
        "depositEnable": True,
        "withdrawEnable": True,
        "withdrawFee": "0.5",
        "withdrawMin": "1",
        "withdrawMax": "100000",
        "withdrawIntegerMultiple": "0.000001",
        "minConfirm": 1,
        "unLockConfirm": 0,
        "busy": False,
        "addressRegex": "",
        "memoRegex": "",
    }
