"""How much of the past an answer shows, and which stretches are refused."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.binance.support import DAY, Client, serving
from tests.simulator.support import START

from readiness.simulator.binance.account import BinanceAccount

NOW = int(START * 1000)
DEPOSITS = "sapi/v1/capital/deposit/hisrec"
WITHDRAWALS = "sapi/v1/capital/withdraw/history"
P2P = "sapi/v1/c2c/orderMatch/listUserOrderHistory"
EARN = "sapi/v1/simple-earn/flexible/history/redemptionRecord"
BFUSD = "sapi/v1/bfusd/history/redemptionHistory"
CONVERT = "sapi/v1/convert/tradeFlow"
TRANSFERS = "sapi/v1/asset/transfer"
BORROWED = "sapi/v1/margin/borrow-repay"


def ago(days: float) -> int:
    return NOW - int(days * DAY)


def shown(client: Client, path: str, rows: str = "", **params: str) -> list[int]:
    body: Any = client.body(path, **params)
    return [row["n"] for row in (body[rows] if rows else body)]


def with_rows(path: str, field: str, *days: float) -> BinanceAccount:
    """An account with a row for each of some ages, numbered by them."""
    account = BinanceAccount()
    account.put(path, *({"n": day, field: ago(day)} for day in days))
    return account


@pytest.mark.parametrize(
    ("path", "field", "rows", "params", "days"),
    [
        (DEPOSITS, "insertTime", "", {}, 90),
        ("sapi/v1/localentity/deposit/history", "insertTime", "", {}, 90),
        ("sapi/v1/fiat/payments", "createTime", "data", {"transactionType": "0"}, 30),
        (P2P, "createTime", "data", {}, 7),
        ("sapi/v1/pay/transactions", "transactionTime", "data", {}, 90),
        (BORROWED, "timestamp", "rows", {"type": "BORROW"}, 7),
        (TRANSFERS, "timestamp", "rows", {"type": "MAIN_FUNDING"}, 7),
        (EARN, "time", "rows", {}, 30),
        ("sapi/v1/eth-staking/eth/history/redemptionHistory", "time", "rows", {}, 30),
        ("sapi/v2/loan/flexible/repay/history", "repayTime", "rows", {}, 90),
    ],
)
def test_usual_window(path: str, field: str, rows: str, params: dict[str, str], days: int) -> None:
    """Who names no time gets the documented stretch before now, and nothing older."""
    with serving(with_rows(path, field, 0, days, days + 0.001)) as client:
        assert shown(client, path, rows, **params) == [0, days]


@pytest.mark.parametrize(
    ("path", "params", "days", "code"),
    [
        (DEPOSITS, {}, 90, -4047),
        (WITHDRAWALS, {}, 90, -4047),
        ("sapi/v2/localentity/withdraw/history", {}, 90, -4047),
        (P2P, {}, 30.001, -1127),
        (CONVERT, {}, 30.001, -1127),
        (EARN, {}, 30.001, -1127),
        (BFUSD, {}, 183.001, -1127),
        ("sapi/v1/margin/interestHistory", {}, 30.001, -1127),
        ("sapi/v1/asset/assetDividend", {}, 180.001, -1127),
    ],
)
def test_longest_window(path: str, params: dict[str, str], days: float, code: int) -> None:
    """A stretch that is too long is refused, and one a little shorter is not."""
    start, end = ("startTimestamp", "endTimestamp") if path == P2P else ("startTime", "endTime")
    with serving() as client:
        params |= {start: str(ago(days)), end: str(NOW)}
        assert client.refusal(path, **params) == (400, code)
        params[start] = str(ago(days - 0.01))
        assert client.code(path, **params) == "200"
        params |= {start: str(NOW), end: str(NOW - 1)}
        assert client.refusal(path, **params) == (400, code)


def test_both_ends_belong_to_it() -> None:
    """A window is closed at both ends."""
    with serving(with_rows(DEPOSITS, "insertTime", 9, 10, 20, 21)) as client:
        params = {"startTime": str(ago(20)), "endTime": str(ago(10))}
        assert shown(client, DEPOSITS, **params) == [10, 20]


def test_an_end_alone() -> None:
    """Without a beginning, the usual stretch before the end is shown."""
    with serving(with_rows(DEPOSITS, "insertTime", 9, 10, 100, 101)) as client:
        assert shown(client, DEPOSITS, endTime=str(ago(10))) == [10, 100]


def test_a_beginning_alone() -> None:
    """Without an end, most lists run until now, and those of Earn for thirty days."""
    with serving(with_rows(BFUSD, "time", 5, 50, 100)) as client:
        assert shown(client, BFUSD, "rows", startTime=str(ago(100))) == [5, 50, 100]
    with serving(with_rows(EARN, "time", 5, 50, 80, 100)) as client:
        assert shown(client, EARN, "rows", startTime=str(ago(80))) == [50, 80]


def test_times_that_are_digits() -> None:
    """A time in milliseconds may be text."""
    account = BinanceAccount()
    account.put(DEPOSITS, {"n": 1, "insertTime": str(ago(1))}, {"n": 2, "insertTime": "5"})
    with serving(account) as client:
        assert shown(client, DEPOSITS) == [1]


def test_a_beginning_alone_that_is_too_old() -> None:
    """Where the end is now, an old beginning makes the stretch too long."""
    with serving() as client:
        assert client.refusal(DEPOSITS, startTime=str(ago(91))) == (400, -4047)


def test_times_as_text() -> None:
    """Withdrawals carry their time as UTC text, and are cut by it all the same."""
    account = BinanceAccount()
    account.put(
        WITHDRAWALS,
        {"n": 1, "applyTime": "2026-05-28 20:26:40"},
        {"n": 2, "applyTime": "2026-01-01 00:00:00"},
    )
    with serving(account) as client:
        assert shown(client, WITHDRAWALS) == [1]
        params = {"startTime": str(NOW + 1), "endTime": str(NOW + DAY)}
        assert shown(client, WITHDRAWALS, **params) == []


@pytest.mark.parametrize(
    "row",
    [
        *({"n": 1, "insertTime": stamp} for stamp in (None, True, 1.5, "yesterday")),
        *({"n": 1}, "rubbish", None),
    ],
)
def test_what_carries_no_time_is_shown(row: Any) -> None:
    """A planted row without a time that can be read is not hidden by a window."""
    account = BinanceAccount()
    account.put(DEPOSITS, row)
    with serving(account) as client:
        assert client.body(DEPOSITS, startTime=str(ago(1)), endTime=str(NOW)) == [row]


def test_mandatory_ends() -> None:
    """Conversions are asked for with both ends, or not at all."""
    with serving(with_rows(CONVERT, "createTime", 1, 29)) as client:
        assert client.refusal(CONVERT, startTime=str(ago(1))) == (400, -1102)
        params = {"startTime": str(ago(30)), "endTime": str(NOW)}
        said = client.body(CONVERT, **params)
        assert [row["n"] for row in said["list"]] == [1, 29]
        assert (said["startTime"], said["moreData"]) == (ago(30), False)
        assert client.body(CONVERT, **params, limit="1")["moreData"] is True


def test_reach() -> None:
    """Transfers and P2P orders older than half a year are not shown to anybody."""
    with serving(with_rows(TRANSFERS, "timestamp", 1, 180, 200)) as client:
        asked = {"type": "MAIN_FUNDING", "startTime": str(ago(300)), "endTime": str(NOW)}
        assert shown(client, TRANSFERS, "rows", **asked) == [1, 180]


def test_borrowings_without_a_coin() -> None:
    """Who names no coin sees a week before the end of the window, whatever its length."""
    with serving(with_rows(BORROWED, "timestamp", 1, 7, 8, 29)) as client:
        window = {"type": "BORROW", "startTime": str(ago(30)), "endTime": str(NOW)}
        assert shown(client, BORROWED, "rows", **window) == [1, 7]
        assert shown(client, BORROWED, "rows", **window, asset="USDT") == [1, 7, 8, 29]


@pytest.mark.parametrize("value", ["soon", "-1", "1.5"])
def test_a_time_is_a_number(value: str) -> None:
    """Anything but whole milliseconds is refused."""
    with serving() as client:
        assert client.refusal(DEPOSITS, startTime=value) == (400, -1130)
