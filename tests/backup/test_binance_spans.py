"""Spans, halves and numbers: nothing is lost at a border, and nothing is saved twice."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.backup.binance import CATALOGUE, DAY
from tests.backup.support import Vault, statuses

from readiness.exchanges.history import Beginning, HistoryList, LastDays, Onward
from readiness.exchanges.paging import Capped
from readiness.simulator import BinanceAccount, binance_rows

NOW: Final = 1_780_000_000.0
NOW_MS: Final = int(NOW * 1000)
DEPOSITS: Final = "sapi/v1/capital/deposit/hisrec"
CONVERTS: Final = "sapi/v1/convert/tradeFlow"
TRADES: Final = "api/v3/myTrades"


@contextmanager
def backup(account: BinanceAccount, *lists: HistoryList) -> Iterator[Vault]:
    """A vault on a clock that stands still, in a directory of its own."""
    with tempfile.TemporaryDirectory() as folder:
        yield Vault(
            Path(folder) / "saved",
            account=account,
            exchange="binance",
            lists=lists,
            clock=lambda: NOW,
        )


def entry(name: str, **changes: Any) -> HistoryList:
    return replace(CATALOGUE.history[name], **changes)


def near_borders(days: int, spans: int) -> st.SearchStrategy[int]:
    """Ages in ms, most of them within a few ms of where one span ends and the next begins."""
    border = st.integers(0, spans).map(lambda number: number * (days * DAY - 1))
    beside = st.tuples(border, st.integers(-2, 2)).map(lambda each: max(0, sum(each)))
    return st.one_of(beside, st.integers(0, spans * days * DAY - 2 * spans))


@settings(max_examples=12, deadline=None)
@given(st.lists(near_borders(90, 3), min_size=1, max_size=12))
def test_every_deposit_around_the_borders_is_saved_once(ages: Sequence[int]) -> None:
    """Wherever a row lies, one span shows it, and two that share a moment save it once."""
    account = BinanceAccount()
    made = [binance_rows.deposit(insertTime=NOW_MS - age) for age in ages]
    account.put(DEPOSITS, *made)
    day = datetime.fromtimestamp(NOW - 271 * 86_400, UTC).date()
    with backup(account, entry(DEPOSITS, reach=Beginning(day))) as vault:
        assert vault.save().complete
        saved = vault.rows(DEPOSITS)
    assert sorted(row["id"] for row in saved) == sorted(row["id"] for row in made)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 40 * DAY // 1000), max_size=30, unique=True))
def test_a_full_answer_is_asked_for_in_halves(seconds: Sequence[int]) -> None:
    """However the rows lie, at most three an answer are enough to get all of them."""
    account = BinanceAccount()
    made = [binance_rows.convert_trade(createTime=NOW_MS - each * 1000) for each in seconds]
    account.put(CONVERTS, *made)
    with backup(account, entry(CONVERTS, paging=Capped(3), reach=LastDays(41))) as vault:
        assert vault.save().complete
        saved = vault.rows(CONVERTS)
    assert sorted(row["orderId"] for row in saved) == sorted(row["orderId"] for row in made)


def test_more_rows_of_one_moment_than_an_answer_holds() -> None:
    """They cannot be told apart by time, so the list is not complete and says so."""
    account = BinanceAccount()
    account.put(CONVERTS, *(binance_rows.convert_trade(createTime=NOW_MS - DAY) for _ in range(3)))
    with backup(account, entry(CONVERTS, paging=Capped(3), reach=LastDays(10))) as vault:
        manifest = vault.save()
    assert statuses(manifest) == {CONVERTS: "incomplete"}
    assert "full answer" in (manifest.lists[0].reason or "")


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 10**6), max_size=25, unique=True), st.integers(1, 7))
def test_a_list_that_goes_on_from_a_number(numbers: Sequence[int], size: int) -> None:
    """Whatever the numbers and the size of a page, each trade once, from the very first."""
    account = BinanceAccount()
    make = binance_rows.HISTORY[TRADES]
    account.put(TRADES, *(make(id=number, time=NOW_MS - DAY) for number in numbers))
    with backup(account, entry(TRADES, paging=Onward("fromId", "id", size=size))) as vault:
        assert vault.save().complete
        assert sorted(row["id"] for row in vault.rows(TRADES)) == sorted(numbers)


@pytest.mark.sampled(4)
@pytest.mark.parametrize(
    "name",
    [
        each.id
        for each in CATALOGUE.history.values()
        if each.spans and not each.each and each.applies({"kind": "main"})
    ],
)
def test_no_question_is_longer_or_reaches_further_than_is_served(name: str) -> None:
    """Every span of a fresh backup is one that the exchange answers."""
    days = 400
    listed = CATALOGUE.history[name]
    if isinstance(listed.reach, Beginning):
        day = datetime.fromtimestamp(NOW - days * 86_400, UTC).date()
        listed = replace(listed, reach=Beginning(day))
    account = BinanceAccount(
        info={"isPortfolioMarginRetailEnabled": True, "vipLevel": 1}, pm_pro=True
    )
    with backup(account, listed) as vault:
        assert statuses(vault.save()) == {name: "complete"}
    path = listed.route.path[1:]
    assert {each.status for each in vault.simulator.requests if each.path == path} == {200}
