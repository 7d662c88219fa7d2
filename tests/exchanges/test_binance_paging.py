"""Binance's lists are read to their end, or they are not read."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any, Final

import pytest
from tests.each import each
from tests.exchanges.support import FULL, Desk, Found

from readiness.domain.answer import Cause, Unknown
from readiness.exchanges.binance.catalogue import CATALOGUE
from readiness.exchanges.catalogue import Request
from readiness.exchanges.paging import Capped, Newest, Numbered
from readiness.simulator import BinanceAccount, Fault, Quirk
from readiness.simulator.binance import rows

SUB: Final = "grid01@example.com"
OWN_KEY: Final = "sapi/v1/sub-account/transfer/subUserHistory"

# What has to be there before these are asked at all, and what their rows have to say.
LISTS: Final = [entry for entry in CATALOGUE if isinstance(entry.paging, Numbered)]
NAMED: Final = {
    "sapi/v1/sub-account/list",
    "sapi/v1/sub-account/spotSummary",
    "sapi/v2/sub-account/futures/accountSummary",
    "sapi/v2/sub-account/futures/accountSummary:coinm",
}
"""Lists of sub-accounts: each entry is one."""

EVERY = each("entry", LISTS)


def path_of(entry: Request) -> str:
    return entry.id.partition(":")[0]


def numbered(entry: Request) -> Numbered:
    assert isinstance(entry.paging, Numbered)
    return entry.paging


def row_of(entry: Request, number: int) -> dict[str, Any]:
    """A row that the request's first call is shown, and no other row like it."""
    kind = entry.calls[0].params
    row = rows.FACTORIES[path_of(entry)]()
    if "transactionType" in kind:
        return row | {"transactionType": kind["transactionType"]}
    named = {name: kind.get(name) for name in ("type", "planType", "tradeType")}
    row |= {name: value for name, value in named.items() if value and name in row}
    # Positions and loans are not numbered; two that are alike in everything are one.
    if path_of(entry) == "sapi/v1/simple-earn/flexible/position":
        row["productId"] = f"USDT{number:03}"
    if path_of(entry) == "sapi/v2/loan/flexible/ongoing/orders":
        row["totalDebt"] = str(number + 1)
    return row


def filled(entry: Request, count: int) -> Desk:
    """An account with so many rows in one list."""
    account = BinanceAccount(info={"isPortfolioMarginRetailEnabled": True, "vipLevel": 1})
    if entry.id in NAMED:
        for number in range(count):
            account.sub_account(f"sub{number}@example.com")
        return Desk(account, "binance")
    if path_of(entry) == "sapi/v1/broker/subAccount":
        account.settings["broker"] = True
    account.put("papi/v1/balance", rows.pm_balance(crossMarginBorrowed="1"))
    owner = account.sub_account(SUB) if entry.scope_parameter else account
    for number in range(count):
        row = row_of(entry, number)
        if entry.id.endswith(":since"):
            row |= {name: now_ms() for name in ("insertTime", "timestamp") if name in row}
            row |= {"applyTime": rows.utc(now_ms())} if "applyTime" in row else {}
        owner.put(path_of(entry), row)
    return Desk(account, "binance")


def now_ms() -> int:
    return int(time.time() * 1000)


def fetched(desk: Desk, entry: Request) -> Found:
    """The request's first call alone, in its newest span."""
    windows = replace(entry.windows, count=1) if entry.windows else None
    scope = {entry.scope_parameter: SUB} if entry.scope_parameter else None
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
    """Each list, around full pages: every row is seen."""
    count = full * numbered(entry).size + extra
    desk = filled(entry, count)
    found = fetched(desk, entry)
    assert found.failures() == []
    # What is asked for each name is served for each of them.
    lists = len(found.fetched[0].read.evidence)
    assert lists > 0
    assert seen(found) == count * lists


@pytest.mark.sampled(3)
@EVERY
def test_a_list_that_fails_at_the_second_page(entry: Request) -> None:
    """What fails behind the first page makes the list unknown, with the first page in it."""
    paging = numbered(entry)
    desk = filled(entry, paging.size + 1)
    desk.line.fault(
        path_of(entry),
        Fault.error("-99999"),
        when=lambda query: query.get(paging.parameter) != str(paging.first),
    )
    found = fetched(desk, entry)
    assert {code for _, code in found.failures()} == {"-99999"}
    assert all(isinstance(answer, Unknown) for answer in found.by_area().values())
    (read,) = [entry.read for entry in found.fetched]
    assert len(read.rows) >= paging.size


@pytest.mark.sampled(3)
@EVERY
def test_a_list_that_repeats_itself(entry: Request) -> None:
    """The same full page for every number is no list that was read to its end."""
    desk = filled(entry, 3)
    desk.line.fault(path_of(entry), Fault.paging(Quirk.SAME_PAGE))
    found = fetched(desk, entry)
    assert {code for _, code in found.failures()} == {Cause.PAGING.value}
    assert all(isinstance(answer, Unknown) for answer in found.by_area().values())


ENDLESS: Final = {"sapi/v1/sub-account/list", "sapi/v1/nft/user/getAsset"}
"""A hundred pages each: one list of each kind will do, unless everything is wanted."""


@pytest.mark.matrix
@each("entry", [entry for entry in LISTS if FULL or entry.id in ENDLESS])
def test_a_list_without_end(entry: Request) -> None:
    """Full pages of ever new rows are given up, and not only after a very long time."""
    desk = filled(entry, 3)
    desk.line.fault(path_of(entry), Fault.paging(Quirk.ENDLESS))
    found = fetched(desk, entry)
    assert {code for _, code in found.failures()} == {Cause.PAGING.value}
    assert len(desk.line.sent) <= 102 * max(1, len(found.fetched[0].read.reasons))


SHORT: Final = [entry for entry in CATALOGUE if isinstance(entry.paging, Capped)]


@pytest.mark.parametrize("entry", SHORT, ids=lambda entry: entry.id)
@pytest.mark.parametrize("extra", [-1, 0])
def test_a_list_that_is_cut_off(entry: Request, extra: int) -> None:
    """Where there is no next page, a full one proves nothing."""
    assert isinstance(entry.paging, Capped)
    desk = filled(entry, entry.paging.size + extra)
    found = fetched(desk, entry)
    expected = [] if extra < 0 else [(entry.id, Cause.PAGING.value)]
    assert found.failures() == expected


def test_only_what_looks_back_a_moment_reads_the_newest_page_alone() -> None:
    """A newest page proves nothing about what is older, so nothing rests on it."""
    newest = {entry.id for entry in CATALOGUE if isinstance(entry.paging, Newest)}
    assert {name for name in newest if not name.endswith(":since")} <= {OWN_KEY}
