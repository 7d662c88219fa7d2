"""Factories of rows of the past, by the path of the list that shows them.

    rows.HISTORY["api/v3/myTrades"](symbol="BTCUSDT", qty="0.2")

Lists of which a scan reads what is under way stand in `rows.FACTORIES`.
"""

from __future__ import annotations

from collections.abc import Mapping

from readiness.simulator.binance.rows.history.earn import EARN
from readiness.simulator.binance.rows.history.futures import FUTURES
from readiness.simulator.binance.rows.history.kind import Factory
from readiness.simulator.binance.rows.history.loans import LOANS
from readiness.simulator.binance.rows.history.margin import MARGIN
from readiness.simulator.binance.rows.history.money import MONEY
from readiness.simulator.binance.rows.history.portfolio import PORTFOLIO
from readiness.simulator.binance.rows.history.trading import TRADING

HISTORY: Mapping[str, Factory] = {
    **TRADING,
    **MARGIN,
    **FUTURES,
    **PORTFOLIO,
    **MONEY,
    **EARN,
    **LOANS,
}
"""By path without the leading slash: a row of the list."""
