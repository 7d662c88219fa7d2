"""USD-M and COIN-M futures: wallets and positions, as each version of the API shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from readiness.simulator.binance.holdings import ZERO, Position
from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.numbers import padded, text

_MARGINS = ("maintMargin", "initialMargin", "positionInitialMargin", "openOrderInitialMargin")
_NONE = "0.00000000"


def um_account(asked: Asked) -> list[Row]:
    """Compute `fapi/v3/account`: only symbols with a position."""
    return [_um_account(asked, [_um_held(asked, p) for p in asked.account.um_positions])]


def um_account_all(asked: Asked) -> list[Row]:
    """Compute `fapi/v2/account`: every symbol, and what the account may do."""
    held = _with_flat(asked.account.um_positions, asked.market.um_symbols)
    rows = [{**_um_held(asked, p), "leverage": "20", "isolated": bool(p.isolated)} for p in held]
    return [{"feeTier": 0, **_MAY, "updateTime": 0, **_MODE, **_um_account(asked, rows)}]


def um_balance(asked: Asked) -> list[Row]:
    """Compute `fapi/v3/balance` and its older version."""
    return [
        {
            "accountAlias": "made",
            "asset": asset,
            "balance": padded(wallet),
            "crossWalletBalance": padded(wallet),
            "crossUnPnl": _NONE,
            "availableBalance": padded(max(wallet, ZERO)),
            "maxWithdrawAmount": padded(max(wallet, ZERO)),
            "marginAvailable": True,
            "updateTime": 0,
        }
        for asset, wallet in sorted(asked.account.ums.items())
    ]


def um_positions(asked: Asked) -> list[Row]:
    """Compute `fapi/v3/positionRisk`: only symbols with a position."""
    return [_um_risk(asked, p) for p in asked.account.um_positions]


def um_positions_all(asked: Asked) -> list[Row]:
    """Compute `fapi/v2/positionRisk`: every symbol."""
    held = _with_flat(asked.account.um_positions, asked.market.um_symbols)
    return [
        {
            **_um_risk(asked, p),
            "leverage": "20",
            "maxNotionalValue": "20000000",
            "marginType": "isolated" if p.isolated else "cross",
            "isAutoAddMargin": "false",
        }
        for p in held
    ]


def cm_account(asked: Asked) -> list[Row]:
    """Compute `dapi/v1/account`: every symbol, in contracts."""
    held = _with_flat(asked.account.cm_positions, asked.market.cm_symbols)
    positions = [
        {
            "symbol": p.symbol,
            "positionAmt": text(p.amount),
            **dict.fromkeys(_MARGINS, "0"),
            "unrealizedProfit": padded(p.upnl),
            "leverage": "20",
            "isolated": bool(p.isolated),
            "positionSide": p.side,
            "entryPrice": text(p.entry),
            "breakEvenPrice": text(p.entry),
            "maxQty": "50",
            "isolatedWallet": text(p.isolated),
            "notionalValue": "0",
            "updateTime": 0,
        }
        for p in held
    ]
    assets = [_asset(name, wallet, ZERO) for name, wallet in sorted(asked.account.cms.items())]
    return [{"assets": assets, "positions": positions, **_MAY, "feeTier": 0, "updateTime": 0}]


def cm_balance(asked: Asked) -> list[Row]:
    """Compute `dapi/v1/balance`."""
    return [
        {
            "accountAlias": "made",
            "asset": asset,
            "balance": padded(wallet),
            "withdrawAvailable": padded(max(wallet, ZERO)),
            "crossWalletBalance": padded(wallet),
            "crossUnPnl": _NONE,
            "availableBalance": padded(max(wallet, ZERO)),
            "updateTime": 0,
        }
        for asset, wallet in sorted(asked.account.cms.items())
    ]


def cm_positions(asked: Asked) -> list[Row]:
    """Compute `dapi/v1/positionRisk`: without a filter, only symbols that are traded."""
    states = asked.market.cm_symbols
    pair, coin = asked.query.get("pair"), asked.query.get("marginAsset")
    held = [
        p
        for p in _with_flat(asked.account.cm_positions, states)
        if (pair or coin or states.get(p.symbol, "TRADING") == "TRADING")
        and pair in (None, p.symbol.partition("_")[0])
        and (coin is None or p.symbol.startswith(coin))
    ]
    return [
        {
            "symbol": p.symbol,
            "positionAmt": text(p.amount),
            "entryPrice": text(p.entry),
            "breakEvenPrice": text(p.entry),
            "markPrice": padded(asked.market.price(_coin(p.symbol))),
            "unRealizedProfit": padded(p.upnl),
            "liquidationPrice": "0",
            "leverage": "20",
            "maxQty": "50",
            "marginType": "isolated" if p.isolated else "cross",
            "isolatedMargin": padded(p.isolated),
            "isAutoAddMargin": "false",
            "positionSide": p.side,
            "notionalValue": "0",
            "updateTime": 0,
        }
        for p in held
    ]


_MODE = {"multiAssetsMargin": False, "tradeGroupId": -1}
_MAY = {"canTrade": True, "canDeposit": True, "canWithdraw": True}


def _um_account(asked: Asked, positions: list[Row]) -> Row:
    held = asked.account.um_positions
    upnl = sum((p.upnl for p in held), ZERO)
    coins = sorted(asked.account.ums.items())
    wallet = sum((asked.market.worth(name, amount) for name, amount in coins), ZERO)
    free = padded(round(max(wallet, ZERO), 8))
    return {
        "totalInitialMargin": _NONE,
        "totalMaintMargin": _NONE,
        "totalWalletBalance": padded(round(wallet, 8)),
        "totalUnrealizedProfit": padded(upnl),
        "totalMarginBalance": padded(round(wallet + upnl, 8)),
        "totalPositionInitialMargin": _NONE,
        "totalOpenOrderInitialMargin": _NONE,
        "totalCrossWalletBalance": padded(round(wallet, 8)),
        "totalCrossUnPnl": padded(upnl),
        "availableBalance": free,
        "maxWithdrawAmount": free,
        "assets": [_asset(n, amount, upnl if n == "USDT" else ZERO) for n, amount in coins],
        "positions": positions,
    }


def _asset(name: str, wallet: Decimal, upnl: Decimal) -> Row:
    return {
        "asset": name,
        "walletBalance": padded(wallet),
        "unrealizedProfit": padded(upnl),
        "marginBalance": padded(wallet + upnl),
        **dict.fromkeys(_MARGINS, _NONE),
        "crossWalletBalance": padded(wallet),
        "crossUnPnl": padded(upnl),
        "availableBalance": padded(max(wallet, ZERO)),
        "maxWithdrawAmount": padded(max(wallet, ZERO)),
        "updateTime": 0,
    }


def _um_held(asked: Asked, p: Position) -> Row:
    return {
        "symbol": p.symbol,
        "positionSide": p.side,
        "positionAmt": text(p.amount),
        "unrealizedProfit": padded(p.upnl),
        "isolatedMargin": padded(p.isolated),
        "notional": text(p.amount * asked.market.price(_coin(p.symbol))),
        "isolatedWallet": text(p.isolated),
        "initialMargin": "0",
        "maintMargin": "0",
        "updateTime": 0,
    }


def _um_risk(asked: Asked, p: Position) -> Row:
    price = asked.market.price(_coin(p.symbol))
    return {
        "symbol": p.symbol,
        "positionSide": p.side,
        "positionAmt": text(p.amount),
        "entryPrice": text(p.entry),
        "breakEvenPrice": text(p.entry),
        "markPrice": padded(price),
        "unRealizedProfit": padded(p.upnl),
        "liquidationPrice": "0",
        "isolatedMargin": padded(p.isolated),
        "notional": text(p.amount * price),
        "marginAsset": "USDT",
        "isolatedWallet": text(p.isolated),
        "initialMargin": "0",
        "maintMargin": "0",
        "positionInitialMargin": "0",
        "openOrderInitialMargin": "0",
        "adl": 1,
        "bidNotional": "0",
        "askNotional": "0",
        "updateTime": 0,
    }


def _with_flat(held: Sequence[Position], symbols: Mapping[str, str]) -> list[Position]:
    taken = {position.symbol for position in held}
    flat = [Position(symbol, ZERO) for symbol in symbols if symbol not in taken]
    return [*held, *flat]


def _coin(symbol: str) -> str:
    return symbol.partition("_")[0].removesuffix("USDT").removesuffix("USDC").removesuffix("USD")
