"""A Binance account with a past in every list, and which list shows which row of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from tests.backup.support import Vault

from readiness.backup.lines import without
from readiness.exchanges.binance.catalogue.spot import TRANSFER_TYPES
from readiness.exchanges.history import Beginning, HistoryList, LastDays, Since
from readiness.exchanges.registry import load_catalogue
from readiness.simulator import BinanceAccount, binance_rows
from readiness.simulator.binance.routes import ROUTES
from readiness.simulator.reply import encode

CATALOGUE: Final = load_catalogue("binance")
FACTORIES: Final = {**binance_rows.FACTORIES, **binance_rows.HISTORY}
DAY: Final = 86_400_000
SUB: Final = "sub@example.com"
PAIR: Final = "ETHUSDT"
FEW_DAYS: Final = 35
"""So far back the lists of these tests reach at most: years would be thousands of requests."""

_EXERCISED: Final = "ETH-260327-3000-C"
OF_THE_PAIR: Final[Mapping[str, Mapping[str, Any]]] = {
    "sapi/v1/margin/allOrders": {"symbol": PAIR, "isIsolated": True},
    "sapi/v1/margin/myTrades": {"symbol": PAIR, "isIsolated": True},
    "sapi/v1/margin/allOrderList": {"symbol": PAIR, "isIsolated": True},
    "sapi/v1/margin/borrow-repay": {"isolatedSymbol": PAIR},
    "sapi/v1/margin/interestHistory": {"isolatedSymbol": PAIR},
    "sapi/v1/margin/capital-flow": {"symbol": PAIR},
    "sapi/v1/asset/transfer": {"type": "MARGIN_ISOLATEDMARGIN"},
    "eapi/v1/exerciseRecord": {"symbol": _EXERCISED},
    "eapi/v1/userTrades": {"symbol": _EXERCISED},
}
"""Fields of rows that a list shows only if it is asked about that pair or that option."""


def shortened(days: int = FEW_DAYS) -> tuple[HistoryList, ...]:
    """The catalogue's lists, none of them longer than some days."""
    reach = Beginning((datetime.now(UTC) - timedelta(days=days)).date())

    def shorter(entry: HistoryList) -> HistoryList:
        match entry.reach:
            case Beginning() | Since():
                return replace(entry, reach=reach)
            case LastDays(days=most):
                return replace(entry, reach=LastDays(min(most, days)))
            case _:
                return entry

    return tuple(map(shorter, CATALOGUE.history.values()))


def owner() -> BinanceAccount:
    """An account that has opened everything."""
    account = BinanceAccount(
        info={"isPortfolioMarginRetailEnabled": True, "vipLevel": 3}, pm_pro=True
    )
    account.isolated(PAIR)
    account.sub_account(SUB)
    return account


@dataclass(frozen=True)
class Past:
    """Rows by the path that shows them."""

    rows: Mapping[str, list[dict[str, Any]]]

    @classmethod
    def of(cls, account: BinanceAccount) -> Past:
        """Plant rows of several ages in every list."""
        rows = {entry.route.path[1:]: list(_rows(entry)) for entry in CATALOGUE.history.values()}
        for path, planted in rows.items():
            (account.subs[SUB] if ROUTES[path].sub_scope else account).put(path, *planted)
        return cls(rows)

    def shown_by(self, entry: HistoryList) -> list[dict[str, Any]]:
        """What a list has to save, as a decoder reads it."""
        planted = self.rows[entry.route.path[1:]]
        kept = [without(row, entry.left_out) for row in planted if _shows(entry, row)]
        return [as_read(row) for row in kept]


def as_read(row: Any) -> dict[str, Any]:
    """A row as it comes out of a file: numbers with a fraction keep their digits."""
    decoded = json.loads(encode(row), parse_float=str)
    assert isinstance(decoded, dict)
    return decoded


def saved(vault: Vault, request: str) -> list[dict[str, Any]]:
    """The saved rows of a list, read the same way."""
    (record,) = [each for each in vault.manifest().lists if each.request == request]
    if record.jsonl is None:
        return []
    text = (vault.folder / record.jsonl.path).read_text(encoding="utf-8")
    return [json.loads(line, parse_float=str) for line in text.splitlines()]


def in_order(rows: list[dict[str, Any]]) -> list[str]:
    """Rows in an order that does not depend on how they were read."""
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def _rows(entry: HistoryList) -> Iterator[dict[str, Any]]:
    path = entry.route.path[1:]
    make = FACTORIES[path]
    days = getattr(entry.reach, "days", FEW_DAYS)
    for age in (0.2, 0.5, min(days, FEW_DAYS) - 1.5):
        yield _aged(make(), entry.time, age)
    for _ in range(2):
        own = OF_THE_PAIR.get(path)
        if own:
            yield _aged(make(**own), entry.time, 0.7)


def _aged(row: dict[str, Any], field: str, age: float) -> dict[str, Any]:
    if not field:
        return row
    stamp = binance_rows.new_ts() + int((3 - age) * DAY)
    if not isinstance(row[field], str):
        return row | {field: stamp}
    return row | {field: str(stamp) if row[field].isdigit() else binance_rows.utc(stamp)}


def _shows(entry: HistoryList, row: Mapping[str, Any]) -> bool:
    path, _, suffix = entry.id.partition(":")
    of_pair = "isolated" in suffix
    match path:
        case "sapi/v1/asset/transfer":
            return (row["type"] in TRANSFER_TYPES) != of_pair
        case "sapi/v1/margin/capital-flow":
            return bool(row["symbol"] == PAIR) or not of_pair
        case "eapi/v1/userTrades":
            return bool(row["symbol"] == _EXERCISED) == (suffix == "exercised")
        case "eapi/v1/historyOrders":
            return bool(row["symbol"] != _EXERCISED)
        case _ if "isIsolated" in row and suffix in ("", "isolated") and "margin/" in path:
            return path.endswith("forceLiquidationRec") or bool(row["isIsolated"]) == of_pair
        case _:
            return True


def vault_of(folder: Path, account: BinanceAccount, *only: str, **more: Any) -> Vault:
    """A vault of that account, its lists shortened."""
    return Vault(folder, account=account, exchange="binance", only=only, lists=shortened(), **more)
