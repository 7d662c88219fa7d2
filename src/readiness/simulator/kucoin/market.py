"""What is the same for every account: prices."""

from __future__ import annotations

from typing import ClassVar

from readiness.simulator.tables.market import Market


class KucoinMarket(Market):
    """Public data of the embedded KuCoin."""

    PRICES: ClassVar = {**Market.PRICES, "KCS": "10"}
