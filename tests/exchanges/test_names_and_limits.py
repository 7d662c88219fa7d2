"""What the rows of a loop are of, what a limited key proves, and units of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

import httpx
import pytest
from tests.gate.support import LIST, answer, line
from tests.gate.virtual import run

from readiness.domain.amount import NotStated
from readiness.domain.answer import Cause, Proof, Reason, Seen, Unknown
from readiness.domain.area import Area
from readiness.domain.items import Item, Order
from readiness.exchanges.adapter import load_adapter
from readiness.exchanges.catalogue import SINCE, Call, Feed, Loop, Request, Source, Traits, WireRow
from readiness.exchanges.collect import Fetched, answers, fetch, fetch_each
from readiness.exchanges.interface import ExchangeInfo
from readiness.exchanges.paging import Newest, Single
from readiness.exchanges.reader import Read
from readiness.exchanges.registry import EXCHANGES
from readiness.language import message
from readiness.policies import load_policy

NOW: Final = datetime(2026, 6, 1, tzinfo=UTC)


class Row(WireRow):
    """A row that says something of a name that it does not tell."""

    id: int
    symbol: str = ""


def shown(rows: Sequence[Row], _: Traits) -> list[Item]:
    return [
        Order(
            id=str(row.id),
            order_type="",
            instrument=row.symbol,
            side="",
            size=NotStated(),
            state="",
        )
        for row in rows
    ]


def limited(traits: Traits) -> str:
    return message("the key shows a part of it") if traits.get("sees") == "part" else ""


REQUEST: Final = Request(
    id="list",
    route=LIST.route,
    ccxt_method="",
    limit=LIST.limit,
    purpose="a list",
    source=Source("https://example.com", date(2026, 6, 1)),
    row=Row,
    feeds=(Feed(Area.ORDERS_OPEN, shown),),
)
NAMES: Final = Read(rows=(Row(id=1, symbol="A"), Row(id=2, symbol="B")))


def symbols(rows: Sequence[Any]) -> list[str]:
    return [row.symbol for row in rows]


def asked(
    request: Request, traits: Mapping[str, str], *rows: Mapping[str, Any], **scope: str
) -> tuple[Fetched, list[dict[str, str]]]:
    """What came of a request, and with what it was asked."""
    queries: list[dict[str, str]] = []

    def reply(sent: httpx.Request) -> httpx.Response:
        queries.append(dict(sent.url.params))
        return answer(*rows)

    async def work() -> Fetched:
        session = line(reply).session
        if request.loop is None:
            return await fetch(session, request, scope, traits, lambda: NOW)
        return await fetch_each(session, request, NAMES, scope, traits, lambda: NOW)

    return run(work()), queries


def test_rows_of_a_loop_say_for_which_name_they_are() -> None:
    """Where two answers are alike, their rows are told apart by what was asked."""
    loop = Loop("names", "symbol", symbols, told_in="symbol")
    found, queries = asked(replace(REQUEST, loop=loop), {}, {"id": 7})
    assert [query["symbol"] for query in queries] == ["A", "B"]
    assert found.read.rows == (Row(id=7, symbol="A"), Row(id=7, symbol="B"))
    silent, _ = asked(replace(REQUEST, loop=replace(loop, told_in="")), {}, {"id": 7})
    assert silent.read.rows == (Row(id=7), Row(id=7))


def test_only_calls_that_make_sense_for_the_account_are_made() -> None:
    """Each with its own parameters, and for the sub-account that is looked at."""
    calls = (Call({"page": "1"}), Call({"page": "2"}, applies=lambda traits: "two" in traits))
    request = replace(REQUEST, calls=calls)
    assert asked(request, {}, size="5")[1] == [{"page": "1", "size": "5"}]
    assert len(asked(request, {"two": ""})[1]) == 2
    looped = replace(REQUEST, loop=Loop("names", "symbol", symbols))
    assert asked(looped, {}, size="5")[1] == [{"symbol": name, "size": "5"} for name in "AB"]


def answer_of(fetched: Fetched, traits: Traits) -> Any:
    (entry,) = answers([fetched], "main", traits, load_policy("okx"))
    return entry.answer


def test_a_limited_key_adds_its_reason_to_others() -> None:
    """What failed as well is still told."""
    part = {"sees": "part"}
    request = replace(REQUEST, limited=limited)
    found, _ = asked(replace(request, paging=Single(), rows_at="rows"), part, {"id": 7})
    broken, shut = found.read.reasons
    assert broken.cause is Cause.BAD_BODY
    assert shut == Reason(
        cause=Cause.NOT_SHOWN, request="list", text="the key shows a part of it", attempts=1
    )


def test_a_limited_key_proves_nothing_empty() -> None:
    """What such a key shows is kept; that it shows nothing more proves nothing."""
    request = replace(REQUEST, limited=limited)
    for rows in ((), ({"id": 7, "symbol": "A"},)):
        part, whole = {"sees": "part"}, {"sees": "all"}
        seen = answer_of(asked(request, whole, *rows)[0], whole)
        assert isinstance(seen, Seen)
        assert len(seen.items) == len(rows)
        blind = answer_of(asked(request, part, *rows)[0], part)
        assert isinstance(blind, Unknown)
        assert blind.partial == seen.items
        assert [reason.cause for reason in blind.reasons] == [Cause.NOT_SHOWN]
        assert blind.reasons[0].request == "list"


def test_the_beginning_is_told_in_the_exchanges_unit() -> None:
    """Seconds are rounded down, so that nothing of the scan itself is left out."""
    for unit, told in ((1, "1780000000999"), (1000, "1780000000")):
        request = replace(REQUEST, since="start", since_unit=unit)
        _, queries = asked(request, {SINCE: "1780000000999"})
        assert queries == [{"start": told}]


def test_a_newest_page_may_be_asked_for_without_its_size() -> None:
    """Where a page has one size only, none is sent."""
    for paging, query in ((Newest(50), {"limit": "50"}), (Newest(50, ""), {})):
        found, queries = asked(replace(REQUEST, paging=paging), {})
        assert queries == [query]
        assert [entry.proof for entry in found.read.evidence] == [Proof.NEWEST_PAGE]


# -- the registry's line and the adapter agree -------------------------------------------------


@pytest.mark.parametrize("info", EXCHANGES.values(), ids=lambda info: info.id)
def test_the_registry_says_where_sub_accounts_are_listed(info: ExchangeInfo) -> None:
    """A parent in the configuration would be promised what no request can confirm."""
    if not info.part_of:
        assert info.lists_sub_accounts == (load_adapter(info).sub_accounts is not None)


@pytest.mark.parametrize("info", EXCHANGES.values(), ids=lambda info: info.id)
def test_the_lowest_tier_is_the_catalogue_s(info: ExchangeInfo) -> None:
    """Where an exchange has tiers, the first is what each request is declared with."""
    pools = {limit.pool: limit for limit in list(info.tiers.values())[:1]}
    for request in load_adapter(info).catalogue:
        lowest = pools.get(request.limit.pool)
        if lowest is not None:
            assert replace(request.limit, weight=1) == lowest
