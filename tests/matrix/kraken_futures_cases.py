"""Kraken's futures: for every request, one thing that it alone reveals.

Keyed by the request's id. A test compares this table with the catalogue.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from tests.matrix.cases import Arrange, Case, blocks

from readiness.domain.verdict import Verdict
from readiness.simulator import KrakenFuturesAccount
from readiness.simulator import kraken_futures_rows as rows

SUB: Final = "grid01"
_V3: Final = "derivatives/api/v3"
_LOG: Final = "api/history/v3/account-log"
_USDM: Final = "wallet.futures-usdm"
_COINM: Final = "wallet.futures-coinm"


def put(path: str, *entries: dict[str, Any]) -> Arrange:
    """Put rows under a path."""
    return lambda account: account.put(path, *entries)


def cash(currency: str, amount: str) -> Arrange:
    """A balance of the holding wallet."""
    return lambda account: account.hold(currency, amount)


def flex(currency: str, amount: str, **more: Any) -> Arrange:
    """A currency of the multi-collateral wallet."""
    return lambda account: account.collateral(currency, amount, **more)


def margin(**more: Any) -> Arrange:
    """A single-collateral wallet with some balances."""
    return lambda account: account.margin("fi_xbtusd", "xbt", **more)


def sub(arrange: Arrange) -> Arrange:
    """Something that a sub-account holds."""
    return lambda account: arrange(account.sub_account(SUB))


def sub_account(account: KrakenFuturesAccount) -> None:
    """A sub-account in which nothing is."""
    account.sub_account(SUB)


def in_sub(name: str, arrange: Arrange, *areas: str) -> Case:
    """Told in the sub-account's own scope, and the sub-account besides."""
    found = {"main": frozenset({"sub-accounts"}), SUB: frozenset(areas)}
    return Case(name, sub(arrange), found)


def unexplained(name: str, arrange: Arrange) -> Case:
    """A number that only orders or positions can have, and neither is there."""
    return blocks(name, arrange, "account.totals", verdict=Verdict.INCOMPLETE)


def moved(account: KrakenFuturesAccount) -> None:
    """An entry that is written as the scan begins."""
    date = datetime.fromtimestamp(time.time(), UTC).isoformat(timespec="milliseconds")
    account.put(_LOG, rows.log_entry(date=date.replace("+00:00", "Z")))


def orders(*symbols: str, **more: Any) -> Arrange:
    """Orders for some contracts."""
    return put(f"{_V3}/openorders", *(rows.open_order(symbol=name, **more) for name in symbols))


def positions(*symbols: str, **more: Any) -> Arrange:
    """Positions in some contracts, of which the wallets show nothing."""
    zero = {"unrealizedPnl": 0, "unrealizedFunding": 0}
    made = (rows.open_position(symbol=name, **zero, **more) for name in symbols)
    return put(f"{_V3}/openpositions", *made)


MOVED: Final = blocks("moved", moved, "transfers.internal", verdict=Verdict.INCOMPLETE)

CASES: Final[Mapping[str, tuple[Case, ...]]] = {
    f"{_V3}/accounts": (
        blocks("dust in the holding wallet", cash("xbt", "0.00000001"), _USDM),
        blocks("a credit", cash("usd credit", "5"), _USDM),
        blocks("below zero in the holding wallet", cash("usd", "-0.01"), _USDM),
        blocks("collateral", flex("USD", "0.5"), _USDM),
        blocks("collateral without a price", flex("NOPRICE", "3"), _USDM),
        blocks("collateral below zero", flex("USDT", "-2"), _USDM),
        blocks("single collateral", margin(xbt="0.0002"), _COINM),
        blocks("another coin in a single-collateral wallet", margin(xrp="1"), _COINM),
        blocks("single collateral below zero", margin(xbt="-0.0002"), _COINM),
        blocks(
            "a position among the balances",
            margin(FI_XBTUSD_171215="-15000"),
            "positions.futures-coinm",
        ),
        blocks(
            "a position of another kind among the balances",
            margin(PF_XBTUSD="0.1"),
            "positions.futures-usdm",
        ),
        unexplained("margin of a single-collateral wallet", margin(margin="0.1")),
        unexplained("a result of a single-collateral wallet", margin(pnl="-0.1")),
        unexplained(
            "funding of a single-collateral wallet",
            margin(fields={"auxiliary": {"pnl": 0, "funding": "0.1"}}),
        ),
        unexplained(
            "worth of an empty single-collateral wallet",
            margin(fields={"auxiliary": {"pv": "0.1", "pnl": 0, "funding": 0}}),
        ),
        unexplained(
            "a result of a wallet of a new kind",
            margin(fields={"type": "newAccount", "auxiliary": {"pnl": "0.1", "funding": 0}}),
        ),
        unexplained(
            "margin of a wallet of a new kind",
            margin(fields={"type": "newAccount", "marginRequirements": {"im": "0.1"}}),
        ),
    ),
    f"{_V3}/openorders": (
        blocks("a perpetual", orders("PF_XBTUSD"), "orders.futures-usdm"),
        blocks("a dated one", orders("FF_XBTUSD_261225"), "orders.futures-usdm"),
        blocks("a contract of a new kind", orders("XX_NEW"), "orders.futures-usdm"),
        blocks("an inverse perpetual", orders("PI_XBTUSD"), "orders.futures-coinm"),
        blocks("an inverse dated one", orders("FI_XBTUSD_261225"), "orders.futures-coinm"),
        blocks("in small letters", orders("pi_xbtusd"), "orders.futures-coinm"),
        blocks("a state nobody knows", orders("PF_XBTUSD", status="new"), "orders.futures-usdm"),
        blocks("nothing unfilled", orders("PF_XBTUSD", unfilledSize=0), "orders.futures-usdm"),
        blocks(
            "waits for a price",
            put(f"{_V3}/openorders", rows.stop_order()),
            "orders.futures-usdm",
        ),
    ),
    f"{_V3}/openpositions": (
        blocks("a perpetual", positions("PF_XBTUSD"), "positions.futures-usdm"),
        blocks("a dated one", positions("FF_XBTUSD_261225"), "positions.futures-usdm"),
        blocks("a contract of a new kind", positions("XX_NEW"), "positions.futures-usdm"),
        blocks("an inverse perpetual", positions("PI_XBTUSD"), "positions.futures-coinm"),
        blocks("an inverse dated one", positions("FI_XBTUSD_261225"), "positions.futures-coinm"),
        blocks("of no size", positions("PF_XBTUSD", size=0), "positions.futures-usdm"),
    ),
    f"{_V3}/assignmentprogram/current": (
        blocks(
            "positions of others",
            put(f"{_V3}/assignmentprogram/current", rows.participant()),
            "account.settings",
        ),
    ),
    _LOG: (MOVED,),
    f"{_LOG}:since": (MOVED,),
    f"{_V3}/subaccounts": (
        blocks("empty", sub_account, "sub-accounts", verdict=Verdict.UNCONFIRMED),
        in_sub("holding wallet", cash("xbt", "0.00000001"), _USDM),
        in_sub("collateral", flex("USDT", "5"), _USDM),
        in_sub("collateral below zero", flex("USDT", "-5"), _USDM),
        in_sub("single collateral", margin(xbt="0.1"), _COINM),
        in_sub("single collateral below zero", margin(xbt="-0.1"), _COINM),
        in_sub("collateral that margin holds", flex("USD", "5", used="2"), _USDM, "account.totals"),
    ),
}
"""What each request reveals."""
