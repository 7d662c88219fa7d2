"""Backups of exchanges whose lists tell the next page by a token, an offset or an id."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from tests.backup.support import Vault, statuses

from readiness.backup import verify
from readiness.exchanges.registry import load_catalogue
from readiness.simulator.bybit import rows as bybit
from readiness.simulator.kraken import rows as kraken
from readiness.simulator.kucoin import rows as kucoin

DAY_MS: Final = 86_400_000
Row = dict[str, Any]

LISTS: Final[dict[str, tuple[str, str, Callable[..., Row], int]]] = {
    "account/transaction-log": ("bybit", "transactionTime", bybit.trading_log, 1),
    "asset/withdraw/query-record": ("bybit", "createTime", bybit.withdrawal, 1),
    "asset/fundinghistory": ("bybit", "createTime", bybit.funding_log, 1000),
    "Ledgers": ("kraken", "time", kraken.ledger_entry, 1000),
    "WithdrawStatus": ("kraken", "time", kraken.withdrawal, 1000),
    "api/v1/accounts/ledgers": ("kucoin", "createdAt", kucoin.ledger, 1),
}
"""Exchange, field of the time, a row, and milliseconds in a unit of that time."""


@pytest.mark.sampled(2)
@pytest.mark.parametrize("name", LISTS)
def test_every_row_is_saved_once_and_in_order(tmp_path: Path, name: str) -> None:
    """More of today than a page holds, and older ones."""
    exchange, field, factory, unit = LISTS[name]
    vault = Vault(tmp_path / "x", exchange=exchange, only=(name,))
    now = int(vault.time() * 1000)
    moments = [now - number * 2_000 for number in range(1, 130)]
    moments += [now - days * DAY_MS for days in (3, 40, 300)]
    planted = [factory(**{field: str(moment // unit)}) for moment in moments]
    vault.account.put(name, *planted)
    manifest = vault.save()
    assert statuses(manifest) == {name: "complete"}
    times = [int(float(str(row[field]))) for row in vault.rows(name)]
    assert times == sorted(moment // unit for moment in moments)
    assert [check.wrong for check in verify(vault.folder)[1] if check.wrong] == []


@pytest.mark.parametrize("exchange", ["bybit", "kraken", "kucoin"])
def test_every_list_is_a_documented_read(exchange: str) -> None:
    """With a source and the day it was read; what does not reach back says where the rest is."""
    for entry in load_catalogue(exchange).history.values():
        assert entry.purpose
        assert entry.source.url.startswith("https://")
        assert entry.route.method == ("POST" if exchange == "kraken" else "GET")
        sent = {name for call in entry.calls for name in call.params}
        sent |= {entry.spans.start, entry.spans.end} if entry.spans else set[str]()
        assert sent <= entry.route.parameters
