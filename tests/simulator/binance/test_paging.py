"""Pages: their sizes, their ends, and the ways in which they can go wrong."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.binance.support import Client, serving

from readiness.simulator import Fault, Quirk
from readiness.simulator.binance.account import BinanceAccount

EARN = "sapi/v1/simple-earn/flexible/position"
DEPOSITS = "sapi/v1/capital/deposit/hisrec"
DIVIDENDS = "sapi/v1/asset/assetDividend"
SUBS = "sapi/v1/sub-account/list"
FIAT = "sapi/v1/fiat/payments"
MINING = "sapi/v1/mining/hash-transfer/config/details/list"


def filled(path: str, count: int) -> BinanceAccount:
    account = BinanceAccount()
    account.put(path, *({"id": number} for number in range(1, count + 1)))
    return account


def ids(client: Client, path: str, where: str = "", /, **params: str) -> list[Any]:
    body: Any = client.body(path, **params)
    for part in where.split(".") if where else []:
        body = body[part]
    return [row["id"] for row in body]


@pytest.mark.parametrize(
    ("path", "page", "size", "rows", "usual", "most", "params"),
    [
        (EARN, "current", "size", "rows", 10, 100, {}),
        (FIAT, "page", "rows", "data", 100, 500, {"transactionType": "0"}),
        (MINING, "pageIndex", "pageSize", "data.configDetails", 20, 200, {}),
        ("sapi/v2/loan/flexible/ongoing/orders", "current", "limit", "rows", 10, 100, {}),
        ("sapi/v1/nft/user/getAsset", "page", "limit", "list", 50, 50, {}),
    ],
)
def test_numbered_pages(
    path: str, page: str, size: str, rows: str, usual: int, most: int, params: dict[str, str]
) -> None:
    """Pages are counted from one, have a usual and a largest size, and then come to an end."""
    with serving(filled(path, 505)) as client:
        assert ids(client, path, rows, **params) == list(range(1, usual + 1))
        asked = {**params, page: "2", size: str(most)}
        assert ids(client, path, rows, **asked) == list(range(most + 1, min(2 * most, 505) + 1))
        assert ids(client, path, rows, **{**asked, page: "500"}) == []
        assert client.refusal(path, **{**asked, size: str(most + 1)}) == (400, -1130)
        assert client.refusal(path, **{**asked, page: "0"}) == (400, -1130)
        assert client.refusal(path, **{**asked, size: "0"}) == (400, -1130)


def test_the_number_of_rows_is_told() -> None:
    """The total counts the rows of all pages that fit the filters."""
    account = BinanceAccount()
    account.put(EARN, *({"asset": coin} for coin in ("ADA", "ADA", "BTC")))
    with serving(account) as client:
        assert client.body(EARN, size="1")["total"] == 3
        assert client.body(EARN, size="1", asset="ADA")["total"] == 2
        assert client.body(EARN, current="9")["total"] == 3


def test_a_total_in_words() -> None:
    """One list tells its total as text."""
    path = "sapi/v1/simple-earn/flexible/history/collateralRecord"
    with serving(filled(path, 2)) as client:
        assert client.body(path)["total"] == "2"


def test_the_last_page_number() -> None:
    """Loans have no more than a thousand pages."""
    path = "sapi/v2/loan/flexible/ongoing/orders"
    with serving() as client:
        assert client.code(path, current="1000") == "200"
        assert client.refusal(path, current="1001") == (400, -1130)


def test_offsets() -> None:
    """Deposits are paged by the number of rows to leave out."""
    with serving(filled(DEPOSITS, 5)) as client:
        assert ids(client, DEPOSITS, limit="2") == [1, 2]
        assert ids(client, DEPOSITS, limit="2", offset="4") == [5]
        assert ids(client, DEPOSITS, offset="5") == []
        assert client.refusal(DEPOSITS, limit="1001") == (400, -1130)


def test_one_page_and_no_more() -> None:
    """Dividends show the first rows, as many as were asked for, and say how many there are."""
    with serving(filled(DIVIDENDS, 30)) as client:
        body = client.body(DIVIDENDS)
        assert (len(body["rows"]), body["total"]) == (20, 30)
        assert len(client.body(DIVIDENDS, limit="500")["rows"]) == 30


def test_sub_accounts_come_one_by_one() -> None:
    """Who names no size gets a single sub-account, as documented."""
    account = BinanceAccount()
    for name in ("a@x.com", "b@x.com"):
        account.sub_account(name)
    with serving(account) as client:
        one = client.body(SUBS)
        assert set(one) == {"subAccounts"}
        assert len(one["subAccounts"]) == 1
        assert len(client.body(SUBS, limit="200")["subAccounts"]) == 2
        assert client.body(SUBS, limit="1", page="2")["subAccounts"][0]["email"] == "b@x.com"


@pytest.mark.parametrize(
    ("quirk", "page", "expected"),
    [
        (Quirk.SAME_PAGE, "2", [1, 2, 3, 1]),
        (Quirk.NO_CURSOR, "2", [1, 2, 3]),
        (Quirk.NO_LIMIT, "1", [1, 2, 3]),
        (Quirk.ENDLESS, "1", [9_000_000_001 + n for n in range(4)]),
        (Quirk.ENDLESS, "2", [9_000_000_005 + n for n in range(4)]),
    ],
)
def test_wrong_pages(quirk: Quirk, page: str, expected: list[int]) -> None:
    """Each quirk breaks the pages in its own way."""
    with serving(filled(EARN, 3)) as client:
        client.sim.fault(EARN, Fault.paging(quirk))
        body = client.body(EARN, current=page, size="4")
        assert [row["id"] for row in body["rows"]] == expected
        assert body["total"] == (10**6 if quirk is Quirk.ENDLESS else 3)


def test_invented_rows_keep_the_form_of_their_ids() -> None:
    """Ids that are text stay text, and a row without an id, or that is none, stays as it is."""
    account = BinanceAccount()
    account.put(DEPOSITS, {"id": "5"}, {"id": None}, {"coin": "BTC"}, "rubbish")
    with serving(account) as client:
        client.sim.fault(DEPOSITS, Fault.endless())
        rows = client.body(DEPOSITS, limit="4")
        assert rows == [{"id": "9000000001"}, {"id": None}, {"coin": "BTC"}, "rubbish"]


@pytest.mark.parametrize(
    ("path", "moving"), [(EARN, {"current": "2"}), (DEPOSITS, {"offset": "1"})]
)
def test_faults_of_one_page(path: str, moving: dict[str, str]) -> None:
    """A fault may be meant for a later page of a run alone, whatever signing adds to it."""
    with serving(filled(path, 30)) as client:
        client.sim.fault(path, Fault.status(503), page=2)
        assert client.request(path).status_code == 200
        client.clock.time += 1
        assert client.request(path, **moving).status_code == 503
        assert client.request(path).status_code == 200


def test_a_list_of_one_page_has_no_second() -> None:
    """Requests to a list that cannot be paged stand alone."""
    with serving() as client:
        client.sim.fault(DIVIDENDS, Fault.status(503), page=2)
        assert [client.request(DIVIDENDS).status_code for _ in range(3)] == [200] * 3


def test_tokenised_stocks_say_where_the_next_page_begins() -> None:
    """The number of the last row asks for the rows after it; the last page names none."""
    path = "sapi/v1/equity/tokenized/history"
    with serving(filled(path, 3)) as client:
        first = client.body(path, size="2")
        assert (first["hasMore"], first["nextLastId"]) == (True, 2)
        assert client.body(path, size="2", lastId="2") == {"hasMore": False, "rows": [{"id": 3}]}
