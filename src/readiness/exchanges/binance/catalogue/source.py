"""The pages behind the catalogue, and the shorthand its families share.

Binance counts weights: every address family has a budget for each minute, counted per
IP address or per user id (general information pages of developers.binance.com, read
2026-08-21). Four fifths of each budget are used, so that other programs of the same
user find room.
"""

from datetime import date
from typing import Final

from readiness.exchanges.catalogue import Source
from readiness.gate.route import Limit, Per, Route

DOCS: Final = "https://developers.binance.com/docs/"
SDK: Final = "https://github.com/binance/binance-connector-python"
READ_ON: Final = date(2026, 8, 21)
"""The day of the official connector's edition that the catalogue was written from."""

_MINUTE: Final = 60.0
_SAPI_IP: Final = 9_600
_SAPI_UID: Final = 144_000
_API: Final = 4_800
_FUTURES: Final = 1_920
_OPTIONS: Final = 1_920
_PORTFOLIO_MARGIN: Final = 4_800


def documented(page: str) -> Source:
    """A page of the official reference, by its path below ``docs/``."""
    return Source(url=DOCS + page, checked=READ_ON)


def connector(package: str) -> Source:
    """A package of Binance's own connector, where no page of the reference is public."""
    return Source(url=f"{SDK}/tree/master/clients/{package}", checked=READ_ON)


def get(path: str, *parameters: str, signed: bool = True) -> Route:
    """A GET; a signed one also carries time, window and signature."""
    return Route("GET", f"/{path}", frozenset((*parameters, *(_SIGNATURE if signed else ()))))


def post(path: str, *parameters: str) -> Route:
    """One of the few POSTs that only read; what it says stands in the query."""
    return Route("POST", f"/{path}", frozenset((*parameters, *_SIGNATURE)))


_SIGNATURE: Final = ("timestamp", "recvWindow", "signature")


def sapi_ip(weight: int) -> Limit:
    """``/sapi``: each endpoint has a budget of its own, per IP address."""
    return Limit(_SAPI_IP, _MINUTE, Per.IP, weight)


def sapi_uid(weight: int) -> Limit:
    """``/sapi``: each endpoint has a budget of its own, per user id."""
    return Limit(_SAPI_UID, _MINUTE, Per.USER, weight)


def api(weight: int) -> Limit:
    """``/api``: one budget for all of it, per IP address."""
    return Limit(_API, _MINUTE, Per.IP, weight, pool="/api")


def futures(weight: int) -> Limit:
    """``/fapi`` and ``/dapi``: planned as one budget, since Binance has begun to merge them."""
    return Limit(_FUTURES, _MINUTE, Per.IP, weight, pool="/fapi")


def options(weight: int) -> Limit:
    """``/eapi``: one budget for all of it, per IP address."""
    return Limit(_OPTIONS, _MINUTE, Per.IP, weight, pool="/eapi")


def portfolio_margin(weight: int) -> Limit:
    """``/papi``: one budget for all of it, per IP address."""
    return Limit(_PORTFOLIO_MARGIN, _MINUTE, Per.IP, weight, pool="/papi")
