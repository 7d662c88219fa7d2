"""What anybody may ask: the clock, the state of the platform, prices."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from readiness.simulator.kraken.account import KrakenAccount
from readiness.simulator.kraken.assets import pair
from readiness.simulator.kraken.errors import UNKNOWN_PAIR
from readiness.simulator.numbers import text
from readiness.simulator.tables.account import Row
from readiness.simulator.tables.refusal import RefusalError
from readiness.simulator.tables.route import Asked


def server_time(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `Time`."""
    now = datetime.fromtimestamp(asked.ms // 1000, UTC)
    return [
        {
            "unixtime": asked.ms // 1000,
            "rfc1123": now.strftime("%a, %d %b %y %H:%M:%S +0000"),
        }
    ]


def system_status(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `SystemStatus`: online, unless fields are put there."""
    now = datetime.fromtimestamp(asked.ms // 1000, UTC)
    return [{"status": "online", "timestamp": now.strftime("%Y-%m-%dT%H:%M:%SZ")}]


def tickers(asked: Asked[KrakenAccount]) -> list[Row]:
    """Compute `Ticker`: every asset with a price has a pair against the dollar."""
    pairs = {pair(asset): price for asset, price in asked.market.prices.items() if asset != "ZUSD"}
    named = asked.params.get("pair", "")
    wanted = named.split(",") if named else list(pairs)
    if not pairs.keys() >= set(wanted):
        raise RefusalError(UNKNOWN_PAIR)
    return [{name: _ticker(pairs[name]) for name in wanted}]


def _ticker(price: Decimal) -> Row:
    shown = text(price)
    return {
        "a": [shown, "1", "1.000"],
        "b": [shown, "1", "1.000"],
        "c": [shown, "0.10000000"],
        "v": ["10.00000000", "100.00000000"],
        "p": [shown, shown],
        "t": [10, 100],
        "l": [shown, shown],
        "h": [shown, shown],
        "o": shown,
    }
