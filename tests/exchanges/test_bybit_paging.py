"""Bybit's lists are read to their end, or they are not read."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any, Final

import pytest
from tests.each import each
from tests.exchanges.support import FULL, Desk, Found

from readiness.domain.answer import Cause, Proof, Seen, Unknown
from readiness.domain.items import Transfer
from readiness.exchanges.bybit.catalogue import CATALOGUE
from readiness.exchanges.catalogue import Request
from readiness.exchanges.paging import Capped, Newest, Tokens
from readiness.simulator import BybitAccount, Fault, Quirk, bybit_rows
from readiness.simulator.bybit.routes import TABLE

SUB: Final = "grid01"
DAY: Final = 86_400_000

LISTS: Final = [entry for entry in CATALOGUE if isinstance(entry.paging, Tokens)]
NAMED: Final = {"user/submembers": 1, "user/escrow_sub_members": 12}
"""Lists of sub-accounts, and the kind that stands in them: each entry is one."""
OF_A_SUB: Final = {"asset/deposit/query-sub-member-record": "asset/deposit/query-record"}

EVERY = each("entry", LISTS)


def path_of(entry: Request) -> str:
    return entry.id.partition(":")[0]


def place_of(entry: Request) -> str:
    """Where the rows of the request's first call are put."""
    path = path_of(entry)
    return TABLE[OF_A_SUB.get(path, path)].place(entry.calls[0].params)


def tokens(entry: Request) -> Tokens:
    assert isinstance(entry.paging, Tokens)
    return entry.paging


def rows_of(entry: Request, count: int) -> list[dict[str, Any]]:
    """Rows of which no two are alike."""
    made = [bybit_rows.FACTORIES[place_of(entry)]() for _ in range(count)]
    if path_of(entry) == "position/list":
        return [row | {"symbol": f"C{number}USDT"} for number, row in enumerate(made)]
    return made


def filled(entry: Request, count: int) -> tuple[Desk, dict[str, str]]:
    """An account with so many rows in one list, and what says whose list it is."""
    account = BybitAccount()
    if entry.id in NAMED:
        for number in range(count):
            account.sub_account(f"s{number}", kind=NAMED[entry.id])
        return Desk(account, "bybit"), {}
    owner = account.sub_account(SUB) if entry.scope_parameter else account
    owner.put(place_of(entry), *rows_of(entry, count))
    scope = {entry.scope_parameter: owner.uid} if entry.scope_parameter else {}
    return Desk(account, "bybit"), scope


def fetched(desk: Desk, entry: Request, scope: dict[str, str]) -> Found:
    """The request's first call alone, in its newest span."""
    windows = replace(entry.windows, count=1) if entry.windows else None
    alone = replace(entry, calls=entry.calls[:1], windows=windows)
    return desk.fetch(alone, scope_params=scope)


def seen(found: Found) -> int:
    """How many rows were read."""
    return sum(proof.rows for entry in found.fetched for proof in entry.read.evidence)


@pytest.mark.sampled(3)
@pytest.mark.matrix
@EVERY
@pytest.mark.parametrize("extra", [-1, 0, 1])
@pytest.mark.parametrize("full", [1, 2] if FULL else [1])
def test_lists_at_the_page_border(entry: Request, full: int, extra: int) -> None:
    """Each list, around full pages: every row is seen, and the answers tell the end."""
    count = full * tokens(entry).size + extra
    found = fetched(*_with(entry, count))
    assert found.failures() == []
    assert seen(found) == count
    (read,) = [each.read for each in found.fetched]
    assert [proof.proof for proof in read.evidence] == [Proof.LAST_PAGE]


def _with(entry: Request, count: int) -> tuple[Desk, Request, dict[str, str]]:
    desk, scope = filled(entry, count)
    return desk, entry, scope


@EVERY
def test_a_list_that_fails_at_the_second_page(entry: Request) -> None:
    """What fails behind the first page makes the list unknown, with the first page in it."""
    desk, scope = filled(entry, tokens(entry).size + 1)
    second = tokens(entry).parameter
    desk.line.fault(path_of(entry), Fault.error("-99999"), when=lambda query: second in query)
    found = fetched(desk, entry, scope)
    assert found.failures() == [(entry.id, "-99999")]
    assert all(isinstance(answer, Unknown) for answer in found.by_area().values())
    (read,) = [each.read for each in found.fetched]
    assert len(read.rows) == tokens(entry).size


@EVERY
@pytest.mark.parametrize("quirk", [Quirk.SAME_PAGE, Quirk.NO_CURSOR])
def test_a_list_that_repeats_itself(entry: Request, quirk: Quirk) -> None:
    """Whatever the token is answered with, a circle is no list that was read to its end."""
    desk, scope = filled(entry, tokens(entry).size + 1)
    desk.line.fault(path_of(entry), Fault.paging(quirk))
    found = fetched(desk, entry, scope)
    assert {code for _, code in found.failures()} == {Cause.PAGING.value}
    assert all(isinstance(answer, Unknown) for answer in found.by_area().values())


ENDLESS: Final = {"user/submembers"}
"""Two hundred pages each: one will do, unless everything is wanted."""


@pytest.mark.matrix
@each("entry", [entry for entry in LISTS if FULL or entry.id in ENDLESS])
def test_a_list_without_end(entry: Request) -> None:
    """Full pages of ever new rows are given up, and not only after a very long time."""
    desk, scope = filled(entry, 3)
    desk.line.fault(path_of(entry), Fault.paging(Quirk.ENDLESS))
    found = fetched(desk, entry, scope)
    assert {code for _, code in found.failures()} == {Cause.PAGING.value}
    assert len(desk.line.sent) <= 202


SHORT: Final = [entry for entry in CATALOGUE if isinstance(entry.paging, Capped)]


@pytest.mark.parametrize("entry", SHORT, ids=lambda entry: entry.id)
@pytest.mark.parametrize("extra", [-1, 0])
def test_a_list_that_is_cut_off(entry: Request, extra: int) -> None:
    """Where there is no next page, a full one proves nothing."""
    assert isinstance(entry.paging, Capped)
    found = fetched(*_with(entry, entry.paging.size + extra))
    expected = [] if extra < 0 else [(entry.id, Cause.PAGING.value)]
    assert found.failures() == expected


def test_only_what_looks_back_a_moment_reads_the_newest_page_alone() -> None:
    """A newest page proves nothing about what is older, so nothing rests on it."""
    newest = {entry.id for entry in CATALOGUE if isinstance(entry.paging, Newest)}
    assert newest == {
        "asset/transfer/query-universal-transfer-list:since",
        "account/transaction-log",
        "asset/fundinghistory",
    }


# The field that a span is about, and its unit in milliseconds.
TIMES: Final = {
    "asset/deposit/query-record": ("successAt", 1),
    "asset/deposit/query-sub-member-record": ("successAt", 1),
    "asset/deposit/query-internal-record": ("createdTime", 1000),
    "asset/withdraw/query-record": ("createTime", 1),
    "asset/transfer/query-inter-transfer-list": ("timestamp", 1),
    "asset/transfer/query-universal-transfer-list": ("timestamp", 1),
}
SPANS: Final = [entry for entry in CATALOGUE if entry.windows and entry.windows.count > 1]


@pytest.mark.parametrize("entry", SPANS, ids=lambda entry: entry.id)
def test_spans_leave_no_gap(entry: Request) -> None:
    """Whatever day of the last year, or of four weeks, a transfer began on, it is seen once."""
    account = BybitAccount()
    owner = account.sub_account(SUB) if entry.scope_parameter else account
    now = int(time.time() * 1000)
    own = "/transfer/" in entry.id
    # A span is a millisecond short of a week.
    stamps = [now - day * DAY // 2 for day in range(2 * (28 if own else 365))]
    state = "Pending" if "withdraw" in entry.id else "PENDING" if own else 1
    pending = {"status": state}
    field, unit = TIMES[path_of(entry)]
    make = bybit_rows.FACTORIES[place_of(entry)]
    owner.put(place_of(entry), *(make(**pending, **{field: str(at // unit)}) for at in stamps))
    desk = Desk(account, "bybit")
    scope = {entry.scope_parameter: owner.uid} if entry.scope_parameter else {}
    found = desk.fetch(entry, scope_params=scope)
    assert found.failures() == []
    (answer,) = found.by_area().values()
    assert isinstance(answer, Seen)
    transfers = [item for item in answer.items if isinstance(item, Transfer)]
    assert len(transfers) == len(answer.items) == len(stamps)
    assert len({item.id for item in transfers}) == len(stamps)
