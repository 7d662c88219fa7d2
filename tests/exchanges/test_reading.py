"""Reading to the end where an exchange slices, caps, counts or wraps its lists."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx
import pytest
from tests.gate.support import EPOCH, LIST, answer, line
from tests.gate.virtual import run

from readiness.domain.answer import Cause, Proof
from readiness.exchanges.catalogue import Call, Catalogue, Loop, Params, Request, Source, WireRow
from readiness.exchanges.collect import Fetched, fetch, fetch_each
from readiness.exchanges.history import History, NotAvailable
from readiness.exchanges.paging import Capped, Newest, Numbered, One, Paging, Single, Some, Windows
from readiness.exchanges.reader import Read, read_call

NOW = datetime(2026, 6, 1, tzinfo=UTC)
DAY_MS = 86_400_000


class Row(WireRow):
    """One row of the list."""

    id: int


REQUEST = Request(
    id="list",
    route=LIST.route,
    ccxt_method="",
    limit=LIST.limit,
    purpose="a list",
    source=Source("https://example.com", date(2026, 6, 1)),
    row=Row,
)

Server = Callable[[Params], Any]


def read(request: Request, server: Server, **params: str) -> tuple[Read, list[Params]]:
    """What reading a request brings, and what was asked for it."""
    asked: list[Params] = []

    def reply(message: httpx.Request) -> httpx.Response:
        asked.append(dict(message.url.params))
        return answer(*server(asked[-1]))

    async def work() -> Read:
        return await read_call(line(reply).session, request, Call(params), {}, NOW)

    return run(work()), asked


def rows(*ids: int) -> list[dict[str, int]]:
    return [{"id": number} for number in ids]


def ids(of: Read) -> list[int]:
    return [row.id for row in of.rows if isinstance(row, Row)]


def pages(numbers: Sequence[int], size: int) -> Server:
    """A server of numbered pages."""

    def serve(params: Params) -> Any:
        begin = (int(params["page"]) - 1) * size
        return rows(*numbers[begin : begin + size])

    return serve


@pytest.mark.parametrize("count", [0, 1, 9, 10, 11, 20, 25])
def test_offsets_count_rows(count: int) -> None:
    """An offset grows by the size of a page, and the last page is the one that is not full."""
    paging = Numbered("offset", "limit", 10, first=0, step=10)

    def serve(params: Params) -> Any:
        begin = int(params["offset"])
        return rows(*range(count)[begin : begin + int(params["limit"])])

    got, asked = read(replace(REQUEST, paging=paging), serve)
    assert ids(got) == list(range(count))
    assert [entry["offset"] for entry in asked] == [str(n) for n in range(0, count + 1, 10)]
    assert got.evidence[0].proof is Proof.LAST_PAGE


@pytest.mark.parametrize(("count", "complete"), [(0, True), (9, True), (10, False), (11, False)])
def test_a_full_page_without_a_next_one_proves_nothing(count: int, complete: bool) -> None:
    """As many rows as the answer can hold may be the beginning of more."""
    got, asked = read(replace(REQUEST, paging=Capped(10)), lambda params: rows(*range(count)[:10]))
    assert len(asked) == 1
    assert asked[0] == {"limit": "10"}
    assert bool(got.evidence) is complete
    assert ids(got) == list(range(min(count, 10)))
    if not complete:
        assert [reason.cause for reason in got.reasons] == [Cause.PAGING]


def test_a_cap_that_is_not_asked_for() -> None:
    """Where the size is fixed, no parameter names it."""
    got, asked = read(replace(REQUEST, paging=Capped(10, "")), lambda _: rows(1))
    assert asked == [{}]
    assert got.evidence


@pytest.mark.parametrize(
    ("paging", "adds"),
    [
        (Single(), {}),
        (One(), {}),
        (Some(1), {}),
        (Newest(10), {"limit": "10"}),
        (Capped(10), {"limit": "10"}),
        (Numbered("page", "size", 10), {"page": "1", "size": "10"}),
    ],
)
def test_what_is_asked_for_is_asked_for_however_it_is_paged(
    paging: Paging, adds: Mapping[str, str]
) -> None:
    """A list without its condition would be another list; and one answer counts as one."""
    got, asked = read(replace(REQUEST, paging=paging), lambda _: rows(1), symbol="BTC")
    assert asked == [{"symbol": "BTC", **adds}]
    assert [(entry.answers, entry.rows) for entry in got.evidence] == [(1, 1)]


@pytest.mark.parametrize(
    ("total", "complete"),
    [("12", True), (12, True), (11, True), (13, False), ("13", False), (10**6, False)],
)
def test_a_stated_number_of_rows_is_held_against_what_came(total: Any, complete: bool) -> None:
    """More stated than read is no end, whatever the pages look like."""
    served = pages(range(12), 10)
    request = replace(
        REQUEST, paging=Numbered("page", "size", 10), rows_at="data.rows", total_at="data.total"
    )

    def serve(params: Params) -> Any:
        return [{"data": {"rows": served(params), "total": total}}]

    got, _ = read(request, serve)
    assert ids(got) == list(range(12))
    assert bool(got.evidence) is complete
    assert [reason.cause for reason in got.reasons] == ([] if complete else [Cause.PAGING])
    assert [reason.values for reason in got.reasons] == (
        [] if complete else [(("rows", "12"), ("stated", str(total)))]
    )


@pytest.mark.parametrize("paging", [Single(), Capped(10)])
@pytest.mark.parametrize(("total", "complete"), [(1, True), (2, False)])
def test_a_stated_number_counts_for_a_single_answer_too(
    paging: Single | Capped, total: int, complete: bool
) -> None:
    """One answer with fewer rows than it states is not all of it."""
    request = replace(REQUEST, paging=paging, rows_at="rows", total_at="total")
    got, _ = read(request, lambda _: [{"rows": rows(1), "total": total}])
    assert bool(got.evidence) is complete
    assert ids(got) == [1]
    for reason in got.reasons:
        # Every value that the sentence names is told beside it.
        assert reason.text.format_map(dict(reason.values))


@pytest.mark.parametrize(
    "body",
    [
        [],
        [{}],
        [{"data": None}],
        [{"data": []}],
        [{"data": {}}],
        [{"data": {"rows": None, "total": 0}}],
        [{"data": {"rows": {}, "total": 0}}],
        [{"data": {"rows": "", "total": 0}}],
        [{"data": {"rows": []}}],
        [{"data": {"rows": [], "total": None}}],
        [{"data": {"rows": [], "total": True}}],
        [{"data": {"rows": [], "total": -1}}],
        [{"data": {"rows": [], "total": "9" * 5000}}],
        [{"data": {"rows": [], "total": "²"}}],
        [{"data": {"rows": [], "total": 0}}, {}],
        ["data"],
        [None],
        [{"data": {"rows": [{}], "total": 0}}],
        [{"data": {"rows": [None], "total": 0}}],
    ],
)
@pytest.mark.parametrize("paging", [Single(), Numbered("page", "size", 10)])
def test_rows_that_are_not_where_they_belong(body: Any, paging: Single | Numbered) -> None:
    """A body of another shape is no answer, and never an empty list."""
    request = replace(REQUEST, paging=paging, rows_at="data.rows", total_at="data.total")
    got, _ = read(request, lambda _: body)
    assert got.evidence == ()
    assert [reason.cause for reason in got.reasons] == [Cause.BAD_BODY]


@pytest.mark.parametrize("count", [0, 2])
def test_exactly_one_row_is_documented(count: int) -> None:
    """None is not an empty account, and two are not understood."""
    got, _ = read(replace(REQUEST, paging=One()), lambda _: rows(*range(count)))
    assert got.evidence == ()


@pytest.mark.parametrize(("count", "complete"), [(0, False), (1, True), (5, True)])
def test_at_least_one_row_is_documented(count: int, complete: bool) -> None:
    """An overview that lists everything is never empty."""
    got, _ = read(replace(REQUEST, paging=Some()), lambda _: rows(*range(count)))
    assert bool(got.evidence) is complete


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ([], []),
        ([{"list": []}], []),
        ([{"rows": [{"id": 1}], "total": 1}], [1]),
        ([{"list": [{"id": 1}], "rows": [{"id": 2}]}], None),
        ([{"list": [], "rows": [{"id": 2}]}], None),
        ([{"data": []}], None),
        ([{"rows": None}], None),
        ([{}], None),
        ([{"id": 1}], None),
    ],
)
def test_rows_of_which_nobody_says_where_they_are(body: Any, found: list[int] | None) -> None:
    """One of several keys, or a bare list; anything else is no answer."""
    got, _ = read(replace(REQUEST, rows_at="list|rows"), lambda _: body)
    assert bool(got.evidence) is (found is not None)
    assert ids(got) == (found or [])


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ([{"total": 0}], []),
        ([{"total": "0", "success": True}], []),
        ([{"total": 1}], None),
        ([{}], None),
        ([{"total": 0, "data": None}], None),
        ([{"total": 1, "data": [{"id": 1}]}], [1]),
    ],
)
def test_a_list_that_is_left_out_when_it_is_empty(body: Any, found: list[int] | None) -> None:
    """Only where that is known of the request, and only if the stated number is nothing."""
    request = replace(REQUEST, rows_at="data", total_at="total", none_is_absent=True)
    got, _ = read(request, lambda _: body)
    assert bool(got.evidence) is (found is not None)
    assert ids(got) == (found or [])
    strict, _ = read(replace(request, none_is_absent=False), lambda _: [{"total": 0}])
    assert strict.evidence == ()


class Outer(WireRow):
    """A row with more rows in it."""

    inner: list[Row]


def test_a_row_of_another_shape_is_told_by_its_field() -> None:
    """And by what is wrong with it; never by what it says."""
    got, _ = read(replace(REQUEST, row=Outer), lambda _: [{"inner": [{"id": 1}, {"id": "no"}]}])
    assert [reason.values for reason in got.reasons] == [
        (("field", "inner.1.id"), ("error", "int_type"))
    ]


@pytest.mark.parametrize(("count", "documented"), [(0, "1"), (2, "1")])
def test_another_number_of_rows_than_documented_is_told(count: int, documented: str) -> None:
    """With both numbers."""
    got, _ = read(replace(REQUEST, paging=One()), lambda _: rows(*range(count)))
    assert [dict(reason.values) for reason in got.reasons] == [
        {"rows": str(count), "documented": documented}
    ]


def test_rows_that_are_each_right_and_together_wrong() -> None:
    """An overview that lacks what it has to show is no answer."""
    request = replace(REQUEST, objection=lambda rows: "" if len(rows) > 1 else "one is missing")
    assert read(request, lambda _: rows(1, 2))[0].evidence
    got, _ = read(request, lambda _: rows(1))
    assert got.evidence == ()
    assert "one is missing" in got.reasons[0].text


def test_windows_adjoin_and_reach_back() -> None:
    """Each span begins where its neighbour ends, and the evidence says how far that is."""
    request = replace(REQUEST, windows=Windows("start", "end", days=30, count=4))
    got, asked = read(request, lambda params: rows(int(params["start"])), symbol="BTC")
    assert all(entry.pop("symbol") == "BTC" for entry in map(dict, asked))
    spans = [(int(entry["start"]), int(entry["end"])) for entry in asked]
    assert abs(spans[0][1] - EPOCH * 1000) < 1000
    for (begin, end), older in zip(spans, [*spans[1:], None], strict=True):
        assert end - begin == 30 * DAY_MS - 1
        assert older is None or older[1] == begin
    assert len(got.rows) == 4
    since = {entry.since for entry in got.evidence}
    assert len(got.evidence) == 4
    (reach,) = since
    assert reach is not None
    expected = datetime.fromtimestamp(EPOCH, UTC) - timedelta(days=120)
    assert abs(reach - expected) < timedelta(seconds=2)


def test_one_window_that_fails_is_a_failure() -> None:
    """What the others showed is kept; that there is nothing in this one is not known."""
    request = replace(REQUEST, windows=Windows("start", "end", days=30, count=3), paging=Capped(2))
    served = iter([rows(1), rows(2, 3), rows(4)])
    got, _ = read(request, lambda _: next(served))
    assert sorted(ids(got)) == [1, 2, 3, 4]
    assert len(got.evidence) == 2
    assert [reason.cause for reason in got.reasons] == [Cause.PAGING]


def names(found: Iterable[Any]) -> list[str]:
    return [str(row.id) for row in found]


LOOPED = replace(
    REQUEST, id="looped", loop=Loop(over="list", parameter="symbol", names=names), rows_at=""
)


def looped(over: Read, server: Server) -> tuple[Fetched, list[Params]]:
    """What a looped request brings."""
    asked: list[Params] = []

    def reply(message: httpx.Request) -> httpx.Response:
        asked.append(dict(message.url.params))
        return answer(*server(asked[-1]))

    async def work() -> Fetched:
        return await fetch_each(line(reply).session, LOOPED, over, {}, {}, lambda: NOW)

    return run(work()), asked


def shown(*numbers: int) -> Read:
    """The request that shows the names, read to its end."""
    return read(REQUEST, lambda _: rows(*numbers))[0]


def test_a_loop_asks_once_for_each_name() -> None:
    """Every name once, and all rows together."""
    got, asked = looped(shown(1, 2, 1, 3), lambda params: rows(int(params["symbol"]) * 10))
    assert sorted(entry["symbol"] for entry in asked) == ["1", "2", "3"]
    assert sorted(ids(got.read)) == [10, 20, 30]
    assert {entry.request for entry in got.read.evidence} == {"looped"}
    assert len(got.read.evidence) == 3


def test_a_loop_over_nothing_rests_on_what_it_loops_over() -> None:
    """No name: the proof that there is none is the proof that there is nothing to ask."""
    got, asked = looped(shown(), lambda _: rows())
    assert asked == []
    assert [entry.request for entry in got.read.evidence] == ["list"]


def test_a_loop_over_a_failure_fails() -> None:
    """Names that could not be read may be the ones that matter."""
    over = read(replace(REQUEST, paging=Capped(2)), lambda _: rows(1, 2))[0]
    got, asked = looped(over, lambda _: rows())
    assert len(asked) == 2
    assert [reason.request for reason in got.read.reasons] == ["list"]


def test_one_name_that_fails_is_a_failure() -> None:
    """The other names do not answer for it."""
    got, _ = looped(shown(1, 2), lambda params: rows(5) if params["symbol"] == "1" else [None])
    assert ids(got.read) == [5]
    assert [reason.cause for reason in got.read.reasons] == [Cause.BAD_BODY]


def test_the_beginning_of_the_scan_is_a_parameter() -> None:
    """A movement is asked for from the beginning of the scan on."""
    asked: list[Params] = []

    def reply(message: httpx.Request) -> httpx.Response:
        asked.append(dict(message.url.params))
        return answer()

    async def work() -> None:
        request = replace(REQUEST, since="start")
        await fetch(line(reply).session, request, {}, {"since_ms": "1700"}, lambda: NOW)

    run(work())
    assert asked == [{"start": "1700"}]


@pytest.mark.parametrize("over", ["nobody", "looped"])
def test_a_loop_needs_something_to_loop_over(over: str) -> None:
    """A catalogue that could never make a request is refused when it is built."""
    broken = replace(LOOPED, loop=Loop(over, "symbol", names))
    with pytest.raises(ValueError, match="no names"):
        Catalogue((REQUEST, broken))


def test_a_catalogue_knows_what_is_looped_over_and_what_is_saved() -> None:
    """A loop over names that are shown is fine, and what belongs to a history is kept."""
    gone = NotAvailable("statements", "no request gives them", "the website")
    named = replace(REQUEST, id="names")
    built = Catalogue((REQUEST, LOOPED), history=History(not_available=(gone,), names=(named,)))
    assert [request.id for request in built] == ["list", "looped"]
    assert built.not_available == (gone,)
    assert dict(built.names) == {"names": named}
    with pytest.raises(ValueError, match="share an id"):
        Catalogue((REQUEST,), history=History(names=(REQUEST,)))


def test_one_call_may_be_paged_otherwise() -> None:
    """Its own paging counts, and that of the request for all others."""
    request = replace(REQUEST, paging=Capped(10))
    assert request.paging_of(Call(paging=Single())) == Single()
    assert request.paging_of(Call()) == Capped(10)


def test_requests_of_one_path_share_a_route() -> None:
    """The gate knows each verb and path once, with the parameters of all its requests."""
    other = replace(
        REQUEST, id="other", route=replace(REQUEST.route, parameters=frozenset({"more"}))
    )
    (route,) = Catalogue((REQUEST, other)).routes
    assert route.parameters == REQUEST.route.parameters | {"more"}
