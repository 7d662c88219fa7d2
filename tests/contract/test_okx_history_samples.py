"""Outside truth: OKX's own sample answers of its lists of history are read and saved whole."""

from __future__ import annotations

import json
from typing import Any, Final

import pytest
from tests.contract.support import needs_samples, sample, samples_of

from readiness.backup.lines import identity_of, line_of, time_of
from readiness.backup.table import heading, record
from readiness.exchanges.history import HistoryList
from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.exchanges.paging import CursorKind, Pages

pytestmark = needs_samples("okx")

WITHOUT_A_SAMPLE: Final = {
    "trade/orders-algo-history",
    "trade/one-click-repay-history",
    "sprd/orders-history-archive",
    "sprd/trades",
    "copytrading/subpositions-history",
    "tradingBot/grid/orders-algo-history",
    "tradingBot/signal/orders-algo-history",
    "tradingBot/signal/positions-history",
    "tradingBot/dca/history-list",
    "tradingBot/recurring/orders-algo-history",
    "finance/okusd/rewards/history",
}
"""Lists of which no official sample answer is at hand."""

MADE_BY_US: Final = {"finance/simple-earn-fixed/order-list"}
"""Its sample was put together by hand, since nobody publishes one."""

SAMPLED: Final = [e for e in CATALOGUE.history.values() if e.id not in WITHOUT_A_SAMPLE]


def raw_rows(entry: HistoryList) -> list[dict[str, Any]]:
    """The rows of the sample of a list."""
    payload = sample("okx", entry.id.replace("/", "-"))
    assert payload["code"] == "0"
    found: list[dict[str, Any]] = payload["data"]
    return found


def test_what_has_a_sample_is_looked_at() -> None:
    """A sample that comes up later is noticed."""
    there = {path.stem for path in samples_of("okx").glob("*.json")}
    assert {e.id for e in CATALOGUE.history.values() if e.id.replace("/", "-") not in there} == (
        WITHOUT_A_SAMPLE
    )


@pytest.mark.parametrize("entry", SAMPLED, ids=lambda entry: entry.id)
def test_what_tells_rows_apart_is_there(entry: HistoryList) -> None:
    """Identity, time and cursor are fields of every row, and tell the sample's rows apart."""
    rows = raw_rows(entry)
    assert rows
    for row in rows:
        assert set(entry.identity) <= set(row)
        assert all(row[field] not in ("", None) for field in entry.identity)
        assert time_of(row, entry.time) > 1_500_000_000_000
        if not isinstance(entry.paging, Pages):
            assert entry.id in MADE_BY_US
            continue
        cursor = row[entry.paging.field]
        assert isinstance(cursor, str)
        assert cursor
        if entry.paging.kind is CursorKind.TIME:
            assert cursor.isdigit()
    lines = {line_of(row) for row in rows}
    assert len({identity_of(row, line_of(row), entry.identity) for row in rows}) == len(lines)


@pytest.mark.parametrize("entry", SAMPLED, ids=lambda entry: entry.id)
def test_a_row_is_saved_whole(entry: HistoryList) -> None:
    """As the line that it came as, and as a row of a table."""
    text = (samples_of("okx") / f"{entry.id.replace('/', '-')}.json").read_text(encoding="utf-8")
    for row, plain in zip(raw_rows(entry), json.loads(text)["data"], strict=True):
        assert json.loads(line_of(row)) == plain
        columns = list(row)
        assert record(row, columns).decode("utf-8")
        assert heading(columns).decode("utf-8").rstrip("\r\n").split(",") == columns
