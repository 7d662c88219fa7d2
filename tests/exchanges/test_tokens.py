"""A list whose answers tell how to ask for the next page ends where they say so, nowhere else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.domain.answer import Cause, Proof, Reason
from readiness.exchanges.catalogue import Call, Request, Source
from readiness.exchanges.okx.catalogue.source import READ_ON, get, per_user
from readiness.exchanges.paging import Tokens
from readiness.exchanges.reader import Read, read_call
from readiness.exchanges.rows import parser
from readiness.exchanges.wire import CamelRow, WireText
from readiness.gate.body import BadBodyError
from readiness.gate.failure import LookFailedError
from readiness.gate.session import Session

NOW: Final = datetime(2026, 11, 23, tzinfo=UTC)
TOKENS: Final = Tokens("cursor", at="next", size=50)
Page = Mapping[str, Any]


class Thing(CamelRow):
    """A row with an id."""

    id: WireText


class Exchange:
    """A session that serves pages one after the other; notes what it is asked."""

    def __init__(self, pages: Iterator[Page]) -> None:
        self.pages = pages
        self.asked: list[dict[str, str]] = []

    async def ask(
        self, request: Request, params: Mapping[str, str], parse: Callable[[list[Any]], Any]
    ) -> object:
        self.asked.append(dict(params))
        try:
            return parse([next(self.pages)])
        except BadBodyError as error:
            reason = Reason(cause=Cause.BAD_BODY, request=request.id, text=str(error))
            raise LookFailedError(reason) from None


def request(tokens: Tokens) -> Request:
    return Request(
        id="things",
        route=get("things", "cursor", "limit"),
        ccxt_method="",
        limit=per_user(1),
        purpose="",
        source=Source("", READ_ON),
        row=Thing,
        paging=tokens,
        rows_at="list",
    )


def page(*names: str, **beside: Any) -> Page:
    return {"list": [{"id": name} for name in names], **beside}


def asked_on(exchange: Exchange, what: Request) -> Read:
    """Read a list; where it has no end, every value of the sentence that says so is told."""
    session = cast("Session", exchange)  # as much of one as a read needs
    result = asyncio.run(read_call(session, what, Call(), {}, NOW))
    for reason in result.reasons:
        assert reason.text.format_map(dict(reason.values))
    return result


def read(*pages: Page, tokens: Tokens = TOKENS) -> tuple[Read, list[dict[str, str]]]:
    """Read a list that is served in these pages."""
    exchange = Exchange(iter(pages))
    result = asked_on(exchange, request(tokens))
    assert bool(result.reasons) != bool(result.evidence)
    return result, exchange.asked


def ids(result: Read) -> list[str]:
    return [row.id for row in result.rows if isinstance(row, Thing)]


def test_every_page_is_asked_for_with_the_token_of_the_one_before() -> None:
    """The first page is asked for without a token, the others with what the answers told."""
    result, asked = read(page("1", "2", next="a"), page("3", next="b"), page("4", next=""))
    assert ids(result) == ["1", "2", "3", "4"]
    assert [entry.proof for entry in result.evidence] == [Proof.LAST_PAGE]
    assert asked == [
        {"limit": "50"},
        {"limit": "50", "cursor": "a"},
        {"limit": "50", "cursor": "b"},
    ]


def test_what_else_is_asked_for_stays_on_every_page() -> None:
    """Where no size can be asked for, none is."""
    exchange = Exchange(iter([page("1", next="a"), page("2", next="")]))
    session = cast("Session", exchange)  # as much of one as a read needs
    asked = request(Tokens("cursor", at="next"))
    result = asyncio.run(read_call(session, asked, Call({"kind": "x"}), {"of": "y"}, NOW))
    assert ids(result) == ["1", "2"]
    assert exchange.asked == [{"kind": "x", "of": "y"}, {"kind": "x", "of": "y", "cursor": "a"}]


def test_a_short_or_empty_page_with_a_token_is_not_the_end() -> None:
    """Filters may empty a page in the middle."""
    result, asked = read(page("1", next="a"), page(next="b"), page("2", next=""))
    assert ids(result) == ["1", "2"]
    assert len(asked) == 3


@pytest.mark.parametrize("beside", [{}, {"next": None}, {"next": 0}, {"next": ["x"]}], ids=str)
def test_a_token_that_is_missing_or_no_text_fails_the_look(beside: dict[str, Any]) -> None:
    """What does not say whether it was the last page proves nothing."""
    result, _ = read(page("1", **beside))
    assert [reason.cause for reason in result.reasons] == [Cause.BAD_BODY]


@pytest.mark.parametrize("beside", [{}, {"next": None}, {"next": "0"}, {"next": ""}], ids=str)
def test_where_documented_other_words_end_the_list(beside: dict[str, Any]) -> None:
    """Each exchange has its own way of saying that there is no next page."""
    tokens = replace(TOKENS, ends=("", "0"), absent_ends=True)
    result, _ = read(page("1", **beside), tokens=tokens)
    assert ids(result) == ["1"]


def test_a_token_that_comes_again_fails_the_look_and_keeps_what_was_seen() -> None:
    """A circle has no end."""
    result, asked = read(page("1", next="a"), page("2", next="b"), page("3", next="a"))
    assert [reason.cause for reason in result.reasons] == [Cause.PAGING]
    assert ids(result) == ["1", "2", "3"]
    assert len(asked) == 3


def test_ever_new_tokens_fail_the_look() -> None:
    """A list that never ends is not read for ever."""
    pages = (page(str(number), next=f"t{number}") for number in range(1_000))
    exchange = Exchange(pages)
    result = asked_on(exchange, request(replace(TOKENS, most=7)))
    assert [reason.cause for reason in result.reasons] == [Cause.PAGING]
    assert len(exchange.asked) == 7


def test_fewer_rows_than_stated_fail_the_look() -> None:
    """The answer's own number counts as well."""
    exchange = Exchange(iter([page("1", next="", total=2)]))
    result = asked_on(exchange, replace(request(TOKENS), total_at="total"))
    assert [reason.values for reason in result.reasons] == [(("rows", "1"),)]
    assert [reason.cause for reason in result.reasons] == [Cause.PAGING]


def test_a_page_that_fails_keeps_what_was_seen() -> None:
    """Rows of earlier pages are shown; they prove no end."""
    result, _ = read(page("1", next="a"), {"list": "none", "next": ""})
    assert ids(result) == ["1"]
    assert [reason.cause for reason in result.reasons] == [Cause.BAD_BODY]


@given(st.lists(st.lists(st.integers(0, 20).map(str), max_size=4), min_size=1, max_size=6))
def test_nothing_is_lost_however_the_list_is_cut(cut: list[list[str]]) -> None:
    """Page sizes do not matter."""
    last = len(cut) - 1
    pages = [
        page(*names, next="" if number == last else f"t{number}")
        for number, names in enumerate(cut)
    ]
    result, _ = read(*pages)
    assert set(ids(result)) == {name for names in cut for name in names}


@pytest.mark.parametrize(
    ("rows_at", "answer"),
    [("", {"A": {"x": "1"}, "B": "2"}), ("open", {"open": {"A": {"x": "1"}, "B": "2"}})],
    ids=["the answer itself", "at a key"],
)
def test_rows_can_be_the_values_of_an_object(rows_at: str, answer: dict[str, Any]) -> None:
    """Each gets its key; a value that is no object stands beside it."""
    asked = replace(request(TOKENS), rows_at=rows_at, keyed="id")
    read_page = parser(asked)([answer])
    assert read_page.token == ""
    assert list(read_page.raw) == [{"x": "1", "id": "A"}, {"value": "2", "id": "B"}]


@pytest.mark.parametrize("value", [None, [], ["A"], "A", 5], ids=repr)
def test_where_rows_are_the_values_of_an_object_a_list_is_another_shape(value: Any) -> None:
    """An empty list is not the documented empty object."""
    asked = replace(request(TOKENS), rows_at="open", keyed="id")
    with pytest.raises(BadBodyError):
        parser(asked)([{"open": value}])
