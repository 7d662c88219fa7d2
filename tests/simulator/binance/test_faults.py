"""Faults that edit an answer find its rows, whatever they lie in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx
import pytest
from tests.simulator.binance.support import Client, serving

from readiness.simulator import Fault, edits
from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.errors import dialect
from readiness.simulator.reply import encode

LIST = "api/v3/openOrders"
TABLE = "sapi/v1/simple-earn/flexible/position"
DEEP = "sapi/v1/mining/hash-transfer/config/details/list"
OBJECT = "fapi/v1/accountConfig"
WHOLE = "api/v3/account"
ROW = {"a": "1", "b": {"a": "2"}}


@pytest.fixture
def account() -> BinanceAccount:
    """An account with one row in a list of each form."""
    account = BinanceAccount()
    for path in (LIST, TABLE, DEEP):
        account.put(path, ROW)
    account.spot("BTC", "1")
    return account


def faulty(client: Client, path: str, fault: Fault) -> Any:
    client.sim.fault(path, fault)
    response = client.request(path)
    assert client.sim.requests[-1].fault == fault.name
    return response.json()


def test_rows(account: BinanceAccount) -> None:
    """Something else in the place of the rows leaves what stands beside them."""
    with serving(account) as client:
        assert faulty(client, LIST, Fault.rows({})) == {}
        assert faulty(client, TABLE, Fault.rows(None)) == {"rows": None, "total": 1}
        deep = faulty(client, DEEP, Fault.rows("x"))
        assert (deep["code"], deep["data"]["configDetails"]) == (0, "x")
        assert deep["data"]["totalNum"] == 1
        assert faulty(client, WHOLE, Fault.rows([])) == []


def test_no_rows(account: BinanceAccount) -> None:
    """The list may be missing, key and all."""
    with serving(account) as client:
        assert faulty(client, TABLE, Fault.no_rows()) == {"total": 1}
        assert set(faulty(client, DEEP, Fault.no_rows())["data"]) == {"totalNum", "pageSize"}
        assert faulty(client, LIST, Fault.no_rows()) == {}


def test_each_row(account: BinanceAccount) -> None:
    """Every row is replaced; an object is the one row itself."""
    with serving(account) as client:
        assert faulty(client, LIST, Fault.row(None)) == [None]
        assert faulty(client, TABLE, Fault.row(5))["rows"] == [5]
        assert faulty(client, DEEP, Fault.row([]))["data"]["configDetails"] == [[]]
        assert faulty(client, OBJECT, Fault.row("x")) == "x"


def test_fields(account: BinanceAccount) -> None:
    """A field is changed or left out at any depth of the rows, and not beside them."""
    with serving(account) as client:
        assert faulty(client, LIST, Fault.field("a", None)) == [{"a": None, "b": {"a": None}}]
        assert faulty(client, DEEP, Fault.no_field("a"))["data"]["configDetails"] == [{"b": {}}]
        assert faulty(client, TABLE, Fault.field("total", "x"))["total"] == 1
        assert faulty(client, OBJECT, Fault.field("canTrade", False))["canTrade"] is False
        said = faulty(client, WHOLE, Fault.field("free", "x"))
        assert {row["free"] for row in said["balances"]} == {"x"}
        assert "canTrade" not in faulty(client, WHOLE, Fault.no_field("canTrade"))


@pytest.mark.parametrize("fault", [Fault.field("code", 1), Fault.no_field("code")])
def test_rows_that_are_not_there(fault: Fault) -> None:
    """An edit of rows leaves an answer without rows as it is."""
    account = BinanceAccount()
    body = {"data": {"totalNum": 1}}
    account.put(DEEP, body)
    with serving(account) as client:
        assert faulty(client, DEEP, fault)["data"] == {"totalNum": 1}
    assert edits.without_rows({"code": -1002}, dialect("data.rows")) == {"code": -1002}
    assert edits.with_rows([])("text", dialect("data.rows")) == "text"


@pytest.mark.parametrize(
    ("code", "status", "said"),
    [
        ("-1003", 429, -1003),
        ("-2015", 401, -2015),
        ("-99999", 400, -99999),
        ("497203", 400, 497203),
        ("000002", 400, "000002"),
    ],
)
def test_errors(account: BinanceAccount, code: str, status: int, said: int | str) -> None:
    """An injected error comes at its usual status; a code is a number where it looks like one."""
    with serving(account) as client:
        client.sim.fault(LIST, Fault.error(code, "made up"))
        response: httpx.Response = client.request(LIST)
        assert (response.status_code, response.json()) == (status, {"code": said, "msg": "made up"})
        client.sim.fault(LIST, Fault.error(code, status=200))
        assert client.request(LIST).status_code == 200


def test_numbers_survive_an_edit() -> None:
    """A JSON number keeps its digits, through the edit of another field too."""
    account = BinanceAccount()
    path = "sapi/v1/margin/exchange-small-liability"
    account.put(path, {"liabilityQty": Decimal("0.100000000000000000001"), "asset": "A"})
    with serving(account) as client:
        assert client.request(path).text.startswith('[{"liabilityQty":0.100000000000000000001,')
        client.sim.fault(path, Fault.field("asset", "B"))
        assert '0.100000000000000000001,"asset":"B"' in client.request(path).text


def test_what_has_no_place_in_json() -> None:
    """An answer that cannot be written is a mistake of the test that plants it."""
    with pytest.raises(TypeError, match="set"):
        encode({"a": {1, 2}})
