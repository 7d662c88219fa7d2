"""Pages: tokens, numbers, offsets and caps, honest and with every quirk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from tests.simulator.tables.toy import ToyAccount, ToyRoute, serving

from readiness.simulator import Fault, Quirk
from readiness.simulator.tables.paging import Capped, Numbered, Offset, Page, Paging, Token
from readiness.simulator.tables.refusal import RefusalError

ROWS = [{"id": number, "name": f"row {number}"} for number in range(7)]
TOKEN = Token(default=2, maximum=5)
NUMBERED = Numbered("page", "size", default=3, maximum=5, tells={"total": "count", "n": "pages"})
OFFSET = Offset("ofs", "", default=3, count="count")


def page(paging: Paging, quirk: Quirk = Quirk.NONE, /, **params: str) -> Page:
    return paging.cut(ROWS, params, quirk)


def walk(token: Token, **params: str) -> list[Page]:
    """Follow the tokens to the end."""
    pages = [page(token, Quirk.NONE, **params)]
    while pages[-1].told.get(token.told) not in (token.last, None) and len(pages) < 20:
        sent = {**params, token.parameter: str(pages[-1].told[token.told])}
        pages.append(page(token, Quirk.NONE, **sent))
    return pages


def ids(pages: list[Page]) -> list[list[Any]]:
    return [[row["id"] for row in each.rows] for each in pages]


@pytest.mark.parametrize("last", ["", "0", None])
def test_token(last: str | None) -> None:
    """Tokens lead through all rows once; the last page says so in the exchange's way."""
    pages = walk(replace(TOKEN, last=last), limit="3")
    assert ids(pages) == [[0, 1, 2], [3, 4, 5], [6]]
    assert pages[-1].told == ({} if last is None else {"nextPageCursor": last})


def test_token_is_opaque() -> None:
    """A token is no number, carries what must be encoded, and fits only its own question."""
    told = str(page(TOKEN, kind="a").told["nextPageCursor"])
    assert "%3A" in told
    assert page(TOKEN, kind="a", cursor=told).rows[0]["id"] == 2
    for wrong in ({"kind": "b", "cursor": told}, {"kind": "a", "cursor": "2"}):
        with pytest.raises(RefusalError, match="cursor"):
            page(TOKEN, Quirk.NONE, **wrong)


def test_numeric_token() -> None:
    """A token may be a plain number, and a word may ask for the first page."""
    plain = replace(TOKEN, numeric=True, opens=("true",))
    told = page(plain, cursor="true").told["nextPageCursor"]
    assert told == "2"
    assert page(plain, cursor=told).rows[0]["id"] == 2
    with pytest.raises(RefusalError, match="cursor"):
        page(plain, cursor="x%3A2")
    assert not plain.turn({"cursor": "true"}).moving
    assert plain.turn({"cursor": "2"}).moving


def test_lingering_token() -> None:
    """A page with rows may tell a token although nothing is left; only an empty page ends."""
    assert ids(walk(replace(TOKEN, lingers=True), limit="5")) == [[0, 1, 2, 3, 4], [5, 6], []]


def test_numbered() -> None:
    """Pages by number, with the totals beside them as numbers or words."""
    last = page(NUMBERED, page="3")
    assert ([row["id"] for row in last.rows], last.told) == ([6], {"total": 7, "n": 3})
    assert page(NUMBERED, page="4").rows == []
    assert page(replace(NUMBERED, words=True), size="5").told == {"total": "7", "n": "2"}
    assert NUMBERED.turn({"page": "1"}).moving is False
    assert NUMBERED.turn({"page": "2", "x": "y"}).fixed == ("x=y",)


def test_offset() -> None:
    """Pages by the number of rows left out, with the count."""
    last = page(OFFSET, ofs="6")
    assert ([row["id"] for row in last.rows], last.told) == ([6], {"count": 7})
    assert (OFFSET.turn({"ofs": "0"}).moving, OFFSET.turn({"ofs": "3"}).moving) == (False, True)


def test_capped() -> None:
    """One page, whatever there is beyond it."""
    assert len(page(Capped(default=4, maximum=5)).rows) == 4
    assert not Capped().turn({"limit": "3"}).moving


@pytest.mark.parametrize(
    ("paging", "params"),
    [
        (TOKEN, {"limit": "6"}),
        (TOKEN, {"limit": "0"}),
        (TOKEN, {"limit": "x"}),
        (NUMBERED, {"page": "0"}),
        (NUMBERED, {"size": "6"}),
        (OFFSET, {"ofs": "-1"}),
        (Capped(maximum=5), {"limit": "6"}),
    ],
)
def test_bounds(paging: Paging, params: Mapping[str, str]) -> None:
    """Sizes and places that the documents do not allow are refused."""
    with pytest.raises(RefusalError):
        page(paging, Quirk.NONE, **params)


SECOND = (
    (TOKEN, {"cursor": str(page(TOKEN).told["nextPageCursor"])}),
    (NUMBERED, {"page": "2"}),
    (OFFSET, {"ofs": "3"}),
)


@pytest.mark.parametrize(("paging", "sent"), SECOND, ids=["token", "numbered", "offset"])
def test_quirks(paging: Paging, sent: dict[str, str]) -> None:
    """Every quirk does what it says, on the page behind the first."""
    size = paging.default
    same = page(paging, Quirk.SAME_PAGE, **sent)
    assert same.rows == page(paging).rows
    endless = page(paging, Quirk.ENDLESS, **sent)
    assert len(endless.rows) == size
    assert not {row["id"] for row in endless.rows} & {row["id"] for row in ROWS}
    again = page(paging, Quirk.ENDLESS)
    assert not {row["id"] for row in endless.rows} & {row["id"] for row in again.rows}
    assert page(paging, Quirk.NO_CURSOR, **sent).rows == ROWS[:size]
    assert page(paging, Quirk.NO_LIMIT, **sent).rows == ROWS[size:]


@pytest.mark.parametrize("quirk", [Quirk.SAME_PAGE, Quirk.ENDLESS])
def test_quirks_never_end(quirk: Quirk) -> None:
    """A list without end tells a token on every page, and totals that are never reached."""
    assert page(replace(TOKEN, maximum=50), quirk, limit="50").told["nextPageCursor"]
    if quirk is Quirk.ENDLESS:
        assert page(NUMBERED, quirk).told["total"] == 10**6
        assert page(OFFSET, quirk).told["count"] == 10**6


def test_nothing_to_repeat() -> None:
    """Without a row there is nothing to repeat or to imitate."""
    for quirk in (Quirk.SAME_PAGE, Quirk.ENDLESS):
        assert TOKEN.cut([], {}, quirk) == Page([], {"nextPageCursor": ""})


def test_rubbish_is_paged_too() -> None:
    """Rows without an id, and rows that are none, are passed on as they are."""
    rows = ["x", {"id": True, "n": 1}, {"id": "5"}]
    shown = TOKEN.cut(rows, {"limit": "3"}, Quirk.ENDLESS).rows
    assert shown[:2] == ["x", {"id": True, "n": 1}]
    assert shown[2]["id"].startswith("9")


def test_served() -> None:
    """Through the server: the page told beside the rows, and a fault on the second page only."""
    route = ToyRoute(path="rows", at="list", paging=TOKEN)
    account = ToyAccount()
    account.put("rows", *ROWS)
    with serving(route, account=account) as toy:
        toy.sim.fault("rows", Fault.status(500, "{}"), page=2)
        first = toy.data("rows")
        assert [row["id"] for row in first["list"]] == [0, 1]
        assert toy.get("rows", cursor=first["nextPageCursor"]) == {}
        assert toy.sim.requests[-1].params == {"cursor": first["nextPageCursor"]}
        toy.sim.clear_faults()
        second = toy.data("rows", cursor=first["nextPageCursor"])
        assert [row["id"] for row in second["list"]] == [2, 3]
