"""Lists of what is over: how they begin, go on and end, and what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from tests.simulator.binance.support import DAY, Client, serving
from tests.simulator.support import START

from readiness.simulator import Fault, Quirk, binance_rows
from readiness.simulator.binance.account import BinanceAccount
from readiness.simulator.binance.market import BinanceMarket
from readiness.simulator.binance.routes import history

NOW = int(START * 1000)
SUB = "sub@x.com"
SYMBOLS = {"dapi": "ETHUSD_PERP", "cm": "ETHUSD_PERP", "eapi": "ETH-271231-4000-C"}
SAID = {
    "asset": "USDT",
    "currency": "USDT",
    "current": "1",
    "size": "10",
    "email": SUB,
    "futuresType": "1",
    "orderType": "1",
    "type": "CLAIM",
}
SIGNED = [route for route in history.ROUTES if route.signed]
NUMBERED = [
    ("api/v3/allOrders", "orderId", "orderId", 1000),
    ("api/v3/myTrades", "fromId", "id", 1000),
    ("api/v3/allOrderList", "fromId", "orderListId", 1000),
    ("api/v3/myAllocations", "fromAllocationId", "allocationId", 1000),
    ("sapi/v1/margin/allOrders", "orderId", "orderId", 500),
    ("sapi/v1/margin/myTrades", "fromId", "id", 1000),
    ("sapi/v1/margin/allOrderList", "fromId", "orderListId", 1000),
    ("fapi/v1/userTrades", "fromId", "id", 1000),
    ("dapi/v1/userTrades", "fromId", "id", 1000),
    ("papi/v1/margin/allOrders", "orderId", "orderId", 500),
    ("papi/v1/margin/allOrderList", "fromId", "orderListId", 500),
]


def opened(**settings: Any) -> BinanceAccount:
    account = BinanceAccount(info={"isPortfolioMarginRetailEnabled": True}, pm_pro=True, **settings)
    account.sub_account(SUB)
    account.isolated("ETHUSDT")
    return account


def asked(path: str, required: tuple[str, ...] = ("symbol",)) -> dict[str, str]:
    """The parameters without which a list refuses."""
    words = path.split("/")
    symbol = next((name for word, name in SYMBOLS.items() if word in words), "ETHUSDT")
    return {name: {**SAID, "symbol": symbol}[name] for name in required}


def span(days: float, end: int = NOW) -> dict[str, str]:
    return {"startTime": str(end - int(days * DAY)), "endTime": str(end)}


def rows_of(body: Any, where: str) -> list[Any]:
    for part in where.split(".") if where else []:
        body = body[part]
    assert isinstance(body, list)
    return body


@pytest.mark.parametrize("route", SIGNED, ids=lambda route: route.path)
def test_nothing_is_there(route: Any) -> None:
    """Who has no past gets an empty list, in the form of the documents."""
    params = asked(route.path, route.required)
    if route.window and route.window.mandatory:
        params |= span(1)
    with serving(opened()) as client:
        body = client.body(route.path, **params)
        assert rows_of(body, route.shape_for(params).rows) == []


@pytest.mark.parametrize(("path", "cursor", "field", "most"), NUMBERED)
def test_on_from_a_number(path: str, cursor: str, field: str, most: int) -> None:
    """With a number the list goes on from it, oldest first; without one it shows the newest."""
    needed = next(route.required for route in history.ROUTES if route.path == path)
    account = opened()
    account.put(path, *({field: number, "time": NOW} for number in (5, 3, 4, 1, 2)))
    params = asked(path, needed)
    with serving(account) as client:

        def numbers(**more: str) -> list[int]:
            return [row[field] for row in client.body(path, **params, **more)]

        assert numbers(**{cursor: "0", "limit": "2"}) == [1, 2]
        assert numbers(**{cursor: "3", "limit": "2"}) == [3, 4]
        assert numbers(**{cursor: "6"}) == []
        assert numbers(limit="2") == [4, 5]
        assert numbers(limit="2", startTime=str(NOW - 1)) == [1, 2]
        assert client.refusal(path, **params, limit=str(most + 1)) == (400, -1130)
        assert client.refusal(path, **params, **{cursor: "1"}, **span(0.5)) == (400, -1128)


def test_the_flow_of_margin_goes_on_after_a_number() -> None:
    """There the number itself is what has been seen."""
    path = "sapi/v1/margin/capital-flow"
    account = BinanceAccount()
    account.put(path, *({"id": number, "timestamp": NOW} for number in (1, 2, 3)))
    with serving(account) as client:
        assert [row["id"] for row in client.body(path, fromId="1")] == [2, 3]


@pytest.mark.parametrize(
    ("quirk", "numbers"), [(Quirk.SAME_PAGE, [1, 2]), (Quirk.NO_CURSOR, [1, 2])]
)
def test_a_number_that_is_not_followed(quirk: Quirk, numbers: list[int]) -> None:
    """Paging can go wrong here as elsewhere."""
    account = BinanceAccount()
    account.put("api/v3/myTrades", *({"id": number} for number in (1, 2, 3)))
    with serving(account) as client:
        client.sim.fault("api/v3/myTrades", Fault.paging(quirk), times=None)
        for cursor in ("0", "3"):
            said = client.body("api/v3/myTrades", symbol="ETHUSDT", fromId=cursor, limit="2")
            assert [row["id"] for row in said] == numbers


def test_a_list_without_an_end() -> None:
    """Invented rows have ever larger numbers."""
    account = BinanceAccount()
    account.put("api/v3/myTrades", {"id": 1})
    with serving(account) as client:
        client.sim.fault("api/v3/myTrades", Fault.paging(Quirk.ENDLESS), times=None)
        first = client.body("api/v3/myTrades", symbol="ETHUSDT", fromId="0", limit="2")
        cursor = str(first[-1]["id"] + 1)
        second = client.body("api/v3/myTrades", symbol="ETHUSDT", fromId=cursor, limit="2")
        assert [row["id"] for row in second] == [row["id"] + 2 for row in first]


@pytest.mark.parametrize(
    ("path", "days"),
    [
        ("api/v3/allOrders", 1.001),
        ("api/v3/myTrades", 1.001),
        ("api/v3/allOrderList", 1.001),
        ("sapi/v1/margin/allOrders", 1),
        ("sapi/v1/margin/myTrades", 1),
        ("sapi/v1/margin/transfer", 30.001),
        ("sapi/v1/margin/capital-flow", 7.001),
        ("fapi/v1/allOrders", 7),
        ("fapi/v1/allAlgoOrders", 7),
        ("fapi/v1/userTrades", 7.001),
        ("dapi/v1/allOrders", 7),
        ("dapi/v1/income", 365.001),
        ("papi/v1/um/allOrders", 7),
        ("papi/v1/cm/userTrades", 1.001),
        ("papi/v1/cm/income", 200.001),
        ("papi/v1/margin/myTrades", 1),
        ("papi/v1/margin/repayLoan", 30.001),
        ("sapi/v1/portfolio/pmloan-history", 360.001),
        ("sapi/v1/rebate/taxQuery", 30.001),
        ("sapi/v1/nft/history/deposit", 90.001),
        ("sapi/v1/simple-earn/flexible/history/rewardsRecord", 30.001),
        ("sapi/v1/eth-staking/eth/history/stakingHistory", 93.001),
        ("sapi/v1/bfusd/history/rewardsHistory", 183.001),
        ("sapi/v2/loan/flexible/borrow/history", 180.001),
        ("sapi/v1/sub-account/universalTransfer", 7),
    ],
)
def test_longest_span(path: str, days: float) -> None:
    """A span that is too long is refused, and one a little shorter is not."""
    route = next(route for route in history.ROUTES if route.path == path)
    params = asked(path, route.required)
    with serving(opened()) as client:
        assert client.refusal(path, **params, **span(days)) == (400, -1127)
        assert client.code(path, **params, **span(days - 0.01)) == "200"


@pytest.mark.parametrize(
    ("path", "field", "days"),
    [
        ("fapi/v1/allOrders", "time", 90),
        ("fapi/v1/userTrades", "time", 183),
        ("fapi/v1/income", "time", 92),
        ("dapi/v1/forceOrders", "time", 90),
        ("eapi/v1/historyOrders", "createTime", 5),
        ("eapi/v1/bill", "createDate", 92),
        ("sapi/v1/margin/capital-flow", "timestamp", 90),
        ("sapi/v1/sub-account/futures/internalTransfer", "time", 30),
    ],
)
def test_reach(path: str, field: str, days: int) -> None:
    """What is older than the reach of a list is not shown, whatever is asked for."""
    route = next(route for route in history.ROUTES if route.path == path)
    account = opened()
    planted = account.subs[SUB] if route.sub_scope else account
    at = NOW - days * DAY
    planted.put(path, {"n": 1, field: at}, {"n": 2, field: at - 1})
    with serving(account) as client:
        params = asked(path, route.required) | span(2, at + DAY)
        rows = rows_of(client.body(path, **params), route.shape.rows)
        assert [row["n"] for row in rows] == [1]


@pytest.mark.parametrize(
    ("path", "params", "code"),
    [
        ("api/v3/allOrders", {}, -1102),
        ("api/v3/allOrders", {"symbol": "NOPEUSDT"}, -1121),
        ("api/v3/myTrades", {"symbol": "NOPEUSDT"}, -1121),
        ("fapi/v1/allOrders", {"symbol": "ETHUSD_PERP"}, -1121),
        ("dapi/v1/userTrades", {"symbol": "ETHUSDT"}, -1121),
        ("sapi/v1/margin/allOrders", {"symbol": "NOPEUSDT"}, -1121),
        ("sapi/v1/margin/allOrders", {"symbol": "LUNCBUSD"}, -3028),
        ("sapi/v1/margin/myTrades", {"symbol": "LUNCBUSD"}, -3028),
        ("sapi/v1/margin/allOrders", {"symbol": "BTCUSDT", "isIsolated": "TRUE"}, -11001),
        ("sapi/v1/margin/allOrderList", {"isIsolated": "TRUE"}, -1102),
        ("sapi/v1/margin/allOrderList", {"symbol": "ETHUSDT"}, -1128),
        ("sapi/v1/sub-account/universalTransfer", {"fromEmail": SUB, "toEmail": SUB}, -1128),
        ("sapi/v1/asset/ledger-transfer/cloud-mining/queryByPage", {}, -1102),
        ("sapi/v1/nft/history/transactions", {"orderType": "5"}, -1130),
        ("eapi/v1/bill", {}, -1102),
    ],
)
def test_refused_parameters(path: str, params: dict[str, str], code: int) -> None:
    """What is missing, impossible or contradictory is refused with its documented code."""
    with serving(opened()) as client:
        assert client.refusal(path, **params) == (400, code)


@pytest.mark.parametrize(
    ("path", "weight", "header"),
    [
        ("api/v3/allOrders", 20, "X-MBX-USED-WEIGHT-1M"),
        ("sapi/v1/margin/allOrders", 200, "X-SAPI-USED-IP-WEIGHT-1M"),
        ("fapi/v1/income", 30, "X-MBX-USED-WEIGHT-1M"),
        ("fapi/v1/forceOrders", 50, "X-MBX-USED-WEIGHT-1M"),
        ("papi/v1/margin/allOrders", 100, "X-MBX-USED-WEIGHT-1M"),
        ("sapi/v1/rebate/taxQuery", 12_000, "X-SAPI-USED-UID-WEIGHT-1M"),
        ("sapi/v2/loan/flexible/ltv/adjustment/history", 400, "X-SAPI-USED-UID-WEIGHT-1M"),
    ],
)
def test_published_weights(path: str, weight: int, header: str) -> None:
    """What the lists cost."""
    route = next(route for route in history.ROUTES if route.path == path)
    with serving(opened()) as client:
        response = client.request(path, **asked(path, route.required))
        assert response.headers[header] == str(weight)


def test_kinds_of_one_list() -> None:
    """Two lists under one path show each its own rows."""
    account = BinanceAccount()
    boosts = "sapi/v1/sol-staking/sol/history/boostRewardsHistory"
    account.put(boosts, {"n": 1, "status": "SUCCESS"}, {"n": 2, "bnsolHolding": "3"})
    nfts = "sapi/v1/nft/history/transactions"
    account.put(nfts, {"n": 3, "orderNo": "0_77"}, {"n": 4, "orderNo": "1_78"})
    with serving(account) as client:
        for kind, number in (("CLAIM", 1), ("DISTRIBUTE", 2)):
            assert [row["n"] for row in client.body(boosts, type=kind)["rows"]] == [number]
        for kind, number in (("0", 3), ("1", 4)):
            assert [row["n"] for row in client.body(nfts, orderType=kind)["list"]] == [number]


def test_directions_of_transfers() -> None:
    """Transfers with sub-accounts are asked for by who sent or by who got them."""
    path = "sapi/v1/sub-account/universalTransfer"
    account = opened()
    made = binance_rows.HISTORY[path]
    account.put(
        path,
        made(createTimeStamp=NOW, tranId=1),
        made(createTimeStamp=NOW, tranId=2, fromEmail=SUB, toEmail="main@example.com"),
    )
    with serving(account) as client:
        said = client.body(path, fromEmail=SUB)
        assert ([row["tranId"] for row in said["result"]], said["totalCount"]) == ([2], 1)
        assert [row["tranId"] for row in client.body(path, toEmail=SUB)["result"]] == []


def test_symbols_that_are_listed() -> None:
    """Each family lists its symbols: also those of spot that nobody trades any more."""
    market = BinanceMarket()
    with serving(market=market) as client:
        spot = client.body("api/v3/exchangeInfo")
        states = {row["symbol"]: row["status"] for row in spot["symbols"]}
        assert (states["BTCUSDT"], states["LUNCBUSD"]) == ("TRADING", "BREAK")
        assert spot["sors"] == [{"baseAsset": "BTC", "symbols": ["BTCUSDT"]}]
        um = client.body("fapi/v1/exchangeInfo")["symbols"]
        assert {row["symbol"] for row in um} == {*market.um_symbols}
        cm = client.body("dapi/v1/exchangeInfo")["symbols"]
        assert {row["pair"] for row in cm} == {"BTCUSD", "ETHUSD"}
        options = client.body("eapi/v1/exchangeInfo")["optionSymbols"]
        assert [row["symbol"] for row in options] == market.option_symbols


def test_no_export_job_can_be_started() -> None:
    """Some GETs order a file to be made, which is no reading: they are not there."""
    with serving(opened()) as client:
        for path in ("fapi/v1/income/asyn", "dapi/v1/trade/asyn", "papi/v1/um/order/asyn"):
            assert client.request(path).status_code == 404


def test_a_row_without_a_number_is_shown() -> None:
    """Rubbish among rows stays to be seen."""

    def shown(client: Client) -> list[Any]:
        body: list[Any] = client.body("api/v3/myTrades", symbol="ETHUSDT", fromId="1")
        return body

    account = BinanceAccount()
    account.put("api/v3/myTrades", "rubbish", {"id": 1}, {"id": "x"})
    with serving(account) as client:
        assert shown(client) == [{"id": 1}, "rubbish", {"id": "x"}]
