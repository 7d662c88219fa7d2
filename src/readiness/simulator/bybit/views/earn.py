"""Earn figures that stand beside lists, or alone."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from readiness.simulator.bybit.account import BybitAccount
from readiness.simulator.numbers import loose, usd
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.route import Asked

_ZERO = Decimal(0)


def token_position(_asked: Asked[BybitAccount]) -> list[Row]:
    """Compute `earn/token/position`: none, unless fields are put there."""
    row: Row = {
        "totalAmount": "0",
        "totalYield": "0",
        "yesterdayYield": "0",
        "aprE8": "60000000",
        "bonusAprE8": "0",
        "bonusMaxAmount": "",
        "hasQuota": True,
    }
    return [row]


def launchpool_totals(asked: Asked[BybitAccount], rows: list[Any]) -> Mapping[str, Any]:
    """Say beside the stakes what they are worth."""
    price = asked.market.price
    stakes = [row for row in rows if isinstance(row, dict)]
    worth = sum(
        (loose(row.get("stakeAmount")) * price(str(row.get("stakeCoin"))) for row in stakes), _ZERO
    )
    earned = sum(
        (loose(row.get("totalReward")) * price(str(row.get("rewardCoin"))) for row in stakes), _ZERO
    )
    return {
        "totalInvestmentUsd": usd(worth),
        "totalEarningsUsd": usd(earned),
        "todayEarningsUsd": "0",
    }
