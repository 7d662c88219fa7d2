"""A list is read to its end, or it is not read: never something in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.each import each
from tests.exchanges.support import FULL, Desk, Found

from readiness.domain.answer import Cause, Proof, Reason, Seen, Unknown
from readiness.domain.area import Area
from readiness.domain.items import Order
from readiness.exchanges.catalogue import Call, Feed, Request, Source
from readiness.exchanges.okx.catalogue import CATALOGUE
from readiness.exchanges.okx.catalogue.source import READ_ON, get, per_user
from readiness.exchanges.paging import CursorKind, Newest, Numbered, One, Pages, Single
from readiness.exchanges.reader import Read, read_call
from readiness.exchanges.wire import CamelRow, WireText
from readiness.gate.body import BadBodyError
from readiness.gate.failure import LookFailedError
from readiness.gate.session import Session
from readiness.simulator import Fault, OkxAccount, Quirk, rows

NOW: Final = datetime(2026, 11, 23, tzinfo=UTC)
Row = dict[str, Any]
Query = Mapping[str, str]
Serve = Callable[[Query], list[Row]]


class Thing(CamelRow):
    """A row with an id and a time."""

    id: WireText
    ts: WireText = ""


def request(paging: Single | One | Newest | Pages | Numbered) -> Request:
    return Request(
        id="things",
        route=get("things", "after", "limit", "page"),
        ccxt_method="",
        limit=per_user(1),
        purpose="",
        source=Source("", READ_ON),
        row=Thing,
        paging=paging,
        feeds=(Feed(Area.ORDERS_OPEN, lambda rows, _: [order(row.id) for row in rows]),),
    )


def order(name: str) -> Order:
    from readiness.domain.amount import NotStated

    return Order(id=name, order_type="", instrument="", side="", size=NotStated(), state="")


class Exchange:
    """A session that asks a function; counts what it is asked."""

    def __init__(self, serve: Serve) -> None:
        self.serve = serve
        self.asked: list[dict[str, str]] = []

    async def ask(
        self, request: Request, params: Query, parse: Callable[[list[Any]], Any]
    ) -> object:
        self.asked.append(dict(params))
        assert len(self.asked) < 500, "the reader does not give up"
        try:
            return parse(self.serve(params))
        except BadBodyError as error:
            reason = Reason(cause=Cause.BAD_BODY, request=request.id, text=str(error))
            raise LookFailedError(reason) from None


def read(exchange: Exchange, paging: Single | One | Newest | Pages | Numbered) -> Read | Reason:
    """Read one call through the given way of paging: everything, or why not."""

    async def inside() -> Read | Reason:
        session: Session = exchange  # type: ignore[assignment]
        result = await read_call(session, request(paging), Call(), {}, NOW)
        if result.reasons:
            assert result.evidence == (), "a failed read proves nothing"
            (reason,) = result.reasons
            if reason.cause is Cause.PAGING:
                # Read once, and every value that its sentence names is told beside it.
                assert reason.attempts == 1
                assert reason.text.format_map(dict(reason.values))
            return reason
        return result

    return asyncio.run(inside())


def ids(result: Read | Reason) -> list[str]:
    assert isinstance(result, Read), result
    return [row.id for row in result.rows if isinstance(row, Thing)]


def by_id(total: int) -> Serve:
    """An honest list of ``total`` rows, newest first, whose cursor excludes the row itself."""
    listed = [{"id": str(number), "ts": str(number)} for number in range(total, 0, -1)]

    def serve(query: Query) -> list[Row]:
        after = query.get("after")
        older = [row for row in listed if after is None or int(row["id"]) < int(after)]
        return older[: int(query["limit"])]

    return serve


def by_time(listed: list[Row], *, inclusive: bool) -> Serve:
    """An honest list whose cursor is a time."""

    def serve(query: Query) -> list[Row]:
        after = int(query.get("after", 10**15))
        older = [
            row
            for row in listed
            if int(row["ts"]) < after or (inclusive and int(row["ts"]) == after)
        ]
        return older[: int(query["limit"])]

    return serve


BY_ID: Final = Pages("after", "id", size=10, most=20)
BY_TIME: Final = Pages("after", "ts", CursorKind.TIME, size=10, most=20)
BY_NUMBER: Final = Numbered("page", "limit", size=10, most=20)


@pytest.mark.parametrize("total", [0, 1, 9, 10, 11, 19, 20, 21, 199])
def test_every_length_is_read_whole(total: int) -> None:
    """Just under, at and just over a page, every row is there, with the proof of the end."""
    exchange = Exchange(by_id(total))
    result = read(exchange, BY_ID)
    assert ids(result) == [str(number) for number in range(total, 0, -1)]
    assert isinstance(result, Read)
    assert result.evidence[0].proof is Proof.LAST_PAGE
    assert result.evidence[0].rows == total
    assert result.evidence[0].answers == len(exchange.asked) == total // 10 + 1


@pytest.mark.parametrize("total", [0, 1, 9, 10, 11, 19, 20, 21, 199])
def test_every_length_of_numbered_pages(total: int) -> None:
    """Numbered pages are read until one is not full."""
    listed = [{"id": str(number)} for number in range(total)]

    def serve(query: Query) -> list[Row]:
        start = (int(query["page"]) - 1) * 10
        return listed[start : start + int(query["limit"])]

    assert len(ids(read(Exchange(serve), BY_NUMBER))) == total


@pytest.mark.parametrize("inclusive", [True, False])
@pytest.mark.parametrize("total", [9, 10, 11, 20, 25])
def test_times_step_back_one_too_few(total: int, inclusive: bool) -> None:
    """A time cursor finds every row, whether the exchange serves the cursor's instant or not."""
    listed = [{"id": str(n), "ts": str(1000 - n // 2)} for n in range(total)]
    result = read(Exchange(by_time(listed, inclusive=inclusive)), BY_TIME)
    assert sorted(ids(result), key=int) == [str(n) for n in range(total)]


def test_one_instant_across_the_border() -> None:
    """Nine rows of one instant before the border and six behind it: none is lost."""
    listed = [{"id": "0", "ts": "2000"}]
    listed += [{"id": str(n), "ts": "1000"} for n in range(1, 10)]
    listed += [{"id": str(n), "ts": "1000"} for n in range(10, 12)]
    listed += [{"id": str(n), "ts": "900"} for n in range(12, 16)]
    result = read(Exchange(by_time(listed, inclusive=False)), BY_TIME)
    assert isinstance(result, Reason)
    assert result.cause is Cause.PAGING, "eleven rows of one instant do not fit on a page of ten"


def test_a_page_full_of_one_instant_is_no_end() -> None:
    """Where a whole page shares one time, nobody can tell what comes behind it."""
    listed = [{"id": str(n), "ts": "1000"} for n in range(15)]
    result = read(Exchange(by_time(listed, inclusive=True)), BY_TIME)
    assert isinstance(result, Reason)
    assert result.cause is Cause.PAGING


@pytest.mark.parametrize("paging", [BY_ID, BY_TIME, BY_NUMBER], ids=["id", "time", "number"])
def test_the_same_page_for_ever_is_no_end(paging: Pages | Numbered) -> None:
    """An exchange that ignores the cursor is given up at the second page."""
    page = [{"id": str(n), "ts": "5"} for n in range(10)]
    exchange = Exchange(lambda _: page)
    result = read(exchange, paging)
    assert isinstance(result, Reason)
    assert result.cause is Cause.PAGING
    assert len(exchange.asked) == 2


@pytest.mark.parametrize("paging", [BY_ID, BY_TIME, BY_NUMBER], ids=["id", "time", "number"])
def test_ever_new_rows_are_no_end(paging: Pages | Numbered) -> None:
    """An exchange that invents rows is given up after as many pages as there can be."""
    count = iter(range(10**6))
    exchange = Exchange(lambda _: [{"id": str(next(count)), "ts": "5"} for _ in range(10)])
    result = read(exchange, paging)
    assert isinstance(result, Reason)
    assert result.cause is Cause.PAGING
    assert len(exchange.asked) == paging.most


def test_two_pages_in_turns_are_no_end() -> None:
    """A cursor that leads in a circle is noticed."""
    pages = [[{"id": str(n)} for n in range(10)], [{"id": str(n)} for n in range(10, 20)]]
    exchange = Exchange(lambda _: pages[len(exchange.asked) % 2])
    result = read(exchange, BY_ID)
    assert isinstance(result, Reason)
    assert result.cause is Cause.PAGING
    assert len(exchange.asked) == 3


@pytest.mark.parametrize("value", [None, "", 5, True, [], {}, "absent"])
@pytest.mark.parametrize("paging", [BY_ID, BY_TIME], ids=["id", "time"])
def test_a_full_page_without_cursor_is_no_end(paging: Pages, value: Any) -> None:
    """If the last row does not say where to go on, the list is not read."""
    page: list[Row] = [{"id": str(n), "ts": str(99 - n)} for n in range(10)]
    if value == "absent":
        del page[-1][paging.field]
    else:
        page[-1][paging.field] = value
    result = read(Exchange(lambda _: page), paging)
    assert isinstance(result, Reason)
    assert result.cause in (Cause.PAGING, Cause.BAD_BODY)


NO_CURSOR: Final = "a full page whose last row has no readable cursor"
BESIDE_ID: Final = Pages("after", "mark", CursorKind.ID, size=2)
BESIDE_TIME: Final = Pages("after", "mark", CursorKind.TIME, size=2)


def marked(value: Any) -> Serve:
    """One full page of which the last row has this mark, and then nothing."""

    def serve(query: Query) -> list[Row]:
        return [] if "after" in query else [{"id": "2"}, {"id": "1", "mark": value}]

    return serve


@pytest.mark.parametrize("value", [None, "", True, False, [], {}, 1.5])
@pytest.mark.parametrize("paging", [BESIDE_ID, BESIDE_TIME], ids=["id", "time"])
def test_a_mark_that_is_neither_text_nor_number_is_no_cursor(paging: Pages, value: Any) -> None:
    """Nothing is asked for that nobody understands."""
    exchange = Exchange(marked(value))
    result = read(exchange, paging)
    assert isinstance(result, Reason)
    assert result.text == NO_CURSOR
    assert len(exchange.asked) == 1


@pytest.mark.parametrize("value", [7, "7"])
@pytest.mark.parametrize(
    ("paging", "asked"), [(BESIDE_ID, "7"), (BESIDE_TIME, "8")], ids=["id", "time"]
)
def test_a_mark_may_be_a_text_or_a_number(paging: Pages, asked: str, value: Any) -> None:
    """Of a time, one step less is asked for."""
    exchange = Exchange(marked(value))
    assert len(ids(read(exchange, paging))) == 2
    assert [query.get("after") for query in exchange.asked] == [None, asked]


def test_the_same_rows_with_their_cells_in_another_order_are_the_same() -> None:
    """However a number in them is written."""
    pages: list[list[Row]] = [
        [{"id": "2", "size": Decimal("1.50")}, {"id": "1", "mark": 5}],
        [{"size": Decimal("1.50"), "id": "2"}, {"mark": 5, "id": "1"}],
    ]
    exchange = Exchange(lambda _: pages[len(exchange.asked) % 2])
    result = read(exchange, BESIDE_ID)
    assert isinstance(result, Reason)
    assert result.text == "the same page again and again"
    assert len(exchange.asked) == 2


def test_a_list_that_has_no_end_is_not_read_for_ever() -> None:
    """How many pages were read is told."""
    exchange = Exchange(lambda _: [{"id": str(2 * len(exchange.asked) + n)} for n in range(2)])
    result = read(exchange, Pages("after", "id", CursorKind.ID, size=2, most=3))
    assert isinstance(result, Reason)
    assert (result.text, result.values) == ("more than {most} pages", (("most", "3"),))
    assert len(exchange.asked) == 3


def test_where_the_size_of_a_page_is_fixed_it_is_not_asked_for() -> None:
    """Only the number of the page is."""
    exchange = Exchange(lambda _: [{"id": "1"}])
    assert ids(read(exchange, Numbered("page", "", 10))) == ["1"]
    assert exchange.asked == [{"page": "1"}]


@pytest.mark.parametrize("value", ["soon", "-5", "1.5", " 5", "\u0665", "5 ", "1e3"])
def test_a_time_that_is_none_is_no_cursor(value: str) -> None:
    """Only plain digits are a time to go on from."""
    page = [{"id": str(n), "ts": value} for n in range(10)]
    result = read(Exchange(lambda _: page), BY_TIME)
    assert isinstance(result, Reason)
    assert (result.cause, result.text) == (Cause.PAGING, NO_CURSOR)


@pytest.mark.parametrize("total", [11, 12, 25, 150])
def test_more_rows_than_asked_for_are_kept(total: int) -> None:
    """An exchange that ignores the limit is not cut short, and asked on until a short page."""
    listed = by_id(total)

    def serve(query: Query) -> list[Row]:
        return listed({**query, "limit": "1000"})

    assert len(ids(read(Exchange(serve), BY_ID))) == total


def test_newest_page_alone_says_so() -> None:
    """Reading the newest page is another proof than reading to the end."""
    result = read(Exchange(by_id(50)), Newest(10))
    assert isinstance(result, Read)
    assert result.evidence[0].proof is Proof.NEWEST_PAGE
    assert len(result.rows) == 10


@pytest.mark.parametrize("count", [0, 2, 3])
def test_exactly_one_row_means_one(count: int) -> None:
    """No row and two rows are both not what is documented."""
    result = read(Exchange(lambda _: [{"id": str(n)} for n in range(count)]), One())
    assert isinstance(result, Reason)
    assert result.cause is Cause.BAD_BODY


@pytest.mark.parametrize("bad", [None, 5, "row", [], True, {"no": "id"}, {"id": None}])
@pytest.mark.parametrize("place", [0, 5, 9])
def test_one_bad_row_spoils_the_page(bad: Any, place: int) -> None:
    """A row of another shape among good ones makes the answer none."""
    page: list[Any] = [{"id": str(n)} for n in range(10)]
    page[place] = bad
    result = read(Exchange(lambda _: page), BY_ID)
    assert isinstance(result, Reason)
    assert result.cause is Cause.BAD_BODY


@pytest.mark.parametrize("depth", [50, 200, 300, 400, 600, 800, 900])
def test_a_deep_row_is_a_row_or_no_answer(depth: int) -> None:
    """Nesting that exhausts the interpreter's stack is a bad body, not a crash."""
    deep: Any = "x"
    for _ in range(depth):
        deep = [deep]
    result = read(Exchange(lambda _: [{"id": "1", "extra": deep}]), BY_ID)
    assert isinstance(result, Read | Reason)


@settings(max_examples=100, deadline=None)
@given(
    times=st.lists(st.integers(1, 12), max_size=60),
    size=st.integers(1, 7),
    inclusive=st.booleans(),
    data=st.data(),
)
def test_all_rows_or_no_answer(
    times: list[int], size: int, inclusive: bool, data: st.DataObject
) -> None:
    """For any list, page size and kind of cursor: every single row, or a failed look."""
    listed = [
        {"id": f"{number}", "ts": str(time)}
        for number, time in enumerate(sorted(times, reverse=True))
    ]
    order_within = data.draw(st.randoms(use_true_random=False))

    def serve(query: Query) -> list[Row]:
        page = by_time(listed, inclusive=inclusive)(query)
        return order_within.sample(page, len(page)) if len(page) < size else page

    paging = Pages("after", "ts", CursorKind.TIME, size=size, most=80)
    result = read(Exchange(serve), paging)
    if isinstance(result, Read):
        assert sorted(ids(result)) == sorted(row["id"] for row in listed)
    else:
        assert result.cause is Cause.PAGING
        # One step back, an inclusive cursor serves two instants at once.
        step = 1 if inclusive else 0
        busiest = max(times.count(time) + step * times.count(time + 1) for time in times)
        assert busiest >= size, "given up although no instant fills a page"


# -- through the real session, from the simulator's own lists ------------------------------

LISTS: Final = [
    entry
    for entry in CATALOGUE
    if entry.feeds
    and any(isinstance(entry.paging_of(call), Pages | Numbered) for call in entry.calls)
]
OPEN: Final[dict[str, Row]] = {
    "asset/deposit-history": {"state": "0"},
    "asset/withdrawal-history": {"state": "0"},
}


ENDLESS_SAMPLE: Final = {"trade/orders-pending", "asset/deposit-history", "p2p/order/list"}


def page_size(entry: Request) -> int:
    return next(
        paging.size
        for call in entry.calls
        if isinstance(paging := entry.paging_of(call), Pages | Numbered)
    )


def first_paged_call(entry: Request) -> Call:
    return next(call for call in entry.calls if isinstance(entry.paging_of(call), Pages | Numbered))


def filled(entry: Request, count: int) -> Desk:
    """A world with so many open rows in one list."""
    desk = Desk(OkxAccount(mode=1 if entry.id == "trade/one-click-repay-history-v2" else 3))
    if entry.id == "users/subaccount/list":
        for number in range(count):
            desk.account.sub_account(f"sub{number}")
        return desk
    fields = OPEN.get(entry.id, {})
    # What the call asks for is what the rows are.
    wanted = {
        name: value.partition(",")[0]
        for name, value in first_paged_call(entry).params.items()
        if name not in ("completionStatus",)
    }
    factory = rows.FACTORIES[entry.id]
    desk.account.put(entry.id, *(factory(**{**fields, **wanted}) for _ in range(count)))
    return desk


def fetched(desk: Desk, entry: Request) -> Found:
    """The request's first paged call alone."""
    from dataclasses import replace

    return desk.fetch(replace(entry, calls=(first_paged_call(entry),)))


@pytest.mark.sampled(3)
@each("entry", LISTS)
@pytest.mark.parametrize("extra", [-1, 0, 1])
@pytest.mark.parametrize("full", [1, 2])
def test_real_lists_at_the_page_border(entry: Request, full: int, extra: int) -> None:
    """Each list of the catalogue, around one and two full pages: every row is seen."""
    count = full * page_size(entry) + extra
    desk = filled(entry, count)
    found = fetched(desk, entry)
    if entry.id == "finance/simple-earn-fixed/order-list" and count >= page_size(entry):
        # Its paging is not documented: a full page is no proof of the end.
        assert found.failures() == [(entry.id, Cause.PAGING.value)]
        return
    assert found.failures() == []
    answer = found.by_area()[entry.feeds[0].area.value]
    assert isinstance(answer, Seen)
    assert len(answer.items) == count


# The simulator serves it whole, so it has no pages to get wrong.
PAGED: Final = [entry for entry in LISTS if entry.id != "finance/simple-earn-fixed/order-list"]


@pytest.mark.sampled(3)
@pytest.mark.matrix
@pytest.mark.parametrize("entry", PAGED, ids=lambda entry: entry.id)
@pytest.mark.parametrize("quirk", [Quirk.SAME_PAGE, Quirk.ENDLESS], ids=lambda q: q.name)
def test_real_lists_without_end(entry: Request, quirk: Quirk) -> None:
    """Each list of the catalogue, served without an end: unknown, and not for ever."""
    if quirk is Quirk.ENDLESS and not (FULL or entry.id in ENDLESS_SAMPLE):
        return  # a hundred pages each: one list of each kind will do
    desk = filled(entry, 3)
    desk.line.fault(entry.id, Fault.paging(quirk))
    found = fetched(desk, entry)
    assert found.failures() == [(entry.id, Cause.PAGING.value)]
    assert isinstance(found.by_area()[entry.feeds[0].area.value], Unknown)
    assert len(desk.line.sent) <= 102


@pytest.mark.parametrize("entry", PAGED, ids=lambda entry: entry.id)
def test_real_lists_fail_at_the_second_page(entry: Request) -> None:
    """What fails behind the first page makes the list unknown, with the first page in it."""
    desk = filled(entry, page_size(entry) + 5)
    paging = entry.paging_of(first_paged_call(entry))
    assert isinstance(paging, Pages | Numbered)
    # Not by the number of the page: a second try would count as the third.
    behind = lambda query: query.get(paging.parameter, "1") != "1"  # noqa: E731
    desk.line.fault(entry.id, Fault.status(503), when=behind)
    found = fetched(desk, entry)
    assert found.failures() == [(entry.id, "503")]
    answer = found.by_area()[entry.feeds[0].area.value]
    assert isinstance(answer, Unknown)
    assert len(answer.partial) == page_size(entry)
