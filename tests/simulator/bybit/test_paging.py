"""Pages and windows: tokens to the end, thirty days and not a moment more."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.simulator.bybit.support import Client, serving

from readiness.simulator import BybitAccount, Fault, bybit_rows
from readiness.simulator.bybit.routes import TABLE
from readiness.simulator.tables.paging import Token

DAY = bybit_rows.DAY

# Place, its parameters, usual and largest page, typed from the documents.
PAGED: Mapping[str, tuple[dict[str, str], int, int]] = {
    "asset/deposit/query-internal-record": ({}, 50, 50),
    "asset/deposit/query-record": ({}, 50, 50),
    "account/transaction-log": ({"startTime": "week"}, 20, 50),
    "asset/fundinghistory": ({}, 10, 100),
    "asset/transfer/query-inter-transfer-list": ({}, 20, 50),
    "asset/transfer/query-universal-transfer-list": ({}, 20, 50),
    "asset/withdraw/query-record": ({}, 50, 50),
    "crypto-loan-fixed/borrow-contract-info": ({}, 10, 100),
    "crypto-loan-fixed/borrow-order-info": ({}, 10, 100),
    "crypto-loan-fixed/supply-contract-info": ({}, 10, 100),
    "crypto-loan-fixed/supply-order-info": ({}, 10, 100),
    "spot-margin-trade/fixedborrow-order-info": ({}, 10, 100),
    "crypto-loan/ongoing-orders": ({}, 10, 100),
    "earn/order:FlexibleSaving": ({"category": "FlexibleSaving"}, 50, 100),
    "earn/liquidity-mining/order": ({"status": "Processing"}, 20, 50),
    "earn/token/order": ({"coin": "BYUSDT"}, 20, 100),
    "earn/pwm/investment-plan/order": ({}, 20, 50),
    "earn/fixed-term/order": ({}, 20, 50),
    "earn/advance/order:DoubleWin": ({"category": "DoubleWin"}, 20, 20),
    "earn/advance/position:DoubleWin": ({"category": "DoubleWin"}, 20, 20),
    "earn/pwm/investment-plan/all": ({}, 20, 50),
    "order/realtime:linear": ({"category": "linear", "settleCoin": "USDT"}, 20, 50),
    "order/realtime:spot": ({"category": "spot"}, 20, 50),
    "position/list:inverse": ({"category": "inverse"}, 20, 200),
    "spot-margin-trade/fixedborrow-contract-info": ({}, 10, 100),
    "spread/order/realtime": ({}, 20, 50),
    "strategy/list": ({}, 20, 50),
}


def follow(client: Client, path: str, **params: str) -> list[int]:
    """The sizes of the pages, to the one that tells no further token."""
    route = TABLE[path]
    paging = route.paging
    assert isinstance(paging, Token)
    sizes, cursor = [], ""
    while True:
        sent = {**params, **({paging.parameter: cursor} if cursor else {})}
        result = client.result(path, **sent)
        sizes.append(len(result[route.at]))
        cursor = result[paging.told]
        if cursor == paging.last:
            return sizes


@pytest.mark.parametrize("place", PAGED)
def test_pages(place: str) -> None:
    """Every row comes once, in pages of the usual size, and an empty page may end them."""
    params, usual, largest = PAGED[place]
    path = place.partition(":")[0]
    account = BybitAccount()
    account.put(place, *(bybit_rows.FACTORIES[place]() for _ in range(usual + 3)))
    with serving(account, limits=False) as client:
        if "startTime" in params:
            params = {"startTime": str(client.ms - 6 * DAY), "endTime": str(client.ms)}
        sizes = follow(client, path, **params)
        assert sizes[:2] == [usual, 3]
        assert sum(sizes) == usual + 3
        size = "pageSize" if path == "strategy/list" else "limit"
        assert client.code(path, **params, **{size: str(largest)}) == 0
        assert client.code(path, **params, **{size: str(largest + 1)}) == 10001


def test_institutional_loans_have_one_page() -> None:
    """Ten rows unless more are asked for, a hundred at most, and no token."""
    account = BybitAccount()
    loans = (bybit_rows.institutional_loan() for _ in range(101))
    account.put("ins-loan/loan-order", *loans)
    with serving(account) as client:
        assert len(client.result("ins-loan/loan-order")["loanInfo"]) == 10
        result = client.result("ins-loan/loan-order", limit="100")
        assert (len(result["loanInfo"]), list(result)) == (100, ["loanInfo"])


@pytest.mark.parametrize("path", ["user/submembers", "user/escrow_sub_members"])
def test_members_are_paged_by_numbers(path: str) -> None:
    """A hundred to a page, and zero tells the end."""
    account = BybitAccount()
    kind = 12 if "escrow" in path else 1
    for number in range(103):
        account.sub_account(f"s{number}", kind=kind)
    with serving(account) as client:
        first = client.result(path)
        assert (len(first["subMembers"]), first["nextCursor"]) == (100, "100")
        last = client.result(path, nextCursor="100")
        assert (len(last["subMembers"]), last["nextCursor"]) == (3, "0")


@pytest.mark.parametrize(
    ("path", "make"),
    [
        ("asset/deposit/query-record", lambda ms: bybit_rows.deposit(_at=ms)),
        ("asset/withdraw/query-record", lambda ms: bybit_rows.withdrawal(createTime=ms)),
        (
            "asset/deposit/query-internal-record",
            lambda ms: bybit_rows.internal_deposit(createdTime=ms // 1000),
        ),
    ],
)
def test_windows(path: str, make: object) -> None:
    """The last thirty days unless others are asked for; never more than that at once."""
    account = BybitAccount()
    with serving(account) as client:
        assert callable(make)
        for days in (1, 29, 31, 59, 90):
            account.put(path, make(client.ms - days * DAY))

        def shown(**params: int) -> int:
            sent = {name: str(client.ms - days * DAY) for name, days in params.items()}
            return len(client.result(path, **sent)["rows"])

        assert shown() == 2
        assert shown(startTime=59, endTime=30) == 2
        assert shown(startTime=60) == 2
        assert shown(endTime=30) == 2
        assert shown(startTime=100, endTime=89) == 1
        too_long = {"startTime": str(client.ms - 31 * DAY), "endTime": str(client.ms)}
        assert client.code(path, **too_long) == 10001
        just = {"startTime": str(client.ms - 30 * DAY), "endTime": str(client.ms)}
        assert client.code(path, **just) == (0 if "internal" in path else 10001)


def test_a_deposit_that_waits_has_no_time_of_its_own() -> None:
    """It is in the window of the day on which it was seen, though no field says so."""
    account = BybitAccount()
    with serving(account) as client:
        row = bybit_rows.deposit(status=1, successAt="0", _at=client.ms - 40 * DAY)
        account.put("asset/deposit/query-record", row)
        path, ends = "asset/deposit/query-record", (45, 35)
        sent = dict(zip(("startTime", "endTime"), (client.ms - d * DAY for d in ends), strict=True))
        (shown,) = client.result(path, **{k: str(v) for k, v in sent.items()})["rows"]
        assert (shown["successAt"], "_at" in shown) == ("0", False)


def test_kinds_of_withdrawals() -> None:
    """On-chain ones unless others are asked for."""
    account = BybitAccount()
    path = "asset/withdraw/query-record"
    account.put(path, bybit_rows.withdrawal(), bybit_rows.withdrawal(withdrawType=1))
    with serving(account) as client:
        kinds = [
            [row["withdrawType"] for row in client.result(path, **params)["rows"]]
            for params in ({}, {"withdrawType": "1"}, {"withdrawType": "2"})
        ]
        assert kinds == [[0], [1], [0, 1]]


def test_endless_lists() -> None:
    """A list without end tells ever new orders, and a token each time."""
    account = BybitAccount()
    account.put("order/realtime:spot", bybit_rows.spot_order())
    with serving(account) as client:
        client.sim.fault("order/realtime", Fault.endless())
        first = client.result("order/realtime", category="spot")
        cursor = first["nextPageCursor"]
        second = client.result("order/realtime", category="spot", cursor=cursor)
        ids = [row["orderId"] for page in (first, second) for row in page["list"]]
        assert len(set(ids)) == 40
