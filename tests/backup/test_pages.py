"""Pages, spans and names: every row once, and the end proved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.backup.served import Row, Served, a_list
from tests.backup.support import Vault

from readiness.backup import ListStatus
from readiness.exchanges.catalogue import Call
from readiness.exchanges.history import Each, HistoryList, LastDays, Onward, Spans
from readiness.exchanges.paging import Capped, CursorKind, Numbered, Pages, Single, Tokens
from readiness.gate.body import BadBodyError
from readiness.simulator import OkxAccount

DAY = 86_400_000
NOW_MS = 1_790_000_000_000
ACCOUNT = OkxAccount()


def saved(
    folder: Path, entry: HistoryList | tuple[HistoryList, ...], served: Served
) -> tuple[Vault, str, str | None]:
    """Save made-up lists; the last one's status and reason."""
    lists = entry if isinstance(entry, tuple) else (entry,)
    vault = Vault(folder, ACCOUNT, lists=lists, clock=lambda: NOW_MS / 1000, most=60)
    served.serve(vault)
    record = vault.save().lists[-1]
    return vault, record.status.value, record.reason


def stamped(number: int, ts: int) -> Row:
    return {"id": str(number), "ts": str(ts)}


BY_NUMBER = Pages("after", "id", size=4)
BY_TIME = Pages("after", "ts", CursorKind.TIME, size=4)


def older_than(rows: list[Row], field: str, size: int) -> Any:
    """Newest first, what is older than the cursor."""

    def answer(params: Mapping[str, str]) -> list[Row]:
        listed = sorted(rows, key=lambda row: int(row[field]), reverse=True)
        after = params.get("after")
        fitting = [row for row in listed if after is None or int(row[field]) < int(after)]
        return fitting[:size]

    return answer


@settings(max_examples=30)
@given(st.lists(st.integers(0, 9), max_size=24), st.booleans())
def test_rows_of_one_moment_are_not_lost_between_two_pages(
    tmp_path_factory: pytest.TempPathFactory, moments: list[int], by_time: bool
) -> None:
    """By number always; by time unless a moment holds more than a page: then it is said."""
    rows = [stamped(number, 1_000 + moment) for number, moment in enumerate(moments)]
    paging, field = (BY_TIME, "ts") if by_time else (BY_NUMBER, "id")
    served = Served({"made/up": older_than(rows, field, 4)})
    entry = a_list("made/up", "after", "limit", paging=paging)
    vault, status, reason = saved(tmp_path_factory.mktemp("saved") / "x", entry, served)
    if status == ListStatus.COMPLETE:
        assert sorted(map(str, vault.rows("made/up"))) == sorted(map(str, rows))
    else:
        assert by_time
        assert max(moments.count(moment) for moment in moments) >= 4
        assert reason is not None
        assert "the same page again and again" in reason


def test_a_page_that_is_not_full_is_no_end(tmp_path: Path) -> None:
    """A server that filters after it cut the page: the next one is asked for."""
    rows = [stamped(number, number) for number in range(20)]
    answer = older_than(rows, "id", 4)
    entry = a_list("made/up", "after", "limit", paging=Pages("after", "id", size=100))
    vault, status, _ = saved(tmp_path / "x", entry, Served({"made/up": answer}))
    assert status == "complete"
    assert len(vault.rows("made/up")) == 20


def test_a_number_that_is_not_obeyed_proves_nothing(tmp_path: Path) -> None:
    """The server shows the same few rows whatever is asked for: there may be more."""
    rows = [stamped(number, number) for number in range(3)]
    entry = a_list("made/up", "after", "limit", paging=Pages("after", "id", size=100))
    vault, status, reason = saved(tmp_path / "x", entry, Served({"made/up": lambda _: rows}))
    assert status == "incomplete"
    assert reason is not None
    assert "the same page again and again" in reason
    assert len(vault.rows("made/up")) == 3


def test_a_moment_that_fills_a_smaller_page_proves_nothing(tmp_path: Path) -> None:
    """The server serves fewer rows than it was asked for, and a moment has more than that."""
    rows = [stamped(number, 50 - number // 7) for number in range(30)]
    answer = older_than(rows, "ts", 5)
    entry = a_list(
        "made/up", "after", "limit", paging=Pages("after", "ts", CursorKind.TIME, size=100)
    )
    late = [stamped(number, 90 + number) for number in range(9)]
    rows.extend(late)
    _, status, reason = saved(tmp_path / "x", entry, Served({"made/up": answer}))
    assert status == "incomplete"
    assert reason is not None
    assert "the same page again and again" in reason


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda _: [stamped(number, 5) for number in range(4)], "the same page again and again"),
        (lambda _: [{"id": "", "ts": "1"}] * 4, "a row without a readable cursor"),
        (lambda _: [{"ts": "1"}], "no id"),
        (lambda _: [{"id": "1"}], "no ts"),
        (lambda _: ["text"], "a row that is no object"),
        (lambda _: [None], "a row that is no object"),
        (lambda _: {"code": "0", "msg": ""}, "no data"),
        (lambda _: {"code": "0", "data": None}, "no data"),
        (lambda _: {"code": "0", "data": {"rows": []}}, "no data"),
        (lambda _: {"data": []}, "no code"),
    ],
)
def test_what_proves_nothing_is_never_complete(tmp_path: Path, answer: Any, reason: str) -> None:
    """And the manifest says why."""
    entry = a_list("made/up", "after", "limit", paging=BY_NUMBER)
    _, status, told = saved(tmp_path / "x", entry, Served({"made/up": answer}))
    assert status == "incomplete"
    assert told is not None
    assert reason in told


def test_an_endless_list_is_found_out(tmp_path: Path) -> None:
    """Ever new rows: more pages than there can be."""
    count = iter(range(10**9, 0, -1))
    served = Served({"made/up": lambda _: [stamped(next(count), 1) for _ in range(4)]})
    entry = a_list("made/up", "after", "limit", paging=BY_NUMBER)
    vault, status, reason = saved(tmp_path / "x", entry, served)
    assert (status, len(served.asked)) == ("incomplete", 60)
    assert reason is not None
    assert "more than 60 pages" in reason
    assert len(vault.rows("made/up")) == 240  # what was read is there


def test_numbered_pages(tmp_path: Path) -> None:
    """By page, and by offset."""
    rows = [stamped(number, number) for number in range(11)]

    def by_page(params: Mapping[str, str]) -> list[Row]:
        number, size = int(params["page"]), int(params["size"])
        return rows[(number - 1) * size : number * size]

    def by_offset(params: Mapping[str, str]) -> list[Row]:
        return rows[int(params["offset"]) :][: int(params["limit"])]

    page = a_list("by/page", "page", "size", paging=Numbered("page", "size", 3))
    offset = a_list(
        "by/offset", "offset", "limit", paging=Numbered("offset", "limit", 5, first=0, step=5)
    )
    served = Served({"by/page": by_page, "by/offset": by_offset})
    vault, status, _ = saved(tmp_path / "x", (page, offset), served)
    assert status == "complete"
    assert len(vault.rows("by/page")) == len(vault.rows("by/offset")) == 11


def test_fewer_rows_than_stated_are_not_all(tmp_path: Path) -> None:
    """A stated total is held against what came."""

    def answer(params: Mapping[str, str]) -> list[Row]:
        rows = [stamped(1, 1), stamped(2, 2)] if params["page"] == "1" else []
        return [{"rows": rows, "total": 3}]

    entry = a_list(
        "made/up",
        "page",
        "size",
        paging=Numbered("page", "size", 5),
        rows_at="rows",
        total_at="total",
    )
    vault, status, reason = saved(tmp_path / "x", entry, Served({"made/up": answer}))
    assert status == "incomplete"
    assert reason is not None
    assert "rows: 2; stated: 3" in reason
    assert len(vault.rows("made/up")) == 2


@pytest.mark.parametrize("kind", list(CursorKind))
def test_pages_from_old_to_new(tmp_path: Path, kind: CursorKind) -> None:
    """By number each begins after the last; by time the last moment is asked for again."""
    rows = [stamped(number, 100 + number // 3) for number in range(17)]
    field = "id" if kind is CursorKind.ID else "ts"

    def answer(params: Mapping[str, str]) -> list[Row]:
        return [row for row in rows if int(row[field]) >= int(params["from"])][:5]

    entry = a_list("made/up", "from", "limit", paging=Onward("from", field, kind=kind, size=5))
    served = Served({"made/up": answer})
    vault, status, _ = saved(tmp_path / "x", entry, served)
    assert status == "complete"
    assert vault.rows("made/up") == rows


def within(rows: list[Row], most: int) -> Any:
    """What lies in a span, both ends included; no way to ask for what does not fit."""

    def answer(params: Mapping[str, str]) -> list[Row]:
        start, end = int(params["start"]), int(params["end"])
        assert 0 <= end - start <= DAY
        return [row for row in rows if start <= int(row["ts"]) <= end][:most]

    return answer


CAPPED = a_list(
    "made/up",
    "start",
    "end",
    "limit",
    paging=Capped(4),
    spans=Spans("start", "end", 1),
    reach=LastDays(3),
    elsewhere="nowhere",
)


@settings(max_examples=30)
@given(st.lists(st.integers(0, 3 * DAY), unique=True, max_size=30))
def test_a_full_answer_for_a_span_is_asked_for_in_halves(
    tmp_path_factory: pytest.TempPathFactory, ages: list[int]
) -> None:
    """Until nothing is full any more: every row comes out once."""
    rows = [stamped(number, NOW_MS - age) for number, age in enumerate(ages)]
    served = Served({"made/up": within(rows, 4)})
    vault, status, _ = saved(tmp_path_factory.mktemp("saved") / "x", CAPPED, served)
    assert status == "complete"
    assert sorted(map(str, vault.rows("made/up"))) == sorted(map(str, rows))


def test_a_moment_that_is_full_proves_nothing(tmp_path: Path) -> None:
    """A millisecond has no halves."""
    rows = [stamped(number, NOW_MS - 5_000) for number in range(4)]
    _, status, reason = saved(tmp_path / "x", CAPPED, Served({"made/up": within(rows, 4)}))
    assert status == "incomplete"
    assert reason is not None
    assert "a full answer, and no next one" in reason


def test_spans_reach_back_to_the_beginning(tmp_path: Path) -> None:
    """They adjoin, none is longer than allowed, and the last ends at now."""
    served = Served({"made/up": within([], 4)})
    vault, status, _ = saved(tmp_path / "x", CAPPED, served)
    asked = [(int(params["start"]), int(params["end"])) for _, params in served.asked]
    assert asked[0][1] == NOW_MS
    assert asked[-1][0] == NOW_MS - 3 * DAY
    assert [start for start, _ in asked[:-1]] == [end for _, end in asked[1:]]
    assert all(end - start < DAY for start, end in asked)
    assert status == "complete"
    (record,) = vault.save().lists
    assert record.ranges[0].start is not None


def test_a_list_is_asked_for_each_name_once(tmp_path: Path) -> None:
    """Names come from what was saved, and from requests of the scan."""
    names = a_list("names", "after", "limit", paging=BY_NUMBER)
    shown = [stamped(number, number) | {"name": name} for number, name in enumerate("aab")]

    def params(rows: Mapping[str, Any]) -> Any:
        return [{"name": row["name"]} for row in rows["names"]]

    rows_of = a_list("rows/of", "name", paging=Single(), each=Each(("names",), params))
    served = Served(
        {
            "names": older_than(shown, "id", 4),
            "rows/of": lambda params: [stamped(ord(params["name"]), 1)],
        }
    )
    vault, status, _ = saved(tmp_path / "x", (names, rows_of), served)
    assert [params for path, params in served.asked if path == "rows/of"] == [
        {"name": "a"},
        {"name": "b"},
    ]
    assert status == "complete"
    assert len(vault.rows("rows/of")) == 2


@pytest.mark.parametrize("broken", ["list", "name"])
def test_what_hides_a_name_makes_its_list_incomplete(tmp_path: Path, broken: str) -> None:
    """A list of names that failed, or a row that does not say its name."""
    names = a_list("names", "after", "limit", paging=BY_NUMBER)

    def params(rows: Mapping[str, Any]) -> Any:
        for row in rows["names"]:
            if "name" not in row:
                raise BadBodyError("a row without its name")
            yield {"name": row["name"]}

    good = stamped(1, 1) | {"name": "a"}
    page = older_than([good, stamped(0, 0)], "id", 4) if broken == "name" else None
    served = Served(
        {
            "names": page or (lambda _: ["rubbish"]),
            "rows/of": lambda _: [stamped(7, 7)],
        }
    )
    rows_of = a_list("rows/of", "name", each=Each(("names",), params))
    _, status, reason = saved(tmp_path / "x", (names, rows_of), served)
    assert status == "incomplete"
    assert reason is not None
    assert "names" in reason or "name" in reason


def test_rows_that_only_seem_the_same_are_all_kept(tmp_path: Path) -> None:
    """Two different rows under one number in one answer: the number does not tell them apart."""
    rows = [stamped(1, 1) | {"leg": leg} for leg in "ab"]
    entry = a_list("made/up", paging=Single())
    vault, status, _ = saved(tmp_path / "x", entry, Served({"made/up": lambda _: rows}))
    assert status == "complete"
    assert vault.rows("made/up") == rows
    assert vault.save().lists[0].rows == 2


def test_a_later_reading_of_a_row_replaces_the_earlier(tmp_path: Path) -> None:
    """A deposit that has arrived meanwhile; what is no longer shown stays."""
    states = [
        [stamped(2, 2) | {"state": "0"}, stamped(1, 1) | {"state": "2"}],
        [stamped(3, 3) | {"state": "0"}, stamped(2, 2) | {"state": "2"}],
    ]
    entry = a_list("made/up", paging=Single())
    served = Served({"made/up": lambda _: states[0]})
    vault, _, _ = saved(tmp_path / "x", entry, served)
    states.pop(0)
    assert vault.save().lists[0].rows == 3
    assert [(row["id"], row["state"]) for row in vault.rows("made/up")] == [
        ("1", "2"),
        ("2", "2"),
        ("3", "0"),
    ]


def test_only_what_has_come_since_is_asked_for_by_spans(tmp_path: Path) -> None:
    """And so many days before, in which rows may still have changed."""
    served = Served({"made/up": within([], 4)})
    entry = a_list(
        "made/up",
        "start",
        "end",
        paging=Single(),
        spans=Spans("start", "end", 1, settled_after=2),
        reach=LastDays(40),
    )
    now = NOW_MS / 1000
    vault = Vault(tmp_path / "x", lists=(entry,), clock=lambda: now)
    served.serve(vault)
    vault.save()
    assert len(served.asked) == 41
    served.asked.clear()
    now += 86_400 * 5
    (record,) = vault.save().lists
    assert len(served.asked) == 8  # five days, and two, each a millisecond short
    assert int(served.asked[-1][1]["start"]) == NOW_MS - 2 * DAY
    (only,) = record.ranges
    assert only.start is not None
    assert (only.end - only.start).days == 45


def test_the_first_call_decides_no_other(tmp_path: Path) -> None:
    """One call that fails leaves the others' rows in place."""

    def answer(params: Mapping[str, str]) -> Any:
        return ["rubbish"] if params["kind"] == "a" else [stamped(1, 1)]

    entry = a_list("made/up", "kind", calls=(Call({"kind": "a"}), Call({"kind": "b"})))
    vault, status, _ = saved(tmp_path / "x", entry, Served({"made/up": answer}))
    assert status == "incomplete"
    assert len(vault.rows("made/up")) == 1


BY_TOKEN = Tokens("cursor", at="next", size=2)


def by_token(*pages: tuple[list[Row], str], total: int = 0) -> Any:
    """Pages in a row: each is asked for with the token of the one before."""
    tokens = ["", *(token for _, token in pages)]

    def answer(params: Mapping[str, str]) -> Any:
        rows, token = pages[tokens.index(params.get("cursor", ""))]
        told = {"list": rows, "next": token, "total": total}
        return {"code": "0", "data": [told], "msg": ""}

    return answer


def token_list(**more: Any) -> HistoryList:
    return a_list("made/up", "cursor", "limit", paging=BY_TOKEN, rows_at="list", **more)


def test_a_list_with_tokens_is_read_until_there_is_none(tmp_path: Path) -> None:
    """A short page, or an empty one, is not the last while a token stands beside it."""
    nothing: list[Row] = []
    pages = (([stamped(4, 4)], "a"), (nothing, "b"), ([stamped(3, 3), stamped(2, 2)], ""))
    served = Served({"made/up": by_token(*pages)})
    vault, status, _ = saved(tmp_path / "x", token_list(), served)
    assert status == "complete"
    assert [row["id"] for row in vault.rows("made/up")] == ["2", "3", "4"]
    assert [params.get("cursor", "") for _, params in served.asked] == ["", "a", "b"]


@pytest.mark.parametrize(
    ("pages", "total", "why"),
    [
        ((([stamped(1, 1)], "a"), ([stamped(2, 2)], "a")), 0, "the same page again and again"),
        ((([stamped(1, 1)], "a"), ([stamped(1, 1)], "b")), 0, "the same page again and again"),
        ((([stamped(1, 1)], ""),), 2, "rows: 1; stated: 2"),
    ],
    ids=["the same token", "the same rows", "fewer than stated"],
)
def test_tokens_that_lead_nowhere_are_no_end(
    tmp_path: Path, pages: tuple[tuple[list[Row], str], ...], total: int, why: str
) -> None:
    """The list is not complete, and it is said why."""
    served = Served({"made/up": by_token(*pages, total=total)})
    _, status, reason = saved(tmp_path / "x", token_list(total_at="total"), served)
    assert status == "incomplete"
    assert why in str(reason)


def test_a_token_of_an_earlier_run_is_not_used_again(tmp_path: Path) -> None:
    """The exchange may have forgotten it: the list is asked for from its beginning."""
    begun = (([stamped(3, 3)], "old"), ([stamped(2, 2)], "older"))
    broken: Any = by_token(*begun)
    first = Served({"made/up": lambda query: {} if query.get("cursor") else broken(query)})
    vault, status, _ = saved(tmp_path / "x", token_list(), first)
    assert status == "incomplete"
    again = Served({"made/up": by_token(([stamped(3, 3)], "new"), ([stamped(2, 2)], ""))})
    vault, status, _ = saved(tmp_path / "x", token_list(), again)
    assert status == "complete"
    assert [row["id"] for row in vault.rows("made/up")] == ["2", "3"]
    assert [params.get("cursor", "") for _, params in again.asked] == ["", "new"]
