"""Rows about coins, prices and notices, and of assets that cannot be traded."""

from __future__ import annotations

from typing import Any

from readiness.simulator.okx.rows.build import Row, build, new_ts


def non_tradable(**fields: Any) -> Row:
    """A row of `asset/non-tradable-assets`: a delisted coin whose fee is due in USDT."""
    values = {
        "bal": "120.5",
        "canWd": True,
        "ccy": "OLDCOIN",
        "chain": "OLDCOIN-ERC20",
        "ctAddr": "00feed",
        "fee": "3",
        "feeCcy": "USDT",
        "logoLink": "https://example.invalid/oldcoin.png",
        "minWd": "1",
        "name": "Old Coin",
        "needTag": False,
        "wdAll": False,
        "wdTickSz": "8",
    }
    return build(fields, values, "burningFeeRate")


def currency(**fields: Any) -> Row:
    """A row of `asset/currencies`: one coin on one chain."""
    values = {
        "canDep": True,
        "canInternal": True,
        "canWd": True,
        "ccy": "ETH",
        "chain": "ETH-ERC20",
        "fee": "0.001",
        "logoLink": "https://example.invalid/eth.png",
        "mainNet": True,
        "maxFee": "0.001",
        "maxWd": "1000",
        "minDep": "0.001",
        "minDepArrivalConfirm": "12",
        "minFee": "0.001",
        "minInternal": "0.0005",
        "minWd": "0.002",
        "minWdUnlockConfirm": "64",
        "name": "Ether",
        "needTag": False,
        "usedWdQuota": "0",
        "wdQuota": "1000000",
        "wdTickSz": "8",
    }
    blank = (
        "burningFeeRate ctAddr depEstOpenTime depQuotaFixed depQuoteDailyLayer2 maxFeeForCtAddr "
        "minFeeForCtAddr usedDepQuotaFixed wdEstOpenTime"
    )
    return build(fields, values, blank)


def index_ticker(**fields: Any) -> Row:
    """A row of `market/index-tickers`."""
    names = ("idxPx", "high24h", "sodUtc0", "open24h", "low24h", "sodUtc8")
    price = fields.get("idxPx", "3000")
    values = {"instId": "ETH-USDT", **dict.fromkeys(names, price), "ts": new_ts()}
    return build(fields, values)


def ticker(**fields: Any) -> Row:
    """A row of `market/tickers`."""
    names = ("last", "askPx", "bidPx", "open24h", "high24h", "low24h", "sodUtc0", "sodUtc8")
    price = fields.get("last", "3000")
    values = {
        "instType": "SPOT",
        "instId": "ETH-USDT",
        **dict.fromkeys(names, price),
        "lastSz": "0.1",
        "askSz": "3",
        "bidSz": "4",
        "volCcy24h": "900000",
        "vol24h": "300",
        "ts": new_ts(),
    }
    return build(fields, values)


def maintenance(**fields: Any) -> Row:
    """A row of `system/status`: by default a planned one of the trading account."""
    begin = new_ts()
    values = {
        "begin": begin,
        "end": str(int(begin) + 3_600_000),
        "serviceType": "5",
        "state": "scheduled",
        "maintType": "1",
        "env": "1",
        "system": "unified",
        "title": "made-up maintenance",
    }
    return build(fields, values, "href preOpenBegin scheDesc")


def announcement(**fields: Any) -> Row:
    """An entry of `details` in `support/announcements`."""
    ts = new_ts()
    values = {
        "annType": "announcements-delistings",
        "title": "OLDCOIN leaves the made-up market",
        "url": "https://example.invalid/oldcoin",
        "pTime": ts,
        "businessPTime": ts,
    }
    return build(fields, values)
