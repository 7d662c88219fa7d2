"""Every style of paging, at the edges of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.simulator.support import Client, serving

from readiness.simulator import Fault, OkxAccount, Quirk, rows

# path, field of the cursor, parameter for older rows, largest page, other parameters
STYLES: list[tuple[str, str, str, int, dict[str, str]]] = [
    ("trade/orders-pending", "ordId", "after", 100, {}),
    ("trade/orders-algo-pending", "algoId", "after", 100, {"ordType": "trigger"}),
    ("sprd/orders-pending", "ordId", "endId", 100, {}),
    ("rfq/rfqs", "rfqId", "endId", 100, {"state": "active"}),
    ("rfq/quotes", "quoteId", "endId", 100, {}),
    ("finance/sfp/dcd/order-history", "ordId", "endId", 100, {"limit": "100"}),
    ("finance/sfp/dcd/order-history", "ordId", "endId", 20, {}),
    ("asset/deposit-history", "ts", "after", 100, {}),
    ("asset/withdrawal-history", "ts", "after", 100, {}),
    ("copytrading/current-subpositions", "subPosId", "after", 500, {}),
    ("asset/bills", "ts", "after", 100, {}),
    ("account/bills", "billId", "after", 100, {}),
    ("finance/flexible-loan/loan-history", "refId", "after", 100, {}),
    ("finance/staking-defi/eth/purchase-redeem-history", "requestTime", "after", 100, {}),
    ("asset/subaccount/bills", "ts", "after", 100, {}),
]
INCLUSIVE: list[tuple[str, str, str, dict[str, str]]] = [
    ("account/spot-borrow-repay-history", "ts", "after", {}),
    ("fiat/deposit-order-history", "cTime", "before", {}),
    ("fiat/withdrawal-order-history", "cTime", "before", {}),
    ("fiat/buy-sell/history", "cTime", "end", {}),
    ("finance/okusd/redeem/history", "ts", "end", {}),
]


def filled(path: str, count: int) -> OkxAccount:
    account = OkxAccount()
    account.put(path, *(rows.FACTORIES[path]() for _ in range(count)))
    return account


def walk(client: Client, path: str, field: str, older: str, size: int, **params: str) -> list[Any]:
    """Read pages until one is short, and return all rows seen."""
    seen: list[Any] = []
    cursor: dict[str, str] = {}
    while True:
        page = client.rows(path, **params, **cursor)
        seen += page
        if len(page) < size:
            return seen
        cursor = {older: page[-1][field]}


@pytest.mark.parametrize(("path", "field", "older", "size", "params"), STYLES)
@pytest.mark.parametrize("extra", [-1, 0, 1])
def test_exclusive_cursor(
    path: str, field: str, older: str, size: int, params: dict[str, str], extra: int
) -> None:
    account = filled(path, size + extra)
    with serving(account, limits=False) as client:
        seen = walk(client, path, field, older, size, **params)
        assert len(client.sim.requests) == (1 if extra < 0 else 2)
    ids = [int(row[field]) for row in seen]
    assert ids == sorted((int(row[field]) for row in account.rows(path)), reverse=True)


@pytest.mark.parametrize(("path", "field", "older", "params"), INCLUSIVE)
def test_inclusive_cursor_serves_the_last_row_again(
    path: str, field: str, older: str, params: dict[str, str]
) -> None:
    account = filled(path, 101)
    with serving(account, limits=False) as client:
        first = client.rows(path, **params)
        second = client.rows(path, **params, **{older: first[-1][field]})
    assert len(first) == 100
    assert second[0] == first[-1]
    assert len(second) == 2


def test_fiat_window_is_the_other_way_round() -> None:
    account = filled("fiat/deposit-order-history", 10)
    times = sorted(row["cTime"] for row in account.rows("fiat/deposit-order-history"))
    with serving(account, limits=False) as client:

        def ask(**params: str) -> list[str]:
            found = client.rows("fiat/deposit-order-history", **params)
            return sorted(row["cTime"] for row in found)

        assert ask(after=times[6]) == times[6:]
        assert ask(before=times[3]) == times[:4]
        assert ask(after=times[2], before=times[5]) == times[2:6]


def test_newer_rows_than_a_cursor() -> None:
    account = filled("trade/orders-pending", 10)
    ids = sorted(row["ordId"] for row in account.rows("trade/orders-pending"))
    with serving(account) as client:
        found = client.rows("trade/orders-pending", before=ids[6])
        assert [row["ordId"] for row in found] == ids[:6:-1]


def test_small_pages_and_impossible_ones() -> None:
    account = filled("trade/orders-pending", 10)
    with serving(account) as client:
        assert len(walk(client, "trade/orders-pending", "ordId", "after", 3, limit="3")) == 10
        for bad in ("0", "101", "-1", "x", "1.5"):
            response = client.request("trade/orders-pending", limit=bad)
            assert (response.status_code, response.json()["code"]) == (400, "51000")


def test_copied_positions_come_in_pages_of_five_hundred() -> None:
    account = filled("copytrading/current-subpositions", 501)
    with serving(account) as client:
        assert len(client.rows("copytrading/current-subpositions")) == 500
        assert client.code("copytrading/current-subpositions", limit="501") == "51000"


def test_funding_bills_can_be_paged_by_id() -> None:
    account = OkxAccount()
    account.put("asset/bills-history", *(rows.funding_bill(ts="1", billId=i) for i in range(1, 5)))
    with serving(account, limits=False) as client:
        assert client.rows("asset/bills-history", after="1") == []
        found = client.rows("asset/bills-history", pagingType="2", after="3")
        assert [row["billId"] for row in found] == ["2", "1"]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (99, 1), (100, 1), (101, 2)])
def test_numbered_pages(count: int, pages: int) -> None:
    account = filled("affiliate/link/list", count)
    account.join("affiliate")
    with serving(account, limits=False) as client:
        first = client.body("affiliate/link/list", page="1")
        second = client.body("affiliate/link/list", page="2")
    assert first["totalPage"] == str(pages)
    assert len(first["data"]) == min(count, 100)
    assert len(second["data"]) == max(0, count - 100)


@pytest.mark.parametrize("count", [19, 20, 21])
def test_p2p_obeys_the_page_index_only(count: int) -> None:
    account = filled("p2p/order/list", count)
    with serving(account) as client:
        first = client.body("p2p/order/list", pageIndex="1", pageSize="5")
        second = client.body("p2p/order/list", pageIndex="2", pageSize="5")
    assert first["code"] == 0
    assert len(first["data"]) == min(count, 20)
    assert len(second["data"]) == count - min(count, 20)


def test_announcements_tell_the_pages_inside_the_row() -> None:
    with serving() as client:
        client.sim.market.put("support/announcements", *(rows.announcement() for _ in range(21)))
        first = client.rows("support/announcements")[0]
        second = client.rows("support/announcements", page="2")[0]
    assert (len(first["details"]), first["totalPage"], len(second["details"])) == (20, "2", 1)


@pytest.mark.parametrize(
    ("fault", "check"),
    [
        (Fault.same_page(), lambda first, second: first == second and len(first) == 100),
        (Fault.endless(), lambda first, second: len({r["ordId"] for r in first + second}) == 200),
        (Fault.paging(Quirk.NO_CURSOR), lambda first, second: first == second and len(first) == 3),
        (Fault.paging(Quirk.NO_LIMIT), lambda first, second: len(first) == 3),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_paging_gone_wrong(fault: Fault, check: Callable[[list[Any], list[Any]], bool]) -> None:
    with serving(filled("trade/orders-pending", 3)) as client:
        client.sim.fault("trade/orders-pending", fault)
        first = client.rows("trade/orders-pending")
        second = client.rows("trade/orders-pending", after=first[-1]["ordId"])
        assert check(first, second)


def test_quirk_ignores_even_the_limit() -> None:
    with serving(filled("trade/orders-pending", 120)) as client:
        client.sim.fault("trade/orders-pending", Fault.paging(Quirk.NO_LIMIT))
        assert len(client.rows("trade/orders-pending", limit="10")) == 120


def test_numbered_list_that_never_ends() -> None:
    with serving(filled("p2p/order/list", 1)) as client:
        client.sim.fault("p2p/order/list", Fault.endless())
        assert len(client.body("p2p/order/list", pageIndex="9")["data"]) == 20
