"""What the exchanges' documents call reads, typed a second time: what a scan may ask for.

Most of it stands beside the tests of the catalogues, which nothing of the tool reads; what
those leave out is here. None of it comes from the wheel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tests.exchanges import (
    test_binance_catalogue,
    test_bybit_catalogue,
    test_catalogue,
    test_kraken_catalogue,
    test_kucoin_catalogue,
    test_okx_history,
)
from tests.security.test_endpoints import READ_BY_POST

Read = tuple[str, str]
"""A verb and a path."""


def _okx() -> Iterator[str]:
    for path in {*test_catalogue.PUBLISHED, *test_catalogue.UNPUBLISHED}:
        yield f"/api/v5/{path}"


def _binance() -> Iterator[str]:
    for path in test_binance_catalogue.weights():
        yield f"/{path}"


def _bybit() -> Iterator[str]:
    for path in {*test_bybit_catalogue.limits(), "market/time", "market/tickers"}:
        yield f"/v5/{path}"


def _kraken() -> Iterator[str]:
    for path in test_kraken_catalogue.POINTS:
        yield f"/0/private/{path}"
    for path in ("Time", "Ticker", "SystemStatus"):
        yield f"/0/public/{path}"


def _kraken_futures() -> Iterator[str]:
    yield "/api/auth/v1/api-keys/v3/check"
    yield "/api/history/v3/account-log"
    for path in ("tickers", "accounts", "openorders", "openpositions", "subaccounts"):
        yield f"/derivatives/api/v3/{path}"
    yield "/derivatives/api/v3/assignmentprogram/current"


def _kucoin() -> Iterator[str]:
    for path in test_kucoin_catalogue.weights():
        yield f"/api/{path.removeprefix(test_kucoin_catalogue.FUTURES)}"


_PATHS: Final[dict[str, Callable[[], Iterator[str]]]] = {
    "okx": _okx,
    "binance": _binance,
    "bybit": _bybit,
    "kraken": _kraken,
    "kraken-futures": _kraken_futures,
    "kucoin": _kucoin,
}


def reads(family: str, *, saving: bool = False) -> frozenset[Read]:
    """Every verb and path that may be asked of an exchange of this family.

    Args:
        family: the family.
        saving: with what a backup of an OKX account asks for; of others nothing is typed.
    """
    by_post, paths = READ_BY_POST[family], {*_PATHS[family]()}
    if saving and family == "okx":
        paths |= {f"/api/v5/{path}" for path in test_okx_history.PUBLISHED}
    return frozenset(("POST" if path in by_post else "GET", path) for path in paths)


HEADERS: Final[dict[str, frozenset[str]]] = {
    "okx": frozenset(
        {"ok-access-key", "ok-access-sign", "ok-access-timestamp", "ok-access-passphrase"}
    ),
    "binance": frozenset({"x-mbx-apikey"}),
    "bybit": frozenset({"x-bapi-api-key", "x-bapi-timestamp", "x-bapi-recv-window", "x-bapi-sign"}),
    "kraken": frozenset({"api-key", "api-sign"}),
    "kraken-futures": frozenset({"apikey", "authent"}),
    "kucoin": frozenset(
        {
            *("kc-api-key", "kc-api-sign", "kc-api-timestamp", "kc-api-passphrase"),
            "kc-api-key-version",
        }
    ),
}
"""What the documents want beside a signed request, in lower case."""

PLAIN: Final = frozenset(
    {
        *("host", "user-agent", "accept", "accept-encoding", "connection"),
        *("content-type", "content-length"),
    }
)
"""What any request over HTTP has."""
