"""The futures of sub-accounts as the main account's key sees them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.errors import RefusalError
from readiness.simulator.binance.holdings import ZERO, Position
from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.binance.views.subaccounts import subs_of
from readiness.simulator.numbers import padded, text

_MARGINS = (
    "initialMargin",
    "maintenanceMargin",
    "openOrderInitialMargin",
    "positionInitialMargin",
)
_NONE = "0.00000000"


def is_um(asked: Asked) -> bool:
    """Return whether a request is about USD-M futures, and not about COIN-M."""
    return asked.query["futuresType"] == "1"


def kind_of(planted: Any) -> str:
    """Return whether something planted belongs to USD-M (1) or to COIN-M futures (2)."""
    if not isinstance(planted, dict):
        return "1"
    coin = "positionSide" in planted or planted.get("asset") == "BTC"
    return "2" if coin or any(str(key).startswith("delivery") for key in planted) else "1"


def futures_assets(asked: Asked) -> list[Row]:
    """Compute the coins of `sapi/v2/sub-account/futures/account`, for one of the two kinds."""
    account = _with_futures(asked)
    coins = account.ums if is_um(asked) else account.cms
    upnl = sum((p.upnl for p in account.um_positions), ZERO) if is_um(asked) else ZERO
    return [
        _asset(name, wallet, upnl if name == "USDT" else ZERO)
        for name, wallet in sorted(coins.items())
    ]


def futures_account(asked: Asked, _rows: list[Any]) -> Mapping[str, Any]:
    """Compute what stands beside them."""
    body: Row = {
        "email": asked.account.name,
        "canDeposit": True,
        "canTrade": True,
        "canWithdraw": True,
        "feeTier": 0,
        "updateTime": 0,
    }
    if not is_um(asked):
        return {"deliveryAccountResp": body}
    totals = _totals(*_um(asked, asked.account))
    return {"futureAccountResp": {**body, "asset": "USDT", **totals}}


def futures_positions(asked: Asked) -> list[Row]:
    """Compute `sapi/v2/sub-account/futures/positionRisk`; USD-M rows tell no side."""
    account = _with_futures(asked)
    if not is_um(asked):
        return [_cm(p) for p in account.cm_positions]
    return [
        {
            "entryPrice": text(p.entry),
            "leverage": "20",
            "maxNotional": "1000000",
            "liquidationPrice": "0",
            "markPrice": "0",
            "positionAmount": text(p.amount),
            "symbol": p.symbol,
            "unrealizedProfit": padded(p.upnl),
        }
        for p in account.um_positions
    ]


def um_summary(asked: Asked) -> list[Row]:
    """Compute the rows of the USD-M totals of all sub-accounts."""
    return [
        {"email": email, **_totals(*_um(asked, sub)), "asset": "USD"}
        for email, sub in subs_of(asked)
        if sub.info.get("isFutureEnabled")
    ]


def um_summary_total(asked: Asked, _rows: list[Any]) -> Mapping[str, Any]:
    """Compute the sums beside them."""
    each = [_um(asked, sub) for _, sub in subs_of(asked)]
    wallet, upnl = (sum((part[i] for part in each), ZERO) for i in (0, 1))
    return {**_totals(wallet, upnl), "asset": "USD"}


def futures_summary(asked: Asked) -> list[Row]:
    """Compute the rows of `sapi/v2/sub-account/futures/accountSummary`, COIN-M ones in BTC."""
    if is_um(asked):
        return um_summary(asked)
    return [
        {"email": email, **_totals(_cm_btc(asked, sub), ZERO), "asset": "BTC"}
        for email, sub in subs_of(asked)
        if sub.info.get("isFutureEnabled")
    ]


def futures_summary_total(asked: Asked, rows: list[Any]) -> Mapping[str, Any]:
    """Compute the sums beside them."""
    if is_um(asked):
        return {"futureAccountSummaryResp": dict(um_summary_total(asked, rows))}
    wallet = sum((_cm_btc(asked, sub) for _, sub in subs_of(asked)), ZERO)
    return {"deliveryAccountSummaryResp": {**_totals(wallet, ZERO), "asset": "BTC"}}


def _with_futures(asked: Asked) -> BinanceAccount:
    if not asked.account.info.get("isFutureEnabled"):
        raise RefusalError("-5011")
    return asked.account


def _um(asked: Asked, account: BinanceAccount) -> tuple[Decimal, Decimal]:
    wallet = sum((asked.market.worth(n, amount) for n, amount in account.ums.items()), ZERO)
    return wallet, sum((p.upnl for p in account.um_positions), ZERO)


def _cm_btc(asked: Asked, account: BinanceAccount) -> Decimal:
    coins = account.cms.items()
    return sum((asked.market.worth(n, amount, "BTC") for n, amount in coins), ZERO)


def _totals(wallet: Decimal, upnl: Decimal) -> Row:
    return {
        "totalInitialMargin": _NONE,
        "totalMaintenanceMargin": _NONE,
        "totalMarginBalance": padded(round(wallet + upnl, 8)),
        "totalOpenOrderInitialMargin": _NONE,
        "totalPositionInitialMargin": _NONE,
        "totalUnrealizedProfit": padded(round(upnl, 8)),
        "totalWalletBalance": padded(round(wallet, 8)),
    }


def _asset(name: str, wallet: Decimal, upnl: Decimal) -> Row:
    return {
        "asset": name,
        **dict.fromkeys(_MARGINS, _NONE),
        "marginBalance": padded(wallet + upnl),
        "maxWithdrawAmount": padded(max(wallet, ZERO)),
        "unrealizedProfit": padded(upnl),
        "walletBalance": padded(wallet),
    }


def _cm(p: Position) -> Row:
    return {
        "entryPrice": text(p.entry),
        "markPrice": "0",
        "leverage": "20",
        "isolated": "true" if p.isolated else "false",
        "isolatedWallet": text(p.isolated),
        "isolatedMargin": padded(p.isolated),
        "isAutoAddMargin": "false",
        "positionSide": p.side,
        "positionAmount": text(p.amount),
        "symbol": p.symbol,
        "unrealizedProfit": padded(p.upnl),
    }
