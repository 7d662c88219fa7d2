"""What is promised, as data. Every promise is a ratio of two things measured in one run.

The machine that measures may be busy, so what the processor has a part in is promised with some
room. What it has no part in, requests and simulated seconds, is held exactly: here and, in a few
seconds, by the test suite.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

OF_CCXT: Final = "time / ccxt"
"""Our seconds over those of plain ccxt for the same requests."""

OF_FLOOR: Final = "time / floor"
"""Our seconds over what limits and distance take at least."""

MEMORY: Final = "memory / ccxt"
"""Our peak memory over that of plain ccxt."""

REQUESTS: Final = "requests / expected"
"""Requests over what `SCANS` says."""

AGAIN: Final = "requests made again"
TOO_FAST: Final = "requests over a limit"

ALWAYS: Final[Mapping[str, float]] = {REQUESTS: 1.0, AGAIN: 0, TOO_FAST: 0}
"""At most so much, of every piece of work."""

PROMISED: Final[Mapping[str, Mapping[str, float]]] = {
    "okx": {OF_CCXT: 0.2, OF_FLOOR: 2.0, MEMORY: 1.1},
    "binance": {OF_CCXT: 0.05, OF_FLOOR: 15.0, MEMORY: 1.1},
    "bybit": {OF_CCXT: 1.0, OF_FLOOR: 15.0, MEMORY: 1.1},
    "kraken": {OF_CCXT: 0.75, OF_FLOOR: 1.1, MEMORY: 1.1},
    "kraken-futures": {OF_CCXT: 0.5, OF_FLOOR: 6.0, MEMORY: 1.1},
    "kucoin": {OF_CCXT: 1.0, OF_FLOOR: 12.0, MEMORY: 1.1},
    "30 sub-accounts": {OF_CCXT: 0.2, OF_FLOOR: 1.5, MEMORY: 1.1},
    "many sub-accounts": {OF_CCXT: 0.75, OF_FLOOR: 1.1, MEMORY: 2.0},
    "many accounts": {OF_CCXT: 1.0, OF_FLOOR: 1.5, MEMORY: 2.0},
    "out of order": {},
}
"""At most so much, by the key of the work."""

HELP: Final = "--help / loading ccxt"
RUN: Final = "command / loading ccxt"
LOADS: Final = "loads ccxt"
STARTS: Final[Mapping[str, float]] = {HELP: 0.25, RUN: 1.75, LOADS: 0}
"""At most so much, of every command that asks no exchange anything."""


@dataclass(frozen=True)
class Cost:
    """What one scan takes.

    Attributes:
        requests: how many.
        seconds: in simulated time, at 80 ms there and back: limits, distance and order of asking.
    """

    requests: int
    seconds: float


SCANS: Final[Mapping[tuple[str, str], Cost]] = {
    ("okx", "clean"): Cost(123, 5.88),
    ("okx", "empty"): Cost(123, 5.88),
    ("okx", "messy"): Cost(107, 4.64),
    ("binance", "clean"): Cost(313, 1.20),
    ("binance", "empty"): Cost(313, 1.20),
    ("binance", "messy"): Cost(223, 0.88),
    ("bybit", "clean"): Cost(119, 1.52),
    ("bybit", "empty"): Cost(122, 1.68),
    ("bybit", "messy"): Cost(137, 1.44),
    ("kraken", "clean"): Cost(23, 24.77),
    ("kraken", "empty"): Cost(25, 30.91),
    ("kraken", "messy"): Cost(23, 18.72),
    ("kraken-futures", "clean"): Cost(12, 0.48),
    ("kraken-futures", "empty"): Cost(12, 0.48),
    ("kraken-futures", "messy"): Cost(9, 0.32),
    ("kucoin", "clean"): Cost(91, 1.20),
    ("kucoin", "empty"): Cost(91, 1.20),
    ("kucoin", "messy"): Cost(69, 0.96),
}
"""By exchange and account: new and clean, empty with a past (both looked at twice), or full."""

PER_SUB_ACCOUNT: Final = Cost(2, 1 / 3)
"""With OKX's master key: two requests for each, side by side, each 6 in 2 s."""


PAGE: Final = 100
"""Sub-accounts in one answer of their list; a full one leads to the next."""


def requests_of(exchange_ids: Iterable[str], sub_accounts: int = 0) -> int:
    """Requests that scans of clean accounts take."""
    accounts = sum(SCANS[exchange_id, "clean"].requests for exchange_id in exchange_ids)
    return accounts + sub_accounts * PER_SUB_ACCOUNT.requests + sub_accounts // PAGE
