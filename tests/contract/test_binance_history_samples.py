"""Outside truth: what Binance's own samples of its lists hold is what a backup reads there."""

from __future__ import annotations

from typing import Any, Final

import pytest
from tests.contract.support import needs_samples, sample, samples_of

from readiness.exchanges.history import HistoryList, Onward
from readiness.exchanges.registry import load_catalogue
from readiness.exchanges.rows import rows_in, total_in

pytestmark = needs_samples("binance")

LISTS: Final = tuple(load_catalogue("binance").history.values())
SAMPLED: Final = tuple(
    entry
    for entry in LISTS
    if (samples_of("binance") / f"{entry.route.path[1:].replace('/', '-')}.json").is_file()
)
EVERY: Final = pytest.mark.parametrize("entry", SAMPLED, ids=lambda entry: entry.id)


def answer(entry: HistoryList) -> list[Any]:
    payload = sample("binance", entry.route.path[1:].replace("/", "-"))
    return payload if isinstance(payload, list) else [payload]


def test_there_are_samples_of_many_lists() -> None:
    """Deposits, fiat, P2P, Pay, Earn, loans, margin, options: the proof has teeth."""
    assert len(SAMPLED) >= 30


@EVERY
def test_the_sample_holds_rows_with_all_that_tells_them_apart(entry: HistoryList) -> None:
    """Where the rows are, what numbers them, and when they happened."""
    rows = rows_in(answer(entry), entry)
    assert rows
    wanted = {*entry.identity, *((entry.time,) if entry.time else ())}
    wanted |= {entry.paging.field} if isinstance(entry.paging, Onward) else set()
    for row in rows:
        assert wanted - {*row} == set()


@EVERY
def test_the_sample_states_its_number_where_it_is_expected(entry: HistoryList) -> None:
    """A total is a number at the documented place."""
    assert total_in(answer(entry), entry) >= 0
