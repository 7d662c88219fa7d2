"""European options."""

from __future__ import annotations

from readiness.simulator.binance.route import Asked, Row
from readiness.simulator.numbers import text

_EXPIRES_AFTER_MS = 30 * 86_400_000


def options_wallet(asked: Asked) -> list[Row]:
    """Compute `eapi/v1/marginAccount`."""
    return [
        {
            "asset": [
                {
                    "asset": name,
                    "marginBalance": text(equity),
                    "equity": text(equity),
                    "available": text(equity),
                    "initialMargin": "0",
                    "maintMargin": "0",
                    "unrealizedPNL": "0",
                    "adjustedEquity": text(equity),
                }
                for name, equity in sorted(asked.account.option_wallets.items())
            ],
            "greek": [],
            "time": asked.ms,
            "canTrade": True,
            "canDeposit": True,
            "canWithdraw": True,
            "reduceOnly": False,
            "tradeGroupId": -1,
        }
    ]


def option_positions(asked: Asked) -> list[Row]:
    """Compute `eapi/v1/position`."""
    return [
        {
            "entryPrice": text(p.entry),
            "symbol": p.symbol,
            "side": p.side,
            "quantity": text(p.amount),
            "markValue": text(p.amount * p.entry + p.upnl),
            "unrealizedPNL": text(p.upnl),
            "markPrice": text(p.entry),
            "strikePrice": p.symbol.split("-")[2] if p.symbol.count("-") > 1 else "0",
            "expiryDate": asked.ms + _EXPIRES_AFTER_MS,
            "priceScale": 2,
            "quantityScale": 2,
            "optionSide": "PUT" if p.symbol.endswith("-P") else "CALL",
            "quoteAsset": "USDT",
            "time": asked.ms,
            "bidQuantity": "0",
            "askQuantity": "0",
        }
        for p in asked.account.option_positions
    ]
