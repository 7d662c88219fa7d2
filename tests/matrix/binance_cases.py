"""Binance: for every request, one thing that it alone reveals.

Keyed by the request's id. Where a request makes several calls (by state, by kind), there is
a case for each of them. A test compares this table with the catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tests.matrix import (
    binance_earn_cases,
    binance_motion_cases,
    binance_trade_cases,
    binance_wallet_cases,
)
from tests.matrix.cases import Case

CASES: Final[Mapping[str, tuple[Case, ...]]] = {
    **binance_wallet_cases.CASES,
    **binance_trade_cases.CASES,
    **binance_earn_cases.CASES,
    **binance_motion_cases.CASES,
}
